//! Polygons with whole coordinates, computed exactly.
//!
//! Every function takes any list of points with any coordinates; what it says about a list that is no simple polygon is determined, but
//! means little. Nothing is rounded except where it is said.

mod lines;
mod overlap;

use crate::plan::{Plan, Point};

pub use lines::{contacts, neighbours};
pub use overlap::{contains, overlap};

/// The shared part of two edges that makes two stands neighbours, in centimetres.
pub const NEIGHBOUR_CM: u32 = 50;

/// The smallest upright rectangle around something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Its corner at the upper left.
    pub min: Point,
    /// Its corner at the lower right.
    pub max: Point,
}

impl Bounds {
    /// Whether the two have more than a border in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.min.x < other.max.x && other.min.x < self.max.x && self.min.y < other.max.y && other.min.y < self.max.y
    }

    /// Whether the two have a point in common.
    #[must_use]
    pub fn touches(&self, other: &Self) -> bool {
        self.min.x <= other.max.x && other.min.x <= self.max.x && self.min.y <= other.max.y && other.min.y <= self.max.y
    }

    /// The centimetres from the left to the right.
    #[must_use]
    pub fn width(&self) -> i64 {
        i64::from(self.max.x) - i64::from(self.min.x)
    }

    /// The centimetres from the top to the bottom.
    #[must_use]
    pub fn height(&self) -> i64 {
        i64::from(self.max.y) - i64::from(self.min.y)
    }
}

/// Where a point lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// Inside, not on the border.
    Inside,
    /// On an edge or a corner.
    Border,
    /// Outside.
    Outside,
}

/// The edges, from each corner to the next.
pub(crate) fn edges(polygon: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    polygon.iter().copied().zip(polygon.iter().copied().cycle().skip(1))
}

/// (b − a) × (c − a): positive when c lies to the right of the way from a to b as the plan is seen, 0 when it lies on the line.
pub(crate) fn turn(a: Point, b: Point, c: Point) -> i128 {
    let (abx, aby) = (i128::from(b.x) - i128::from(a.x), i128::from(b.y) - i128::from(a.y));
    let (acx, acy) = (i128::from(c.x) - i128::from(a.x), i128::from(c.y) - i128::from(a.y));
    abx * acy - aby * acx
}

/// (b − a) · (d − c).
pub(crate) fn along(a: Point, b: Point, c: Point, d: Point) -> i128 {
    let (abx, aby) = (i128::from(b.x) - i128::from(a.x), i128::from(b.y) - i128::from(a.y));
    let (cdx, cdy) = (i128::from(d.x) - i128::from(c.x), i128::from(d.y) - i128::from(c.y));
    abx * cdx + aby * cdy
}

/// Twice the area in square centimetres, exact; negative when the corners go round anticlockwise as the plan is seen. It is the shoelace formula.
pub(crate) fn signed_doubled_area(polygon: &[Point]) -> i128 {
    edges(polygon).map(|(a, b)| i128::from(a.x) * i128::from(b.y) - i128::from(b.x) * i128::from(a.y)).sum()
}

/// Twice the area in square centimetres, exact.
#[must_use]
pub fn doubled_area(polygon: &[Point]) -> i128 {
    signed_doubled_area(polygon).abs()
}

/// The area in square centimetres, half a one rounded down.
#[must_use]
pub fn area_cm2(polygon: &[Point]) -> i64 {
    i64::try_from(doubled_area(polygon) / 2).unwrap_or(i64::MAX)
}

/// The smallest upright rectangle around the points; none without points.
#[must_use]
pub fn bounds(points: &[Point]) -> Option<Bounds> {
    let first = *points.first()?;
    let widen = |b: Bounds, p: &Point| Bounds {
        min: Point::new(b.min.x.min(p.x), b.min.y.min(p.y)),
        max: Point::new(b.max.x.max(p.x), b.max.y.max(p.y)),
    };
    Some(points.iter().fold(Bounds { min: first, max: first }, widen))
}

/// The smallest upright rectangle around the whole plan.
#[must_use]
pub fn plan_bounds(plan: &Plan) -> Option<Bounds> {
    let halls = plan.halls.iter().map(|hall| &hall.polygon);
    let quarters = plan.quarters.iter().filter_map(|quarter| quarter.polygon.as_ref());
    let rest = plan.aisles.iter().map(|aisle| &aisle.polygon).chain(plan.stands.iter().map(|stand| &stand.polygon));
    let corners: Vec<Point> = halls.chain(quarters).chain(rest).filter_map(|p| bounds(p)).flat_map(|b| [b.min, b.max]).collect();
    bounds(&corners)
}

/// `a / b` to the nearest whole number, halves upwards; `b` is positive.
fn rounded(a: i128, b: i128) -> i32 {
    i32::try_from((2 * a + b).div_euclid(2 * b)).unwrap_or(i32::MAX)
}

/// The centroid, rounded to the centimetre, halves to the right and downwards; the middle of the bounds when there is no area; none without
/// points. That of a polygon with a hollow can lie outside of it.
#[must_use]
pub fn centroid(polygon: &[Point]) -> Option<Point> {
    let around = bounds(polygon)?;
    // Measured from a corner of the bounds, so that the sums stay small.
    let (x0, y0) = (i128::from(around.min.x), i128::from(around.min.y));
    let (mut area, mut sum_x, mut sum_y) = (0_i128, 0_i128, 0_i128);
    for (a, b) in edges(polygon) {
        let (ax, ay, bx, by) = (i128::from(a.x) - x0, i128::from(a.y) - y0, i128::from(b.x) - x0, i128::from(b.y) - y0);
        let cross = ax * by - bx * ay;
        area += cross;
        sum_x += (ax + bx) * cross;
        sum_y += (ay + by) * cross;
    }
    let at = match area.signum() {
        0 => {
            let middle = |low: i32, high: i32| rounded(i128::from(low) + i128::from(high), 2);
            Point::new(middle(around.min.x, around.max.x), middle(around.min.y, around.max.y))
        }
        sign => {
            let three = 3 * area.abs();
            Point::new(rounded(sum_x * sign + x0 * three, three), rounded(sum_y * sign + y0 * three, three))
        }
    };
    Some(at)
}

/// Where the point lies: the crossing number with exact signs (K. Hormann and A. Agathos, “The point in polygon problem for arbitrary polygons”,
/// Computational Geometry 20 (2001), 131–144).
#[must_use]
pub fn locate(polygon: &[Point], point: Point) -> Location {
    locate_doubled(polygon, 2 * i64::from(point.x), 2 * i64::from(point.y))
}

/// Where the point with these doubled coordinates lies, so that the middle of two corners is a whole one.
pub(crate) fn locate_doubled(polygon: &[Point], x: i64, y: i64) -> Location {
    let mut inside = false;
    for (a, b) in edges(polygon) {
        let (ax, ay, bx, by) = (2 * i64::from(a.x) - x, 2 * i64::from(a.y) - y, 2 * i64::from(b.x) - x, 2 * i64::from(b.y) - y);
        if (ay > 0 && by > 0) || (ay < 0 && by < 0) || (ax < 0 && bx < 0) {
            continue;
        }
        let cross = i128::from(ax) * i128::from(by) - i128::from(bx) * i128::from(ay);
        if cross == 0 && (ax <= 0 || bx <= 0) {
            return Location::Border;
        }
        if (ay > 0) != (by > 0) && (cross > 0) == (by > ay) {
            inside = !inside;
        }
    }
    if inside { Location::Inside } else { Location::Outside }
}

/// Whether no edge is without length and no two edges have a point in common, other than the corner between two that follow one another.
#[must_use]
pub fn is_simple(polygon: &[Point]) -> bool {
    polygon.len() >= 3 && edges(polygon).all(|(a, b)| a != b) && crossing(polygon).is_none()
}

/// The first two edges that have more in common than they may, by the index of the corner they start from.
pub(crate) fn crossing(polygon: &[Point]) -> Option<(usize, usize)> {
    let count = polygon.len();
    let all: Vec<(Point, Point)> = edges(polygon).collect();
    let box_of =
        |(a, b): (Point, Point)| Bounds { min: Point::new(a.x.min(b.x), a.y.min(b.y)), max: Point::new(a.x.max(b.x), a.y.max(b.y)) };
    for i in 0..count {
        let (a, b) = all[i];
        for j in i + 1..count {
            let (c, d) = all[j];
            let spike = |from: Point, corner: Point, to: Point| turn(from, corner, to) == 0 && along(corner, from, corner, to) > 0;
            let follows = (j == i + 1, i == 0 && j == count - 1);
            let bad = match follows {
                (true, _) => spike(a, b, d),
                (false, true) => spike(c, a, b),
                (false, false) => box_of(all[i]).touches(&box_of(all[j])) && segments_meet(a, b, c, d),
            };
            if bad {
                return Some((i, j));
            }
        }
    }
    None
}

/// Whether two segments have a point in common.
fn segments_meet(a: Point, b: Point, c: Point, d: Point) -> bool {
    let on = |p: Point, q: Point, r: Point| turn(p, q, r) == 0 && along(r, p, r, q) <= 0;
    let (abc, abd, cda, cdb) = (turn(a, b, c).signum(), turn(a, b, d).signum(), turn(c, d, a).signum(), turn(c, d, b).signum());
    (abc * abd < 0 && cda * cdb < 0) || on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b)
}
