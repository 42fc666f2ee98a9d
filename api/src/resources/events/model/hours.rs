//! When the doors are open. Pure.

use super::{EventInput, MOST_DAYS};
use crate::kernel::language::Phrase;
use crate::kernel::validate::{Fault, Faults, Sentence};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

/// When the doors are open: on one day, or on every day that has no hours of its own. A day may have several, which do not overlap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// The day; every other day when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// The doors open, hours and minutes in Algeria.
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", examples("09:00"))]
    pub opens: String,
    /// The doors close; before the hour they open, that is on the day after.
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", examples("19:00"))]
    pub closes: String,
}

/// Hours and minutes; the contract has seen to the format.
pub fn time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

static OVERLAP: Sentence = Sentence {
    code: "hours_overlap",
    phrase: Phrase {
        ar: "تتداخل ساعات الفتح يوم {}، صححوها أو احذفوا بعضها.",
        fr: "Des heures d’ouverture se chevauchent le {} : corrigez-les ou retirez-en.",
        en: "Opening hours overlap on {}: correct them or leave some out.",
    },
};

/// One time the doors are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opening {
    /// They open.
    pub opens: NaiveDateTime,
    /// They close, past midnight on the day after.
    pub closes: NaiveDateTime,
    /// The hours it follows from, by their place.
    pub of: usize,
}

impl OpeningHours {
    /// Whether the doors close on the day after they open.
    pub fn past_midnight(&self) -> bool {
        time(&self.closes) < time(&self.opens)
    }

    fn on(&self, day: NaiveDate, of: usize) -> Option<Opening> {
        let close = if self.past_midnight() { day.succ_opt()? } else { day };
        Some(Opening { opens: day.and_time(time(&self.opens)?), closes: close.and_time(time(&self.closes)?), of })
    }
}

/// Every time the doors of an event are open, first first.
pub fn openings(input: &EventInput) -> Vec<Opening> {
    let days = input.starts_on.iter_days().take_while(|day| *day <= input.ends_on).take(usize::try_from(MOST_DAYS).unwrap_or(usize::MAX));
    let of = |day: NaiveDate| {
        let own = input.hours.iter().any(|hours| hours.on == Some(day));
        let those = input.hours.iter().enumerate().filter(move |(_, hours)| if own { hours.on == Some(day) } else { hours.on.is_none() });
        those.filter_map(move |(place, hours)| hours.on(day, place))
    };
    let mut all: Vec<Opening> = days.flat_map(of).collect();
    all.sort_unstable();
    all
}

/// Whether the evening of a day lasts past midnight, until some hour or longer.
pub fn lasts_until(input: &EventInput, day: NaiveDate, hour: &str) -> bool {
    let late = |opening: &Opening| opening.closes.date() > day && time(hour).is_some_and(|hour| hour <= opening.closes.time());
    openings(input).iter().filter(|opening| opening.opens.date() == day).any(late)
}

/// Notes hours that are open at the same time as others, each once, with the first day it happens.
pub fn check_overlaps(input: &EventInput, faults: &mut Faults) {
    let (mut until, mut noted) = (None::<Opening>, HashSet::new());
    for opening in openings(input) {
        match until.filter(|before| opening.opens < before.closes) {
            Some(before) => {
                let later = opening.of.max(before.of);
                if noted.insert(later) {
                    faults.expecting(format!("/hours/{later}/opens"), Fault::Of(&OVERLAP), opening.opens.date());
                }
                until = Some(if opening.closes > before.closes { opening } else { before });
            }
            None => until = Some(opening),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{check_dates, tests::salon};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_programme_goes_on_past_midnight_while_the_doors_are_open() {
        let late = OpeningHours { on: None, opens: "20:00".into(), closes: "02:00".into() };
        let evening = EventInput { hours: vec![late], ..salon() };
        let first = evening.starts_on;
        assert!(lasts_until(&evening, first, "01:00") && lasts_until(&evening, first, "02:00"));
        assert!(!lasts_until(&evening, first, "02:30"), "they are closed then");
        assert!(!lasts_until(&salon(), first, "01:00"), "they close on the day they open");
    }

    #[test]
    fn evenings_past_midnight_and_two_openings_a_day_are_fine_and_overlaps_are_named() {
        let hours =
            |on: Option<&str>, opens: &str, closes: &str| OpeningHours { on: on.map(day), opens: opens.into(), closes: closes.into() };
        let with = |hours: Vec<OpeningHours>| EventInput { hours, ..salon() };
        let fine = with(vec![hours(None, "09:00", "12:00"), hours(None, "21:00", "02:00"), hours(Some("2026-10-07"), "10:00", "13:00")]);
        let named = |input: &EventInput| {
            let mut faults = Faults::default();
            check_dates(input, &mut faults);
            faults.into_vec().into_iter().map(|fault| (fault.pointer, fault.fault.as_str(), fault.expected)).collect::<Vec<_>>()
        };
        assert!(named(&fine).is_empty());
        let all = openings(&fine);
        assert_eq!(all.len(), 9, "one day has hours of its own");
        let last = all[8];
        assert_eq!((last.opens.to_string(), last.closes.to_string()), ("2026-10-09 21:00:00".into(), "2026-10-10 02:00:00".into()));
        let next_day = with(vec![hours(None, "21:00", "02:00"), hours(Some("2026-10-08"), "01:30", "12:00")]);
        assert_eq!(named(&next_day), [("/hours/1/opens".to_owned(), "hours_overlap", "2026-10-08".to_owned())]);
        let twice = with(vec![hours(None, "09:00", "12:00"), hours(None, "11:00", "14:00")]);
        assert_eq!(named(&twice), [("/hours/1/opens".to_owned(), "hours_overlap", "2026-10-05".to_owned())]);
        assert!(named(&with(vec![hours(None, "09:00", "12:00"), hours(None, "12:00", "14:00")])).is_empty(), "one after the other");
    }
}
