//! The thread that does the work: takes jobs, keeps their leases, ends them.

use super::model::{Failure, JobId, JobState, Report};
use super::store::{self, JobRow, NewRow, Progress, RunnerId};
use crate::kernel::Kernel;
use crate::kernel::access::allowed::Read;
use crate::kernel::access::authenticate::still_entrusted;
use crate::kernel::access::{Caller, Scope};
use crate::kernel::audit::Audit;
use crate::kernel::db::{AnyConnection, transaction};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::request_id::Origin;
use crate::kernel::language::Language;
use crate::kernel::problem::Kind;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a job stays with a runner that is not heard of, in seconds.
const LEASE: i64 = 15;
/// How often a lease is renewed.
const BEAT: Duration = Duration::from_secs(1);
/// How often a runner looks for work that another server was asked for.
const LOOK: Duration = Duration::from_secs(2);

/// Somebody who does jobs of one kind.
pub struct Worker {
    /// The kind.
    pub kind: &'static str,
    /// Does the job; called again from the start, with the progress kept so far, after a server died.
    pub run: fn(&mut Running<'_>) -> std::result::Result<Ending, Halt>,
}

/// How a job ends.
#[derive(Debug)]
pub enum Ending {
    /// With everything done; the report was kept with the last progress.
    Done,
    /// With a fault of the file.
    Failed(Failure),
}

/// Why work stops before its end.
#[derive(Debug)]
pub enum Halt {
    /// Somebody asked for it.
    Cancelled,
    /// The server stops: the next one goes on.
    Stopping,
    /// Another runner has the job.
    Lost,
    /// An error.
    Error(Error),
}

impl<E: Into<Error>> From<E> for Halt {
    fn from(cause: E) -> Self {
        Self::Error(cause.into())
    }
}

#[derive(Default)]
struct Signals {
    stop: AtomicBool,
    cancel: AtomicBool,
    lost: AtomicBool,
}

/// A job under way.
pub struct Running<'a> {
    /// Settings, clock, storage.
    pub kernel: &'a Kernel,
    /// The job as it was taken.
    pub job: JobRow,
    /// In whose name.
    pub caller: Caller,
    reader: RefCell<AnyConnection>,
    runner: RunnerId,
    signals: &'a Signals,
    stop: &'a AtomicBool,
}

impl Running<'_> {
    /// Fine while the work is to go on.
    ///
    /// # Errors
    /// The reason to stop.
    pub fn go_on(&self) -> std::result::Result<(), Halt> {
        if self.signals.lost.load(Ordering::Relaxed) {
            Err(Halt::Lost)
        } else if self.signals.cancel.load(Ordering::Relaxed) {
            Err(Halt::Cancelled)
        } else if self.stop.load(Ordering::Relaxed) || self.signals.stop.load(Ordering::Relaxed) {
            Err(Halt::Stopping)
        } else {
            Ok(())
        }
    }

    /// Opens the database for reading in the name of whoever started the job.
    ///
    /// # Errors
    /// The closure's, or `database_unavailable`.
    pub fn read<T>(&self, body: impl FnOnce(&mut Read<'_>) -> Result<T>) -> Result<T> {
        self.open(&mut self.reader.borrow_mut(), body)
    }

    fn open<T>(&self, conn: &mut AnyConnection, body: impl FnOnce(&mut Read<'_>) -> Result<T>) -> Result<T> {
        let origin = Origin { request: self.job.request_id, language: Language::Arabic };
        let scope = Scope::of(conn, Some(&self.caller))?;
        body(&mut Read { conn, kernel: self.kernel, caller: Some(&self.caller), scope, now: self.kernel.clock.now(), origin: &origin })
    }

    /// Does a piece of work in one transaction together with the progress it makes.
    ///
    /// # Errors
    /// The closure's; `Lost` when another runner has the job; `forbidden` when whoever started it no longer may. Then nothing was written.
    pub fn write(
        &self,
        body: impl FnOnce(&mut Read<'_>) -> std::result::Result<(i64, Report, Vec<NewRow>), Halt>,
    ) -> std::result::Result<(), Halt> {
        let mut conn = self.kernel.db.writer()?;
        let mut lost = false;
        let written = transaction::write::<_, Error>(&mut conn, |conn| {
            let now = self.kernel.clock.now();
            still_entrusted(conn, &self.caller)?;
            let (done, report, rows) = self.open(conn, |tx| match body(tx) {
                Ok(worked) => Ok(worked),
                Err(Halt::Error(error)) => Err(error),
                // The flags say the same again below.
                Err(_) => Err(Error::new(Kind::RequestInProgress)),
            })?;
            store::put_rows(conn, rows)?;
            let until = now.plus(chrono::Duration::seconds(LEASE));
            if !store::progress(conn, self.job.id, self.runner, &Progress { done, report: &report, now, until })? {
                lost = true;
                return Err(Error::new(Kind::RequestInProgress));
            }
            Ok(())
        });
        match written {
            Ok(()) => Ok(()),
            Err(_) if lost => Err(Halt::Lost),
            Err(error) if error.kind == Kind::RequestInProgress => {
                self.go_on()?;
                Err(Halt::Error(error))
            }
            Err(error) => Err(Halt::Error(error)),
        }
    }

    /// Keeps rows in a transaction that [`Self::write`] has opened, when they are too many to be handed over at its end.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn keep(&self, tx: &mut Read<'_>, rows: Vec<NewRow>) -> Result<()> {
        store::put_rows(tx.conn, rows)
    }

    /// Forgets the rows kept so far: the work starts from the beginning.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn start_over(&mut self) -> std::result::Result<(), Halt> {
        let id = self.job.id;
        self.write(|tx| {
            store::drop_rows(tx.conn, id)?;
            Ok((0, Report::default(), Vec::new()))
        })?;
        self.job.done = 0;
        Ok(())
    }
}

/// Tells this process's runner that there is work, so that it does not wait for its next look.
static WORK: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

/// There is work.
pub fn wake() {
    *WORK.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
    WORK.1.notify_all();
}

fn sleep() {
    let guard = WORK.0.lock().unwrap_or_else(PoisonError::into_inner);
    let waited = WORK.1.wait_timeout_while(guard, LOOK, |work| !*work);
    *waited.unwrap_or_else(PoisonError::into_inner).0 = false;
}

/// A server's runner.
pub struct Runner {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Runner {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system has no thread.
    pub fn start(kernel: Kernel, workers: &'static [Worker]) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let told = stop.clone();
        let thread = std::thread::Builder::new().name("jobs".into()).spawn(move || {
            let runner = RunnerId(kernel.ids.next());
            tidy_up(&kernel);
            while !told.load(Ordering::Relaxed) {
                match next(&kernel, runner) {
                    Ok(Some(job)) => run(&kernel, runner, job, workers, &told),
                    Ok(None) => sleep(),
                    Err(error) => {
                        tracing::warn!(%error, "jobs cannot be looked for");
                        sleep();
                    }
                }
            }
        })?;
        Ok(Self { stop, thread })
    }

    /// Stops after the piece of work under way; another server, or the next start, goes on from there.
    pub fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        wake();
        if self.thread.join().is_err() {
            tracing::error!("the runner of jobs had ended by itself");
        }
    }
}

/// Does every job that waits, in this thread: for commands and tests.
///
/// # Errors
/// When the database does not answer.
pub fn run_all(kernel: &Kernel, workers: &'static [Worker]) -> Result<()> {
    let runner = RunnerId(kernel.ids.next());
    let stop = AtomicBool::new(false);
    while let Some(job) = next(kernel, runner)? {
        run(kernel, runner, job, workers, &stop);
    }
    Ok(())
}

fn next(kernel: &Kernel, runner: RunnerId) -> Result<Option<JobRow>> {
    let now = kernel.clock.now();
    let waiting = store::waiting(&mut *kernel.db.reader()?, now)?;
    for id in waiting {
        let until = now.plus(chrono::Duration::seconds(LEASE));
        let taken = transaction::write::<_, Error>(&mut *kernel.db.writer()?, |conn| store::take(conn, id, runner, now, until))?;
        if taken.is_some() {
            return Ok(taken);
        }
    }
    Ok(None)
}

fn run(kernel: &Kernel, runner: RunnerId, job: JobRow, workers: &'static [Worker], stop: &AtomicBool) {
    let id = job.id;
    tracing::info!(job = %id, kind = job.kind, done = job.done, "job taken");
    let signals = Signals::default();
    signals.cancel.store(job.cancel_requested, Ordering::Relaxed);
    let ended = std::thread::scope(|scope| {
        let (finished, news) = channel::<()>();
        let beating = scope.spawn({
            let signals = &signals;
            move || {
                while news.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                    beat(kernel, id, runner, signals);
                }
            }
        });
        let ended = catch_unwind(AssertUnwindSafe(|| work(kernel, runner, job, workers, &signals, stop)));
        drop(finished);
        if beating.join().is_err() {
            tracing::error!(job = %id, "the lease was not renewed to the end");
        }
        ended
    });
    let ended = ended.unwrap_or_else(|_| Err(Halt::Error(Error::internal("the work panicked"))));
    if let Err(error) = end(kernel, runner, id, ended) {
        // The lease runs out and the job is taken again.
        tracing::error!(job = %id, %error, "the end of a job could not be kept");
    }
    tidy_up(kernel);
}

fn work(
    kernel: &Kernel,
    runner: RunnerId,
    job: JobRow,
    workers: &'static [Worker],
    signals: &Signals,
    stop: &AtomicBool,
) -> std::result::Result<Ending, Halt> {
    let worker =
        workers.iter().find(|worker| worker.kind == job.kind).ok_or_else(|| Error::internal(format!("nobody does {}", job.kind)))?;
    let caller = job.caller()?;
    let reader = RefCell::new(kernel.db.background_reader()?);
    let mut running = Running { kernel, job, caller, reader, runner, signals, stop };
    running.go_on()?;
    (worker.run)(&mut running)
}

fn beat(kernel: &Kernel, id: JobId, runner: RunnerId, signals: &Signals) {
    let until = kernel.clock.now().plus(chrono::Duration::seconds(LEASE));
    let renewed =
        kernel.db.writer().and_then(|mut conn| transaction::write::<_, Error>(&mut conn, |conn| store::renew(conn, id, runner, until)));
    match renewed {
        Ok(Some(cancel)) => signals.cancel.store(cancel, Ordering::Relaxed),
        Ok(None) => signals.lost.store(true, Ordering::Relaxed),
        // The work itself may hold the only writer for longer than anybody waits.
        Err(error) => tracing::debug!(job = %id, %error, "a lease was not renewed"),
    }
}

fn end(kernel: &Kernel, runner: RunnerId, id: JobId, ended: std::result::Result<Ending, Halt>) -> Result<()> {
    let now = kernel.clock.now();
    let (state, failure) = match ended {
        Ok(Ending::Done) => (JobState::Done, None),
        Ok(Ending::Failed(failure)) => (JobState::Failed, Some(failure)),
        Err(Halt::Cancelled) => (JobState::Cancelled, None),
        Err(Halt::Lost) => {
            tracing::warn!(job = %id, "another runner has the job");
            return Ok(());
        }
        Err(Halt::Stopping) => return release(kernel, id, runner, 0),
        Err(Halt::Error(error)) if error.kind == Kind::DatabaseUnavailable => {
            tracing::warn!(job = %id, %error, "the database is gone, the job waits");
            return release(kernel, id, runner, 5);
        }
        Err(Halt::Error(error)) => {
            if error.kind == Kind::Internal {
                tracing::error!(job = %id, %error, "a job failed");
            } else {
                tracing::warn!(job = %id, %error, "a job failed");
            }
            (JobState::Failed, Some(Failure { code: error.kind.code().to_owned(), expected: String::new(), row: None }))
        }
    };
    transaction::write::<_, Error>(&mut *kernel.db.writer()?, |conn| {
        if !store::finish(conn, id, runner, state, failure.as_ref(), now)? {
            return Ok(());
        }
        let job = store::find(conn, store::Whose::All, id)?;
        let caller = job.caller()?;
        let origin = Origin { request: job.request_id, language: Language::Arabic };
        let after = serde_json::json!({ "state": state, "report": job.report()?, "failure": failure });
        let mut tx = Read { conn, kernel, caller: Some(&caller), scope: Scope::Public, now, origin: &origin };
        Audit { by: None, operation: "run_job", subject: ("job", &id.to_string()), before: None, after: Some(&after) }.record(&mut tx)
    })?;
    tracing::info!(job = %id, %state, "job ended");
    Ok(())
}

fn release(kernel: &Kernel, id: JobId, runner: RunnerId, seconds: i64) -> Result<()> {
    let from = kernel.clock.now().plus(chrono::Duration::seconds(seconds));
    store::release(&mut *kernel.db.writer()?, id, runner, from)
}

/// Removes the files of jobs that have ended.
fn tidy_up(kernel: &Kernel) {
    let swept = (|| {
        let ended = store::ended_with_input(&mut *kernel.db.reader()?)?;
        for (id, key) in ended {
            kernel.storage.remove(&key)?;
            store::forget_input(&mut *kernel.db.writer()?, id)?;
        }
        Ok::<_, Error>(())
    })();
    if let Err(error) = swept {
        tracing::warn!(%error, "files of ended jobs stay for now");
    }
}
