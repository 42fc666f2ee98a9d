use floor::geometry::{Location, area_cm2, bounds, centroid, contacts, contains, doubled_area, is_simple, locate, overlap};
use floor::plan::Point;
use proptest::collection::vec;
use proptest::prelude::*;

use super::oracle::{self, points, polygon};

fn moved(polygon: &[Point], dx: i32, dy: i32) -> Vec<Point> {
    polygon.iter().map(|p| Point::new(p.x + dx, p.y + dy)).collect()
}

fn turned(polygon: &[Point]) -> Vec<Point> {
    polygon.iter().map(|p| Point::new(-p.y, p.x)).collect()
}

fn rectangle((x, y, w, h): (i32, i32, i32, i32)) -> Vec<Point> {
    vec![Point::new(x, y), Point::new(x + w, y), Point::new(x + w, y + h), Point::new(x, y + h)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn two_polygons_overlap_when_a_sweep_finds_common_ground(a in polygon(), b in polygon()) {
        prop_assert_eq!(overlap(&a, &b), oracle::overlap(&a, &b));
        prop_assert_eq!(overlap(&a, &b), overlap(&b, &a));
        prop_assert!(overlap(&a, &a));
    }

    #[test]
    fn one_polygon_contains_another_when_a_sweep_finds_nothing_outside(a in polygon(), b in polygon()) {
        prop_assert_eq!(contains(&a, &b), oracle::contains(&a, &b));
        prop_assert!(contains(&a, &a));
    }

    #[test]
    fn a_point_lies_where_the_angles_say(a in polygon(), x in -1..9_i32, y in -1..9_i32) {
        prop_assert_eq!(locate(&a, Point::new(x, y)), oracle::locate(&a, Point::new(x, y)));
    }

    #[test]
    fn a_polygon_is_simple_when_no_two_edges_meet(a in points()) {
        prop_assert_eq!(is_simple(&a), oracle::simple(&a));
    }

    #[test]
    fn nothing_changes_when_a_plan_is_moved_turned_or_gone_round_the_other_way(a in polygon(), b in polygon(), by in -999_990..999_990_i32) {
        let (overlaps, holds) = (overlap(&a, &b), contains(&a, &b));
        let mut back = a.clone();
        back.reverse();
        for (one, other) in [(moved(&a, by, -by), moved(&b, by, -by)), (turned(&a), turned(&b)), (back, b.clone())] {
            prop_assert_eq!(overlap(&one, &other), overlaps);
            prop_assert_eq!(contains(&one, &other), holds);
            prop_assert_eq!(doubled_area(&one), doubled_area(&a));
            prop_assert_eq!(contacts(&[&one], &[&other], 1), contacts(&[&a], &[&b], 1));
        }
        prop_assert_eq!(centroid(&moved(&a, by, -by)), centroid(&a).map(|c| Point::new(c.x + by, c.y - by)));
    }

    #[test]
    fn the_area_follows_from_the_points_inside_and_on_the_border(a in polygon()) {
        let pick = |location| (0..12).flat_map(|x| (0..12).map(move |y| Point::new(x, y))).filter(|p| locate(&a, *p) == location).count() as i128;
        // G. Pick 1899: area = points inside + half of those on the border − 1.
        prop_assert_eq!(doubled_area(&a), 2 * pick(Location::Inside) + pick(Location::Border) - 2);
        prop_assert_eq!(i128::from(area_cm2(&a)), doubled_area(&a) / 2);
    }

    #[test]
    fn the_centroid_lies_within_the_bounds_and_that_of_a_rectangle_in_the_middle(a in polygon(), w in 1..50_i32, h in 1..50_i32) {
        let (around, centre) = (bounds(&a).unwrap(), centroid(&a).unwrap());
        prop_assert!(around.min <= centre && centre.x <= around.max.x && centre.y <= around.max.y);
        prop_assert_eq!(centroid(&rectangle((-3, 5, 2 * w, 2 * h))), Some(Point::new(w - 3, h + 5)));
    }

    #[test]
    fn rectangles_are_in_contact_when_their_sides_are(
        rectangles in vec((0..6_i32, 0..6_i32, 1..4_i32, 1..4_i32), 2..8),
        step in 1..60_i32,
        at_least in 0..100_u32,
    ) {
        let big: Vec<_> = rectangles.iter().map(|(x, y, w, h)| (x * step, y * step, w * step, h * step)).collect();
        let polygons: Vec<_> = big.iter().map(|r| rectangle(*r)).collect();
        let slices: Vec<&[Point]> = polygons.iter().map(Vec::as_slice).collect();
        let (ones, others) = slices.split_at(slices.len() / 2);
        let mut expected = Vec::new();
        for (i, a) in big[..ones.len()].iter().enumerate() {
            for (j, b) in big[ones.len()..].iter().enumerate() {
                let shared = |from: i32, length: i32, other: i32, its: i32| (from + length).min(other + its) - from.max(other);
                let beside = a.0 + a.2 == b.0 || b.0 + b.2 == a.0;
                let above = a.1 + a.3 == b.1 || b.1 + b.3 == a.1;
                let long = |cm: i32| cm > 0 && cm as u32 >= at_least;
                if (beside && long(shared(a.1, a.3, b.1, b.3))) || (above && long(shared(a.0, a.2, b.0, b.2))) {
                    expected.push((i, j));
                }
            }
        }
        prop_assert_eq!(contacts(ones, others, at_least), expected);
    }

    #[test]
    fn whatever_the_coordinates_are_there_is_an_answer(a in vec(any::<(i32, i32)>(), 0..6), b in vec(any::<(i32, i32)>(), 0..6)) {
        let points = |list: Vec<(i32, i32)>| -> Vec<Point> { list.into_iter().map(|(x, y)| Point::new(x, y)).collect() };
        let (a, b) = (points(a), points(b));
        let _ = (overlap(&a, &b), contains(&a, &b), is_simple(&a), contacts(&[&a], &[&b], u32::MAX), centroid(&a), area_cm2(&a));
        prop_assert_eq!(bounds(&a).is_some(), !a.is_empty());
    }
}
