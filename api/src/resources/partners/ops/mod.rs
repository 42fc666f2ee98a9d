//! One function for each operation: load, decide, save.

pub mod agreements;
pub mod negotiations;
pub mod partners;
mod records;
pub mod reminders;
