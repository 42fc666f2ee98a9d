//! The bodies of merge patches (RFC 7396): a handler names the whole document, the contract shows what a patch of it may look like.
//!
//! In a patch every member may be left out, a member that the document need not have may be null, and objects are patches in turn.

use super::{name_of, reference};
use serde_json::{Map, Value, json};

const MEDIA: &str = "application/merge-patch+json";

/// Where a patch names the document it changes.
const WHOLE: &str = "x-merge-patch-of";

/// Gives every merge patch a schema of its own.
pub fn describe(document: &mut Value) {
    let all = document["components"]["schemas"].as_object().cloned().unwrap_or_default();
    let mut made = Map::new();
    let operations = document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut).filter_map(|item| item.get_mut("patch"));
    for operation in operations {
        if let Some(schema) = operation.pointer_mut(&format!("/requestBody/content/{}/schema", MEDIA.replace('/', "~1"))) {
            *schema = partial(schema, &all, &mut made);
        }
    }
    if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
        schemas.extend(made);
    }
}

/// A schema as a patch of it.
fn partial(schema: &Value, all: &Map<String, Value>, made: &mut Map<String, Value>) -> Value {
    if let Some(name) = name_of(schema) {
        let Some(whole) = all.get(&name).filter(|whole| whole.get("properties").is_some() || whole.get("allOf").is_some()) else {
            return schema.clone();
        };
        let patch = format!("{name}Patch");
        if !made.contains_key(&patch) {
            // There while it is made, for a type that holds itself.
            made.insert(patch.clone(), Value::Null);
            let mut partial = partial(whole, all, made);
            partial[WHOLE] = reference(&name);
            partial["description"] =
                json!(format!("What to change in `{name}`: a member left out stays, null removes it, objects are merged."));
            made.insert(patch.clone(), partial);
        }
        return reference(&patch);
    }
    let mut patch = schema.clone();
    for choice in ["allOf", "oneOf", "anyOf"] {
        for part in patch.get_mut(choice).and_then(Value::as_array_mut).into_iter().flatten() {
            *part = partial(part, all, made);
        }
    }
    let Some(members) = patch.as_object_mut() else { return patch };
    members.remove("default");
    let required = members.remove("required").unwrap_or_default();
    let required: Vec<&str> = required.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, member) in members.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        let changed = partial(member, all, made);
        *member = if required.contains(&name.as_str()) { changed } else { or_null(changed) };
    }
    patch
}

/// A schema that null fits too.
fn or_null(schema: Value) -> Value {
    let admits = |schema: &Value| schema["type"] == "null" || schema["type"].as_array().is_some_and(|kinds| kinds.contains(&json!("null")));
    let branches = || ["oneOf", "anyOf"].into_iter().filter_map(|choice| schema[choice].as_array()).flatten();
    if admits(&schema) || branches().any(admits) {
        return schema;
    }
    json!({ "oneOf": [{ "type": "null" }, schema] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_may_be_left_out_and_removed_where_the_document_can_do_without() {
        let mut document = json!({
            "paths": { "/things/{id}": { "patch": { "requestBody": { "content": { MEDIA: { "schema": reference("Thing") } } } } } },
            "components": { "schemas": {
                "Thing": { "type": "object", "required": ["name", "place"], "additionalProperties": false, "properties": {
                    "name": { "type": "string" },
                    "place": reference("Place"),
                    "kind": reference("Kind"),
                    "tags": { "type": "array", "items": { "type": "string" }, "default": [] },
                    "note": { "type": ["string", "null"] },
                    "inside": { "oneOf": [{ "type": "null" }, reference("Thing")] }
                } },
                "Place": { "type": "object", "required": ["code"], "properties": { "code": { "type": "string" } } },
                "Kind": { "type": "string", "enum": ["a", "b"] }
            } }
        });
        describe(&mut document);
        let body = document.pointer("/paths/~1things~1{id}/patch/requestBody/content/application~1merge-patch+json/schema");
        assert_eq!(body, Some(&reference("ThingPatch")));
        let patch = &document["components"]["schemas"]["ThingPatch"];
        assert_eq!((&patch["required"], &patch["additionalProperties"], &patch[WHOLE]), (&Value::Null, &json!(false), &reference("Thing")));
        let members = &patch["properties"];
        assert_eq!(members["name"], json!({ "type": "string" }));
        assert_eq!(members["place"], reference("PlacePatch"));
        assert_eq!(members["kind"], json!({ "oneOf": [{ "type": "null" }, reference("Kind")] }));
        assert_eq!(members["tags"], json!({ "oneOf": [{ "type": "null" }, { "type": "array", "items": { "type": "string" } }] }));
        assert_eq!(members["note"], json!({ "type": ["string", "null"] }));
        assert_eq!(members["inside"], json!({ "oneOf": [{ "type": "null" }, reference("ThingPatch")] }));
        assert_eq!(document["components"]["schemas"]["PlacePatch"]["required"], Value::Null);
        assert_eq!(document["components"]["schemas"]["Thing"]["required"], json!(["name", "place"]), "the document is as it was");
    }
}
