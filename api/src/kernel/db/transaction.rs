//! Transactions on both databases.

use super::AnyConnection;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::result::Error as DieselError;

/// Runs a closure in a write transaction: `BEGIN IMMEDIATE` on SQLite, so that a writer waits its turn instead of failing
/// half-way, `BEGIN` on PostgreSQL. An error rolls back.
///
/// # Errors
/// The closure's, or the database's.
pub fn write<T, E: From<DieselError>>(conn: &mut AnyConnection, body: impl FnOnce(&mut AnyConnection) -> Result<T, E>) -> Result<T, E> {
    begin_write(conn)?;
    finish(conn, body)
}

/// Begins what [`write`] runs in.
pub(super) fn begin_write(conn: &mut AnyConnection) -> Result<(), DieselError> {
    match conn {
        AnyConnection::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
        AnyConnection::Postgres(c) => AnsiTransactionManager::begin_transaction(c),
    }
}

/// Runs a closure that only reads in one snapshot, so that the rows of several queries belong together.
///
/// # Errors
/// The closure's, or the database's.
pub fn read<T, E: From<DieselError>>(conn: &mut AnyConnection, body: impl FnOnce(&mut AnyConnection) -> Result<T, E>) -> Result<T, E> {
    match conn {
        AnyConnection::Sqlite(c) => AnsiTransactionManager::begin_transaction(c)?,
        AnyConnection::Postgres(c) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        }
    }
    finish(conn, body)
}

/// What only one transaction at a time may decide. Any numbers will do as long as every replica uses the same.
#[derive(Debug, Clone, Copy)]
pub enum Exclusive {
    /// Who is an administrator.
    Administrators = 727_002,
    /// Whether the reference data is still to be loaded.
    ReferenceData = 727_003,
}

/// Waits until no other transaction holds the same lock, and holds it until this one ends. On SQLite there is one writer
/// anyway.
///
/// # Errors
/// When the database does not answer.
pub fn exclusive(conn: &mut AnyConnection, lock: Exclusive) -> Result<(), DieselError> {
    match conn {
        AnyConnection::Sqlite(_) => Ok(()),
        AnyConnection::Postgres(c) => c.batch_execute(&format!("SELECT pg_advisory_xact_lock({})", lock as i64)),
    }
}

fn finish<T, E: From<DieselError>>(conn: &mut AnyConnection, body: impl FnOnce(&mut AnyConnection) -> Result<T, E>) -> Result<T, E> {
    type Manager = <AnyConnection as diesel::Connection>::TransactionManager;
    match body(conn) {
        Ok(value) => {
            Manager::commit_transaction(conn)?;
            Ok(value)
        }
        Err(error) => {
            if let Err(rollback) = Manager::rollback_transaction(conn) {
                tracing::warn!(%rollback, "rollback failed; the connection will be replaced");
            }
            Err(error)
        }
    }
}
