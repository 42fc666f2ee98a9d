//! Where the work of an activity stands, as the reports say: the latest report that names it holds. Pure.

use super::{ActivityProgress, ProgressReportInput};
use crate::resources::activities::{self, PlannedActivity};
use chrono::NaiveDate;

/// Where the work of an activity stands.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Standing {
    /// Work done in per cent; none when no report names it.
    pub percent: Option<f64>,
    /// When it began.
    pub start: Option<NaiveDate>,
    /// When it ended.
    pub finish: Option<NaiveDate>,
}

impl Standing {
    /// As the plan has it.
    fn planned(activity: &PlannedActivity) -> Self {
        Self { percent: None, start: activity.actual_start, finish: activity.actual_finish }
    }

    /// Once a report names it. Work measured by its beginning and its end has not begun where no date and no share of it is said; of other
    /// work the dates that are known stay.
    pub fn after(self, entry: &ActivityProgress, measured_by_dates: bool) -> Self {
        let percent = entry.percent.unwrap_or(0.0);
        let begun = !measured_by_dates || entry.actual_finish.is_some() || percent > 0.0;
        Self {
            percent: Some(percent),
            start: entry.actual_start.or(self.start.filter(|_| begun)),
            // Work that is not finished has no finish, whatever was reported before.
            finish: if percent < 100.0 { None } else { entry.actual_finish.or(self.finish) },
        }
    }
}

/// The reports of a project while one of them is written.
pub struct Reports {
    /// The others, earliest first.
    pub others: Vec<ProgressReportInput>,
    /// What the one said before; none when it is new.
    pub replaced: Option<ProgressReportInput>,
}

fn of(report: &ProgressReportInput, id: activities::Id) -> Option<&ActivityProgress> {
    report.progress.iter().find(|entry| entry.activity_id == id)
}

impl Reports {
    /// Where an activity stands before a report of a day. The latest report about it moves on from the plan, which may have been put right by
    /// hand; an earlier one, or one that is corrected, is read again behind those before it.
    pub fn known(&self, activity: &PlannedActivity, day: NaiveDate) -> Standing {
        let named = |report: &ProgressReportInput| of(report, activity.id).is_some();
        let latest = !self.others.iter().any(|report| report.date > day && named(report));
        let known = if latest && !self.replaced.as_ref().is_some_and(named) {
            Standing::planned(activity)
        } else {
            self.read(activity, self.others.iter().filter(|report| report.date < day))
        };
        let so_far = |date: &NaiveDate| *date <= day;
        Standing { start: known.start.filter(so_far), finish: known.finish.filter(so_far), ..known }
    }

    /// Where an activity stands with the report as it is written now.
    pub fn standing(&self, activity: &PlannedActivity, written: &ProgressReportInput) -> Standing {
        let later = self.others.iter().any(|report| report.date > written.date && of(report, activity.id).is_some());
        match of(written, activity.id) {
            Some(entry) if !later => self.known(activity, written.date).after(entry, activity.is_measured_by_dates()),
            _ => {
                let (before, after): (Vec<_>, Vec<_>) = self.others.iter().partition(|report| report.date < written.date);
                self.read(activity, before.into_iter().chain([written]).chain(after))
            }
        }
    }

    /// Reads reports from the beginning: from dates that none of them ever told.
    fn read<'a>(&'a self, activity: &PlannedActivity, reports: impl Iterator<Item = &'a ProgressReportInput>) -> Standing {
        let told = || self.others.iter().chain(&self.replaced).filter_map(|report| of(report, activity.id));
        let planned = Standing::planned(activity);
        let base = Standing {
            start: planned.start.filter(|_| told().all(|entry| entry.actual_start.is_none())),
            finish: planned.finish.filter(|_| told().all(|entry| entry.actual_finish.is_none())),
            ..planned
        };
        reports
            .filter_map(|report| of(report, activity.id))
            .fold(base, |standing, entry| standing.after(entry, activity.is_measured_by_dates()))
    }
}
