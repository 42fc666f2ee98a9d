//! Tables read and written, as they are used from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod hostile;
mod read;
mod round_trip;
