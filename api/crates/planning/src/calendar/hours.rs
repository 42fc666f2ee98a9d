//! Hours of the day.

use std::fmt;

use serde::de::{Deserializer, Error};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use super::CalendarError;
use crate::moment::clock_minutes;

/// A time of day, written `HH:MM`; `24:00` is the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(pub u16);

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        clock_minutes(&text).map(Self).ok_or_else(|| D::Error::custom("expected HH:MM"))
    }
}

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for ClockTime {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some(r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00$"))
            .description(Some("A time of day, HH:MM; 24:00 is the end of the day."))
            .examples(["08:00"])
            .into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for ClockTime {
    fn name() -> std::borrow::Cow<'static, str> {
        std::borrow::Cow::Borrowed("PlanningClockTime")
    }
}

/// One unbroken period of work within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningHours))]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// When work opens.
    pub from: ClockTime,
    /// When work closes.
    pub to: ClockTime,
}

impl Hours {
    /// From and to as minutes after midnight.
    #[must_use]
    pub const fn of(from: u16, to: u16) -> Self {
        Self { from: ClockTime(from), to: ClockTime(to) }
    }

    /// Minutes of work.
    #[must_use]
    pub fn minutes(self) -> i64 {
        i64::from(self.to.0) - i64::from(self.from.0)
    }

    /// Minutes of work of a whole day.
    #[must_use]
    pub fn total(hours: &[Self]) -> i64 {
        hours.iter().map(|h| h.minutes()).sum()
    }

    /// Checks that the hours of one day are in order and do not overlap.
    ///
    /// # Errors
    /// [`CalendarError::HoursReversed`] or [`CalendarError::HoursOverlap`], under `pointer`.
    pub fn check(hours: &[Self], pointer: &str) -> Result<(), CalendarError> {
        let mut closed = 0;
        for (i, period) in hours.iter().enumerate() {
            let pointer = || format!("{pointer}/{i}");
            if period.to <= period.from {
                return Err(CalendarError::HoursReversed { pointer: pointer() });
            }
            if i > 0 && period.from.0 < closed {
                return Err(CalendarError::HoursOverlap { pointer: pointer() });
            }
            closed = period.to.0;
        }
        Ok(())
    }
}
