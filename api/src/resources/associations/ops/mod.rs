//! One function for each operation: load, decide, save.

pub mod bulk;
pub mod check;
pub mod files;
pub mod list;
pub mod steps;
pub mod view;
