//! Rounds in which something is asked for: from a day on, or so many months after it, for sixty days. Pure.

use crate::kernel::db::types::Instant;
use chrono::{Days, Months, NaiveDate, NaiveTime};

crate::text_enum! {
    /// Whether a round can be answered.
    pub enum RoundState {
        /// Not yet.
        Upcoming = "upcoming",
        /// Now.
        Open = "open",
        /// No longer.
        Closed = "closed",
    }
}

/// Days a round stays open after the day it is about, or its months later.
const DAYS: Days = Days::new(60);

/// The days on which a round is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub opens_on: NaiveDate,
    /// Last day.
    pub closes_on: NaiveDate,
}

impl Window {
    /// The window of what is asked some months after a day.
    pub fn after(day: NaiveDate, months: u32) -> Self {
        let opens_on = day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
        Self { opens_on, closes_on: opens_on.checked_add_days(DAYS).unwrap_or(NaiveDate::MAX) }
    }
    /// The days whose window so many months later may be open today: no others are.
    pub fn days_of(months: u32, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let until = today.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
        // Months differ in length.
        let from = until.checked_sub_days(DAYS).and_then(|day| day.checked_sub_days(Days::new(3))).unwrap_or(NaiveDate::MIN);
        (from, until.checked_add_days(Days::new(3)).unwrap_or(NaiveDate::MAX))
    }
    /// Whether it is open on a day.
    pub fn state(self, today: NaiveDate) -> RoundState {
        if today < self.opens_on {
            RoundState::Upcoming
        } else if today <= self.closes_on {
            RoundState::Open
        } else {
            RoundState::Closed
        }
    }
    /// When its last day ends in Algeria.
    pub fn ends_at(self) -> Instant {
        Instant::new(self.closes_on.and_time(NaiveTime::MIN).and_utc()).plus(chrono::Duration::hours(23))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn whatever_is_open_lies_between_the_days_that_are_looked_at() {
        for months in [0, 3, 6] {
            for offset in 0..400 {
                let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().checked_add_days(Days::new(offset)).unwrap();
                let window = Window::after(day, months);
                for today in [window.opens_on, window.closes_on] {
                    let (from, until) = Window::days_of(months, today);
                    assert!(from <= day && day <= until, "{months} months after {day} on {today}");
                }
            }
        }
    }
}
