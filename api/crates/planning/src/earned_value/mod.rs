//! Earned value: how much of the planned work is done, what it cost, and where that leads.
//!
//! Sources: PMI, *The Standard for Earned Value Management* (2019) for PV, EV, AC and their indexes; W. Lipke, *Schedule is different* (2003) for earned
//! schedule; S. Vandevoorde and M. Vanhoucke, *A comparison of different project duration forecasting methods using earned value metrics*
//! (2006) for the forecasts of duration. Figures that cannot be known are null, with the reason, never 0 or infinity.
//!
//! - [`metrics`]: figures from PV, EV, AC and BAC · [`time`]: earned schedule and forecasts of duration · [`progress`]: earned value by method.

pub mod metrics;
pub mod progress;
pub mod time;

pub use metrics::{CostFigures, cost_figures};
pub use progress::{Milestone, Progress, ProgressMethod, ProgressReport};
pub use time::{TimeFigures, earned_schedule, time_figures};
