use super::SUBJECT;
use super::model::{check_expiry, check_scopes, new_key};
use super::store::{self, Holder, Row};
use super::wire::{Key, KeyInput, KeyState};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Role, secret};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::ids::KeyId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::Faults;
use crate::resources::accounts;

/// The officers the caller is one of.
fn holder(tx: &Read<'_>) -> Result<Holder> {
    let caller = tx.known()?;
    match caller.role {
        Some(Role::Admin) => Ok(Holder::Anybody),
        Some(role) => Ok(Holder::Officers(role, caller.body)),
        None => Err(Error::new(Kind::Forbidden)),
    }
}

fn views(tx: &mut Read<'_>, rows: Vec<Row>) -> Result<Vec<Key>> {
    let today = tx.now.day();
    let bodies: Vec<Body> = rows.iter().map(Row::body).collect();
    let people: Vec<_> = rows.iter().map(|row| row.created_by).collect();
    let body_name = accounts::body_names(tx.conn, &bodies)?;
    let people = accounts::person_names(tx.conn, &people)?;
    rows.into_iter()
        .map(|row| {
            let state = match row.revoked_at {
                Some(_) => KeyState::Revoked,
                None if row.expires_on < today => KeyState::Expired,
                None => KeyState::Active,
            };
            Ok(Key {
                body_name: body_name(row.body()).0,
                created_by_name: people.get(&row.created_by).cloned(),
                id: row.id,
                name: row.name,
                prefix: row.prefix,
                role: row.role,
                institution_id: row.institution_id,
                association_id: row.association_id,
                scopes: row.scopes.read()?,
                state,
                created_by: row.created_by,
                created_at: row.created_at,
                expires_on: row.expires_on,
                last_used_at: row.last_used_at,
                key: None,
            })
        })
        .collect()
}

pub fn list(tx: &mut Read<'_>, list: &List<Unfiltered>) -> Result<Page<Key>> {
    let before: Option<KeyId> = list.after()?;
    let holder = holder(tx)?;
    let rows = store::list(tx.conn, holder, before, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, holder))?;
    let items = views(tx, rows)?;
    list.page(items, total, |key: &Key| key.id)
}

pub fn create(tx: &mut Write<'_>, input: KeyInput) -> Result<Key> {
    let caller = tx.known()?.clone();
    let created_by = tx.person()?;
    let role = caller.role.ok_or_else(|| Error::new(Kind::Forbidden))?;
    let (institution_id, association_id) = match caller.body {
        Body::Institution(id) => (Some(id), None),
        Body::Association(id) => (None, Some(id)),
        Body::None => return Err(Error::new(Kind::Forbidden)),
    };
    let mut faults = Faults::default();
    check_scopes(&input.scopes, role, &crate::resources::permissions(), &mut faults);
    check_expiry(input.expires_on, tx.now.day(), &mut faults);
    faults.finish()?;
    let new = new_key()?;
    let row = Row {
        id: tx.new_id(),
        institution_id,
        association_id,
        role,
        name: input.name.trim().to_owned(),
        prefix: new.prefix,
        hash: secret::digest(&new.text),
        scopes: Json::of(&input.scopes)?,
        created_by,
        created_at: tx.now,
        expires_on: input.expires_on,
        last_used_at: None,
        revoked_at: None,
    };
    store::insert(tx.conn, &row)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(&input)?))?;
    let mut views = views(tx, vec![row])?;
    let key = views.pop().ok_or_else(Error::not_found)?;
    Ok(Key { key: Some(new.text), ..key })
}

pub fn revoke(tx: &mut Write<'_>, id: KeyId) -> Result<()> {
    let now = tx.now;
    let holder = holder(tx)?;
    let row = store::find(tx.conn, holder, id)?;
    if !store::revoke(tx.conn, row.id, now)? {
        return Err(Error::say(
            Kind::WrongState,
            "أُلغي هذا المفتاح من قبل.",
            "Cette clé est déjà révoquée.",
            "This key was revoked already.",
        ));
    }
    tx.audit((SUBJECT, &id.to_string()), None, Some(&serde_json::json!({ "state": KeyState::Revoked })))
}
