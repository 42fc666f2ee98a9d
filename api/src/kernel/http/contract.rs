//! The contract as the server needs it: its text to give away, and what of it requests are held against.

use crate::kernel::error::Result;
use bytes::Bytes;
use serde_json::Value;
use std::collections::HashMap;

/// The published contract.
pub struct Contract {
    text: Bytes,
    /// By path template: the methods there, in capitals, and whether they take query parameters.
    routes: HashMap<String, Vec<(String, bool)>>,
}

impl Contract {
    /// Of a complete document.
    ///
    /// # Errors
    /// When the document cannot be JSON.
    pub fn of(document: &Value) -> Result<Self> {
        let in_query = |operation: &Value| operation["parameters"].as_array().into_iter().flatten().any(|one| one["in"] == "query");
        let routes = document["paths"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(path, item)| {
                let operations = item.as_object().into_iter().flatten();
                (path.clone(), operations.map(|(method, operation)| (method.to_uppercase(), in_query(operation))).collect())
            })
            .collect();
        Ok(Self { text: serde_json::to_vec(document)?.into(), routes })
    }

    /// The whole document as JSON.
    pub fn text(&self) -> Bytes {
        self.text.clone()
    }

    /// Whether the operation of a route takes query parameters; unknown routes take what they like.
    pub fn takes_query(&self, route: &str, method: &str) -> bool {
        self.routes.get(route).and_then(|methods| methods.iter().find(|(name, _)| name == method)).is_none_or(|(_, takes)| *takes)
    }

    /// The methods of a path.
    pub fn methods(&self, path: &str) -> Vec<&str> {
        let fits = |template: &str| {
            let mut steps = path.split('/');
            template.split('/').all(|step| steps.next().is_some_and(|part| part == step || step.starts_with('{'))) && steps.next().is_none()
        };
        let mut methods: Vec<&str> = Vec::new();
        for (name, _) in self.routes.iter().filter(|(template, _)| fits(template)).flat_map(|(_, methods)| methods) {
            if !methods.contains(&name.as_str()) {
                methods.push(name);
            }
        }
        methods.sort_unstable();
        methods
    }
}
