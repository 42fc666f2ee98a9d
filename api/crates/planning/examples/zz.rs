//! t
use planning::calculations::*;
use planning::network::compile::*;
use std::fmt::Write;
use std::time::Instant;
fn main() {
    let mut s = 7u64;
    let mut r = |m: usize| {
        s = s.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (s >> 33) as usize % m
    };
    let (n, l) = (100_000, 300_000);
    let mut t = String::from(r#"{"start":"2026-01-04T08:00","activities":["#);
    for i in 0..n {
        let c = if i == 0 { "" } else { "," };
        write!(t, r#"{c}{{"id":"A{i}","duration_minutes":{}}}"#, 30 + r(450)).unwrap();
    }
    t.push_str(r#"],"links":["#);
    for i in 0..l {
        let f = r(n - 1);
        let to = (f + 1 + r(2000)).min(n - 1);
        let c = if i == 0 { "" } else { "," };
        let k = ["fs", "fs", "fs", "ss", "ff"][r(5)];
        write!(t, r#"{c}{{"from":"A{f}","to":"A{to}","type":"{k}","lag_minutes":{}}}"#, r(60)).unwrap();
    }
    t.push_str("]}");
    let m: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    let q: ScheduleRequest = serde_json::from_str(&t).unwrap();
    if m == 0 {
        for _ in 0..10 {
            let q: ScheduleRequest = serde_json::from_str(&t).unwrap();
            std::hint::black_box(&q);
        }
    }
    let plan = Plan {
        start: q.start,
        calendar: &q.calendar,
        calendars: &q.calendars,
        minutes_per_day: 480,
        status_date: None,
        activities: &q.activities,
        links: &q.links,
    };
    if m == 1 {
        for _ in 0..10 {
            std::hint::black_box(compile(&plan).unwrap());
        }
    }
    if m == 2 {
        let c = compile(&plan).unwrap();
        for _ in 0..10 {
            std::hint::black_box(c.passes().unwrap());
        }
    }
    if m == 3 {
        for _ in 0..10 {
            std::hint::black_box(schedule(&q).unwrap());
        }
    }
    if m == 4 {
        for _ in 0..10 {
            std::hint::black_box(planning::network::names::Names::new(q.activities.iter().map(|a| a.id.as_str())).unwrap());
        }
    }
    if m == 5 {
        let n = planning::network::names::Names::new(q.activities.iter().map(|a| a.id.as_str())).unwrap();
        for _ in 0..10 {
            for l in &q.links {
                std::hint::black_box((n.find(&l.from), n.find(&l.to)));
            }
        }
    }
    let _ = Instant::now();
}
