//! The contract as the server needs it: its text to give away, and what of it requests are held against.

use crate::kernel::error::Result;
use bytes::Bytes;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::OnceLock;
use utoipa::openapi::path::{Operation, Parameter, ParameterIn, PathItem};
use utoipa::openapi::{Paths, RefOr};

/// The published contract.
pub struct Contract {
    /// Writes the document.
    write: fn() -> Result<Value>,
    text: OnceLock<Bytes>,
    /// By path template: the methods there, in capitals, and whether they take query parameters.
    routes: HashMap<String, Vec<(&'static str, bool)>>,
}

fn is_in_query(parameter: &RefOr<Parameter>) -> bool {
    matches!(parameter, RefOr::T(parameter) if parameter.parameter_in == ParameterIn::Query)
}

fn methods(item: &PathItem) -> Vec<(&'static str, bool)> {
    let in_query = |operation: &Operation| operation.parameters.iter().flatten().any(is_in_query);
    let all = [("GET", &item.get), ("POST", &item.post), ("PUT", &item.put), ("PATCH", &item.patch), ("DELETE", &item.delete)];
    all.into_iter().filter_map(|(method, operation)| Some((method, in_query(operation.as_ref()?)))).collect()
}

impl Contract {
    /// Of the paths of the operations; the document itself is written when it is first asked for.
    pub fn of(paths: &Paths, write: fn() -> Result<Value>) -> Self {
        let routes = paths.paths.iter().map(|(path, item)| (path.clone(), methods(item))).collect();
        Self { write, text: OnceLock::new(), routes }
    }

    /// The whole document as JSON.
    ///
    /// # Errors
    /// When handlers and permission tables disagree, which the tests do not let through.
    pub fn text(&self) -> Result<Bytes> {
        if let Some(text) = self.text.get() {
            return Ok(text.clone());
        }
        let text: Bytes = serde_json::to_vec(&(self.write)()?)?.into();
        Ok(self.text.get_or_init(|| text).clone())
    }

    /// Whether the operation of a route takes query parameters; unknown routes take what they like.
    pub fn takes_query(&self, route: &str, method: &str) -> bool {
        self.routes.get(route).and_then(|methods| methods.iter().find(|(name, _)| *name == method)).is_none_or(|(_, takes)| *takes)
    }

    /// The methods of a path.
    pub fn methods(&self, path: &str) -> Vec<&str> {
        let fits = |template: &str| {
            let mut steps = path.split('/');
            template.split('/').all(|step| steps.next().is_some_and(|part| part == step || step.starts_with('{'))) && steps.next().is_none()
        };
        let mut methods: Vec<&str> = Vec::new();
        for (name, _) in self.routes.iter().filter(|(template, _)| fits(template)).flat_map(|(_, methods)| methods) {
            if !methods.contains(name) {
                methods.push(name);
            }
        }
        methods.sort_unstable();
        methods
    }
}
