use floor::import::{ImportOptions, MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, MAX_SKIPPED, from_geojson, from_svg};
use floor::problem::Param;
use proptest::prelude::*;

fn svg(text: &str) -> &'static str {
    from_svg(text, &ImportOptions::default()).unwrap_err().code
}

fn geojson(text: &str) -> &'static str {
    from_geojson(text, &ImportOptions::default()).unwrap_err().code
}

#[test]
fn what_is_no_drawing_is_refused() {
    for text in ["", "x", "<svg", "<svg>", "<svg></g>", "<svg/><svg/>", "<html/>", "<svg/><g/>", "<svg><g></svg></g>", "</svg>"] {
        assert_eq!(svg(text), "not_svg", "{text}");
    }
    assert!(from_svg("<svg/>", &ImportOptions::default()).is_ok());
}

#[test]
fn a_document_that_defines_entities_is_refused_and_nothing_is_expanded() {
    let bomb = r#"<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg><rect id="&b;"/></svg>"#;
    assert_eq!(svg(bomb), "document_type");
    let file = r#"<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>"#;
    assert_eq!(svg(file), "document_type");
    let import = from_svg(r#"<svg><rect id="&b;" width="3" height="3"/>&b;</svg>"#, &ImportOptions::default()).unwrap();
    assert_eq!((import.plan.stands.len(), import.skipped_total), (0, 1));
}

#[test]
fn files_are_limited_in_size_depth_and_number() {
    assert_eq!(svg(&" ".repeat(MAX_BYTES + 1)), "too_large");
    assert_eq!(geojson(&" ".repeat(MAX_BYTES + 1)), "too_large");
    let deep = |depth: usize| format!("<svg>{}{}</svg>", "<g>".repeat(depth), "</g>".repeat(depth));
    assert_eq!(svg(&deep(MAX_DEPTH)), "too_deep");
    assert!(from_svg(&deep(MAX_DEPTH - 1), &ImportOptions::default()).is_ok());
    assert_eq!(geojson(&"[".repeat(1_000_000)), "not_geojson");
    assert_eq!(svg(&format!("<svg>{}</svg>", "<g/>".repeat(MAX_ELEMENTS))), "too_many_entries");
    assert_eq!(geojson(&format!(r#"{{"type":"FeatureCollection","features":[{}0]}}"#, "0,".repeat(MAX_ELEMENTS))), "too_many_entries");
    let problem = from_svg(&format!("<svg>{}</svg>", r#"<rect class="hall" width="1" height="1"/>"#.repeat(51)), &ImportOptions::default())
        .unwrap_err();
    assert_eq!(problem.params, [("limit", Param::from(50_i64)), ("found", Param::from(51_i64)), ("list", Param::from("halls"))].into());
}

#[test]
fn a_file_has_no_more_corners_than_a_plan() {
    let zigzag: String = (0..1_000).map(|i| format!("{i} {} ", i % 2)).collect();
    let drawn = |times: usize| format!("<svg>{}</svg>", format!("<polygon id='s' points='{zigzag}'/>").repeat(times));
    assert_eq!(svg(&drawn(21)), "too_many_entries");
    assert!(from_svg(&drawn(20), &ImportOptions::default()).is_ok());
}

#[test]
fn an_element_with_a_thousand_attributes_is_not_read() {
    let attributes: String = (0..1_000).map(|i| format!(r#" a{i}="""#)).collect();
    let import = from_svg(&format!(r#"<svg><rect id="s" width="3" height="3"{attributes}/></svg>"#), &ImportOptions::default()).unwrap();
    assert_eq!((import.plan.stands.len(), import.skipped_total), (0, 1));
}

#[test]
fn skipped_elements_are_listed_up_to_a_limit_and_counted_beyond() {
    let import = from_svg(&format!("<svg>{}</svg>", "<image/>".repeat(MAX_SKIPPED + 9)), &ImportOptions::default()).unwrap();
    assert_eq!((import.skipped.len(), import.skipped_total), (MAX_SKIPPED, MAX_SKIPPED + 9));
    let name = "é".repeat(100_000);
    let import = from_svg(&format!(r#"<svg><image id="{name}"/></svg>"#), &ImportOptions::default()).unwrap();
    assert_eq!(import.skipped[0].id, Some("é".repeat(100)));
}

#[test]
fn what_is_no_geojson_is_refused() {
    for text in [
        "",
        "{",
        "[]",
        "null",
        r#"{"type": "Topology"}"#,
        r#"{"type": "FeatureCollection"}"#,
        r#"{"type": "FeatureCollection", "features": {}}"#,
    ] {
        assert_eq!(geojson(text), "not_geojson", "{text}");
    }
}

#[test]
fn a_scale_is_a_number_that_makes_sense() {
    for cm_per_unit in [0.0, -1.0, f64::NAN, f64::INFINITY, 1_000_001.0] {
        let options = ImportOptions { cm_per_unit, ..ImportOptions::default() };
        let problem = from_svg("<svg/>", &options).unwrap_err();
        assert_eq!((problem.code, problem.pointer.as_str()), ("out_of_range", "/cm_per_unit"));
        assert_eq!(from_geojson("{}", &options).unwrap_err(), problem);
    }
}

proptest! {
    #[test]
    fn whatever_text_comes_in_there_is_an_answer(
        parts in proptest::collection::vec(prop_oneof![
            Just("<svg>".to_owned()), Just("</svg>".to_owned()), Just("<g transform='scale(1e308)'>".to_owned()), Just("</g>".to_owned()),
            Just("<rect id='a' width='9' height='9'/>".to_owned()), Just("<path id='p' d='m0,0 1e308,0 1e308,9z'/>".to_owned()),
            Just("<!--".to_owned()), Just("]]>".to_owned()), "\\PC{0,9}", "[<>/&;'\"a=\\[\\]{}:,0-9.-]{0,30}",
        ], 0..12),
    ) {
        let text = parts.concat();
        let _ = from_svg(&text, &ImportOptions::default());
        let _ = from_svg(&format!("<svg>{text}</svg>"), &ImportOptions { to_corner: true, y_upwards: true, cm_per_unit: 1e6 });
        let _ = from_geojson(&text, &ImportOptions::default());
        let feature = format!(r#"{{"type": "Feature", "properties": {{"number": 1}}, "geometry": {text}}}"#);
        let _ = from_geojson(&feature, &ImportOptions::default());
    }
}
