//! The choice and its replacements, against every set there is on small cases, and told as stories.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod comparison;
mod fairness;
mod optimum;
mod replacement;
mod small;
mod stories;
