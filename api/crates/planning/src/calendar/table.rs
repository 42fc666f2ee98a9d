//! A calendar compiled into a table of days with running totals.

use chrono::{Datelike, NaiveDate};

use super::{Calendar, CalendarError, Hours, MAX_COVERED_DAYS, MAX_ENTRIES, Weekday};
use crate::moment::{DAY, day_number};

/// Days the table reaches before and after its centre: a hundred years.
pub const SPAN_DAYS: i64 = 36_525;

/// Years a table can be centred on: a hundred years on both sides are written with four digits.
pub const YEARS: std::ops::RangeInclusive<i32> = 102..=9898;

/// Working minutes covered by one entry of the index from working minutes back to days.
const BUCKET: i64 = 512;

/// A calendar made ready for arithmetic.
///
/// Instants are minutes since the first day of the Common Era ([`crate::moment::Moment::as_start`]); *worked* is the number of
/// working minutes between the first day of the table and an instant.
#[derive(Debug, Clone)]
pub struct WorkingTime {
    first_day: i64,
    /// Distinct sets of hours.
    patterns: Vec<Vec<Hours>>,
    /// For each day, its set of hours.
    day_pattern: Vec<u32>,
    /// For each day, the working minutes before it; one more entry than days.
    before: Vec<i64>,
    /// For each [`BUCKET`] of working minutes, the day it begins in.
    bucket_day: Vec<u32>,
}

impl WorkingTime {
    /// Compiles a calendar for the hundred years before and after `centre`.
    ///
    /// # Errors
    /// [`CalendarError`]: hours that overlap, reversed ranges, no working time at all, or a hundred years that leave those written with four
    /// digits.
    pub fn new(calendar: &Calendar, centre: NaiveDate) -> Result<Self, CalendarError> {
        check(calendar)?;
        let first_day = day_number(centre) - SPAN_DAYS;
        let last_day = day_number(centre) + SPAN_DAYS;
        if !YEARS.contains(&centre.year()) {
            return Err(CalendarError::DateOutOfRange { pointer: String::new() });
        }
        let mut patterns: Vec<Vec<Hours>> = vec![Vec::new()];
        let mut intern = |hours: &[Hours]| {
            let at = patterns.iter().position(|p| p == hours).unwrap_or_else(|| {
                patterns.push(hours.to_vec());
                patterns.len() - 1
            });
            u32::try_from(at).unwrap_or(u32::MAX)
        };
        // Day 1 of the Common Era was a Monday.
        let week = Weekday::ALL.map(|day| intern(calendar.hours_on(day)));
        let mut day_pattern: Vec<u32> =
            (first_day..=last_day).map(|day| week[usize::try_from((day - 1).rem_euclid(7)).unwrap_or(0)]).collect();
        let mut fill = |from: NaiveDate, until: NaiveDate, pattern: u32| {
            let low = (day_number(from) - first_day).max(0);
            let high = (day_number(until) - first_day).min(last_day - first_day);
            for day in low..=high {
                if let Some(slot) = usize::try_from(day).ok().and_then(|d| day_pattern.get_mut(d)) {
                    *slot = pattern;
                }
            }
        };
        for holiday in &calendar.holidays {
            fill(holiday.date, holiday.until.unwrap_or(holiday.date), 0);
        }
        for exception in &calendar.exceptions {
            fill(exception.from, exception.until.unwrap_or(exception.from), intern(&exception.hours));
        }
        let totals: Vec<i64> = patterns.iter().map(|p| Hours::total(p)).collect();
        let mut before = Vec::with_capacity(day_pattern.len() + 1);
        let mut bucket_day = Vec::new();
        let mut worked = 0;
        before.push(0);
        for (day, pattern) in (0_u32..).zip(&day_pattern) {
            worked += totals[*pattern as usize];
            before.push(worked);
            while i64::try_from(bucket_day.len()).unwrap_or(i64::MAX) * BUCKET < worked {
                bucket_day.push(day);
            }
        }
        if worked == 0 {
            return Err(CalendarError::NoWorkingTime);
        }
        Ok(Self { first_day, patterns, day_pattern, before, bucket_day })
    }

    /// Working minutes between the first day of the table and an instant; nothing outside the table.
    #[must_use]
    pub fn worked(&self, instant: i64) -> Option<i64> {
        let day = usize::try_from(instant.div_euclid(DAY) - self.first_day).ok()?;
        let minute = instant.rem_euclid(DAY);
        let pattern = self.patterns.get(*self.day_pattern.get(day)? as usize)?;
        let mut worked = *self.before.get(day)?;
        for period in pattern {
            let (from, to) = (i64::from(period.from.0), i64::from(period.to.0));
            if minute <= from {
                break;
            }
            worked += minute.min(to) - from;
        }
        Some(worked)
    }

    /// The instant work number `worked` begins: an opening rather than the closing before it.
    #[must_use]
    pub fn as_start(&self, worked: i64) -> Option<i64> {
        let mut day = self.day_near(worked)?;
        while *self.before.get(day + 1)? <= worked {
            day += 1;
        }
        let mut left = worked - self.before[day];
        for period in &self.patterns[self.day_pattern[day] as usize] {
            if left < period.minutes() {
                return Some(self.instant(day) + i64::from(period.from.0) + left);
            }
            left -= period.minutes();
        }
        None
    }

    /// The instant `worked` minutes of work are done: a closing rather than the next opening.
    #[must_use]
    pub fn as_finish(&self, worked: i64) -> Option<i64> {
        let mut day = self.day_near(worked - 1)?;
        while *self.before.get(day + 1)? < worked {
            day += 1;
        }
        let mut left = worked - self.before[day];
        for period in &self.patterns[self.day_pattern[day] as usize] {
            if left <= period.minutes() {
                return Some(self.instant(day) + i64::from(period.from.0) + left);
            }
            left -= period.minutes();
        }
        None
    }

    /// Working minutes of a civil day.
    #[must_use]
    pub fn minutes_on(&self, date: NaiveDate) -> i64 {
        usize::try_from(day_number(date) - self.first_day)
            .ok()
            .and_then(|day| self.day_pattern.get(day))
            .and_then(|pattern| self.patterns.get(*pattern as usize))
            .map_or(0, |hours| Hours::total(hours))
    }

    /// The weekday of a date in this module's own type.
    #[must_use]
    pub fn weekday(date: NaiveDate) -> Weekday {
        Weekday::ALL[date.weekday().num_days_from_monday() as usize % 7]
    }

    fn instant(&self, day: usize) -> i64 {
        (self.first_day + i64::try_from(day).unwrap_or(0)) * DAY
    }

    /// A day at or before the one that holds this working minute, and near it.
    fn day_near(&self, worked: i64) -> Option<usize> {
        let bucket = usize::try_from(worked / BUCKET).ok().filter(|_| worked >= 0)?;
        self.bucket_day.get(bucket).map(|day| *day as usize)
    }
}

fn check(calendar: &Calendar) -> Result<(), CalendarError> {
    let too_many = |pointer: &str| Err(CalendarError::TooManyEntries { pointer: pointer.to_owned() });
    if calendar.holidays.len() > MAX_ENTRIES {
        return too_many("/holidays");
    }
    if calendar.exceptions.len() > MAX_ENTRIES {
        return too_many("/exceptions");
    }
    let covered = |ranges: &mut dyn Iterator<Item = (NaiveDate, Option<NaiveDate>)>| {
        ranges.map(|(from, until)| (until.unwrap_or(from) - from).num_days().max(0) + 1).sum::<i64>()
    };
    if covered(&mut calendar.holidays.iter().map(|h| (h.date, h.until))) > MAX_COVERED_DAYS {
        return too_many("/holidays");
    }
    if covered(&mut calendar.exceptions.iter().map(|e| (e.from, e.until))) > MAX_COVERED_DAYS {
        return too_many("/exceptions");
    }
    Hours::check(&calendar.hours, "/hours")?;
    for (day, hours) in &calendar.weekdays {
        let name = format!("{day:?}").to_lowercase();
        Hours::check(hours, &format!("/weekdays/{name}"))?;
    }
    for (i, holiday) in calendar.holidays.iter().enumerate() {
        if holiday.until.is_some_and(|until| until < holiday.date) {
            return Err(CalendarError::RangeReversed { pointer: format!("/holidays/{i}/until") });
        }
    }
    for (i, exception) in calendar.exceptions.iter().enumerate() {
        if exception.until.is_some_and(|until| until < exception.from) {
            return Err(CalendarError::RangeReversed { pointer: format!("/exceptions/{i}/until") });
        }
        Hours::check(&exception.hours, &format!("/exceptions/{i}/hours"))?;
    }
    Ok(())
}
