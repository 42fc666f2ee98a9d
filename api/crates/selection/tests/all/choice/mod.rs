//! The choice and its replacements, against every set there is on small cases, and told as stories.

mod comparison;
mod fairness;
mod optimum;
mod replacement;
mod small;
mod stories;
