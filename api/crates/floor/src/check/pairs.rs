//! Pairs of polygons that cover common ground: a sweep from left to right over the bounds, then the exact test.

use super::{Findings, List, MAX_PROBLEMS, Shapes};
use crate::geometry::{Bounds, bounds, overlap};
use crate::plan::{Plan, Point};
use crate::problem::Problem;

/// A polygon with its place in the plan.
struct Item<'p> {
    list: List,
    index: usize,
    polygon: &'p [Point],
    around: Bounds,
}

/// Stands on stands, stands on aisles, halls on halls.
pub fn overlaps(plan: &Plan, shapes: &Shapes, findings: &mut Findings) {
    let mut items = Vec::new();
    let mut add = |list, index, polygon: &'_ Vec<Point>, sound| {
        if let (true, Some(around)) = (sound, bounds(polygon)) {
            items.push((list, index, around));
        }
    };
    plan.stands.iter().enumerate().for_each(|(i, stand)| add(List::Stands, i, &stand.polygon, shapes.stands[i]));
    plan.aisles.iter().enumerate().for_each(|(i, aisle)| add(List::Aisles, i, &aisle.polygon, shapes.aisles[i]));
    plan.halls.iter().enumerate().for_each(|(i, hall)| add(List::Halls, i, &hall.polygon, shapes.halls[i]));
    let polygon = |list, index: usize| match list {
        List::Stands => plan.stands[index].polygon.as_slice(),
        List::Aisles => plan.aisles[index].polygon.as_slice(),
        _ => plan.halls[index].polygon.as_slice(),
    };
    let items = items.into_iter().map(|(list, index, around)| Item { list, index, polygon: polygon(list, index), around });
    for (a, b) in overlapping(items.collect()) {
        findings.add(b.0, b.1, problem(plan, a, b));
    }
}

/// The overlapping pairs, the one that is reported last; at most [`MAX_PROBLEMS`].
fn overlapping(mut items: Vec<Item<'_>>) -> Vec<((List, usize), (List, usize))> {
    items.sort_by_key(|item| (item.around.min.x, item.list, item.index));
    let mut found = Vec::new();
    let mut open: Vec<&Item<'_>> = Vec::new();
    for item in &items {
        open.retain(|other| other.around.max.x > item.around.min.x);
        for other in &open {
            if compared(item.list, other.list) && item.around.meets(&other.around) && overlap(item.polygon, other.polygon) {
                let (one, two) = ((item.list, item.index), (other.list, other.index));
                found.push((one.min(two), one.max(two)));
                if found.len() == MAX_PROBLEMS {
                    return found;
                }
            }
        }
        open.push(item);
    }
    found
}

/// Which lists may not overlap: a hall is there to be built on, and aisles cross.
fn compared(a: List, b: List) -> bool {
    use List::{Aisles, Halls, Stands};
    matches!((a, b), (Stands, Stands | Aisles) | (Aisles, Stands) | (Halls, Halls))
}

fn problem(plan: &Plan, other: (List, usize), at: (List, usize)) -> Problem {
    let (list, expected) = match at.0 {
        List::Halls => ("halls", "a polygon that covers no ground of another hall"),
        _ => ("stands", "a polygon that covers no ground of another stand or an aisle"),
    };
    let problem = Problem::new("overlapping", format!("/{list}/{}/polygon", at.1), expected);
    match (other.0, at.0) {
        (List::Aisles, _) => problem.with("stand", plan.stands[at.1].number.as_str()).with("aisle", other.1),
        (List::Stands, _) => problem
            .with("stand", plan.stands[at.1].number.as_str())
            .with("other", plan.stands[other.1].number.as_str())
            .with("first", other.1),
        _ => problem.with("hall", plan.halls[at.1].id.as_str()).with("other", plan.halls[other.1].id.as_str()).with("first", other.1),
    }
}
