//! Who took part, and how many.

use super::model::{self, Attended};
use super::store::{self, Filter};
use super::wire::{
    AttendedEvent, Participant, ParticipationCount, ParticipationQuery, ParticipationSummary, ParticipationSummaryQuery,
    ParticipationTarget,
};
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Body, Scope};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{self, List, Page};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::events::{self, Id as EventId};
use crate::resources::outcomes::{LEAST_SHOWN, hidden_parts};
use crate::resources::{accounts, associations};
use chrono::{Datelike, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, HashMap};

/// A year as of a day: what is asked, and the year and day it came to.
fn period(tx: &Read<'_>, year: Option<i32>, as_of: Option<NaiveDate>) -> Result<(Filter, i32, NaiveDate)> {
    let today = tx.now.day();
    let (year, as_of) = (year.unwrap_or(today.year()), as_of.unwrap_or(today));
    let refuse = |fault| Error { fields: vec![fault], ..Error::new(Kind::InvalidParameter) };
    if as_of > today {
        return Err(refuse(FieldFault::new("?as_of", Fault::InTheFuture)));
    }
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (Some(first), Some(last)) = (day(1, 1), day(12, 31)) else {
        return Err(refuse(FieldFault::expecting("?year", Fault::WrongFormat, "1990–2100")));
    };
    // The day ends an hour earlier than that of UTC.
    let end = Instant::new(as_of.and_time(NaiveTime::MIN).and_utc()).plus(chrono::Duration::hours(23));
    Ok((Filter { begins: (first, last), before: end, wilayas: None, sectors: Vec::new(), scales: Vec::new() }, year, as_of))
}

/// The wilayas that are asked for inside those the caller is in charge of; nothing for all.
fn wilayas(scope: &Scope, asked: &[String]) -> Option<Vec<String>> {
    match scope {
        Scope::Wilayas(own) if asked.is_empty() => Some(own.clone()),
        Scope::Wilayas(own) => Some(asked.iter().filter(|code| own.contains(code)).cloned().collect()),
        Scope::All if asked.is_empty() => None,
        Scope::All => Some(asked.to_vec()),
        _ => Some(Vec::new()),
    }
}

/// The associations that took part, each once with its events.
pub fn list(tx: &mut Read<'_>, list: &List<ParticipationQuery>) -> Result<Page<Participant>> {
    let query = &list.query;
    let (filter, ..) = period(tx, query.year, query.as_of)?;
    let filter =
        Filter { wilayas: wilayas(&tx.scope, &query.wilaya), sectors: query.craft_sector.clone(), scales: query.scale.clone(), ..filter };
    let after: Option<AssociationId> = list.after()?;
    let merged = associations::survivors(tx.conn, filter.before)?;
    let survivor = |id: AssociationId| merged.get(&id).copied().unwrap_or(id);
    let mut found: BTreeMap<AssociationId, Vec<AssociationId>> = BTreeMap::new();
    for id in store::associations(tx.conn, &filter)? {
        found.entry(survivor(id)).or_default().push(id);
    }
    let total = list.counted.then(|| page::count(found.len()));
    let one_more = usize::try_from(list.limit + 1).map_err(Error::internal)?;
    let rest: Vec<AssociationId> = found.keys().copied().filter(|id| after.is_none_or(|after| *id > after)).take(one_more).collect();
    let page = list.page(rest, total, |id| *id)?;
    let all: Vec<AssociationId> = page.items.iter().filter_map(|id| found.get(id)).flatten().copied().collect();
    let mut rows: HashMap<AssociationId, Vec<Attended>> = HashMap::new();
    for row in store::attended(tx.conn, &filter, Some(&all))? {
        let events = rows.entry(survivor(row.0)).or_default();
        // Both files of an association may have been at an event.
        if events.iter().all(|one| one.1 != row.1) {
            events.push(row);
        }
    }
    let bodies: Vec<Body> = page.items.iter().map(|id| Body::Association(*id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let ids: Vec<EventId> = rows.values().flatten().map(|row| row.1).collect();
    let events = events::names(tx.conn, &ids)?;
    let event = |(_, id, _, kind, scale, starts_on, ends_on): &Attended| {
        let event_name = events.get(id).cloned().ok_or_else(Error::not_found)?;
        Ok(AttendedEvent { event_id: *id, event_name, kind: *kind, scale: *scale, starts_on: *starts_on, ends_on: *ends_on })
    };
    let participant = |id: &AssociationId| {
        let attended = rows.get(id).map(Vec::as_slice).unwrap_or_default();
        Ok(Participant {
            association_id: *id,
            association_name: names(Body::Association(*id)).0,
            wilaya_code: attended.last().map(|row| row.2.clone()).unwrap_or_default(),
            events: attended.iter().map(event).collect::<Result<_>>()?,
        })
    };
    Ok(Page { items: page.items.iter().map(participant).collect::<Result<_>>()?, next_cursor: page.next_cursor, total })
}

/// How many distinct associations took part.
pub fn summary(tx: &mut Read<'_>, query: &ParticipationSummaryQuery) -> Result<ParticipationSummary> {
    let (filter, year, as_of) = period(tx, query.year, query.as_of)?;
    let complete = tx.scope == Scope::All;
    let merged = associations::survivors(tx.conn, filter.before)?;
    let counts = model::count(&store::attended(tx.conn, &filter, None)?, &merged);
    Ok(ParticipationSummary {
        year,
        as_of,
        complete,
        least_shown: LEAST_SHOWN,
        associations: Some(counts.associations).filter(|count| complete || *count == 0 || *count >= LEAST_SHOWN),
        events: counts.events,
        target: ParticipationTarget { associations: model::TARGET, source: model::SOURCE.text() },
        by_wilaya: shown(counts.wilayas, complete),
        by_scale: shown(counts.scales, complete),
        by_kind: shown(counts.kinds, complete),
        computed: model::COMPUTED.text(),
    })
}

fn shown(parts: Vec<(impl Into<String>, usize)>, complete: bool) -> Vec<ParticipationCount> {
    let counts: Vec<usize> = parts.iter().map(|(_, count)| *count).collect();
    let hidden = if complete { vec![false; counts.len()] } else { hidden_parts(&counts) };
    let part = |((code, count), hidden): ((_, usize), bool)| {
        let code: String = <_ as Into<String>>::into(code);
        ParticipationCount { code, associations: Some(count).filter(|_| !hidden), hidden }
    };
    parts.into_iter().zip(hidden).map(part).collect()
}
