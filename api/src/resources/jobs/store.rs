//! Every line of SQL about jobs.

use super::model::{Failure, Findings, JobId, JobState, Outcome, Report};
use crate::kernel::access::Caller;
use crate::kernel::db::portable::Both;
use crate::kernel::db::schema::{job_rows, jobs};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::request_id::RequestId;
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use diesel::prelude::*;

crate::id_type!(/// A server's runner, from its start to its end.
    RunnerId);

/// A job as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = jobs)]
pub struct JobRow {
    /// Identifier.
    pub id: JobId,
    /// What it does.
    pub kind: String,
    /// Where it stands.
    pub state: JobState,
    /// For which institution.
    pub institution_id: Option<InstitutionId>,
    caller: Json,
    /// Who started it.
    pub created_by: Option<PersonId>,
    /// The request that started it.
    pub request_id: RequestId,
    /// The file's name.
    pub file_name: Option<String>,
    /// The file's key in the storage.
    pub input_key: String,
    /// What was asked for.
    pub parameters: Json,
    /// Rows worked through.
    pub done: i64,
    /// All rows.
    pub total: Option<i64>,
    report: Json,
    failure: Option<Json>,
    /// Somebody asked for its end.
    pub cancel_requested: bool,
    /// When it was started.
    pub created_at: Instant,
    /// Last progress.
    pub updated_at: Instant,
    /// When it ended.
    pub finished_at: Option<Instant>,
}

impl JobRow {
    /// Who started it, with the role and the body acted for.
    ///
    /// # Errors
    /// When the stored document is damaged.
    pub fn caller(&self) -> Result<Caller> {
        Ok(self.caller.read()?)
    }
    /// What it has come to so far.
    ///
    /// # Errors
    /// When the stored document is damaged.
    pub fn report(&self) -> Result<Report> {
        Ok(self.report.read()?)
    }
    /// Why it failed.
    ///
    /// # Errors
    /// When the stored document is damaged.
    pub fn failure(&self) -> Result<Option<Failure>> {
        Ok(self.failure.as_ref().map(Json::read).transpose()?)
    }
}

/// A job to be started.
#[derive(Insertable)]
#[diesel(table_name = jobs, treat_none_as_default_value = false)]
pub struct NewJob {
    pub id: JobId,
    pub kind: &'static str,
    pub state: JobState,
    pub fingerprint: Option<Vec<u8>>,
    pub institution_id: Option<InstitutionId>,
    pub caller: Json,
    pub created_by: Option<PersonId>,
    pub request_id: RequestId,
    pub file_name: Option<String>,
    pub input_key: String,
    pub input_sha256: Vec<u8>,
    pub parameters: Json,
    pub done: i64,
    pub total: Option<i64>,
    pub report: Json,
    pub failure: Option<Json>,
    pub cancel_requested: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// Inserts a job unless one with its fingerprint is there; whether it did.
pub fn insert(conn: &mut AnyConnection, job: NewJob) -> Result<bool> {
    let inserted = Both(diesel::insert_into(jobs::table).values(job).on_conflict(jobs::fingerprint).do_nothing()).execute(conn)?;
    Ok(inserted == 1)
}

/// The job with a fingerprint.
pub fn by_fingerprint(conn: &mut AnyConnection, fingerprint: &[u8]) -> Result<Option<JobRow>> {
    Ok(jobs::table.filter(jobs::fingerprint.eq(fingerprint)).select(JobRow::as_select()).first(conn).optional()?)
}

/// Whose jobs: everybody's, or one institution's.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// Everybody's.
    All,
    /// One institution's.
    Institution(InstitutionId),
}

/// A job somebody may see.
pub fn find(conn: &mut AnyConnection, whose: Whose, id: JobId) -> Result<JobRow> {
    let mut query = jobs::table.find(id).select(JobRow::as_select()).into_boxed();
    if let Whose::Institution(institution) = whose {
        query = query.filter(jobs::institution_id.eq(institution));
    }
    query.first(conn).optional()?.ok_or_else(Error::not_found)
}

fn matching(whose: Whose, state: Option<JobState>) -> jobs::BoxedQuery<'static, MultiBackend> {
    let mut query = jobs::table.into_boxed();
    if let Whose::Institution(institution) = whose {
        query = query.filter(jobs::institution_id.eq(institution));
    }
    if let Some(state) = state {
        query = query.filter(jobs::state.eq(state));
    }
    query
}

/// Jobs somebody may see, the latest first.
pub fn list(conn: &mut AnyConnection, whose: Whose, state: Option<JobState>, before: Option<JobId>, limit: i64) -> Result<Vec<JobRow>> {
    let mut query = matching(whose, state).order(jobs::id.desc()).limit(limit);
    if let Some(id) = before {
        query = query.filter(jobs::id.lt(id));
    }
    Ok(query.select(JobRow::as_select()).load(conn)?)
}

/// How many jobs somebody may see.
pub fn total(conn: &mut AnyConnection, whose: Whose, state: Option<JobState>) -> Result<i64> {
    Ok(matching(whose, state).count().get_result(conn)?)
}

/// Asks for the end of a job: one that waits has ended, one under way is told. Zero rows when it ended before.
pub fn cancel(conn: &mut AnyConnection, id: JobId, now: Instant) -> Result<usize> {
    let waiting = diesel::update(jobs::table.find(id).filter(jobs::state.eq(JobState::Queued)))
        .set((
            jobs::state.eq(JobState::Cancelled),
            jobs::cancel_requested.eq(true),
            jobs::fingerprint.eq(None::<Vec<u8>>),
            jobs::updated_at.eq(now),
            jobs::finished_at.eq(now),
        ))
        .execute(conn)?;
    if waiting == 1 {
        return Ok(1);
    }
    Ok(diesel::update(jobs::table.find(id).filter(jobs::state.eq(JobState::Running)))
        .set((jobs::cancel_requested.eq(true), jobs::updated_at.eq(now)))
        .execute(conn)?)
}

/// Jobs that wait, or whose runner has not been heard of.
pub fn waiting(conn: &mut AnyConnection, now: Instant) -> Result<Vec<JobId>> {
    let orphaned = jobs::state.eq(JobState::Running).and(jobs::lease_until.lt(now).assume_not_null());
    Ok(jobs::table.filter(jobs::state.eq(JobState::Queued).or(orphaned)).order(jobs::id).select(jobs::id).limit(5).load(conn)?)
}

/// Takes a job that still waits; nothing when another runner was quicker.
pub fn take(conn: &mut AnyConnection, id: JobId, runner: RunnerId, now: Instant, until: Instant) -> Result<Option<JobRow>> {
    let orphaned = jobs::state.eq(JobState::Running).and(jobs::lease_until.lt(now).assume_not_null());
    let taken = diesel::update(jobs::table.find(id).filter(jobs::state.eq(JobState::Queued).or(orphaned)))
        .set((jobs::state.eq(JobState::Running), jobs::runner.eq(runner), jobs::lease_until.eq(until), jobs::updated_at.eq(now)))
        .execute(conn)?;
    if taken == 0 { Ok(None) } else { Ok(Some(find(conn, Whose::All, id)?)) }
}

/// Renews a lease; whether the job is still the runner's, and whether somebody asked for its end.
pub fn renew(conn: &mut AnyConnection, id: JobId, runner: RunnerId, until: Instant) -> Result<Option<bool>> {
    let mine = || jobs::table.find(id).filter(jobs::runner.eq(runner)).filter(jobs::state.eq(JobState::Running));
    let renewed = diesel::update(mine()).set(jobs::lease_until.eq(until)).execute(conn)?;
    if renewed == 0 { Ok(None) } else { Ok(mine().select(jobs::cancel_requested).first(conn).optional()?) }
}

/// Gives a job back, to be taken from an instant on.
pub fn release(conn: &mut AnyConnection, id: JobId, runner: RunnerId, from: Instant) -> Result<()> {
    diesel::update(jobs::table.find(id).filter(jobs::runner.eq(runner)).filter(jobs::state.eq(JobState::Running)))
        .set(jobs::lease_until.eq(from))
        .execute(conn)?;
    Ok(())
}

/// What a runner keeps of a job's progress.
pub struct Progress<'a> {
    pub done: i64,
    pub report: &'a Report,
    pub now: Instant,
    pub until: Instant,
}

/// Keeps progress; `false` when the job is no longer the runner's.
pub fn progress(conn: &mut AnyConnection, id: JobId, runner: RunnerId, progress: &Progress<'_>) -> Result<bool> {
    let kept = diesel::update(jobs::table.find(id).filter(jobs::runner.eq(runner)).filter(jobs::state.eq(JobState::Running)))
        .set((
            jobs::done.eq(progress.done),
            jobs::report.eq(Json::of(progress.report)?),
            jobs::updated_at.eq(progress.now),
            jobs::lease_until.eq(progress.until),
        ))
        .execute(conn)?;
    Ok(kept == 1)
}

/// Ends a job; `false` when it is no longer the runner's. Only one that is done and has written answers for its file from now on: a trial
/// is made anew.
pub fn finish(
    conn: &mut AnyConnection,
    id: JobId,
    runner: RunnerId,
    state: JobState,
    failure: Option<&Failure>,
    now: Instant,
) -> Result<bool> {
    let mine = || jobs::table.find(id).filter(jobs::runner.eq(runner)).filter(jobs::state.eq(JobState::Running));
    let ended = match state {
        JobState::Done => {
            let report: Json = mine().select(jobs::report).first(conn).optional()?.ok_or_else(Error::not_found)?;
            let written = report.read::<Report>()?.written;
            diesel::update(mine())
                .set((
                    jobs::state.eq(state),
                    (!written).then_some(jobs::fingerprint.eq(None::<Vec<u8>>)),
                    jobs::total.eq(jobs::done.nullable()),
                    jobs::updated_at.eq(now),
                    jobs::finished_at.eq(now),
                ))
                .execute(conn)?
        }
        _ => diesel::update(mine())
            .set((
                jobs::state.eq(state),
                jobs::fingerprint.eq(None::<Vec<u8>>),
                jobs::failure.eq(failure.map(Json::of).transpose()?),
                jobs::updated_at.eq(now),
                jobs::finished_at.eq(now),
            ))
            .execute(conn)?,
    };
    Ok(ended == 1)
}

/// A row of a file to be kept.
#[derive(Insertable)]
#[diesel(table_name = job_rows, treat_none_as_default_value = false)]
pub struct NewRow {
    /// The job.
    pub job_id: JobId,
    /// Its number in the file.
    pub number: i64,
    /// What became of it.
    pub outcome: Outcome,
    /// The association it became, or is already.
    pub association_id: Option<AssociationId>,
    /// What was found about it.
    pub findings: Option<Json>,
    /// Its cells.
    pub source: Option<Json>,
}

/// Keeps rows.
pub fn put_rows(conn: &mut AnyConnection, rows: Vec<NewRow>) -> Result<()> {
    crate::put_many!(conn, job_rows::table, rows);
    Ok(())
}

/// Forgets the rows of a job that starts from the beginning.
pub fn drop_rows(conn: &mut AnyConnection, id: JobId) -> Result<()> {
    diesel::delete(job_rows::table.filter(job_rows::job_id.eq(id))).execute(conn)?;
    Ok(())
}

/// A row of a file as it is stored.
#[derive(Queryable)]
pub struct RowRecord {
    /// Its number in the file.
    pub number: i64,
    /// What became of it.
    pub outcome: Outcome,
    /// The association it became, or is already.
    pub association_id: Option<AssociationId>,
    findings: Option<Json>,
    source: Option<Json>,
}

impl RowRecord {
    /// What was found about it.
    ///
    /// # Errors
    /// When the stored document is damaged.
    pub fn findings(&self) -> Result<Findings> {
        Ok(self.findings.as_ref().map(Json::read).transpose()?.unwrap_or_default())
    }
    /// Its cells.
    ///
    /// # Errors
    /// When the stored document is damaged.
    pub fn cells(&self) -> Result<Option<Vec<String>>> {
        Ok(self.source.as_ref().map(Json::read).transpose()?)
    }
}

fn rows_of(id: JobId, outcomes: &[Outcome]) -> job_rows::BoxedQuery<'static, MultiBackend> {
    let query = job_rows::table.filter(job_rows::job_id.eq(id)).into_boxed();
    match outcomes {
        [] => query,
        [one] => query.filter(job_rows::outcome.eq(*one)),
        several => query.filter(job_rows::outcome.eq_any(several.to_vec())),
    }
}

/// How many rows of a job came out as asked.
///
/// # Errors
/// When the database does not answer.
pub fn row_total(conn: &mut AnyConnection, id: JobId, outcomes: &[Outcome]) -> Result<i64> {
    Ok(rows_of(id, outcomes).count().get_result(conn)?)
}

/// Rows of a job after a number, in the order of the file.
///
/// # Errors
/// When the database does not answer.
pub fn rows_after(conn: &mut AnyConnection, id: JobId, outcomes: &[Outcome], after: i64, limit: i64) -> Result<Vec<RowRecord>> {
    let rows = rows_of(id, outcomes).filter(job_rows::number.gt(after)).order(job_rows::number).limit(limit);
    Ok(rows.select((job_rows::number, job_rows::outcome, job_rows::association_id, job_rows::findings, job_rows::source)).load(conn)?)
}

/// Ended jobs whose file is still kept.
pub fn ended_with_input(conn: &mut AnyConnection) -> Result<Vec<(JobId, String)>> {
    let ended = [JobState::Done, JobState::Failed, JobState::Cancelled];
    Ok(jobs::table
        .filter(jobs::state.eq_any(ended).and(jobs::input_key.ne("")))
        .select((jobs::id, jobs::input_key))
        .limit(100)
        .load(conn)?)
}

/// The file of a job is gone.
pub fn forget_input(conn: &mut AnyConnection, id: JobId) -> Result<()> {
    diesel::update(jobs::table.find(id)).set(jobs::input_key.eq("")).execute(conn)?;
    Ok(())
}
