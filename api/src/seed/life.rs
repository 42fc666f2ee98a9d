//! The steps of a demonstration file through its states.

use super::file::{self, TODAY, days};
use super::names::one;
use super::words::{DISSOLUTIONS, REINSTATEMENTS, RETURNS, SUSPENSIONS};
use crate::kernel::db::types::Instant;
use crate::resources::associations::material::{AssociationInput, Remark, Status};
use chrono::NaiveDate;
use fastrand::Rng;

/// A step.
pub struct Step {
    /// When.
    pub at: Instant,
    /// To which state.
    pub to: Status,
    /// Why.
    pub reason: Option<&'static str>,
    /// What to mend.
    pub remarks: Option<Vec<Remark>>,
}

impl Step {
    /// Whether the chamber, or the ministry, took it, and not the association.
    pub fn by_chamber(&self) -> bool {
        !matches!(self.to, Status::Draft | Status::Submitted)
    }
}

/// On which day the platform opened.
const OPENED: NaiveDate = match NaiveDate::from_ymd_opt(2023, 2, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The way of the file of a number. A second entry of an association never got far.
pub fn life(number: u64, input: &AssociationInput, second_entry: bool) -> Vec<Step> {
    let rng = &mut file::rng(number ^ 0x11fe);
    let end = match (number, rng.u32(..100)) {
        (1, _) => Status::Verified,
        (_, 0..50) if second_entry => Status::Submitted,
        (_, _) if second_entry => Status::Verified,
        (_, 0..70) => Status::Verified,
        (_, 70..80) => Status::Submitted,
        (_, 80..86) => Status::Returned,
        (_, 86..92) => Status::Draft,
        (_, 92..96) => Status::Suspended,
        _ => Status::Dissolved,
    };
    let mut way = Way { rng, steps: Vec::new(), day: NaiveDate::MIN };
    if matches!(end, Status::Draft | Status::Submitted | Status::Returned) {
        way.day = days(TODAY, -way.rng.i64(22..70));
    } else {
        let earliest = input.founded_on.map_or(OPENED, |founded| days(founded, 50)).max(OPENED);
        let latest = days(TODAY, -70);
        way.day = days(earliest, way.rng.i64(0..=(latest - earliest).num_days().max(0)));
    }
    way.step(Status::Draft, None);
    if end == Status::Draft {
        return way.steps;
    }
    way.after(0..6, Status::Submitted, None);
    if end == Status::Returned || way.rng.u32(..100) < 20 {
        way.sent_back();
        if end == Status::Returned {
            return way.steps;
        }
        way.after(1..5, Status::Submitted, None);
    }
    if end == Status::Submitted {
        return way.steps;
    }
    way.after(1..12, Status::Verified, None);
    if end == Status::Verified && way.rng.u32(..100) < 5 {
        way.later(Status::Suspended, SUSPENSIONS);
        way.later(Status::Verified, REINSTATEMENTS);
    }
    if end == Status::Suspended || (end == Status::Dissolved && way.rng.bool()) {
        way.later(Status::Suspended, SUSPENSIONS);
    }
    if end == Status::Dissolved {
        way.later(Status::Dissolved, DISSOLUTIONS);
    }
    way.steps
}

struct Way<'r> {
    rng: &'r mut Rng,
    steps: Vec<Step>,
    day: NaiveDate,
}

impl Way<'_> {
    fn step(&mut self, to: Status, reason: Option<&'static str>) {
        // Later steps of a day come later in it.
        let minute = self.rng.i64(0..80) + 90 * self.steps.len() as i64;
        self.steps.push(Step { at: file::at(self.day, minute), to, reason, remarks: None });
    }
    fn after(&mut self, days_later: std::ops::Range<i64>, to: Status, reason: Option<&'static str>) {
        self.day = days(self.day, self.rng.i64(days_later)).min(days(TODAY, -1));
        self.step(to, reason);
    }
    /// Months later, or as late as there is time.
    fn later(&mut self, to: Status, reasons: &'static [&'static str]) {
        let reason = *one(self.rng, reasons);
        let left = (TODAY - self.day).num_days();
        self.after(left / 4..left / 2 + 1, to, Some(reason));
    }
    fn sent_back(&mut self) {
        let (reason, pointer, text) = *one(self.rng, RETURNS);
        self.after(1..8, Status::Returned, Some(reason));
        if let Some(step) = self.steps.last_mut() {
            step.remarks = Some(vec![Remark { pointer: pointer.to_owned(), text: text.to_owned() }]);
        }
    }
}
