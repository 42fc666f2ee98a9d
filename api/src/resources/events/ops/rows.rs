//! Entering and changing.

use super::view::{self, may_edit};
use super::{SUBJECT, steps};
use crate::kernel::access::allowed::Write;
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::InstitutionId;
use crate::kernel::problem::Kind;
use crate::kernel::search;
use crate::kernel::validate::{Fault, Faults, FieldFault};
use crate::resources::events::model::{self, EventId, EventInput, EventScale, EventStatus};
use crate::resources::events::store::{self, Row};
use crate::resources::events::wire::{Event, EventCopyInput};
use crate::resources::territory::{self, CommuneFacts};
use crate::resources::{EVENT_BOUNDS, crafts, institutions};
use serde_json::json;

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
            faults.expecting("/place/commune_code", Fault::NotAllowed, codes.join(", "));
        }
        _ => {}
    }
    let far = matches!(input.scale, EventScale::National | EventScale::International);
    if far && before.is_none_or(|before| before.scale != input.scale) && tx.caller.and_then(|caller| caller.role) == Some(Role::Chamber) {
        faults.expecting("/scale", Fault::NotAllowed, "local, regional");
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

fn add(tx: &mut Write<'_>, mut input: EventInput, previous: Option<EventId>) -> Result<Event> {
    let organiser = own(tx)?;
    let commune = check(tx, organiser, &mut input, None)?;
    let fresh = row(tx.new_id(), organiser, &input, &commune, tx.now)?;
    let row = Row { previous_id: previous, created_by: tx.caller.and_then(Caller::person), ..fresh };
    store::insert(tx.conn, &row)?;
    store::set_links(tx.conn, row.id, &organisers(organiser, &input), &input.craft_sectors)?;
    steps::keep(tx, &row, None, None)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(&input)?))?;
    view::of(tx, row)
}

pub fn create(tx: &mut Write<'_>, input: EventInput) -> Result<Event> {
    add(tx, input, None)
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

/// A draft of the next edition of an event, organised by the caller.
pub fn copy(tx: &mut Write<'_>, id: EventId, wanted: EventCopyInput) -> Result<Event> {
    let row = store::find(tx, id)?;
    if !may_edit(tx, &row)? {
        return Err(Error::new(Kind::Forbidden));
    }
    let content: EventInput = row.document.read()?;
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
    add(tx, next, Some(id))
}
