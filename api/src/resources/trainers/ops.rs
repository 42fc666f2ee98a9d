//! One function for each operation.

use super::store::{self, Filter, Found, Row};
use super::wire::{TrainerProfile, TrainerQuery, TrainerView};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Caller, Role};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::{InstitutionId, PersonId};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::institutions;

/// What a profile is called in the audit log.
const SUBJECT: &str = "trainer";

fn views(tx: &mut Read<'_>, found: Vec<Found>) -> Result<Vec<TrainerView>> {
    let bodies: Vec<InstitutionId> = found.iter().filter_map(|(_, _, body, _)| *body).collect();
    let named = institutions::named(tx.conn, &bodies)?;
    let view = |(person_id, name, body, row): Found| {
        let profile: TrainerProfile = row.as_ref().map(|row| row.document.read()).transpose()?.unwrap_or_default();
        Ok(TrainerView {
            person_id,
            name,
            body_name: body.map(|id| named(id).name),
            updated_at: row.as_ref().map(|row| row.updated_at),
            version: row.as_ref().map_or(0, |row| row.version),
            subjects: profile.subjects,
            languages: profile.languages,
            about: profile.about,
        })
    };
    found.into_iter().map(view).collect()
}

/// The trainers, by name.
pub fn list(tx: &mut Read<'_>, list: &List<TrainerQuery>) -> Result<Page<TrainerView>> {
    let query = &list.query;
    let after: Option<(String, PersonId)> = list.after()?;
    let filter = Filter { q: query.q.as_deref(), subject: query.subject, language: query.language, one: None };
    // Somebody who is a trainer of two bodies comes twice.
    let mut found = store::page(tx.conn, &filter, after, 2 * (list.limit + 1))?;
    found.dedup_by_key(|(person, ..)| *person);
    let total = list.total(|| store::total(tx.conn, &filter))?;
    let page = list.page(found, total, |(person, name, ..)| (name.clone(), *person))?;
    Ok(Page { items: views(tx, page.items)?, next_cursor: page.next_cursor, total })
}

fn find(tx: &mut Read<'_>, person: PersonId) -> Result<Found> {
    let filter = Filter { one: Some(person), ..Filter::default() };
    store::page(tx.conn, &filter, None, 1)?.pop().ok_or_else(Error::not_found)
}

pub fn get(tx: &mut Read<'_>, person: PersonId) -> Result<TrainerView> {
    let found = find(tx, person)?;
    views(tx, vec![found])?.pop().ok_or_else(Error::not_found)
}

/// Keeps what a trainer teaches: by themselves, a national body or the ministry.
pub fn put(tx: &mut Write<'_>, person: PersonId, expected: IfMatch, profile: &TrainerProfile) -> Result<TrainerView> {
    let (_, _, _, before) = find(tx, person)?;
    let caller = tx.caller;
    if caller.and_then(|caller| caller.role) == Some(Role::Trainer) && caller.and_then(Caller::person) != Some(person) {
        return Err(Error::new(Kind::NotFound));
    }
    expected.check(before.as_ref().map_or(0, |row| row.version))?;
    let mut faults = Faults::default();
    for (index, subject) in profile.subjects.iter().enumerate() {
        if profile.subjects[..index].contains(subject) {
            faults.add(format!("/subjects/{index}"), Fault::Repeated);
        }
    }
    for (index, language) in profile.languages.iter().enumerate() {
        if profile.languages[..index].contains(language) {
            faults.add(format!("/languages/{index}"), Fault::Repeated);
        }
    }
    faults.finish()?;
    let (document, now) = (Json::of(profile)?, tx.now);
    let was = before.as_ref().map(|row| row.document.read::<serde_json::Value>()).transpose()?;
    let row = match before {
        None => Row { person_id: person, document, version: 1, created_at: now, updated_at: now },
        Some(row) => Row { document, version: row.version + 1, updated_at: now, ..row },
    };
    store::put(tx.conn, &row, &profile.subjects, &profile.languages)?;
    tx.audit((SUBJECT, &person.to_string()), was.as_ref(), Some(&serde_json::to_value(profile)?))?;
    get(tx, person)
}
