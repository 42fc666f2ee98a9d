//! Which polygons lie side by side: edges on the same line that run in opposite directions for some length.

use super::{NEIGHBOUR_CM, edges, signed_doubled_area, turn};
use crate::plan::{Plan, Point};

/// A line: its direction in lowest terms, to the right or straight down, and its distance from the origin in that measure.
type Line = (i64, i64, i128);

/// An edge on its line, measured in steps of the direction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    line: Line,
    start: i64,
    end: i64,
    /// Whether it runs in the direction of the line when its polygon is gone round clockwise.
    forth: bool,
    owner: usize,
}

fn common_divisor(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The corners at which the boundary turns: what lies straight between two others is left out, so that an edge is as long as it looks.
fn turning_corners(polygon: &[Point]) -> Vec<Point> {
    let count = polygon.len();
    let turns = |i: &usize| turn(polygon[(i + count - 1) % count], polygon[*i], polygon[(i + 1) % count]) != 0;
    (0..count).filter(turns).map(|i| polygon[i]).collect()
}

fn stretches(polygon: &[Point], owner: usize, into: &mut Vec<Stretch>) {
    let clockwise = signed_doubled_area(polygon) >= 0;
    for (a, b) in edges(&turning_corners(polygon)) {
        let (dx, dy) = (i64::from(b.x) - i64::from(a.x), i64::from(b.y) - i64::from(a.y));
        let divisor = common_divisor(dx.abs(), dy.abs());
        if divisor == 0 {
            continue;
        }
        let to_the_right = dx > 0 || (dx == 0 && dy > 0);
        let sign = if to_the_right { divisor } else { -divisor };
        let (dx, dy) = (dx / sign, dy / sign);
        // The point of the line that counts as step 0 depends on the line alone: the one whose leading coordinate is the remainder.
        let step = |p: Point| if dx == 0 { i64::from(p.y) } else { i64::from(p.x).div_euclid(dx) };
        let distance = i128::from(dx) * i128::from(a.y) - i128::from(dy) * i128::from(a.x);
        let (start, end) = if to_the_right { (step(a), step(b)) } else { (step(b), step(a)) };
        into.push(Stretch { line: (dx, dy, distance), start, end, forth: to_the_right == clockwise, owner });
    }
}

/// Pairs of polygons, as indices into the one list and the other, that have a part of an edge in common and lie on its two sides; ascending, each
/// once. The common part is at least `at_least_cm` long, and longer than 0.
#[must_use]
pub fn contacts(ones: &[&[Point]], others: &[&[Point]], at_least_cm: u32) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (index, polygon) in ones.iter().chain(others).enumerate() {
        stretches(polygon, index, &mut all);
    }
    all.sort_unstable();
    let mut found = Vec::new();
    let mut open: Vec<Stretch> = Vec::new();
    for stretch in all {
        open.retain(|earlier| earlier.line == stretch.line && earlier.end > stretch.start);
        for earlier in open.iter().filter(|earlier| earlier.forth != stretch.forth) {
            let (low, high) = (earlier.owner.min(stretch.owner), earlier.owner.max(stretch.owner));
            let steps = i128::from(earlier.end.min(stretch.end) - stretch.start);
            let (dx, dy, _) = stretch.line;
            let squared = steps * steps * (i128::from(dx) * i128::from(dx) + i128::from(dy) * i128::from(dy));
            if low < ones.len() && high >= ones.len() && squared >= i128::from(at_least_cm) * i128::from(at_least_cm) {
                found.push((low, high - ones.len()));
            }
        }
        open.push(stretch);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// For each stand of the plan the indices of its neighbours, ascending: stands with which it shares at least [`NEIGHBOUR_CM`] of an edge.
#[must_use]
pub fn neighbours(plan: &Plan) -> Vec<Vec<usize>> {
    let stands: Vec<&[Point]> = plan.stands.iter().map(|stand| stand.polygon.as_slice()).collect();
    let mut lists = vec![Vec::new(); stands.len()];
    for (a, b) in contacts(&stands, &stands, NEIGHBOUR_CM) {
        if a != b {
            lists[a].push(b);
            lists[b].push(a);
        }
    }
    for list in &mut lists {
        list.sort_unstable();
        list.dedup();
    }
    lists
}
