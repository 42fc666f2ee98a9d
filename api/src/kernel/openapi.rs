//! The contract: collected from the handlers, completed from the tables.
//!
//! Handlers say what is theirs (path, summary, bodies). Security, roles, problem responses, versions and retries are
//! put in here, so that nothing is said twice.

mod patches;

use super::access::Role;
use super::access::permissions::{Permission, Who};
use super::error::{Error, Result};
use super::problem::Kind;
use serde_json::{Map, Value, json};

/// Completes a collected contract.
///
/// # Errors
/// When an operation has no row in the permission table, or a row has no operation.
pub fn complete(collected: &utoipa::openapi::OpenApi, permissions: &[Permission]) -> Result<Value> {
    let mut document = serde_json::to_value(collected)?;
    let mut seen = Vec::new();
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, item) in paths.iter_mut() {
            let Some(item) = item.as_object_mut() else { continue };
            for (method, operation) in item.iter_mut().filter(|(method, _)| METHODS.contains(&method.as_str())) {
                let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
                let permission = permissions
                    .iter()
                    .find(|permission| permission.operation == id)
                    .ok_or_else(|| Error::internal(format!("{method} {path} ({id}) is not in the permission table")))?;
                seen.push(id);
                inject(path, method, operation, permission);
            }
        }
    }
    for permission in permissions {
        if !seen.iter().any(|id| id == permission.operation) {
            return Err(Error::internal(format!("{} is in the permission table and nowhere else", permission.operation)));
        }
    }
    sparse_lists(&mut document);
    patches::describe(&mut document);
    open_parts(&mut document["components"]["schemas"]);
    let components = document["components"].as_object_mut().ok_or_else(|| Error::internal("no components"))?;
    components.insert("responses".into(), problem_responses());
    components.insert("securitySchemes".into(), json!({
        "token": { "type": "http", "scheme": "bearer", "bearerFormat": "at+jwt", "description": "Access token of a signed-in person, ten minutes long." },
        "key": { "type": "http", "scheme": "bearer", "description": "Key of a machine, made by an officer of the body it acts for." }
    }));
    Ok(document)
}

/// Lists with a parameter `fields` answer with whole items or with sparse ones, whose members may all be left out.
fn sparse_lists(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    let mut made = Map::new();
    for operation in document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut).filter_map(|item| item.get_mut("get")) {
        let takes = operation["parameters"].as_array().into_iter().flatten().any(|one| one["name"] == "fields" && one["in"] == "query");
        if !takes {
            continue;
        }
        let answer = &mut operation["responses"]["200"]["content"]["application/json"]["schema"];
        let Some(name) = name_of(answer) else { continue };
        let sparse = name.replacen("Page_", "Page_Sparse", 1);
        let mut page = schemas[&name].clone();
        let item = &mut page["properties"]["items"]["items"];
        if let Some(item_name) = name_of(item) {
            *item = schemas[&item_name].clone();
        }
        item["description"] = json!("An item with the members named in `fields` alone.");
        if let Some(members) = item.as_object_mut() {
            members.remove("required");
        }
        *answer = json!({ "anyOf": [reference(&name), reference(&sparse)] });
        made.insert(sparse, page);
    }
    if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
        schemas.extend(made);
    }
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

fn name_of(schema: &Value) -> Option<String> {
    schema["$ref"].as_str()?.strip_prefix("#/components/schemas/").map(str::to_owned)
}

/// A flattened part that refuses unknown members would refuse those of the parts beside it, and nothing would fit the whole:
/// such a part is written out without its refusal.
fn open_parts(schemas: &mut Value) {
    let all = schemas.clone();
    for schema in schemas.as_object_mut().into_iter().flat_map(Map::values_mut) {
        for part in schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
            let name = part["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/components/schemas/"));
            let Some(Value::Object(whole)) = name.and_then(|name| all.get(name)) else { continue };
            if whole.contains_key("additionalProperties") {
                let mut whole = whole.clone();
                whole.remove("additionalProperties");
                *part = Value::Object(whole);
            }
        }
    }
}

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

fn inject(path: &str, method: &str, operation: &mut Value, permission: &Permission) {
    let by_roles = match permission.who {
        Who::Public => json!(["visitor"]),
        Who::Person => json!(["person"]),
        Who::Roles(roles) | Who::People(roles) => json!(roles.iter().map(|role| role.as_str()).collect::<Vec<_>>()),
    };
    operation["x-roles"] = by_roles;
    operation["security"] = match permission.who {
        Who::Public => json!([{}, { "token": [] }, { "key": [] }]),
        Who::Person | Who::People(_) => json!([{ "token": [] }]),
        Who::Roles(_) => json!([{ "token": [] }, { "key": [] }]),
    };
    let mut statuses = vec![400, 401, 403, 406, 408, 500, 503];
    if path.starts_with("/api/") {
        statuses.push(429);
    }
    if path.contains('{') {
        statuses.push(404);
    }
    if operation.get("requestBody").is_some() {
        statuses.extend([413, 415, 422]);
    }
    if method == "post" {
        statuses.extend([409, 413, 422]);
    }
    // What is to be removed may be in a state that does not allow it, such as part of an archived project.
    if method == "delete" && path.contains('{') {
        statuses.push(409);
    }
    let sets_cookie = operation.as_object_mut().and_then(|map| map.remove("x-sets-cookie")).is_some();
    let writes = operation.get("x-writes-nothing").is_none();
    // An answer that sets a cookie is not kept: it could be given again to somebody else.
    if method == "post" && writes && !sets_cookie {
        parameter(
            operation,
            "Idempotency-Key",
            false,
            "Makes the request safe to repeat: the same key gives the same answer for 24 hours.",
            json!({ "type": "string", "minLength": 1, "maxLength": 200 }),
        );
    }
    if method == "get" && !path.starts_with("/.well-known") {
        parameter(
            operation,
            "If-None-Match",
            false,
            "The version the client has; 304 when it is still the present one.",
            json!({ "type": "string" }),
        );
    }
    let takes_version = operation.as_object_mut().and_then(|map| map.remove("x-if-match")).is_some();
    if takes_version {
        statuses.extend([409, 412, 428]);
        parameter(
            operation,
            "If-Match",
            true,
            "The version the change starts from, as `ETag` gave it.",
            json!({ "type": "string", "examples": ["\"3\""] }),
        );
    }
    let may_take_version = operation.as_object_mut().and_then(|map| map.remove("x-if-match-given")).is_some();
    if may_take_version {
        statuses.push(412);
        parameter(
            operation,
            "If-Match",
            false,
            "The version to delete, as `ETag` gave it; without it whichever is there.",
            json!({ "type": "string", "examples": ["\"3\""] }),
        );
    }
    parameter(
        operation,
        "Accept-Language",
        false,
        "Language of messages: ar (default), fr or en.",
        json!({ "type": "string", "examples": ["ar"] }),
    );
    let pages = operation["parameters"].as_array().is_some_and(|all| all.iter().any(|one| one["name"] == "cursor" && one["in"] == "query"));
    let Some(responses) = operation["responses"].as_object_mut() else { return };
    let documented: Vec<u16> = responses.keys().filter_map(|status| status.parse().ok()).filter(|status| *status >= 400).collect();
    for status in statuses.into_iter().chain(documented) {
        responses.insert(status.to_string(), json!({ "$ref": format!("#/components/responses/Problem{status}") }));
    }
    if sets_cookie {
        for (_, answer) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
            answer["headers"]["Set-Cookie"] =
                json!({ "description": "The refresh token, for the browser alone.", "schema": { "type": "string" } });
        }
    }
    let mut headers = json!({ "ETag": { "description": "The version.", "schema": { "type": "string" } } });
    if pages {
        headers["Link"] =
            json!({ "description": "The next page, where there is one: `<…>; rel=\"next\"`.", "schema": { "type": "string" } });
    }
    if method == "get" {
        if let Some(ok) = responses.get_mut("200").and_then(Value::as_object_mut) {
            ok.entry("headers").or_insert(headers);
        }
        responses.insert("304".into(), json!({ "description": "The client has the present version." }));
    } else if let Some(created) = responses.get_mut("201").and_then(Value::as_object_mut) {
        created
            .entry("headers")
            .or_insert(json!({ "Location": { "description": "Where the new resource is.", "schema": { "type": "string" } } }));
    }
}

fn parameter(operation: &mut Value, name: &str, required: bool, about: &str, schema: Value) {
    let parameter = json!({ "name": name, "in": "header", "required": required, "description": about, "schema": schema });
    match operation["parameters"].as_array_mut() {
        Some(parameters) => parameters.push(parameter),
        None => operation["parameters"] = json!([parameter]),
    }
}

fn problem_responses() -> Value {
    let mut responses = Map::new();
    for kind in Kind::ALL {
        let entry = responses.entry(format!("Problem{}", kind.status())).or_insert_with(|| {
            json!({
                "description": "",
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
            })
        });
        let so_far = entry["description"].as_str().unwrap_or_default();
        let sentence = format!("`{}`: {}.", kind.code(), kind.title().en);
        entry["description"] = json!(if so_far.is_empty() { sentence } else { format!("{so_far} {sentence}") });
    }
    Value::Object(responses)
}

/// `docs/authorisation.md`: a row an operation, a column a role.
pub fn authorisation_page(document: &Value, permissions: &[Permission]) -> String {
    use std::fmt::Write;
    let mut page = String::from(
        "# Who may do what\n\nGenerated from the permission tables on the resources' front pages. Roles say which operations, the scope says which rows: \
         an association sees its own file, a chamber everything inside its wilayas, national bodies and the ministry everything; everybody sees what is public. \
         ◆ people and keys of their bodies · ◇ people only.\n\n| operation | | visitor |",
    );
    for role in Role::ALL {
        let _ = write!(page, " {role} |");
    }
    page.push_str("\n|---|---|---|");
    page.push_str(&"---|".repeat(Role::ALL.len()));
    page.push('\n');
    let empty = Map::new();
    let paths = document["paths"].as_object().unwrap_or(&empty);
    for permission in permissions {
        let place = paths
            .iter()
            .flat_map(|(path, item)| METHODS.iter().map(move |method| (path, method, &item[*method])))
            .find(|(_, _, operation)| operation["operationId"] == permission.operation)
            .map(|(path, method, _)| format!("`{} {path}`", method.to_uppercase()))
            .unwrap_or_default();
        let _ = write!(page, "| {} | {place} | {} |", permission.operation, if permission.who == Who::Public { "◆" } else { "" });
        for role in Role::ALL {
            let sign = match permission.who {
                _ if !permission.admits(Some(*role)) => "",
                Who::Person | Who::People(_) => "◇",
                Who::Public | Who::Roles(_) => "◆",
            };
            let _ = write!(page, " {sign} |");
        }
        page.push('\n');
    }
    page
}
