use floor::check::is_sound;
use floor::geometry::is_simple;
use floor::import::{Import, ImportOptions, SkipReason, from_geojson, to_geojson};
use floor::plan::{Aisle, Hall, Names, Plan, Point, Quarter, Services, Stand};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::skipped;

fn taken(document: &Value) -> Import {
    from_geojson(&document.to_string(), &ImportOptions::default()).unwrap()
}

fn square() -> Value {
    json!({"type": "Polygon", "coordinates": [[[0, 0], [300, 0], [300, 300], [0, 300], [0, 0]]]})
}

/// The reason why a feature is skipped.
fn reason(geometry: Value, properties: Value) -> SkipReason {
    let import = taken(&json!({"type": "Feature", "geometry": geometry, "properties": properties}));
    assert_eq!((import.plan, import.skipped_total), (Plan::default(), 1));
    import.skipped[0].reason
}

#[test]
fn features_become_a_plan_by_their_kind() {
    let feature = |geometry: Value, properties: Value| json!({"type": "Feature", "geometry": geometry, "properties": properties});
    let import = taken(&json!({"type": "FeatureCollection", "features": [
        feature(json!({"type": "MultiPolygon", "coordinates": [[[[0, 0, 5], [900, 0, 5], [900, 900, 5], [0, 0, 5]]]]}), json!({"kind": "hall", "id": 7, "name": "ا"})),
        feature(square(), json!({"number": 12, "services": {"power_w": 500}, "water": true, "hall": "7"})),
        feature(square(), json!({"kind": "Stands", "number": "13", "services": null, "power_w": 700, "corner": true, "color": "red"})),
        feature(Value::Null, json!({"kind": "quarter", "sectors": ["02", 5], "stands": [12, "13"], "name": {"ar": "ب", "en": "b"}})),
        feature(json!({"type": "Point", "coordinates": [450, 10.4]}), json!({"kind": "entrance"})),
        feature(square(), json!({"kind": "aisle"})),
        feature(square(), json!({"kind": "tree"})),
    ]}));
    assert_eq!(skipped(&import), [("Polygon", SkipReason::NoKind)]);
    assert_eq!(import.skipped[0].position, 7);
    let plan = import.plan;
    assert_eq!((plan.halls[0].id.as_str(), &plan.halls[0].entrances), ("7", &vec![Point::new(450, 10)]));
    assert_eq!(plan.halls[0].name, Some(Names { ar: "ا".into(), ..Names::default() }));
    assert_eq!((plan.stands[0].number.as_str(), plan.stands[0].services), ("12", Services { power_w: 500, water: true, fire: false }));
    assert_eq!((plan.stands[1].hall.as_str(), plan.stands[1].corner, plan.stands[1].services.power_w), ("7", true, 700));
    assert_eq!((plan.quarters[0].id.as_str(), &plan.quarters[0].sectors), ("quarter-1", &vec!["02".to_owned(), "5".to_owned()]));
    assert_eq!(plan.quarter_stands(), [[0, 1]]);
    assert_eq!(plan.aisles.len(), 1);
}

#[test]
fn what_is_skipped_has_its_reason() {
    let ring = json!([[0, 0], [300, 0], [300, 300], [0, 0]]);
    let polygon = |coordinates: Value| json!({"type": "Polygon", "coordinates": coordinates});
    let number = || json!({"number": "1"});
    for (expected, geometry, properties) in [
        (SkipReason::Holes, polygon(json!([ring, ring])), number()),
        (SkipReason::NoArea, polygon(json!([])), number()),
        (SkipReason::NoArea, polygon(json!([[[0, 0], [300, 0], [600, 0], [0, 0]]])), number()),
        (SkipReason::NotClosed, polygon(json!([[[0, 0], [300, 0], [300, 300]]])), number()),
        (SkipReason::SeveralOutlines, json!({"type": "MultiPolygon", "coordinates": [[ring], [ring]]}), number()),
        (SkipReason::NoArea, json!({"type": "MultiPolygon", "coordinates": []}), number()),
        (SkipReason::UnsupportedElement, json!({"type": "LineString", "coordinates": ring}), number()),
        (SkipReason::UnsupportedElement, json!({"type": "Point", "coordinates": [0, 0]}), number()),
        (SkipReason::UnsupportedElement, Value::Null, number()),
        (SkipReason::UnsupportedElement, Value::Null, json!({"kind": "quarter", "id": "a"})),
        (SkipReason::Unreadable, polygon(json!(5)), number()),
        (SkipReason::Unreadable, polygon(json!([5])), number()),
        (SkipReason::Unreadable, polygon(json!([[["0", 0], [300, 0], [300, 300], ["0", 0]]])), number()),
        (SkipReason::Unreadable, square(), json!({"number": "1", "services": {"power_w": -5}})),
        (SkipReason::Unreadable, square(), json!({"number": "1", "services": {"gas": true}})),
        (SkipReason::Unreadable, square(), json!({"number": "1", "open_sides": 9})),
        (SkipReason::Unreadable, square(), json!({"number": "1", "corner": "yes"})),
        (SkipReason::Unreadable, square(), json!({"kind": "quarter", "sectors": [[]]})),
        (SkipReason::Unreadable, square(), json!({"kind": "quarter", "sectors": vec!["1"; 101]})),
        (SkipReason::Unreadable, square(), json!({"kind": "hall", "name": {"fr": "A"}})),
        (SkipReason::Unreadable, square(), json!({"kind": "hall", "id": "h".repeat(201)})),
        (SkipReason::OutOfRange, polygon(json!([[[0, 0], [1_000_001, 0], [300, 300], [0, 0]]])), number()),
        (SkipReason::OutOfRange, polygon(json!([[[0, 0], [1e300, 0], [300, 300], [0, 0]]])), number()),
        (SkipReason::NoHall, json!({"type": "Point", "coordinates": [0, 0]}), json!({"kind": "entrance", "hall": "A"})),
        (SkipReason::NoKind, square(), Value::Null),
    ] {
        assert_eq!(reason(geometry.clone(), properties.clone()), expected, "{geometry} {properties}");
    }
    let many: Vec<[i32; 2]> = (0..1_002).map(|i| [i, i % 2]).collect();
    assert_eq!(reason(polygon(json!([many])), number()), SkipReason::TooManyCorners);
}

fn plan() -> impl Strategy<Value = Plan> {
    let polygon = || {
        let corners = vec((-500..500_i32, -500..500_i32), 3..7);
        let points = corners.prop_map(|list| list.into_iter().map(|(x, y)| Point::new(x, y)).collect::<Vec<_>>());
        points.prop_filter("no simple polygon", |p| is_simple(p))
    };
    let names = || of(("[أ-ي]{1,9}", of("[a-z]{1,9}"), of("[a-z]{1,9}")).prop_map(|(ar, fr, en)| Names { ar, fr, en }));
    let words = || vec("[0-9a-z]{1,4}", 0..4);
    let point = (any::<i16>(), any::<i16>()).prop_map(|(x, y)| Point::new(x.into(), y.into()));
    let hall = (names(), "[A-Z]{0,2}", polygon(), vec(point, 0..3));
    let stand = (polygon(), 0..9_000_u32, any::<[bool; 3]>(), 0..9_u8);
    let quarter = (names(), words(), words(), of(polygon())).prop_filter("nothing", |q| !q.2.is_empty() || q.3.is_some());
    (vec(hall, 0..3), vec(polygon(), 0..3), vec(stand, 0..6), vec(quarter, 0..3)).prop_map(|(halls, aisles, stands, quarters)| Plan {
        halls: (halls.into_iter().enumerate())
            .map(|(i, (name, prefix, polygon, entrances))| Hall { id: format!("h{i}"), name, prefix, polygon, entrances })
            .collect(),
        aisles: aisles.into_iter().map(|polygon| Aisle { polygon }).collect(),
        stands: (stands.into_iter().enumerate())
            .map(|(i, (polygon, power_w, [water, fire, corner], open_sides))| Stand {
                number: format!("{i}"),
                hall: "h0".into(),
                polygon,
                services: Services { power_w, water, fire },
                corner,
                open_sides,
            })
            .collect(),
        quarters: (quarters.into_iter().enumerate())
            .map(|(i, (name, sectors, stands, polygon))| Quarter { id: format!("q{i}"), name, sectors, stands, polygon })
            .collect(),
    })
}

proptest! {
    #[test]
    fn a_plan_that_is_written_is_read_as_it_was(plan in plan()) {
        let import = taken(&to_geojson(&plan));
        prop_assert_eq!(import.skipped, []);
        prop_assert_eq!(import.plan, plan);
    }
}

#[test]
fn what_is_written_is_geojson() {
    let plan = Plan {
        halls: vec![Hall { id: "A".into(), polygon: vec![Point::new(0, 0), Point::new(9, 0), Point::new(0, 9)], ..Hall::default() }],
        ..Plan::default()
    };
    assert!(is_sound(&plan));
    let ring = json!([[0, 0], [9, 0], [0, 9], [0, 0]]);
    assert_eq!(
        to_geojson(&plan),
        json!({"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": {"kind": "hall", "id": "A"}}
        ]})
    );
}
