//! One cost line laid over days, to the centime.

use chrono::{Days, NaiveDate};

use super::{CostError, CostLine, PlannedCost, Spread};
use crate::calendar::WorkingTime;

/// Lays a cost over the working days from `start` to `finish`, both included. The days add up to the cost exactly: each
/// running total is the exact share rounded down, so no day is ever off by more than a centime.
///
/// Without a working day between the dates, everything falls on `finish`.
///
/// # Errors
/// [`CostError`], at `pointer`.
pub fn spread(
    line: &CostLine,
    start: NaiveDate,
    finish: NaiveDate,
    calendar: &WorkingTime,
    pointer: &str,
) -> Result<Vec<PlannedCost>, CostError> {
    let total = line.total(pointer)?;
    if line.spread == Spread::Calendar || !line.parts.is_empty() {
        return by_calendar(line, total, pointer);
    }
    let days = working_days(start, finish, calendar);
    let on = |date: NaiveDate| vec![PlannedCost { date, amount: total }];
    Ok(match (line.spread, days.first(), days.last()) {
        (Spread::Front, Some((first, _)), _) => on(*first),
        (Spread::Linear, Some(_), Some(_)) => linear(total, &days),
        (_, _, Some((last, _))) => on(*last),
        _ => on(finish),
    })
}

fn by_calendar(line: &CostLine, total: i64, pointer: &str) -> Result<Vec<PlannedCost>, CostError> {
    let overflow = || CostError::Overflow { pointer: format!("{pointer}/parts") };
    let mut found: i64 = 0;
    for (i, part) in line.parts.iter().enumerate() {
        if part.amount < 0 {
            return Err(CostError::Negative { pointer: format!("{pointer}/parts/{i}/amount") });
        }
        found = found.checked_add(part.amount).ok_or_else(overflow)?;
    }
    if found != total || line.spread != Spread::Calendar {
        return Err(CostError::PartsMismatch { pointer: format!("{pointer}/parts"), expected: total, found });
    }
    Ok(line.parts.iter().map(|p| PlannedCost { date: p.date, amount: p.amount }).collect())
}

fn linear(total: i64, days: &[(NaiveDate, i64)]) -> Vec<PlannedCost> {
    let minutes: i64 = days.iter().map(|(_, m)| m).sum();
    let (mut worked, mut spent) = (0, 0);
    let mut planned = Vec::with_capacity(days.len());
    for (date, own) in days {
        worked += own;
        // At most the total, which fits.
        let until = (i128::from(total) * i128::from(worked) / i128::from(minutes)) as i64;
        planned.push(PlannedCost { date: *date, amount: until - spent });
        spent = until;
    }
    planned
}

/// Working days with their minutes, both ends included.
fn working_days(start: NaiveDate, finish: NaiveDate, calendar: &WorkingTime) -> Vec<(NaiveDate, i64)> {
    let mut days = Vec::new();
    let mut date = start;
    while date <= finish {
        let minutes = calendar.minutes_on(date);
        if minutes > 0 {
            days.push((date, minutes));
        }
        match date.checked_add_days(Days::new(1)) {
            Some(next) => date = next,
            None => break,
        }
    }
    days
}
