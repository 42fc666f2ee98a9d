//! A scheduled network as Microsoft Project's XML (MSPDI).

use super::Network;
use super::mspdi::{CONSTRAINTS, DAYS, LINKS};
use super::mspdi_fields;
use chrono::{Datelike, NaiveDate};
use planning::calculations::{ActivityState, ScheduleRequest, ScheduleResult};
use planning::calendar::{Calendar, Hours, Weekday};
use planning::moment::Moment;
use planning::network::ConstraintKind;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::HashMap;
use std::io;

/// Where a document is written.
pub type Out = Writer<Vec<u8>>;
/// Days with hours of their own, and what they are called.
type Days<'a> = (NaiveDate, Option<NaiveDate>, &'a [Hours], Option<&'a str>);

/// The document.
///
/// # Errors
/// Never for a writer into memory.
pub fn write(name: &str, network: &Network, request: &ScheduleRequest, schedule: &ScheduleResult) -> io::Result<Vec<u8>> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    let calendars: Vec<(&str, &Calendar)> =
        [("Project", &request.calendar)].into_iter().chain(request.calendars.iter().map(|(name, other)| (name.as_str(), other))).collect();
    out.create_element("Project").with_attribute(("xmlns", "http://schemas.microsoft.com/project")).write_inner_content(|out| {
        field(out, "SaveVersion", "14")?;
        field(out, "Name", name)?;
        field(out, "Title", name)?;
        field(out, "ScheduleFromStart", "1")?;
        date(out, "StartDate", schedule.start)?;
        date(out, "FinishDate", schedule.finish)?;
        field(out, "CalendarUID", "1")?;
        field(out, "MinutesPerDay", &schedule.minutes_per_day.to_string())?;
        field(out, "DurationFormat", "7")?;
        mspdi_fields::define(out)?;
        out.create_element("Calendars").write_inner_content(|out| {
            for (index, (name, calendar)) in calendars.iter().enumerate() {
                write_calendar(out, index + 1, name, calendar)?;
            }
            Ok(())
        })?;
        out.create_element("Tasks").write_inner_content(|out| tasks(out, network, &calendars, schedule))?;
        Ok(())
    })?;
    Ok(out.into_inner())
}

/// An element of text.
///
/// # Errors
/// Never for a writer into memory.
pub fn field(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    out.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

fn date(out: &mut Out, name: &str, at: Option<Moment>) -> io::Result<()> {
    match at {
        Some(Moment { date, minute }) => {
            let minute = minute.unwrap_or(0);
            field(out, name, &format!("{date}T{:02}:{:02}:00", minute / 60, minute % 60))
        }
        None => Ok(()),
    }
}

/// The end of a day that has no hour of its own: where its work ends.
fn end(out: &mut Out, name: &str, at: Option<Moment>, calendar: &Calendar) -> io::Result<()> {
    let closed = |moment: Moment| {
        let hours = calendar.hours_on(Weekday::ALL[moment.date.weekday().num_days_from_monday() as usize]);
        let minute = hours.last().map_or(1440, |period| period.to.0).min(1439);
        Moment { minute: moment.minute.or(Some(minute)), ..moment }
    };
    date(out, name, at.map(closed))
}

fn write_hours(out: &mut Out, hours: &[Hours]) -> io::Result<()> {
    field(out, "DayWorking", if hours.is_empty() { "0" } else { "1" })?;
    if hours.is_empty() {
        return Ok(());
    }
    out.create_element("WorkingTimes").write_inner_content(|out| {
        for period in hours {
            out.create_element("WorkingTime").write_inner_content(|out| {
                field(out, "FromTime", &format!("{}:00", period.from))?;
                // The end of the day is written as midnight.
                let to = if period.to.0 == 1440 { "00:00".to_owned() } else { period.to.to_string() };
                field(out, "ToTime", &format!("{to}:00"))
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_calendar(out: &mut Out, uid: usize, name: &str, calendar: &Calendar) -> io::Result<()> {
    let off = calendar.holidays.iter().map(|holiday| (holiday.date, holiday.until, &[][..], holiday.name.as_deref()));
    let exceptions = calendar.exceptions.iter().map(|other| (other.from, other.until, other.hours.as_slice(), None));
    let exceptions: Vec<Days<'_>> = off.chain(exceptions).collect();
    out.create_element("Calendar").write_inner_content(|out| {
        field(out, "UID", &uid.to_string())?;
        field(out, "Name", name)?;
        field(out, "IsBaseCalendar", "1")?;
        field(out, "BaseCalendarUID", "-1")?;
        out.create_element("WeekDays").write_inner_content(|out| {
            for (number, day) in DAYS {
                out.create_element("WeekDay").write_inner_content(|out| {
                    field(out, "DayType", &number.to_string())?;
                    write_hours(out, calendar.hours_on(day))
                })?;
            }
            Ok(())
        })?;
        if exceptions.is_empty() {
            return Ok(());
        }
        out.create_element("Exceptions").write_inner_content(|out| {
            for (from, until, hours, name) in &exceptions {
                out.create_element("Exception").write_inner_content(|out| {
                    out.create_element("TimePeriod").write_inner_content(|out| {
                        field(out, "FromDate", &format!("{from}T00:00:00"))?;
                        field(out, "ToDate", &format!("{}T23:59:00", until.unwrap_or(*from)))
                    })?;
                    field(out, "Name", name.unwrap_or_default())?;
                    write_hours(out, hours)
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn tasks(out: &mut Out, network: &Network, calendars: &[(&str, &Calendar)], schedule: &ScheduleResult) -> io::Result<()> {
    let uids: HashMap<&str, usize> = network.activities.iter().zip(1..).map(|(one, uid)| (one.content.code.as_str(), uid)).collect();
    let day = schedule.minutes_per_day as f64;
    for ((activity, scheduled), uid) in network.activities.iter().zip(&schedule.activities).zip(1..) {
        let content = &activity.content;
        out.create_element("Task").write_inner_content(|out| {
            let number = uid.to_string();
            field(out, "UID", &number)?;
            field(out, "ID", &number)?;
            field(out, "Name", &content.name.ar)?;
            field(out, "Active", "1")?;
            field(out, "WBS", &content.code)?;
            field(out, "OutlineNumber", &number)?;
            field(out, "OutlineLevel", "1")?;
            date(out, "Start", scheduled.start)?;
            date(out, "Finish", scheduled.finish)?;
            field(out, "Duration", &format!("PT{}H{}M0S", scheduled.duration_minutes / 60, scheduled.duration_minutes % 60))?;
            field(out, "DurationFormat", "7")?;
            field(out, "Milestone", if scheduled.duration_minutes == 0 { "1" } else { "0" })?;
            field(out, "Summary", "0")?;
            field(out, "Critical", if scheduled.critical { "1" } else { "0" })?;
            date(out, "EarlyStart", scheduled.early_start)?;
            date(out, "EarlyFinish", scheduled.early_finish)?;
            date(out, "LateStart", scheduled.late_start)?;
            date(out, "LateFinish", scheduled.late_finish)?;
            // Slack is written in tenths of a minute.
            field(out, "FreeSlack", &(scheduled.free_float_minutes * 10).to_string())?;
            field(out, "TotalSlack", &(scheduled.total_float_minutes * 10).to_string())?;
            // Whole percents: what has begun is more than nothing, what is not completed less than all.
            let begun = |done: f64| if done > 0.0 { done.round().clamp(1.0, 99.0) } else { 0.0 };
            let done = if scheduled.state == ActivityState::Completed { 100.0 } else { begun(content.percent_done.unwrap_or(0.0)) };
            field(out, "PercentComplete", &done.to_string())?;
            let place = calendars.iter().position(|(name, _)| Some(*name) == content.calendar.as_deref());
            let (_, calendar) = calendars[place.unwrap_or(0)];
            date(out, "ActualStart", content.actual_start)?;
            end(out, "ActualFinish", content.actual_finish, calendar)?;
            let kind = content.constraint.and_then(|constraint| CONSTRAINTS.iter().find(|(_, kind)| *kind == constraint.kind));
            field(out, "ConstraintType", &kind.map_or(0, |(number, _)| *number).to_string())?;
            field(out, "CalendarUID", &place.map_or(-1, |place| place as i64 + 1).to_string())?;
            let at = content.constraint.and_then(|constraint| constraint.at);
            match kind.map(|(_, kind)| *kind) {
                Some(ConstraintKind::FinishNoEarlierThan | ConstraintKind::FinishNoLaterThan | ConstraintKind::MustFinishOn) => {
                    end(out, "ConstraintDate", at, calendar)?;
                }
                _ => date(out, "ConstraintDate", at)?,
            }
            end(out, "Deadline", content.deadline, calendar)?;
            if let Some(note) = &content.note {
                field(out, "Notes", note)?;
            }
            for predecessor in &content.predecessors {
                let Some(before) = uids.get(predecessor.code.as_str()) else { continue };
                let lag = predecessor.lag_minutes.or(predecessor.lag_days.map(|days| (days * day).round() as i64)).unwrap_or(0);
                let kind = LINKS.iter().find(|(_, kind)| *kind == predecessor.kind).map_or(1, |(number, _)| *number);
                out.create_element("PredecessorLink").write_inner_content(|out| {
                    field(out, "PredecessorUID", &before.to_string())?;
                    field(out, "Type", &kind.to_string())?;
                    field(out, "CrossProject", "0")?;
                    field(out, "LinkLag", &(lag * 10).to_string())?;
                    field(out, "LagFormat", "7")
                })?;
            }
            mspdi_fields::write(out, content, day)
        })?;
    }
    Ok(())
}
