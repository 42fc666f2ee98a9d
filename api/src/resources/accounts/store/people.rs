use crate::kernel::db::schema::people;
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{IdSource, PersonId};
use crate::kernel::language::Language;
use crate::kernel::search;
use crate::resources::accounts::model::login::Login;
use diesel::prelude::*;
use std::collections::HashMap;

/// A person with an account.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Person {
    /// Identifier.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// E-mail address in lower case.
    pub email: Option<String>,
    /// Telephone in E.164 form.
    pub phone: Option<String>,
    pub(in crate::resources::accounts) password_hash: Option<String>,
    /// Language of letters.
    pub language: Language,
    pub(in crate::resources::accounts) totp_sealed: Option<Vec<u8>>,
    /// Since when a second factor is asked for.
    pub totp_confirmed_at: Option<Instant>,
    pub(in crate::resources::accounts) totp_last_step: Option<i64>,
    /// Since when the account is closed.
    pub disabled_at: Option<Instant>,
    search: String,
    /// Version of the row.
    pub version: i64,
    /// Since when there is an account.
    pub created_at: Instant,
    updated_at: Instant,
}

/// What is known of somebody who gets an account.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Name.
    pub name: String,
    /// E-mail address in lower case.
    pub email: Option<String>,
    /// Telephone in E.164 form.
    pub phone: Option<String>,
    /// Language of letters.
    pub language: Language,
    /// Hash of the password.
    pub password_hash: String,
}

impl Person {
    /// A row for somebody new.
    fn new(id: PersonId, new: NewPerson, now: Instant) -> Self {
        let mut person = Self {
            id,
            name: new.name,
            email: new.email,
            phone: new.phone,
            password_hash: Some(new.password_hash),
            language: new.language,
            totp_sealed: None,
            totp_confirmed_at: None,
            totp_last_step: None,
            disabled_at: None,
            search: String::new(),
            version: 0,
            created_at: now,
            updated_at: now,
        };
        person.touch(now);
        person
    }
    /// The next version of the row.
    fn touch(&mut self, now: Instant) {
        self.search = search::stored([Some(self.name.as_str()), self.email.as_deref(), self.phone.as_deref()].into_iter().flatten());
        self.version += 1;
        self.updated_at = now;
    }
    /// Whether a second factor is asked for.
    pub fn second_factor(&self) -> bool {
        self.totp_confirmed_at.is_some()
    }
    /// Keeps what was changed, as the next version.
    ///
    /// # Errors
    /// `precondition_failed` when somebody else was there in between.
    pub fn save(&mut self, conn: &mut AnyConnection, now: Instant) -> Result<()> {
        let version = self.version;
        self.touch(now);
        let row = people::table.find(self.id).filter(people::version.eq(version));
        one_changed(diesel::update(row).set(&*self).execute(conn)?)
    }
}

/// Adds a person.
///
/// # Errors
/// `already_exists` when the address or the number is somebody's.
pub fn add(conn: &mut AnyConnection, ids: &IdSource, new: NewPerson, now: Instant) -> Result<Person> {
    let person = Person::new(PersonId(ids.next()), new, now);
    diesel::insert_into(people::table).values(&person).execute(conn)?;
    Ok(person)
}

/// A person.
///
/// # Errors
/// `not_found`.
pub fn find(conn: &mut AnyConnection, id: PersonId) -> Result<Person> {
    people::table.find(id).select(Person::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn by_login(conn: &mut AnyConnection, login: &Login) -> Result<Option<Person>> {
    let query = people::table.select(Person::as_select()).into_boxed();
    let query = match login {
        Login::Email(email) => query.filter(people::email.eq(email.clone())),
        Login::Phone(phone) => query.filter(people::phone.eq(phone.clone())),
        // The same work as for the others, which finds nobody.
        Login::Neither => query.filter(people::email.eq("")),
    };
    Ok(query.first(conn).optional()?)
}

pub fn phone_taken(conn: &mut AnyConnection, phone: &str) -> Result<bool> {
    let holders: i64 = people::table.filter(people::phone.eq(phone)).count().get_result(conn)?;
    Ok(holders > 0)
}

/// A password hashed with today's parameters; the row stays otherwise as it is.
pub fn rehash(conn: &mut AnyConnection, id: PersonId, old: &str, new: &str) -> Result<()> {
    let row = people::table.find(id).filter(people::password_hash.eq(old));
    diesel::update(row).set(people::password_hash.eq(new)).execute(conn)?;
    Ok(())
}

/// Takes a step of the second factor; false when it was taken before.
pub fn take_step(conn: &mut AnyConnection, id: PersonId, step: i64) -> Result<bool> {
    let row = people::table.find(id).filter(people::totp_last_step.is_null().or(people::totp_last_step.lt(step)));
    Ok(diesel::update(row).set(people::totp_last_step.eq(step)).execute(conn)? == 1)
}

/// The names of some people.
///
/// # Errors
/// When the database does not answer.
pub fn names(conn: &mut AnyConnection, ids: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(PersonId, String)> = people::table.filter(people::id.eq_any(ids)).select((people::id, people::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}
