//! Names, numbers and dates as people type them in Algeria: Arabic first, then French, Tamazight in Latin letters
//! and English, with the spellings a registry office meets.
//!
//! Everything here is pure: no clock, no input or output, no panic. Start with [`fold`], the one normaliser used for stored
//! search text and for queries alike.

pub mod date;
pub mod duplicates;
pub mod hygiene;
pub mod names;
pub mod number;
pub mod phone;

mod digits;
mod fold;

pub use digits::latin_digits;
pub use fold::{fold, fold_into, search_words};
