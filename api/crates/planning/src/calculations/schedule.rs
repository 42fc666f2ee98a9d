//! `POST /api/v1/calculations/schedule`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::schedule_result::{Assembly, ScheduleResult};
use crate::calendar::Calendar;
use crate::layout::LayoutOptions;
use crate::moment::Moment;
use crate::network::compile::{Plan, compile};
use crate::network::{Activity, Link, NetworkError};
use crate::problem::Problem;

/// Most activities in one schedule.
pub const MAX_ACTIVITIES: usize = 100_000;
/// Most links in one schedule.
pub const MAX_LINKS: usize = 300_000;
/// Most calendars besides the project's.
pub const MAX_CALENDARS: usize = 100;
/// Most constraints of one activity.
pub const MAX_CONSTRAINTS: usize = 10;
/// Most activities of a network to compress.
pub const MAX_COMPRESSION: usize = 200;
/// Most links of a network to compress.
pub const MAX_COMPRESSION_LINKS: usize = 600;

/// A network of activities to schedule. At most 100,000 activities, 300,000 links, 100 calendars; dates within a hundred years of the start.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ScheduleRequest {
    /// When the project starts. Without it the result has offsets only, no dates, and calendars are not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Moment>,
    /// The project's calendar; Sunday to Thursday, 08:00–12:00 and 13:00–17:00 when absent.
    #[serde(default)]
    pub calendar: Calendar,
    /// Calendars of their own for activities that name them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub calendars: BTreeMap<String, Calendar>,
    /// Working minutes of one day in `duration_days`, `lag_days` and every figure in days; those of the project's calendar when absent (480 by default).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_per_day: Option<i64>,
    /// The date progress was reported at: work not done yet is scheduled no earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Moment>,
    /// An activity is critical when its total float is at most this many working minutes; 0 when absent.
    #[serde(default)]
    pub critical_float_minutes: i64,
    /// The activities.
    pub activities: Vec<Activity>,
    /// Their links.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Asks for coordinates of the network drawing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<LayoutOptions>,
    /// Asks for the least cost to finish sooner. At most 200 activities and 600 links.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compression: Option<CompressionRequest>,
}

/// Durations to reach by paying for shorter activities (`crash_*` of the activities).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CompressionRequest {
    /// Project durations in working days, at most 50.
    pub target_days: Vec<f64>,
}

impl ScheduleRequest {
    /// Minutes of a working day.
    #[must_use]
    pub fn day(&self) -> i64 {
        self.minutes_per_day.unwrap_or_else(|| match self.calendar.day_minutes() {
            0 => 480,
            minutes => minutes,
        })
    }
}

/// Early and late dates, floats, critical paths, by the critical path method.
///
/// # Errors
/// A [`Problem`] naming the activity and the field.
pub fn schedule(request: &ScheduleRequest) -> Result<ScheduleResult, Problem> {
    check_limits(request)?;
    let plan = Plan {
        start: request.start,
        calendar: &request.calendar,
        calendars: &request.calendars,
        minutes_per_day: request.day(),
        status_date: request.status_date,
        activities: &request.activities,
        links: &request.links,
    };
    let compiled = compile(&plan)?;
    let too_long = |index: usize| NetworkError::TooLong { index, activity: request.activities[index].id.clone() };
    let passes = compiled.passes().map_err(|e| too_long(e.0))?;
    Assembly { request, compiled: &compiled, passes: &passes }.result().map_err(|e| match e {
        super::schedule_result::Failed::TooLong(index) => Problem::from(too_long(index)),
        super::schedule_result::Failed::Problem(problem) => problem,
    })
}

fn check_limits(request: &ScheduleRequest) -> Result<(), Problem> {
    let too_many = |pointer, limit| Err(Problem::from(NetworkError::TooMany { pointer, limit }));
    if request.activities.len() > MAX_ACTIVITIES {
        return too_many("/activities", MAX_ACTIVITIES);
    }
    if request.links.len() > MAX_LINKS {
        return too_many("/links", MAX_LINKS);
    }
    if request.calendars.len() > MAX_CALENDARS {
        return too_many("/calendars", MAX_CALENDARS);
    }
    if request.activities.iter().any(|a| a.constraints.len() > MAX_CONSTRAINTS) {
        return too_many("/activities", MAX_CONSTRAINTS);
    }
    if request.minutes_per_day.is_some_and(|m| !(1..=1440).contains(&m)) {
        return Err(Problem::new("out_of_range", "/minutes_per_day").with("minimum", 1_i64).with("maximum", 1440_i64));
    }
    if request.critical_float_minutes < 0 {
        return Err(Problem::new("out_of_range", "/critical_float_minutes").with("minimum", 0_i64));
    }
    if let Some(compression) = &request.compression {
        if request.activities.len() > MAX_COMPRESSION {
            return too_many("/activities", MAX_COMPRESSION);
        }
        if request.links.len() > MAX_COMPRESSION_LINKS {
            return too_many("/links", MAX_COMPRESSION_LINKS);
        }
        if compression.target_days.len() > 50 {
            return too_many("/compression/target_days", 50);
        }
    }
    Ok(())
}
