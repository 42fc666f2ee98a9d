//! Names, numbers and dates as people type them in Algeria: Arabic first, then French, Tamazight in Latin letters
//! and English, with the spellings a registry office meets.
//!
//! Everything here is pure: no clock, no input or output, no panic. Start with [`fold`], the one normaliser
//! used for stored search text and for queries alike.

mod fold;

pub use fold::{fold, fold_into, search_words};
