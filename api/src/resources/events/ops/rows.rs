//! Entering and changing.

use super::view::{self, may_edit};
use super::{SUBJECT, brief, steps};
use crate::kernel::access::allowed::Write;
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::{Language, Phrase};
use crate::kernel::problem::Kind;
use crate::kernel::search;
use crate::kernel::validate::{Fault, Faults, FieldFault, Sentence};
use crate::resources::events::model::{self, EventId, EventInput, EventScale, EventStatus};
use crate::resources::events::store::{self, Row};
use crate::resources::events::wire::{Event, EventCopyInput};
use crate::resources::territory::{self, CommuneFacts};
use crate::resources::{EDITION_PARTS, EVENT_BOUNDS, crafts, institutions};
use serde_json::json;

static NEXT_EXISTS: Sentence = Sentence {
    code: "next_edition_exists",
    phrase: Phrase {
        ar: "لهذه التظاهرة طبعة موالية: {}. عدّلوها بدل إنشاء طبعة ثانية.",
        fr: "Cette manifestation a déjà une édition suivante : {}. Modifiez-la au lieu d’en créer une seconde.",
        en: "This event has a next edition already: {}. Change that one instead of making a second one.",
    },
};
static NEXT_IS_PREPARED: Sentence = Sentence {
    code: "next_edition_exists",
    phrase: Phrase {
        ar: "الطبعة الموالية لهذه التظاهرة قيد التحضير لدى {}. اتصلوا بها بدل إنشاء طبعة ثانية.",
        fr: "L’édition suivante est déjà en préparation auprès de : {}. Contactez cette institution au lieu d’en créer une seconde.",
        en: "The next edition is being prepared by {} already: get in touch with them instead of making a second one.",
    },
};
static NEXT_COMES_LATER: Sentence = Sentence {
    code: "too_small",
    phrase: Phrase {
        ar: "آخر يوم من هذه الطبعة {}، فلا تبدأ الموالية إلا بعده.",
        fr: "Cette édition dure jusqu’au {} : la suivante commence après.",
        en: "This edition lasts until {}: the next one begins later.",
    },
};
static DAY_IS_OVER: Sentence = Sentence {
    code: "day_is_over",
    phrase: Phrase {
        ar: "لا تُنقل تظاهرة معلنة إلى يوم مضى: اختاروا {} أو يوما بعده.",
        fr: "Une manifestation annoncée ne se déplace pas à un jour passé : choisissez le {} ou un jour suivant.",
        en: "An announced event is not moved to a day that is over: choose {} or a later day.",
    },
};

static NOT_YOUR_WILAYA: Sentence = Sentence {
    code: "not_allowed",
    phrase: Phrase {
        ar: "{} خارج الولايات التي تتبع غرفتكم: اختاروا بلدية من ولاياتكم.",
        fr: "Hors des wilayas de votre chambre : {}. Choisissez une commune de vos wilayas.",
        en: "Outside the wilayas of your chamber: {}. Choose a commune of your wilayas.",
    },
};
static NOT_YOUR_SCALE: Sentence = Sentence {
    code: "not_allowed",
    phrase: Phrase {
        ar: "تنظم الغرفة تظاهرات محلية أو جهوية، أما الوطنية والدولية فللهيئات الوطنية والوزارة.",
        fr: "Une chambre organise des manifestations locales ou régionales ; les nationales et internationales reviennent aux organismes nationaux et au ministère.",
        en: "A chamber organises local and regional events; national and international ones are for the national bodies and the ministry.",
    },
};

/// A commune with the wilaya it lies in.
fn place_of(commune: &CommuneFacts, wilaya: &str, language: Language) -> String {
    let name = commune.name.in_language(language);
    match language {
        Language::Arabic => format!("بلدية {name} في ولاية {wilaya}"),
        Language::French => format!("commune {name}, wilaya {wilaya}"),
        Language::English => format!("commune {name}, wilaya {wilaya}"),
    }
}

/// The institution the caller speaks for.
fn own(tx: &Write<'_>) -> Result<InstitutionId> {
    tx.caller.and_then(Caller::institution).ok_or_else(|| Error::new(Kind::Forbidden))
}

/// Checks what the contract cannot say, and puts telephones and names into their normal form; the commune it takes place in. What a caller may
/// not choose is no fault where it was there before: those who help change the rest.
fn check(tx: &mut Write<'_>, organiser: InstitutionId, input: &mut EventInput, before: Option<&EventInput>) -> Result<CommuneFacts> {
    let mut faults = Faults::default();
    model::check_dates(input, &mut faults);
    let name = &mut input.name;
    for (pointer, part) in [("/name/ar", Some(&mut name.ar)), ("/name/fr", name.fr.as_mut()), ("/name/en", name.en.as_mut())] {
        let Some(part) = part else { continue };
        match text::hygiene::clean(part) {
            Ok(clean) => *part = clean,
            Err(_) => faults.add(pointer, Fault::ForbiddenCharacters),
        }
    }
    if let Some(phone) = &mut input.contact_phone {
        match text::phone::normalise(phone) {
            Ok(normal) => *phone = normal,
            Err(_) => faults.add("/contact_phone", Fault::WrongPhone),
        }
    }
    let commune = territory::commune_facts(tx.conn, &input.place.commune_code)?;
    match (&commune, &tx.scope) {
        (None, _) => faults.expecting("/place/commune_code", Fault::NoSuch, &input.place.commune_code),
        (Some(commune), Scope::Wilayas(codes))
            if !codes.contains(&commune.wilaya_code) && before.is_none_or(|before| before.place.commune_code != commune.code) =>
        {
            let wilaya = territory::wilaya_names(tx.conn, std::slice::from_ref(&commune.wilaya_code))?.into_iter().next();
            let language = tx.origin.language;
            let wilaya = wilaya.as_ref().map_or(commune.wilaya_code.as_str(), |(_, name)| name.in_language(language));
            faults.expecting("/place/commune_code", Fault::Of(&NOT_YOUR_WILAYA), place_of(commune, wilaya, language));
        }
        _ => {}
    }
    let far = matches!(input.scale, EventScale::National | EventScale::International);
    if far && before.is_none_or(|before| before.scale != input.scale) && tx.caller.and_then(|caller| caller.role) == Some(Role::Chamber) {
        faults.add("/scale", Fault::Of(&NOT_YOUR_SCALE));
    }
    let known = institutions::body_names(tx.conn, &input.co_organiser_ids)?;
    for (index, id) in input.co_organiser_ids.iter().enumerate() {
        let pointer = format!("/co_organiser_ids/{index}");
        if *id == organiser || input.co_organiser_ids[..index].contains(id) {
            faults.add(pointer, Fault::Repeated);
        } else if !known.contains_key(id) {
            faults.expecting(pointer, Fault::NoSuch, id);
        }
    }
    let sectors = crafts::sector_domains(tx.conn)?;
    for (index, code) in input.craft_sectors.iter().enumerate() {
        let pointer = format!("/craft_sectors/{index}");
        if input.craft_sectors[..index].contains(code) {
            faults.add(pointer, Fault::Repeated);
        } else if !sectors.contains_key(code) {
            faults.expecting(pointer, Fault::NoSuch, code);
        }
    }
    faults.finish()?;
    commune.ok_or_else(Error::not_found)
}

/// The row with the content of an input.
fn fill(row: &mut Row, input: &EventInput, commune: &CommuneFacts) -> Result<()> {
    row.kind = input.kind;
    row.scale = input.scale;
    row.name_sort = text::fold(&input.name.ar);
    row.search = search::stored(input.name.parts().chain(input.place.venue.parts()).chain(commune.name.parts()));
    row.wilaya_code.clone_from(&commune.wilaya_code);
    row.commune_code.clone_from(&commune.code);
    (row.starts_on, row.ends_on) = (input.starts_on, input.ends_on);
    row.document = Json::of(input)?;
    Ok(())
}

/// A new draft.
///
/// # Errors
/// Never: an input is JSON.
pub fn row(id: EventId, organiser: InstitutionId, input: &EventInput, commune: &CommuneFacts, now: Instant) -> Result<Row> {
    let mut row = Row {
        id,
        organiser_id: organiser,
        kind: input.kind,
        scale: input.scale,
        status: EventStatus::Draft,
        status_since: now,
        name_sort: String::new(),
        wilaya_code: String::new(),
        commune_code: String::new(),
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        previous_id: None,
        document: Json::of(input)?,
        search: String::new(),
        created_by: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    fill(&mut row, input, commune)?;
    Ok(row)
}

/// Everybody who organises an event.
pub fn organisers(organiser: InstitutionId, input: &EventInput) -> Vec<InstitutionId> {
    std::iter::once(organiser).chain(input.co_organiser_ids.iter().copied()).collect()
}

fn add(tx: &mut Write<'_>, mut input: EventInput, previous: Option<EventId>) -> Result<Row> {
    let organiser = own(tx)?;
    let commune = check(tx, organiser, &mut input, None)?;
    let fresh = row(tx.new_id(), organiser, &input, &commune, tx.now)?;
    let row = Row { previous_id: previous, created_by: tx.caller.and_then(Caller::person), ..fresh };
    store::insert(tx.conn, &row)?;
    store::set_links(tx.conn, row.id, &organisers(organiser, &input), &input.craft_sectors)?;
    steps::keep(tx, &row, None, None)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(&input)?))?;
    Ok(row)
}

pub fn create(tx: &mut Write<'_>, input: EventInput) -> Result<Event> {
    let row = add(tx, input, None)?;
    view::of(tx, row)
}

/// An event the caller may change now.
///
/// # Errors
/// `not_found`, `forbidden`, or `wrong_state` for one that is over.
pub fn open(tx: &mut Write<'_>, id: EventId) -> Result<Row> {
    let row = store::find(tx, id)?;
    if !may_edit(tx, &row)? {
        return Err(Error::new(Kind::Forbidden));
    }
    if row.status.over() {
        return Err(Error::say(
            Kind::WrongState,
            "التظاهرة منتهية أو ملغاة ولا تعدَّل.",
            "L’événement est terminé ou annulé et ne se modifie plus.",
            "The event is over or cancelled and no longer changes.",
        ));
    }
    Ok(row)
}

pub fn update(tx: &mut Write<'_>, id: EventId, expected: IfMatch, patch: &MergePatch) -> Result<Event> {
    let row = open(tx, id)?;
    expected.check(row.version)?;
    let before: EventInput = row.document.read()?;
    let after: EventInput = patch.apply(&before)?;
    if row.status == EventStatus::Published {
        let today = tx.now.day();
        let mut faults = Faults::default();
        let days = [("/starts_on", before.starts_on, after.starts_on), ("/ends_on", before.ends_on, after.ends_on)];
        for (pointer, _, _) in days.into_iter().filter(|(_, was, is)| is != was && *is < today) {
            faults.expecting(pointer, Fault::Of(&DAY_IS_OVER), today);
        }
        faults.finish()?;
    }
    let moved = row.status == EventStatus::Published && (after.starts_on, after.ends_on) != (before.starts_on, before.ends_on);
    let next = rewrite(tx, row, &before, after)?;
    if moved {
        steps::announce_days(tx, &next)?;
    }
    view::of(tx, next)
}

/// Saves new content of an event, with audit and event.
///
/// # Errors
/// `invalid`, or `precondition_failed` when somebody else was quicker.
pub fn rewrite(tx: &mut Write<'_>, row: Row, before: &EventInput, mut after: EventInput) -> Result<Row> {
    let commune = check(tx, row.organiser_id, &mut after, Some(before))?;
    if after.starts_on != before.starts_on {
        for bound in EVENT_BOUNDS {
            bound(tx, row.id, after.starts_on)?;
        }
    }
    let mut next = Row { version: row.version + 1, updated_at: tx.now, ..row };
    fill(&mut next, &after, &commune)?;
    store::save(tx.conn, &next)?;
    store::set_links(tx.conn, next.id, &organisers(next.organiser_id, &after), &after.craft_sectors)?;
    tx.audit((SUBJECT, &next.id.to_string()), Some(&serde_json::to_value(before)?), Some(&serde_json::to_value(&after)?))?;
    if next.status != EventStatus::Draft {
        tx.publish("event.changed", next.id.0, None, &json!({ "version": next.version }))?;
    }
    Ok(next)
}

/// What is said to whoever asks for a second edition after the same one.
fn has_next(tx: &mut Write<'_>, next: &Row) -> Result<Error> {
    let seen = may_edit(tx, next)? || next.status != EventStatus::Draft;
    let (sentence, named) = if seen {
        let EventInput { name, .. } = next.document.read()?;
        (&NEXT_EXISTS, format!("{} ({})", name.in_language(tx.origin.language), tx.origin.language.day(next.starts_on)))
    } else {
        let by = institutions::named(tx.conn, &[next.organiser_id])?(next.organiser_id);
        (&NEXT_IS_PREPARED, by.name.in_language(tx.origin.language).to_owned())
    };
    Ok(Error { fields: vec![FieldFault::expecting("", Fault::Of(sentence), named)], ..Error::new(Kind::AlreadyExists) })
}

/// A draft of the next edition of an event, organised by the caller, with everything that follows an event; there is one.
pub fn copy(tx: &mut Write<'_>, id: EventId, wanted: EventCopyInput) -> Result<Event> {
    let row = store::find(tx, id)?;
    if !may_edit(tx, &row)? {
        return Err(Error::new(Kind::Forbidden));
    }
    if let Some(next) = store::hold_for_edition(tx.conn, id)? {
        return Err(has_next(tx, &next)?);
    }
    let content: EventInput = row.document.read()?;
    if wanted.starts_on <= content.ends_on {
        return Err(Error::invalid(vec![FieldFault::expecting("/starts_on", Fault::Of(&NEXT_COMES_LATER), content.ends_on)]));
    }
    let by = wanted.starts_on - content.starts_on;
    let beyond = || Error::invalid(vec![FieldFault::new("/starts_on", Fault::WrongFormat)]);
    let mut next = model::moved(&content, wanted.starts_on).ok_or_else(beyond)?;
    if let Some(name) = wanted.name {
        next.name = name;
    }
    // Whoever organises the next edition is not its own helper, and the one before helps it.
    let own = own(tx)?;
    if own != row.organiser_id {
        next.co_organiser_ids.retain(|institution| *institution != own);
        next.co_organiser_ids.push(row.organiser_id);
    }
    let made = add(tx, next, Some(id))?;
    let told = brief::of(&made)?;
    for part in EDITION_PARTS {
        part(tx, id, &told, by)?;
    }
    view::of(tx, made)
}
