//! The call of an event.

use super::findings;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, FieldFault, Sentence};
use crate::resources::calls::model::CallInput;
use crate::resources::calls::store::{self, CallRow};
use crate::resources::calls::wire::{Call, CallState};
use crate::resources::events::{self, Id as EventId};
use crate::resources::{crafts, territory};
use chrono::{Duration, NaiveDate, NaiveTime};
use serde_json::json;

const SUBJECT: &str = "event_call";

static NOT_OPEN_YET: Sentence = Sentence {
    code: "not_open_yet",
    phrase: Phrase {
        ar: "لم يفتح النداء بعد، يفتح في {}.",
        fr: "L’appel n’est pas encore ouvert : il ouvre le {}.",
        en: "The call is not open yet: it opens on {}.",
    },
};
static CLOSED: Sentence = Sentence {
    code: "call_closed",
    phrase: Phrase { ar: "أغلق النداء في {}.", fr: "L’appel est clos depuis le {}.", en: "The call closed on {}." },
};

static ENDS_LATER: Sentence = Sentence {
    code: "call_ends_later",
    phrase: Phrase {
        ar: "يغلق نداء المشاركة يوم {}، فلا تبدأ التظاهرة قبله. قدموا أجل النداء أولا.",
        fr: "L’appel à participation se clôt le {} : l’événement ne commence pas avant. Avancez d’abord la fin de l’appel.",
        en: "The call closes on {}: the event does not begin before. Bring the end of the call forward first.",
    },
};

static CLOSES_TOO_LATE: Sentence = Sentence {
    code: "too_large",
    phrase: Phrase {
        ar: "تبدأ التظاهرة يوم {}، فلا يغلق النداء بعده.",
        fr: "La manifestation commence le {} : l’appel ne se clôt pas après.",
        en: "The event begins on {}: the call does not close after that day.",
    },
};
static NO_CRITERIA: Sentence = Sentence {
    code: "no_criteria",
    phrase: Phrase {
        ar: "النداء بلا معايير، ولا تنقّط اللجنة الطلبات ولا يكون اختيار دونها: أضيفوا معيارا واحدا على الأقل قبل الإعلان.",
        fr: "L’appel n’a pas de critère : sans critère, pas de notation ni de sélection. Ajoutez-en au moins un avant l’annonce.",
        en: "The call has no criteria: without them nothing is scored and nobody selected. Add at least one before it is announced.",
    },
};

pub fn state(row: &CallRow, now: Instant) -> CallState {
    if now < row.opens_at {
        CallState::Upcoming
    } else if now < row.closes_at {
        CallState::Open
    } else {
        CallState::Closed
    }
}

/// Fine when the call of an event, where there is one that has not closed yet, closes by the day the event begins.
///
/// # Errors
/// `invalid` with the day the call closes.
pub fn ends_before(tx: &mut Read<'_>, id: EventId, starts_on: NaiveDate) -> Result<()> {
    match store::call(tx.conn, id)? {
        Some(row) if state(&row, tx.now) != CallState::Closed && row.closes_at.day() > starts_on => {
            Err(Error::invalid(vec![FieldFault::expecting("/starts_on", Fault::Of(&ENDS_LATER), row.closes_at.day())]))
        }
        _ => Ok(()),
    }
}

/// Fine when the call of an event, where there is one that has not closed yet, has what it takes to be announced with it.
///
/// # Errors
/// `wrong_state` with what is lacking.
pub fn ready(tx: &mut Read<'_>, id: EventId) -> Result<()> {
    match store::call(tx.conn, id)? {
        Some(row) if state(&row, tx.now) != CallState::Closed && row.input()?.criteria.is_empty() => {
            Err(Error { fields: vec![FieldFault::new("", Fault::Of(&NO_CRITERIA))], ..Error::new(Kind::WrongState) })
        }
        _ => Ok(()),
    }
}

/// Fine while a call takes applications.
///
/// # Errors
/// `wrong_state` with the time it opens or closed.
pub fn must_be_open(row: &CallRow, now: Instant) -> Result<()> {
    let (sentence, at) = match state(row, now) {
        CallState::Open => return Ok(()),
        CallState::Upcoming => (&NOT_OPEN_YET, row.opens_at),
        CallState::Closed => (&CLOSED, row.closes_at),
    };
    let told = FieldFault::telling("", Fault::Of(sentence), |language| language.moment(at));
    Err(Error { fields: vec![told], ..Error::new(Kind::WrongState) })
}

fn shown(row: &CallRow, now: Instant) -> Result<Call> {
    let reviews_per_application = row.reviews_per_application;
    Ok(Call { event_id: row.event_id, state: state(row, now), reviews_per_application, call: row.input()?, version: row.version })
}

/// What is said of a call whose applications are being read.
pub fn review_has_begun() -> Error {
    Error::say(
        Kind::WrongState,
        "شرعت اللجنة في دراسة الطلبات، فلا يعدل النداء ولا تقبل طلبات بعد الآن.",
        "La commission examine déjà les candidatures : l’appel ne change plus.",
        "The commission is reading the applications already: the call no longer changes.",
    )
}

/// The tag of a view: its state follows the clock, and the commission takes it over at some time.
pub fn tag(call: &Call) -> String {
    format!("{}-{}{}", call.version, call.state, if call.reviews_per_application.is_some() { "-read" } else { "" })
}

/// The call of an event the caller may know of.
pub fn get(tx: &mut Read<'_>, id: EventId) -> Result<Call> {
    events::read(tx, id)?;
    let row = store::call(tx.conn, id)?.ok_or_else(Error::not_found)?;
    shown(&row, tx.now)
}

/// Checks a call of an event that begins on a day.
///
/// # Errors
/// `invalid` with every field that is wrong.
pub fn check(tx: &mut Read<'_>, starts_on: NaiveDate, input: &CallInput) -> Result<()> {
    let mut faults = Faults::default();
    input.check(&mut faults);
    if input.closes_at.day() > starts_on {
        faults.expecting("/closes_at", Fault::Of(&CLOSES_TOO_LATE), starts_on);
    }
    let sectors = crafts::sector_domains(tx.conn)?;
    let named: Vec<String> = input.all_conditions().flat_map(|(_, conditions)| conditions.wilayas.clone()).collect();
    let unknown = if named.is_empty() { Vec::new() } else { territory::unknown_wilayas(tx.conn, &named)? };
    for (pointer, conditions) in input.all_conditions() {
        for (index, code) in conditions.craft_sectors.iter().enumerate().filter(|(_, code)| !sectors.contains_key(*code)) {
            faults.expecting(format!("{pointer}/craft_sectors/{index}"), Fault::NoSuch, code);
        }
        for (index, code) in conditions.wilayas.iter().enumerate().filter(|(_, code)| unknown.contains(code)) {
            faults.expecting(format!("{pointer}/wilayas/{index}"), Fault::NoSuch, code);
        }
    }
    faults.finish()
}

/// Midnight in Algeria at the beginning of a day.
fn midnight(day: NaiveDate) -> Instant {
    Instant::at(day, NaiveTime::MIN)
}

/// The call of an event for its next edition, so much later, as part of a draft. One that would have opened already opens tomorrow at eight and takes as long as
/// the one before; it closes when the event begins at the latest. Where that leaves no time there is nothing to take over.
///
/// # Errors
/// When the database does not answer.
pub fn take_over(tx: &mut Write<'_>, from: EventId, to: &events::Brief, by: Duration) -> Result<()> {
    let Some(was) = store::call(tx.conn, from)? else { return Ok(()) };
    let mut input = was.input()?;
    let length = input.closes_at.utc() - input.opens_at.utc();
    let tomorrow = midnight(tx.now.day()).plus(Duration::hours(24 + 8));
    let opens_at = Some(input.opens_at.plus(by)).filter(|opens| *opens > tx.now).unwrap_or(tomorrow);
    (input.opens_at, input.closes_at) = (opens_at, opens_at.plus(length).min(midnight(to.starts_on)));
    if input.closes_at <= input.opens_at {
        return Ok(());
    }
    let row = CallRow {
        event_id: to.id,
        opens_at: input.opens_at,
        closes_at: input.closes_at,
        document: Json::of(&input)?,
        version: 1,
        created_at: tx.now,
        updated_at: tx.now,
        reviews_per_application: None,
    };
    store::add_call(tx.conn, &row)?;
    tx.audit((SUBJECT, &to.id.to_string()), None, Some(&serde_json::to_value(&input)?))
}

/// Writes the call of an event; one that has closed is only opened again, with a later end.
pub fn put(tx: &mut Write<'_>, id: EventId, expected: IfMatch, input: &CallInput) -> Result<Call> {
    let event = events::organised(tx, id)?;
    let before = store::call(tx.conn, id)?;
    expected.check(before.as_ref().map_or(0, |row| row.version))?;
    check(tx, event.starts_on, input)?;
    if event.status != events::Status::Draft && input.criteria.is_empty() {
        return Err(Error::invalid(vec![FieldFault::new("/criteria", Fault::Of(&NO_CRITERIA))]));
    }
    let now = tx.now;
    if before.as_ref().is_some_and(|row| state(row, now) == CallState::Closed) && input.closes_at <= now {
        return Err(Error::say(
            Kind::WrongState,
            "أغلق النداء ولا يعدل إلا بتمديد أجله.",
            "L’appel est clos : il ne se modifie qu’en prolongeant son délai.",
            "The call has closed: it changes only with a later end.",
        ));
    }
    if before.as_ref().is_some_and(|row| row.reviews_per_application.is_some()) {
        return Err(review_has_begun());
    }
    let fresh = CallRow {
        event_id: id,
        opens_at: input.opens_at,
        closes_at: input.closes_at,
        document: Json::of(input)?,
        version: 1,
        created_at: now,
        updated_at: now,
        reviews_per_application: None,
    };
    let row = match &before {
        None => {
            store::add_call(tx.conn, &fresh)?;
            fresh
        }
        Some(was) => {
            let next = CallRow { version: was.version + 1, created_at: was.created_at, ..fresh };
            store::save_call(tx.conn, &next)?;
            next
        }
    };
    let rules = before.as_ref().map(CallRow::input).transpose()?.map(|was| was.conditions);
    let was = before.map(|row| row.document.read::<serde_json::Value>()).transpose()?;
    tx.audit((SUBJECT, &id.to_string()), was.as_ref(), Some(&serde_json::to_value(input)?))?;
    if rules.is_some_and(|was| was != input.conditions) {
        findings::check_again(tx, &event, &input.conditions)?;
    }
    if event.status != events::Status::Draft {
        let told = json!({ "opens_at": input.opens_at, "closes_at": input.closes_at, "version": row.version });
        tx.publish("event.call_changed", id.0, None, &told)?;
    }
    shown(&row, now)
}
