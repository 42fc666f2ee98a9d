//! How old somebody is.

use chrono::{Datelike, Months, NaiveDate};

/// From this age on nobody is young.
pub const YOUNG_UNTIL: u32 = 35;

/// Age in whole years on a day.
pub fn age(born_on: NaiveDate, day: NaiveDate) -> u32 {
    let years = u32::try_from(day.year() - born_on.year()).unwrap_or(0);
    // chrono moves 29 February to the 28th in common years.
    match born_on.checked_add_months(Months::new(years * 12)) {
        Some(birthday) if birthday <= day => years,
        _ => years.saturating_sub(1),
    }
}
