use super::model::{Finding, JobId, JobState, Report};
use super::reasons::sentence;
use super::store::{self, JobRow, NewJob, Whose};
use super::wire::{Job, JobFailure, JobQuery, JobRowQuery, JobRowView, RowFault};
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page};
use crate::kernel::language::Language;
use crate::kernel::problem::Kind;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What to start a job with.
pub struct Started<'a, P> {
    /// What it does.
    pub kind: &'static str,
    /// The key of the file that goes with it, once the job is there.
    pub input_key: fn(JobId) -> String,
    /// The hash of the file.
    pub sha256: Vec<u8>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// All rows, as far as known.
    pub total: Option<i64>,
    /// What is asked for.
    pub parameters: &'a P,
}

/// Starts a job, or answers with the one that was started for the same file, the same institution and the same request; whether it is
/// new. One that failed or was cancelled does not count.
///
/// # Errors
/// When the database does not answer.
pub fn start<P: Serialize>(tx: &mut Write<'_>, started: Started<'_, P>) -> Result<(JobRow, bool)> {
    let caller = tx.known()?.clone();
    let owner = caller.institution().map_or_else(|| caller.tag(), |id| id.to_string());
    let fingerprint = Sha256::new()
        .chain_update(started.kind)
        .chain_update([0])
        .chain_update(owner)
        .chain_update([0])
        .chain_update(serde_json::to_vec(started.parameters)?)
        .chain_update([0])
        .chain_update(&started.sha256)
        .finalize()
        .to_vec();
    let id: JobId = tx.new_id();
    let job = NewJob {
        id,
        kind: started.kind,
        state: JobState::Queued,
        fingerprint: Some(fingerprint.clone()),
        institution_id: caller.institution(),
        caller: Json::of(&caller)?,
        created_by: caller.person(),
        request_id: tx.origin.request,
        file_name: started.file_name,
        input_key: (started.input_key)(id),
        input_sha256: started.sha256,
        parameters: Json::of(started.parameters)?,
        done: 0,
        total: started.total,
        report: Json::of(&Report::default())?,
        failure: None,
        cancel_requested: false,
        created_at: tx.now,
        updated_at: tx.now,
    };
    let new = store::insert(tx.conn, job)?;
    let row = store::by_fingerprint(tx.conn, &fingerprint)?.ok_or_else(|| Error::internal("a job is neither new nor there"))?;
    if new {
        tx.audit(("job", &row.id.to_string()), None, Some(&serde_json::json!({ "kind": row.kind, "file_name": row.file_name })))?;
    }
    Ok((row, new))
}

fn whose(tx: &Read<'_>) -> Result<Whose> {
    match (&tx.scope, tx.known()?.institution()) {
        (Scope::All, _) => Ok(Whose::All),
        (_, Some(id)) => Ok(Whose::Institution(id)),
        _ => Err(Error::not_found()),
    }
}

/// A job the caller may see.
///
/// # Errors
/// `not_found`.
pub fn visible_job(tx: &mut Read<'_>, id: JobId) -> Result<JobRow> {
    let whose = whose(tx)?;
    store::find(tx.conn, whose, id)
}

/// A job in a language.
pub fn view(row: JobRow, language: Language) -> Result<Job> {
    let failure = row.failure()?.map(|failure| JobFailure {
        detail: sentence(&failure.code, &failure.expected, language),
        code: failure.code,
        row: failure.row,
    });
    Ok(Job {
        report: row.report()?,
        id: row.id,
        kind: row.kind,
        state: row.state,
        done: row.done,
        total: row.total,
        failure,
        cancel_requested: row.cancel_requested,
        file_name: row.file_name,
        parameters: row.parameters,
        institution_id: row.institution_id,
        created_by: row.created_by,
        created_at: row.created_at,
        updated_at: row.updated_at,
        finished_at: row.finished_at,
    })
}

pub fn get(tx: &mut Read<'_>, id: JobId) -> Result<Job> {
    let row = visible_job(tx, id)?;
    view(row, tx.origin.language)
}

pub fn list(tx: &mut Read<'_>, list: &List<JobQuery>) -> Result<Page<Job>> {
    let query = &list.query;
    let before = list.after()?;
    let whose = whose(tx)?;
    let rows = store::list(tx.conn, whose, query.state, before, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, whose, query.state))?;
    let language = tx.origin.language;
    let jobs = rows.into_iter().map(|row| view(row, language)).collect::<Result<Vec<_>>>()?;
    list.page(jobs, total, |job| job.id)
}

fn fault(finding: Finding, language: Language) -> RowFault {
    RowFault {
        detail: sentence(&finding.code, &finding.expected, language),
        column: finding.column,
        field: finding.field,
        pointer: finding.pointer,
        value: finding.value,
        code: finding.code,
        likely: finding.likely,
    }
}

pub fn rows(tx: &mut Read<'_>, id: JobId, list: &List<JobRowQuery>) -> Result<Page<JobRowView>> {
    let query = &list.query;
    let job = visible_job(tx, id)?;
    let after = list.after()?.unwrap_or(-1);
    let outcomes: Vec<_> = query.outcome.into_iter().collect();
    let records = store::rows_after(tx.conn, job.id, &outcomes, after, list.limit + 1)?;
    let total = list.total(|| store::row_total(tx.conn, job.id, &outcomes))?;
    let language = tx.origin.language;
    let rows = records
        .into_iter()
        .map(|record| {
            let findings = record.findings()?;
            Ok(JobRowView {
                cells: record.cells()?,
                number: record.number,
                outcome: record.outcome,
                association_id: record.association_id,
                faults: findings.faults.into_iter().map(|finding| fault(finding, language)).collect(),
                matches: findings.matches,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    list.page(rows, total, |row| row.number)
}

pub fn cancel(tx: &mut Write<'_>, id: JobId) -> Result<Job> {
    let before = visible_job(tx, id)?;
    let now = tx.now;
    if store::cancel(tx.conn, id, now)? == 0 {
        return Err(Error::say(
            Kind::WrongState,
            "انتهت هذه المهمة من قبل.",
            "Cette tâche est déjà terminée.",
            "This job has already ended.",
        ));
    }
    let after = visible_job(tx, id)?;
    let state = |row: &JobRow| serde_json::json!({ "state": row.state, "cancel_requested": row.cancel_requested });
    tx.audit(("job", &id.to_string()), Some(&state(&before)), Some(&state(&after)))?;
    view(after, tx.origin.language)
}
