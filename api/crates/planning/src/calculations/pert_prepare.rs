//! Checks a PERT request and makes it ready.

use std::collections::HashMap;

use super::pert::{MAX_DEADLINES, MAX_DRAWS, MAX_PERT_ACTIVITIES, MAX_PERT_LINKS, MAX_RUNS, PertRequest};
use crate::calendar::WorkingTime;
use crate::network::graph::{Edge, Graph};
use crate::pert::PertLink;
use crate::pert::network::RealNetwork;
use crate::problem::Problem;

/// Longest estimate or lag.
const MAX_ESTIMATE: f64 = 1e9;

pub(super) fn check(request: &PertRequest) -> Result<(), Problem> {
    for (count, limit, pointer) in [
        (request.activities.len(), MAX_PERT_ACTIVITIES, "/activities"),
        (request.links.len(), MAX_PERT_LINKS, "/links"),
        (request.deadlines.len(), MAX_DEADLINES, "/deadlines"),
        (request.normal.len(), MAX_DEADLINES, "/normal"),
    ] {
        if count > limit {
            return Err(Problem::new("too_many_entries", pointer).with("limit", limit));
        }
    }
    if request.activities.is_empty() && request.normal.is_empty() {
        return Err(Problem::new("required", "/activities"));
    }
    for (i, a) in request.activities.iter().enumerate() {
        let wrong = |code, field: &str| Err(Problem::new(code, format!("/activities/{i}/{field}")).with("activity", a.id.as_str()));
        if !(0.0..=MAX_ESTIMATE).contains(&a.optimistic) {
            return wrong("out_of_range", "optimistic");
        }
        if a.most_likely < a.optimistic {
            return wrong("estimates_out_of_order", "most_likely");
        }
        if a.pessimistic < a.most_likely {
            return wrong("estimates_out_of_order", "pessimistic");
        }
        if a.pessimistic > MAX_ESTIMATE {
            return wrong("out_of_range", "pessimistic");
        }
    }
    if let Some(i) = request.normal.iter().position(|q| q.variance < 0.0) {
        return Err(Problem::new("out_of_range", format!("/normal/{i}/variance")).with("minimum", 0_i64));
    }
    if let Some(simulation) = &request.simulation {
        let size = (request.activities.len() + request.links.len()) as u64;
        if !(1..=MAX_RUNS).contains(&simulation.runs) || u64::from(simulation.runs) * size > MAX_DRAWS {
            let most = (MAX_DRAWS / size.max(1)).min(u64::from(MAX_RUNS)) as usize;
            return Err(Problem::new("out_of_range", "/simulation/runs").with("minimum", 1_i64).with("maximum", most));
        }
    }
    Ok(())
}

pub(super) fn network(request: &PertRequest) -> Result<RealNetwork, Problem> {
    let mut index: HashMap<&str, u32> = HashMap::with_capacity(request.activities.len());
    for (i, activity) in (0_u32..).zip(&request.activities) {
        if index.insert(&activity.id, i).is_some() {
            let problem = Problem::new("duplicate_activity", format!("/activities/{i}/id"));
            return Err(problem.with("activity", activity.id.as_str()));
        }
    }
    let mut edges = Vec::with_capacity(request.links.len());
    for (i, link) in request.links.iter().enumerate() {
        let find = |name: &str, field: &str| {
            index.get(name).copied().ok_or_else(|| Problem::new("unknown_activity", format!("/links/{i}/{field}")).with("activity", name))
        };
        if link.lag.abs() > MAX_ESTIMATE {
            return Err(Problem::new("lag_too_long", format!("/links/{i}/lag")).with("activity", link.from.as_str()));
        }
        edges.push(Edge { from: find(&link.from, "from")?, to: find(&link.to, "to")?, kind: link.kind, lag: 0 });
    }
    let graph = Graph::new(request.activities.len(), edges).map_err(|cycle| {
        let names: Vec<String> = cycle.0.iter().map(|i| request.activities[*i].id.clone()).collect();
        let on = |l: &PertLink| names.windows(2).any(|pair| pair[0] == l.from && pair[1] == l.to);
        let link = request.links.iter().position(on).unwrap_or(0);
        Problem::new("cycle", format!("/links/{link}")).with("activities", names)
    })?;
    Ok(RealNetwork { graph, lags: request.links.iter().map(|l| l.lag).collect() })
}

/// Deadlines in the unit of the estimates.
pub(super) fn deadlines(request: &PertRequest) -> Result<Vec<f64>, Problem> {
    let mut ready: Option<(WorkingTime, i64, f64)> = None;
    let mut durations = Vec::with_capacity(request.deadlines.len());
    for (i, deadline) in request.deadlines.iter().enumerate() {
        let duration = match (deadline.duration, deadline.date) {
            (Some(duration), None) => duration,
            (None, Some(date)) => {
                let start = request.start.ok_or_else(|| Problem::new("start_missing", "/start"))?;
                if ready.is_none() {
                    let calendar = WorkingTime::new(&request.calendar, start.date).map_err(|e| Problem::from(e).under("/calendar"))?;
                    let origin = calendar.worked(start.as_start()).unwrap_or(0);
                    ready = Some((calendar, origin, request.calendar.day_minutes().max(1) as f64));
                }
                let pointer = format!("/deadlines/{i}/date");
                if date.as_finish() < start.as_start() {
                    return Err(Problem::new("date_before_project_start", pointer));
                }
                let worked =
                    ready.as_ref().and_then(|(calendar, origin, day)| Some((calendar.worked(date.as_finish())? - origin) as f64 / day));
                worked.ok_or_else(|| Problem::new("date_out_of_range", pointer))?
            }
            _ => return Err(Problem::new("instant_missing", format!("/deadlines/{i}"))),
        };
        durations.push(duration);
    }
    Ok(durations)
}
