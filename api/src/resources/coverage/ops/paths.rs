//! What became of training: projects begun, events taken part in and sales declared since the first certificate.

use super::{must_be_taught, wilayas};
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::kernel::money::Money;
use crate::resources::associations;
use crate::resources::coverage::store::Key;
use crate::resources::coverage::store::paths::{self as store, Attended, Begun, Certified, Filter, Said};
use crate::resources::coverage::wire::{PathCertificate, PathEvent, PathProject, PathSales, TrainingPath, TrainingPathQuery};
use crate::resources::events::Id as EventId;
use crate::resources::outcomes::OutcomeRound;
use std::collections::{HashMap, HashSet};

fn text((ar, fr, en): (String, Option<String>, Option<String>)) -> Text {
    Text { ar, fr, en }
}

/// Of which events the caller reads what one association declared, as outcomes have it: all for the association itself and for the ministry, those it
/// organises for another institution.
enum Sales {
    All,
    Of(HashSet<EventId>),
}

impl Sales {
    fn of(tx: &mut Read<'_>, ids: &[EventId]) -> Result<Self> {
        match (&tx.scope, tx.caller.and_then(|caller| caller.role), tx.caller.and_then(Caller::institution)) {
            (Scope::Association(_), ..) | (_, Some(Role::Ministry), _) => Ok(Self::All),
            (_, _, Some(institution)) => Ok(Self::Of(store::organised(tx.conn, institution, ids)?)),
            _ => Ok(Self::Of(HashSet::new())),
        }
    }
    fn shows(&self, id: EventId) -> bool {
        match self {
            Self::All => true,
            Self::Of(ids) => ids.contains(&id),
        }
    }
}

/// The events of an association: its rows come one for each round that was declared. Both files of a merged one may have been at an event.
fn events(rows: Vec<Attended>, sales: &Sales) -> Vec<PathEvent> {
    let mut all: Vec<PathEvent> = Vec::new();
    for row in rows {
        let shown = sales.shows(row.event_id);
        if all.last().is_none_or(|last| last.event_id != row.event_id) {
            all.push(PathEvent {
                event_id: row.event_id,
                event_name: row.event_name,
                starts_on: row.days.0,
                ends_on: row.days.1,
                sales_shown: shown,
                declared: Vec::new(),
            });
        }
        if let Some((last, (round, sold, ordered))) = all.last_mut().zip(row.declared.filter(|_| shown)) {
            last.declared.push(PathSales { round, sales: Money::centimes(sold), orders_value: Money::centimes(ordered) });
        }
    }
    for event in &mut all {
        event.declared.sort_by_key(|one| OutcomeRound::ALL.iter().position(|round| *round == one.round));
    }
    all
}

fn view(
    one: Certified,
    certificates: Vec<(Instant, Said)>,
    (begun, attended): (Vec<Begun>, Vec<Attended>),
    sales: &Sales,
) -> Option<TrainingPath> {
    let since = certificates.iter().map(|(issued_at, _)| issued_at.day()).min()?;
    let project =
        |row: Begun| PathProject { project_id: row.id, project_name: text(row.name), stage: row.stage, begun_on: row.created_at.day() };
    Some(TrainingPath {
        association_id: one.id,
        association_name: text(one.name),
        level: one.level,
        wilaya_code: one.wilaya_code,
        since,
        certificates: certificates
            .into_iter()
            .map(|(issued_at, said)| PathCertificate { course_name: said.course, office: said.office, issued_on: issued_at.day() })
            .collect(),
        projects: begun.into_iter().filter(|row| row.created_at.day() >= since).map(project).collect(),
        events: events(attended.into_iter().filter(|row| row.days.0 >= since).collect(), sales),
    })
}

/// A page of associations somebody of which holds a certificate, by name.
pub fn list(tx: &mut Read<'_>, list: &List<TrainingPathQuery>) -> Result<Page<TrainingPath>> {
    let query = &list.query;
    must_be_taught(tx, query.course_id)?;
    let after: Option<Key> = list.after()?;
    let own = match tx.scope {
        Scope::Association(id) => Some(id),
        _ => None,
    };
    let asked = Some(query.wilaya.clone()).filter(|codes| !codes.is_empty());
    let filter = Filter {
        course: query.course_id,
        wilayas: if own.is_some() { asked } else { wilayas(&tx.scope, &query.wilaya) },
        own,
        levels: query.level.clone(),
        sectors: query.craft_sector.clone(),
    };
    let total = list.total(|| store::total(tx.conn, &filter))?;
    let page = list.page(store::page(tx.conn, &filter, after, list.limit + 1)?, total, Certified::key)?;
    // What was merged at this very instant is merged.
    let survivors = associations::survivors(tx.conn, tx.now.plus(chrono::Duration::microseconds(1)))?;
    let survivor = |id: AssociationId| survivors.get(&id).copied().unwrap_or(id);
    let shown: HashSet<AssociationId> = page.items.iter().map(|one| one.id).collect();
    let merged = survivors.iter().filter(|(_, kept)| shown.contains(kept)).map(|(id, _)| *id);
    let files: Vec<AssociationId> = shown.iter().copied().chain(merged).collect();
    let mut certificates: HashMap<AssociationId, Vec<(Instant, Said)>> = HashMap::new();
    for (id, issued_at, said) in store::certificates(tx.conn, &files, query.course_id)? {
        certificates.entry(survivor(id)).or_default().push((issued_at, said));
    }
    let mut parts: HashMap<AssociationId, (Vec<Begun>, Vec<Attended>)> = HashMap::new();
    for row in store::projects(tx.conn, &tx.scope, &files)? {
        parts.entry(survivor(row.association_id)).or_default().0.push(row);
    }
    let mut ids: Vec<EventId> = Vec::new();
    for row in store::attended(tx.conn, &files)? {
        ids.push(row.event_id);
        parts.entry(survivor(row.association_id)).or_default().1.push(row);
    }
    let sales = Sales::of(tx, &ids)?;
    let path = |one: Certified| {
        let id = one.id;
        view(one, certificates.remove(&id).unwrap_or_default(), parts.remove(&id).unwrap_or_default(), &sales)
    };
    Ok(Page { items: page.items.into_iter().filter_map(path).collect(), next_cursor: page.next_cursor, total })
}
