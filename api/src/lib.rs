//! The craft associations platform: a stateless JSON API over one database.
//!
//! # The map
//!
//! - [`config`] reads the environment; nothing else does.
//! - [`kernel`] is what every resource stands on, and knows none: proofs and scopes ([`kernel::access`]), the database
//!   ([`kernel::db`]), the manners of HTTP ([`kernel::http`]), problems, validation, audit, outbox, contract.
//! - [`resources`] are the parts of the platform, one folder each, in dependency order.
//! - [`seed`] fills a database with demonstration data.
//! - [`app`] puts middleware and routes in order; [`pages`] serves the web application.
//!
//! # The life of a request
//!
//! [`app::edge`] gives it an id, finds the caller and sets a time limit. The handler's first argument is a proof
//! ([`kernel::access::allowed::Allowed`]): 401 or 403, or a caller. Then come typed path, `If-Match` and body: 400, 428, or
//! 422 with every wrong field. The handler makes one call into the resource's `ops`, inside `read` or `write` of the proof,
//! where the scope is known and a transaction is open; audit and outbox rows go with it. The answer is plain data; an
//! [`kernel::error::Error`] becomes a problem, once, back in [`app::edge`].
//!
//! Start reading in [`resources::institutions`], which is small and complete.

pub mod app;
pub mod backup;
pub mod config;
pub mod kernel;
pub mod memory;
pub mod pages;
pub mod resources;
pub mod seed;
pub mod serve;
