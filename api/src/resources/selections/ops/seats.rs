//! What happens to a seat after the decision: questions, confirmation, release, attendance.

use super::SUBJECT;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, FieldFault, Sentence};
use crate::resources::calls::{self, ApplicationId, ApplicationStatus};
use crate::resources::events::{self, Id as EventId};
use crate::resources::selections::model::{FollowUpAnswer, check_answers, check_questions};
use crate::resources::selections::store::{self, AnswerRow, FollowUpRow};
use crate::resources::selections::wire::{
    AttendanceInput, ConfirmationInput, EventSeat, FollowUp, FollowUpInput, ReleaseReason, SeatAnswers,
};
use crate::resources::{WITHDRAWAL_FOLLOWERS, accounts};

static TOO_LATE: Sentence = Sentence {
    code: "confirmation_closed",
    phrase: Phrase {
        ar: "انتهى أجل تأكيد المقاعد في {}.",
        fr: "Le délai de confirmation des places est passé depuis le {}.",
        en: "The time to take seats ended on {}.",
    },
};

static DUE_TOO_LATE: Sentence = Sentence {
    code: "too_large",
    phrase: Phrase {
        ar: "تبدأ التظاهرة يوم {}، فلا يتأخر أجل تأكيد المقاعد عنه.",
        fr: "La manifestation commence le {} : les places se confirment au plus tard ce jour-là.",
        en: "The event begins on {}: seats are to be taken by that day.",
    },
};

fn shown(row: &FollowUpRow) -> Result<FollowUp> {
    Ok(FollowUp { event_id: row.event_id, follow_up: row.document.read()?, version: row.version })
}

/// What those who are selected are asked.
pub fn follow_up(tx: &mut Read<'_>, id: EventId) -> Result<FollowUp> {
    match tx.known()?.body {
        Body::Association(own) => {
            events::read(tx, id)?;
            let has_seat = calls::of_associations(tx, id, &[own])?.iter().any(|entry| entry.status.seated());
            if !has_seat {
                return Err(Error::new(Kind::Forbidden));
            }
        }
        _ => {
            calls::commission(tx, id)?;
        }
    }
    let row = store::follow_up(tx.conn, id)?.ok_or_else(Error::not_found)?;
    shown(&row)
}

/// Writes what those who are selected are asked.
pub fn put_follow_up(tx: &mut Write<'_>, id: EventId, expected: IfMatch, input: &FollowUpInput) -> Result<FollowUp> {
    let commission = calls::open_commission(tx, id)?;
    let before = store::follow_up(tx.conn, id)?;
    expected.check(before.as_ref().map_or(0, |row| row.version))?;
    let mut faults = Faults::default();
    check_questions(&input.questions, &mut faults);
    if input.due_at.is_some_and(|due| due.day() > commission.event.starts_on) {
        faults.expecting("/due_at", Fault::Of(&DUE_TOO_LATE), commission.event.starts_on);
    }
    faults.finish()?;
    let now = tx.now;
    let row = FollowUpRow {
        event_id: id,
        due_at: input.due_at,
        document: Json::of(input)?,
        version: before.as_ref().map_or(1, |row| row.version + 1),
        created_at: before.as_ref().map_or(now, |row| row.created_at),
        updated_at: now,
    };
    store::put_follow_up(tx.conn, &row)?;
    let was = before.map(|row| row.document.read::<serde_json::Value>()).transpose()?;
    tx.audit((SUBJECT, &id.to_string()), was.as_ref(), Some(&serde_json::to_value(input)?))?;
    shown(&row)
}

fn answers_of(tx: &mut Read<'_>, id: ApplicationId) -> Result<Vec<FollowUpAnswer>> {
    Ok(store::answers(tx.conn, id)?.map(|row| row.document.read()).transpose()?.unwrap_or_default())
}

/// Where the seat of an application stands that the caller may know of.
pub fn get(tx: &mut Read<'_>, id: ApplicationId) -> Result<EventSeat> {
    calls::place(tx, id)?;
    let entry = calls::entry(tx, id)?;
    if !entry.status.seated() {
        return Err(Error::not_found());
    }
    Ok(EventSeat { application_id: id, status: entry.status, answers: answers_of(tx, id)? })
}

/// The association takes its seat, and answers what it is asked; it may answer again until the seats are to be taken.
pub fn confirm(tx: &mut Write<'_>, id: ApplicationId, input: ConfirmationInput) -> Result<EventSeat> {
    let entry = calls::own_entry(tx, id)?;
    calls::lock(tx, entry.event_id)?;
    let entry = calls::own_entry(tx, entry.id)?;
    if !matches!(entry.status, ApplicationStatus::Selected | ApplicationStatus::Confirmed) {
        return Err(Error::new(Kind::WrongState));
    }
    let asked = store::follow_up(tx.conn, entry.event_id)?;
    if let Some(due) = asked.as_ref().and_then(|row| row.due_at).filter(|due| tx.now >= *due) {
        return Err(Error {
            fields: vec![FieldFault::telling("", Fault::Of(&TOO_LATE), |language| language.moment(due))],
            ..Error::new(Kind::WrongState)
        });
    }
    let questions = asked.map(|row| row.document.read::<FollowUpInput>()).transpose()?.map(|asked| asked.questions).unwrap_or_default();
    let mut faults = Faults::default();
    check_answers(&questions, &input.answers, &mut faults);
    faults.finish()?;
    let row = AnswerRow { application_id: id, event_id: entry.event_id, document: Json::of(&input.answers)?, answered_at: tx.now };
    store::put_answers(tx.conn, &row)?;
    calls::step(tx, &entry, ApplicationStatus::Confirmed, None)?;
    Ok(EventSeat { application_id: id, status: ApplicationStatus::Confirmed, answers: input.answers })
}

/// The organisers give the seat of somebody who has not taken it in time to the next one.
pub fn release(tx: &mut Write<'_>, id: ApplicationId, why: &ReleaseReason) -> Result<EventSeat> {
    let entry = calls::entry(tx, id)?;
    calls::open_commission(tx, entry.event_id).map_err(hidden)?;
    let entry = calls::entry(tx, entry.id)?;
    let due = store::follow_up(tx.conn, entry.event_id)?.and_then(|row| row.due_at);
    if entry.status != ApplicationStatus::Selected || due.is_none_or(|due| tx.now < due) {
        return Err(Error::say(
            Kind::WrongState,
            "لا يعطى المقعد لغير صاحبه إلا إذا لم يؤكده وانتهى أجل التأكيد.",
            "Une place n’est réattribuée que si elle n’a pas été confirmée dans le délai.",
            "A seat goes to somebody else only when it was not taken in time.",
        ));
    }
    calls::step(tx, &entry, ApplicationStatus::Withdrawn, Some(&why.reason))?;
    for follow in WITHDRAWAL_FOLLOWERS {
        follow(tx, entry.event_id)?;
    }
    Ok(EventSeat { application_id: id, status: ApplicationStatus::Withdrawn, answers: answers_of(tx, id)? })
}

/// Keeps whether an association with a seat was there, from the first day of the event on.
pub fn attend(tx: &mut Write<'_>, id: ApplicationId, input: &AttendanceInput) -> Result<EventSeat> {
    let entry = calls::entry(tx, id)?;
    let commission = calls::open_commission(tx, entry.event_id).map_err(hidden)?;
    let entry = calls::entry(tx, entry.id)?;
    if tx.now.day() < commission.event.starts_on {
        return Err(Error::say(
            Kind::WrongState,
            "لم تبدأ التظاهرة بعد.",
            "La manifestation n’a pas commencé.",
            "The event has not begun.",
        ));
    }
    if !entry.status.seated() {
        return Err(Error::new(Kind::WrongState));
    }
    let to = if input.attended { ApplicationStatus::Attended } else { ApplicationStatus::Absent };
    calls::step(tx, &entry, to, None)?;
    Ok(EventSeat { application_id: id, status: to, answers: answers_of(tx, id)? })
}

/// An application of somebody else's event is not there, whatever the reason.
fn hidden(error: Error) -> Error {
    if error.kind == Kind::Forbidden { Error::not_found() } else { error }
}

/// What those with a seat have answered, by number, for the organisers.
pub fn answers(tx: &mut Read<'_>, id: EventId, list: &List<Unfiltered>) -> Result<Page<SeatAnswers>> {
    calls::commission(tx, id)?;
    let after: Option<i32> = list.after()?;
    let found = store::answered(tx.conn, id, after, list.limit + 1)?;
    let total = list.total(|| store::answered_total(tx.conn, id))?;
    let page = list.page(found, total, |(_, number, _)| *number)?;
    let bodies: Vec<Body> = page.items.iter().map(|(.., association)| Body::Association(*association)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let view = |(row, number, association): (AnswerRow, Option<i32>, _)| {
        Ok(SeatAnswers {
            application_id: row.application_id,
            number: number.unwrap_or_default(),
            association_name: names(Body::Association(association)).0,
            answered_at: row.answered_at,
            answers: row.document.read()?,
        })
    };
    Ok(Page { items: page.items.into_iter().map(view).collect::<Result<_>>()?, next_cursor: page.next_cursor, total })
}
