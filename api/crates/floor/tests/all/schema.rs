//! The contract: every reference resolves, everything is described, and no two types share a name.
#![cfg(feature = "schema")]

use std::collections::BTreeMap;

use floor::allocation::{AllocationRequest, AllocationResult, ObstacleCode, ReasonCode, UnmetReason};
use floor::import::{Import, ImportOptions, SkipReason};
use floor::numbering::NumberingOptions;
use floor::plan::Plan;
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

fn schemas() -> BTreeMap<String, Value> {
    let mut all = Vec::new();
    collect::<Plan>(&mut all);
    collect::<NumberingOptions>(&mut all);
    collect::<ImportOptions>(&mut all);
    collect::<Import>(&mut all);
    collect::<AllocationRequest>(&mut all);
    collect::<AllocationResult>(&mut all);
    let mut schemas: BTreeMap<String, Value> = BTreeMap::new();
    for (name, schema) in all {
        let text = serde_json::to_value(&schema).unwrap();
        if let Some(other) = schemas.insert(name.clone(), text.clone()) {
            assert_eq!(other, text, "two types are called {name}");
        }
    }
    schemas
}

#[test]
fn the_wire_types_describe_themselves_completely() {
    let schemas = schemas();
    for (name, schema) in &schemas {
        assert!(name.starts_with("Floor") || name.starts_with("Allocation"), "{name} says too little beside the names of other crates");
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
    assert_eq!(schemas.len(), 30, "{:?}", schemas.keys());
}

#[test]
fn the_lists_of_codes_are_complete() {
    let schemas = schemas();
    let words = |name: &str| schemas[name]["enum"].as_array().map_or_else(|| schemas[name]["oneOf"].as_array().unwrap().len(), Vec::len);
    assert_eq!(words("FloorSkipReason"), SkipReason::ALL.len());
    assert_eq!(words("AllocationReasonCode"), ReasonCode::ALL.len());
    assert_eq!(words("AllocationUnmetReason"), UnmetReason::ALL.len());
    assert_eq!(words("AllocationObstacleCode"), ObstacleCode::ALL.len());
}
