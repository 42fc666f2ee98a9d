//! One function for each operation: load, decide, save.

pub mod choice;
pub mod flows;
pub mod kept;
