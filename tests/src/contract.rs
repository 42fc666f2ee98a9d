//! The contract as the tests see it: every operation with its row of the permission table, and a check of every answer.

use actix_web::http::header::HeaderMap;
use api::kernel::access::Role;
use api::kernel::access::permissions::{Permission, Who};
use api::kernel::language::Language;
use api::kernel::problem::Kind;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

/// The contract of the application under test, made once per process.
pub fn contract() -> &'static Contract {
    static CONTRACT: OnceLock<Contract> = OnceLock::new();
    CONTRACT.get_or_init(Contract::new)
}

/// Every operation and every schema.
pub struct Contract {
    document: Value,
    /// The operations, in the order of the permission tables.
    pub operations: Vec<Operation>,
    schemas: Value,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

/// One operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    /// Method in capitals.
    pub method: String,
    /// Path with its parameters in braces.
    pub path: String,
    /// Its row of the permission table.
    pub permission: Permission,
    /// What the contract says about it.
    pub value: Value,
}

impl std::fmt::Display for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} {})", self.id, self.method, self.path)
    }
}

/// A parameter of the query.
#[derive(Debug, Clone)]
pub struct QueryParameter {
    /// Its name.
    pub name: String,
    /// Whether the request needs it.
    pub required: bool,
    /// Its schema.
    pub schema: Value,
}

impl Operation {
    /// Media type and schema of the body it takes.
    pub fn body(&self) -> Option<(&str, &Value)> {
        let content = self.value["requestBody"]["content"].as_object()?;
        content.iter().next().map(|(media, content)| (media.as_str(), &content["schema"]))
    }
    /// Whether it takes a JSON body.
    pub fn takes_json(&self) -> bool {
        self.body().is_some_and(|(media, _)| media.ends_with("json"))
    }
    /// Its query parameters.
    pub fn query(&self) -> Vec<QueryParameter> {
        self.parameters("query")
            .map(|parameter| QueryParameter {
                name: parameter["name"].as_str().unwrap().to_owned(),
                required: parameter["required"] == true,
                schema: parameter["schema"].clone(),
            })
            .collect()
    }
    /// The order of a list that is its default least of all: the last of its parameter `sort`.
    pub fn last_order(&self) -> Option<&str> {
        self.parameters("query").find(|parameter| parameter["name"] == "sort")?["schema"]["enum"].as_array()?.last()?.as_str()
    }
    /// Whether it has a query parameter of this name.
    pub fn has_query(&self, name: &str) -> bool {
        self.parameters("query").any(|parameter| parameter["name"] == name)
    }
    /// Whether a change needs `If-Match`.
    pub fn takes_version(&self) -> bool {
        self.parameters("header").any(|parameter| parameter["name"] == "If-Match")
    }
    /// Whether the request can be made safe to repeat.
    pub fn takes_key(&self) -> bool {
        self.parameters("header").any(|parameter| parameter["name"] == "Idempotency-Key")
    }
    /// Whether its path has parameters.
    pub fn has_path_parameter(&self) -> bool {
        self.path.contains('{')
    }
    /// Whether it answers with a page of items.
    pub fn is_list(&self) -> bool {
        let schema = answer_schema(&self.value["responses"]["200"]["content"]["application/json"]["schema"], false);
        self.method == "GET" && self.has_query("cursor") && contract().resolve(schema)["properties"]["next_cursor"].is_object()
    }
    fn parameters(&self, place: &'static str) -> impl Iterator<Item = &Value> {
        self.value["parameters"].as_array().into_iter().flatten().filter(move |parameter| parameter["in"] == place)
    }
    /// The path with every parameter replaced.
    pub fn path_with(&self, mut fill: impl FnMut(&str) -> String) -> String {
        let steps = self.path.split('/').map(|step| match step.strip_prefix('{').and_then(|step| step.strip_suffix('}')) {
            Some(name) => fill(name),
            None => step.to_owned(),
        });
        steps.collect::<Vec<_>>().join("/")
    }
    /// A role that may call it; nobody in particular when everybody may.
    pub fn some_role(&self) -> Option<Role> {
        match self.permission.who {
            Who::Public => None,
            Who::Person => Some(Role::Chamber),
            Who::Roles(roles) | Who::People(roles) => roles.iter().copied().find(|role| *role == Role::Ministry).or(roles.first().copied()),
        }
    }
}

impl Contract {
    fn new() -> Self {
        let document = api::app::contract().expect("handlers and permission tables agree");
        let mut operations = Vec::new();
        for permission in api::resources::permissions() {
            for (path, item) in document["paths"].as_object().unwrap() {
                for (method, value) in item.as_object().unwrap() {
                    if value["operationId"] == permission.operation {
                        operations.push(Operation {
                            id: permission.operation.to_owned(),
                            method: method.to_uppercase(),
                            path: path.clone(),
                            permission,
                            value: value.clone(),
                        });
                    }
                }
            }
        }
        let mut schemas = Map::new();
        for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
            schemas.insert(name.clone(), open(schema));
            schemas.insert(format!("{name}.closed"), closed(schema));
        }
        Self { schemas: Value::Object(schemas), document, operations, validators: Mutex::default() }
    }

    /// The contract as JSON.
    pub fn document(&self) -> &Value {
        &self.document
    }

    /// The operation of this name.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    pub fn operation(&self, id: &str) -> &Operation {
        self.operations.iter().find(|operation| operation.id == id).unwrap_or_else(|| panic!("no operation {id} in the contract"))
    }

    /// The operation a request reaches; fixed steps of a path win over parameters.
    pub fn find(&self, method: &str, path: &str) -> Option<&Operation> {
        let fits = |operation: &&Operation| operation.method == method && template_fits(&operation.path, path);
        self.operations.iter().filter(fits).min_by_key(|operation| operation.path.matches('{').count())
    }

    /// A schema with its references resolved.
    pub fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(reference) => {
                self.resolve(self.document.pointer(reference.trim_start_matches('#')).expect("a reference that leads somewhere"))
            }
            None => schema,
        }
    }

    /// The schemas that another one leads to: all of them would be compiled again for each.
    fn reached(&self, from: &Value) -> Map<String, Value> {
        let (mut reached, mut open) = (Map::new(), vec![from]);
        while let Some(value) = open.pop() {
            match value {
                Value::Array(items) => open.extend(items),
                Value::Object(members) => {
                    open.extend(members.values());
                    let name = value["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/components/schemas/"));
                    if let Some((name, schema)) =
                        name.filter(|name| !reached.contains_key(*name)).and_then(|name| Some((name, self.schemas.get(name)?)))
                    {
                        reached.insert(name.to_owned(), schema.clone());
                        open.push(schema);
                    }
                }
                _ => {}
            }
        }
        reached
    }

    /// Whether a value fits a schema, and has no member the schema does not name.
    ///
    /// # Errors
    /// What does not fit.
    pub fn fits(&self, schema: &Value, value: &Value) -> Result<(), String> {
        let key = schema.to_string();
        let validator = self.validators.lock().unwrap().get(&key).cloned();
        let validator = validator.unwrap_or_else(|| {
            let schema = closed(schema);
            let root = json!({ "allOf": [schema], "components": { "schemas": self.reached(&schema) } });
            let made = Arc::new(jsonschema::options().should_validate_formats(true).build(&root).expect("schemas of the contract compile"));
            self.validators.lock().unwrap().insert(key, made.clone());
            made
        });
        let wrong: Vec<String> = validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("; ")) }
    }

    /// Holds an answer against the contract and against the manners that every answer has.
    ///
    /// # Errors
    /// What is not as the contract says.
    pub fn check(&self, request: &Request<'_>, status: u16, headers: &HeaderMap, body: &[u8]) -> Result<(), String> {
        security_headers(headers)?;
        if status >= 400 {
            problem(request.language, status, headers, body)?;
        }
        let Some(operation) = self.find(request.method, request.path) else {
            return Ok(());
        };
        if (200..300).contains(&status) && operation.takes_json() {
            self.taken(operation, request.sent)?;
        }
        let documented = operation.value["responses"].get(status.to_string());
        let response = documented.ok_or_else(|| format!("status {status} is not documented for {operation}"))?;
        let response = self.resolve(response);
        if response["headers"]["Location"].is_object() && !headers.contains_key("location") {
            return Err("no Location, which is documented".to_owned());
        }
        let media = headers.get("content-type").map(|value| value.to_str().unwrap_or_default());
        let media = media.map(|media| media.split(';').next().unwrap_or_default().trim());
        let Some(content) = response["content"].as_object() else {
            return if body.is_empty() { Ok(()) } else { Err(format!("a body where none is documented for {status}")) };
        };
        let content = media.and_then(|media| content.get(media)).ok_or_else(|| {
            format!("content type {media:?} is not documented for {status} of {operation}: {:?}", content.keys().collect::<Vec<_>>())
        })?;
        if media.is_some_and(|media| media == "application/json" || media.ends_with("+json")) {
            let value: Value = serde_json::from_slice(body).map_err(|cause| format!("not JSON: {cause}"))?;
            self.fits(answer_schema(&content["schema"], request.sparse), &value)
                .map_err(|wrong| format!("{status} of {operation} does not fit its schema: {wrong}"))?;
        }
        Ok(())
    }

    /// Whether a body that was taken is one the contract allows.
    fn taken(&self, operation: &Operation, sent: &[u8]) -> Result<(), String> {
        let Some((_, schema)) = operation.body() else { return Ok(()) };
        let value = serde_json::from_slice(sent).map_err(|cause| format!("{operation} took what is not JSON: {cause}"))?;
        self.fits(schema, &value).map_err(|wrong| format!("{operation} took a body that does not fit its schema: {wrong}"))
    }
}

/// What an answer is held against.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Method in capitals.
    pub method: &'a str,
    /// Path without query.
    pub path: &'a str,
    /// The language asked for.
    pub language: Language,
    /// Whether only some members of each item were asked for.
    pub sparse: bool,
    /// The body.
    pub sent: &'a [u8],
}

/// Of a list that gives whole items or sparse ones, the one that was asked for.
fn answer_schema(schema: &Value, sparse: bool) -> &Value {
    match schema["anyOf"].as_array().map(Vec::as_slice) {
        Some([_, few]) if sparse => few,
        Some([whole, _]) => whole,
        _ => schema,
    }
}

/// The headers that every answer carries.
pub const SECURITY_HEADERS: [&str; 6] =
    ["content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options", "permissions-policy", "x-request-id"];

fn security_headers(headers: &HeaderMap) -> Result<(), String> {
    for name in SECURITY_HEADERS {
        if !headers.contains_key(name) {
            return Err(format!("no {name} header"));
        }
    }
    let policy = headers.get("content-security-policy").unwrap().to_str().unwrap_or_default();
    if !policy.contains("script-src 'self'") || policy.contains("unsafe-inline") || policy.contains("unsafe-eval") {
        return Err(format!("a weak content security policy: {policy}"));
    }
    Ok(())
}

fn problem(language: Language, status: u16, headers: &HeaderMap, body: &[u8]) -> Result<(), String> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if text("content-type") != "application/problem+json" {
        return Err(format!("{status} is no problem but {:?}", text("content-type")));
    }
    let problem: Value = serde_json::from_slice(body).map_err(|cause| format!("the problem is not JSON: {cause}"))?;
    contract().fits(&json!({ "$ref": "#/components/schemas/Problem" }), &problem)?;
    let kind = Kind::ALL.iter().find(|kind| problem["code"] == kind.code()).ok_or_else(|| format!("unknown code {}", problem["code"]))?;
    let expected = [
        ("status", json!(status)),
        ("status", json!(kind.status())),
        ("title", json!(kind.title().in_language(language))),
        ("type", json!(format!("/docs/problems#{}", kind.code()))),
        ("instance", json!(format!("urn:uuid:{}", text("x-request-id")))),
    ];
    for (member, value) in expected {
        if problem[member] != value {
            return Err(format!("{member} of the problem is {} instead of {value}", problem[member]));
        }
    }
    if text("content-language") != language.as_str() {
        return Err(format!("the problem is in {:?} instead of {language}", text("content-language")));
    }
    for field in problem["errors"].as_array().into_iter().flatten() {
        let pointer = field["pointer"].as_str().unwrap_or_default();
        if field["detail"].as_str().unwrap_or_default().is_empty() {
            return Err(format!("no words for the fault of {pointer:?}"));
        }
    }
    for (needed, name) in [(401, "www-authenticate"), (405, "allow"), (429, "retry-after"), (503, "retry-after")] {
        if status == needed && !headers.contains_key(name) {
            return Err(format!("{status} without {name}"));
        }
    }
    let text = String::from_utf8_lossy(body).to_lowercase();
    for leak in ["select ", "insert into", "sqlite", "postgres", "diesel", "panicked", ".rs:", "constraint failed", "violates"] {
        if text.contains(leak) {
            return Err(format!("the problem tells too much ({leak:?}): {text}"));
        }
    }
    Ok(())
}

fn template_fits(template: &str, path: &str) -> bool {
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len() && template.iter().zip(&path).all(|(step, part)| step.starts_with('{') && !part.is_empty() || step == part)
}

/// A schema whose objects, apart from the outermost, admit only the members they name.
fn open(schema: &Value) -> Value {
    let Value::Object(members) = schema else { return schema.clone() };
    let mut result = Map::new();
    for (name, value) in members {
        let each = |make: fn(&Value) -> Value| match value {
            Value::Object(inner) => Value::Object(inner.iter().map(|(name, value)| (name.clone(), make(value))).collect()),
            Value::Array(inner) => Value::Array(inner.iter().map(make).collect()),
            other => other.clone(),
        };
        let value = match name.as_str() {
            "properties" | "oneOf" | "anyOf" => each(closed),
            "allOf" => each(open),
            "items" => closed(value),
            _ => value.clone(),
        };
        result.insert(name.clone(), value);
    }
    Value::Object(result)
}

/// A schema whose objects admit only the members they name.
fn closed(schema: &Value) -> Value {
    let mut result = open(schema);
    let Some(members) = result.as_object_mut() else { return result };
    if let Some(Value::String(reference)) = members.get_mut("$ref") {
        reference.push_str(".closed");
    } else if (members.contains_key("properties") || members.contains_key("allOf"))
        && !members.contains_key("additionalProperties")
        && !members.contains_key("unevaluatedProperties")
    {
        members.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
    }
    result
}
