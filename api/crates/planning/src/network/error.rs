//! What is wrong with a network.

use crate::calendar::CalendarError;
use crate::problem::Problem;

/// A network that cannot be scheduled. Pointers are into the request.
#[derive(Debug, Clone, PartialEq)]
pub enum NetworkError {
    /// More entries than the calculation accepts.
    TooMany {
        /// The list.
        pointer: &'static str,
        /// The most it may hold.
        limit: usize,
    },
    /// Two activities with the same `id`.
    DuplicateActivity {
        /// The second of them.
        index: usize,
        /// Their `id`.
        activity: String,
    },
    /// Neither a duration nor a milestone, or two durations.
    DurationMissing {
        /// Which activity, by index.
        index: usize,
        /// Its `id`.
        activity: String,
    },
    /// A number outside its range: a negative duration, a percentage above 100, time beyond a hundred years.
    OutOfRange {
        /// The stable code of this range.
        code: &'static str,
        /// The field.
        pointer: String,
        /// The activity, or the activities of the link.
        activity: String,
    },
    /// A link that names an activity that does not exist.
    UnknownActivity {
        /// The field.
        pointer: String,
        /// The name that is not an activity.
        activity: String,
    },
    /// An activity that names a calendar that does not exist.
    UnknownCalendar {
        /// Which activity, by index.
        index: usize,
        /// Its `id`.
        activity: String,
        /// The name that is not a calendar.
        calendar: String,
    },
    /// Activities that wait for each other, first and last the same.
    Cycle {
        /// One link of the cycle, by index.
        link: usize,
        /// The activities in the order of the links.
        activities: Vec<String>,
    },
    /// A constraint without the instant it needs, with two, or with one it does not take; or two lags.
    InstantMissing {
        /// The field.
        pointer: String,
        /// The activity.
        activity: String,
    },
    /// A date in a project without a start date.
    StartMissing {
        /// The date that cannot be placed.
        pointer: String,
    },
    /// A date that lies before the project's start.
    BeforeProjectStart {
        /// The field.
        pointer: String,
        /// The activity; empty for the status date.
        activity: String,
    },
    /// A reported finish before the reported start.
    ActualReversed {
        /// Which activity, by index.
        index: usize,
        /// Its `id`.
        activity: String,
    },
    /// Dates more than a hundred years from the project's start.
    TooLong {
        /// The first activity that leaves the hundred years, by index.
        index: usize,
        /// Its `id`.
        activity: String,
    },
    /// A calendar that cannot be used.
    Calendar {
        /// Which one.
        pointer: String,
        /// What is wrong with it.
        error: CalendarError,
    },
}

impl From<NetworkError> for Problem {
    fn from(error: NetworkError) -> Self {
        use NetworkError as E;
        let of = |code, index: usize, field: &str, activity: String| {
            Self::new(code, format!("/activities/{index}{field}")).with("activity", activity)
        };
        match error {
            E::TooMany { pointer, limit } => Self::new("too_many_entries", pointer).with("limit", limit),
            E::DuplicateActivity { index, activity } => of("duplicate_activity", index, "/id", activity),
            E::DurationMissing { index, activity } => of("duration_missing", index, "/duration_minutes", activity),
            E::OutOfRange { code, pointer, activity } => Self::new(code, pointer).with("activity", activity),
            E::UnknownActivity { pointer, activity } => Self::new("unknown_activity", pointer).with("activity", activity),
            E::UnknownCalendar { index, activity, calendar } => {
                of("unknown_calendar", index, "/calendar", activity).with("calendar", calendar)
            }
            E::Cycle { link, activities } => Self::new("cycle", format!("/links/{link}")).with("activities", activities),
            E::InstantMissing { pointer, activity } => Self::new("instant_missing", pointer).with("activity", activity),
            E::StartMissing { pointer } => Self::new("start_missing", "/start").with("needed_by", pointer),
            E::BeforeProjectStart { pointer, activity } => Self::new("date_before_project_start", pointer).with("activity", activity),
            E::ActualReversed { index, activity } => of("actual_dates_reversed", index, "/actual_finish", activity),
            E::TooLong { index, activity } => of("schedule_too_long", index, "", activity).with("years", 100_i64),
            E::Calendar { error: error @ CalendarError::DateOutOfRange { .. }, .. } => Self::from(error).under("/start"),
            E::Calendar { pointer, error } => Self::from(error).under(&pointer),
        }
    }
}
