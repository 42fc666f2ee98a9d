//! Microsoft Project's XML (MSPDI): tasks, links and calendars, in and out.

use super::files::{FileFault, ImportRemark, Read};
use super::mspdi_fields::Known;
use super::xml::Element;
use super::{ActivityInput, Predecessor, ProjectCalendar};
use crate::kernel::language::Text;
use planning::calendar::{Calendar, ClockTime, Exception, Hours, Weekday};
use planning::moment::{Moment, clock_minutes};
use planning::network::{Constraint, ConstraintKind, LinkKind};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Kinds of constraints by their number in a file; 0, as soon as possible, is none.
pub const CONSTRAINTS: [(i64, ConstraintKind); 7] = [
    (1, ConstraintKind::AsLateAsPossible),
    (2, ConstraintKind::MustStartOn),
    (3, ConstraintKind::MustFinishOn),
    (4, ConstraintKind::StartNoEarlierThan),
    (5, ConstraintKind::StartNoLaterThan),
    (6, ConstraintKind::FinishNoEarlierThan),
    (7, ConstraintKind::FinishNoLaterThan),
];
/// Kinds of links by their number in a file.
pub const LINKS: [(i64, LinkKind); 4] =
    [(0, LinkKind::FinishToFinish), (1, LinkKind::FinishToStart), (2, LinkKind::StartToFinish), (3, LinkKind::StartToStart)];
/// Days of the week by their number in a file.
pub const DAYS: [(i64, Weekday); 7] = [
    (1, Weekday::Sunday),
    (2, Weekday::Monday),
    (3, Weekday::Tuesday),
    (4, Weekday::Wednesday),
    (5, Weekday::Thursday),
    (6, Weekday::Friday),
    (7, Weekday::Saturday),
];
/// Formats of lags that are a share of the predecessor's duration, and those that count nights and weekends.
const PERCENT: [i64; 4] = [19, 20, 51, 52];
const ELAPSED: [i64; 10] = [4, 6, 8, 10, 12, 36, 38, 40, 42, 44];

/// Reads a project file.
///
/// # Errors
/// Every fault that keeps the file from being taken.
pub fn read(root: &Element) -> Result<Read, Vec<FileFault>> {
    let Some(tasks) = root.child("Tasks").filter(|_| root.name == "Project") else {
        return Err(vec![FileFault::new("", "not_a_project", root.name.clone())]);
    };
    let mut read = Read::default();
    let named: HashSet<&str> = tasks.all("Task").filter_map(|task| task.get("UID")).collect();
    let kept: Vec<&Element> = tasks.all("Task").filter(|task| keeps(task, &mut read.remarks)).collect();
    let codes = codes(&kept);
    let (calendars, known) = (Calendars::read(root), Known::of(root));
    let mut faults = Vec::new();
    for (index, task) in kept.iter().enumerate() {
        let context = Context { index, codes: &codes, named: &named, calendars: &calendars, known: &known };
        read.activities.push(context.activity(task, &mut read.remarks, &mut faults));
    }
    read.working_time = calendars.working_time(&read.activities);
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

fn name(task: &Element) -> String {
    task.get("Name").or(task.get("WBS")).or(task.get("UID")).unwrap_or_default().to_owned()
}

fn keeps(task: &Element, remarks: &mut Vec<ImportRemark>) -> bool {
    let remark = if task.is("IsNull") || task.number("UID") == Some(0) {
        return false;
    } else if task.is("Summary") {
        "summary_task"
    } else if task.get("Active") == Some("0") {
        "inactive_task"
    } else {
        return true;
    };
    remarks.push(ImportRemark { code: remark, activity: name(task) });
    false
}

/// The code of each task, by its UID: the outline code where those tell the tasks apart, the UID otherwise.
fn codes(tasks: &[&Element]) -> HashMap<String, String> {
    let outline: Vec<&str> = tasks.iter().filter_map(|task| task.get("WBS")).filter(|code| code.chars().count() <= 40).collect();
    let distinct: HashSet<&str> = outline.iter().copied().collect();
    let by_outline = distinct.len() == tasks.len();
    let code = |task: &Element| {
        let uid = task.get("UID")?.to_owned();
        let code = if by_outline { task.get("WBS").unwrap_or_default().to_owned() } else { uid.clone() };
        Some((uid, code))
    };
    tasks.iter().filter_map(|task| code(task)).collect()
}

struct Context<'a> {
    index: usize,
    codes: &'a HashMap<String, String>,
    /// The UIDs of all tasks of the file, also of those that are not kept.
    named: &'a HashSet<&'a str>,
    calendars: &'a Calendars,
    known: &'a Known<'a>,
}

impl Context<'_> {
    fn activity(&self, task: &Element, remarks: &mut Vec<ImportRemark>, faults: &mut Vec<FileFault>) -> ActivityInput {
        let called = name(task);
        let uid = task.get("UID").unwrap_or_default();
        let duration = match task.get("Duration") {
            Some(text) => minutes(text).unwrap_or_else(|| {
                faults.push(self.fault("duration_minutes", "wrong_duration", &called, text));
                0
            }),
            None => 0,
        };
        let milestone = duration == 0;
        let mut date = |field: &str, pointer: &str| -> Option<Moment> {
            let text = task.get(field).filter(|text| *text != "NA")?;
            let parsed = text.parse().ok();
            if parsed.is_none() {
                faults.push(self.fault(pointer, "wrong_date", &called, text));
            }
            parsed
        };
        let (deadline, actual_start) = (date("Deadline", "deadline"), date("ActualStart", "actual_start"));
        let (actual_finish, at) = (date("ActualFinish", "actual_finish"), date("ConstraintDate", "constraint"));
        let kind = task.number("ConstraintType").and_then(|number| CONSTRAINTS.iter().find(|(known, _)| *known == number));
        let constraint = kind.map(|(_, kind)| Constraint {
            kind: *kind,
            at: at.filter(|_| *kind != ConstraintKind::AsLateAsPossible),
            offset_minutes: None,
        });
        let [fr, en] = self.known.names(task);
        ActivityInput {
            id: None,
            code: self.codes.get(uid).cloned().unwrap_or_default(),
            name: Text { ar: called.clone(), fr, en },
            duration_days: None,
            duration_minutes: (!milestone).then_some(duration),
            estimate: self.known.estimate(task),
            milestone,
            predecessors: task.all("PredecessorLink").filter_map(|link| self.link(link, &called, remarks, faults)).collect(),
            constraint,
            deadline,
            calendar: self.calendars.of(task),
            measure: None,
            percent_done: task.number("PercentComplete").filter(|percent| *percent > 0).map(|percent| percent as f64),
            actual_start,
            actual_finish,
            note: task.get("Notes").map(str::to_owned),
        }
    }

    fn fault(&self, field: &str, code: &'static str, activity: &str, value: &str) -> FileFault {
        FileFault::new(format!("/activities/{}/{field}", self.index), code, format!("{activity} · {value}"))
    }

    fn link(&self, link: &Element, activity: &str, remarks: &mut Vec<ImportRemark>, faults: &mut Vec<FileFault>) -> Option<Predecessor> {
        let mut remark = |code| remarks.push(ImportRemark { code, activity: activity.to_owned() });
        if link.is("CrossProject") {
            remark("link_to_another_project");
            return None;
        }
        let before = link.get("PredecessorUID").unwrap_or_default();
        if !self.named.contains(before) {
            faults.push(self.fault("predecessors", "unknown_predecessor", activity, before));
            return None;
        }
        let Some(code) = self.codes.get(before) else {
            remark("link_to_summary");
            return None;
        };
        let format = link.number("LagFormat").unwrap_or(7);
        // Lags are written in tenths of a minute.
        let mut lag = link.number("LinkLag").unwrap_or(0) / 10;
        if PERCENT.contains(&format) {
            remark("lag_in_percent");
            lag = 0;
        } else if lag != 0 && ELAPSED.contains(&format) {
            remark("lag_in_elapsed_time");
        }
        let kind = link.number("Type").and_then(|number| LINKS.iter().find(|(known, _)| *known == number));
        Some(Predecessor {
            code: code.clone(),
            kind: kind.map_or(LinkKind::FinishToStart, |(_, kind)| *kind),
            lag_days: None,
            lag_minutes: Some(lag).filter(|lag| *lag != 0),
        })
    }
}

/// Minutes of an ISO 8601 duration such as `PT16H30M0S`.
pub fn minutes(text: &str) -> Option<i64> {
    let rest = text.strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut total: i64 = match days {
        "" => 0,
        days => days.strip_suffix('D')?.parse::<i64>().ok()?.checked_mul(1440)?,
    };
    let mut number = String::new();
    for c in time.chars() {
        match c {
            '0'..='9' | '.' => number.push(c),
            'H' | 'M' | 'S' => {
                let value: f64 = std::mem::take(&mut number).parse().ok()?;
                let part = value
                    * match c {
                        'H' => 60.0,
                        'M' => 1.0,
                        _ => 1.0 / 60.0,
                    };
                total = total.checked_add((0.0..=1e9).contains(&part).then_some(part.round() as i64)?)?;
            }
            _ => return None,
        }
    }
    number.is_empty().then_some(total)
}

/// The calendars of a file.
#[derive(Default)]
struct Calendars {
    by_uid: HashMap<String, (String, Calendar)>,
    default: Option<String>,
}

impl Calendars {
    fn read(root: &Element) -> Self {
        let all: Vec<&Element> = root.child("Calendars").into_iter().flat_map(|list| list.all("Calendar")).collect();
        let by_uid = all.iter().filter_map(|calendar| {
            let uid = calendar.get("UID")?.to_owned();
            let base = all.iter().find(|other| calendar.child("WeekDays").is_none() && other.get("UID") == calendar.get("BaseCalendarUID"));
            let read = working_time(calendar, base.unwrap_or(calendar));
            Some((uid, (calendar.get("Name").unwrap_or("calendar").chars().take(60).collect(), read)))
        });
        Self { by_uid: by_uid.collect(), default: root.get("CalendarUID").map(str::to_owned) }
    }

    /// The name of the calendar of a task, when it is not the project's.
    fn of(&self, task: &Element) -> Option<String> {
        let uid = task.get("CalendarUID").filter(|uid| *uid != "-1" && Some(*uid) != self.default.as_deref())?;
        self.by_uid.get(uid).map(|(name, _)| name.clone())
    }

    fn working_time(&self, activities: &[ActivityInput]) -> Option<ProjectCalendar> {
        let (_, calendar) = self.by_uid.get(self.default.as_deref()?)?;
        let used: HashSet<&str> = activities.iter().filter_map(|activity| activity.calendar.as_deref()).collect();
        let others = self.by_uid.values().filter(|(name, _)| used.contains(name.as_str()));
        Some(ProjectCalendar {
            calendar: calendar.clone(),
            calendars: others.cloned().collect(),
            // A file that names days off names all of them.
            public_holidays: calendar.exceptions.is_empty() && calendar.holidays.is_empty(),
        })
    }
}

fn hours(place: &Element) -> Vec<Hours> {
    let times = place.child("WorkingTimes").into_iter().flat_map(|list| list.all("WorkingTime"));
    let time = |element: &Element, name: &str| element.get(name).and_then(clock_minutes);
    times
        .filter_map(|element| {
            let (from, to) = (time(element, "FromTime")?, time(element, "ToTime")?);
            // Midnight ends the day it is written in.
            Some(Hours { from: ClockTime(from), to: ClockTime(if to == 0 { 1440 } else { to }) })
        })
        .filter(|hours| hours.from < hours.to)
        .collect()
}

fn days(element: &Element) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    let period = element.child("TimePeriod")?;
    let day = |name: &str| period.get(name)?.parse::<Moment>().ok().map(|moment| moment.date);
    let (from, until) = (day("FromDate")?, day("ToDate")?);
    Some((from, until.max(from)))
}

fn working_time(calendar: &Element, week: &Element) -> Calendar {
    let mut read = Calendar { weekend: Vec::new(), hours: Vec::new(), weekdays: BTreeMap::new(), ..Calendar::default() };
    let weekdays = week.child("WeekDays").into_iter().flat_map(|list| list.all("WeekDay"));
    for weekday in weekdays {
        let working = weekday.is("DayWorking");
        match weekday.number("DayType").and_then(|number| DAYS.iter().find(|(known, _)| *known == number)) {
            Some((_, day)) => _ = read.weekdays.insert(*day, if working { hours(weekday) } else { Vec::new() }),
            None => exception(weekday, &mut read),
        }
    }
    for element in calendar.child("Exceptions").into_iter().flat_map(|list| list.all("Exception")) {
        exception(element, &mut read);
    }
    if read.weekdays.is_empty() {
        return Calendar { exceptions: read.exceptions, holidays: read.holidays, ..Calendar::default() };
    }
    read.weekend = DAYS.iter().map(|(_, day)| *day).filter(|day| read.weekdays.get(day).is_none_or(Vec::is_empty)).collect();
    read.weekdays.retain(|_, hours| !hours.is_empty());
    read.hours = read.weekdays.values().next().cloned().unwrap_or_default();
    let usual = read.hours.clone();
    read.weekdays.retain(|_, hours| *hours != usual);
    read
}

fn exception(element: &Element, calendar: &mut Calendar) {
    if let Some((from, until)) = days(element) {
        let hours = if element.is("DayWorking") { hours(element) } else { Vec::new() };
        calendar.exceptions.push(Exception { from, until: Some(until).filter(|until| *until != from), hours });
    }
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn durations_are_read_to_the_minute() {
        for (text, expected) in [("PT16H0M0S", Some(960)), ("PT0H30M0S", Some(30)), ("P1DT1H", Some(1500)), ("PT1.5H", Some(90))] {
            assert_eq!(minutes(text), expected, "{text}");
        }
        for bad in ["16 days", "PT", "PTH", "PT5", "P", "PT1e9H", "PT-4H"] {
            assert!(minutes(bad).is_none_or(|read| read == 0 && ["PT", "P"].contains(&bad)), "{bad}");
        }
    }
}
