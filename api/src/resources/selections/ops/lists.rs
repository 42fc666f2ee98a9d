//! Who has a seat, and what was decided about everybody.

use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::resources::accounts;
use crate::resources::calls::{self, ApplicationInput, ApplicationStatus, Decision};
use crate::resources::events::{self, Id as EventId};
use crate::resources::selections::store::{self, DecidedRow};
use crate::resources::selections::wire::{DecisionQuery, EventExhibitor, SelectionEntry};

/// States of those who have a seat.
const SEATED: [ApplicationStatus; 4] =
    [ApplicationStatus::Selected, ApplicationStatus::Confirmed, ApplicationStatus::Attended, ApplicationStatus::Absent];

fn bodies(rows: &[DecidedRow]) -> Vec<Body> {
    rows.iter().map(|row| Body::Association(row.association_id)).collect()
}

/// The associations with a seat, by number, for everybody.
pub fn exhibitors(tx: &mut Read<'_>, id: EventId, list: &List<Unfiltered>) -> Result<Page<EventExhibitor>> {
    events::read(tx, id)?;
    let after: Option<i32> = list.after()?;
    let found = store::decided(tx.conn, id, &SEATED, after, list.limit + 1)?;
    let total = list.total(|| store::decided_total(tx.conn, id, &SEATED))?;
    let page = list.page(found, total, |row| row.number)?;
    let names = accounts::body_names(tx.conn, &bodies(&page.items))?;
    let view = |row: DecidedRow| {
        let content: ApplicationInput = row.content.read()?;
        let mut craft_sectors: Vec<String> = content.products.into_iter().map(|product| product.craft_sector).collect();
        craft_sectors.sort_unstable();
        craft_sectors.dedup();
        Ok(EventExhibitor {
            association_id: row.association_id,
            association_name: names(Body::Association(row.association_id)).0,
            wilaya_code: row.wilaya_code,
            number: row.number.unwrap_or_default(),
            craft_sectors,
        })
    };
    Ok(Page { items: page.items.into_iter().map(view).collect::<Result<_>>()?, next_cursor: page.next_cursor, total })
}

/// What was decided about every application, by number, for the organisers.
pub fn decisions(tx: &mut Read<'_>, id: EventId, list: &List<DecisionQuery>) -> Result<Page<SelectionEntry>> {
    let query = &list.query;
    let commission = calls::commission(tx, id)?;
    let after: Option<i32> = list.after()?;
    let found = store::decided(tx.conn, id, &query.status, after, list.limit + 1)?;
    let total = list.total(|| store::decided_total(tx.conn, id, &query.status))?;
    let page = list.page(found, total, |row| row.number)?;
    let names = accounts::body_names(tx.conn, &bodies(&page.items))?;
    let view = |row: DecidedRow| {
        Ok(SelectionEntry {
            application_id: row.id,
            number: row.number.unwrap_or_default(),
            association_id: row.association_id,
            association_name: names(Body::Association(row.association_id)).0,
            status: row.status,
            score: row.score,
            decision: row.decision.read::<Decision>()?.view(row.status, row.score, &commission.call),
        })
    };
    Ok(Page { items: page.items.into_iter().map(view).collect::<Result<_>>()?, next_cursor: page.next_cursor, total })
}
