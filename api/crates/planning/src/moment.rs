//! Dates and times of day on the wire.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

/// Minutes in a civil day.
pub const DAY: i64 = 1440;

/// A civil date, with or without a time of day, in the project's own time zone.
///
/// Written `2026-03-01T08:00`, `2026-03-01T08:00:00` or `2026-03-01`. Seconds are dropped. A date alone is the
/// whole day: as a start it means its first working minute, as a finish its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// The civil date.
    pub date: NaiveDate,
    /// Minutes after midnight (0–1439), when a time of day was given.
    pub minute: Option<u16>,
}

impl Moment {
    /// A date alone.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Self { date, minute: None }
    }

    /// Minutes since the first day of the Common Era, a date alone taken at its first instant.
    #[must_use]
    pub fn as_start(self) -> i64 {
        day_number(self.date) * DAY + i64::from(self.minute.unwrap_or(0))
    }

    /// Minutes since the first day of the Common Era, a date alone taken at its last instant.
    #[must_use]
    pub fn as_finish(self) -> i64 {
        day_number(self.date) * DAY + self.minute.map_or(DAY, i64::from)
    }

    /// The moment so many minutes after the first day of the Common Era, if the calendar reaches that far.
    #[must_use]
    pub fn from_minutes(minutes: i64) -> Option<Self> {
        let day = i32::try_from(minutes.div_euclid(DAY)).ok()?;
        let date = NaiveDate::from_num_days_from_ce_opt(day)?;
        Some(Self { date, minute: u16::try_from(minutes.rem_euclid(DAY)).ok() })
    }
}

/// Days since the first day of the Common Era.
#[must_use]
pub fn day_number(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce())
}

impl FromStr for Moment {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "expected YYYY-MM-DD or YYYY-MM-DDTHH:MM";
        let (date, time) = match text.split_once(['T', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        // Ten characters exactly: the parser itself also takes 2026-3-1.
        let date = Some(date).filter(|d| d.len() == 10 && d.is_ascii()).ok_or(WRONG)?;
        let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| WRONG)?;
        let minute = time.map(|t| clock_minutes(t).filter(|m| *m < 1440).ok_or(WRONG)).transpose()?;
        Ok(Self { date, minute })
    }
}

/// Minutes after midnight of `HH:MM` or `HH:MM:SS`; `24:00` is the end of the day.
#[must_use]
pub fn clock_minutes(text: &str) -> Option<u16> {
    let mut parts = text.splitn(3, ':');
    let hour: u16 = digits(parts.next()?)?;
    let minute: u16 = digits(parts.next()?)?;
    if let Some(seconds) = parts.next() {
        let whole = seconds.split('.').next()?;
        if digits(whole)? > 59 {
            return None;
        }
    }
    (minute < 60 && (hour < 24 || (hour == 24 && minute == 0))).then_some(hour * 60 + minute)
}

fn digits(text: &str) -> Option<u16> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { date, minute } = self;
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())?;
        match minute {
            Some(m) => write!(f, "T{:02}:{:02}", m / 60, m % 60),
            None => Ok(()),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Moment;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("YYYY-MM-DD or YYYY-MM-DDTHH:MM")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Moment, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for Moment {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some(r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$"))
            .description(Some(
                "A date, or a date and a time of day, in the project's own time zone. A date alone means the \
                 whole day: as a start its first working minute, as a finish its last.",
            ))
            .examples(["2026-03-01T08:00"])
            .into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for Moment {
    fn name() -> std::borrow::Cow<'static, str> {
        std::borrow::Cow::Borrowed("PlanningMoment")
    }
}
