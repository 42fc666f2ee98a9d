//! Everything that knows which database it is talking to.
//!
//! `DATABASE_URL` chooses SQLite in a file or PostgreSQL at run time. Above this room there is one set of queries,
//! written against [`AnyConnection`]; [`portable`] holds what the enum cannot express, [`types`] the column types.

pub mod errors;
pub mod feed;
pub mod migrate;
pub mod portable;
pub mod schema;
pub mod transaction;
pub mod types;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::{self, ManageConnection, R2D2Connection};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

// The derive writes public items without documentation.
#[allow(missing_docs)]
mod connection {
    /// A connection to either database.
    #[derive(diesel::MultiConnection)]
    pub enum AnyConnection {
        /// PostgreSQL.
        Postgres(diesel::PgConnection),
        /// SQLite.
        Sqlite(diesel::SqliteConnection),
    }
}
pub use connection::{AnyConnection, MultiBackend};

/// Which database a URL names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A PostgreSQL server.
    Postgres(String),
    /// A file.
    Sqlite(PathBuf),
}

impl Target {
    /// Reads a URL: `sqlite:<path>`, `postgres://…` or `postgresql://…`; anything else is refused, since a typo must
    /// not create a file.
    ///
    /// # Errors
    /// A sentence saying what was expected.
    pub fn parse(url: &str) -> Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        match url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) {
            Some(path) if !path.is_empty() => Ok(Self::Sqlite(PathBuf::from(path))),
            _ => Err("expected sqlite:<path of a file>, postgres://… or postgresql://…".to_owned()),
        }
    }
}

/// Busy timeout first: with it after the switch to WAL, concurrent first opens fail.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; \
    PRAGMA foreign_keys=ON; PRAGMA cache_size=-8000; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY; \
    PRAGMA trusted_schema=OFF;";

/// Opens connections for a pool.
#[derive(Debug, Clone)]
pub struct Manager {
    target: Target,
    read_only: bool,
}

impl Manager {
    /// One new connection with the settings every connection has.
    ///
    /// # Errors
    /// When the database cannot be reached or opened.
    pub fn open(&self) -> Result<AnyConnection, r2d2::Error> {
        match &self.target {
            Target::Postgres(url) => Ok(AnyConnection::Postgres(PgConnection::establish(url)?)),
            Target::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(&path.to_string_lossy())?;
                conn.batch_execute(SQLITE_SETTINGS).map_err(r2d2::Error::QueryError)?;
                // The writer reads before it writes: mapped, the whole file would stay in its memory.
                let own = if self.read_only { "PRAGMA query_only=ON" } else { "PRAGMA mmap_size=0; PRAGMA cache_size=-32000" };
                conn.batch_execute(own).map_err(r2d2::Error::QueryError)?;
                Ok(AnyConnection::Sqlite(conn))
            }
        }
    }
}

impl ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = r2d2::Error;
    fn connect(&self) -> Result<AnyConnection, r2d2::Error> {
        self.open()
    }
    fn is_valid(&self, conn: &mut AnyConnection) -> Result<(), r2d2::Error> {
        match conn {
            // A file does not hang up.
            AnyConnection::Sqlite(_) => Ok(()),
            AnyConnection::Postgres(conn) => conn.ping().map_err(r2d2::Error::QueryError),
        }
    }
    fn has_broken(&self, conn: &mut AnyConnection) -> bool {
        conn.is_broken()
    }
}

type Pool = r2d2::Pool<Manager>;

/// The open database: on SQLite a pool of read-only readers and exactly one writer, on PostgreSQL one pool for both.
#[derive(Clone)]
pub struct Database {
    target: Target,
    read: Pool,
    write: Pool,
    /// On SQLite: a connection that only looks whether others have committed.
    watch: Option<Arc<Mutex<AnyConnection>>>,
}

/// A mark of everything that was committed: where two are equal, nothing was in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp(portable::Mark);

impl Database {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// When it cannot be opened or a migration fails.
    pub fn open(url: &str, readers: u32) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let target = Target::parse(url)?;
        let postgres = matches!(target, Target::Postgres(_));
        if let Target::Sqlite(path) = &target
            && let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder)?;
        }
        let pool = |size: u32, read_only| {
            r2d2::Pool::builder()
                .max_size(size)
                .min_idle(Some(1))
                .connection_timeout(Duration::from_secs(3))
                .test_on_check_out(postgres)
                .build(Manager { target: target.clone(), read_only })
        };
        let write = pool(if postgres { readers } else { 1 }, false)?;
        {
            let mut conn = write.get()?;
            migrate::run(&mut conn)?;
            feed::go_on(&mut conn)?;
        }
        let read = if postgres { write.clone() } else { pool(readers, true)? };
        let watch = match postgres {
            true => None,
            false => Some(Arc::new(Mutex::new(Manager { target: target.clone(), read_only: true }.open()?))),
        };
        Ok(Self { target, read, write, watch })
    }

    /// The file, when the database is one.
    pub fn file(&self) -> Option<&Path> {
        match &self.target {
            Target::Sqlite(path) => Some(path),
            Target::Postgres(_) => None,
        }
    }

    /// The stamp, where asking for it costs next to nothing.
    pub(super) fn stamp_at_once(&self) -> Option<Result<Stamp, crate::kernel::error::Error>> {
        let watch = self.watch.as_ref()?;
        let mut conn = watch.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        Some(portable::mark(&mut conn).map(Stamp).map_err(Into::into))
    }

    /// The stamp.
    ///
    /// # Errors
    /// [`crate::kernel::error::Error`] of kind `database_unavailable`.
    pub(super) fn stamp(&self) -> Result<Stamp, crate::kernel::error::Error> {
        self.stamp_at_once().unwrap_or_else(|| Ok(Stamp(portable::mark(&mut *self.reader()?)?)))
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// [`crate::kernel::error::Error`] of kind `database_unavailable`.
    pub fn reader(&self) -> Result<r2d2::PooledConnection<Manager>, crate::kernel::error::Error> {
        self.read.get().map_err(errors::unavailable)
    }

    /// A connection of its own for reading much in the background. It maps nothing, so that what it reads does not stay in memory.
    ///
    /// # Errors
    /// [`crate::kernel::error::Error`] of kind `database_unavailable`.
    pub fn background_reader(&self) -> Result<AnyConnection, crate::kernel::error::Error> {
        let mut conn = Manager { target: self.target.clone(), read_only: true }.open().map_err(errors::unavailable)?;
        if let AnyConnection::Sqlite(conn) = &mut conn {
            conn.batch_execute("PRAGMA mmap_size=0").map_err(errors::unavailable)?;
        }
        Ok(conn)
    }

    /// The connection for writing.
    ///
    /// # Errors
    /// [`crate::kernel::error::Error`] of kind `database_unavailable`.
    pub fn writer(&self) -> Result<r2d2::PooledConnection<Manager>, crate::kernel::error::Error> {
        self.write.get().map_err(errors::unavailable)
    }
}

/// Fine when an update that named a version changed its row.
///
/// # Errors
/// `precondition_failed` when it changed none: somebody else was there in between.
pub fn one_changed(rows: usize) -> crate::kernel::error::Result<()> {
    if rows == 1 { Ok(()) } else { Err(crate::kernel::error::Error::new(crate::kernel::problem::Kind::PreconditionFailed)) }
}
