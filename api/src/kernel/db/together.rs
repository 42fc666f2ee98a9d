//! Transactions of requests that wait for SQLite's one writer, committed together.
//!
//! Whoever gets the writer while others wait behind leaves the transaction open for the next, which runs inside it under a savepoint of
//! its own; whoever finds nobody waiting commits for all. So a crowd writes the pages that its changes share once, not once each. Nobody is
//! answered before the commit, each sees what those before it did, and one that fails takes back its own changes alone.

use super::{AnyConnection, Borrowed, Database, errors, transaction};
use crate::kernel::error::Result;
use diesel::connection::TransactionManager;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

type Manager = <AnyConnection as diesel::Connection>::TransactionManager;

/// Most transactions in one commit: nobody waits longer than for so many.
const MOST: usize = 32;

/// The requests that write.
#[derive(Default)]
pub struct Together {
    waiting: AtomicUsize,
    open: Mutex<Option<Open>>,
}

/// The transaction that is being filled.
struct Open {
    conn: Borrowed,
    number: usize,
    end: Arc<End>,
}

/// How a transaction ended, for all who are in it.
#[derive(Default)]
struct End {
    outcome: Mutex<Option<Outcome>>,
    told: Condvar,
}

#[derive(Debug, Clone)]
enum Outcome {
    Committed,
    /// What the database said to the commit.
    Refused(String),
    /// The database had given the transaction up before the commit.
    GivenUp(String),
}

impl End {
    fn tell(&self, outcome: Outcome) {
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
        self.told.notify_all();
    }

    fn wait(&self) -> Result<()> {
        let outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        match &*self.told.wait_while(outcome, |outcome| outcome.is_none()).unwrap_or_else(PoisonError::into_inner) {
            Some(Outcome::Refused(message)) => {
                Err(DieselError::DatabaseError(DatabaseErrorKind::Unknown, Box::new(message.clone())).into())
            }
            Some(Outcome::GivenUp(message)) => Err(errors::unavailable(message)),
            Some(Outcome::Committed) | None => Ok(()),
        }
    }
}

impl Together {
    /// Runs a closure in a transaction, alone or with those who wait for the writer too.
    ///
    /// # Errors
    /// The closure's, with its changes taken back, or the database's, when nothing of the transaction was written.
    pub fn write<T>(&self, db: &Database, body: impl FnOnce(&mut AnyConnection) -> Result<T>) -> Result<T> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        let (mut mine, first) = match open.take() {
            Some(begun) => (begun, false),
            None => (Open { conn: db.writer()?, number: 0, end: Arc::default() }, true),
        };
        let end = mine.end.clone();
        let begun = if first { transaction::begin_write(&mut mine.conn) } else { Manager::begin_transaction(&mut mine.conn) };
        if let Err(error) = begun {
            end.tell(Outcome::GivenUp(error.to_string()));
            return Err(error.into());
        }
        mine.number += 1;
        // A panic takes back its own changes, and not those of the others.
        let done = catch_unwind(AssertUnwindSafe(|| body(&mut mine.conn)));
        let good = matches!(done, Ok(Ok(_)));
        let closed = match (good, first) {
            (true, true) => Ok(()),
            (true, false) => Manager::commit_transaction(&mut mine.conn),
            (false, _) => Manager::rollback_transaction(&mut mine.conn),
        };
        match closed {
            // With a full disk, for example, SQLite has given up the whole; the connection will be replaced.
            Err(error) => {
                tracing::warn!(%error, transactions = mine.number, "a transaction was given up");
                end.tell(Outcome::GivenUp(error.to_string()));
            }
            Ok(()) if first && !good => {}
            Ok(()) if mine.number < MOST && self.waiting.load(Ordering::SeqCst) > 0 => *open = Some(mine),
            Ok(()) => end.tell(match Manager::commit_transaction(&mut mine.conn) {
                Ok(()) => Outcome::Committed,
                Err(error) => Outcome::Refused(error.to_string()),
            }),
        }
        drop(open);
        let value = done.unwrap_or_else(|panic| resume_unwind(panic))?;
        end.wait()?;
        Ok(value)
    }
}
