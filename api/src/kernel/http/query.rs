//! Query strings: every parameter named in the contract, every wrong one reported, an unknown one refused.

use super::contract::Contract;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault, Schema};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::future::{Ready, ready};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{RefOr, Required};

/// The parameters of a request. `T` derives `ToSchema`, is named in [`crate::query_parameters!`] and denies unknown fields.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + utoipa::ToSchema + 'static> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Self))
    }
}

/// Puts the parameters of query types into the contract, with the limits that requests are held to.
#[macro_export]
macro_rules! query_parameters {
    ($type:ty) => {
        impl utoipa::IntoParams for $type {
            fn into_params(_: impl Fn() -> Option<utoipa::openapi::path::ParameterIn>) -> Vec<utoipa::openapi::path::Parameter> {
                $crate::kernel::http::query::parameters::<Self>()
            }
        }
    };
}

/// The properties of a type as parameters. Enumerations are written out; a parameter is left out rather than null.
pub fn parameters<T: utoipa::ToSchema>() -> Vec<Parameter> {
    let mut parts = Vec::new();
    T::schemas(&mut parts);
    let names: HashMap<String, Value> =
        parts.into_iter().filter_map(|(name, schema)| Some((name, serde_json::to_value(schema).ok()?))).collect();
    let root = serde_json::to_value(T::schema()).unwrap_or_default();
    let required = root["required"].as_array().cloned().unwrap_or_default();
    let one = |(name, property): (&String, &Value)| {
        let mut schema = plain(property, &names);
        // Beside a reference that may be null the description is the reference's.
        let about = std::iter::once(property).chain(property["oneOf"].as_array().into_iter().flatten());
        let about = about.filter_map(|one| one["description"].as_str()).next().map(str::to_owned);
        if let Value::Object(members) = &mut schema {
            members.remove("description");
        }
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Query)
            .required(if required.iter().any(|each| each == name) { Required::True } else { Required::False })
            .description(about)
            .schema(serde_json::from_value::<RefOr<utoipa::openapi::Schema>>(schema).ok())
            .build()
    };
    root["properties"].as_object().into_iter().flatten().map(one).collect()
}

/// A schema without references and without null.
fn plain(schema: &Value, names: &HashMap<String, Value>) -> Value {
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
        return names.get(name).map(|named| plain(named, names)).unwrap_or_default();
    }
    let choices = schema["oneOf"].as_array().into_iter().flatten().filter(|choice| choice["type"] != "null");
    if let [only] = choices.collect::<Vec<_>>()[..] {
        return plain(only, names);
    }
    let mut schema = schema.clone();
    if let Some([one]) =
        schema["type"].as_array().map(|all| all.iter().filter(|kind| *kind != "null").cloned().collect::<Vec<_>>()).as_deref()
    {
        schema["type"] = one.clone();
    }
    if schema["items"].is_object() {
        schema["items"] = plain(&schema["items"], names);
    }
    schema
}

/// Refuses every parameter of an operation that takes none; those of the others are read by their [`Query`].
///
/// # Errors
/// `invalid_parameter` naming every one.
pub fn none_where_none_is_taken(request: &HttpRequest) -> Result<()> {
    let query = request.query_string();
    let Some(contract) = request.app_data::<web::Data<Contract>>().filter(|_| !query.is_empty()) else { return Ok(()) };
    if contract.takes_query(&request.match_pattern().unwrap_or_default(), request.method().as_str()) {
        return Ok(());
    }
    let names = query.split('&').filter_map(|pair| pair.split('=').next()).filter(|name| !name.is_empty());
    let fields: Vec<FieldFault> = names.map(|name| FieldFault::new(format!("?{name}"), Fault::Unknown)).collect();
    if fields.is_empty() { Ok(()) } else { Err(Error { fields, ..Error::new(Kind::InvalidParameter) }) }
}

/// Reads a query string as a type.
///
/// # Errors
/// `invalid_parameter` naming every wrong or unknown parameter.
pub fn parse<T: DeserializeOwned + utoipa::ToSchema + 'static>(query: &str) -> Result<T> {
    read(pairs(query)?)
}

/// Reads a query string as two types; what `S` does not have is left to `T`.
///
/// # Errors
/// `invalid_parameter` naming every wrong or unknown parameter of both.
pub fn parse_both<T, S>(query: &str) -> Result<(T, S)>
where
    T: DeserializeOwned + utoipa::ToSchema + 'static,
    S: DeserializeOwned + utoipa::ToSchema + 'static,
{
    let second = Schema::of::<S>()?;
    let (theirs, rest): (Vec<_>, Vec<_>) = pairs(query)?.into_iter().partition(|(name, _)| second.property(name).is_object());
    match (read(rest), read(theirs)) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Err(first), Err(second)) => Err(Error { fields: [first.fields, second.fields].concat(), ..first }),
        (Err(only), _) | (_, Err(only)) => Err(only),
    }
}

fn refuse(fields: Vec<FieldFault>) -> Error {
    Error { fields, ..Error::new(Kind::InvalidParameter) }
}

fn pairs(query: &str) -> Result<Vec<(String, String)>> {
    serde_urlencoded::from_str(query).map_err(|_| refuse(vec![FieldFault::new("?", Fault::WrongFormat)]))
}

fn read<T: DeserializeOwned + utoipa::ToSchema + 'static>(pairs: Vec<(String, String)>) -> Result<T> {
    let schema = Schema::of::<T>()?;
    let mut object = Map::new();
    let mut faults = Vec::new();
    for (name, text) in pairs {
        let text = text::latin_digits(&text).into_owned();
        if text.contains('\0') {
            faults.push(FieldFault::new(format!("?{name}"), Fault::ForbiddenCharacters));
            continue;
        }
        let property = schema.property(&name);
        if property.is_null() {
            faults.push(FieldFault::new(format!("?{name}"), Fault::Unknown));
            continue;
        }
        let is = |kind: &str| property["type"] == kind || property["type"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == kind));
        let value = |kind_of: &Value| {
            let numeric = |kind: &Value| {
                kind["type"] == "integer" || kind["type"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == "integer"))
            };
            if numeric(kind_of) {
                text.parse::<i64>().map_or_else(|_| Value::String(text.clone()), Value::from)
            } else {
                Value::String(text.clone())
            }
        };
        if is("array") {
            let item = value(&property["items"]);
            match object.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
                Value::Array(items) => items.push(item),
                _ => continue,
            }
            continue;
        }
        let item = if is("boolean") {
            match text.as_str() {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                _ => Value::String(text),
            }
        } else {
            value(property)
        };
        if object.insert(name.clone(), item).is_some() {
            faults.push(FieldFault::new(format!("?{name}"), Fault::Repeated));
        }
    }
    let value = Value::Object(object);
    for fault in schema.faults(&value).into_vec() {
        let name = fault.pointer.trim_start_matches('/').to_owned();
        faults.push(FieldFault { pointer: format!("?{name}"), ..fault });
    }
    if !faults.is_empty() {
        return Err(refuse(faults));
    }
    serde_path_to_error::deserialize(value).map_err(|cause| {
        let name = cause.path().iter().next().map(|step| step.to_string()).unwrap_or_default();
        refuse(vec![FieldFault::expecting(format!("?{name}"), Fault::WrongFormat, cause.inner().to_string())])
    })
}
