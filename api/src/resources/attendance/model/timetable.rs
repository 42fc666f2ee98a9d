//! A timetable of the modules of a course over working days. Pure.

use super::SHORTEST;
use crate::kernel::db::types::Instant;
use chrono::{Duration, NaiveDate, NaiveTime};

/// Hours of a day in which there is teaching, by the clock of Algeria.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// From.
    pub from: NaiveTime,
    /// Until.
    pub until: NaiveTime,
}

/// A session of a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The place of the module in the course.
    pub module: usize,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
}

/// The modules one after another, from a first to a last day: each as long as it is taught, cut where the hours of a day end. A piece shorter than a session may be
/// stays with the one before it, and what is left of some hours is left when it is shorter than that.
///
/// # Errors
/// How many minutes did not find a place.
pub fn lay(minutes: &[u32], slots: &[Slot], days: (NaiveDate, NaiveDate), works: impl Fn(NaiveDate) -> bool) -> Result<Vec<Piece>, i64> {
    let days = days.0.iter_days().take_while(|day| *day <= days.1).filter(|day| works(*day));
    let mut free = days.flat_map(|day| slots.iter().map(move |slot| (day, *slot)));
    let mut here: Option<(NaiveDate, Slot)> = free.next();
    let mut pieces = Vec::new();
    for (module, length) in minutes.iter().enumerate() {
        let mut left = i64::from(*length);
        while left > 0 {
            let Some((day, slot)) = here else {
                let later: i64 = minutes.iter().skip(module + 1).map(|length| i64::from(*length)).sum();
                return Err(left + later);
            };
            let room = (slot.until - slot.from).num_minutes();
            if room < SHORTEST {
                here = free.next();
                continue;
            }
            let taken = if left - room < SHORTEST { left } else { room };
            let until = slot.from + Duration::minutes(taken);
            pieces.push(Piece { module, starts_at: Instant::at(day, slot.from), ends_at: Instant::at(day, until) });
            left -= taken;
            let next = |(on, next): (NaiveDate, Slot)| {
                // What ran over takes of the hours that follow.
                let from = if on == day { next.from.max(until) } else { next.from };
                (on, Slot { from, until: next.until.max(from) })
            };
            here = if taken < room { Some((day, Slot { from: until, ..slot })) } else { free.next().map(next) };
        }
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono::{Datelike, Weekday};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn slot(from: &str, until: &str) -> Slot {
        Slot { from: from.parse().unwrap(), until: until.parse().unwrap() }
    }

    fn week(day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Fri | Weekday::Sat)
    }

    #[test]
    fn modules_follow_each_other_over_working_days() {
        // From a Thursday: the weekend is Friday and Saturday.
        let hours = [slot("09:00:00", "12:00:00"), slot("13:00:00", "16:00:00")];
        let pieces = lay(&[240, 180], &hours, (day("2026-06-04"), day("2026-06-08")), week).unwrap();
        let told: Vec<String> = pieces.iter().map(|one| format!("{} {}–{}", one.module, one.starts_at.utc(), one.ends_at.utc())).collect();
        assert_eq!(
            told,
            [
                "0 2026-06-04 08:00:00 UTC–2026-06-04 11:00:00 UTC",
                "0 2026-06-04 12:00:00 UTC–2026-06-04 13:00:00 UTC",
                "1 2026-06-04 13:00:00 UTC–2026-06-04 15:00:00 UTC",
                "1 2026-06-07 08:00:00 UTC–2026-06-07 09:00:00 UTC",
            ]
        );
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let hours = [slot("09:00:00", "12:00:00")];
        assert_eq!(lay(&[240, 60], &hours, (day("2026-06-04"), day("2026-06-06")), week), Err(120));
        assert_eq!(lay(&[60], &[], (day("2026-06-04"), day("2026-06-06")), week), Err(60));
    }

    #[test]
    fn every_minute_is_taught_once_and_nothing_overlaps() {
        let lengths = (0..40_u32).map(|seed| [15 + seed * 37 % 500, 15 + seed * 91 % 700, 15 + seed * 13 % 90]);
        for (seed, minutes) in (0..).zip(lengths) {
            let noon = 9 * 60 + 40 + seed;
            let at = |minute: u32| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
            let hours = [Slot { from: at(9 * 60), until: at(noon) }, Slot { from: at(noon), until: at(15 * 60) }];
            let pieces = lay(&minutes, &hours, (day("2026-06-01"), day("2027-06-01")), week).unwrap();
            let length = |one: &Piece| (one.ends_at.utc() - one.starts_at.utc()).num_minutes();
            for (module, wanted) in minutes.iter().enumerate() {
                let taught: i64 = pieces.iter().filter(|one| one.module == module).map(length).sum();
                assert_eq!(taught, i64::from(*wanted), "{minutes:?} {noon}");
            }
            assert!(pieces.windows(2).all(|two| two[0].ends_at <= two[1].starts_at), "{pieces:?}");
            assert!(pieces.iter().all(|one| week(one.starts_at.day()) && length(one) >= SHORTEST), "{pieces:?}");
        }
    }
}
