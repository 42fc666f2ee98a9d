//! How fast the crate is, in one run: prints each measure beside its target.
//!
//! `cargo bench -p floor`. With `-- --values` the measures are printed once more as `name=value`, in seconds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use floor::allocation::{AllocationRequest, Application, Needs, Wish, propose};
use floor::check::check;
use floor::geometry::neighbours;
use floor::import::{ImportOptions, from_geojson, from_svg, to_geojson};
use floor::numbering::{NumberingOptions, propose_numbers};
use floor::plan::{Aisle, Hall, Plan, Point, Quarter, Services, Stand};

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

fn told(what: &str, took: Duration) -> Duration {
    println!("  {what:<12} {:>9.2} ms", 1e3 * took.as_secs_f64());
    took
}

/// Numbers that look random, the same in every run (a linear congruential generator).
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn rectangle(x: i32, y: i32, w: i32, h: i32) -> Vec<Point> {
    vec![Point::new(x, y), Point::new(x + w, y), Point::new(x + w, y + h), Point::new(x, y + h)]
}

/// A hall with stands of 9 and 12 square metres, forty in a row, two rows back to back between aisles; a quarter of forty stands for each of ten sectors.
fn plan(stands: usize) -> Plan {
    let mut sequence = Sequence(3);
    let mut plan = Plan::default();
    for i in 0..stands {
        let (row, column) = (i / 40, i % 40);
        let width = if row % 3 == 2 { 400 } else { 300 };
        let (x, y) = (width * column as i32, 600 + 1_200 * (row as i32 / 2) + 300 * (row as i32 % 2));
        let services = Services { power_w: 1_000 * sequence.below(4) as u32, water: sequence.below(8) == 0, fire: sequence.below(10) == 0 };
        let corner = matches!(column, 0 | 39);
        let polygon = rectangle(x, y, width, 300);
        plan.stands.push(Stand { number: format!("{i:04}"), hall: "A".into(), polygon, services, corner, open_sides: 1 });
        if column == 0 && row % 2 == 0 {
            plan.aisles.push(Aisle { polygon: rectangle(0, y + 600, 16_000, 600) });
        }
    }
    plan.aisles.push(Aisle { polygon: rectangle(0, 0, 16_000, 600) });
    let high = plan.aisles.iter().map(|aisle| aisle.polygon[2].y).max().unwrap();
    let entrances = vec![Point::new(0, high / 2), Point::new(8_000, 0)];
    plan.halls.push(Hall { id: "A".into(), prefix: "A".into(), polygon: rectangle(0, 0, 16_000, high), entrances, ..Hall::default() });
    let quarter = |(q, row): (usize, &[Stand])| Quarter {
        id: format!("Q{q}"),
        sectors: vec![format!("{}", q % 10)],
        stands: row.iter().map(|stand| stand.number.clone()).collect(),
        ..Quarter::default()
    };
    plan.quarters = plan.stands.chunks(40).enumerate().map(quarter).collect();
    plan
}

/// Applications with needs, in associations of `members`, each with up to three wishes.
fn request(applications: usize, stands: usize, members: usize) -> AllocationRequest {
    let mut sequence = Sequence(5);
    let application = |i: usize| {
        let wish = |sequence: &mut Sequence| match sequence.below(5) {
            0 => Wish::Stand { number: format!("{:04}", sequence.below(stands)) },
            1 => Wish::Quarter { id: format!("Q{}", sequence.below(stands / 40)) },
            2 => Wish::NextTo { application: format!("A{}", (i + 1 + sequence.below(applications - 1)) % applications) },
            3 => Wish::NearEntrance,
            _ => Wish::Corner,
        };
        let wishes = (0..sequence.below(4)).map(|_| wish(&mut sequence)).collect();
        let needs = Needs {
            area_cm2: 10_000 * [6, 9, 9, 9, 12][sequence.below(5)],
            power_w: 1_000 * [0, 0, 1, 1, 2][sequence.below(5)],
            water: sequence.below(12) == 0,
            fire: sequence.below(20) == 0,
        };
        Application {
            id: format!("A{i}"),
            group: Some(format!("G{}", i / members)),
            needs,
            sectors: vec![sequence.below(10).to_string()],
            wishes,
        }
    };
    AllocationRequest { plan: plan(stands), applications: (0..applications).map(application).collect(), ..AllocationRequest::default() }
}

fn proposing(applications: usize, stands: usize, members: usize) -> Duration {
    let request = request(applications, stands, members);
    let (took, result) = best(3, || propose(&request).unwrap());
    let t = &result.totals;
    println!(
        "{applications} applications of associations of {members}, {stands} stands: {} placed, {} points apart (at best {}) and {} for neighbours, {} moved",
        t.placed, t.points_apart, t.best_apart, t.points_together, t.moved
    );
    told("propose", took)
}

fn drawing(plan: &Plan) -> String {
    let mut text =
        "<svg xmlns='http://www.w3.org/2000/svg'><rect class='hall' id='A' width='16000' height='90000'/><g class='stands'>".to_owned();
    for stand in &plan.stands {
        let corner = stand.polygon[0];
        write!(text, "<path id='{}' transform='translate({} {})' d='m0 0h300v300h-300z'/>", stand.number, corner.x, corner.y).unwrap();
    }
    text + "</g></svg>"
}

fn main() {
    let large = plan(2_000);
    println!("2,000 stands");
    let (took, problems) = best(5, || check(&large));
    assert!(problems.is_empty(), "{:?}", problems.first());
    let checking = told("check", took);
    told("neighbours", best(5, || neighbours(&large)).0);
    told("numbers", best(5, || propose_numbers(&large, &NumberingOptions::default()).unwrap()).0);
    let svg = drawing(&large);
    let (took, import) = best(5, || from_svg(&svg, &ImportOptions::default()).unwrap());
    assert_eq!((import.plan.stands.len(), import.skipped_total), (2_000, 0));
    told("from SVG", took);
    let geojson = to_geojson(&large).to_string();
    let (took, import) = best(5, || from_geojson(&geojson, &ImportOptions::default()).unwrap());
    assert!(import.plan == large);
    told("from GeoJSON", took);
    let allocation = proposing(500, 600, 2);
    println!("               (target: at most 1,000 ms)");
    proposing(500, 600, 10);
    proposing(700, 600, 2);
    proposing(1_000, 2_000, 1_000);
    if std::env::args().any(|argument| argument == "--values") {
        println!("check={}\npropose={}", checking.as_secs_f64(), allocation.as_secs_f64());
    }
}
