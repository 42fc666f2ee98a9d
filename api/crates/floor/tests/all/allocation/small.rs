//! Small requests: a hall with two rows of stands back to back, and what may be asked for in it.

use floor::allocation::{Allocation, AllocationRequest, AllocationResult, Application, Lock, Needs, Wish};
use floor::plan::{Hall, Plan, Point, Quarter, Services, Stand};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

pub fn rectangle(x: i32, y: i32, w: i32, h: i32) -> Vec<Point> {
    vec![Point::new(x, y), Point::new(x + w, y), Point::new(x + w, y + h), Point::new(x, y + h)]
}

/// Stands of 3 metres depth and these widths in metres, side by side from the left; more than five go on in a row below. An entrance is at the upper left.
pub fn plan(widths: &[i32]) -> Plan {
    let mut stands = Vec::new();
    let mut x = 0;
    for (i, width) in widths.iter().enumerate() {
        let row = i32::try_from(i / 5).unwrap();
        x = if i % 5 == 0 { 0 } else { x };
        stands.push(Stand {
            number: format!("S{i}"),
            hall: "A".into(),
            polygon: rectangle(x, 300 * row, 100 * width, 300),
            ..Stand::default()
        });
        x += 100 * width;
    }
    let hall = Hall { id: "A".into(), polygon: rectangle(0, 0, 9_000, 3_000), entrances: vec![Point::new(0, 0)], ..Hall::default() };
    Plan { halls: vec![hall], stands, ..Plan::default() }
}

pub fn application(id: &str) -> Application {
    Application { id: id.into(), ..Application::default() }
}

pub fn lock(application: &str, stand: &str) -> Lock {
    Lock { application: application.into(), stand: stand.into() }
}

pub fn of<'r>(result: &'r AllocationResult, application: &str) -> &'r Allocation {
    result.allocations.iter().find(|allocation| allocation.application == application).unwrap()
}

/// Application and stand of each.
pub fn pairs(result: &AllocationResult) -> Vec<(&str, &str)> {
    result.allocations.iter().map(|allocation| (allocation.application.as_str(), allocation.stand.as_str())).collect()
}

fn wish(stands: usize, applications: usize) -> impl Strategy<Value = Wish> {
    prop_oneof![
        (0..stands).prop_map(|s| Wish::Stand { number: format!("S{s}") }),
        (0..2).prop_map(|q| Wish::Quarter { id: format!("Q{q}") }),
        (0..applications).prop_map(|a| Wish::NextTo { application: format!("A{a}") }),
        Just(Wish::NearEntrance),
        Just(Wish::Corner),
    ]
}

/// Up to `most` stands and as many applications; services, needs, quarters, wishes, locks and closed stands by chance.
pub fn request(most: usize) -> impl Strategy<Value = AllocationRequest> {
    (1..=most, 0..=most).prop_flat_map(|(stands, applications)| {
        let services = (0..3_u32, weighted(0.7, Just(())), weighted(0.7, Just(())), any::<bool>());
        let built = vec((2..6_i32, services), stands);
        let quarters = vec((vec(0..stands, 0..4), vec("[123]", 0..3)), 2);
        let needs = (0..16_u32, 0..3_u32, weighted(0.3, Just(())), weighted(0.3, Just(())));
        let wanted = vec((needs, weighted(0.7, "[xyz]"), vec("[123]", 0..3), vec(wish(stands, applications), 0..4)), applications);
        let locks = vec((0..applications.max(1), 0..stands), 0..3);
        (built, quarters, wanted, locks, vec(0..stands, 0..2), 0..30_u8).prop_map(|(built, quarters, wanted, locks, closed, tolerance)| {
            put_together(&built, quarters, wanted, locks, closed, tolerance)
        })
    })
}

type Built = (i32, (u32, Option<()>, Option<()>, bool));
type Wanted = ((u32, u32, Option<()>, Option<()>), Option<String>, Vec<String>, Vec<Wish>);

fn put_together(
    built: &[Built],
    quarters: Vec<(Vec<usize>, Vec<String>)>,
    wanted: Vec<Wanted>,
    locks: Vec<(usize, usize)>,
    closed: Vec<usize>,
    area_tolerance_percent: u8,
) -> AllocationRequest {
    let mut plan = plan(&built.iter().map(|(width, _)| *width).collect::<Vec<_>>());
    for (stand, (_, (power, water, fire, corner))) in plan.stands.iter_mut().zip(built) {
        stand.services = Services { power_w: 1_000 * power, water: water.is_some(), fire: fire.is_some() };
        stand.corner = *corner;
    }
    let numbers = |stands: Vec<usize>| stands.into_iter().map(|s| format!("S{s}")).collect();
    let quarter = |(q, (stands, sectors)): (usize, (Vec<usize>, Vec<String>))| Quarter {
        id: format!("Q{q}"),
        sectors,
        stands: numbers(stands),
        ..Quarter::default()
    };
    plan.quarters = quarters.into_iter().enumerate().map(quarter).collect();
    let application = |(a, ((area, power, water, fire), group, sectors, mut wishes)): (usize, Wanted)| {
        let id = format!("A{a}");
        wishes.retain(|wish| !matches!(wish, Wish::NextTo { application } if *application == id));
        let needs = Needs { area_cm2: 10_000 * area, power_w: 1_000 * power, water: water.is_some(), fire: fire.is_some() };
        Application { id, group, needs, sectors, wishes }
    };
    let applications: Vec<_> = wanted.into_iter().enumerate().map(application).collect();
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for (a, s) in locks {
        if a < applications.len() && !closed.contains(&s) && kept.iter().all(|(b, t)| *b != a && *t != s) {
            kept.push((a, s));
        }
    }
    AllocationRequest {
        plan,
        applications,
        locks: kept.into_iter().map(|(a, s)| lock(&format!("A{a}"), &format!("S{s}"))).collect(),
        closed: numbers(closed),
        area_tolerance_percent,
    }
}
