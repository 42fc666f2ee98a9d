//! tour

pub mod amount;
pub mod calculations;
pub mod calendar;
pub mod cash_flow;
pub mod layout;
pub mod moment;
pub mod network;
pub mod problem;
pub mod selection;
