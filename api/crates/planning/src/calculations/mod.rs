//! One function per operation of the platform's calculation service: wire types in, wire types out.

mod cash_flow;
mod earned_value;
mod earned_value_project;
mod pert;
mod pert_prepare;
mod schedule;
mod schedule_result;
mod selection;

pub use cash_flow::*;
pub use earned_value::*;
pub use pert::*;
pub use schedule::*;
pub use schedule_result::{
    ActivitySchedule, ActivityState, CompressionResult, Driver, DriverKind, LinkSchedule, NegativeFloat, ReductionResult, ScheduleResult,
};
pub use selection::*;
