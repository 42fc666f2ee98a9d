//! How fast the crate is.

fn main() {}
