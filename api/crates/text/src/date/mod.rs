//! Dates as people type them, day first as in Algeria, always Gregorian.

mod months;

use crate::digits::is_invisible;
use crate::{fold, latin_digits};
use chrono::{Days, NaiveDate};
use thiserror::Error;

/// First and last year that a date of the register may have.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

/// Years of the Islamic calendar between 1882 and 2077, which nobody means as Gregorian here.
const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1300..=1499;

/// Why a text or a number is no date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DateProblem {
    /// Nothing was typed.
    #[error("the date is empty")]
    Empty,
    /// Not in a form that is understood.
    #[error("a date such as 2021-03-04, 04/03/2021 or 4 mars 2021 is expected")]
    Unrecognised,
    /// There is no such day, as 31 April.
    #[error("there is no such day")]
    NoSuchDay,
    /// The month stands before the day; `likely` is the date read that way.
    #[error("there is no month {month}; the day comes first, perhaps {likely} is meant")]
    MonthFirst {
        /// The number found where the month should be.
        month: u32,
        /// The date when the first number is the month.
        likely: NaiveDate,
    },
    /// A year of two digits, whose century nobody can know.
    #[error("the year needs four digits")]
    TwoDigitYear,
    /// A date of the Islamic calendar.
    #[error("a Gregorian date is expected, not one of the Islamic calendar")]
    Hijri,
    /// A year before 1800 or after 2199.
    #[error("the year {year} is out of range")]
    YearOutOfRange {
        /// The year found.
        year: i32,
    },
    /// The number of days that a spreadsheet stores; `likely` is the date it shows.
    #[error("this is the number a spreadsheet stores for {likely}")]
    Serial {
        /// The date it stands for.
        likely: NaiveDate,
    },
}

impl DateProblem {
    /// A stable name for machines.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "date_empty",
            Self::Unrecognised => "date_unrecognised",
            Self::NoSuchDay => "date_no_such_day",
            Self::MonthFirst { .. } => "date_month_first",
            Self::TwoDigitYear => "date_two_digit_year",
            Self::Hijri => "date_hijri",
            Self::YearOutOfRange { .. } => "date_year_out_of_range",
            Self::Serial { .. } => "date_spreadsheet_serial",
        }
    }

    /// The date that was probably meant, to be proposed and never to be taken unasked.
    #[must_use]
    pub fn likely(&self) -> Option<NaiveDate> {
        match self {
            Self::MonthFirst { likely, .. } | Self::Serial { likely } => Some(*likely),
            _ => None,
        }
    }
}

/// Reads a date.
///
/// Understood are `2021-03-04` (also with `/` or `.`), `04/03/2021`, `4-3-2021` and `4.3.2021` with the day first, and month names
/// in French, English and Arabic (Algerian, Egyptian, Moroccan and Levantine), with or without the day of the week; digits
/// may be Arabic-Indic. A time of day behind the date, as exports add it, is ignored.
///
/// ```
/// use chrono::NaiveDate;
/// let day = NaiveDate::from_ymd_opt(2021, 3, 4);
/// for typed in ["2021-03-04", "04/03/2021", "٤/٣/٢٠٢١", "4 mars 2021", "الخميس 4 مارس 2021"] {
///     assert_eq!(text::date::parse(typed).ok(), day);
/// }
/// ```
///
/// # Errors
///
/// A [`DateProblem`] that says what to mend. A bare number of five digits is [`DateProblem::Serial`]: see [`parse_or_serial`].
pub fn parse(typed: &str) -> Result<NaiveDate, DateProblem> {
    let digits = latin_digits(typed);
    let visible: String = digits.chars().filter(|c| !is_invisible(*c)).collect();
    let text = visible.trim();
    if text.is_empty() {
        return Err(DateProblem::Empty);
    }
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return bare_number(text);
    }
    match numeric(without_time(text)) {
        Some(found) => found,
        None => worded(text),
    }
}

/// Reads a date, or the number that a spreadsheet stores for one and that it gives away when a column of dates is saved as text.
///
/// # Errors
///
/// As [`parse`], without [`DateProblem::Serial`].
pub fn parse_or_serial(typed: &str) -> Result<NaiveDate, DateProblem> {
    match parse(typed) {
        Err(DateProblem::Serial { likely }) => Ok(likely),
        other => other,
    }
}

/// The day of a serial number of the 1900 date system (ECMA-376 part 1, 18.17.4.1), the time of day cut off.
///
/// Serial 1 is 1 January 1900. The system believes in 29 February 1900, serial 60: from 61 on, serials run one ahead of the days.
///
/// ```
/// use chrono::NaiveDate;
/// assert_eq!(text::date::from_excel_serial(44259.75).ok(), NaiveDate::from_ymd_opt(2021, 3, 4));
/// ```
///
/// # Errors
///
/// [`DateProblem::NoSuchDay`] for 60, [`DateProblem::Unrecognised`] for anything below 1 or not finite, and
/// [`DateProblem::YearOutOfRange`] past 2199.
pub fn from_excel_serial(serial: f64) -> Result<NaiveDate, DateProblem> {
    /// The last serial of 2199; serials this small are exact in a double.
    const LAST: f64 = 109_574.0;
    if !serial.is_finite() || serial < 1.0 {
        return Err(DateProblem::Unrecognised);
    }
    if serial >= LAST + 1.0 {
        return Err(DateProblem::YearOutOfRange { year: 2200 });
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 1 and LAST
    let days = serial as u64;
    let ahead = match days {
        0..=59 => 0,
        60 => return Err(DateProblem::NoSuchDay),
        _ => 1,
    };
    NaiveDate::from_ymd_opt(1899, 12, 31).and_then(|zero| zero.checked_add_days(Days::new(days - ahead))).ok_or(DateProblem::Unrecognised)
}

/// Cuts off `T00:00:00`, ` 12:30`, `Z` and the like.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else {
        return text;
    };
    let (before, _) = text.split_at(colon);
    before.rfind(['T', 't', ' ', '\u{a0}']).map_or(text, |at| text.split_at(at).0.trim_end())
}

fn bare_number(text: &str) -> Result<NaiveDate, DateProblem> {
    if text.len() != 5 {
        return Err(DateProblem::Unrecognised);
    }
    let serial: f64 = text.parse().map_err(|_| DateProblem::Unrecognised)?;
    from_excel_serial(serial).and_then(|likely| Err(DateProblem::Serial { likely }))
}

/// Three numbers parted by `-`, `/`, `.` or spaces; `None` when the text is anything else.
fn numeric(text: &str) -> Option<Result<NaiveDate, DateProblem>> {
    let (text, hijri) = match text.trim_end_matches(['.', ' ']).strip_suffix('ه').or_else(|| text.strip_suffix("هـ")) {
        Some(rest) => (rest.trim_end(), true),
        None => (text.strip_suffix('م').unwrap_or(text).trim_end(), false),
    };
    let parts: Vec<&str> = text
        .split(|c: char| matches!(c, '-' | '/' | '.' | '\\' | '‐' | '‑' | '–' | '−' | '،') || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let lengths_fit = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !(lengths_fit(a) && lengths_fit(b) && lengths_fit(c)) {
        return None;
    }
    if hijri {
        return Some(Err(DateProblem::Hijri));
    }
    let (year, month, day, day_first) = match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => (a, b, c, false),
        (1..=2, 1..=2, 4) => (c, b, a, true),
        (1..=2, 1..=2, 1..=2) => return Some(Err(DateProblem::TwoDigitYear)),
        _ => return Some(Err(DateProblem::Unrecognised)),
    };
    let (Ok(year), Ok(month), Ok(day)) = (year.parse::<i32>(), month.parse::<u32>(), day.parse::<u32>()) else {
        return Some(Err(DateProblem::Unrecognised));
    };
    let found = civil(year, month, day);
    if found == Err(DateProblem::NoSuchDay)
        && day_first
        && month > 12
        && let Ok(likely) = civil(year, day, month)
    {
        return Some(Err(DateProblem::MonthFirst { month, likely }));
    }
    Some(found)
}

/// A day, a month name and a year in any of the orders that people use.
fn worded(text: &str) -> Result<NaiveDate, DateProblem> {
    let folded = fold(text);
    let mut words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let mut month = None;
    let mut rest = Vec::new();
    while !words.is_empty() {
        if let Some((number, length)) = months::leading(&words) {
            if month.is_some_and(|known| known != number) {
                return Err(DateProblem::Unrecognised);
            }
            month = Some(number);
            words.drain(..length);
        } else {
            rest.push(words.remove(0));
        }
    }
    let Some(month) = month else {
        return Err(DateProblem::Unrecognised);
    };
    let mut numbers: Vec<&str> = Vec::new();
    for word in rest {
        let ordinal = ["er", "st", "nd", "rd", "th", "eme", "e"].iter().find_map(|end| word.strip_suffix(end));
        match ordinal.unwrap_or(word) {
            number if number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty() => numbers.push(number),
            "ه" | "هجري" | "هجريه" => return Err(DateProblem::Hijri),
            _ if months::is_filler(word) => {}
            _ => return Err(DateProblem::Unrecognised),
        }
    }
    let (year, day) = match numbers.as_slice() {
        [day, year] if year.len() == 4 && day.len() <= 2 => (year, day),
        [year, day] if year.len() == 4 && day.len() <= 2 => (year, day),
        [a, b] if a.len() <= 2 && b.len() <= 2 => return Err(DateProblem::TwoDigitYear),
        _ => return Err(DateProblem::Unrecognised),
    };
    let (Ok(year), Ok(day)) = (year.parse(), day.parse()) else {
        return Err(DateProblem::Unrecognised);
    };
    civil(year, month, day)
}

fn civil(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateProblem> {
    if HIJRI_YEARS.contains(&year) {
        return Err(DateProblem::Hijri);
    }
    if !YEARS.contains(&year) {
        return Err(DateProblem::YearOutOfRange { year });
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateProblem::NoSuchDay)
}

#[cfg(test)]
mod tests;
