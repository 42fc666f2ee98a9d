use super::store::{self, Filter, Row};
use super::wire::{AuditEntry, AuditQuery};
use crate::kernel::access::Role;
use crate::kernel::access::allowed::Read;
use crate::kernel::audit::AuditId;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::{LOG_OF_APPLICANTS, READ_WITHOUT_NAMES, accounts, keys};
use chrono::NaiveDate;

/// The first instant of a day in Algeria.
fn start_of(day: NaiveDate) -> Instant {
    Instant::at(day, chrono::NaiveTime::MIN)
}

pub fn list(tx: &mut Read<'_>, list: &List<AuditQuery>) -> Result<Page<AuditEntry>> {
    let query = &list.query;
    if let (Some(from), Some(to)) = (query.from, query.to)
        && from > to
    {
        let fields = vec![FieldFault::new("?to", Fault::WrongOrder)];
        return Err(Error { fields, ..Error::new(Kind::InvalidParameter) });
    }
    let before: Option<AuditId> = list.after()?;
    let mut hidden: Vec<&'static str> = match tx.known()?.role {
        Some(Role::Admin) => Vec::new(),
        _ => accounts::SUBJECTS.into_iter().chain([keys::SUBJECT]).collect(),
    };
    if !READ_WITHOUT_NAMES(tx)?.is_empty() {
        hidden.push(LOG_OF_APPLICANTS);
    }
    let filter = Filter {
        hidden,
        actor: query.actor,
        operation: query.action.clone(),
        subject_type: query.subject_type.clone(),
        subject_id: query.subject_id.clone(),
        from: query.from.map(start_of),
        end: query.to.and_then(|to| to.succ_opt()).map(start_of),
    };
    let rows = store::list(tx.conn, &filter, before, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, &filter))?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.person_id).collect();
    let machines: Vec<_> = rows.iter().filter_map(|row| row.key_id).collect();
    let people = accounts::person_names(tx.conn, &people)?;
    let machines = keys::key_names(tx.conn, &machines)?;
    let view = |row: Row| AuditEntry {
        person_name: row.person_id.and_then(|id| people.get(&id).cloned()),
        key_name: row.key_id.and_then(|id| machines.get(&id).cloned()),
        id: row.id,
        at: row.at,
        person_id: row.person_id,
        key_id: row.key_id,
        role: row.role,
        request_id: row.request_id,
        operation: row.operation,
        subject_type: row.subject_type,
        subject_id: row.subject_id,
        before: row.before,
        after: row.after,
    };
    list.page(rows.into_iter().map(view).collect(), total, |entry: &AuditEntry| entry.id)
}
