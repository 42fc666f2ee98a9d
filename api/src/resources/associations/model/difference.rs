//! Differences between documents, field by field. Pure.

use crate::kernel::validate::escape;
use serde_json::{Map, Value};

/// The single fields a merge patch touches, each with its value: members of objects are fields of their own, lists are replaced
/// whole.
pub fn fields_of(patch: &Value) -> Vec<(String, Value)> {
    let mut fields = Vec::new();
    walk(patch, &mut String::new(), &mut fields);
    fields
}

fn walk(value: &Value, pointer: &mut String, fields: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(members) if !members.is_empty() || pointer.is_empty() => {
            let step = pointer.len();
            for (name, member) in members {
                pointer.push('/');
                pointer.push_str(&escape(name));
                walk(member, pointer, fields);
                pointer.truncate(step);
            }
        }
        leaf => fields.push((pointer.clone(), leaf.clone())),
    }
}

/// The merge patch that sets one field.
pub fn patch_of(pointer: &str, value: &Value) -> Value {
    pointer.split('/').skip(1).collect::<Vec<_>>().into_iter().rev().fold(value.clone(), |inner, step| {
        let mut object = Map::new();
        object.insert(step.replace("~1", "/").replace("~0", "~"), inner);
        Value::Object(object)
    })
}

/// The fields in which two documents differ, with both values.
pub fn between(a: &Value, b: &Value) -> Vec<(String, Value, Value)> {
    let (left, right) = (fields_of(a), fields_of(b));
    let mut pointers: Vec<&String> = left.iter().chain(&right).map(|(pointer, _)| pointer).collect();
    pointers.sort();
    pointers.dedup();
    let value = |fields: &[(String, Value)], pointer: &str| {
        fields.iter().find(|(at, _)| at == pointer).map_or(Value::Null, |(_, value)| value.clone())
    };
    pointers
        .into_iter()
        .map(|pointer| (pointer.clone(), value(&left, pointer), value(&right, pointer)))
        .filter(|(_, before, after)| before != after)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::http::body::merge;
    use serde_json::json;

    #[test]
    fn a_patch_is_the_sum_of_its_fields() {
        let patch = json!({ "acronym": null, "name": { "fr": "Doigts d'or", "en": null }, "craft_sectors": ["02"] });
        let mut whole = json!({ "acronym": "DO", "name": { "ar": "أنامل", "en": "Fingers" } });
        let mut parts = whole.clone();
        merge(&mut whole, &patch);
        for (pointer, value) in fields_of(&patch) {
            merge(&mut parts, &patch_of(&pointer, &value));
        }
        assert_eq!(whole, parts);
        assert_eq!(whole, json!({ "name": { "ar": "أنامل", "fr": "Doigts d'or" }, "craft_sectors": ["02"] }));
    }

    #[test]
    fn documents_differ_in_the_fields_that_changed() {
        let a = json!({ "name": { "ar": "أ", "fr": "A" }, "list": [1], "same": 1 });
        let b = json!({ "name": { "ar": "ب" }, "list": [2], "same": 1 });
        let pointers: Vec<_> = between(&a, &b).into_iter().map(|(pointer, ..)| pointer).collect();
        assert_eq!(pointers, ["/list", "/name/ar", "/name/fr"]);
        assert!(between(&a, &a).is_empty());
    }
}
