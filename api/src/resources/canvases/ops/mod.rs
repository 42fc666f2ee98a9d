//! One function for each operation: load, decide, save.

mod board;
pub mod notes;
pub mod parts;
pub mod value;
pub mod versions;
