//! Who is trained, association by association.

use super::{Gathered, asked, wilayas};
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{self, List, Page};
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::certificates;
use crate::resources::courses::{self, Id as CourseId};
use crate::resources::coverage::model::{PresidentTraining, Seat};
use crate::resources::coverage::store::{self, Filter, Key};
use crate::resources::coverage::wire::{PresidentCoverage, PresidentSeat, TrainingCoverageQuery};
use std::collections::HashMap;

type CourseNames = HashMap<(CourseId, i32), Text>;

/// The kind of what is read, for the log of readings.
pub const SUBJECT: &str = "training_coverage";

fn wanted(query: &TrainingCoverageQuery, training: PresidentTraining) -> bool {
    query.trained.is_none_or(|trained| trained == (training == PresidentTraining::Trained))
        && (query.training.is_empty() || query.training.contains(&training))
}

/// Associations that match after a key, by name, at most so many, and what is known of them.
fn keys(tx: &mut Read<'_>, query: &TrainingCoverageQuery, after: Option<&Key>, limit: i64) -> Result<(Vec<Key>, Gathered, Filter)> {
    let mut filter = asked(tx, query.as_of, query.course_id)?;
    filter.wilayas = wilayas(&tx.scope, &query.wilaya);
    filter.levels.clone_from(&query.level);
    filter.sectors.clone_from(&query.craft_sector);
    let gathered = Gathered::read(tx, &filter)?;
    let matching = gathered.presidents.iter().filter(|president| wanted(query, gathered.training(president)));
    let mut keys: Vec<Key> = matching.map(|president| Key(president.name_sort.clone(), president.association_id)).collect();
    keys.retain(|key| after.is_none_or(|after| key > after));
    if wanted(query, PresidentTraining::NotYet) {
        keys.extend(store::untouched(tx.conn, &filter, after, limit)?);
    }
    keys.sort();
    keys.truncate(usize::try_from(limit).map_err(Error::internal)?);
    Ok((keys, gathered, filter))
}

fn total(tx: &mut Read<'_>, query: &TrainingCoverageQuery, gathered: &Gathered, filter: &Filter) -> Result<i64> {
    let known = gathered.presidents.iter().filter(|president| wanted(query, gathered.training(president))).count();
    let untouched = if wanted(query, PresidentTraining::NotYet) { store::untouched_total(tx.conn, filter)? } else { 0 };
    Ok(page::count(known) + untouched)
}

fn seat(seat: &Seat, names: &CourseNames, training: PresidentTraining) -> Result<PresidentSeat> {
    let course_name = names.get(&(seat.course_id, seat.course_number)).cloned().ok_or_else(Error::not_found)?;
    Ok(PresidentSeat {
        course_id: seat.course_id,
        course_name,
        cohort_id: seat.cohort_id,
        starts_on: seat.days.0,
        ends_on: seat.days.1,
        training,
        certificate_code: seat.held.as_ref().map(|held| certificates::spaced(&held.code)),
        issued_on: seat.held.as_ref().map(|held| held.issued_at.day()),
    })
}

fn views(tx: &mut Read<'_>, keys: &[Key], gathered: &Gathered, filter: &Filter) -> Result<Vec<PresidentCoverage>> {
    let ids: Vec<AssociationId> = keys.iter().map(|key| key.1).collect();
    let mut lines = store::lines(tx.conn, filter.day, &ids)?;
    let taught: Vec<(CourseId, i32)> =
        ids.iter().flat_map(|id| gathered.seats(*id)).map(|seat| (seat.course_id, seat.course_number)).collect();
    let names = courses::version_names(tx.conn, &taught)?;
    let view = |id: AssociationId| {
        let line = lines.remove(&id).ok_or_else(Error::not_found)?;
        let seats = gathered.seats(id);
        Ok(PresidentCoverage {
            association_id: id,
            registration_number: line.number,
            association_name: line.name,
            level: line.level,
            wilaya_code: line.wilaya_code,
            craft_sectors: line.sectors,
            president_name: line.president,
            president_since: line.since,
            training: super::model::training(seats, gathered.day),
            seats: seats.iter().map(|one| seat(one, &names, one.says(gathered.day))).collect::<Result<_>>()?,
        })
    };
    ids.into_iter().map(view).collect()
}

/// A page of presidents in office, by name of their associations.
pub fn list(tx: &mut Read<'_>, list: &List<TrainingCoverageQuery>) -> Result<Page<PresidentCoverage>> {
    let query = &list.query;
    let after: Option<Key> = list.after()?;
    let (keys, gathered, filter) = keys(tx, query, after.as_ref(), list.limit + 1)?;
    let total = list.total(|| total(tx, query, &gathered, &filter))?;
    let page = list.page(keys, total, Clone::clone)?;
    Ok(Page { items: views(tx, &page.items, &gathered, &filter)?, next_cursor: page.next_cursor, total })
}

/// The rows after a key and where the next ones start: for a file that holds all of them.
pub fn rows_after(
    tx: &mut Read<'_>,
    query: &TrainingCoverageQuery,
    after: Option<&Key>,
    limit: i64,
) -> Result<(Vec<PresidentCoverage>, Option<Key>)> {
    let (mut keys, gathered, filter) = keys(tx, query, after, limit + 1)?;
    let more = keys.len() as i64 > limit;
    if more {
        keys.pop();
    }
    let next = keys.last().filter(|_| more).cloned();
    Ok((views(tx, &keys, &gathered, &filter)?, next))
}
