//! Every line of SQL about cohorts and enrolments. Each query of a caller starts from `visible` of its room.

pub mod enrolments;
pub mod rows;
