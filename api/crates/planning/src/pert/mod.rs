//! Durations that are not certain: three estimates per activity, and the chance to finish in time.
//!
//! Expected duration te = (o + 4m + p) / 6 and variance ((p − o) / 6)², project duration approximately normal with the mean and variance of its critical path:
//! D. G. Malcolm, J. H. Roseboom, C. E. Clark, W. Fazar, *Application of a technique for research and development program evaluation* (1959).
//! The approximation looks at one path and is therefore optimistic; [`simulation`] draws the whole network many times instead, and counts how often each
//! activity is critical (R. M. Van Slyke, *Monte Carlo methods and the PERT problem*, 1963).

pub mod network;
pub mod normal;
pub mod simulation;

use serde::{Deserialize, Serialize};

use crate::network::LinkKind;

/// An activity with three estimates of its duration, in any one unit (working days, say).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PertActivity {
    /// Its name; unique.
    pub id: String,
    /// Duration if all goes well (o).
    pub optimistic: f64,
    /// Most likely duration (m), not less than `optimistic`.
    pub most_likely: f64,
    /// Duration if all goes wrong (p), not less than `most_likely`.
    pub pessimistic: f64,
}

impl PertActivity {
    /// te = (o + 4m + p) / 6.
    #[must_use]
    pub fn expected(&self) -> f64 {
        (self.optimistic + 4.0 * self.most_likely + self.pessimistic) / 6.0
    }

    /// ((p − o) / 6)².
    #[must_use]
    pub fn variance(&self) -> f64 {
        ((self.pessimistic - self.optimistic) / 6.0).powi(2)
    }
}

/// A dependency between two activities.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PertLink {
    /// The `id` of the predecessor.
    pub from: String,
    /// The `id` of the successor.
    pub to: String,
    /// Which ends are tied; `fs` when absent.
    #[serde(default, rename = "type")]
    pub kind: LinkKind,
    /// Time between the ends, in the unit of the estimates; negative lets them overlap.
    #[serde(default)]
    pub lag: f64,
}
