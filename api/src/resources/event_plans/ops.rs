//! One function for each operation.

use super::store::{self, Row};
use super::wire::EventPlan;
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault, Sentence};
use crate::resources::PLAN_FOLLOWERS;
use crate::resources::calculations::{plan_refused, plan_told};
use crate::resources::events::{self, Brief, Id as EventId};
use floor::check::check;
use floor::plan::Plan;
use floor::problem::Problem;
use serde_json::json;

/// What a plan is called in the audit log.
const SUBJECT: &str = "event_plan";

static STAND_GIVEN: Sentence = Sentence {
    code: "stand_given",
    phrase: Phrase {
        ar: "أجنحة أُسندت إلى عارضين ولا توجد في هذا المخطط، أخلها أولا أو أعدها إليه: {}.",
        fr: "Ces stands sont attribués et manquent au plan : libérez-les d’abord ou remettez-les : {}.",
        en: "These stands are given out and missing from the plan: free them first, or put them back: {}.",
    },
};

/// The plan of an event as it was drawn.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The event.
    pub event: Brief,
    /// The plan.
    pub plan: Plan,
    /// Whether everybody sees it.
    pub published: bool,
    /// Changes with whoever has which stand.
    pub stands_version: i64,
}

fn find(tx: &mut Read<'_>, event: &Brief) -> Result<Row> {
    let row = store::find(tx.conn, event.id)?.ok_or_else(Error::not_found)?;
    let inside = event.ours || tx.scope == Scope::All;
    if inside || row.published_at.is_some() { Ok(row) } else { Err(Error::not_found()) }
}

fn drawing(event: Brief, row: &Row) -> Result<Drawn> {
    Ok(Drawn { event, plan: row.document.read()?, published: row.published_at.is_some(), stands_version: row.stands_version })
}

/// The plan of an event the caller may see: everybody once it is published, its organisers and those who read everything before.
///
/// # Errors
/// `not_found`.
pub fn shown(tx: &mut Read<'_>, id: EventId) -> Result<Drawn> {
    let event = events::read(tx, id)?;
    let row = find(tx, &event)?;
    drawing(event, &row)
}

/// The plan of an event the caller organises, or may know everything of.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn inside(tx: &mut Read<'_>, id: EventId) -> Result<Drawn> {
    let event = events::read(tx, id)?;
    if !event.ours && tx.scope != Scope::All {
        return Err(Error::new(Kind::Forbidden));
    }
    let row = find(tx, &event)?;
    drawing(event, &row)
}

/// The plan of an event the caller organises, with everybody else who gives out its stands waiting.
///
/// # Errors
/// `not_found`, `forbidden`, or `wrong_state` for an event that is over.
pub fn drawn(tx: &mut Write<'_>, id: EventId) -> Result<Drawn> {
    let event = events::organised(tx, id)?;
    store::next_stands_version(tx.conn, id)?;
    let row = store::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    drawing(event, &row)
}

fn view(tx: &Read<'_>, row: Row, event: &Brief) -> Result<EventPlan> {
    let plan: Plan = row.document.read()?;
    let problems = if event.ours { plan_told(&check(&plan), tx.origin.language) } else { Vec::new() };
    let editable = event.ours && !event.status.over();
    let Row { event_id, published_at, updated_at, version, .. } = row;
    Ok(EventPlan { event_id, plan, problems, published_at, updated_at, editable, version })
}

/// The plan of an event.
pub fn get(tx: &mut Read<'_>, id: EventId) -> Result<EventPlan> {
    let event = events::read(tx, id)?;
    let row = find(tx, &event)?;
    view(tx, row, &event)
}

/// Keeps a plan, the first or the next version, after its check and with every stand that is given out.
fn keep(tx: &mut Write<'_>, event: &Brief, before: Option<Row>, plan: &Plan) -> Result<EventPlan> {
    if !event.kind.has_stands() {
        return Err(Error::say(
            Kind::WrongState,
            "اليوم التحسيسي يقام دون أجنحة.",
            "Une journée de sensibilisation se tient sans stands.",
            "An awareness day has no stands.",
        ));
    }
    let errors: Vec<Problem> = check(plan).into_iter().filter(Problem::is_error).collect();
    if !errors.is_empty() {
        return Err(plan_refused(&errors));
    }
    let given = store::given(tx.conn, event.id)?;
    let lost: Vec<String> = given.into_iter().filter(|number| plan.stands.iter().all(|stand| stand.number != *number)).collect();
    if !lost.is_empty() {
        return Err(Error::invalid(vec![FieldFault::expecting("/stands", Fault::Of(&STAND_GIVEN), lost.join(", "))]));
    }
    let (document, now) = (Json::of(plan)?, tx.now);
    let told = json!({ "halls": plan.halls.len(), "stands": plan.stands.len() });
    let row = match before {
        None => Row { event_id: event.id, document, published_at: None, stands_version: 1, version: 1, created_at: now, updated_at: now },
        Some(row) => Row { document, version: row.version + 1, updated_at: now, ..row },
    };
    if row.version == 1 {
        store::add(tx.conn, &row)?
    } else {
        store::save(tx.conn, &row)?
    }
    tx.audit((SUBJECT, &event.id.to_string()), None, Some(&told))?;
    view(tx, row, event)
}

/// Writes the plan of an event.
pub fn put(tx: &mut Write<'_>, id: EventId, expected: IfMatch, plan: &Plan) -> Result<EventPlan> {
    let event = events::organised(tx, id)?;
    // Nobody gives out a stand meanwhile that the new plan no longer has.
    store::next_stands_version(tx.conn, id)?;
    let before = store::find(tx.conn, id)?;
    expected.check(before.as_ref().map_or(0, |row| row.version))?;
    keep(tx, &event, before, plan)
}

/// Takes over the plan of another edition, where there is none yet.
pub fn copy(tx: &mut Write<'_>, id: EventId, from: Option<EventId>) -> Result<EventPlan> {
    let event = events::organised(tx, id)?;
    if store::find(tx.conn, id)?.is_some() {
        return Err(Error::say(
            Kind::WrongState,
            "لهذه التظاهرة مخطط من قبل، عدله بدل نسخ غيره.",
            "Cette manifestation a déjà un plan : modifiez-le au lieu d’en copier un autre.",
            "This event has a plan already: change it instead of copying another.",
        ));
    }
    let Some(source) = from.or(event.previous_id) else {
        return Err(Error::invalid(vec![FieldFault::new("/from_event_id", Fault::Required)]));
    };
    let found = shown(tx, source).map_err(|error| match error.kind {
        Kind::NotFound => Error::invalid(vec![FieldFault::expecting("/from_event_id", Fault::NoSuch, source)]),
        _ => error,
    })?;
    keep(tx, &event, None, &found.plan)
}

/// Makes a plan public, or takes it back.
pub fn publish(tx: &mut Write<'_>, id: EventId, published: bool) -> Result<EventPlan> {
    let event = events::organised(tx, id)?;
    let row = store::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    if row.published_at.is_some() == published {
        return view(tx, row, &event);
    }
    let now = tx.now;
    let next = Row { published_at: published.then_some(now), version: row.version + 1, updated_at: now, ..row };
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "published": published })))?;
    if published {
        for follow in PLAN_FOLLOWERS {
            follow(tx, &event)?;
        }
    }
    view(tx, next, &event)
}
