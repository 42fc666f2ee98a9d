//! Axes of drawings.

use crate::kernel::language::Language;
use chrono::{Datelike, Days, Months, NaiveDate};
use print::format;
use print::report::Tick;

/// Most names along an axis of days.
const MOST: i64 = 8;

/// A stretch of days.
#[derive(Clone, Copy)]
pub struct Span {
    from: NaiveDate,
    days: i64,
}

impl Span {
    /// From a day to the end of another.
    pub fn new(from: NaiveDate, last: NaiveDate) -> Self {
        Self { from, days: (last - from).num_days().max(0) + 1 }
    }

    /// Where a day begins, 0–1.
    pub fn start(&self, day: NaiveDate) -> f64 {
        ((day - self.from).num_days() as f64 / self.days as f64).clamp(0.0, 1.0)
    }

    /// Where a day ends, 0–1.
    pub fn end(&self, day: NaiveDate) -> f64 {
        (((day - self.from).num_days() + 1) as f64 / self.days as f64).clamp(0.0, 1.0)
    }

    /// Where a day lies, when it does.
    pub fn at(&self, day: NaiveDate) -> Option<f64> {
        (0..self.days).contains(&(day - self.from).num_days()).then(|| self.start(day))
    }

    /// The days that are named: weeks of a short stretch, months or years of a longer one.
    pub fn ticks(&self, language: Language) -> Vec<Tick> {
        if self.days <= 60 {
            let step = (self.days / MOST / 7 + 1) * 7;
            let label = |day: NaiveDate| format!("{:02}/{:02}", day.day(), day.month());
            let days = (0..).map_while(|place| self.from.checked_add_days(Days::new(u64::try_from(place * step).ok()?)));
            return self.named(days, label);
        }
        let months = self.days / 30;
        let decades = (months / MOST / 120 + 1) * 120;
        let step = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|step| months / step < MOST).unwrap_or(decades);
        // Whole quarters and years.
        let first = i64::from(self.from.month0()) / step * step;
        let from = u32::try_from(first).ok().and_then(|month| NaiveDate::from_ymd_opt(self.from.year(), month + 1, 1));
        let days = (0..).map_while(|place| from?.checked_add_months(Months::new(u32::try_from(place * step).ok()?)));
        let label = |day: NaiveDate| match step {
            12.. => day.year().to_string(),
            _ => format!("{} {}", format::month(day.month(), language.into()), day.year()),
        };
        self.named(days, label)
    }

    fn named(&self, days: impl Iterator<Item = NaiveDate>, label: impl Fn(NaiveDate) -> String) -> Vec<Tick> {
        let within = days.take_while(|day| (*day - self.from).num_days() < self.days);
        within.filter_map(|day| Some(Tick { at: self.at(day)?, label: label(day) })).collect()
    }
}

/// Round amounts from nothing up beyond a greatest one, and where that axis ends.
pub fn levels(greatest: i64, language: Language) -> (Vec<Tick>, i64) {
    // 1, 2, 5, 10, 20, 50… dinars.
    let mut steps = (0..=16).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i64.pow(power) * 100));
    let step = steps.find(|step| greatest / step < 5).unwrap_or(i64::MAX);
    let count = greatest / step + 1;
    let top = count.saturating_mul(step);
    let tick = |place: i64| {
        let amount = place.saturating_mul(step);
        Tick { at: amount as f64 / top as f64, label: format::dinars(amount, language.into()) }
    };
    ((0..=count).map(tick).collect(), top)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn labels(from: &str, to: &str) -> Vec<String> {
        Span::new(day(from), day(to)).ticks(Language::French).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn a_short_stretch_is_named_by_weeks_and_a_long_one_by_months_or_years() {
        assert_eq!(labels("2026-06-01", "2026-06-20"), ["01/06", "08/06", "15/06"]);
        assert_eq!(labels("2026-06-01", "2026-06-01"), ["01/06"]);
        assert_eq!(labels("2026-05-20", "2026-09-10"), ["juin 2026", "juillet 2026", "août 2026", "septembre 2026"]);
        assert_eq!(
            labels("2026-11-05", "2028-01-10"),
            ["janvier 2027", "mars 2027", "mai 2027", "juillet 2027", "septembre 2027", "novembre 2027", "janvier 2028"]
        );
        assert!(labels("2000-01-01", "2999-12-31").len() <= 9);
    }

    #[test]
    fn days_lie_within_the_stretch() {
        let span = Span::new(day("2026-06-01"), day("2026-06-10"));
        assert_eq!((span.start(day("2026-06-01")), span.end(day("2026-06-10"))), (0.0, 1.0));
        assert_eq!((span.at(day("2026-06-06")), span.at(day("2026-06-11"))), (Some(0.5), None));
    }

    #[test]
    fn amounts_are_round_few_and_reach_beyond_the_greatest() {
        for greatest in [0, 1, 99, 12_345, 34_000_000, 999_999_999_999, i64::MAX] {
            let (levels, top) = levels(greatest, Language::English);
            assert!((2..=7).contains(&levels.len()), "{greatest}: {levels:?}");
            assert!(top > greatest || top == i64::MAX, "{greatest}: {top}");
        }
        let (levels, top) = levels(34_000_000, Language::English);
        let labels: Vec<&str> = levels.iter().map(|level| level.label.as_str()).collect();
        assert_eq!((labels.as_slice(), top), (["0", "100,000", "200,000", "300,000", "400,000"].as_slice(), 40_000_000));
    }
}
