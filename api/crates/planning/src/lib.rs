//! tour

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
