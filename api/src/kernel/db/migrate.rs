//! Migrations: twin folders with the same names, embedded in the binary.

use super::AnyConnection;
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
/// Any number will do as long as every replica uses the same.
const LOCK: i64 = 727_001;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Why the transaction around the migrations ended.
enum Stopped {
    Migration(Failure),
    Database(diesel::result::Error),
}
impl From<diesel::result::Error> for Stopped {
    fn from(cause: diesel::result::Error) -> Self {
        Self::Database(cause)
    }
}

/// Applies what is pending; replicas that start together wait for each other.
///
/// # Errors
/// When a migration fails.
pub fn run(conn: &mut AnyConnection) -> Result<(), Failure> {
    match conn {
        // The write lock, before looking what is pending: whoever comes second finds nothing to do.
        AnyConnection::Sqlite(conn) => {
            let run = |conn: &mut diesel::SqliteConnection| conn.run_pending_migrations(SQLITE).map(drop).map_err(Stopped::Migration);
            conn.immediate_transaction(run).map_err(|stopped| match stopped {
                Stopped::Migration(cause) => cause,
                Stopped::Database(cause) => cause.into(),
            })
        }
        AnyConnection::Postgres(conn) => {
            conn.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
            let result = conn.run_pending_migrations(POSTGRES).map(drop);
            conn.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"))?;
            result
        }
    }
}

/// Undoes every migration; for the test that they can be undone and done again.
///
/// # Errors
/// When a migration fails.
pub fn revert_all(conn: &mut AnyConnection) -> Result<(), Failure> {
    match conn {
        AnyConnection::Sqlite(conn) => conn.revert_all_migrations(SQLITE).map(drop),
        AnyConnection::Postgres(conn) => conn.revert_all_migrations(POSTGRES).map(drop),
    }
}

/// Whether nothing is pending.
///
/// # Errors
/// When the database cannot be asked.
pub fn complete(conn: &mut AnyConnection) -> Result<bool, Failure> {
    match conn {
        AnyConnection::Sqlite(conn) => conn.has_pending_migration(SQLITE).map(|pending| !pending),
        AnyConnection::Postgres(conn) => conn.has_pending_migration(POSTGRES).map(|pending| !pending),
    }
}
