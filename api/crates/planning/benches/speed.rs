//! How fast the engine is, in one run: prints each measure beside its target.
//!
//! `cargo bench -p planning`. With `-- --network FILE` the network goes into a file, for others to compute, and the measures are
//! printed once more as `name=value`, in seconds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use planning::calculations::{
    CashFlowRequest, PertRequest, ProjectSelectionRequest, ScheduleRequest, cash_flow, pert, project_selection, schedule,
};
use planning::network::compile::{Plan, compile};
use planning::network::graph::Graph;
use serde_json::{Value, json};

/// The shortest of several runs.
fn best<T>(runs: u32, mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut shortest: Option<(Duration, T)> = None;
    for _ in 0..runs {
        let start = Instant::now();
        let result = black_box(work());
        let took = start.elapsed();
        if shortest.as_ref().is_none_or(|(s, _)| took < *s) {
            shortest = Some((took, result));
        }
    }
    shortest.unwrap()
}

/// Numbers that look random, the same in every run (a linear congruential generator).
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// Activities in a band: each link goes at most `reach` places ahead.
fn network(activities: usize, links: usize, reach: usize) -> String {
    let mut sequence = Sequence(7);
    let mut text = String::from(r#"{"start":"2026-01-04T08:00","activities":["#);
    for i in 0..activities {
        let comma = if i == 0 { "" } else { "," };
        write!(text, r#"{comma}{{"id":"A{i}","duration_minutes":{}}}"#, 30 + sequence.below(450)).unwrap();
    }
    text.push_str(r#"],"links":["#);
    for i in 0..links {
        let from = sequence.below(activities - 1);
        let to = (from + 1 + sequence.below(reach)).min(activities - 1);
        let kind = ["fs", "fs", "fs", "ss", "ff"][sequence.below(5)];
        let comma = if i == 0 { "" } else { "," };
        write!(text, r#"{comma}{{"from":"A{from}","to":"A{to}","type":"{kind}","lag_minutes":{}}}"#, sequence.below(60)).unwrap();
    }
    text.push_str("]}");
    text
}

/// The passes alone over activities and links known by index, with their order, floats and driving links: what a library of graphs can do too.
fn passes(request: &ScheduleRequest, length: i64) -> Duration {
    let plan = Plan {
        start: request.start,
        calendar: &request.calendar,
        calendars: &request.calendars,
        minutes_per_day: request.day(),
        status_date: None,
        activities: &request.activities,
        links: &request.links,
    };
    let mut compiled = compile(&plan).unwrap();
    let edges = compiled.graph.edges().to_vec();
    let (took, found) = best(5, || {
        compiled.graph = Graph::new(request.activities.len(), edges.clone()).unwrap();
        compiled.passes().unwrap()
    });
    assert_eq!(found.finish, length);
    took
}

fn main() {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--network").skip(1);
    let file = arguments.next();
    let text = network(100_000, 300_000, 2_000);
    let (parsing, request) = best(5, || serde_json::from_str::<ScheduleRequest>(&text).unwrap());
    let (scheduling, result) = best(5, || schedule(&request).unwrap());
    println!("100,000 activities, 300,000 links ({:.1} MB of JSON, {} days long)", text.len() as f64 / 1e6, result.duration_days);
    println!("  parse    {parsing:>10.1?}");
    println!("  schedule {scheduling:>10.1?}   {:.2} × parse (target: at most 3)", scheduling.as_secs_f64() / parsing.as_secs_f64());

    let pass = passes(&request, result.duration_minutes);
    println!("  of that, order, forward and backward pass {pass:>10.1?}");

    if let Some(file) = &file {
        std::fs::write(file, &text).unwrap();
        println!("parse={}\nschedule={}\npass={}", parsing.as_secs_f64(), scheduling.as_secs_f64(), pass.as_secs_f64());
        println!("length_minutes={}", result.duration_minutes);
    }

    let mut sequence = Sequence(11);
    let activities: Vec<Value> = (0..1_000)
        .map(|i| {
            let o = 1 + sequence.below(5);
            let m = o + sequence.below(5);
            json!({"id": i.to_string(), "optimistic": o, "most_likely": m, "pessimistic": m + sequence.below(15)})
        })
        .collect();
    let links: Vec<Value> = (0..3_000)
        .map(|_| {
            let from = sequence.below(999);
            json!({"from": from.to_string(), "to": (from + 1 + sequence.below(40)).min(999).to_string()})
        })
        .collect();
    let request: PertRequest =
        serde_json::from_value(json!({"activities": activities, "links": links, "simulation": {"runs": 1_000}})).unwrap();
    let (drawing, _) = best(3, || pert(&request).unwrap());
    if file.is_some() {
        println!("simulate={}", drawing.as_secs_f64());
    }
    println!("1,000 draws of 1,000 activities, 3,000 links\n  simulate {drawing:>10.1?}   (target: at most 1 s)");

    let flows: Vec<i64> = (0..1_200).map(|i| sequence.below(10_000) as i64 * if i % 2 == 0 { -1 } else { 1 }).collect();
    let request: CashFlowRequest = serde_json::from_value(json!({"flows": flows, "rate": 0.01})).unwrap();
    let (rooting, result) = best(3, || cash_flow(&request).unwrap());
    let found = result.by_period.unwrap();
    println!("1,200 flows, {} changes of sign, {} rates of return\n  solve    {rooting:>10.1?}", found.sign_changes, found.irrs.len());

    for (projects, budgets, tightness) in [(1_000_i64, 1_usize, 2), (100, 5, 2), (60, 30, 3), (1_000, 5, 4)] {
        let candidates: Vec<Value> = (0..projects)
            .map(|i| {
                let outlays: Vec<usize> = (0..budgets).map(|_| 100_000 * (1 + sequence.below(1_000))).collect();
                let mean = outlays.iter().sum::<usize>() / budgets;
                json!({"id": i.to_string(), "value": mean / 4 + 1_000 * sequence.below(20_000), "outlays": outlays})
            })
            .collect();
        let budget = 50_000_000 * projects / tightness;
        let request: ProjectSelectionRequest =
            serde_json::from_value(json!({"projects": candidates, "budgets": vec![budget; budgets]})).unwrap();
        let (choosing, result) = best(1, || project_selection(&request).unwrap());
        let proof = &result.proof;
        println!(
            "{projects} projects, {budgets} budgets: {:?}, {} nodes, gap {} of {}\n  choose   {choosing:>10.1?}",
            result.status,
            proof.nodes,
            proof.gap.unwrap().to_f64(),
            result.total_value.unwrap().to_f64()
        );
    }
}
