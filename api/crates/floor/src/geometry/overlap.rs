//! Whether two polygons cover common ground, and whether one contains the other: touching is neither an overlap nor an exit.
//!
//! Two boundaries without a proper crossing meet only at corners of one or the other, and corners have whole coordinates. So the edges are cut
//! at the corners that lie on them; each part then lies inside the other polygon, outside, or on its border as a whole, and its middle says which.
//! If no part of either boundary is inside the other polygon, they cover common ground only if they are the same, and then an edge of one runs along an
//! edge of the other in the same direction. Everything is exact.

use super::{Bounds, Location, along, bounds, edges, locate_doubled, signed_doubled_area, turn};
use crate::plan::Point;

/// An edge, with the corners of the other polygon that lie on it.
struct Cut {
    from: Point,
    to: Point,
    at: Vec<Point>,
    /// Whether it may have a point in common with the border of the other polygon.
    touched: bool,
}

/// The edges whose bounds touch `within`; clockwise as the plan is seen, so that two polygons side by side run along their border in opposite directions.
fn cuts(polygon: &[Point], within: &Bounds) -> Vec<Cut> {
    let backwards = signed_doubled_area(polygon) < 0;
    let near = |a: Point, b: Point| {
        a.x.min(b.x) <= within.max.x && within.min.x <= a.x.max(b.x) && a.y.min(b.y) <= within.max.y && within.min.y <= a.y.max(b.y)
    };
    let kept = edges(polygon).filter(|(a, b)| a != b && near(*a, *b));
    let cut = |(a, b)| {
        let (from, to) = if backwards { (b, a) } else { (a, b) };
        Cut { from, to, at: Vec::new(), touched: false }
    };
    kept.map(cut).collect()
}

/// How two edges meet where it decides; corners on the other edge are noted in both.
#[derive(PartialEq)]
enum Meeting {
    Crossing,
    SameWay,
    Harmless,
}

fn meet(a: &mut Cut, b: &mut Cut) -> Meeting {
    let apart = |a1: i32, a2: i32, b1: i32, b2: i32| a1.max(a2) < b1.min(b2) || b1.max(b2) < a1.min(a2);
    if apart(a.from.x, a.to.x, b.from.x, b.to.x) || apart(a.from.y, a.to.y, b.from.y, b.to.y) {
        return Meeting::Harmless;
    }
    let (from, to) = (turn(a.from, a.to, b.from), turn(a.from, a.to, b.to));
    if from.signum() * to.signum() > 0 {
        return Meeting::Harmless;
    }
    let (back, forth) = (turn(b.from, b.to, a.from), turn(b.from, b.to, a.to));
    if back.signum() * forth.signum() > 0 {
        return Meeting::Harmless;
    }
    if from.signum() * to.signum() < 0 && back.signum() * forth.signum() < 0 {
        return Meeting::Crossing;
    }
    (a.touched, b.touched) = (true, true);
    let within = |p: Point, q: Point, r: Point| along(r, p, r, q) < 0;
    for (on_line, corner) in [(from == 0, b.from), (to == 0, b.to)] {
        if on_line && within(a.from, a.to, corner) {
            a.at.push(corner);
        }
    }
    for (on_line, corner) in [(back == 0, a.from), (forth == 0, a.to)] {
        if on_line && within(b.from, b.to, corner) {
            b.at.push(corner);
        }
    }
    if from != 0 || to != 0 {
        return Meeting::Harmless;
    }
    let length = along(a.from, a.to, a.from, a.to);
    let (start, end) = (along(a.from, a.to, a.from, b.from), along(a.from, a.to, a.from, b.to));
    if start < end && start.max(0) < end.min(length) { Meeting::SameWay } else { Meeting::Harmless }
}

/// Whether a part of an edge lies in this location of the polygon. An edge that does not touch its border lies where the way to it did, also over edges that were
/// left out for being too far away to touch it; so only the first is looked at for itself.
fn some_part(cuts: &mut [Cut], polygon: &[Point], location: Location) -> bool {
    cuts.iter_mut().enumerate().any(|(place, cut)| {
        if place > 0 && !cut.touched {
            return false;
        }
        let (from, to) = (cut.from, cut.to);
        cut.at.push(from);
        cut.at.push(to);
        cut.at.sort_unstable_by_key(|p| along(from, to, from, *p));
        let middle = |p: Point, q: Point| (i64::from(p.x) + i64::from(q.x), i64::from(p.y) + i64::from(q.y));
        let mut parts = cut.at.windows(2).filter(|part| part[0] != part[1]).map(|part| middle(part[0], part[1]));
        parts.any(|(x, y)| locate_doubled(polygon, x, y) == location)
    })
}

/// Whether two simple polygons cover common ground. A common border or corner is none.
#[must_use]
pub fn overlap(a: &[Point], b: &[Point]) -> bool {
    let (Some(box_a), Some(box_b)) = (bounds(a), bounds(b)) else { return false };
    if !box_a.meets(&box_b) {
        return false;
    }
    let common = Bounds {
        min: Point::new(box_a.min.x.max(box_b.min.x), box_a.min.y.max(box_b.min.y)),
        max: Point::new(box_a.max.x.min(box_b.max.x), box_a.max.y.min(box_b.max.y)),
    };
    let (mut of_a, mut of_b) = (cuts(a, &common), cuts(b, &common));
    for one in &mut of_a {
        for other in &mut of_b {
            if meet(one, other) != Meeting::Harmless {
                return true;
            }
        }
    }
    some_part(&mut of_a, b, Location::Inside) || some_part(&mut of_b, a, Location::Inside)
}

/// Whether a simple polygon lies within another, which it may touch from within.
#[must_use]
pub fn contains(outer: &[Point], inner: &[Point]) -> bool {
    let Some(around) = bounds(inner) else { return false };
    let (mut inside, mut outside) = (cuts(inner, &around), cuts(outer, &around));
    for one in &mut inside {
        for other in &mut outside {
            if meet(one, other) == Meeting::Crossing {
                return false;
            }
        }
    }
    !inside.is_empty() && !some_part(&mut inside, outer, Location::Outside)
}
