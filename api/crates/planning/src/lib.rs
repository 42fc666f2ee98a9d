//! The planning engine: schedules, earned value, capital budgeting, chances and choices, as pure functions.
//!
//! Nothing here reads a file, a clock or a database, and nothing panics: a function takes a request, and answers a result or a
//! [`problem::Problem`] that names the field. The types derive `serde`, and with the feature `schema` they describe themselves
//! for an OpenAPI contract (their names there begin with `Planning` where the bare name says too little).
//!
//! # The tour
//!
//! Start at [`calculations`]: one function per operation of the platform's calculation service.
//!
//! | function | answers | computed by |
//! |---|---|---|
//! | [`calculations::schedule`] | early and late dates, floats, critical paths, negative float explained, drawing, cost of finishing sooner | [`network`], [`calendar`], [`layout`] |
//! | [`calculations::pert`] | expected durations, chance to finish in time, simulation with criticality index | [`pert`] |
//! | [`calculations::earned_value`] | PV, EV, AC and all that follows, earned schedule, S-curve, baseline | [`cost`], [`earned_value`] |
//! | [`calculations::cash_flow`] | NPV, every IRR, MIRR, paybacks, index, annuity, sensitivity, functions of the time value of money | [`cash_flow`] |
//! | [`calculations::project_selection`] | the best set of projects under budgets with a proof, beside the ranking | [`selection`] |
//!
//! Then follow a schedule on its way:
//!
//! 1. [`network::compile`] checks the request, turns names into indexes and dates into instants on an [`network::axis::Axis`].
//! 2. [`network::graph`] holds the links by activity and orders the activities, or names the cycle.
//! 3. [`network::pass`] runs forward and backward; this is where the formulas are.
//! 4. [`network::explain`] reads critical paths and the causes of negative float out of the passes.
//!
//! # What all of it keeps to
//!
//! - **Time** is whole working minutes inside, working days outside. A [`calendar::Calendar`] says when people work; a
//!   [`moment::Moment`] is a date or a date and time of day, in the project's own time zone.
//! - **Money** is whole centimes. Costs and budgets are `i64` and an overflow is a problem; flows and values are
//!   [`amount::Amount`]s, which also take fractions; discounting is in double precision and answers are given beside their value to the centime.
//! - **What cannot be known** is null, with the reason in `unknown` beside it ([`figures::Unknown`]): never 0, never infinity.
//! - **The same request has the same answer** everywhere: draws are seeded, searches are limited by counted work.
//! - **Limits** on size are constants beside each request type; beyond them the answer is `too_many_entries`.
//! - **Problems** carry a code from [`problem::CODES`], a JSON pointer and facts. Words for people are elsewhere.
//!
//! # Example
//!
//! ```
//! use planning::calculations::{ScheduleRequest, schedule};
//! use planning::network::{Activity, Link};
//!
//! let activity = |id: &str, days: f64| Activity { id: id.into(), duration_days: Some(days), ..Activity::default() };
//! let request = ScheduleRequest {
//!     start: "2026-03-01".parse().ok(),
//!     activities: vec![activity("weave", 4.0), activity("exhibit", 2.0)],
//!     links: vec![Link { from: "weave".into(), to: "exhibit".into(), ..Link::default() }],
//!     ..ScheduleRequest::default()
//! };
//! let result = schedule(&request)?;
//! assert_eq!(result.duration_days, 6.0);
//! // Sunday to Thursday are working days: the fifth of March, then Sunday the eighth.
//! assert_eq!(result.finish.map(|f| f.to_string()).as_deref(), Some("2026-03-08T17:00"));
//! # Ok::<(), planning::problem::Problem>(())
//! ```

pub mod amount;
pub mod calculations;
pub mod calendar;
pub mod cash_flow;
pub mod cost;
pub mod earned_value;
pub mod figures;
pub mod layout;
pub mod moment;
pub mod network;
pub mod pert;
pub mod problem;
pub mod selection;
