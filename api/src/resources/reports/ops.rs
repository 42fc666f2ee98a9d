//! Reading what a report shows, and composing it.

use super::model::{self, Contents, Head};
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::http::pdf::issued_by;
use crate::kernel::language::{Language, Phrase};
use crate::resources::activities::ScheduleQuery;
use crate::resources::budgets::{EarnedValueQuery, EarnedValueReport};
use crate::resources::portfolios::CriteriaQuery;
use crate::resources::projects::Id as ProjectId;
use crate::resources::{accounts, activities, budgets, canvases, partners, portfolios, projects, territory};
use print::Frame;
use print::report::Report;

/// What the parts of a project say of it.
///
/// # Errors
/// `not_found`.
pub fn gather(tx: &mut Read<'_>, id: ProjectId) -> Result<Contents> {
    let (found, project) = projects::whole(tx, id)?;
    let schedule = activities::scheduled_now(tx, &found, &ScheduleQuery { status_date: None, direction: None })?;
    let plan = schedule.plan();
    let costs = budgets::cost_lines(tx, &found, &plan)?;
    let earned_value = budgets::earned_value(tx, &found, plan, &EarnedValueQuery { date: None, baseline: None, period: None })?;
    let reports = budgets::signed_reports(tx, &found)?;
    let (partners, agreements) = partners::with_agreements(tx, &found)?;
    let flows = portfolios::cash_flows(tx, &found, &CriteriaQuery { change_percent: None })?;
    let canvases = canvases::written(tx, &found)?;
    let team = projects::members(tx, &project)?;
    let wilaya = territory::wilaya_names(tx.conn, std::slice::from_ref(&project.wilaya_code))?.pop().map(|(_, name)| name);
    let head = Head { today: tx.now.day(), project: found, association: project.association.name.clone() };
    Ok(Contents { head, project, wilaya, team, canvases, schedule, costs, earned_value, reports, flows, partners, agreements })
}

/// A project and its earned value.
///
/// # Errors
/// `not_found`, `invalid_parameter`.
pub fn measured(tx: &mut Read<'_>, id: ProjectId, query: &EarnedValueQuery) -> Result<(Head, EarnedValueReport)> {
    let project = projects::read(tx, id)?;
    let plan = activities::plan(tx, &project)?;
    let value = budgets::earned_value(tx, &project, plan, query)?;
    let owner = Body::Association(project.association_id);
    let association = accounts::body_names(tx.conn, &[owner])?(owner).0;
    Ok((Head { today: tx.now.day(), project, association }, value))
}

fn frame(title: Phrase, head: &Head, language: Language) -> Frame {
    Frame {
        language: language.into(),
        title: title.in_language(language).to_owned(),
        subject: Some(head.project.name.in_language(language).to_owned()),
        issuer: issued_by(language, head.association.in_language(language)),
        number: None,
        date: head.today,
    }
}

/// The report of a project.
///
/// # Errors
/// The engine's problem with the estimates.
pub fn project(contents: &Contents, language: Language) -> Result<(Frame, Report)> {
    let promised = contents.earned_value.figures.as_ref().filter(|_| contents.earned_value.baseline_number.is_some());
    let chances = contents.schedule.chances(promised.map(|figures| figures.planned_finish))?;
    let report = model::project(contents, chances.as_ref(), language);
    Ok((frame(model::PROJECT_REPORT, &contents.head, language), report))
}

/// The report of an earned value.
pub fn earned_value(head: &Head, value: &EarnedValueReport, language: Language) -> (Frame, Report) {
    (frame(model::EARNED_VALUE_REPORT, head, language), model::earned_value(head, value, language))
}
