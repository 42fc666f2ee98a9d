//! What a network is. Pure.

pub mod files;
pub mod measure;
pub mod mspdi;
pub mod mspdi_fields;
pub mod mspdi_write;
pub mod plan;
pub mod table;
pub mod xml;

use crate::kernel::language::Text;
use measure::WorkMeasure;
use planning::calendar::Calendar;
use planning::moment::Moment;
use planning::network::{Constraint, LinkKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

crate::id_type!(/// An activity of a project.
    ActivityId);

/// Most activities of a network.
pub const MOST_ACTIVITIES: usize = 2_000;
/// Most links of a network.
pub const MOST_LINKS: usize = 6_000;

/// What an activity waits for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Predecessor {
    /// Code of the other activity.
    #[schema(min_length = 1, max_length = 40, examples("A"))]
    pub code: String,
    /// Which ends are tied; `fs` when absent.
    #[serde(default, rename = "type", skip_serializing_if = "is_finish_to_start")]
    pub kind: LinkKind,
    /// Working days between the ends; negative lets them overlap. At most one of `lag_days` and `lag_minutes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lag_days: Option<f64>,
    /// The same in working minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lag_minutes: Option<i64>,
}

fn is_finish_to_start(kind: &LinkKind) -> bool {
    *kind == LinkKind::FinishToStart
}

/// Three estimates of a duration, in working days.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThreePoint {
    /// If all goes well.
    #[schema(minimum = 0.0, maximum = 36500.0)]
    pub optimistic: f64,
    /// Most likely.
    #[schema(minimum = 0.0, maximum = 36500.0)]
    pub most_likely: f64,
    /// If all goes wrong.
    #[schema(minimum = 0.0, maximum = 36500.0)]
    pub pessimistic: f64,
}

impl ThreePoint {
    /// (o + 4m + p) / 6.
    pub fn expected(&self) -> f64 {
        (self.optimistic + 4.0 * self.most_likely + self.pessimistic) / 6.0
    }
}

/// What can be written of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityInput {
    /// Which activity this is, when many are written at once; made by the server for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ActivityId>,
    /// Its short name in the project; links name it.
    #[schema(min_length = 1, max_length = 40, pattern = r"^\S(.*\S)?$", examples("A"))]
    pub code: String,
    /// Names; Arabic is required.
    pub name: Text,
    /// Working days. At most one of `duration_days` and `duration_minutes`; the expected value of `estimate` when neither is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(maximum = 36500.0)]
    pub duration_days: Option<f64>,
    /// Working minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_minutes: Option<i64>,
    /// Three estimates of the duration, for the chance to finish in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<ThreePoint>,
    /// An event without duration.
    #[serde(default)]
    pub milestone: bool,
    /// What it waits for.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub predecessors: Vec<Predecessor>,
    /// A limit on its dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraint: Option<Constraint>,
    /// The date it should be finished by; being late shows as negative float.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Moment>,
    /// Name of its own calendar in the network; the project's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 60)]
    pub calendar: Option<String>,
    /// How its work is measured; in per cent when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<WorkMeasure>,
    /// Work done, 0–100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent_done: Option<f64>,
    /// When work began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_start: Option<Moment>,
    /// When work ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_finish: Option<Moment>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// An activity as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Identifier.
    pub id: ActivityId,
    /// Version of the activity.
    pub version: i64,
    /// Its content, `id` included.
    pub content: ActivityInput,
}

/// The project's working time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectCalendar {
    /// The project's own; Sunday to Thursday, 08:00–12:00 and 13:00–17:00 when absent.
    #[serde(default)]
    pub calendar: Calendar,
    /// Calendars for activities that name them.
    #[serde(default)]
    pub calendars: BTreeMap<String, Calendar>,
    /// Whether the country's public holidays are days off; true when absent.
    #[serde(default = "yes")]
    pub public_holidays: bool,
}

fn yes() -> bool {
    true
}

impl Default for ProjectCalendar {
    fn default() -> Self {
        Self { calendar: Calendar::default(), calendars: BTreeMap::new(), public_holidays: true }
    }
}

/// A network as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Network {
    /// The working time.
    pub working_time: ProjectCalendar,
    /// The activities, in their order.
    pub activities: Vec<Activity>,
    /// The lane of each in the last drawing, by code.
    #[serde(default)]
    pub lanes: BTreeMap<String, u32>,
}

impl Network {
    /// The place of an activity.
    pub fn position(&self, id: ActivityId) -> Option<usize> {
        self.activities.iter().position(|activity| activity.id == id)
    }

    /// Gives another code to whoever waits for an activity.
    pub fn rename(&mut self, from: &str, to: &str) {
        let waiting = self.activities.iter_mut().flat_map(|activity| &mut activity.content.predecessors);
        waiting.filter(|predecessor| predecessor.code == from).for_each(|predecessor| to.clone_into(&mut predecessor.code));
        if let Some(lane) = self.lanes.remove(from) {
            self.lanes.insert(to.to_owned(), lane);
        }
    }

    /// Takes an activity out, and the links to it; what waited for it waits for what it waited for, from finish to start.
    pub fn remove(&mut self, index: usize) -> Activity {
        let gone = self.activities.remove(index);
        for activity in &mut self.activities {
            let waits = activity.content.predecessors.iter().any(|predecessor| predecessor.code == gone.content.code);
            activity.content.predecessors.retain(|predecessor| predecessor.code != gone.content.code);
            if waits {
                for before in &gone.content.predecessors {
                    if !activity.content.predecessors.iter().any(|predecessor| predecessor.code == before.code) {
                        let kind = LinkKind::FinishToStart;
                        activity.content.predecessors.push(Predecessor { kind, lag_days: None, lag_minutes: None, ..before.clone() });
                    }
                }
                activity.version += 1;
            }
        }
        self.lanes.remove(&gone.content.code);
        gone
    }
}
