//! The one source of the present.

use super::db::types::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The system's clock, or one that a test holds still and moves by hand.
#[derive(Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Microseconds since the epoch, set by a test.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at an instant.
    pub fn fixed(at: Instant) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at.utc().timestamp_micros())))
    }
    /// The present.
    pub fn now(&self) -> Instant {
        match self {
            Self::System => Instant::new(chrono::Utc::now()),
            Self::Fixed(micros) => {
                Instant::new(chrono::DateTime::from_timestamp_micros(micros.load(Ordering::Relaxed)).unwrap_or_default())
            }
        }
    }
    /// Moves a fixed clock; the system's clock does not listen.
    pub fn advance(&self, by: chrono::Duration) {
        if let Self::Fixed(micros) = self {
            micros.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::Relaxed);
        }
    }
}
