//! The choice of applications under overlapping quotas, and the shares of applications for reviewers, as pure functions.
//!
//! Nothing here reads a file, a clock or a database, and nothing panics: a function takes a request, and answers a result or a
//! [`problem::Problem`] that names the field. The types derive `serde`, and with the feature `schema` they describe themselves
//! for an OpenAPI contract (their names there begin with `Selection` or `Review`).
//!
//! # The tour
//!
//! | function | answers |
//! |---|---|
//! | [`choice::choose`] | who is selected under which quota, who waits at which place of which list, and why |
//! | [`replacement::replace`] | who moves up when selected candidates withdraw |
//! | [`comparison::compare`] | who comes in and who goes out from one outcome to another: what if |
//! | [`reviewers::share_out`] | who reviews what, with loads as even as possible |
//! | [`admission::admit`] | who gets a seat as they come, who waits, and who moves up when a seat is free |
//!
//! The rules, their steps and why they are exact stand at the head of [`choice`], [`replacement`] and [`reviewers`].
//!
//! # What all of it keeps to
//!
//! - **Exact**: no choice fills more reserved seats or has a larger total score, no shares are more even.
//! - **The same request has the same answer** everywhere, in whatever order its lists come. Chance is drawn from the published seed
//!   ([`lottery::lottery_key`]), so anybody can compute it again.
//! - **Limits** on size are constants beside each request type; beyond them the answer is `too_many_entries`.
//! - **Problems** carry a code from [`problem::CODES`], a JSON pointer, what was expected, and facts. Words for people are elsewhere.
//!
//! # Example
//!
//! ```
//! use selection::choice::{Candidate, ChoiceRequest, Decision, Quota, choose};
//!
//! let candidate = |id: &str, score, quotas: &[&str]| {
//!     Candidate { id: id.into(), score, quotas: quotas.iter().map(|q| q.to_string()).collect() }
//! };
//! let request = ChoiceRequest {
//!     capacity: 2,
//!     seed: "Salon 2026".into(),
//!     quotas: vec![Quota { id: "women".into(), seats: 1 }],
//!     candidates: vec![candidate("a", 90_000, &[]), candidate("b", 80_000, &[]), candidate("c", 70_000, &["women"])],
//!     withdrawn: Vec::new(),
//! };
//! let outcome = choose(&request)?;
//! let decisions: Vec<_> = outcome.candidates.iter().map(|c| (c.id.as_str(), &c.decision)).collect();
//! assert_eq!(decisions[0], ("a", &Decision::Selected { under: None }));
//! assert!(matches!(decisions[1], ("b", Decision::Waiting { place: 1, .. })));
//! assert_eq!(decisions[2], ("c", &Decision::Selected { under: Some("women".into()) }));
//! # Ok::<(), selection::problem::Problem>(())
//! ```

pub mod admission;
mod bits;
pub mod choice;
pub mod comparison;
mod hops;
pub mod lottery;
pub mod problem;
pub mod replacement;
pub mod reviewers;
