//! Who may do what, on whose data.
//!
//! Roles say *which operations* ([`permissions`]), the scope says *which rows* ([`Scope`]). A handler's first argument is
//! a proof ([`allowed::Allowed`] or [`allowed::Public`]); only a proof opens the database.

pub mod allowed;
pub mod authenticate;
pub mod keyring;
pub mod password;
pub mod permissions;
pub mod secret;
pub mod token;

use super::db::AnyConnection;
use super::db::schema::institution_coverage;
use super::error::Result;
use super::ids::{AssociationId, GrantId, InstitutionId, KeyId, PersonId, SessionId};
use diesel::prelude::*;

crate::text_enum! {
    /// A role in the sector.
    pub enum Role {
        /// President, officer or editor of one association.
        Association = "association",
        /// Runs course cohorts.
        Trainer = "trainer",
        /// Officer of a wilaya chamber.
        Chamber = "chamber",
        /// Officer of the national chamber or the national agency.
        National = "national",
        /// Ministry officer.
        Ministry = "ministry",
        /// Technical administrator.
        Admin = "admin",
    }
}

/// The body a caller acts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Body {
    /// Nobody but oneself.
    None,
    /// An institution.
    Institution(InstitutionId),
    /// An association.
    Association(AssociationId),
}

/// Who is calling.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Identity {
    /// A signed-in person.
    Person {
        /// The person.
        person: PersonId,
        /// The browser.
        session: SessionId,
        /// The role chosen to act in, when the person has one.
        grant: Option<GrantId>,
        /// The account must enrol a second factor before it may use its role.
        must_enrol: bool,
    },
    /// A machine with a key.
    Machine {
        /// The key.
        key: KeyId,
        /// The operations the key is limited to.
        scopes: Vec<String>,
    },
}

/// An authenticated caller.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Caller {
    /// Person or machine.
    pub identity: Identity,
    /// The role it acts in.
    pub role: Option<Role>,
    /// The body it acts for.
    pub body: Body,
}

impl Caller {
    /// The person, when it is one.
    pub fn person(&self) -> Option<PersonId> {
        match self.identity {
            Identity::Person { person, .. } => Some(person),
            Identity::Machine { .. } => None,
        }
    }
    /// The key, when it is a machine.
    pub fn key(&self) -> Option<KeyId> {
        match self.identity {
            Identity::Machine { key, .. } => Some(key),
            Identity::Person { .. } => None,
        }
    }
    /// The institution it acts for.
    pub fn institution(&self) -> Option<InstitutionId> {
        match self.body {
            Body::Institution(id) => Some(id),
            _ => None,
        }
    }
    /// A stable name for what belongs to this caller alone, such as idempotency keys.
    pub fn tag(&self) -> String {
        match &self.identity {
            Identity::Person { person, .. } => format!("person:{person}"),
            Identity::Machine { key, .. } => format!("key:{key}"),
        }
    }
}

/// Which rows a caller sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// What everybody may see.
    Public,
    /// Everything.
    All,
    /// Everything inside some wilayas (codes).
    Wilayas(Vec<String>),
    /// One association.
    Association(AssociationId),
}

impl Scope {
    /// The scope of a caller, read from the database so that a moved wilaya moves the rights with it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn of(conn: &mut AnyConnection, caller: Option<&Caller>) -> Result<Self> {
        match caller {
            None => Ok(Self::Public),
            Some(caller) => Self::of_body(conn, caller.role, caller.body),
        }
    }

    /// The scope of a role in a body, as it is now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn of_body(conn: &mut AnyConnection, role: Option<Role>, body: Body) -> Result<Self> {
        Ok(match (role, body) {
            (Some(Role::Ministry | Role::National), _) => Self::All,
            (Some(Role::Chamber), Body::Institution(chamber)) => Self::Wilayas(
                institution_coverage::table
                    .filter(institution_coverage::institution_id.eq(chamber))
                    .select(institution_coverage::wilaya_code)
                    .order(institution_coverage::wilaya_code)
                    .load(conn)?,
            ),
            (Some(Role::Association), Body::Association(id)) => Self::Association(id),
            _ => Self::Public,
        })
    }
}
