//! The line on which instants lie during the passes.
//!
//! With one calendar an instant is a number of working minutes from the project's start and the passes are integer additions.
//! With several, it is a civil minute and each step asks a calendar. The passes are written once, over [`Axis`].

use crate::calendar::WorkingTime;

/// Arithmetic of instants. `None` means the schedule left the hundred years a calendar covers.
pub trait Axis {
    /// When an activity that starts at `start` has worked `work` minutes.
    fn finish(&self, activity: usize, start: i64, work: i64) -> Option<i64>;
    /// When an activity must start to have worked `work` minutes at `finish`.
    fn start(&self, activity: usize, finish: i64, work: i64) -> Option<i64>;
    /// The first instant at or after `instant` at which the activity works.
    fn opening(&self, activity: usize, instant: i64) -> Option<i64>;
    /// `lag` working minutes of the project's calendar after an instant.
    fn after(&self, instant: i64, lag: i64) -> Option<i64>;
    /// The latest instant to which `lag` can be added without passing `instant`.
    fn before(&self, instant: i64, lag: i64) -> Option<i64>;
    /// Working minutes of the activity's calendar from one instant to another.
    fn between(&self, activity: usize, from: i64, to: i64) -> Option<i64>;
    /// Working minutes of the project's calendar since the project's start.
    fn offset(&self, instant: i64) -> Option<i64>;
    /// The civil minute to show for a start.
    fn start_date(&self, activity: usize, instant: i64) -> Option<i64>;
    /// The civil minute to show for a finish.
    fn finish_date(&self, activity: usize, instant: i64) -> Option<i64>;
}

/// Largest offset from the project's start: a hundred years, night and day.
pub const MAX_OFFSET: i64 = 100 * 366 * 1440;

/// One calendar for everything: instants are working minutes from the project's start.
#[derive(Debug)]
pub struct Uniform {
    /// The calendar and the working minutes before the project's start, when the project has a start date.
    pub calendar: Option<(WorkingTime, i64)>,
}

fn bounded(offset: i64) -> Option<i64> {
    (-MAX_OFFSET..=MAX_OFFSET).contains(&offset).then_some(offset)
}

impl Axis for Uniform {
    fn finish(&self, _: usize, start: i64, work: i64) -> Option<i64> {
        bounded(start + work)
    }

    fn start(&self, _: usize, finish: i64, work: i64) -> Option<i64> {
        bounded(finish - work)
    }

    fn opening(&self, _: usize, instant: i64) -> Option<i64> {
        Some(instant)
    }

    fn after(&self, instant: i64, lag: i64) -> Option<i64> {
        bounded(instant + lag)
    }

    fn before(&self, instant: i64, lag: i64) -> Option<i64> {
        bounded(instant - lag)
    }

    fn between(&self, _: usize, from: i64, to: i64) -> Option<i64> {
        Some(to - from)
    }

    fn offset(&self, instant: i64) -> Option<i64> {
        Some(instant)
    }

    fn start_date(&self, _: usize, instant: i64) -> Option<i64> {
        let (calendar, origin) = self.calendar.as_ref()?;
        calendar.as_start(origin + instant)
    }

    fn finish_date(&self, _: usize, instant: i64) -> Option<i64> {
        let (calendar, origin) = self.calendar.as_ref()?;
        calendar.as_finish(origin + instant)
    }
}

/// Activities with calendars of their own: instants are civil minutes.
#[derive(Debug)]
pub struct Mixed {
    /// The project's calendar first, then the others.
    pub calendars: Vec<WorkingTime>,
    /// For each activity, its calendar.
    pub of: Vec<u32>,
    /// Working minutes of the project's calendar before the project's start.
    pub origin: i64,
}

impl Mixed {
    fn own(&self, activity: usize) -> Option<&WorkingTime> {
        self.calendars.get(*self.of.get(activity)? as usize)
    }
}

impl Axis for Mixed {
    fn finish(&self, activity: usize, start: i64, work: i64) -> Option<i64> {
        if work == 0 {
            return Some(start);
        }
        let calendar = self.own(activity)?;
        calendar.as_finish(calendar.worked(start)? + work)
    }

    fn start(&self, activity: usize, finish: i64, work: i64) -> Option<i64> {
        if work == 0 {
            return Some(finish);
        }
        let calendar = self.own(activity)?;
        calendar.as_start(calendar.worked(finish)? - work)
    }

    fn opening(&self, activity: usize, instant: i64) -> Option<i64> {
        let calendar = self.own(activity)?;
        calendar.as_start(calendar.worked(instant)?)
    }

    fn after(&self, instant: i64, lag: i64) -> Option<i64> {
        if lag == 0 {
            return Some(instant);
        }
        let calendar = self.calendars.first()?;
        calendar.as_finish(calendar.worked(instant)? + lag)
    }

    fn before(&self, instant: i64, lag: i64) -> Option<i64> {
        if lag == 0 {
            return Some(instant);
        }
        let calendar = self.calendars.first()?;
        calendar.as_start(calendar.worked(instant)? - lag)
    }

    fn between(&self, activity: usize, from: i64, to: i64) -> Option<i64> {
        let calendar = self.own(activity)?;
        Some(calendar.worked(to)? - calendar.worked(from)?)
    }

    fn offset(&self, instant: i64) -> Option<i64> {
        Some(self.calendars.first()?.worked(instant)? - self.origin)
    }

    fn start_date(&self, activity: usize, instant: i64) -> Option<i64> {
        self.opening(activity, instant)
    }

    fn finish_date(&self, activity: usize, instant: i64) -> Option<i64> {
        let calendar = self.own(activity)?;
        calendar.as_finish(calendar.worked(instant)?)
    }
}
