//! Applications: begun, edited until the close, handed in, taken back.

use super::call::{must_be_open, review_has_begun};
use super::duties::must_not_review;
use super::{SUBJECT, findings};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller, Scope};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::calls::model::{ApplicationId, ApplicationInput, ApplicationStatus, Decision, UnmetCondition};
use crate::resources::calls::store::{self, CallRow, Row, StepRow};
use crate::resources::calls::wire::{Application, ApplicationStep};
use crate::resources::events::{self, Brief, Id as EventId, Kind as EventKind};
use crate::resources::{DRAFT_FOLLOWERS, WITHDRAWAL_FOLLOWERS, accounts, associations, crafts};
use serde_json::json;
use std::collections::HashMap;

/// The association the caller speaks for.
pub fn own(tx: &Read<'_>) -> Option<AssociationId> {
    match tx.caller?.body {
        Body::Association(id) => Some(id),
        _ => None,
    }
}

/// An application the caller may know of: its association's, once it is handed in also the organisers' and those who read everything,
/// unless they review at the event.
pub fn find(tx: &mut Read<'_>, id: ApplicationId) -> Result<Row> {
    let row = store::find(tx.conn, id)?;
    if own(tx) == Some(row.association_id) {
        return Ok(row);
    }
    let handed_in = row.status != ApplicationStatus::Draft;
    if !(handed_in && (tx.scope == Scope::All || events::read(tx, row.event_id)?.ours)) {
        return Err(Error::not_found());
    }
    must_not_review(tx, row.event_id)?;
    Ok(row)
}

fn view(tx: &mut Read<'_>, row: Row) -> Result<Application> {
    let application: ApplicationInput = row.document.read()?;
    let names = accounts::body_names(tx.conn, &[Body::Association(row.association_id)])?;
    let call = store::call(tx.conn, row.event_id)?.ok_or_else(Error::not_found)?;
    let open = must_be_open(&call, tx.now).is_ok() && call.reviews_per_application.is_none();
    let decision = match store::decisions(tx.conn, &[row.id])?.remove(&row.id) {
        Some(decision) => Some(decision.read::<Decision>()?.view(row.status, row.score, &call.input()?)),
        None => None,
    };
    // What reviewers think is the commission's until it has decided.
    let score = if own(tx) == Some(row.association_id) && decision.is_none() { None } else { row.score };
    Ok(Application {
        id: row.id,
        event_id: row.event_id,
        association_id: row.association_id,
        association_name: names(Body::Association(row.association_id)).0,
        wilaya_code: row.wilaya_code,
        number: row.number,
        status: row.status,
        status_since: row.status_since,
        submitted_at: row.submitted_at,
        score,
        decision,
        unmet: row.findings.as_ref().map(Json::read).transpose()?.unwrap_or_default(),
        application,
        editable: open && own(tx) == Some(row.association_id),
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

/// The tag of a view: the version, when it was checked last, and whether it may be changed.
pub fn tag(application: &Application) -> String {
    let changed = application.updated_at.utc().timestamp_micros();
    format!("{}-{changed}-{}", application.version, if application.editable { "edit" } else { "read" })
}

/// An event and its call, with everybody else who works on it waiting, while it takes applications.
fn open_call(tx: &mut Write<'_>, id: EventId) -> Result<(Brief, CallRow)> {
    store::lock(tx.conn, id)?;
    let event = events::read(tx, id)?;
    let call = store::call(tx.conn, id)?.ok_or_else(Error::not_found)?;
    if event.status != events::Status::Published {
        return Err(Error::say(
            Kind::WrongState,
            "لا تقبل التظاهرة طلبات المشاركة في حالتها الحالية.",
            "La manifestation n’accepte pas de candidatures dans son état actuel.",
            "The event takes no applications in its present state.",
        ));
    }
    must_be_open(&call, tx.now)?;
    if call.reviews_per_application.is_some() {
        return Err(review_has_begun());
    }
    Ok((event, call))
}

/// Checks content, puts telephones into their normal form and gives products that are new their identifiers; what is handed in for an
/// event names who comes and, where there are stands, what is shown.
fn check(tx: &mut Write<'_>, input: &mut ApplicationInput, handed_in_for: Option<EventKind>) -> Result<()> {
    let mut faults = Faults::default();
    for (index, exhibitor) in input.exhibitors.iter_mut().enumerate() {
        match text::hygiene::clean(&exhibitor.name) {
            Ok(clean) => exhibitor.name = clean,
            Err(_) => faults.add(format!("/exhibitors/{index}/name"), Fault::ForbiddenCharacters),
        }
        let Some(phone) = &mut exhibitor.phone else { continue };
        match text::phone::normalise(phone) {
            Ok(normal) => *phone = normal,
            Err(_) => faults.add(format!("/exhibitors/{index}/phone"), Fault::WrongPhone),
        }
    }
    input.name_products(|| tx.new_id(), &mut faults);
    let sectors = crafts::sector_domains(tx.conn)?;
    for (index, product) in input.products.iter().enumerate().filter(|(_, product)| !sectors.contains_key(&product.craft_sector)) {
        faults.expecting(format!("/products/{index}/craft_sector"), Fault::NoSuch, &product.craft_sector);
    }
    let wanted = &input.stand_wishes.next_to;
    let known = if wanted.is_empty() { HashMap::new() } else { associations::profiles(tx, wanted)? };
    for (index, id) in wanted.iter().enumerate().filter(|(_, id)| !known.contains_key(id)) {
        faults.expecting(format!("/stand_wishes/next_to/{index}"), Fault::NoSuch, id);
    }
    if let Some(kind) = handed_in_for {
        if input.exhibitors.is_empty() {
            faults.expecting("/exhibitors", Fault::TooFew, 1);
        }
        if kind.has_stands() && input.products.is_empty() {
            faults.expecting("/products", Fault::TooFew, 1);
        }
    }
    faults.finish()
}

fn keep_step(tx: &mut Write<'_>, row: &Row, from: Option<ApplicationStatus>, reason: Option<&str>) -> Result<()> {
    let step = StepRow {
        id: tx.new_id(),
        application_id: row.id,
        at: tx.now,
        from_status: from,
        to_status: row.status,
        reason: reason.map(str::to_owned),
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
    };
    store::keep_step(tx.conn, &step)
}

/// Begins the application of the caller's association; once for each event.
pub fn create(tx: &mut Write<'_>, event: EventId, mut input: ApplicationInput) -> Result<Application> {
    let association = own(tx).ok_or_else(|| Error::new(Kind::Forbidden))?;
    let profile = associations::profile(tx, association).map_err(|error| match error.kind {
        Kind::NotFound => Error::new(Kind::Forbidden),
        _ => error,
    })?;
    if profile.status != associations::Status::Verified {
        return Err(Error::say(
            Kind::WrongState,
            "المشاركة للجمعيات المسجلة التي تحققت الغرفة من ملفها.",
            "La participation est réservée aux associations dont la chambre a vérifié le dossier.",
            "Taking part is for associations whose file the chamber has verified.",
        ));
    }
    open_call(tx, event)?;
    if store::has_applied(tx.conn, event, association)? {
        return Err(Error::say(
            Kind::AlreadyExists,
            "لجمعيتكم طلب في هذه التظاهرة، عدلوه بدل تقديم طلب ثان.",
            "Votre association a déjà une candidature à cette manifestation : modifiez-la.",
            "Your association has an application to this event already: change that one.",
        ));
    }
    check(tx, &mut input, None)?;
    let now = tx.now;
    let row = Row {
        id: tx.new_id(),
        event_id: event,
        association_id: association,
        wilaya_code: profile.wilaya_code,
        status: ApplicationStatus::Draft,
        status_since: now,
        submitted_at: None,
        document: Json::of(&input)?,
        findings: None,
        created_by: tx.caller.and_then(Caller::person),
        version: 1,
        created_at: now,
        updated_at: now,
        number: None,
        score: None,
        last_message_from: None,
    };
    store::insert(tx.conn, &row)?;
    keep_step(tx, &row, None, None)?;
    let content = [(row.id, input)];
    store::set_sectors(tx.conn, &content)?;
    let [(_, input)] = content;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(&input)?))?;
    view(tx, row)
}

/// The caller's own application, while it may be changed, with the event and its call.
fn writable(tx: &mut Write<'_>, id: ApplicationId) -> Result<(Row, Brief, CallRow)> {
    let row = find(tx, id)?;
    if own(tx) != Some(row.association_id) {
        return Err(Error::new(Kind::Forbidden));
    }
    let (event, call) = open_call(tx, row.event_id)?;
    // Again, now that nobody else is at it.
    Ok((store::find(tx.conn, id)?, event, call))
}

/// What a content comes to when it is handed in: the state, and the conditions that are not met.
fn checked(tx: &mut Write<'_>, row: &Row, event: &Brief, call: &CallRow) -> Result<(ApplicationStatus, Vec<UnmetCondition>)> {
    let mut found = findings::of(tx, event, &call.input()?.conditions, &[row.association_id])?;
    let unmet = found.remove(&row.association_id).ok_or_else(Error::not_found)?;
    Ok((findings::status(&unmet), unmet))
}

/// Keeps a next version of an application, with its step when it stands elsewhere now.
fn save(tx: &mut Write<'_>, before: &Row, next: Row, reason: Option<&str>) -> Result<Application> {
    let now = tx.now;
    let moved = next.status != before.status;
    let status_since = if moved { now } else { before.status_since };
    let next = Row { status_since, version: before.version + 1, updated_at: now, ..next };
    store::save(tx.conn, &next)?;
    if moved {
        keep_step(tx, &next, Some(before.status), reason)?;
        let told = json!({ "event_id": next.event_id, "status": next.status });
        tx.publish("event.application_changed", next.id.0, Some(next.association_id), &told)?;
    }
    let shown =
        |row: &Row| Ok::<_, Error>(json!({ "status": row.status, "content": row.document.read::<serde_json::Value>()?, "reason": reason }));
    tx.audit((SUBJECT, &next.id.to_string()), Some(&shown(before)?), Some(&shown(&next)?))?;
    view(tx, next)
}

/// Changes an application; one that was handed in stays so, and is checked again.
pub fn update(tx: &mut Write<'_>, id: ApplicationId, expected: IfMatch, patch: &MergePatch) -> Result<Application> {
    let (row, event, call) = writable(tx, id)?;
    expected.check(row.version)?;
    let mut content: ApplicationInput = patch.apply(&row.document.read::<ApplicationInput>()?)?;
    let handed_in = matches!(row.status, ApplicationStatus::Eligible | ApplicationStatus::Ineligible);
    check(tx, &mut content, handed_in.then_some(event.kind))?;
    let mut next = Row { document: Json::of(&content)?, ..row.clone() };
    if handed_in {
        let (status, unmet) = checked(tx, &row, &event, &call)?;
        (next.status, next.findings) = (status, Some(Json::of(&unmet)?));
    }
    store::set_sectors(tx.conn, &[(row.id, content)])?;
    save(tx, &row, next, None)
}

/// Hands an application in: it is complete, and is checked against the conditions of the call.
pub fn submit(tx: &mut Write<'_>, id: ApplicationId) -> Result<Application> {
    let (row, event, call) = writable(tx, id)?;
    let mut content: ApplicationInput = row.document.read()?;
    check(tx, &mut content, Some(event.kind))?;
    let (status, unmet) = checked(tx, &row, &event, &call)?;
    let number = match row.number {
        Some(number) => number,
        None => store::next_number(tx.conn, row.event_id)?,
    };
    let next = Row { status, submitted_at: Some(tx.now), findings: Some(Json::of(&unmet)?), number: Some(number), ..row.clone() };
    save(tx, &row, next, None)
}

/// What is said of an application that cannot be taken back.
fn stays(status: ApplicationStatus) -> Error {
    match status {
        ApplicationStatus::Withdrawn => Error::say(
            Kind::WrongState,
            "سُحب هذا الطلب من قبل. يمكن إيداعه من جديد ما دام النداء مفتوحا.",
            "Cette candidature est déjà retirée. Elle peut être déposée de nouveau tant que l’appel est ouvert.",
            "This application is withdrawn already. It can be handed in again while the call is open.",
        ),
        ApplicationStatus::Draft => Error::say(
            Kind::WrongState,
            "لم يودع هذا الطلب بعد، فلا يُسحب.",
            "Cette candidature n’est pas déposée : il n’y a rien à retirer.",
            "This application was not handed in yet: there is nothing to take back.",
        ),
        ApplicationStatus::Refused => Error::say(
            Kind::WrongState,
            "رُفض هذا الطلب، فلا يُسحب.",
            "Cette candidature est refusée : il n’y a rien à retirer.",
            "This application was refused: there is nothing to take back.",
        ),
        _ => Error::say(
            Kind::WrongState,
            "سُجل حضور الجمعية أو غيابها في التظاهرة، فلا يُسحب الطلب.",
            "La présence ou l’absence de l’association est notée : la candidature ne se retire plus.",
            "It is recorded whether the association was there: the application is no longer taken back.",
        ),
    }
}

/// Takes an application back, also after the close.
pub fn withdraw(tx: &mut Write<'_>, id: ApplicationId, reason: &str) -> Result<Application> {
    let row = find(tx, id)?;
    if own(tx) != Some(row.association_id) {
        return Err(Error::new(Kind::Forbidden));
    }
    store::lock(tx.conn, row.event_id)?;
    let row = store::find(tx.conn, id)?;
    if !row.status.leaves() {
        return Err(stays(row.status));
    }
    let next = Row { status: ApplicationStatus::Withdrawn, ..row.clone() };
    save(tx, &row, next, Some(reason))?;
    for follow in WITHDRAWAL_FOLLOWERS {
        follow(tx, row.event_id)?;
    }
    get(tx, id)
}

/// Forgets a draft that was never handed in, also after the close; answers with the keys of its pictures, to be removed once it is gone
/// for good.
pub fn delete(tx: &mut Write<'_>, id: ApplicationId, expected: IfMatch) -> Result<Vec<String>> {
    let row = find(tx, id)?;
    if own(tx) != Some(row.association_id) {
        return Err(Error::new(Kind::Forbidden));
    }
    store::lock(tx.conn, row.event_id)?;
    let row = store::find(tx.conn, id)?;
    expected.check(row.version)?;
    if row.status != ApplicationStatus::Draft {
        return Err(Error::say(
            Kind::WrongState,
            "أودع هذا الطلب فلا يحذف، ويمكن سحبه.",
            "Cette candidature est déposée : elle ne se supprime plus, mais peut être retirée.",
            "This application was handed in: it is no longer deleted, but can be taken back.",
        ));
    }
    let keys = DRAFT_FOLLOWERS.iter().map(|follow| follow(tx, id)).collect::<Result<Vec<_>>>()?.concat();
    store::delete(tx.conn, id, row.version)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&row.document.read()?), None)?;
    Ok(keys)
}

/// One application.
pub fn get(tx: &mut Read<'_>, id: ApplicationId) -> Result<Application> {
    let row = find(tx, id)?;
    view(tx, row)
}

/// What the caller has to do with an application.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its event.
    pub event_id: EventId,
    /// Whether it is that of the caller's own association.
    pub own: bool,
}

/// An application the caller may know of, and what they have to do with it.
///
/// # Errors
/// `not_found`; `separate_duties` for somebody who reviews at the event.
pub fn place(tx: &mut Read<'_>, id: ApplicationId) -> Result<Place> {
    let row = find(tx, id)?;
    Ok(Place { event_id: row.event_id, own: own(tx) == Some(row.association_id) })
}

/// The caller's own application, while it may be changed.
///
/// # Errors
/// `not_found`, `forbidden`, `wrong_state` when the call takes no applications.
pub fn writable_place(tx: &mut Write<'_>, id: ApplicationId) -> Result<(Place, ApplicationInput)> {
    let (row, ..) = writable(tx, id)?;
    Ok((Place { event_id: row.event_id, own: true }, row.document.read()?))
}

/// The steps of an application, first to last.
pub fn steps(tx: &mut Read<'_>, id: ApplicationId) -> Result<Vec<ApplicationStep>> {
    find(tx, id)?;
    let rows = store::steps(tx.conn, id)?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let shown = |row: StepRow| ApplicationStep {
        at: row.at,
        from_status: row.from_status,
        to_status: row.to_status,
        reason: row.reason,
        person_name: row.person_id.and_then(|id| names.get(&id).cloned()),
        person_id: row.person_id,
    };
    Ok(rows.into_iter().map(shown).collect())
}
