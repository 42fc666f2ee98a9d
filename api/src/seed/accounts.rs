//! One account for each role, all with the same password.

use super::ids;
use crate::kernel::access::Role;
use crate::kernel::access::password::Passwords;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{grants, institution_coverage, institutions, people};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::language::Language;
use crate::kernel::search;
use diesel::prelude::*;
use std::io::Write;

/// The password of every demonstration account.
pub const PASSWORD: &str = "Zarbiya-Fakhar-2026";

/// An account.
pub struct Account {
    /// The role.
    pub role: Role,
    name: &'static str,
    email: &'static str,
    body: &'static str,
}

/// The accounts.
pub const ACCOUNTS: &[Account] = &[
    Account {
        role: Role::Association, name: "سعاد بن منوال", email: "association@example.dz", body: "first association of Alger"
    },
    Account { role: Role::Trainer, name: "كمال بن إزميل", email: "trainer@example.dz", body: "chamber of Alger" },
    Account { role: Role::Chamber, name: "مليكة بن مغزل", email: "chamber@example.dz", body: "chamber of Alger" },
    Account { role: Role::National, name: "رشيد بوخابية", email: "national@example.dz", body: "national chamber" },
    Account { role: Role::Ministry, name: "ليلى بن حصير", email: "ministry@example.dz", body: "ministry" },
    Account { role: Role::Admin, name: "يوسف بوقنديل", email: "admin@example.dz", body: "platform" },
];

/// Trainers who review beside the trainer with an account: nobody signs in as them.
const COLLEAGUES: [(&str, &str); 2] = [("وهيبة بوفخار", "reviewer-1@example.dz"), ("عمر بن نول", "reviewer-2@example.dz")];

/// Those who review at events: the trainer first.
pub fn reviewers() -> [PersonId; 3] {
    [Account::person(Role::Trainer), PersonId(ids::person(ACCOUNTS.len())), PersonId(ids::person(ACCOUNTS.len() + 1))]
}

impl Account {
    /// The person of a role; the same in every database.
    pub fn person(role: Role) -> PersonId {
        PersonId(ids::person(ACCOUNTS.iter().position(|account| account.role == role).unwrap_or(ACCOUNTS.len())))
    }
}

/// Whether the accounts are there.
///
/// # Errors
/// When the database does not answer.
pub fn present(conn: &mut AnyConnection) -> Result<bool> {
    let found: i64 = people::table.filter(people::id.eq(Account::person(Role::Admin))).count().get_result(conn)?;
    Ok(found > 0)
}

/// Whether anybody else has an account: then this is no database for demonstration data.
///
/// # Errors
/// When the database does not answer.
pub fn others(conn: &mut AnyConnection) -> Result<bool> {
    let ours: Vec<PersonId> = ACCOUNTS.iter().map(|account| Account::person(account.role)).chain(reviewers()).collect();
    let found: i64 = people::table.filter(people::id.ne_all(ours)).count().get_result(conn)?;
    Ok(found > 0)
}

/// Writes the accounts.
///
/// # Errors
/// When the database does not answer.
pub fn put(conn: &mut AnyConnection, passwords: &Passwords, association: AssociationId, now: Instant) -> Result<()> {
    for (number, account) in ACCOUNTS.iter().enumerate() {
        let id = Account::person(account.role);
        person(conn, id, (account.name, account.email), Some(passwords.hash(PASSWORD)?), now)?;
        let institution = match account.role {
            Role::Association | Role::Admin => None,
            Role::Trainer | Role::Chamber => Some(chamber(conn, "16")?),
            Role::National => Some(institution(conn, "national_chamber")?),
            Role::Ministry => Some(institution(conn, "ministry")?),
        };
        let association = (account.role == Role::Association).then_some(association);
        grant(conn, number, (id, account.role), (institution, association), now)?;
    }
    for (number, (told, id)) in COLLEAGUES.into_iter().zip(reviewers().into_iter().skip(1)).enumerate() {
        person(conn, id, told, None, now)?;
        let chamber = chamber(conn, "16")?;
        grant(conn, ACCOUNTS.len() + number, (id, Role::Trainer), (Some(chamber), None), now)?;
    }
    Ok(())
}

fn person(conn: &mut AnyConnection, id: PersonId, (name, email): (&str, &str), hash: Option<String>, now: Instant) -> Result<()> {
    diesel::insert_into(people::table)
        .values((
            people::id.eq(id),
            people::name.eq(name),
            people::email.eq(email),
            people::password_hash.eq(hash),
            people::language.eq(Language::Arabic),
            people::search.eq(search::stored([name, email])),
            people::version.eq(1_i64),
            people::created_at.eq(now),
            people::updated_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

fn grant(
    conn: &mut AnyConnection,
    number: usize,
    (person, role): (PersonId, Role),
    (institution, association): (Option<InstitutionId>, Option<AssociationId>),
    now: Instant,
) -> Result<()> {
    diesel::insert_into(grants::table)
        .values((
            grants::id.eq(crate::kernel::ids::GrantId(ids::grant(number))),
            grants::person_id.eq(person),
            grants::role.eq(role),
            grants::institution_id.eq(institution),
            grants::association_id.eq(association),
            grants::granted_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// The first institution of a kind.
///
/// # Errors
/// When there is none.
pub fn institution(conn: &mut AnyConnection, kind: &str) -> Result<InstitutionId> {
    let found = institutions::table.filter(institutions::kind.eq(kind)).select(institutions::id).order(institutions::id).first(conn);
    found.optional()?.ok_or_else(Error::not_found)
}

/// The chamber of a wilaya.
///
/// # Errors
/// When there is none.
pub fn chamber(conn: &mut AnyConnection, wilaya: &str) -> Result<InstitutionId> {
    use institution_coverage as c;
    let found = c::table.filter(c::kind.eq("chamber")).filter(c::wilaya_code.eq(wilaya)).select(c::institution_id).first(conn);
    found.optional()?.ok_or_else(Error::not_found)
}

/// Prints role, body, e-mail and password, a line each.
///
/// # Errors
/// When nobody listens.
pub fn print(out: &mut dyn Write) -> std::io::Result<()> {
    for account in ACCOUNTS {
        writeln!(out, "{:<12} {:<28} {:<24} {PASSWORD}", account.role.as_str(), account.body, account.email)?;
    }
    Ok(())
}
