//! The harness of the tests: an application with a database of its own, actors by role, and a contract that every answer is
//! held against.
//!
//! A test reads as a story:
//!
//! ```ignore
//! let app = TestApp::new();
//! let chamber = app.chamber("16");
//! let created = chamber.post("/api/v1/associations").json(&file).await.expect_status(201);
//! ```
//!
//! [`app`] starts the application, [`actor`] sends requests as somebody, [`contract`] knows every operation and checks every
//! answer, [`listener`] is somebody else's server, [`mailbox`] takes letters out of the folder, [`bucket_service`] one that keeps files, [`samples`] makes bodies that fit, [`world`] fills a database so that every path leads somewhere, [`statements`] counts
//! what reaches the database, [`source`] reads the code as text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// A recipe hands its request on when it knows nothing to add.
#![allow(clippy::result_large_err)]

pub mod actor;
pub mod app;
pub mod bucket_service;
pub mod contract;
pub mod database;
pub mod findings;
pub mod listener;
pub mod mailbox;
pub mod people;
pub mod samples;
pub mod source;
pub mod statements;
pub mod world;

pub use actor::{Actor, Answer, encoded};
pub use app::TestApp;
pub use contract::{Operation, contract};
pub use findings::Findings;
