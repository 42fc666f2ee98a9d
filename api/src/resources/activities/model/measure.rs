//! How the work of an activity is measured: what a progress report says of it, and the share of the work that follows.
//!
//! The methods are those of earned value management (Project Management Institute, *Practice Standard for Earned Value Management*):
//! weighted milestones, fixed formula 0/100 and 50/50, units complete, per cent complete.

use crate::kernel::language::Text;
use crate::kernel::validate::{Fault, Faults};
use chrono::NaiveDate;
use planning::earned_value::ProgressMethod;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

/// A step of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WeightedStep {
    /// Its short name in the activity; reports name it.
    #[schema(min_length = 1, max_length = 40, pattern = r"^\S(.*\S)?$", examples("1"))]
    pub code: String,
    /// Names; Arabic is required.
    pub name: Text,
    /// Its share of the work, in any unit.
    #[schema(exclusive_minimum = 0.0, maximum = 1_000_000.0)]
    pub weight: f64,
}

/// How the work of an activity is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkMeasure {
    /// `percent`, `zero_hundred` (nothing until it is finished), `fifty_fifty` (half when it starts), `milestones` or `units`.
    pub method: ProgressMethod,
    /// The steps, for `milestones`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 50)]
    pub steps: Vec<WeightedStep>,
    /// Units planned in all, for `units`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(exclusive_minimum = 0.0, maximum = 1_000_000_000.0)]
    pub units_planned: Option<f64>,
    /// What the units are, for `units`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 60, examples("قطعة"))]
    pub unit: Option<String>,
}

/// What a report says of the work of an activity.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// In per cent.
    pub percent: Option<f64>,
    /// In units, all together.
    pub units: Option<f64>,
    /// Codes of the steps reached.
    pub steps: Vec<String>,
    /// When it began.
    pub start: Option<NaiveDate>,
    /// When it ended.
    pub finish: Option<NaiveDate>,
}

impl WorkMeasure {
    /// What is wrong with a measure.
    pub fn check(&self, pointer: &str, faults: &mut Faults) {
        let mut seen = HashSet::new();
        for (index, step) in self.steps.iter().enumerate() {
            if !seen.insert(&step.code) {
                faults.add(format!("{pointer}/steps/{index}/code"), Fault::Repeated);
            }
        }
        match (self.method, self.steps.is_empty(), self.units_planned) {
            (ProgressMethod::Milestones, true, _) => faults.add(format!("{pointer}/steps"), Fault::Required),
            (ProgressMethod::Units, _, None) => faults.add(format!("{pointer}/units_planned"), Fault::Required),
            _ => {}
        }
        if self.method != ProgressMethod::Milestones && !self.steps.is_empty() {
            faults.expecting(format!("{pointer}/steps"), Fault::TooMany, 0);
        }
        if self.method != ProgressMethod::Units && self.units_planned.is_some() {
            faults.expecting(format!("{pointer}/units_planned"), Fault::NotAllowed, "null");
        }
    }
}

/// The work done in per cent, by the measure of the activity; per cent is the measure of one that has none. Members that another measure
/// needs are refused, so that nothing that was said is lost; per cent may be said where it is what follows anyway.
pub fn percent(measure: Option<&WorkMeasure>, work: &Work, pointer: &str, faults: &mut Faults) -> f64 {
    let method = measure.map_or(ProgressMethod::Percent, |measure| measure.method);
    let unused = [("units", ProgressMethod::Units, work.units.is_some()), ("steps", ProgressMethod::Milestones, !work.steps.is_empty())];
    for (member, of, said) in unused {
        if said && method != of {
            faults.expecting(format!("{pointer}/{member}"), Fault::NotAllowed, "null");
        }
    }
    let mut needed = |value: Option<f64>, member: &str| {
        value.unwrap_or_else(|| {
            faults.add(format!("{pointer}/{member}"), Fault::Required);
            0.0
        })
    };
    let share = match method {
        ProgressMethod::Percent => needed(work.percent, "percent"),
        ProgressMethod::ZeroHundred => f64::from(u8::from(work.finish.is_some())) * 100.0,
        ProgressMethod::FiftyFifty => {
            f64::from(u8::from(work.start.is_some() || work.finish.is_some()) + u8::from(work.finish.is_some())) * 50.0
        }
        ProgressMethod::Units => {
            let planned = measure.and_then(|measure| measure.units_planned).unwrap_or(f64::INFINITY);
            (needed(work.units, "units") / planned * 100.0).min(100.0)
        }
        ProgressMethod::Milestones => {
            let steps = measure.map(|measure| measure.steps.as_slice()).unwrap_or_default();
            for (index, code) in work.steps.iter().enumerate() {
                if !steps.iter().any(|step| step.code == *code) {
                    faults.expecting(format!("{pointer}/steps/{index}"), Fault::NoSuch, code);
                }
            }
            let reached: f64 = steps.iter().filter(|step| work.steps.contains(&step.code)).map(|step| step.weight).sum();
            let all: f64 = steps.iter().map(|step| step.weight).sum();
            if all > 0.0 { reached / all * 100.0 } else { 0.0 }
        }
    };
    if work.percent.is_some_and(|percent| (percent - share).abs() > 0.01) {
        faults.expecting(format!("{pointer}/percent"), Fault::NotAllowed, share);
    }
    share
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn measure(method: ProgressMethod) -> WorkMeasure {
        let step = |code: &str, weight| WeightedStep { code: code.into(), name: Text { ar: code.into(), fr: None, en: None }, weight };
        let milestones = method == ProgressMethod::Milestones;
        WorkMeasure {
            method,
            steps: if milestones { vec![step("a", 1.0), step("b", 3.0)] } else { Vec::new() },
            units_planned: (method == ProgressMethod::Units).then_some(40.0),
            unit: None,
        }
    }

    fn said(method: ProgressMethod, work: &Work) -> (f64, bool) {
        let mut faults = Faults::default();
        let measure = measure(method);
        measure.check("", &mut faults);
        (percent(Some(&measure), work, "", &mut faults), faults.finish().is_ok())
    }

    #[test]
    fn each_measure_gives_its_share_of_the_work() {
        let day = NaiveDate::from_ymd_opt(2026, 5, 4);
        let begun = Work { start: day, ..Work::default() };
        let ended = Work { start: day, finish: day, ..Work::default() };
        assert_eq!(said(ProgressMethod::Percent, &Work { percent: Some(30.0), ..Work::default() }), (30.0, true));
        assert_eq!(said(ProgressMethod::ZeroHundred, &begun), (0.0, true));
        assert_eq!(said(ProgressMethod::ZeroHundred, &ended), (100.0, true));
        assert_eq!(said(ProgressMethod::FiftyFifty, &Work::default()), (0.0, true));
        assert_eq!(said(ProgressMethod::FiftyFifty, &begun), (50.0, true));
        assert_eq!(said(ProgressMethod::FiftyFifty, &ended), (100.0, true));
        assert_eq!(said(ProgressMethod::Units, &Work { units: Some(10.0), ..Work::default() }), (25.0, true));
        assert_eq!(said(ProgressMethod::Units, &Work { units: Some(50.0), ..Work::default() }), (100.0, true), "more than planned is all");
        assert_eq!(said(ProgressMethod::Milestones, &Work { steps: vec!["b".into()], ..Work::default() }), (75.0, true));
        assert_eq!(said(ProgressMethod::Milestones, &Work::default()), (0.0, true));
    }

    #[test]
    fn what_another_measure_needs_is_refused() {
        assert!(!said(ProgressMethod::Percent, &Work::default()).1);
        assert!(!said(ProgressMethod::Units, &Work { percent: Some(5.0), ..Work::default() }).1);
        assert!(!said(ProgressMethod::Milestones, &Work { steps: vec!["c".into()], ..Work::default() }).1);
        let mut faults = Faults::default();
        WorkMeasure { steps: measure(ProgressMethod::Milestones).steps, ..measure(ProgressMethod::Percent) }.check("", &mut faults);
        assert!(faults.finish().is_err());
    }
}
