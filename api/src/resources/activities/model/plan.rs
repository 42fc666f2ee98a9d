//! From a network to the engine and back: requests, summaries, and problems in the words of the project.

use super::{ActivityInput, Network, Predecessor};
use crate::kernel::language::Language;
use chrono::NaiveDate;
use planning::calculations::{PertRequest, ScheduleRequest, ScheduleResult, SimulationRequest};
use planning::calendar::{Calendar, Holiday};
use planning::layout::{Direction, LayoutOptions};
use planning::moment::Moment;
use planning::network::{Activity, Link};
use planning::pert::{PertActivity, PertLink};
use planning::problem::Problem;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Everything a schedule depends on beside the network.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// When the project starts.
    pub start: Option<NaiveDate>,
    /// The country's days off.
    pub holidays: Vec<Holiday>,
    /// The date progress was reported at.
    pub status_date: Option<NaiveDate>,
    /// The direction of the drawing.
    pub direction: Direction,
}

/// A calendar with the country's days off, where it takes them.
fn with_holidays(calendar: &Calendar, network: &Network, setting: &Setting) -> Calendar {
    let mut calendar = calendar.clone();
    if network.working_time.public_holidays {
        calendar.holidays.extend(setting.holidays.iter().cloned());
    }
    calendar
}

/// The project's calendar, days off included.
pub fn calendar(network: &Network, setting: &Setting) -> Calendar {
    with_holidays(&network.working_time.calendar, network, setting)
}

fn activity(content: &ActivityInput) -> Activity {
    let stated = content.duration_days.is_some() || content.duration_minutes.is_some() || content.milestone;
    Activity {
        id: content.code.clone(),
        duration_minutes: content.duration_minutes,
        duration_days: content.duration_days.or_else(|| content.estimate.filter(|_| !stated).map(|estimate| estimate.expected())),
        milestone: content.milestone,
        calendar: content.calendar.clone(),
        constraints: content.constraint.into_iter().collect(),
        deadline: content.deadline,
        percent_done: content.percent_done,
        actual_start: content.actual_start,
        actual_finish: content.actual_finish,
        ..Activity::default()
    }
}

/// Every link with the places of the successor and of the link in it.
fn links(network: &Network) -> impl Iterator<Item = (usize, usize, &ActivityInput, &Predecessor)> {
    network.activities.iter().enumerate().flat_map(|(i, activity)| {
        let predecessors = activity.content.predecessors.iter().enumerate();
        predecessors.map(move |(j, predecessor)| (i, j, &activity.content, predecessor))
    })
}

/// How many links there are.
pub fn link_count(network: &Network) -> usize {
    network.activities.iter().map(|activity| activity.content.predecessors.len()).sum()
}

/// The request to schedule a network.
pub fn schedule_request(network: &Network, setting: &Setting) -> ScheduleRequest {
    let others = network.working_time.calendars.iter();
    let link = |(_, _, successor, predecessor): (usize, usize, &ActivityInput, &Predecessor)| Link {
        from: predecessor.code.clone(),
        to: successor.code.clone(),
        kind: predecessor.kind,
        lag_minutes: predecessor.lag_minutes,
        lag_days: predecessor.lag_days,
    };
    ScheduleRequest {
        start: setting.start.map(Moment::day),
        calendar: calendar(network, setting),
        calendars: others.map(|(name, other)| (name.clone(), with_holidays(other, network, setting))).collect(),
        status_date: setting.status_date.map(Moment::day),
        activities: network.activities.iter().map(|one| activity(&one.content)).collect(),
        links: links(network).map(link).collect(),
        layout: Some(LayoutOptions { direction: setting.direction, previous: network.lanes.clone(), ..LayoutOptions::default() }),
        ..ScheduleRequest::default()
    }
}

/// The request to judge the durations of a network. What has no three estimates is certain.
pub fn pert_request(network: &Network, setting: &Setting, by: Option<NaiveDate>, simulation: SimulationRequest) -> PertRequest {
    let day = schedule_request(network, setting).day() as f64;
    let days = |content: &ActivityInput| {
        content.duration_days.or(content.duration_minutes.map(|minutes| minutes as f64 / day)).unwrap_or_default()
    };
    let estimated = |content: &ActivityInput| {
        let certain = days(content);
        let (optimistic, most_likely, pessimistic) = match content.estimate {
            Some(three) if !content.milestone => (three.optimistic, three.most_likely, three.pessimistic),
            _ => (certain, certain, certain),
        };
        PertActivity { id: content.code.clone(), optimistic, most_likely, pessimistic }
    };
    let link = |(_, _, successor, predecessor): (usize, usize, &ActivityInput, &Predecessor)| PertLink {
        from: predecessor.code.clone(),
        to: successor.code.clone(),
        kind: predecessor.kind,
        lag: predecessor.lag_days.or(predecessor.lag_minutes.map(|minutes| minutes as f64 / day)).unwrap_or_default(),
    };
    PertRequest {
        activities: network.activities.iter().map(|one| estimated(&one.content)).collect(),
        links: links(network).map(link).collect(),
        deadlines: by
            .filter(|_| setting.start.is_some())
            .map(|date| planning::calculations::DeadlineQuery { duration: None, date: Some(Moment::day(date)) })
            .into_iter()
            .collect(),
        start: setting.start.map(Moment::day),
        calendar: calendar(network, setting),
        simulation: Some(simulation),
        normal: Vec::new(),
    }
}

/// Work done in per cent, weighted by duration.
pub fn percent_done(network: &Network, schedule: &ScheduleResult) -> f64 {
    let (mut all, mut done) = (0.0, 0.0);
    for (activity, scheduled) in network.activities.iter().zip(&schedule.activities) {
        let weight = scheduled.duration_minutes as f64;
        let part = if activity.content.actual_finish.is_some() { 100.0 } else { activity.content.percent_done.unwrap_or(0.0) };
        all += weight;
        done += weight * part;
    }
    if all > 0.0 { done / all } else { 0.0 }
}

/// The lanes of a drawing, to be kept.
pub fn lanes(schedule: &ScheduleResult) -> BTreeMap<String, u32> {
    schedule.layout.iter().flat_map(|layout| &layout.places).map(|place| (place.id.clone(), place.lane)).collect()
}

/// Activities to stand beside those of a network: a code that is taken gets the first number behind it with which all of them are free,
/// and links follow. `A1` becomes `A1-2`, and `A1-3` when they come a second time.
pub fn beside(network: &Network, mut rows: Vec<ActivityInput>) -> Vec<ActivityInput> {
    let taken: HashSet<&str> = network.activities.iter().map(|activity| activity.content.code.as_str()).collect();
    let own: HashSet<String> = rows.iter().map(|row| row.code.clone()).collect();
    let clashing: Vec<&String> = own.iter().filter(|code| taken.contains(code.as_str())).collect();
    let free = |code: &str| !taken.contains(code) && !own.contains(code);
    let numbered = |number: u32| clashing.iter().map(move |code| ((*code).clone(), format!("{code}-{number}")));
    let Some(number) = (2..).find(|number| numbered(*number).all(|(_, code)| free(&code))) else { return rows };
    let renamed: HashMap<String, String> = numbered(number).collect();
    let codes = rows.iter_mut().flat_map(|row| {
        let links = row.predecessors.iter_mut().map(|predecessor| &mut predecessor.code);
        std::iter::once(&mut row.code).chain(links)
    });
    for code in codes {
        if let Some(new) = renamed.get(code) {
            code.clone_from(new);
        }
    }
    rows
}

/// What a request holds of the network, for the pointers of its problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// The whole network.
    Whole,
    /// The activity at this place.
    One(usize),
    /// Nothing but this field.
    Field(&'static str),
}

/// A problem of the engine with its pointer into what a request holds of the network.
pub fn pointed(problem: Problem, network: &Network, holding: Holding) -> Problem {
    Problem { pointer: pointer(&problem.pointer, network, holding), ..problem }
}

/// An activity by its name and its code.
pub fn called(network: &Network, code: &str, language: Language) -> String {
    match network.activities.iter().find(|activity| activity.content.code == code) {
        Some(found) => format!("{} ({code})", found.content.name.in_language(language)),
        None => code.to_owned(),
    }
}

fn pointer(engine: &str, network: &Network, holding: Holding) -> String {
    let mut steps: Vec<String> = engine.split('/').skip(1).map(str::to_owned).collect();
    let number = |step: Option<&String>| step.and_then(|step| step.parse::<usize>().ok());
    if steps.first().is_some_and(|step| step == "links")
        && let Some((i, j, ..)) = number(steps.get(1)).and_then(|link| links(network).nth(link))
    {
        let field = match steps.get(2).map(String::as_str) {
            Some("from") => Some("code".to_owned()),
            Some("to") | None => None,
            Some(other) => Some(other.to_owned()),
        };
        steps = vec!["activities".into(), i.to_string(), "predecessors".into(), j.to_string()];
        steps.extend(field);
    }
    if steps.first().is_some_and(|step| step == "activities") {
        match steps.get(2).map(String::as_str) {
            Some("id") => steps[2] = "code".into(),
            Some("constraints") => {
                steps[2] = "constraint".into();
                steps.truncate(if steps.len() > 3 { steps.len() } else { 3 });
                if steps.len() > 3 {
                    steps.remove(3);
                }
            }
            _ => {}
        }
    }
    match holding {
        Holding::Field(field) => field.to_owned(),
        Holding::Whole => steps.iter().map(|step| format!("/{step}")).collect(),
        Holding::One(index) => match steps.as_slice() {
            [list, place, rest @ ..] if list == "activities" && *place == index.to_string() => {
                rest.iter().map(|step| format!("/{step}")).collect()
            }
            // Another activity, which the request does not hold: the facts name it.
            _ => String::new(),
        },
    }
}
