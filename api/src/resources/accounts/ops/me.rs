use super::{PERSON, grants as granting};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::permissions::Who;
use crate::kernel::access::{Identity, Role};
use crate::kernel::error::Result;
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::resources::accounts::model::second_factor::is_required;
use crate::resources::accounts::store::grants::{self, Row as Held};
use crate::resources::accounts::store::people::{self, Person};
use crate::resources::accounts::wire::{Me, MeInput};

/// Operations that somebody who acts in a role may call.
fn permissions(role: Option<Role>, must_enrol: bool) -> Vec<&'static str> {
    crate::resources::permissions()
        .into_iter()
        .filter(|permission| permission.admits(role) && (!must_enrol || matches!(permission.who, Who::Public | Who::Person)))
        .map(|permission| permission.operation)
        .collect()
}

/// A person as they see themselves.
pub fn view(tx: &mut Read<'_>, person: &Person, held: &[Held], acting: Option<Held>) -> Result<Me> {
    let role = acting.map(|grant| grant.role);
    let must_enrol = is_required(tx.kernel.config.require_second_factor, role) && !person.second_factor();
    let grants = granting::views(tx.conn, held)?;
    Ok(Me {
        id: person.id,
        name: person.name.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        language: person.language,
        second_factor: person.second_factor(),
        must_enrol_second_factor: must_enrol,
        acting: acting.and_then(|acting| grants.iter().find(|grant| grant.id == acting.id).cloned()),
        grants,
        permissions: permissions(role, must_enrol),
        version: person.version,
    })
}

pub fn get(tx: &mut Read<'_>) -> Result<Me> {
    let person = people::find(tx.conn, tx.person()?)?;
    let held = grants::held(tx.conn, &[person.id])?;
    let acting = match &tx.known()?.identity {
        Identity::Person { grant, .. } => held.iter().find(|row| Some(row.id) == *grant).copied(),
        Identity::Machine { .. } => None,
    };
    view(tx, &person, &held, acting)
}

pub fn amend(tx: &mut Write<'_>, expected: IfMatch, patch: &MergePatch) -> Result<Me> {
    let now = tx.now;
    let id = tx.person()?;
    let mut person = people::find(tx.conn, id)?;
    expected.check(person.version)?;
    let before = MeInput { name: person.name.clone(), language: person.language };
    let after: MeInput = patch.apply(&before)?;
    person.name.clone_from(&after.name);
    person.language = after.language;
    person.save(tx.conn, now)?;
    let (before, after) = (serde_json::to_value(&before)?, serde_json::to_value(&after)?);
    tx.audit((PERSON, &person.id.to_string()), Some(&before), Some(&after))?;
    get(tx)
}
