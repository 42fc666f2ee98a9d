//! One function for each operation: load, decide, save.

pub mod bulk;
pub mod check;
pub mod duplicates;
pub mod export;
pub mod files;
pub mod leaders;
pub mod list;
pub mod places;
pub mod profile;
pub mod proposals;
pub mod steps;
pub mod verification;
pub mod view;
