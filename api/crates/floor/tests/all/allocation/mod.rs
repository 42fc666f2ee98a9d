//! Who gets which stand, and why.

mod properties;
mod small;
mod stories;
mod table;
