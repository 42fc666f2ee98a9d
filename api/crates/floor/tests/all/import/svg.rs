use std::collections::BTreeSet;

use floor::check::check;
use floor::import::{Import, ImportOptions, SkipReason, from_svg};
use floor::plan::{Names, Point, Services};
use proptest::prelude::*;

use super::skipped;

fn taken(body: &str) -> Import {
    taken_with(body, &ImportOptions::default())
}

fn taken_with(body: &str, options: &ImportOptions) -> Import {
    from_svg(&format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>"#), options).unwrap()
}

/// The corners of the only stand.
fn stand(body: &str) -> Vec<(i32, i32)> {
    let import = taken(body);
    assert_eq!((import.plan.stands.len(), &import.skipped), (1, &Vec::new()), "{body}");
    import.plan.stands[0].polygon.iter().map(|p| (p.x, p.y)).collect()
}

/// The reason why the only element is skipped.
fn reason(body: &str) -> SkipReason {
    let import = taken(body);
    assert_eq!((import.plan.stands.len(), import.skipped_total), (0, 1), "{body}: {import:?}");
    import.skipped[0].reason
}

const SQUARE: [(i32, i32); 4] = [(0, 0), (300, 0), (300, 300), (0, 300)];

#[test]
fn a_drawing_in_layers_becomes_a_sound_plan() {
    let drawing = r##"<?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 12 9">
            <sodipodi:namedview xmlns:sodipodi="s"><inkscape:grid id="grid"/></sodipodi:namedview>
            <defs id="defs1"/>
            <title>القاعة الكبرى</title>
            <g inkscape:label="Halls" inkscape:groupmode="layer">
                <rect id="h" data-number="A" data-prefix="A-" data-name-ar="القاعة أ" data-name-fr="Hall A" width="12" height="9"/>
            </g>
            <g class="aisles"><rect id="a" y="3" width="12" height="3"/></g>
            <g id="layer-stands">
                <rect id="s1" data-number="1" width="3" height="3" data-power-w="2000" data-water="yes" data-corner="" data-open-sides="2"/>
                <rect id="s2" x="3" width="3" height="3" data-fire="true"><title>جناح</title></rect>
                <g transform="translate(0 6)"><polygon inkscape:label="3" id="p9" points="0,0 3,0 3,3 0,3"/></g>
            </g>
            <g class="quarter"><rect id="clay" data-sectors="02, 05" width="6" height="3"/></g>
            <circle class="entrance" cx="0" cy="4.5" r="1"/>
            <text x="1" y="1">A <tspan>12</tspan></text>
        </svg>"##;
    let import = from_svg(drawing, &ImportOptions { cm_per_unit: 100.0, ..ImportOptions::default() }).unwrap();
    assert_eq!(skipped(&import), [("text", SkipReason::UnsupportedElement)]);
    let plan = import.plan;
    assert_eq!(check(&plan), []);
    let hall = &plan.halls[0];
    assert_eq!((hall.id.as_str(), hall.prefix.as_str(), &hall.entrances), ("A", "A-", &vec![Point::new(0, 450)]));
    assert_eq!(hall.name, Some(Names { ar: "القاعة أ".into(), fr: Some("Hall A".into()), en: None }));
    assert_eq!(plan.stands.iter().map(|s| (s.number.as_str(), s.hall.as_str())).collect::<Vec<_>>(), [("1", "A"), ("s2", "A"), ("3", "A")]);
    assert_eq!(plan.stands[0].services, Services { power_w: 2000, water: true, fire: false });
    assert_eq!((plan.stands[0].corner, plan.stands[0].open_sides, plan.stands[1].services.fire), (true, 2, true));
    assert_eq!(plan.stands[2].polygon[0], Point::new(0, 600));
    assert_eq!((plan.quarters[0].id.as_str(), &plan.quarters[0].sectors), ("clay", &vec!["02".to_owned(), "05".to_owned()]));
    assert_eq!(plan.quarter_stands(), [[0, 1]]);
}

#[test]
fn every_way_of_drawing_a_square_gives_the_same_square() {
    for body in [
        r#"<rect id="s" width="300" height="300"/>"#,
        r#"<rect id="s" width="300px" height="3.125in"/>"#,
        r#"<rect id="s" width="79.375mm" height="7.9375cm"/>"#,
        r#"<rect id="s" width="225pt" height="18.75pc"/>"#,
        r#"<rect id="s" x="-0.4" y="0.4" width="300" height="300" rx="20"/>"#,
        r#"<polygon id="s" points="0 0,300 0 300,300,0,300"/>"#,
        r#"<polygon id="s" points="0 0 300 0 300 300 0 300 0 0"/>"#,
        r#"<polyline id="s" points="0 0 300 0 300 300 0 300 0 0"/>"#,
        r#"<path id="s" d="M0 0H300V300H0Z"/>"#,
        r#"<path id="s" d="M0 0h300v300h-300z"/>"#,
        r#"<path id="s" d="m 0,0 300,0 0,300 -300,0 z m 5 5"/>"#,
        r#"<path id="s" d="M 0,0 L 300,0 l 0,300 L 0 300 0 0"/>"#,
        r#"<path id="s" d="M0 0h300v300h-300v-300m5 5"/>"#,
        r#"<polygon id="s" points="0 0 300 0 300.2 0 300 300 0 300"/>"#,
        r#"<path id="s" d="M0 0 300 0 300 300 0 300 0.3 0.2Z"/>"#,
        r#"<svg:rect xmlns:svg="http://www.w3.org/2000/svg" id="s" width="300" height="300"/>"#,
    ] {
        assert_eq!(stand(body), SQUARE, "{body}");
    }
}

#[test]
fn transforms_are_applied_from_the_inside_out() {
    let rect = r#"<rect id="s" width="300" height="300""#;
    assert_eq!(stand(&format!(r#"{rect} transform="translate(100 50)"/>"#))[0], (100, 50));
    assert_eq!(stand(&format!(r#"<g transform="scale(2)">{rect} transform="translate(100,50)"/></g>"#))[2], (800, 700));
    assert_eq!(stand(&format!(r#"<g transform="translate(100,50)">{rect} transform="scale(2 3)"/></g>"#))[2], (700, 950));
    assert_eq!(stand(&format!(r#"{rect} transform="translate(100,50) scale(2)"/>"#))[2], (700, 650));
    assert_eq!(stand(&format!(r#"<g transform="translate(100,50)"><g transform="scale(2)">{rect}/></g></g>"#))[2], (700, 650));
    assert_eq!(stand(&format!(r#"{rect} transform="matrix(1 0 0 -1 10 20)"/>"#))[2], (310, -280));
    assert_eq!(stand(&format!(r#"{rect} transform="rotate(90)"/>"#)), [(0, 0), (0, 300), (-300, 300), (-300, 0)]);
    assert_eq!(stand(&format!(r#"{rect} transform="rotate(180 150 150)"/>"#)), [(300, 300), (0, 300), (0, 0), (300, 0)]);
    // 300 · cos 30° = 259.8, 300 · sin 30° = 150.
    assert_eq!(stand(&format!(r#"{rect} transform="rotate(30)"/>"#)), [(0, 0), (260, 150), (110, 410), (-150, 260)]);
    assert_eq!(stand(&format!(r#"<g transform="translate(1)"><g transform="translate(2)">{rect}/></g></g>"#))[0], (3, 0));
}

#[test]
fn the_nearest_word_says_what_an_element_is() {
    let import = taken(
        r#"<g class="stand"><rect class="big aisle" width="1" height="1"/><g data-kind="hall"><rect width="2" height="2"/></g>
           <rect width="3" height="3"/></g><rect id="x" class="note" width="4" height="4"/><rect class="stand" width="5" height="5"/>"#,
    );
    assert_eq!(skipped(&import), []);
    assert_eq!((import.plan.aisles.len(), import.plan.halls.len()), (1, 1));
    assert_eq!(import.plan.halls[0].id, "hall-1");
    let numbers: Vec<_> = import.plan.stands.iter().map(|s| (s.number.as_str(), s.polygon[2].x)).collect();
    assert_eq!(numbers, [("", 3), ("x", 4), ("", 5)]);
}

#[test]
fn what_is_skipped_has_its_reason() {
    let all = [
        (SkipReason::Curved, r#"<path id="s" d="M0 0 C 1 1 2 2 3 3 Z"/>"#),
        (SkipReason::Curved, r#"<path id="s" d="M0 0 A 1 1 0 0 0 3 3 Z"/>"#),
        (SkipReason::Hidden, r#"<rect id="s" width="3" height="3" style="fill:red; display : none"/>"#),
        (SkipReason::Hidden, r#"<g display="none"><rect id="s" width="3" height="3"/></g>"#),
        (SkipReason::NoArea, r#"<rect id="s" width="3"/>"#),
        (SkipReason::NoArea, r#"<rect id="s" width="0.2" height="9"/>"#),
        (SkipReason::NoArea, r#"<polygon id="s"/>"#),
        (SkipReason::NoArea, r#"<path id="s" d=""/>"#),
        (SkipReason::NoHall, r#"<circle class="entrance" cx="3" cy="3"/>"#),
        (SkipReason::NoKind, r#"<rect width="3" height="3"/>"#),
        (SkipReason::NotClosed, r#"<polyline id="s" points="0 0 3 0 3 3"/>"#),
        (SkipReason::NotClosed, r#"<path id="s" d="M0 0 H3 V3"/>"#),
        (SkipReason::NotDrawn, r#"<defs><rect id="s" width="3" height="3"/></defs>"#),
        (SkipReason::NotDrawn, r#"<symbol id="s"><rect width="3" height="3"/></symbol>"#),
        (SkipReason::OutOfRange, r#"<rect id="s" width="1000001" height="3"/>"#),
        (SkipReason::OutOfRange, r#"<rect id="s" width="1e300" height="3" transform="scale(1e300)"/>"#),
        (SkipReason::SeveralOutlines, r#"<path id="s" d="M0 0h3v3z M9 9h3v3z"/>"#),
        (SkipReason::SeveralOutlines, r#"<path id="s" d="M0 0h3v3z h9"/>"#),
        (SkipReason::SeveralOutlines, r#"<path id="s" d="M0 0h3v3 M9 9h3v3z"/>"#),
        (SkipReason::Unreadable, r#"<path id="s" d="M0 0 L x"/>"#),
        (SkipReason::Unreadable, r#"<polygon id="s" points="0 0 3 0 3 3 3"/>"#),
        (SkipReason::Unreadable, r#"<polygon id="s" points="0 0 3 0 3 x"/>"#),
        (SkipReason::Unreadable, r#"<rect id="s" width="wide" height="3"/>"#),
        (SkipReason::Unreadable, r#"<rect id="s" width="3" height="3" transform="spin(3)"/>"#),
        (SkipReason::Unreadable, r#"<rect id="s" width="3" height="3" id="s"/>"#),
        (SkipReason::Unreadable, r#"<rect id="s" width="3" height="3" data-power-w="-1"/>"#),
        (SkipReason::Unreadable, r#"<rect id="s" width="3" height="3" data-power-w="1000001"/>"#),
        (SkipReason::Unreadable, r#"<rect id="s" width="3" height="3" data-water="perhaps"/>"#),
        (SkipReason::Unreadable, r#"<g transform="x"><rect id="s" width="3" height="3"/></g>"#),
        (SkipReason::UnsupportedElement, r##"<use id="s" href="#t"/>"##),
        (SkipReason::UnsupportedElement, r#"<circle id="s" r="3"/>"#),
        (SkipReason::UnsupportedElement, r#"<svg x="3"><rect id="s" width="3" height="3"/></svg>"#),
        (SkipReason::UnsupportedUnit, r#"<rect id="s" width="50%" height="3"/>"#),
        (SkipReason::UnsupportedUnit, r#"<rect id="s" width="2em" height="3"/>"#),
    ];
    for (expected, body) in &all {
        assert_eq!(reason(body), *expected, "{body}");
    }
    let many: String = (0..1_002).map(|i| format!("{} {} ", i, i % 2)).collect();
    assert_eq!(reason(&format!(r#"<polygon id="s" points="{many}"/>"#)), SkipReason::TooManyCorners);
    assert_eq!(reason(&format!(r#"<path id="s" d="M{many}Z"/>"#)), SkipReason::TooManyCorners);
    let named: BTreeSet<_> = all.iter().map(|(reason, _)| *reason).chain([SkipReason::TooManyCorners, SkipReason::Holes]).collect();
    assert_eq!(named, BTreeSet::from(SkipReason::ALL), "holes are for GeoJSON");
}

#[test]
fn an_element_is_found_again_by_its_position_and_name() {
    let import = taken(r#"<rect id="a" width="3" height="3"/><g><path id="b" d="M0"/><image/></g>"#);
    let found: Vec<_> = import.skipped.iter().map(|s| (s.position, s.element.as_str(), s.id.as_deref())).collect();
    assert_eq!(found, [(4, "path", Some("b")), (5, "image", None)]);
}

#[test]
fn what_is_skipped_is_told_in_the_order_of_the_drawing() {
    let import = taken(r#"<rect id="far" width="1000001" height="3"/><image id="picture"/>"#);
    assert_eq!(skipped(&import), [("far", SkipReason::OutOfRange), ("picture", SkipReason::UnsupportedElement)]);
}

#[test]
fn a_hall_without_a_name_gets_one_nobody_has() {
    let import = taken(r#"<rect class="hall" width="1" height="1"/><rect class="hall" id="hall-1" x="5" width="1" height="1"/>"#);
    assert_eq!(import.plan.halls.iter().map(|hall| hall.id.as_str()).collect::<Vec<_>>(), ["hall-2", "hall-1"]);
}

#[test]
fn a_stand_belongs_to_the_hall_around_it() {
    let hall_of = |stand: &str| {
        let halls = r#"<rect class="hall" id="A" width="900" height="900"/><rect class="hall" id="B" x="900" width="900" height="900"/>"#;
        taken(&format!("{halls}{stand}")).plan.stands[0].hall.clone()
    };
    assert_eq!(hall_of(r#"<rect id="s" x="900" width="300" height="300"/>"#), "B", "its first corner is on the wall of both");
    assert_eq!(hall_of(r#"<path id="s" d="M1500 0h900v900h-900v-9h880v-882h-880z"/>"#), "B", "its centroid is outside");
    assert_eq!(hall_of(r#"<rect id="s" x="2000" width="300" height="300"/>"#), "");
    assert_eq!(hall_of(r#"<rect id="s" data-hall="C" width="300" height="300"/>"#), "C");
}

#[test]
fn a_map_is_turned_over_and_moved_to_the_corner() {
    let body = r#"<rect class="hall" x="500000" y="4000000" width="12" height="9"/><rect class="stand" x="500001" y="4000000" width="3" height="3"/>"#;
    assert_eq!(taken_with(body, &ImportOptions { cm_per_unit: 100.0, ..ImportOptions::default() }).skipped_total, 2);
    let import = taken_with(body, &ImportOptions { cm_per_unit: 100.0, y_upwards: true, to_corner: true });
    assert_eq!(import.skipped, []);
    assert_eq!(import.plan.halls[0].polygon[0], Point::new(0, 900), "the lower edge of a map is at the bottom");
    assert_eq!(import.plan.stands[0].polygon[2], Point::new(400, 600));
    assert_eq!(import.plan.stands[0].hall, "hall-1");
}

proptest! {
    #[test]
    fn any_turn_keeps_the_area_but_for_the_rounding(angle in -720.0..720.0_f64, w in 100..2_000_i32, h in 100..2_000_i32) {
        let import = taken(&format!(r#"<rect id="s" width="{w}" height="{h}" transform="rotate({angle} 77 -33)"/>"#));
        let area = floor::geometry::area_cm2(&import.plan.stands[0].polygon);
        prop_assert!((area - i64::from(w) * i64::from(h)).abs() <= i64::from(w + h) * 2, "{area}");
    }

    #[test]
    fn a_path_is_the_same_relative_and_absolute(corners in proptest::collection::vec((-500..500_i32, -500..500_i32), 3..9)) {
        let mut at = (0, 0);
        let (mut absolute, mut relative) = (String::new(), String::new());
        for (i, (x, y)) in corners.iter().enumerate() {
            let letters = if i == 0 { ("M", "m") } else { ("L", "l") };
            absolute += &format!("{}{x} {y}", letters.0);
            relative += &format!("{}{} {}", letters.1, x - at.0, y - at.1);
            at = (*x, *y);
        }
        let read = |d: String| taken(&format!(r#"<path id="s" d="{d}z"/>"#));
        prop_assert_eq!(read(absolute), read(relative));
    }
}
