//! The stands of an event, and those who want one.

use super::{names, seated};
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::http::page::{self, List, Page};
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::calls::Entry;
use crate::resources::event_plans;
use crate::resources::event_stands::model;
use crate::resources::event_stands::store::Row;
use crate::resources::event_stands::wire::{CandidateQuery, EventStand, StandCandidate, StandHolder, StandQuery};
use crate::resources::events::Id as EventId;
use floor::allocation::shortfalls;
use floor::geometry::area_cm2;
use floor::plan::{Plan, Stand};
use std::collections::HashMap;

/// A stand without who has it.
pub fn bare(stand: &Stand) -> EventStand {
    EventStand {
        number: stand.number.clone(),
        hall: stand.hall.clone(),
        area_cm2: area_cm2(&stand.polygon),
        corner: stand.corner,
        open_sides: stand.open_sides,
        services: stand.services,
        holder: None,
    }
}

/// Who has a stand; what is the organisers' business for them alone.
pub fn holder(stand: &Stand, entry: &Entry, row: &Row, name: (Text, String), inside: bool) -> StandHolder {
    let (association_name, wilaya_code) = name;
    StandHolder {
        association_id: entry.association_id,
        association_name,
        wilaya_code,
        number: entry.number,
        craft_sectors: model::sectors(&entry.content),
        application_id: inside.then_some(entry.id),
        locked: inside.then_some(row.locked),
        lacks: inside.then(|| shortfalls(&model::needs(&entry.content.needs), stand, 0)),
    }
}

/// A stand of the plan, and who has it.
#[derive(Debug)]
pub struct Given {
    /// The number of the stand.
    pub stand: String,
    /// The application.
    pub entry: Entry,
}

/// Who has which stand of an event, by the number of the stand.
///
/// # Errors
/// When the database does not answer.
pub fn given(tx: &mut Read<'_>, id: EventId) -> Result<Vec<Given>> {
    let mut given: Vec<Given> = seated(tx, id)?.into_iter().filter_map(|(entry, row)| Some(Given { stand: row?.stand, entry })).collect();
    given.sort_by(|a, b| a.stand.cmp(&b.stand));
    Ok(given)
}

fn fits(query: &StandQuery, words: &[String], stand: &EventStand) -> bool {
    let holder = stand.holder.as_ref();
    let found = || {
        let mut folded = text::fold(&stand.number);
        for part in holder.iter().flat_map(|holder| holder.association_name.parts()) {
            text::fold_into(part, &mut folded);
        }
        words.iter().all(|word| folded.contains(word))
    };
    query.given.is_none_or(|given| given == holder.is_some())
        && query.hall.as_ref().is_none_or(|hall| *hall == stand.hall)
        && query.craft_sector.as_ref().is_none_or(|code| holder.is_some_and(|holder| holder.craft_sectors.contains(code)))
        && (words.is_empty() || found())
}

/// The stands of an event by number, with who has each.
pub fn stands(tx: &mut Read<'_>, id: EventId, list: &List<StandQuery>) -> Result<Page<EventStand>> {
    let query = &list.query;
    let drawn = event_plans::shown(tx, id)?;
    let inside = drawn.event.ours || tx.scope == Scope::All;
    let seated = seated(tx, id)?;
    let named = names(tx, &seated.iter().map(|(entry, _)| entry).collect::<Vec<_>>())?;
    let holders: HashMap<&str, (&Entry, &Row)> =
        seated.iter().filter_map(|(entry, row)| row.as_ref().map(|row| (row.stand.as_str(), (entry, row)))).collect();
    let after: Option<String> = list.after()?;
    let words = query.q.as_deref().map(text::search_words).unwrap_or_default();
    let mut sorted: Vec<&Stand> = drawn.plan.stands.iter().collect();
    sorted.sort_by(|a, b| a.number.cmp(&b.number));
    let shown = |stand: &Stand| EventStand {
        holder: holders.get(stand.number.as_str()).map(|(entry, row)| holder(stand, entry, row, named(entry.association_id), inside)),
        ..bare(stand)
    };
    let mut found: Vec<EventStand> = sorted.into_iter().map(shown).filter(|stand| fits(query, &words, stand)).collect();
    let total = list.counted.then(|| page::count(found.len()));
    found.retain(|stand| after.as_ref().is_none_or(|after| stand.number > *after));
    list.page(found, total, |stand: &EventStand| stand.number.clone())
}

/// One with a seat, and the stand it has.
fn candidate(plan: &Plan, entry: Entry, row: Option<&Row>, named: &impl Fn(AssociationId) -> (Text, String)) -> StandCandidate {
    let (association_name, wilaya_code) = named(entry.association_id);
    let stand = row.and_then(|row| plan.stands.iter().find(|stand| stand.number == row.stand));
    let lacks = stand.map(|stand| shortfalls(&model::needs(&entry.content.needs), stand, 0)).unwrap_or_default();
    StandCandidate {
        application_id: entry.id,
        number: entry.number,
        status: entry.status,
        association_id: entry.association_id,
        association_name,
        wilaya_code,
        craft_sectors: model::sectors(&entry.content),
        needs: entry.content.needs,
        stand_wishes: entry.content.stand_wishes,
        wishes: entry.content.wishes,
        stand: row.map(|row| row.stand.clone()),
        locked: row.is_some_and(|row| row.locked),
        lacks,
    }
}

/// Those with a seat, by number, with what each needs and the stand it has, for the organisers.
pub fn candidates(tx: &mut Read<'_>, id: EventId, list: &List<CandidateQuery>) -> Result<Page<StandCandidate>> {
    let query = &list.query;
    let drawn = event_plans::inside(tx, id)?;
    let after: Option<i32> = list.after()?;
    let mut found: Vec<(Entry, Option<Row>)> = seated(tx, id)?;
    found.retain(|(_, row)| query.placed.is_none_or(|placed| placed == row.is_some()));
    let total = list.counted.then(|| page::count(found.len()));
    found.retain(|(entry, _)| after.is_none_or(|after| entry.number > after));
    found.truncate(usize::try_from(list.limit + 1).unwrap_or(usize::MAX));
    let page = list.page(found, total, |(entry, _)| entry.number)?;
    let named = names(tx, &page.items.iter().map(|(entry, _)| entry).collect::<Vec<_>>())?;
    let items = page.items.into_iter().map(|(entry, row)| candidate(&drawn.plan, entry, row.as_ref(), &named)).collect();
    Ok(Page { items, next_cursor: page.next_cursor, total })
}
