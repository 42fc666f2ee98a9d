//! What associations declare, and who reads it.

use super::SUBJECT;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::PersonId;
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::rounds::RoundState;
use crate::kernel::validate::{Fault, Faults, FieldFault, Sentence};
use crate::resources::accounts;
use crate::resources::calls::{self, ApplicationId, ApplicationStatus, Entry};
use crate::resources::events::{self, Brief, Id as EventId};
use crate::resources::outcomes::model::{OutcomeChannel, OutcomeDeclaration, OutcomeRound, exhibits};
use crate::resources::outcomes::store::{self, Row};
use crate::resources::outcomes::wire::{ApplicationOutcomes, DeclaredOutcome, EventOutcome, OutcomeQuery, OutcomeRoundView};
use serde_json::json;
use std::collections::HashMap;

static NOT_BEGUN: Sentence = Sentence {
    code: "event_not_begun",
    phrase: Phrase {
        ar: "لا يصرح بالحصيلة قبل بداية التظاهرة، وتبدأ في {}.",
        fr: "Un bilan ne se déclare pas avant le début de la manifestation : elle commence le {}.",
        en: "Nothing is declared before the event has begun: it begins on {}.",
    },
};
static NOT_OPEN: Sentence = Sentence {
    code: "round_not_open",
    phrase: Phrase {
        ar: "لم تفتح مرحلة التصريح هذه بعد، تفتح في {}.",
        fr: "Cette étape n’est pas encore ouverte : elle ouvre le {}.",
        en: "This round is not open yet: it opens on {}.",
    },
};
static OVER: Sentence = Sentence {
    code: "round_closed",
    phrase: Phrase {
        ar: "انتهى أجل التصريح في هذه المرحلة يوم {}.",
        fr: "Les déclarations de cette étape sont closes depuis le {}.",
        en: "Declarations of this round ended on {}.",
    },
};

static OWN_WORD: Sentence = Sentence {
    code: "own_word",
    phrase: Phrase {
        ar: "تقييم التظاهرة للجمعية وحدها، أرسل الحصيلة دونه.",
        fr: "L’évaluation revient à l’association seule : envoyez le bilan sans elle.",
        en: "Only the association judges the event: send the outcome without it.",
    },
};
static OWN_DECLARATION: Sentence = Sentence {
    code: "own_declaration",
    phrase: Phrase {
        ar: "صرحت الجمعية بنفسها يوم {}، ولا يغير تصريحها سواها.",
        fr: "L’association a déclaré elle-même le {} ; elle seule peut changer sa déclaration.",
        en: "The association declared this itself on {}; nobody else changes it.",
    },
};

/// Fine while a round of an event is open that was not called off.
///
/// # Errors
/// `wrong_state` with the day it opens or closed.
pub fn must_be_open(event: &Brief, round: OutcomeRound, now: Instant) -> Result<()> {
    if !matches!(event.status, events::Status::Published | events::Status::Closed) {
        return Err(Error::say(
            Kind::WrongState,
            "أُجلت التظاهرة أو ألغيت، فلا حصيلة لها.",
            "La manifestation est reportée ou annulée : elle n’a pas de bilan.",
            "The event was put off or called off: nothing came out of it.",
        ));
    }
    let window = round.window(event.starts_on, event.ends_on);
    let (sentence, day) = match window.state(now.day()) {
        RoundState::Open => return Ok(()),
        RoundState::Upcoming if round == OutcomeRound::Close => (&NOT_BEGUN, window.opens_on),
        RoundState::Upcoming => (&NOT_OPEN, window.opens_on),
        RoundState::Closed => (&OVER, window.closes_on),
    };
    Err(Error { fields: vec![FieldFault::expecting("/round", Fault::Of(sentence), day)], ..Error::new(Kind::WrongState) })
}

fn must_exhibit(status: ApplicationStatus) -> Result<()> {
    if exhibits(status) {
        return Ok(());
    }
    Err(match status {
        ApplicationStatus::Absent => Error::say(
            Kind::WrongState,
            "سجل المنظمون غياب جمعيتكم عن التظاهرة، فلا تصرح بحصيلة. راسلوهم إن كان ذلك خطأ.",
            "Les organisateurs ont noté l’absence de votre association : écrivez-leur si c’est une erreur.",
            "The organisers have noted that your association was absent: write to them if that is wrong.",
        ),
        _ => Error::say(
            Kind::WrongState,
            "التصريح بالحصيلة للجمعيات التي شاركت في التظاهرة.",
            "Le bilan se déclare par les associations qui ont exposé.",
            "Outcomes are declared by associations that exhibited.",
        ),
    })
}

fn shown(row: &Row, names: &HashMap<PersonId, String>) -> Result<DeclaredOutcome> {
    let input = row.input()?;
    Ok(DeclaredOutcome {
        visitors: input.visitors,
        sales: input.sales,
        orders: input.orders,
        orders_value: input.orders_value,
        contacts: input.contacts,
        comment: input.comment,
        evaluation: input.evaluation,
        declared_at: row.declared_at,
        declared_through: row.declared_through,
        person_name: row.person_id.and_then(|id| names.get(&id).cloned()),
        version: row.version,
    })
}

/// A round of an application; without names where there are none, and whether the caller may declare it while it is open.
///
/// # Errors
/// When what is kept cannot be read.
pub fn round_view(
    event: &Brief,
    round: OutcomeRound,
    (asked_at, row): (Option<Instant>, Option<&Row>),
    (names, may): (&HashMap<PersonId, String>, bool),
    now: Instant,
) -> Result<OutcomeRoundView> {
    let window = round.window(event.starts_on, event.ends_on);
    Ok(OutcomeRoundView {
        round,
        opens_on: window.opens_on,
        closes_on: window.closes_on,
        state: window.state(now.day()),
        asked_at,
        declarable: may && must_be_open(event, round, now).is_ok(),
        declared: row.map(|row| shown(row, names)).transpose()?,
    })
}

fn view(tx: &mut Read<'_>, entry: &Entry, event: &Brief, own: bool) -> Result<ApplicationOutcomes> {
    let rows = store::of_application(tx.conn, entry.id)?;
    let asked = store::requests(tx.conn, event.id)?;
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let body = Body::Association(entry.association_id);
    let round = |round: &OutcomeRound| {
        let row = rows.iter().find(|row| row.round == *round);
        let may = exhibits(entry.status) && (own || row.is_none_or(|row| row.declared_through == OutcomeChannel::Organiser));
        round_view(event, *round, (asked.get(round).copied(), row), (&names, may), tx.now)
    };
    let rounds: Vec<OutcomeRoundView> = OutcomeRound::ALL.iter().map(round).collect::<Result<_>>()?;
    Ok(ApplicationOutcomes {
        application_id: entry.id,
        event_id: event.id,
        event_name: event.name.clone(),
        association_id: entry.association_id,
        association_name: accounts::body_names(tx.conn, &[body])?(body).0,
        status: entry.status,
        own,
        declarable: rounds.iter().any(|round| round.declarable),
        rounds,
    })
}

/// What was declared of an application, for its association and the organisers.
pub fn get(tx: &mut Read<'_>, id: ApplicationId) -> Result<ApplicationOutcomes> {
    let place = calls::place(tx, id)?;
    let event = events::read(tx, place.event_id)?;
    if !place.own && !event.ours {
        return Err(Error::new(Kind::Forbidden));
    }
    let entry = calls::entry(tx, id)?;
    view(tx, &entry, &event, place.own)
}

/// The association declares a round, again as often as it likes while it is open; or an organiser for one that told them.
pub fn declare(tx: &mut Write<'_>, id: ApplicationId, input: &OutcomeDeclaration) -> Result<ApplicationOutcomes> {
    let place = calls::place(tx, id)?;
    let machine = tx.caller.and_then(Caller::key).is_some();
    let through = match place.own {
        true if machine => OutcomeChannel::Key,
        true => OutcomeChannel::Session,
        false if events::read(tx, place.event_id)?.ours => OutcomeChannel::Organiser,
        false => return Err(Error::new(Kind::Forbidden)),
    };
    keep(tx, id, input, through)?;
    get(tx, id)
}

/// Whoever declares for another says nothing in its name about the event, and does not replace what it said itself.
fn must_not_speak_over(input: &OutcomeDeclaration, before: Option<&Row>) -> Result<()> {
    if input.evaluation.is_some() {
        return Err(Error::invalid(vec![FieldFault::new("/evaluation", Fault::Of(&OWN_WORD))]));
    }
    match before.filter(|row| row.declared_through != OutcomeChannel::Organiser) {
        None => Ok(()),
        Some(row) => Err(Error {
            fields: vec![FieldFault::expecting("/round", Fault::Of(&OWN_DECLARATION), row.declared_at.day())],
            ..Error::new(Kind::WrongState)
        }),
    }
}

/// Keeps a declaration instead of what was said before.
///
/// # Errors
/// `invalid`, or `wrong_state` outside of the round and for an application that did not exhibit.
pub fn keep(tx: &mut Write<'_>, id: ApplicationId, input: &OutcomeDeclaration, through: OutcomeChannel) -> Result<()> {
    let mut faults = Faults::default();
    input.check(&mut faults);
    faults.finish()?;
    let entry = calls::entry(tx, id)?;
    calls::lock(tx, entry.event_id)?;
    // Again, now that nobody else is at it.
    let entry = calls::entry(tx, id)?;
    let event = events::read(tx, entry.event_id)?;
    must_exhibit(entry.status)?;
    must_be_open(&event, input.round, tx.now)?;
    let before = store::of_application(tx.conn, id)?.into_iter().find(|row| row.round == input.round);
    if through == OutcomeChannel::Organiser {
        must_not_speak_over(input, before.as_ref())?;
    }
    let count = |count: u32| i32::try_from(count).map_err(Error::internal);
    let row = Row {
        application_id: id,
        round: input.round,
        event_id: entry.event_id,
        visitors: count(input.visitors)?,
        sales: input.sales.amount,
        orders: count(input.orders)?,
        orders_value: input.orders_value.amount,
        contacts: count(input.contacts)?,
        comment: input.comment.clone(),
        evaluation: input.evaluation.as_ref().map(Json::of).transpose()?,
        declared_at: tx.now,
        declared_through: through,
        person_id: tx.caller.and_then(Caller::person).filter(|_| through != OutcomeChannel::Link),
        key_id: tx.caller.and_then(Caller::key).filter(|_| through != OutcomeChannel::Link),
        version: before.as_ref().map_or(1, |row| row.version + 1),
    };
    store::put(tx.conn, &row)?;
    let said = |row: &Row| Ok::<_, Error>(json!({ "through": row.declared_through, "declared": row.input()? }));
    let was = before.as_ref().map(said).transpose()?;
    tx.audit((SUBJECT, &id.to_string()), was.as_ref(), Some(&said(&row)?))
}

/// An event whose single declarations the caller may read: as one of its organisers.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn organised(tx: &mut Read<'_>, id: EventId) -> Result<Brief> {
    let event = events::read(tx, id)?;
    if event.ours { Ok(event) } else { Err(Error::new(Kind::Forbidden)) }
}

/// What the exhibitors of an event have declared, by number, for its organisers.
pub fn list(tx: &mut Read<'_>, id: EventId, list: &List<OutcomeQuery>) -> Result<Page<EventOutcome>> {
    let query = &list.query;
    organised(tx, id)?;
    let after: Option<(i32, OutcomeRound)> = list.after()?;
    let found = store::page(tx.conn, id, query.round, after, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, id, query.round))?;
    let page = list.page(found, total, |(row, number, _)| (number.unwrap_or_default(), row.round))?;
    let bodies: Vec<Body> = page.items.iter().map(|(.., association)| Body::Association(*association)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let people: Vec<PersonId> = page.items.iter().filter_map(|(row, ..)| row.person_id).collect();
    let people = accounts::person_names(tx.conn, &people)?;
    let item = |(row, number, association): &(Row, Option<i32>, _)| {
        Ok(EventOutcome {
            application_id: row.application_id,
            number: number.unwrap_or_default(),
            association_id: *association,
            association_name: names(Body::Association(*association)).0,
            round: row.round,
            declared: shown(row, &people)?,
        })
    };
    Ok(Page { items: page.items.iter().map(item).collect::<Result<_>>()?, next_cursor: page.next_cursor, total })
}
