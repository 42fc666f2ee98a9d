//! What is generated from the code is in the repository as the code would generate it: `make bless` writes it again.

use tests::{contract, source};

fn assert_blessed(path: &str, generated: &str) {
    let kept = source::read(path);
    let differs = kept.lines().zip(generated.lines()).position(|(kept, generated)| kept != generated);
    if let Some(line) = differs {
        let show = |text: &str| text.lines().skip(line).take(3).collect::<Vec<_>>().join("\n    ");
        panic!(
            "{path} differs from line {}; make bless writes it again\n  in the file:\n    {}\n  generated:\n    {}",
            line + 1,
            show(&kept),
            show(generated)
        );
    }
    assert_eq!(kept.lines().count(), generated.lines().count(), "{path} has another length; make bless writes it again");
}

#[test]
fn the_contract_in_the_repository_is_the_contract_of_the_code() {
    assert_blessed("openapi.yaml", &serde_yaml_ng::to_string(contract().document()).unwrap());
}

#[test]
fn the_page_of_permissions_is_the_table() {
    assert_blessed(
        "docs/authorisation.md",
        &api::kernel::openapi::authorisation_page(contract().document(), &api::resources::permissions()),
    );
}

#[test]
fn the_page_of_problems_is_the_table() {
    assert_blessed("docs/problems.md", &api::kernel::problem::page());
}

#[test]
fn the_page_of_settings_is_the_table() {
    assert_blessed("docs/configuration.md", &api::config::Config::page());
}

#[test]
fn every_operation_is_described_and_its_examples_fit_their_schemas() {
    let mut findings = tests::Findings::default();
    for operation in &contract().operations {
        findings.expect(operation.value["summary"].as_str().is_some_and(|text| text.len() > 10), || format!("{operation} has no summary"));
        findings.expect(operation.value["tags"][0].is_string(), || format!("{operation} has no tag"));
        for parameter in operation.value["parameters"].as_array().into_iter().flatten() {
            let described = parameter["description"].as_str().is_some_and(|text| !text.is_empty());
            findings.expect(parameter["schema"].is_object(), || format!("{} of {operation} has no schema", parameter["name"]));
            findings.expect(described || parameter["in"] == "path", || format!("{} of {operation} is not described", parameter["name"]));
        }
        if operation.path.starts_with("/api/") {
            let name = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit());
            let good = operation.path.split('/').skip(3).all(|part| part.starts_with('{') || name(part));
            findings.expect(good, || format!("{operation} is not in kebab-case"));
        }
    }
    let schemas = contract().document()["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas {
        examples(name, schema, &mut findings);
    }
    findings.finish();
}

/// Every example below a schema.
fn examples(place: &str, schema: &serde_json::Value, findings: &mut tests::Findings) {
    let Some(members) = schema.as_object() else { return };
    if place.contains(".") || schema["type"].is_string() {
        for example in schema["examples"].as_array().into_iter().flatten() {
            if let Err(wrong) = contract().fits(schema, example) {
                findings.add(format!("an example of {place} does not fit: {wrong}"));
            }
        }
    }
    for (name, property) in members.get("properties").and_then(serde_json::Value::as_object).into_iter().flatten() {
        examples(&format!("{place}.{name}"), property, findings);
    }
    if let Some(items) = members.get("items") {
        examples(&format!("{place}.items"), items, findings);
    }
}
