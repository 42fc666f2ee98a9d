//! The same questions answered slowly, by other means. For coordinates below 20, so that floating point numbers tell all cases apart.

use floor::geometry::{Location, is_simple};
use floor::plan::Point;
use proptest::prelude::*;

const TINY: f64 = 1e-9;

/// Any list of points.
pub fn points() -> impl Strategy<Value = Vec<Point>> {
    proptest::collection::vec((0..8_i32, 0..8_i32), 1..8).prop_map(|list| list.into_iter().map(|(x, y)| Point::new(x, y)).collect())
}

/// A simple polygon; among others squares and such with hollows, that touch one another often.
pub fn polygon() -> impl Strategy<Value = Vec<Point>> {
    let rectangle = (0..6_i32, 0..6_i32, 1..5_i32, 1..5_i32, any::<bool>()).prop_map(|(x, y, w, h, turned)| {
        let mut corners = vec![Point::new(x, y), Point::new(x + w, y), Point::new(x + w, y + h), Point::new(x, y + h)];
        if turned {
            corners.reverse();
        }
        corners
    });
    prop_oneof![rectangle, points().prop_filter("no simple polygon", |p| is_simple(p))]
}

fn pairs(polygon: &[Point]) -> Vec<[(f64, f64); 2]> {
    let at = |i: usize| (f64::from(polygon[i % polygon.len()].x), f64::from(polygon[i % polygon.len()].y));
    (0..polygon.len()).map(|i| [at(i), at(i + 1)]).collect()
}

/// The intervals of a vertical line that lie in the polygon.
fn inside_at(polygon: &[Point], x: f64) -> Vec<(f64, f64)> {
    let crossed = pairs(polygon).into_iter().filter(|[a, b]| (a.0 > x) != (b.0 > x));
    let mut heights: Vec<f64> = crossed.map(|[a, b]| a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0)).collect();
    heights.sort_by(f64::total_cmp);
    heights.chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Vertical lines between all places where something begins, ends or crosses.
fn slabs(a: &[Point], b: &[Point]) -> Vec<f64> {
    let edges: Vec<_> = pairs(a).into_iter().chain(pairs(b)).collect();
    let mut events: Vec<f64> = edges.iter().map(|edge| edge[0].0).collect();
    for one in &edges {
        for other in &edges {
            if let Some((s, _)) = meeting(*one, *other) {
                events.push(one[0].0 + s * (one[1].0 - one[0].0));
            }
        }
    }
    events.sort_by(f64::total_cmp);
    events.windows(2).filter(|pair| pair[1] - pair[0] > TINY).map(|pair| f64::midpoint(pair[0], pair[1])).collect()
}

/// How far along each of two segments their lines meet, by Cramer's rule; none when they are parallel.
fn meeting([a, b]: [(f64, f64); 2], [c, d]: [(f64, f64); 2]) -> Option<(f64, f64)> {
    let (r, s) = ((b.0 - a.0, b.1 - a.1), (d.0 - c.0, d.1 - c.1));
    let across = r.0 * s.1 - r.1 * s.0;
    let to = (c.0 - a.0, c.1 - a.1);
    (across.abs() > TINY).then(|| ((to.0 * s.1 - to.1 * s.0) / across, (to.0 * r.1 - to.1 * r.0) / across))
}

pub fn overlap(a: &[Point], b: &[Point]) -> bool {
    slabs(a, b).into_iter().any(|x| {
        let others = inside_at(b, x);
        inside_at(a, x).into_iter().any(|(top, bottom)| others.iter().any(|(t, b)| bottom.min(*b) - top.max(*t) > TINY))
    })
}

pub fn contains(outer: &[Point], inner: &[Point]) -> bool {
    slabs(outer, inner).into_iter().all(|x| {
        let around = inside_at(outer, x);
        inside_at(inner, x).into_iter().all(|(top, bottom)| {
            let covered: f64 = around.iter().map(|(t, b)| (bottom.min(*b) - top.max(*t)).max(0.0)).sum();
            bottom - top - covered < TINY
        })
    })
}

/// On the border when two distances make up the edge; else inside when the angles add up to a full turn.
pub fn locate(polygon: &[Point], point: Point) -> Location {
    let p = (f64::from(point.x), f64::from(point.y));
    let distance = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
    if pairs(polygon).iter().any(|[a, b]| distance(*a, p) + distance(p, *b) - distance(*a, *b) < TINY) {
        return Location::Border;
    }
    let angle = |[a, b]: [(f64, f64); 2]| {
        let (a, b) = ((a.0 - p.0, a.1 - p.1), (b.0 - p.0, b.1 - p.1));
        (a.0 * b.1 - a.1 * b.0).atan2(a.0 * b.0 + a.1 * b.1)
    };
    let turns: f64 = pairs(polygon).into_iter().map(angle).sum();
    if turns.abs() > 3.0 { Location::Inside } else { Location::Outside }
}

/// No two edges meet but those that follow one another, and those in one point.
pub fn simple(polygon: &[Point]) -> bool {
    let edges = pairs(polygon);
    let count = edges.len();
    let long = |[a, b]: [(f64, f64); 2]| a != b;
    let distance = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
    let on = |[a, b]: [(f64, f64); 2], p| distance(a, p) + distance(p, b) - distance(a, b) < TINY;
    let apart = |i: usize, j: usize| {
        let (one, other) = (edges[i], edges[j]);
        let shared = if j == i + 1 || (i == 0 && j == count - 1) { 1 } else { 0 };
        let mut common: Vec<(f64, f64)> = other.iter().copied().filter(|p| on(one, *p)).collect();
        common.extend(one.iter().copied().filter(|p| on(other, *p)));
        common.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        common.dedup();
        let crosses = meeting(one, other).is_some_and(|(s, t)| s > TINY && s < 1.0 - TINY && t > TINY && t < 1.0 - TINY);
        !crosses && common.len() <= shared
    };
    count >= 3 && edges.iter().all(|e| long(*e)) && (0..count).all(|i| (i + 1..count).all(|j| apart(i, j)))
}
