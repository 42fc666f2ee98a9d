//! The contract: every reference resolves, everything is described, and no two types share a name.
#![cfg(feature = "schema")]

use std::collections::BTreeMap;

use learning::attendance::{CohortRequest, CohortStanding, Standing, StandingRequest};
use learning::conflicts::{ClashRequest, Clashes};
use learning::exam::gain::{Gain, GainRequest};
use learning::exam::paper::{Paper, PaperRequest};
use learning::exam::statistics::{Statistics, StatisticsRequest};
use learning::exam::{Score, ScoreRequest};
use learning::grade::{Grade, GradeRequest, Gradebook, GradebookRequest};
use serde_json::Value;
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

fn collect<T: ToSchema + PartialSchema>(all: &mut Vec<(String, RefOr<Schema>)>) {
    all.push((T::name().into_owned(), T::schema()));
    T::schemas(all);
}

fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(target)) = map.get("$ref") {
                found.push(target.rsplit('/').next().unwrap().to_owned());
            }
            map.values().for_each(|v| references(v, found));
        }
        Value::Array(list) => list.iter().for_each(|v| references(v, found)),
        _ => {}
    }
}

#[test]
fn the_wire_types_describe_themselves_completely() {
    let mut all = Vec::new();
    collect::<StandingRequest>(&mut all);
    collect::<Standing>(&mut all);
    collect::<CohortRequest>(&mut all);
    collect::<CohortStanding>(&mut all);
    collect::<ScoreRequest>(&mut all);
    collect::<Score>(&mut all);
    collect::<PaperRequest>(&mut all);
    collect::<Paper>(&mut all);
    collect::<StatisticsRequest>(&mut all);
    collect::<Statistics>(&mut all);
    collect::<GainRequest>(&mut all);
    collect::<Gain>(&mut all);
    collect::<GradeRequest>(&mut all);
    collect::<Grade>(&mut all);
    collect::<GradebookRequest>(&mut all);
    collect::<Gradebook>(&mut all);
    collect::<ClashRequest>(&mut all);
    collect::<Clashes>(&mut all);
    let mut schemas: BTreeMap<String, Value> = BTreeMap::new();
    for (name, schema) in all {
        let text = serde_json::to_value(&schema).unwrap();
        if let Some(other) = schemas.insert(name.clone(), text.clone()) {
            assert_eq!(other, text, "two types are called {name}");
        }
    }
    for (name, schema) in &schemas {
        assert!(name.starts_with("Learning"), "{name} says too little beside the names of other crates");
        let mut found = Vec::new();
        references(schema, &mut found);
        for target in found {
            assert!(schemas.contains_key(&target), "{name} refers to {target}, which is not described");
        }
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            let described = property.get("description").is_some() || property.get("$ref").is_some();
            assert!(described || property.get("oneOf").is_some(), "{name}.{field} is not described: {property}");
        }
    }
    // Each name in the source is reached, and none twice.
    assert_eq!(schemas.len(), 72, "{:?}", schemas.keys());
}
