//! What the database says, in the words of the platform.

use crate::kernel::error::Error;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// The database does not answer, or every connection is taken.
pub fn unavailable(cause: impl std::fmt::Display) -> Error {
    Error { internal: Some(cause.to_string()), retry_after: Some(2), ..Error::new(Kind::DatabaseUnavailable) }
}

impl From<DieselError> for Error {
    fn from(cause: DieselError) -> Self {
        match &cause {
            DieselError::NotFound => Self::not_found(),
            DieselError::BrokenTransactionManager => unavailable(cause),
            DieselError::DatabaseError(kind, info) => match kind {
                DatabaseErrorKind::UniqueViolation => match column(info.as_ref()) {
                    Some(column) => {
                        Self { fields: vec![FieldFault::new(format!("/{column}"), Fault::AlreadyExists)], ..Self::new(Kind::AlreadyExists) }
                    }
                    None => Self { internal: Some(cause.to_string()), ..Self::new(Kind::AlreadyExists) },
                },
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::SerializationFailure => unavailable(cause),
                _ => {
                    let message = info.message();
                    if message.contains("disk is full") || message.contains("No space left") {
                        Self { internal: Some(message.to_owned()), ..Self::new(Kind::StorageUnavailable) }.retry_after(60)
                    } else if [
                        "database is locked",
                        "database table is locked",
                        "server closed the connection",
                        "terminating connection",
                        "no connection to the server",
                        "could not connect",
                        "connection not open",
                        "deadlock detected",
                    ]
                    .iter()
                    .any(|sign| message.contains(sign))
                    {
                        unavailable(cause)
                    } else {
                        Self::internal(cause)
                    }
                }
            },
            _ => Self::internal(cause),
        }
    }
}

/// The column of a unique violation. Constraints are named `<table>_<column>_key`; SQLite reports `table.column`.
fn column(info: &dyn diesel::result::DatabaseErrorInformation) -> Option<String> {
    if let (Some(name), Some(table)) = (info.constraint_name(), info.table_name()) {
        let inner = name.strip_prefix(table)?.strip_prefix('_')?;
        return Some(inner.strip_suffix("_key").unwrap_or(inner).to_owned());
    }
    let (_, list) = info.message().split_once("constraint failed: ")?;
    let last = list.split(", ").last()?;
    Some(last.split_once('.')?.1.to_owned())
}
