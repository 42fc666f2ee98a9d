//! Networks from files and as files: Microsoft Project XML and CSV.

use super::network::{keep, scheduled, setting, view, write_rows};
use super::reading::{Scheduled, scheduled_now};
use super::words;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::decode;
use crate::kernel::http::json::hygiene;
use crate::kernel::validate::Faults;
use crate::resources::activities::model::files::{FileFault, Read as Taken};
use crate::resources::activities::model::plan::{self, Holding};
use crate::resources::activities::model::table::{self, COLUMNS, Cells};
use crate::resources::activities::model::{MOST_ACTIVITIES, mspdi, mspdi_write, xml};
use crate::resources::activities::store;
use crate::resources::activities::wire::{ActivityInput, ImportMode, NetworkImport, NetworkImportQuery, ScheduleQuery};
use crate::resources::projects::{self, Id as ProjectId};
use std::io::Cursor;
use tabular::{CsvWriter, Limits, Row, Table, TableWriter, Value};

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values.
    Csv,
    /// Microsoft Project XML.
    Mspdi,
}

/// Reads a file away from the database.
///
/// # Errors
/// `invalid` naming every fault with its activity.
pub fn parse(form: Form, bytes: &[u8]) -> Result<Taken> {
    let taken = match form {
        Form::Mspdi => xml::parse(bytes).map_err(|fault| vec![fault]).and_then(|root| mspdi::read(&root)),
        Form::Csv => csv(bytes),
    };
    let mut taken = taken.map_err(words::refused)?;
    let value = serde_json::to_value(&taken.activities)?;
    let mut faults = Faults::default();
    hygiene(&value, &mut "/activities".to_owned(), &mut faults);
    faults.finish()?;
    // The same contract that holds for what is typed.
    let whole: Activities = decode(serde_json::json!({ "activities": value }))?;
    taken.activities = whole.activities;
    Ok(taken)
}

/// The activities of a file, held against the contract.
#[derive(serde::Deserialize, utoipa::ToSchema)]
struct Activities {
    #[schema(max_items = 2000)]
    activities: Vec<ActivityInput>,
}

fn csv(bytes: &[u8]) -> std::result::Result<Taken, Vec<FileFault>> {
    let broken = |cause: &dyn std::fmt::Display| vec![FileFault::new("", "broken_table", cause.to_string())];
    let format = tabular::sniff(bytes, Some("network.csv")).map_err(|_| broken(&"CSV"))?;
    if !matches!(format, tabular::Format::Csv(_)) {
        return Err(broken(&"CSV"));
    }
    let limits = Limits { rows: MOST_ACTIVITIES as u64, cell_chars: 4_000, columns: 100, ..Limits::default() };
    let mut table = Table::open(Cursor::new(bytes.to_vec()), format, limits).map_err(|cause| broken(&cause))?;
    let mut rows = table.rows().map_err(|cause| broken(&cause))?;
    let places = table::columns(rows.headers()).map_err(|fault| vec![fault])?;
    let mut kept: Vec<Vec<String>> = Vec::new();
    let mut row = Row::default();
    while rows.read_row(&mut row).map_err(|cause| broken(&cause))? {
        let text = |place: &Option<usize>| {
            let cell = place.and_then(|place| row.cells.get(place));
            cell.map(|cell| cell.to_text().trim().to_owned()).unwrap_or_default()
        };
        kept.push(places.iter().map(text).collect());
    }
    let cells: Vec<Cells<'_>> = kept.iter().enumerate().map(cells).collect();
    table::read(&cells)
}

fn cells((index, texts): (usize, &Vec<String>)) -> Cells<'_> {
    let mut text = [""; COLUMNS.len()];
    text.iter_mut().zip(texts).for_each(|(place, cell)| *place = cell);
    Cells { index, text }
}

/// Takes what was read into a project.
pub fn import(tx: &mut Write<'_>, id: ProjectId, query: &NetworkImportQuery, mut taken: Taken) -> Result<NetworkImport> {
    let project = projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    let replace = query.mode == Some(ImportMode::Replace);
    let activities = taken.activities.len();
    taken.complete(&before.activities);
    let mut after = write_rows(tx, &before, taken.activities, replace)?;
    if let Some(working_time) = taken.working_time
        && (replace || before.activities.is_empty())
    {
        after.working_time = working_time;
    }
    let dry_run = query.dry_run == Some(true);
    let (after, version, schedule) = if dry_run {
        let setting = setting(tx.conn, project.starts_on)?;
        let schedule = scheduled(&after, &setting, Holding::Whole)?;
        (after, version, schedule)
    } else {
        keep(tx, &project, (&before, version), after, Holding::Whole)?
    };
    Ok(NetworkImport { dry_run, activities, remarks: taken.remarks, finish: schedule.finish, network: view(id, &after, version) })
}

/// A schedule as a file.
pub fn export(tx: &mut Read<'_>, id: ProjectId, query: &ScheduleQuery, form: Form) -> Result<Vec<u8>> {
    let project = projects::read(tx, id)?;
    let found = scheduled_now(tx, &project, query)?;
    match form {
        Form::Csv => as_csv(&found).map_err(Error::internal),
        Form::Mspdi => {
            let request = plan::schedule_request(&found.network, &found.setting);
            mspdi_write::write(&project.name.ar, &found.network, &request, &found.schedule).map_err(Error::internal)
        }
    }
}

/// What a schedule adds to the columns of the table.
const SCHEDULED: [&str; 9] =
    ["start", "finish", "early_start", "early_finish", "late_start", "late_finish", "total_float_days", "free_float_days", "critical"];

fn as_csv(found: &Scheduled) -> std::result::Result<Vec<u8>, tabular::WriteProblem> {
    let mut bytes = Vec::new();
    let mut writer = Box::new(CsvWriter::new(&mut bytes)?);
    let header: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).chain(SCHEDULED).collect();
    writer.header(&header)?;
    let day = found.schedule.minutes_per_day as f64;
    for (activity, scheduled) in found.network.activities.iter().zip(&found.schedule.activities) {
        let content = &activity.content;
        let predecessors = table::written(&content.predecessors);
        let kind = content.constraint.and_then(|constraint| serde_json::to_value(constraint.kind).ok());
        let dates = [
            content.constraint.and_then(|constraint| constraint.at),
            content.deadline,
            content.actual_start,
            content.actual_finish,
            scheduled.start,
            scheduled.finish,
            scheduled.early_start,
            scheduled.early_finish,
            scheduled.late_start,
            scheduled.late_finish,
        ]
        .map(|moment| moment.map(|moment| moment.to_string()));
        let estimate = |part: fn(&crate::resources::activities::model::ThreePoint) -> f64| content.estimate.as_ref().map(part);
        let duration = if content.milestone { None } else { Some(scheduled.duration_minutes as f64 / day) };
        let mut row: Vec<Value<'_>> = vec![
            Value::Text(&content.code),
            Value::Text(&content.name.ar),
            content.name.fr.as_deref().into(),
            content.name.en.as_deref().into(),
            duration.into(),
            estimate(|three| three.optimistic).into(),
            estimate(|three| three.most_likely).into(),
            estimate(|three| three.pessimistic).into(),
            content.milestone.into(),
            Value::Text(&predecessors),
            kind.as_ref().and_then(serde_json::Value::as_str).into(),
            dates[0].as_deref().into(),
            dates[1].as_deref().into(),
            content.calendar.as_deref().into(),
            content.percent_done.into(),
            dates[2].as_deref().into(),
            dates[3].as_deref().into(),
            content.note.as_deref().into(),
        ];
        row.extend(dates[4..].iter().map(|date| Value::from(date.as_deref())));
        row.extend::<[Value<'_>; 3]>([scheduled.total_float_days.into(), scheduled.free_float_days.into(), scheduled.critical.into()]);
        writer.row(&row)?;
    }
    writer.finish()?;
    Ok(bytes)
}
