use super::store::{self, Filter};
use super::wire::{Person, PersonInput, PersonQuery};
use crate::kernel::access::allowed::Write;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::{GrantId, PersonId};
use crate::kernel::search;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::accounts::{self, Grant, GrantInput, PERSON_SUBJECT as SUBJECT};

fn view(person: accounts::Person, grants: Vec<Grant>) -> Person {
    Person {
        second_factor: person.second_factor(),
        disabled: person.disabled_at.is_some(),
        id: person.id,
        name: person.name,
        email: person.email,
        phone: person.phone,
        language: person.language,
        grants,
        created_at: person.created_at,
        version: person.version,
    }
}

/// A page of people; whose data was shown is recorded.
pub fn list(tx: &mut Write<'_>, list: &List<PersonQuery>) -> Result<Page<Person>> {
    let query = &list.query;
    let after: Option<(String, PersonId)> = list.after()?;
    let filter = Filter { words: search::words(query.q.as_deref()), role: query.role, disabled: query.disabled };
    let rows = store::list(tx.conn, &filter, after, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, &filter))?;
    let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    let mut grants = accounts::grants_of(tx.conn, &ids)?;
    let items = rows
        .into_iter()
        .map(|row| {
            let held = grants.remove(&row.id).unwrap_or_default();
            view(row, held)
        })
        .collect();
    let page = list.page(items, total, |person: &Person| (person.name.clone(), person.id))?;
    let shown: Vec<PersonId> = page.items.iter().map(|person| person.id).collect();
    tx.audit((SUBJECT, crate::kernel::audit::LIST), None, Some(&serde_json::json!({ "read": shown })))?;
    Ok(page)
}

fn load(tx: &mut Write<'_>, id: PersonId) -> Result<Person> {
    let row = store::find(tx.conn, id)?;
    let held = accounts::grants_of(tx.conn, &[id])?.remove(&id).unwrap_or_default();
    Ok(view(row, held))
}

/// One person; that their data was shown is recorded.
pub fn get(tx: &mut Write<'_>, id: PersonId) -> Result<Person> {
    let person = load(tx, id)?;
    tx.audit((SUBJECT, &id.to_string()), None, None)?;
    Ok(person)
}

fn clean(mut input: PersonInput) -> Result<PersonInput> {
    let mut faults = Faults::default();
    if let Some(typed) = &input.email {
        match accounts::clean_email(typed) {
            Some(email) => input.email = Some(email),
            None => faults.add("/email", Fault::WrongEmail),
        }
    }
    if let Some(typed) = &input.phone {
        match text::phone::normalise(typed) {
            Ok(phone) => input.phone = Some(phone),
            Err(_) => faults.add("/phone", Fault::WrongPhone),
        }
    }
    // Without either nobody could sign in.
    if input.email.is_none() && input.phone.is_none() {
        faults.add("/email", Fault::Required);
    }
    faults.finish()?;
    Ok(input)
}

pub fn update(tx: &mut Write<'_>, id: PersonId, expected: IfMatch, patch: &MergePatch) -> Result<Person> {
    let now = tx.now;
    let mut row = store::find(tx.conn, id)?;
    expected.check(row.version)?;
    let before = PersonInput {
        name: row.name.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        language: row.language,
        disabled: row.disabled_at.is_some(),
    };
    let after = clean(patch.apply(&before)?)?;
    if after.disabled && !before.disabled {
        accounts::keep_an_administrator(tx.conn, id)?;
        accounts::end_sessions(tx.conn, id, None, now)?;
        row.disabled_at = Some(now);
    }
    if !after.disabled {
        row.disabled_at = None;
    }
    row.name.clone_from(&after.name);
    row.email.clone_from(&after.email);
    row.phone.clone_from(&after.phone);
    row.language = after.language;
    row.save(tx.conn, now)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    load(tx, id)
}

pub fn add_grant(tx: &mut Write<'_>, id: PersonId, input: &GrantInput) -> Result<Grant> {
    store::find(tx.conn, id)?;
    accounts::give_grant(tx, id, input)
}

pub fn withdraw_grant(tx: &mut Write<'_>, person: PersonId, grant: GrantId) -> Result<()> {
    accounts::withdraw_grant(tx, person, grant)
}

/// For somebody who has lost telephone and recovery codes.
pub fn forget_second_factor(tx: &mut Write<'_>, id: PersonId) -> Result<()> {
    let person = store::find(tx.conn, id)?;
    if !person.second_factor() {
        return Err(Error::not_found());
    }
    accounts::forget_second_factor(tx, id)
}

pub fn end_sessions(tx: &mut Write<'_>, id: PersonId) -> Result<()> {
    let now = tx.now;
    store::find(tx.conn, id)?;
    accounts::end_sessions(tx.conn, id, None, now)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&serde_json::json!({ "sessions": "ended" })))
}
