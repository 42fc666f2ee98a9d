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
    let (found, project) = projects::whole(tx, id)?;
    let schedule = activities::scheduled_now(tx, &found, &ScheduleQuery { status_date: None, direction: None })?;
    let plan = schedule.plan();
    let (partners, agreements) = partners::with_agreements(tx, &found)?;
    Ok(Contents {
        today: tx.now.day(),
        project,
        costs: budgets::cost_lines(tx, &found, &plan)?,
        baselines: budgets::baselines(tx, &found)?,
        earned_value: budgets::earned_value(tx, &found, plan, &EarnedValueQuery { date: None, baseline: None, period: None })?,
        reports: budgets::progress_reports(tx, &found)?,
        partners,
        agreements,
        canvas: canvases::business_model(tx, &found)?,
        schedule,
    })
}

/// The workbook.
///
/// # Errors
/// When it cannot be packed.
pub fn written(contents: &Contents, language: Language) -> Result<Vec<u8>> {
    model::write(contents, language).map_err(Error::internal)
}
