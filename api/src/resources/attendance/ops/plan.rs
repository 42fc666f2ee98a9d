//! The modules of a course laid over working days.

use super::rows::{changing, fault, must_fit, new_row};
use super::{SESSION, view};
use crate::kernel::access::allowed::Write;
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, Sentence};
use crate::resources::attendance::model::timetable::{Slot, lay};
use crate::resources::attendance::model::{CourseSessionInput, CourseSessionStatus, room_key};
use crate::resources::attendance::store;
use crate::resources::attendance::wire::{CourseSession, TimetableInput};
use crate::resources::cohorts::{Id as CohortId, Running};
use crate::resources::holidays;
use chrono::{Datelike, NaiveDate, NaiveTime};
use planning::calendar::Weekday;
use serde_json::json;

static TOO_FEW_HOURS: Sentence = Sentence {
    code: "too_small",
    phrase: Phrase {
        ar: "لا تتسع هذه الأيام والساعات لحجم الدورة، وينقصها {} (ساعات ودقائق): زيدوا أياما أو ساعات.",
        fr: "Ces jours et ces heures ne suffisent pas au volume de la formation, il manque {} (heures et minutes) : ajoutez-en.",
        en: "These days and hours do not hold the whole course, {} are missing (hours and minutes): add days or hours.",
    },
};
/// Latest end of teaching.
const LATEST: NaiveTime = match NaiveTime::from_hms_opt(22, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

fn check(input: &TimetableInput, cohort: &Running) -> Result<Vec<Slot>> {
    let mut faults = Faults::default();
    let content = &cohort.content;
    if let Some(from) = input.from.filter(|from| *from < content.starts_on || *from > content.ends_on) {
        let (kind, bound) =
            if from < content.starts_on { (Fault::TooSmall, content.starts_on) } else { (Fault::TooLarge, content.ends_on) };
        faults.expecting("/from", kind, bound);
    }
    for (index, hours) in input.hours.iter().enumerate() {
        if hours.until <= hours.from {
            faults.add(format!("/hours/{index}/until"), Fault::WrongOrder);
        } else if hours.until > LATEST {
            faults.expecting(format!("/hours/{index}/until"), Fault::TooLarge, LATEST);
        }
        if index > 0 && hours.from < input.hours[index - 1].until {
            faults.add(format!("/hours/{index}/from"), Fault::WrongOrder);
        }
    }
    faults.finish()?;
    Ok(input.hours.iter().map(|hours| Slot { from: hours.from, until: hours.until }).collect())
}

/// Whether there is teaching on a day.
fn works(input: &TimetableInput, off: &[holidays::Occurrence], day: NaiveDate) -> bool {
    let weekday = usize::try_from(day.weekday().num_days_from_monday()).ok().and_then(|place| Weekday::ALL.get(place).copied());
    let wanted =
        if input.weekdays.is_empty() { !view::weekend(day) } else { weekday.is_some_and(|weekday| input.weekdays.contains(&weekday)) };
    let holiday = off.iter().any(|one| one.date <= day && one.until >= day);
    wanted && (input.on_holidays || !holiday)
}

/// Makes the sessions of a cohort from the modules of its course, where it has none yet.
pub fn plan(tx: &mut Write<'_>, id: CohortId, input: &TimetableInput) -> Result<Vec<CourseSession>> {
    let cohort = changing(tx, id)?;
    let slots = check(input, &cohort)?;
    if store::all(tx.conn, id)?.iter().any(|row| row.status == CourseSessionStatus::Planned) {
        return Err(Error::say(
            Kind::WrongState,
            "للدورة حصص مبرمجة. ألغوها قبل وضع جدول جديد، أو أضيفوا الحصص واحدة واحدة.",
            "Cette session de formation a déjà des séances. Annulez-les avant d’en établir l’horaire, ou ajoutez-les une à une.",
            "This cohort has sessions already. Call them off before you lay out a timetable, or add them one by one.",
        ));
    }
    let days = (input.from.unwrap_or(cohort.content.starts_on), cohort.content.ends_on);
    let off = holidays::between(tx.conn, days.0, days.1)?;
    let modules = view::modules(tx, &cohort)?;
    let minutes: Vec<u32> = modules.iter().map(|module| module.minutes).collect();
    let pieces = lay(&minutes, &slots, days, |day| works(input, &off, day))
        .map_err(|missing| fault("/hours", Fault::Of(&TOO_FEW_HOURS), format!("{}:{:02}", missing / 60, missing % 60)))?;
    must_fit(0, pieces.len())?;
    let mut rows = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let content = CourseSessionInput {
            starts_at: piece.starts_at,
            ends_at: piece.ends_at,
            module: modules.get(piece.module).map(|module| module.code.clone()),
            title: None,
            room: None,
            online_url: None,
            trainer_ids: Vec::new(),
            note: None,
        };
        rows.push(new_row(tx.new_id(), (id, room_key(&cohort, None)), &content, tx.now)?);
    }
    store::insert_all(tx.conn, rows.clone(), &[])?;
    tx.audit((SESSION, &id.to_string()), None, Some(&json!({ "sessions": rows.len(), "from": days.0 })))?;
    view::views(tx, &cohort, rows)
}
