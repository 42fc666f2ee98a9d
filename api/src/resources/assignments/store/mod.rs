//! Every line of SQL about assignments. Whoever reads one has found its cohort, or is about to.

pub mod peers;
pub mod rows;
pub mod submissions;
