use super::model::ProjectCalendar;
pub use super::model::files::ImportRemark;
pub use super::model::{ActivityId, ActivityInput};
use crate::kernel::language::Text;
use crate::resources::projects::Id as ProjectId;
use chrono::NaiveDate;
use planning::calculations::{PertResult, ScheduleResult};
use planning::layout::Direction;
use planning::moment::Moment;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The working time of a project, whole.
pub type WorkingTime = ProjectCalendar;

/// An activity of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectActivity {
    /// Its content.
    #[serde(flatten)]
    pub activity: ActivityInput,
    /// Version of the activity.
    pub version: i64,
}

/// The activities of a project, in their order.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivityList {
    /// The activities.
    pub items: Vec<ProjectActivity>,
    /// Version of the network.
    pub version: i64,
}

/// The network of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectNetwork {
    /// The project.
    pub project_id: ProjectId,
    /// When people work.
    pub working_time: ProjectCalendar,
    /// The activities, in their order.
    pub activities: Vec<ProjectActivity>,
    /// Version of the network.
    pub version: i64,
}

/// A whole network to be kept: what a table editor pastes or saves in one go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NetworkInput {
    /// When people work; as it was when absent.
    #[serde(default)]
    pub working_time: Option<ProjectCalendar>,
    /// Every activity, in order. One with an `id`, or with a known `code`, changes that activity; those not listed are deleted.
    #[schema(max_items = 2000)]
    pub activities: Vec<ActivityInput>,
}

/// The names of an activity in a schedule, whose ids are the codes.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivityName {
    /// The activity.
    pub id: ActivityId,
    /// Its code: the `id` in the schedule.
    pub code: String,
    /// Names.
    pub name: Text,
    /// An event without duration.
    pub milestone: bool,
}

/// A day off that the schedule counts with.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayOff {
    /// First day.
    pub date: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Name.
    pub name: Text,
    /// The date may still move, and the schedule with it.
    pub provisional: bool,
}

/// The schedule of a project. Activities are called by their codes.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectSchedule {
    /// The project.
    pub project_id: ProjectId,
    /// Version of the network it follows from.
    pub network_version: i64,
    /// The activities by code, in their order.
    pub activities: Vec<ActivityName>,
    /// Public holidays between start and finish.
    pub holidays: Vec<DayOff>,
    /// Early and late dates, floats, critical paths, driving links, and the drawing.
    pub schedule: ScheduleResult,
}

/// How a schedule is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleQuery {
    /// The date progress was reported at: work not done yet is scheduled no earlier.
    #[serde(default)]
    pub status_date: Option<NaiveDate>,
    /// The direction of the drawing; right to left when absent.
    #[serde(default)]
    pub direction: Option<ReadingDirection>,
}
crate::query_parameters!(ScheduleQuery);

crate::text_enum! {
    /// The direction a drawing is read in.
    pub enum ReadingDirection {
        /// As Arabic is written.
        RightToLeft = "right_to_left",
        /// As French and English are written.
        LeftToRight = "left_to_right",
    }
}

impl From<ReadingDirection> for Direction {
    fn from(direction: ReadingDirection) -> Self {
        match direction {
            ReadingDirection::RightToLeft => Self::RightToLeft,
            ReadingDirection::LeftToRight => Self::LeftToRight,
        }
    }
}

/// A date not exceeded with a probability.
#[derive(Debug, Serialize, ToSchema)]
pub struct PercentileDate {
    /// The probability, 0–1.
    pub probability: f64,
    /// The finish by the normal approximation; null without a start.
    pub finish: Option<Moment>,
    /// The finish by simulation.
    pub simulated_finish: Option<Moment>,
}

/// The chance of a project to finish in time. Activities are called by their codes, durations are in working days.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectPert {
    /// The project.
    pub project_id: ProjectId,
    /// Version of the network it follows from.
    pub network_version: i64,
    /// The activities by code, in their order.
    pub activities: Vec<ActivityName>,
    /// Expected durations, variances, probabilities and simulation; null for a network without activities.
    pub pert: Option<PertResult>,
    /// The curve of finishes by probability.
    pub curve: Vec<PercentileDate>,
}

/// How the chance is to be judged.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PertQuery {
    /// The date whose probability is asked for; needs a project with a start.
    #[serde(default)]
    pub by: Option<NaiveDate>,
    /// How many times to draw the network; 1,000 when absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 20000)]
    pub runs: Option<i64>,
    /// The seed of the draws; 1 when absent.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub seed: Option<i64>,
}
crate::query_parameters!(PertQuery);

crate::text_enum! {
    /// What an import does with the activities that are there.
    pub enum ImportMode {
        /// Keeps them: rows with a known code change them, others are added.
        Append = "append",
        /// Puts the file in their place.
        Replace = "replace",
    }
}

/// How a file is to be taken.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NetworkImportQuery {
    /// What becomes of the activities that are there; `append` when absent.
    #[serde(default)]
    pub mode: Option<ImportMode>,
    /// Only says what would happen.
    #[serde(default)]
    pub dry_run: Option<bool>,
}
crate::query_parameters!(NetworkImportQuery);

/// What an import gives.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkImport {
    /// Whether nothing was kept.
    pub dry_run: bool,
    /// Activities in the file.
    pub activities: usize,
    /// What could not be taken over as it stands.
    pub remarks: Vec<ImportRemark>,
    /// When the project would finish.
    pub finish: Option<Moment>,
    /// The network as it is, or would be.
    pub network: ProjectNetwork,
}

/// A planned set of activities to start from.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ProjectTemplate {
    /// Its code.
    #[schema(examples("exhibition"))]
    pub code: String,
    /// Names.
    pub name: Text,
    /// What it is for.
    pub summary: Text,
    /// Its activities.
    pub activities: Vec<ActivityInput>,
}

/// Which template to start from.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateChoice {
    /// Code of the template.
    #[schema(max_length = 40, examples("exhibition"))]
    pub template: String,
}

/// The bytes of a file.
#[derive(ToSchema)]
#[schema(value_type = String)]
#[allow(dead_code)]
pub struct NetworkFile(String);
