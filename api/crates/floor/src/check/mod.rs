//! The check of a plan: every fault at once, each with its place.
//!
//! | code | what it is about |
//! |---|---|
//! | `too_many_entries`, `out_of_range`, `required` | the limits of [`crate::plan`], texts that say nothing |
//! | `repeated_point`, `crossing_itself`, `no_area` | a polygon that is none |
//! | `duplicate_hall`, `duplicate_number`, `duplicate_quarter` | names that are taken |
//! | `unknown_hall`, `unknown_stand` | names nobody has |
//! | `outside_hall` | a stand or an entrance that is not within its hall |
//! | `overlapping` | stands on one another or on an aisle, halls on one another; touching is allowed |
//! | `not_reachable`, `no_aisles`, `empty_quarter` | warnings |
//!
//! A plan beyond the limits is told so and not looked at any further. Pairs are found by a sweep over the left sides, so two thousand stands take
//! milliseconds.

mod pairs;

use std::collections::HashMap;

use crate::geometry::{self, Location, contacts, contains, crossing, locate, turn};
use crate::plan::{
    MAX_AISLES, MAX_ALL_CORNERS, MAX_COORDINATE, MAX_CORNERS, MAX_ENTRANCES, MAX_HALLS, MAX_POWER_W, MAX_QUARTERS, MAX_SECTORS, MAX_STANDS,
    Plan, Point,
};
use crate::problem::{Problem, at_most, filled};

/// Problems reported at most: the first ones.
pub const MAX_PROBLEMS: usize = 1_000;

/// Everything that is wrong with the plan, by list (halls, aisles, stands, quarters) and index; empty when nothing is. Errors and warnings are told apart by
/// [`Problem::severity`]; at most the first 1,000 are reported.
#[must_use]
pub fn check(plan: &Plan) -> Vec<Problem> {
    let mut findings = Findings::default();
    if let Err(problem) = within_limits(plan) {
        return vec![problem];
    }
    let shapes = Shapes::of(plan, &mut findings);
    halls(plan, &shapes, &mut findings);
    stands(plan, &shapes, &mut findings);
    quarters(plan, &mut findings);
    pairs::overlaps(plan, &shapes, &mut findings);
    access(plan, &shapes, &mut findings);
    findings.in_order()
}

/// Whether the plan has no error; warnings do not count.
#[must_use]
pub fn is_sound(plan: &Plan) -> bool {
    !check(plan).iter().any(Problem::is_error)
}

/// The lists of a plan, in the order in which they are reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    Halls,
    Aisles,
    Stands,
    Quarters,
}

#[derive(Default)]
struct Findings {
    all: Vec<(List, usize, Problem)>,
}

impl Findings {
    fn add(&mut self, list: List, index: usize, problem: Problem) {
        self.all.push((list, index, problem));
    }

    fn add_if(&mut self, list: List, index: usize, result: Result<(), Problem>) {
        if let Err(problem) = result {
            self.add(list, index, problem);
        }
    }

    fn in_order(mut self) -> Vec<Problem> {
        self.all.sort_by_key(|(list, index, problem)| (problem.severity, *list, *index));
        self.all.truncate(MAX_PROBLEMS);
        self.all.sort_by_key(|(list, index, _)| (*list, *index));
        self.all.into_iter().map(|(_, _, problem)| problem).collect()
    }
}

/// Which polygons are simple, have an area, and keep to the limits, so that comparing them means something.
struct Shapes {
    halls: Vec<bool>,
    aisles: Vec<bool>,
    stands: Vec<bool>,
}

impl Shapes {
    fn of(plan: &Plan, findings: &mut Findings) -> Self {
        let mut sound = |list, index, polygon: &[Point], pointer: String| {
            let result = shape(polygon, &pointer);
            let is_sound = result.is_ok();
            findings.add_if(list, index, result);
            is_sound
        };
        let halls = plan.halls.iter().enumerate().map(|(i, h)| sound(List::Halls, i, &h.polygon, format!("/halls/{i}/polygon"))).collect();
        let aisles =
            plan.aisles.iter().enumerate().map(|(i, a)| sound(List::Aisles, i, &a.polygon, format!("/aisles/{i}/polygon"))).collect();
        let stands =
            plan.stands.iter().enumerate().map(|(i, s)| sound(List::Stands, i, &s.polygon, format!("/stands/{i}/polygon"))).collect();
        for (i, quarter) in plan.quarters.iter().enumerate() {
            if let Some(polygon) = &quarter.polygon {
                sound(List::Quarters, i, polygon, format!("/quarters/{i}/polygon"));
            }
        }
        Self { halls, aisles, stands }
    }
}

fn within_limits(plan: &Plan) -> Result<(), Problem> {
    at_most(MAX_HALLS, plan.halls.len(), "/halls")?;
    at_most(MAX_AISLES, plan.aisles.len(), "/aisles")?;
    at_most(MAX_STANDS, plan.stands.len(), "/stands")?;
    at_most(MAX_QUARTERS, plan.quarters.len(), "/quarters")?;
    for (i, hall) in plan.halls.iter().enumerate() {
        at_most(MAX_ENTRANCES, hall.entrances.len(), &format!("/halls/{i}/entrances"))?;
    }
    for (i, quarter) in plan.quarters.iter().enumerate() {
        at_most(MAX_SECTORS, quarter.sectors.len(), &format!("/quarters/{i}/sectors"))?;
        at_most(MAX_STANDS, quarter.stands.len(), &format!("/quarters/{i}/stands"))?;
    }
    let mut all = 0;
    let halls = plan.halls.iter().enumerate().map(|(i, hall)| ("halls", i, &hall.polygon));
    let aisles = plan.aisles.iter().enumerate().map(|(i, aisle)| ("aisles", i, &aisle.polygon));
    let stands = plan.stands.iter().enumerate().map(|(i, stand)| ("stands", i, &stand.polygon));
    let quarters = plan.quarters.iter().enumerate().filter_map(|(i, quarter)| Some(("quarters", i, quarter.polygon.as_ref()?)));
    for (list, i, polygon) in halls.chain(aisles).chain(stands).chain(quarters) {
        let pointer = format!("/{list}/{i}/polygon");
        at_most(MAX_CORNERS, polygon.len(), &pointer)?;
        all += polygon.len();
        at_most(MAX_ALL_CORNERS, all, &pointer)?;
    }
    Ok(())
}

fn in_range(point: Point, pointer: &str) -> Result<(), Problem> {
    let fits = |value: i32| (-MAX_COORDINATE..=MAX_COORDINATE).contains(&value);
    match fits(point.x) && fits(point.y) {
        true => Ok(()),
        false => Err(Problem::new("out_of_range", pointer, "coordinates within ±1,000,000").with("limit", MAX_COORDINATE)),
    }
}

/// A simple polygon with an area.
fn shape(polygon: &[Point], pointer: &str) -> Result<(), Problem> {
    if polygon.len() < 3 {
        return Err(Problem::new("no_area", pointer, "three corners or more").with("corners", polygon.len()));
    }
    for (i, corner) in polygon.iter().enumerate() {
        in_range(*corner, &format!("{pointer}/{i}"))?;
    }
    for (i, (a, b)) in geometry::edges(polygon).enumerate() {
        if a == b {
            let at = (i + 1) % polygon.len();
            return Err(Problem::new("repeated_point", format!("{pointer}/{at}"), "another corner than the one before"));
        }
    }
    // A simple polygon has an area unless all of it lies on one line.
    if polygon.iter().all(|corner| turn(polygon[0], polygon[1], *corner) == 0) {
        return Err(Problem::new("no_area", pointer, "corners that are not all in a line"));
    }
    match crossing(polygon) {
        None => Ok(()),
        Some((first, second)) => {
            let problem = Problem::new("crossing_itself", pointer, "edges that meet only at the corners between them");
            Err(problem.with("first_edge", first).with("second_edge", second))
        }
    }
}

/// Names that are taken, by the index of who has them first.
fn unique<'p>(seen: &mut HashMap<&'p str, usize>, name: &'p str, index: usize, code: &'static str, pointer: &str) -> Result<(), Problem> {
    filled(name, pointer)?;
    match seen.get(name) {
        None => {
            seen.insert(name, index);
            Ok(())
        }
        Some(first) => Err(Problem::new(code, pointer, "a name no other has").with("name", name).with("first", *first)),
    }
}

fn halls(plan: &Plan, shapes: &Shapes, findings: &mut Findings) {
    let mut seen = HashMap::new();
    for (i, hall) in plan.halls.iter().enumerate() {
        findings.add_if(List::Halls, i, unique(&mut seen, &hall.id, i, "duplicate_hall", &format!("/halls/{i}/id")));
        if let Some(name) = &hall.name {
            findings.add_if(List::Halls, i, filled(&name.ar, &format!("/halls/{i}/name/ar")));
        }
        for (e, entrance) in hall.entrances.iter().enumerate() {
            let pointer = format!("/halls/{i}/entrances/{e}");
            let result = in_range(*entrance, &pointer).and_then(|()| {
                match shapes.halls[i] && locate(&hall.polygon, *entrance) == Location::Outside {
                    true => Err(Problem::new("outside_hall", pointer, "a point of the hall").with("hall", hall.id.as_str())),
                    false => Ok(()),
                }
            });
            findings.add_if(List::Halls, i, result);
        }
    }
}

fn stands(plan: &Plan, shapes: &Shapes, findings: &mut Findings) {
    let mut halls = HashMap::new();
    for (i, hall) in plan.halls.iter().enumerate() {
        halls.entry(hall.id.as_str()).or_insert(i);
    }
    let mut seen = HashMap::new();
    for (i, stand) in plan.stands.iter().enumerate() {
        findings.add_if(List::Stands, i, unique(&mut seen, &stand.number, i, "duplicate_number", &format!("/stands/{i}/number")));
        match halls.get(stand.hall.as_str()) {
            None => {
                let problem = Problem::new("unknown_hall", format!("/stands/{i}/hall"), "the id of a hall of this plan");
                findings.add(List::Stands, i, problem.with("hall", stand.hall.as_str()));
            }
            Some(hall) if shapes.stands[i] && shapes.halls[*hall] && !contains(&plan.halls[*hall].polygon, &stand.polygon) => {
                let problem = Problem::new("outside_hall", format!("/stands/{i}/polygon"), "a polygon within its hall");
                findings.add(List::Stands, i, problem.with("stand", stand.number.as_str()).with("hall", stand.hall.as_str()));
            }
            Some(_) => {}
        }
        if stand.services.power_w > MAX_POWER_W {
            let problem = Problem::new("out_of_range", format!("/stands/{i}/services/power_w"), "at most 1,000,000 watts");
            findings.add(List::Stands, i, problem.with("limit", MAX_POWER_W));
        }
        if stand.open_sides > 8 {
            let problem = Problem::new("out_of_range", format!("/stands/{i}/open_sides"), "at most 8 sides");
            findings.add(List::Stands, i, problem.with("limit", 8));
        }
    }
}

fn quarters(plan: &Plan, findings: &mut Findings) {
    let numbers: HashMap<&str, usize> = plan.stands.iter().enumerate().map(|(i, stand)| (stand.number.as_str(), i)).collect();
    let members = plan.quarter_stands();
    let mut seen = HashMap::new();
    for (i, quarter) in plan.quarters.iter().enumerate() {
        findings.add_if(List::Quarters, i, unique(&mut seen, &quarter.id, i, "duplicate_quarter", &format!("/quarters/{i}/id")));
        if let Some(name) = &quarter.name {
            findings.add_if(List::Quarters, i, filled(&name.ar, &format!("/quarters/{i}/name/ar")));
        }
        for (s, sector) in quarter.sectors.iter().enumerate() {
            findings.add_if(List::Quarters, i, filled(sector, &format!("/quarters/{i}/sectors/{s}")));
        }
        for (s, number) in quarter.stands.iter().enumerate() {
            if !numbers.contains_key(number.as_str()) {
                let problem = Problem::new("unknown_stand", format!("/quarters/{i}/stands/{s}"), "the number of a stand of this plan");
                findings.add(List::Quarters, i, problem.with("stand", number.as_str()));
            }
        }
        if members[i].is_empty() {
            let problem = Problem::warning("empty_quarter", format!("/quarters/{i}"), "a quarter with a stand");
            findings.add(List::Quarters, i, problem.with("quarter", quarter.id.as_str()));
        }
    }
}

/// The polygon if it is one, so that the others keep their index.
fn only(sound: bool, polygon: &[Point]) -> &[Point] {
    if sound { polygon } else { &[] }
}

/// Whether people can get to each stand: a part of an edge lies along an aisle.
fn access(plan: &Plan, shapes: &Shapes, findings: &mut Findings) {
    if plan.aisles.is_empty() {
        if !plan.stands.is_empty() {
            findings.add(List::Aisles, 0, Problem::warning("no_aisles", "/aisles", "an aisle, so that stands can be reached"));
        }
        return;
    }
    let stands: Vec<&[Point]> = plan.stands.iter().zip(&shapes.stands).map(|(s, sound)| only(*sound, &s.polygon)).collect();
    let aisles: Vec<&[Point]> = plan.aisles.iter().zip(&shapes.aisles).map(|(a, sound)| only(*sound, &a.polygon)).collect();
    let mut reached = vec![false; plan.stands.len()];
    for (stand, _) in contacts(&stands, &aisles, 1) {
        reached[stand] = true;
    }
    for (i, stand) in plan.stands.iter().enumerate() {
        if shapes.stands[i] && !reached[i] {
            let problem = Problem::warning("not_reachable", format!("/stands/{i}/polygon"), "an edge along an aisle");
            findings.add(List::Stands, i, problem.with("stand", stand.number.as_str()));
        }
    }
}
