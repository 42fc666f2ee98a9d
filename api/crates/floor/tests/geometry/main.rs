//! Polygons: stories, and random small ones against slower ways of finding the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod oracle;
mod properties;
mod stories;
