//! Values that fit a schema, made from the schema alone: so that a sweep can send a good body to an operation nobody wrote a
//! story for yet.

use crate::contract::{Contract, Operation, contract};
use serde_json::{Map, Value, json};

/// A body an operation should take, as far as its schema says: only the members that must be there.
pub fn body(operation: &Operation) -> Option<Value> {
    operation.body().map(|(_, schema)| sample(contract(), schema))
}

/// A value that fits a schema: its example when it has one.
///
/// # Panics
/// When the schema has no type.
pub fn sample(contract: &Contract, schema: &Value) -> Value {
    let resolved = contract.resolve(schema);
    // A patch of everything, so that everything in it is looked at.
    if let Some(whole) = resolved.get("x-merge-patch-of") {
        return sample(contract, whole);
    }
    if let Some(example) = resolved["examples"].as_array().and_then(|examples| examples.first())
        && contract.fits(schema, example).is_ok()
    {
        return example.clone();
    }
    if let Some(value) = resolved.get("const").or(resolved["enum"].get(0)) {
        return value.clone();
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(branches) = resolved[choice].as_array() {
            let branch = branches.iter().find(|branch| branch["type"] != "null").expect("a branch beside null");
            return sample(contract, branch);
        }
    }
    if let Some(parts) = resolved["allOf"].as_array() {
        let members = parts.iter().filter_map(|part| sample(contract, part).as_object().cloned()).flatten();
        return Value::Object(members.collect());
    }
    let kind = match &resolved["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null"),
        kind => kind.as_str(),
    };
    match kind {
        Some("object") => object(contract, resolved),
        Some("array") => {
            let items = resolved["minItems"].as_u64().unwrap_or(0);
            (0..items).map(|_| sample(contract, &resolved["items"])).collect()
        }
        Some("boolean") => json!(false),
        Some("integer") => json!(resolved["minimum"].as_i64().unwrap_or(1)),
        Some("number") => json!(resolved["minimum"].as_f64().unwrap_or(1.0)),
        Some("string") => json!(text(resolved)),
        other => panic!("a schema of type {other:?}: {resolved}"),
    }
}

fn object(contract: &Contract, schema: &Value) -> Value {
    let mut members = Map::new();
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        members.insert(name.to_owned(), sample(contract, &schema["properties"][name]));
    }
    Value::Object(members)
}

fn text(schema: &Value) -> String {
    match schema["format"].as_str() {
        Some("uuid") => return uuid::Uuid::new_v4().to_string(),
        Some("date") => return "2026-01-15".to_owned(),
        Some("date-time") => return "2026-01-15T08:00:00Z".to_owned(),
        Some("email") => return "nadia@example.dz".to_owned(),
        _ => {}
    }
    let least = usize::try_from(schema["minLength"].as_u64().unwrap_or(1)).unwrap();
    let most = usize::try_from(schema["maxLength"].as_u64().unwrap_or(20)).unwrap();
    "حرف يدوية أصيلة ".chars().cycle().take(least.max(12).min(most)).collect::<String>().trim().to_owned()
}
