//! Exhibitions, salons and awareness days, over and ahead, so that the calendar has something to show.

use super::accounts::{chamber, institution};
use super::file::{TODAY, at, days};
use super::ids;
use super::places::Places;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::{LongText, Text};
use crate::resources::events::material::{
    EventInput, EventKind, EventPlace, EventScale, EventStatus, OpeningHours, Row, TransitionRow, insert, keep_step, organisers, row,
    set_links,
};

/// Who organises: the chamber of a wilaya, or a kind of institution.
enum By {
    Chamber(&'static str),
    National(&'static str),
}
use By::{Chamber, National};
use EventKind::{AwarenessDay, Exhibition, Salon};
use EventScale as S;
use EventStatus as St;

struct Told {
    kind: EventKind,
    scale: EventScale,
    by: By,
    commune: &'static str,
    name: [&'static str; 2],
    venue: [&'static str; 2],
    /// Days from today to the first day, and how many there are.
    start: i64,
    length: i64,
    status: EventStatus,
    sectors: &'static [&'static str],
}

#[rustfmt::skip]
const EVENTS: &[Told] = &[
    Told { kind: Salon, scale: S::National, by: National("national_chamber"), commune: "1620", name: ["الصالون الوطني للصناعة التقليدية", "Salon national de l’artisanat"], venue: ["قصر المعارض", "Palais des expositions"], start: 46, length: 8, status: St::Published, sectors: &[] },
    Told { kind: Salon, scale: S::Regional, by: Chamber("25"), commune: "2501", name: ["الصالون الجهوي للنحاس", "Salon régional du cuivre"], venue: ["دار الثقافة", "Maison de la culture"], start: -150, length: 6, status: St::Closed, sectors: &["05"] },
    Told { kind: Exhibition, scale: S::Local, by: Chamber("16"), commune: "1601", name: ["معرض الحرف بساحة البريد", "Exposition des métiers, place de la Poste"], venue: ["ساحة البريد المركزي", "Place de la Grande Poste"], start: 12, length: 10, status: St::Published, sectors: &[] },
    Told { kind: Exhibition, scale: S::Regional, by: Chamber("16"), commune: "1601", name: ["معرض الزرابي والنسيج", "Exposition du tapis et du tissage"], venue: ["دار الصناعة التقليدية", "Maison de l’artisanat"], start: 75, length: 5, status: St::Draft, sectors: &["01"] },
    Told { kind: Exhibition, scale: S::Local, by: Chamber("16"), commune: "1601", name: ["معرض الخزف للدخول المدرسي", "Exposition de céramique de la rentrée"], venue: ["دار الصناعة التقليدية", "Maison de l’artisanat"], start: -55, length: 7, status: St::Closed, sectors: &["02"] },
    Told { kind: Exhibition, scale: S::Local, by: Chamber("31"), commune: "3101", name: ["معرض الحلي التقليدية", "Exposition de bijoux traditionnels"], venue: ["مركز المؤتمرات", "Centre des conventions"], start: 25, length: 4, status: St::Postponed, sectors: &["03"] },
    Told { kind: Salon, scale: S::International, by: National("ministry"), commune: "1620", name: ["الصالون الدولي للصناعة التقليدية", "Salon international de l’artisanat"], venue: ["قصر المعارض", "Palais des expositions"], start: 160, length: 7, status: St::Published, sectors: &[] },
    Told { kind: AwarenessDay, scale: S::Local, by: Chamber("12"), commune: "1201", name: ["يوم تحسيسي حول بطاقة الحرفي", "Journée de sensibilisation à la carte d’artisan"], venue: ["غرفة الصناعة التقليدية", "Chambre de l’artisanat"], start: 8, length: 1, status: St::Published, sectors: &[] },
    Told { kind: AwarenessDay, scale: S::Local, by: Chamber("37"), commune: "3701", name: ["يوم تحسيسي حول التأمين الاجتماعي للحرفيين", "Journée sur la sécurité sociale des artisans"], venue: ["دار الشباب", "Maison de jeunes"], start: 19, length: 1, status: St::Published, sectors: &[] },
    Told { kind: AwarenessDay, scale: S::Local, by: Chamber("33"), commune: "3301", name: ["يوم تحسيسي حول إنشاء الجمعيات الحرفية", "Journée sur la création d’associations d’artisans"], venue: ["المكتبة البلدية", "Bibliothèque communale"], start: 33, length: 1, status: St::Cancelled, sectors: &[] },
    Told { kind: AwarenessDay, scale: S::Local, by: Chamber("13"), commune: "1301", name: ["يوم تحسيسي حول تسويق المنتوج", "Journée sur la commercialisation"], venue: ["قصر المشور", "Palais du Mechouar"], start: -20, length: 1, status: St::Closed, sectors: &[] },
    Told { kind: Exhibition, scale: S::Local, by: Chamber("30"), commune: "3001", name: ["معرض الجنوب للصناعة التقليدية", "Exposition du Sud"], venue: ["ساحة الاستقلال", "Place de l’Indépendance"], start: 60, length: 6, status: St::Published, sectors: &[] },
    Told { kind: Exhibition, scale: S::Local, by: Chamber("15"), commune: "1501", name: ["معرض الحلي والفخار", "Exposition de bijoux et de poterie"], venue: ["دار الثقافة", "Maison de la culture"], start: 96, length: 5, status: St::Published, sectors: &["02", "03"] },
    Told { kind: Salon, scale: S::Regional, by: Chamber("47"), commune: "4701", name: ["الصالون الجهوي للزربية", "Salon régional du tapis"], venue: ["سوق الزربية", "Marché du tapis"], start: 120, length: 5, status: St::Published, sectors: &["01"] },
    Told { kind: Exhibition, scale: S::Local, by: Chamber("16"), commune: "1601", name: ["المعرض الموسمي لمنتوج الحرفي", "Exposition-vente saisonnière de l’artisan"], venue: ["دار الصناعة التقليدية", "Maison de l’artisanat"], start: -3, length: 110, status: St::Published, sectors: &[] },
];

fn text([ar, fr]: [&str; 2]) -> Text {
    Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: None }
}

/// Writes them.
///
/// # Errors
/// When the database does not answer.
pub fn put(conn: &mut AnyConnection, places: &Places) -> Result<()> {
    for (number, told) in EVENTS.iter().enumerate() {
        let organiser = match told.by {
            Chamber(wilaya) => chamber(conn, wilaya)?,
            National(kind) => institution(conn, kind)?,
        };
        let place = places.at(told.commune).ok_or_else(|| Error::internal(format!("{} is no commune", told.commune)))?;
        one(conn, number, told, organiser, &place.facts)?;
    }
    Ok(())
}

fn one(
    conn: &mut AnyConnection,
    number: usize,
    told: &Told,
    organiser: InstitutionId,
    commune: &crate::resources::territory::CommuneFacts,
) -> Result<()> {
    let starts_on = days(TODAY, told.start);
    let ends_on = days(starts_on, told.length - 1);
    let hours = if told.kind == AwarenessDay { ("09:30", "15:00") } else { ("10:00", "19:00") };
    let input = EventInput {
        kind: told.kind,
        scale: told.scale,
        name: text(told.name),
        description: Some(LongText {
            ar: "تظاهرة ترقوية مفتوحة للجمهور، الدخول مجاني.".to_owned(),
            fr: Some("Manifestation ouverte au public, entrée libre.".to_owned()),
            en: None,
        }),
        co_organiser_ids: Vec::new(),
        place: EventPlace { commune_code: told.commune.to_owned(), venue: text(told.venue), hall: None, longitude: None, latitude: None },
        starts_on,
        ends_on,
        hours: vec![OpeningHours { on: None, opens: hours.0.to_owned(), closes: hours.1.to_owned() }],
        craft_sectors: told.sectors.iter().map(|code| (*code).to_owned()).collect(),
        programme: Vec::new(),
        contact_email: None,
        contact_phone: None,
    };
    let entered = at(days(TODAY.min(starts_on), -60), 30);
    let mut steps = vec![(None, St::Draft, entered, None)];
    if told.status != St::Draft {
        steps.push((Some(St::Draft), St::Published, at(entered.day(), 90), None));
    }
    match told.status {
        St::Closed => steps.push((Some(St::Published), St::Closed, at(ends_on, 600), None)),
        St::Postponed => steps.push((Some(St::Published), St::Postponed, at(days(TODAY, -2), 60), Some("تهيئة القاعة لم تنته بعد"))),
        St::Cancelled => steps.push((Some(St::Published), St::Cancelled, at(days(TODAY, -3), 60), Some("سوء الأحوال الجوية في المنطقة"))),
        St::Draft | St::Published => {}
    }
    let since = steps.last().map_or(entered, |step| step.2);
    let id = ids::event(number).into();
    let row = Row { status: told.status, status_since: since, updated_at: since, ..row(id, organiser, &input, commune, entered)? };
    insert(conn, &row)?;
    set_links(conn, id, &organisers(organiser, &input), &input.craft_sectors)?;
    for (place, (from_status, to_status, at, reason)) in steps.into_iter().enumerate() {
        let step = TransitionRow {
            id: ids::event_step(number, place).into(),
            event_id: id,
            at,
            from_status,
            to_status,
            reason: reason.map(str::to_owned),
            starts_on,
            ends_on,
            person_id: None,
            key_id: None,
        };
        keep_step(conn, &step)?;
    }
    Ok(())
}
