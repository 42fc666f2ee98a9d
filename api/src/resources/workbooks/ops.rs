//! Reading every part of a project once, and writing the workbook.

use super::model::{self, Contents};
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Language;
use crate::resources::activities::ScheduleQuery;
use crate::resources::budgets::EarnedValueQuery;
use crate::resources::projects::Id as ProjectId;
use crate::resources::{activities, budgets, canvases, partners, projects};

/// What the parts of a project say of it.
///
/// # Errors
/// `not_found`.
pub fn gather(tx: &mut Read<'_>, id: ProjectId) -> Result<Contents> {
    let (project, _) = projects::get(tx, id)?;
    Ok(Contents {
        today: tx.now.day(),
        project,
        schedule: activities::scheduled_now(tx, id, &ScheduleQuery { status_date: None, direction: None })?,
        costs: budgets::cost_lines(tx, id)?,
        baselines: budgets::baselines(tx, id)?,
        earned_value: budgets::earned_value(tx, id, &EarnedValueQuery { date: None, baseline: None, period: None })?,
        reports: budgets::progress_reports(tx, id)?,
        partners: partners::list(tx, id)?,
        agreements: partners::agreements(tx, id)?,
        canvas: canvases::business_model(tx, id)?,
    })
}

/// The workbook.
///
/// # Errors
/// When it cannot be packed.
pub fn written(contents: &Contents, language: Language) -> Result<Vec<u8>> {
    model::write(contents, language).map_err(Error::internal)
}
