use floor::geometry::{
    Location, NEIGHBOUR_CM, area_cm2, centroid, contains, doubled_area, is_simple, locate, neighbours, overlap, plan_bounds,
};
use floor::plan::{Plan, Point, Quarter, Stand};

fn polygon(corners: &[(i32, i32)]) -> Vec<Point> {
    corners.iter().map(|(x, y)| Point::new(*x, *y)).collect()
}

fn stands(polygons: &[&[(i32, i32)]]) -> Plan {
    let stand = |(i, corners): (usize, &&[(i32, i32)])| Stand { number: i.to_string(), polygon: polygon(corners), ..Stand::default() };
    Plan { stands: polygons.iter().enumerate().map(stand).collect(), ..Plan::default() }
}

#[test]
fn a_stand_in_the_hollow_of_another_is_no_overlap() {
    let hollow = polygon(&[(0, 0), (900, 0), (900, 900), (600, 900), (600, 300), (300, 300), (300, 900), (0, 900)]);
    let within = polygon(&[(300, 300), (600, 300), (600, 900), (300, 900)]);
    assert!(!overlap(&hollow, &within));
    assert!(!contains(&hollow, &within));
    let deeper = polygon(&[(300, 299), (600, 299), (600, 900), (300, 900)]);
    assert!(overlap(&hollow, &deeper), "one centimetre is enough");
}

#[test]
fn two_stands_that_cross_without_a_corner_inside_overlap() {
    let (long, high) = (polygon(&[(0, 100), (900, 100), (900, 200), (0, 200)]), polygon(&[(100, 0), (200, 0), (200, 900), (100, 900)]));
    assert!(overlap(&long, &high));
}

#[test]
fn a_stand_may_touch_the_walls_but_not_stand_in_a_bay_outside() {
    let hall = polygon(&[(0, 0), (1000, 0), (1000, 1000), (600, 1000), (600, 500), (400, 500), (400, 1000), (0, 1000)]);
    assert!(contains(&hall, &polygon(&[(0, 0), (400, 0), (400, 1000), (0, 1000)])));
    assert!(!contains(&hall, &polygon(&[(300, 600), (700, 600), (700, 700), (300, 700)])), "both ends are inside, the middle is not");
    assert!(!contains(&hall, &polygon(&[(400, 500), (600, 500), (600, 1000), (400, 1000)])), "every corner is on the wall");
}

#[test]
fn an_edge_that_leaves_the_hall_through_one_corner_and_comes_back_through_another_is_seen() {
    let hall = polygon(&[(0, 0), (1000, 0), (1000, 1000), (600, 1000), (600, 500), (500, 300), (400, 500), (400, 1000), (0, 1000)]);
    let mut stand = polygon(&[(100, 100), (900, 100), (900, 500), (100, 500)]);
    assert!(!contains(&hall, &stand));
    assert!(overlap(&hall, &stand));
    stand.reverse();
    assert!(!contains(&hall, &stand));
    assert!(contains(&hall, &polygon(&[(100, 100), (900, 100), (900, 300), (100, 300)])), "it touches the tip");
}

#[test]
fn what_covers_no_ground_is_contained_in_nothing() {
    let hall = polygon(&[(0, 0), (9, 0), (9, 9), (0, 9)]);
    assert!(!contains(&hall, &[Point::new(5, 5); 3]));
    assert!(!contains(&hall, &[]));
    assert!(!overlap(&hall, &[]));
}

#[test]
fn neighbours_share_half_a_metre() {
    assert_eq!(NEIGHBOUR_CM, 50);
    let plan = stands(&[
        &[(0, 0), (300, 0), (300, 300), (0, 300)],
        &[(300, 250), (600, 250), (600, 550), (300, 550)],
        &[(0, 300), (251, 300), (251, 600), (0, 600)],
        &[(600, 501), (900, 501), (900, 800), (600, 800)],
    ]);
    assert_eq!(neighbours(&plan), [vec![1, 2], vec![0], vec![0], vec![]]);
}

#[test]
fn a_corner_within_a_straight_edge_does_not_divide_it() {
    let plan =
        stands(&[&[(0, 0), (300, 0), (300, 40), (300, 80), (300, 300), (0, 300)], &[(300, 0), (600, 0), (600, 80), (300, 80), (300, 40)]]);
    assert_eq!(neighbours(&plan), [[1], [0]]);
}

#[test]
fn slanting_stands_are_neighbours_too() {
    // The border from (300, 0) to (330, 40) is 50 cm long.
    let plan = stands(&[&[(0, 0), (300, 0), (330, 40), (30, 40)], &[(300, 0), (600, 0), (630, 40), (330, 40)]]);
    assert_eq!(neighbours(&plan), [[1], [0]]);
    let plan = stands(&[&[(0, 0), (300, 0), (330, 39), (30, 39)], &[(300, 0), (600, 0), (630, 39), (330, 39)]]);
    assert_eq!(neighbours(&plan), vec![Vec::<usize>::new(); 2], "√(30² + 39²) is less than 50");
}

#[test]
fn areas_are_exact_to_the_half() {
    let triangle = polygon(&[(0, 0), (3, 0), (0, 1)]);
    assert_eq!((doubled_area(&triangle), area_cm2(&triangle)), (3, 1));
    let widest = polygon(&[(i32::MIN, i32::MIN), (i32::MAX, i32::MIN), (i32::MAX, i32::MAX), (i32::MIN, i32::MAX)]);
    assert_eq!(doubled_area(&widest), 2 * (i128::from(u32::MAX) * i128::from(u32::MAX)));
    assert_eq!(area_cm2(&widest), i64::MAX);
}

#[test]
fn the_centroid_of_an_angle_is_where_it_balances() {
    // 3 × 1 and 1 × 2 metres: ((3 · 1.5 + 2 · 0.5) / 5, (3 · 0.5 + 2 · 2) / 5).
    let angle = polygon(&[(0, 0), (300, 0), (300, 100), (100, 100), (100, 300), (0, 300)]);
    assert_eq!(centroid(&angle), Some(Point::new(110, 110)));
    assert_eq!(centroid(&polygon(&[(0, 0), (10, 0)])), Some(Point::new(5, 0)), "no area: the middle");
    assert_eq!(centroid(&polygon(&[(0, 0), (1, 0), (1, 1), (0, 1)])), Some(Point::new(1, 1)), "halves go right and down");
    assert_eq!(centroid(&[]), None);
}

#[test]
fn a_bow_tie_is_not_simple_and_a_corner_on_an_edge_is_not_either() {
    assert!(!is_simple(&polygon(&[(0, 0), (2, 2), (2, 0), (0, 2)])));
    assert!(!is_simple(&polygon(&[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)])));
    assert!(!is_simple(&polygon(&[(0, 0), (4, 0), (2, 0), (2, 3)])), "there and back");
    assert!(is_simple(&polygon(&[(0, 0), (2, 0), (4, 0), (4, 4)])), "straight on");
}

#[test]
fn a_corner_level_with_the_point_is_counted_once() {
    let kite = polygon(&[(0, 2), (2, 0), (4, 2), (2, 4)]);
    assert_eq!(locate(&kite, Point::new(1, 2)), Location::Inside);
    assert_eq!(locate(&kite, Point::new(-1, 2)), Location::Outside);
    assert_eq!(locate(&kite, Point::new(4, 2)), Location::Border);
    assert_eq!(locate(&kite, Point::new(3, 3)), Location::Border);
}

#[test]
fn a_quarter_holds_the_stands_it_lists_and_those_it_covers() {
    let mut plan = stands(&[
        &[(0, 0), (100, 0), (100, 100), (0, 100)],
        &[(100, 0), (200, 0), (200, 100), (100, 100)],
        &[(900, 0), (999, 0), (999, 99)],
    ]);
    let ground = Some(polygon(&[(0, 0), (150, 0), (150, 100), (0, 100)]));
    plan.quarters = vec![Quarter { stands: vec!["2".into(), "0".into()], polygon: ground, ..Quarter::default() }, Quarter::default()];
    assert_eq!(plan.quarter_stands(), [vec![0, 1, 2], vec![]], "the centroid of stand 1 is on the border");
    let around = plan_bounds(&plan).unwrap();
    assert_eq!((around.width(), around.height()), (999, 100));
    assert_eq!(plan_bounds(&Plan::default()), None);
}
