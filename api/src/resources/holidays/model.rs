use crate::kernel::language::Text;
use chrono::{Datelike, NaiveDate};

crate::id_type!(/// A holiday's row.
    HolidayId);

/// A holiday in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The row it comes from.
    pub id: HolidayId,
    /// What is celebrated, as a code.
    pub code: String,
    /// First day off.
    pub date: NaiveDate,
    /// Last day off.
    pub until: NaiveDate,
    /// Name.
    pub name: Text,
    /// Whether the date may still move.
    pub provisional: bool,
}

/// A holiday as a rule: one date, or the same day every year from a first one on.
#[derive(Debug, Clone)]
pub struct Rule {
    pub id: HolidayId,
    pub code: String,
    pub date: NaiveDate,
    pub until: Option<NaiveDate>,
    pub every_year: bool,
    pub name: Text,
    pub confirmed: bool,
}

impl Rule {
    /// The days off it makes that touch a range of dates.
    pub fn within(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let length = self.until.map_or(0, |until| (until - self.date).num_days().max(0));
        let on = |date: NaiveDate| Occurrence {
            id: self.id,
            code: self.code.clone(),
            date,
            until: date + chrono::Duration::days(length),
            name: self.name.clone(),
            provisional: !self.confirmed,
        };
        let dates: Vec<NaiveDate> = if self.every_year {
            (from.year() - 1..=to.year()).filter_map(|year| self.date.with_year(year)).filter(|date| *date >= self.date).collect()
        } else {
            vec![self.date]
        };
        dates.into_iter().map(on).filter(|found| found.date <= to && found.until >= from).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule(date: &str, until: Option<&str>, every_year: bool) -> Rule {
        let name = Text { ar: "عطلة".into(), fr: None, en: None };
        let id = HolidayId(uuid::Uuid::nil());
        Rule { id, code: "x".into(), date: day(date), until: until.map(day), every_year, name, confirmed: true }
    }

    #[test]
    fn a_yearly_holiday_falls_once_a_year_and_not_before_it_was_made_one() {
        let yennayer = rule("2018-01-12", None, true);
        let found = yennayer.within(day("2017-01-01"), day("2020-01-12"));
        let dates: Vec<NaiveDate> = found.iter().map(|one| one.date).collect();
        assert_eq!(dates, [day("2018-01-12"), day("2019-01-12"), day("2020-01-12")]);
    }

    #[test]
    fn a_holiday_of_several_days_that_has_begun_still_counts() {
        let feast = rule("2026-03-20", Some("2026-03-22"), false);
        assert_eq!(feast.within(day("2026-03-22"), day("2026-04-01")).len(), 1);
        assert_eq!(feast.within(day("2026-03-23"), day("2026-04-01")).len(), 0);
    }
}
