//! Registering operations, and collecting what they say of themselves where somebody wants to know.
//!
//! A server registers its operations once for each worker and describes them once: building the schemas of the whole contract each time
//! would be most of a start.
//!
//! actix tries one pattern after the other. So operations are put into groups whose paths exclude each other, first by their first words and
//! then by their length and the words that all paths of that length have in common places; a request passes by every group but its own with a
//! comparison of words, and tries the patterns of that one in the order they were registered.

use actix_web::Scope;
use actix_web::dev::HttpServiceFactory;
use actix_web::guard::{self, Guard};
use actix_web::web::{self, ServiceConfig};
use std::collections::BTreeMap;
use utoipa::openapi::{Components, OpenApi};
use utoipa_actix_web::OpenApiFactory;

/// What is wanted of the operations.
pub enum Wanted<'a> {
    /// To be registered.
    Service,
    /// Paths, methods and parameters.
    Paths(&'a mut OpenApi),
    /// Those, and the schemas of bodies and answers.
    Everything(&'a mut OpenApi),
}

/// One operation: the words of its path, nothing where anything may stand, and how it is registered.
struct Operation {
    words: Vec<Option<String>>,
    register: Box<dyn FnOnce(Scope) -> Scope>,
}

/// Where resources register their operations.
pub struct Routes<'a> {
    wanted: Wanted<'a>,
    operations: Vec<Operation>,
}

/// The words of the template of a path.
fn words(template: &str) -> Vec<Option<String>> {
    template.split('/').skip(1).map(|word| (!word.starts_with('{')).then(|| word.to_owned())).collect()
}

/// How many words at the start of a path are always words: `api`, `v1` and the name of a resource.
const FIRST: usize = 3;

impl<'a> Routes<'a> {
    /// Nothing yet.
    pub fn new(wanted: Wanted<'a>) -> Self {
        Self { wanted, operations: Vec::new() }
    }

    /// Takes an operation.
    pub fn service<F: HttpServiceFactory + OpenApiFactory + utoipa::Path + 'static>(&mut self, operation: F) -> &mut Self {
        match &mut self.wanted {
            Wanted::Service => {
                self.operations.push(Operation { words: words(&F::path()), register: Box::new(|scope| scope.service(operation)) });
            }
            Wanted::Paths(contract) => contract.paths.merge(operation.paths()),
            Wanted::Everything(contract) => {
                let mut schemas = Vec::new();
                operation.schemas(&mut schemas);
                contract.components.get_or_insert_with(Components::new).schemas.extend(schemas);
                contract.paths.merge(operation.paths());
            }
        }
        self
    }

    /// Registers what was taken; `otherwise` answers where the path is in a group and no operation there takes it.
    pub fn register(self, config: &mut ServiceConfig, otherwise: fn() -> actix_web::Route) {
        let mut areas: BTreeMap<Vec<Option<String>>, Vec<Operation>> = BTreeMap::new();
        for operation in self.operations {
            areas.entry(operation.words.iter().take(FIRST).cloned().collect()).or_default().push(operation);
        }
        for (first, operations) in areas {
            let groups = groups(operations).into_iter().map(|(shape, operations)| {
                let scope = web::scope("").guard(Fits { shape, whole: true }).default_service(otherwise());
                operations.into_iter().fold(scope, |scope, operation| (operation.register)(scope))
            });
            let area = web::scope("").guard(Fits { shape: first, whole: false }).default_service(otherwise());
            config.service(groups.fold(area, Scope::service));
        }
    }
}

/// Operations by the shape of their paths: of one length, and with the words in those places where each path of that length has one.
fn groups(operations: Vec<Operation>) -> BTreeMap<Vec<Option<String>>, Vec<Operation>> {
    let mut by_length: BTreeMap<usize, Vec<Operation>> = BTreeMap::new();
    for operation in operations {
        by_length.entry(operation.words.len()).or_default().push(operation);
    }
    let mut groups: BTreeMap<Vec<Option<String>>, Vec<Operation>> = BTreeMap::new();
    for (length, operations) in by_length {
        let telling: Vec<bool> = (0..length).map(|place| operations.iter().all(|operation| operation.words[place].is_some())).collect();
        for operation in operations {
            let shape = operation.words.iter().zip(&telling).map(|(word, tells)| word.clone().filter(|_| *tells)).collect();
            groups.entry(shape).or_default().push(operation);
        }
    }
    groups
}

/// Requests whose path has the words of a shape, and, of the whole of a path, its length.
struct Fits {
    shape: Vec<Option<String>>,
    whole: bool,
}

impl Fits {
    fn path(&self, path: &str) -> bool {
        let mut words = path.split('/').skip(1);
        self.shape.iter().all(|wanted| words.next().is_some_and(|word| wanted.as_ref().is_none_or(|wanted| wanted == word)))
            && (!self.whole || words.next().is_none())
    }
}

impl Guard for Fits {
    fn check(&self, context: &guard::GuardContext<'_>) -> bool {
        self.path(context.head().uri.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(paths: &[&str]) -> Vec<String> {
        let operations = paths.iter().map(|path| Operation { words: words(path), register: Box::new(|scope| scope) }).collect();
        let name =
            |shape: Vec<Option<String>>| shape.into_iter().map(|word| format!("/{}", word.unwrap_or("*".into()))).collect::<String>();
        groups(operations).into_iter().map(|(shape, operations)| format!("{}: {}", name(shape), operations.len())).collect()
    }

    #[test]
    fn paths_that_could_both_fit_a_request_are_in_one_group() {
        let both = ["/api/v1/things/{id}", "/api/v1/things/counts", "/api/v1/things/{id}"];
        assert_eq!(shapes(&both), ["/api/v1/things/*: 3"]);
        let apart = ["/api/v1/things/{id}/parts", "/api/v1/things/{id}/notes", "/api/v1/things", "/api/v1/things/{id}/parts/{part}"];
        let mut found = shapes(&apart);
        found.sort();
        let expected = ["/api/v1/things/*/notes: 1", "/api/v1/things/*/parts/*: 1", "/api/v1/things/*/parts: 1", "/api/v1/things: 1"];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_request_fits_by_its_words_and_its_length() {
        let shape = Fits { shape: words("/api/v1/things/{id}/parts"), whole: true };
        assert!(shape.path("/api/v1/things/7/parts"));
        for other in ["/api/v1/things/7", "/api/v1/things/7/parts/1", "/api/v1/things/7/part", "/api/v1/thing/7/parts", "/"] {
            assert!(!shape.path(other), "{other}");
        }
        let area = Fits { shape: words("/api/v1/things"), whole: false };
        assert!(area.path("/api/v1/things/7/parts") && area.path("/api/v1/things") && !area.path("/api/v1/thingsandmore"));
    }
}
