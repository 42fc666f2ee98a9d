//! Progress reports: how far activities are and what was spent, by date.

use super::figures;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, Sentence};
use crate::resources::accounts;
use crate::resources::activities::{self, Done, Plan};
use crate::resources::budgets::model::standing::Reports;
use crate::resources::budgets::model::{ProgressReportInput, ReportId};
use crate::resources::budgets::store::{self, ReportRow};
use crate::resources::budgets::wire::{EarnedValueQuery, ProgressReport};
use crate::resources::calculations;
use crate::resources::projects::{self, Brief, Id as ProjectId};
use chrono::NaiveDate;
use planning::problem::Problem;
use std::collections::HashSet;

const SUBJECT: &str = "progress_report";
static SAYS_NOTHING: Sentence = Sentence {
    code: "says_nothing",
    phrase: Phrase {
        ar: "لا يقول هذا التقرير شيئا: سجلوا تقدم نشاط أو مصروفا أو ملاحظة.",
        fr: "Ce rapport ne dit rien : indiquez l’avancement d’une activité, une dépense ou une remarque.",
        en: "This report says nothing: tell how far an activity is, what was spent, or a remark.",
    },
};
static ONE_A_DAY: Sentence = Sentence {
    code: "already_exists",
    phrase: Phrase {
        ar: "لهذا اليوم تقرير من قبل: صحّحوه أو اختاروا يوما آخر.",
        fr: "Ce jour a déjà son rapport : corrigez-le ou choisissez un autre jour.",
        en: "That day has its report already: correct it, or choose another day.",
    },
};
/// Most reports of a project.
const MOST: usize = 500;

fn shown(row: &ReportRow) -> Result<ProgressReport> {
    Ok(ProgressReport { id: row.id, report: row.document.read()?, created_at: row.created_at, version: row.version })
}

/// The reports of a project while one of them is written.
fn reports(known: &[ReportRow], written: Option<ReportId>) -> Result<Reports> {
    let mut reports = Reports { others: Vec::new(), replaced: None };
    for row in known.iter().rev() {
        let report = row.document.read()?;
        if Some(row.id) == written {
            reports.replaced = Some(report);
        } else {
            reports.others.push(report);
        }
    }
    Ok(reports)
}

/// Checks a report and works out what follows from each measure; the plan it is about.
fn check(tx: &mut Write<'_>, project: &Brief, input: &mut ProgressReportInput, reports: &Reports) -> Result<Plan> {
    let mut faults = Faults::default();
    if input.date > tx.now.day() {
        faults.add("/date", Fault::InTheFuture);
    }
    if reports.replaced.is_none() && input.progress.is_empty() && input.costs.is_empty() && input.note.is_none() {
        faults.add("/progress", Fault::Of(&SAYS_NOTHING));
    }
    if reports.others.iter().any(|other| other.date == input.date) {
        faults.add("/date", Fault::Of(&ONE_A_DAY));
    }
    let too_early = |pointer: String, date: NaiveDate, faults: &mut Faults| {
        if let Some(start) = project.starts_on.filter(|start| date < *start) {
            let problem = Problem::new("date_before_project_start", pointer).with("start", start.to_string());
            faults.extend(calculations::refused(&problem).fields);
        }
    };
    let plan = activities::plan(tx, project)?;
    let known = |id| plan.activities.iter().any(|activity| activity.id == id);
    for (index, entry) in input.progress.iter().enumerate() {
        let pointer = format!("/progress/{index}");
        if !known(entry.activity_id) {
            faults.expecting(format!("{pointer}/activity_id"), Fault::NoSuch, entry.activity_id);
        } else if input.progress[..index].iter().any(|earlier| earlier.activity_id == entry.activity_id) {
            faults.add(format!("{pointer}/activity_id"), Fault::Repeated);
        }
        match (entry.actual_start, entry.actual_finish) {
            (Some(start), Some(finish)) if finish < start => faults.add(format!("{pointer}/actual_finish"), Fault::WrongOrder),
            _ => {}
        }
        for (date, field) in [(entry.actual_start, "actual_start"), (entry.actual_finish, "actual_finish")] {
            let Some(date) = date else { continue };
            if date > input.date {
                faults.expecting(format!("{pointer}/{field}"), Fault::TooLarge, input.date);
            }
            too_early(format!("{pointer}/{field}"), date, &mut faults);
        }
    }
    for (index, entry) in input.progress.iter_mut().enumerate() {
        let Some(activity) = plan.activities.iter().find(|activity| activity.id == entry.activity_id) else { continue };
        let work = activities::Work {
            percent: entry.percent,
            units: entry.units,
            steps: entry.steps.clone(),
            start: reports.known(activity, input.date).after(entry, activity.is_measured_by_dates()).start,
            finish: entry.actual_finish,
        };
        let percent = activities::percent_of_work(activity.measure.as_ref(), &work, &format!("/progress/{index}"), &mut faults);
        // Money is spent before a project begins, work is not done.
        if percent > 0.0 && !faults.has("/date") {
            too_early("/date".to_owned(), input.date, &mut faults);
        }
        entry.percent = Some(percent);
    }
    for (index, cost) in input.costs.iter().enumerate() {
        let pointer = format!("/costs/{index}");
        if !known(cost.activity_id) {
            faults.expecting(format!("{pointer}/activity_id"), Fault::NoSuch, cost.activity_id);
        }
        if cost.date.is_some_and(|date| date > input.date) {
            faults.expecting(format!("{pointer}/date"), Fault::TooLarge, input.date);
        }
    }
    faults.finish()?;
    Ok(plan)
}

/// Moves the network to where each activity stands that the report names, or named before it was corrected.
fn move_on(tx: &mut Write<'_>, project: &Brief, plan: &Plan, input: &ProgressReportInput, reports: &Reports) -> Result<()> {
    let named: HashSet<activities::Id> =
        [Some(input), reports.replaced.as_ref()].into_iter().flatten().flat_map(|one| &one.progress).map(|one| one.activity_id).collect();
    let done = plan.activities.iter().filter(|activity| named.contains(&activity.id)).map(|activity| {
        let standing = reports.standing(activity, input);
        Done { id: activity.id, percent: standing.percent, start: standing.start, finish: standing.finish }
    });
    activities::report(tx, project, &done.collect::<Vec<_>>())
}

/// Adds a report; refused while variances of the last one still want an explanation.
pub fn add(tx: &mut Write<'_>, id: ProjectId, mut input: ProgressReportInput) -> Result<ProgressReport> {
    let project = projects::open(tx, id)?;
    let known = store::reports(tx.conn, id)?;
    let reports = reports(&known, None)?;
    let plan = check(tx, &project, &mut input, &reports)?;
    let latest = known.first().map(|row| row.date);
    if known.len() >= MOST {
        let mut faults = Faults::default();
        faults.expecting("", Fault::TooMany, MOST);
        faults.finish()?;
    }
    if let Some(latest) = latest.filter(|latest| *latest < input.date) {
        let query = EarnedValueQuery { date: Some(latest), baseline: None, period: None };
        if figures::of(tx, &project, plan.clone(), &query)?.unexplained > 0 {
            return Err(Error::say(
                Kind::WrongState,
                "انحرافات التقرير السابق تتجاوز عتبة المشروع، اشرحها قبل التقرير الجديد.",
                "Les écarts du rapport précédent dépassent le seuil du projet : expliquez-les avant un nouveau rapport.",
                "Variances of the last report are past the project's threshold: explain them before the next report.",
            ));
        }
    }
    let (report, now) = (tx.new_id(), tx.now);
    let row = ReportRow {
        id: report,
        project_id: id,
        date: input.date,
        document: Json::of(&input)?,
        version: 1,
        created_by: tx.caller.and_then(Caller::person),
        created_at: now,
        updated_at: now,
    };
    store::add_report(tx.conn, &row)?;
    move_on(tx, &project, &plan, &input, &reports)?;
    let after = serde_json::to_value(&input)?;
    tx.audit((SUBJECT, &report.to_string()), None, Some(&after))?;
    projects::publish(tx, "project.progress_reported", id, &serde_json::json!({ "report_id": report, "date": input.date }))?;
    shown(&row)
}

/// Puts another content in the place of a report.
pub fn correct(
    tx: &mut Write<'_>,
    id: ProjectId,
    report: ReportId,
    expected: IfMatch,
    mut input: ProgressReportInput,
) -> Result<ProgressReport> {
    let project = projects::open(tx, id)?;
    let row = store::report(tx.conn, id, report)?;
    expected.check(row.version)?;
    let known = store::reports(tx.conn, id)?;
    let reports = reports(&known, Some(report))?;
    let plan = check(tx, &project, &mut input, &reports)?;
    let before: serde_json::Value = row.document.read()?;
    let next = ReportRow { date: input.date, document: Json::of(&input)?, version: row.version + 1, updated_at: tx.now, ..row };
    store::save_report(tx.conn, &next)?;
    move_on(tx, &project, &plan, &input, &reports)?;
    tx.audit((SUBJECT, &report.to_string()), Some(&before), Some(&serde_json::to_value(&input)?))?;
    projects::publish(tx, "project.progress_reported", id, &serde_json::json!({ "report_id": report, "date": input.date }))?;
    shown(&next)
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, report: ReportId) -> Result<ProgressReport> {
    projects::read(tx, id)?;
    shown(&store::report(tx.conn, id, report)?)
}

/// The progress reports of a project, latest date first.
///
/// # Errors
/// `not_found`.
pub fn list(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<ProgressReport>> {
    let project = projects::read(tx, id)?;
    list_of(tx, &project)
}

/// Whether a project has a progress report.
///
/// # Errors
/// When the database does not answer.
pub fn has(tx: &mut Read<'_>, id: ProjectId, report: ReportId) -> Result<bool> {
    store::has_report(tx.conn, id, report)
}

/// The progress reports of a project the caller has found, latest date first.
///
/// # Errors
/// When the database does not answer.
pub fn list_of(tx: &mut Read<'_>, project: &Brief) -> Result<Vec<ProgressReport>> {
    store::reports(tx.conn, project.id)?.iter().map(shown).collect()
}

/// The progress reports of a project the caller has found, earliest first, each with the name of who entered it.
///
/// # Errors
/// When the database does not answer.
pub fn signed(tx: &mut Read<'_>, project: &Brief) -> Result<Vec<(ProgressReport, Option<String>)>> {
    let rows = store::reports(tx.conn, project.id)?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.created_by).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let name = |row: &ReportRow| row.created_by.and_then(|id| names.get(&id).cloned());
    rows.iter().rev().map(|row| Ok((shown(row)?, name(row)))).collect()
}
