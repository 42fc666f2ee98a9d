//! Who is written to.

use crate::kernel::access::Role;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{grants, people};
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::language::Language;
use crate::kernel::letter::Addressee;
use diesel::prelude::*;

/// Somebody to be written to for an association.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The association.
    pub association_id: AssociationId,
    /// E-mail address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Language of letters.
    pub language: Language,
}

impl Reader {
    /// As whoever gets a letter.
    pub fn addressee(&self) -> Addressee<'_> {
        Addressee { email: &self.email, name: &self.name, language: self.language }
    }
}

/// Everybody who speaks for one of some associations and has an e-mail address, by address.
///
/// # Errors
/// When the database does not answer.
pub fn readers(conn: &mut AnyConnection, ids: &[AssociationId]) -> Result<Vec<Reader>> {
    let rows: Vec<(Option<AssociationId>, Option<String>, String, Language)> = grants::table
        .inner_join(people::table)
        .filter(grants::role.eq(Role::Association))
        .filter(grants::association_id.eq_any(ids))
        .filter(grants::ended_at.is_null())
        .filter(people::disabled_at.is_null())
        .filter(people::email.is_not_null())
        .select((grants::association_id, people::email, people::name, people::language))
        .order(people::email)
        .load(conn)?;
    let reader = |(association, email, name, language): (Option<AssociationId>, Option<String>, String, Language)| {
        Some(Reader { association_id: association?, email: email?, name, language })
    };
    Ok(rows.into_iter().filter_map(reader).collect())
}

/// Somebody to be written to as themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correspondent {
    /// E-mail address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Language of letters.
    pub language: Language,
}

impl Correspondent {
    /// As whoever gets a letter.
    pub fn addressee(&self) -> Addressee<'_> {
        Addressee { email: &self.email, name: &self.name, language: self.language }
    }
}

/// Those of some people who have an e-mail address, by address.
///
/// # Errors
/// When the database does not answer.
pub fn correspondents(conn: &mut AnyConnection, ids: &[PersonId]) -> Result<Vec<Correspondent>> {
    let rows: Vec<(Option<String>, String, Language)> = people::table
        .filter(people::id.eq_any(ids))
        .filter(people::disabled_at.is_null())
        .filter(people::email.is_not_null())
        .select((people::email, people::name, people::language))
        .order(people::email)
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(email, name, language)| Some(Correspondent { email: email?, name, language })).collect())
}

/// Every officer of some institutions who has an e-mail address, once, by address.
///
/// # Errors
/// When the database does not answer.
pub fn officers(conn: &mut AnyConnection, ids: &[InstitutionId]) -> Result<Vec<Correspondent>> {
    let rows: Vec<(Option<String>, String, Language)> = grants::table
        .inner_join(people::table)
        .filter(grants::role.eq_any([Role::Chamber, Role::National, Role::Ministry]))
        .filter(grants::institution_id.eq_any(ids))
        .filter(grants::ended_at.is_null())
        .filter(people::disabled_at.is_null())
        .filter(people::email.is_not_null())
        .select((people::email, people::name, people::language))
        .order(people::email)
        .distinct()
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(email, name, language)| Some(Correspondent { email: email?, name, language })).collect())
}
