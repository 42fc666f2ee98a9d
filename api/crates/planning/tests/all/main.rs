//! Networks, money and choices, as they are used from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod hostile;
mod money_properties;
mod money_stories;
mod network_properties;
mod reference;
mod schedule_stories;
mod schema;
