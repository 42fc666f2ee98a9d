//! Grades: stories, and what holds whatever still comes in.

mod properties;
mod small;
mod stories;
