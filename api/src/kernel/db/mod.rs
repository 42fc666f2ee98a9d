//! Everything that knows which database it is talking to.
//!
//! `DATABASE_URL` chooses SQLite in a file or PostgreSQL at run time. Above this room there is one set of queries,
//! written against [`AnyConnection`]; [`portable`] holds what the enum cannot express, [`types`] the column types.

pub mod errors;
pub mod feed;
pub mod migrate;
pub mod portable;
pub mod schema;
mod together;
pub mod transaction;
pub mod types;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::{self, ManageConnection, R2D2Connection};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

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
/// Nothing is mapped: each connection's mapping of the whole file would count as memory of its own.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; \
    PRAGMA foreign_keys=ON; PRAGMA cache_size=-4000; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;";

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
                let own = if self.read_only { "PRAGMA query_only=ON" } else { "PRAGMA cache_size=-32000" };
                conn.batch_execute(own).map_err(r2d2::Error::QueryError)?;
                Ok(AnyConnection::Sqlite(conn))
            }
        }
    }
}

/// A connection of a pool, and when it was last seen to be alive.
pub struct Pooled {
    conn: AnyConnection,
    alive_at: Instant,
}

/// How long a connection that was alive is taken to be so: asking costs a round trip.
const TRUSTED: Duration = Duration::from_secs(1);

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = r2d2::Error;
    fn connect(&self) -> Result<Pooled, r2d2::Error> {
        Ok(Pooled { conn: self.open()?, alive_at: Instant::now() })
    }
    fn is_valid(&self, pooled: &mut Pooled) -> Result<(), r2d2::Error> {
        match &mut pooled.conn {
            // A file does not hang up.
            AnyConnection::Sqlite(_) => return Ok(()),
            AnyConnection::Postgres(_) if pooled.alive_at.elapsed() < TRUSTED => return Ok(()),
            AnyConnection::Postgres(conn) => conn.ping().map_err(r2d2::Error::QueryError)?,
        }
        pooled.alive_at = Instant::now();
        Ok(())
    }
    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        pooled.conn.is_broken()
    }
}

type Pool = r2d2::Pool<Manager>;

/// A connection borrowed from a pool.
pub struct Borrowed(r2d2::PooledConnection<Manager>);

impl std::ops::Deref for Borrowed {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        &self.0.conn
    }
}
impl std::ops::DerefMut for Borrowed {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.0.conn
    }
}

/// The open database: on SQLite a pool of read-only readers and exactly one writer, on PostgreSQL one pool for both.
#[derive(Clone)]
pub struct Database {
    target: Target,
    read: Pool,
    write: Pool,
    /// On SQLite: a connection that only looks whether others have committed.
    watch: Option<Arc<Mutex<AnyConnection>>>,
    together: Arc<together::Together>,
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
            migrate::run(&mut conn.conn)?;
            feed::go_on(&mut conn.conn)?;
        }
        let read = if postgres { write.clone() } else { pool(readers, true)? };
        let watch = match postgres {
            true => None,
            false => Some(Arc::new(Mutex::new(Manager { target: target.clone(), read_only: true }.open()?))),
        };
        Ok(Self { target, read, write, watch, together: Arc::default() })
    }

    /// Tells SQLite's planner how many rows the tables hold and how they are spread, where that has changed much: without it, it takes every
    /// index for equally good. A sample is enough and takes milliseconds. PostgreSQL does so by itself.
    ///
    /// # Errors
    /// [`crate::kernel::error::Error`] of kind `database_unavailable`.
    pub fn keep_statistics(&self) -> Result<(), crate::kernel::error::Error> {
        if matches!(self.target, Target::Sqlite(_)) {
            self.writer()?.batch_execute("PRAGMA analysis_limit=400; PRAGMA optimize=0x10002")?;
        }
        Ok(())
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
    pub fn reader(&self) -> Result<Borrowed, crate::kernel::error::Error> {
        self.read.get().map(Borrowed).map_err(errors::unavailable)
    }

    /// A connection of its own for reading much in the background, so that it keeps none of the pool's.
    ///
    /// # Errors
    /// [`crate::kernel::error::Error`] of kind `database_unavailable`.
    pub fn background_reader(&self) -> Result<AnyConnection, crate::kernel::error::Error> {
        Manager { target: self.target.clone(), read_only: true }.open().map_err(errors::unavailable)
    }

    /// Runs a closure in a write transaction. On SQLite, those who wait for the writer at the same time are committed together.
    ///
    /// # Errors
    /// The closure's, with its changes taken back, or the database's, when nothing was written.
    pub fn write<T>(&self, body: impl FnOnce(&mut AnyConnection) -> crate::kernel::error::Result<T>) -> crate::kernel::error::Result<T> {
        match self.target {
            Target::Sqlite(_) => self.together.write(self, body),
            Target::Postgres(_) => transaction::write(&mut *self.writer()?, body),
        }
    }

    /// The connection for writing.
    ///
    /// # Errors
    /// [`crate::kernel::error::Error`] of kind `database_unavailable`.
    pub fn writer(&self) -> Result<Borrowed, crate::kernel::error::Error> {
        self.write.get().map(Borrowed).map_err(errors::unavailable)
    }
}

/// Fine when an update that named a version changed its row.
///
/// # Errors
/// `precondition_failed` when it changed none: somebody else was there in between.
pub fn one_changed(rows: usize) -> crate::kernel::error::Result<()> {
    if rows == 1 { Ok(()) } else { Err(crate::kernel::error::Error::new(crate::kernel::problem::Kind::PreconditionFailed)) }
}

/// Orders a boxed query by a column and the identifier, down or up, and lets it begin after the last row of the page before, whose
/// value and identifier are given, or with the first.
#[macro_export]
macro_rules! in_order {
    ($query:ident, ($column:expr, $id:expr), $down:expr, $after:expr) => {{
        match ($after, $down) {
            (Some((value, id)), false) => {
                $query = $query.filter($column.ge(value.clone()).and($column.gt(value).or($id.gt(id))));
            }
            (Some((value, id)), true) => {
                $query = $query.filter($column.le(value.clone()).and($column.lt(value).or($id.lt(id))));
            }
            (None, _) => {}
        }
        if $down { $query.order(($column.desc(), $id.desc())) } else { $query.order(($column.asc(), $id.asc())) }
    }};
}
