//! Working time: weekend, hours, holidays and exceptions, and fast arithmetic on them.
//!
//! A [`Calendar`] is data as people write it. [`WorkingTime::new`] compiles it into a table of days with the running
//! total of working minutes, so that "this instant plus 960 working minutes" is two look-ups.
//!
//! The end of one working period and the opening of the next are the same *working instant*: no work lies
//! between them. An instant is therefore shown as an opening when it is a start and as a closing when it is a finish.

mod hours;
mod table;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;

pub use hours::{ClockTime, Hours};
pub use table::{SPAN_DAYS, WorkingTime};

/// Most holidays, exceptions or hours a calendar may list, each.
pub const MAX_ENTRIES: usize = 2_000;
/// Most days the holidays, or the exceptions, of a calendar may cover, each.
pub const MAX_COVERED_DAYS: i64 = 200_000;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningWeekday))]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// Every day of the week, Monday first.
    pub const ALL: [Self; 7] = [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];
}

/// Days without work: one date or an inclusive range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningHoliday))]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The first day off.
    pub date: NaiveDate,
    /// The last day off, when the holiday is longer than a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// What is celebrated; not used by the engine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Days with hours of their own, stronger than weekdays and holidays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningException))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included; the first day alone when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The working hours of each of these days; none makes them days off.
    #[serde(default)]
    pub hours: Vec<Hours>,
}

/// When people work.
///
/// Without any field: Sunday to Thursday, 08:00–12:00 and 13:00–17:00.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningCalendar))]
#[serde(deny_unknown_fields, default)]
pub struct Calendar {
    /// The weekly days off; Friday and Saturday when absent.
    pub weekend: Vec<Weekday>,
    /// The hours of a working day, in order; 08:00–12:00 and 13:00–17:00 when absent.
    pub hours: Vec<Hours>,
    /// Weekdays with other hours than `hours`; an empty list is a day off. Stronger than `weekend`.
    pub weekdays: BTreeMap<Weekday, Vec<Hours>>,
    /// Days off.
    pub holidays: Vec<Holiday>,
    /// Days with hours of their own; a later one wins over an earlier one.
    pub exceptions: Vec<Exception>,
}

impl Default for Calendar {
    fn default() -> Self {
        Self {
            weekend: vec![Weekday::Friday, Weekday::Saturday],
            hours: vec![Hours::of(8 * 60, 12 * 60), Hours::of(13 * 60, 17 * 60)],
            weekdays: BTreeMap::new(),
            holidays: Vec::new(),
            exceptions: Vec::new(),
        }
    }
}

impl Calendar {
    /// Every minute of every day: durations and lags become elapsed time.
    #[must_use]
    pub fn round_the_clock() -> Self {
        Self { weekend: Vec::new(), hours: vec![Hours::of(0, 24 * 60)], ..Self::default() }
    }

    /// Working minutes of an ordinary day: those of `hours`, or of the longest weekday when `hours` is empty.
    #[must_use]
    pub fn day_minutes(&self) -> i64 {
        let usual = Hours::total(&self.hours);
        if usual > 0 { usual } else { self.weekdays.values().map(|h| Hours::total(h)).max().unwrap_or(0) }
    }

    /// The hours of this weekday.
    #[must_use]
    pub fn hours_on(&self, day: Weekday) -> &[Hours] {
        match self.weekdays.get(&day) {
            Some(hours) => hours,
            None if self.weekend.contains(&day) => &[],
            None => &self.hours,
        }
    }
}

/// What is wrong with a calendar; pointers are relative to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarError {
    /// No minute of work in any week nor in any exception.
    NoWorkingTime,
    /// Hours that end before they begin, or begin and end together.
    HoursReversed {
        /// The field.
        pointer: String,
    },
    /// Hours that overlap or are out of order.
    HoursOverlap {
        /// The field.
        pointer: String,
    },
    /// A range of days that ends before it begins.
    RangeReversed {
        /// The field.
        pointer: String,
    },
    /// More entries than [`MAX_ENTRIES`], or more days than [`MAX_COVERED_DAYS`].
    TooManyEntries {
        /// The field.
        pointer: String,
    },
    /// A date the table of days cannot be centred on.
    DateOutOfRange {
        /// The field.
        pointer: String,
    },
}

impl CalendarError {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoWorkingTime => "calendar_without_working_time",
            Self::HoursReversed { .. } => "hours_reversed",
            Self::HoursOverlap { .. } => "hours_overlap",
            Self::RangeReversed { .. } => "range_reversed",
            Self::TooManyEntries { .. } => "too_many_entries",
            Self::DateOutOfRange { .. } => "date_out_of_range",
        }
    }
}

impl From<CalendarError> for Problem {
    fn from(error: CalendarError) -> Self {
        let code = error.code();
        match error {
            CalendarError::NoWorkingTime => Self::new(code, ""),
            CalendarError::TooManyEntries { pointer } => Self::new(code, pointer).with("limit", MAX_ENTRIES),
            CalendarError::HoursReversed { pointer }
            | CalendarError::HoursOverlap { pointer }
            | CalendarError::RangeReversed { pointer } => Self::new(code, pointer),
            CalendarError::DateOutOfRange { pointer } => Self::new(code, pointer)
                .with("first_year", i64::from(*table::YEARS.start()))
                .with("last_year", i64::from(*table::YEARS.end())),
        }
    }
}
