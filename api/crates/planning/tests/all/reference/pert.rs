//! Three-point estimates from textbooks.

use planning::calculations::{DeadlineQuery, NormalQuery, PertRequest, pert};
use planning::pert::{PertActivity, PertLink};
use serde_json::Value;

use super::cases;

fn tolerance(case: &Value, key: &str) -> f64 {
    let tolerance = &case["tolerance"];
    tolerance[key].as_f64().or(tolerance.as_f64()).or(tolerance["time"].as_f64()).unwrap_or(1e-9)
}

#[test]
fn networks_have_their_published_duration_deviation_path_and_probability() {
    for case in cases("pert_networks.json") {
        let id = &case["id"];
        let rows = case["activities"].as_array().unwrap();
        let name = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
        let expected = &case["expected"];
        let asked: Vec<&Value> = expected["probability"].as_array().into_iter().flatten().collect();
        let links = rows.iter().flat_map(|row| {
            let before = row[4].as_array().unwrap().iter();
            before.map(move |p| PertLink { from: name(p), to: name(&row[0]), ..PertLink::default() })
        });
        let request = PertRequest {
            activities: rows
                .iter()
                .map(|row| PertActivity {
                    id: name(&row[0]),
                    optimistic: row[1].as_f64().unwrap(),
                    most_likely: row[2].as_f64().unwrap(),
                    pessimistic: row[3].as_f64().unwrap(),
                })
                .collect(),
            links: links.collect(),
            deadlines: asked.iter().map(|p| DeadlineQuery { duration: p[0].as_f64(), date: None }).collect(),
            ..PertRequest::default()
        };
        let result = pert(&request).unwrap();
        for (found, of, key, within) in [
            (result.duration, "expected", "duration", tolerance(&case, "time")),
            (result.sigma, "expected", "sigma", tolerance(&case, "sigma")),
            (result.variance, "expected", "variance", tolerance(&case, "variance")),
            (result.duration, "derived", "duration", 1e-9),
            (result.sigma, "derived", "sigma", 1e-9),
        ] {
            if let Some(value) = case[of][key].as_f64() {
                assert!((found - value).abs() <= within, "{id} {of} {key} {found} {value}");
            }
        }
        for (found, published) in result.deadlines.iter().zip(&asked) {
            let within = tolerance(&case, "probability");
            assert!((found.probability - published[1].as_f64().unwrap()).abs() <= within, "{id} {found:?}");
        }
        for (of, key) in [("derived", "critical"), ("expected", "critical_path"), ("expected", "critical")] {
            if let Some(path) = case[of][key].as_array() {
                assert_eq!(result.critical_path, path.iter().map(name).collect::<Vec<_>>(), "{id} {of}");
            }
        }
    }
}

#[test]
fn bare_normal_distributions_have_their_published_probability() {
    for case in cases("pert_probability.json") {
        let number = |key: &str| case["inputs"][key].as_f64();
        let query = NormalQuery {
            mean: number("mean").unwrap(),
            variance: number("variance").unwrap_or_else(|| number("sigma").unwrap().powi(2)),
            deadline: number("deadline").unwrap(),
        };
        let result = pert(&PertRequest { normal: vec![query], ..PertRequest::default() }).unwrap();
        let published = case["expected"]["probability"].as_f64().unwrap();
        let found = result.normal[0].probability;
        assert!((found - published).abs() <= tolerance(&case, "probability"), "{} {found}", case["id"]);
    }
}
