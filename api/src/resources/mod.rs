//! The resources, one folder each. A resource uses another only through its front page, and only one listed above it.

pub mod accounts;
pub mod activities;
pub mod assignments;
pub mod associations;
pub mod attendance;
pub mod audit;
pub mod budgets;
pub mod calculations;
pub mod calls;
pub mod canvases;
pub mod certificates;
pub mod changes;
pub mod check_ins;
pub mod cohorts;
pub mod courses;
pub mod coverage;
pub mod crafts;
pub mod documents;
pub mod evaluations;
pub mod event_files;
pub mod event_plans;
pub mod event_stands;
pub mod events;
pub mod exams;
pub mod gradebook;
pub mod health;
pub mod holidays;
pub mod imports;
pub mod institutions;
pub mod jobs;
pub mod keys;
pub mod level_rules;
pub mod outcomes;
pub mod participation;
pub mod partners;
pub mod people;
pub mod portfolios;
pub mod projects;
pub mod questions;
pub mod reports;
pub mod reviews;
pub mod selections;
pub mod territory;
pub mod trainers;
pub mod training_tasks;
pub mod webhooks;
pub mod workbooks;

use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::permissions::Permission;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::Result;
use crate::kernel::http::routes::Routes;
use crate::kernel::language::Language;
use chrono::NaiveDate;
use std::collections::HashSet;

/// A resource as the application knows it.
pub struct Resource {
    /// The folder's name.
    pub name: &'static str,
    /// Its permission table.
    pub permissions: &'static [Permission],
    /// Its routes.
    pub routes: fn(&mut Routes<'_>),
}

/// Every resource, in dependency order.
pub const ALL: &[Resource] = &[
    // Each may use those above it.
    health::RESOURCE,
    calculations::RESOURCE,
    territory::RESOURCE,
    holidays::RESOURCE,
    crafts::RESOURCE,
    institutions::RESOURCE,
    level_rules::RESOURCE,
    accounts::RESOURCE,
    keys::RESOURCE,
    people::RESOURCE,
    audit::RESOURCE,
    associations::RESOURCE,
    changes::RESOURCE,
    webhooks::RESOURCE,
    jobs::RESOURCE,
    imports::RESOURCE,
    projects::RESOURCE,
    activities::RESOURCE,
    budgets::RESOURCE,
    partners::RESOURCE,
    documents::RESOURCE,
    canvases::RESOURCE,
    portfolios::RESOURCE,
    workbooks::RESOURCE,
    reports::RESOURCE,
    events::RESOURCE,
    calls::RESOURCE,
    reviews::RESOURCE,
    selections::RESOURCE,
    event_files::RESOURCE,
    event_plans::RESOURCE,
    event_stands::RESOURCE,
    check_ins::RESOURCE,
    outcomes::RESOURCE,
    participation::RESOURCE,
    courses::RESOURCE,
    trainers::RESOURCE,
    cohorts::RESOURCE,
    attendance::RESOURCE,
    questions::RESOURCE,
    exams::RESOURCE,
    assignments::RESOURCE,
    evaluations::RESOURCE,
    training_tasks::RESOURCE,
    gradebook::RESOURCE,
    certificates::RESOURCE,
    coverage::RESOURCE,
];

/// Who does the jobs of the background, by kind.
pub const WORKERS: &[jobs::Worker] = &[imports::WORKER];

/// Who keeps something that follows from what a commune counts as.
pub const COMMUNE_FOLLOWERS: &[CommuneFollower] = &[associations::follow_commune];

/// Brings up to date what was kept of a commune that changed, in the same transaction.
pub type CommuneFollower = fn(&mut Write<'_>, &territory::CommuneFacts) -> Result<()>;

/// Who follows when an event takes a step, in the same transaction.
pub const EVENT_FOLLOWERS: &[EventFollower] = &[calls::tell_applicants];

/// Follows a step of an event, with why it was taken.
pub type EventFollower = fn(&mut Write<'_>, &events::Brief, Option<&str>) -> Result<()>;

/// What keeps an event from beginning on a day.
pub const EVENT_BOUNDS: &[EventBound] = &[calls::ends_before];

/// What an event must have before it is announced.
pub const EVENT_NEEDS: &[EventNeed] = &[calls::ready];

/// Refuses to announce an event that lacks something.
pub type EventNeed = fn(&mut Read<'_>, events::Id) -> Result<()>;

/// Refuses a first day of an event.
pub type EventBound = fn(&mut Read<'_>, events::Id, chrono::NaiveDate) -> Result<()>;

/// What the next edition of an event takes over from the one before, in the same transaction.
pub const EDITION_PARTS: &[EditionPart] = &[calls::take_over];

/// Takes over what belongs to an event into its next edition, so much later.
pub type EditionPart = fn(&mut Write<'_>, events::Id, &events::Brief, chrono::Duration) -> Result<()>;

/// Who follows when an application to an event is taken back, in the same transaction.
pub const WITHDRAWAL_FOLLOWERS: &[WithdrawalFollower] = &[selections::follow_withdrawal, event_stands::free_left];

/// Follows a withdrawal from an event.
pub type WithdrawalFollower = fn(&mut Write<'_>, events::Id) -> Result<()>;

/// Who follows when a draft application to an event is deleted, in the same transaction.
pub const DRAFT_FOLLOWERS: &[DraftFollower] = &[event_files::forget_pictures];

/// Forgets what belongs to a draft; answers with the keys of files to be removed once it is gone for good.
pub type DraftFollower = fn(&mut Write<'_>, calls::ApplicationId) -> Result<Vec<String>>;

/// Who follows when the plan of an event becomes public, in the same transaction.
pub const PLAN_FOLLOWERS: &[PlanFollower] = &[event_stands::tell_holders];

/// Follows the publication of a plan.
pub type PlanFollower = fn(&mut Write<'_>, &events::Brief) -> Result<()>;

/// The events the caller reads applications of without names, for what tells of applications among other things.
pub const READ_WITHOUT_NAMES: fn(&mut Read<'_>) -> Result<Vec<events::Id>> = calls::reviewed;

/// Who knows of certificates: of some participants, those who hold one. Nothing that a certificate rests on changes while it is held.
pub const CERTIFIED: &[Certified] = &[certificates::in_force];

/// Those of some participants who hold a certificate that is in force.
pub type Certified = fn(&mut AnyConnection, &[cohorts::EnrolmentId]) -> Result<HashSet<cohorts::EnrolmentId>>;

/// What else there is in the calendar of events.
pub const CALENDAR_PARTS: &[CalendarPart] = &[cohorts::calendar];

/// What lies in some wilayas, or in all, from a day on.
pub type CalendarPart = fn(&mut Read<'_>, &[String], NaiveDate, Language) -> Result<Vec<events::CalendarEntry>>;

/// What in the log says who has applied to an event.
pub const LOG_OF_APPLICANTS: &str = calls::SUBJECT;

/// What belongs to a project in resources of its own, in the order it is copied.
pub const PROJECT_PARTS: &[projects::Part] = &[activities::PART, budgets::PART, canvases::PART, portfolios::PART];

/// The permission table of the whole platform.
pub fn permissions() -> Vec<Permission> {
    ALL.iter().flat_map(|resource| resource.permissions.iter().copied()).collect()
}
