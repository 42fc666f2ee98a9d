//! Polygons: stories, and random small ones against slower ways of finding the same.

mod oracle;
mod properties;
mod stories;
