//! Registering operations, and collecting what they say of themselves where somebody wants to know.
//!
//! A server registers its operations once for each worker and describes them once: building the schemas of the whole contract each time
//! would be most of a start.

use actix_web::dev::HttpServiceFactory;
use actix_web::web::ServiceConfig;
use utoipa::openapi::{Components, OpenApi};
use utoipa_actix_web::OpenApiFactory;

/// What is wanted of the operations beside their registration.
pub enum Wanted<'a> {
    /// Nothing.
    Nothing,
    /// Paths, methods and parameters.
    Paths(&'a mut OpenApi),
    /// Those, and the schemas of bodies and answers.
    Everything(&'a mut OpenApi),
}

/// Where resources register their operations.
pub struct Routes<'a> {
    config: &'a mut ServiceConfig,
    wanted: Wanted<'a>,
}

impl<'a> Routes<'a> {
    /// Registers on an actix application.
    pub fn new(config: &'a mut ServiceConfig, wanted: Wanted<'a>) -> Self {
        Self { config, wanted }
    }

    /// Registers an operation.
    pub fn service<F: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, operation: F) -> &mut Self {
        match &mut self.wanted {
            Wanted::Nothing => {}
            Wanted::Paths(contract) => contract.paths.merge(operation.paths()),
            Wanted::Everything(contract) => {
                let mut schemas = Vec::new();
                operation.schemas(&mut schemas);
                contract.components.get_or_insert_with(Components::new).schemas.extend(schemas);
                contract.paths.merge(operation.paths());
            }
        }
        self.config.service(operation);
        self
    }
}
