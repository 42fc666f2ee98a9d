//! How many wrong attempts are taken before somebody has to wait.

use crate::kernel::db::types::Instant;
use chrono::Duration;

/// A limit on wrong attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Wrong attempts taken.
    pub failures: i32,
    /// Minutes after which they are forgotten, and minutes to wait when there were too many.
    pub minutes: i64,
}

/// Wrong passwords for one account.
pub const ACCOUNT: Limit = Limit { failures: 5, minutes: 15 };
/// Wrong passwords from one address, which may be a whole office.
pub const ADDRESS: Limit = Limit { failures: 30, minutes: 15 };
/// Letters asked for by one account.
pub const LETTERS: Limit = Limit { failures: 3, minutes: 60 };
/// Letters asked for from one address.
pub const LETTERS_FROM_ADDRESS: Limit = Limit { failures: 30, minutes: 60 };

/// What is known of earlier attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempts {
    /// Wrong ones in a row.
    pub failures: i32,
    /// When the last was.
    pub last_at: Instant,
    /// Until when nobody is heard.
    pub blocked_until: Option<Instant>,
}

impl Attempts {
    /// Seconds still to wait.
    pub fn wait(&self, now: Instant) -> Option<u64> {
        let until = self.blocked_until.filter(|until| *until > now)?;
        // Rounded up: one more second is never too early.
        u64::try_from(until.seconds() - now.seconds()).ok().map(|seconds| seconds + 1)
    }

    /// After another wrong attempt.
    pub fn failed(&self, limit: Limit, now: Instant) -> Self {
        let span = Duration::minutes(limit.minutes);
        let fresh = self.last_at.plus(span) > now && self.blocked_until.is_none_or(|until| until > now);
        let failures = if fresh { self.failures.saturating_add(1) } else { 1 };
        Self { failures, last_at: now, blocked_until: (failures >= limit.failures).then(|| now.plus(span)) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(minute: i64) -> Instant {
        Instant::new(chrono::DateTime::from_timestamp(1_700_000_000 + 60 * minute, 0).unwrap())
    }
    const NONE: fn() -> Attempts = || Attempts { failures: 0, last_at: at(0), blocked_until: None };

    #[test]
    fn the_fifth_wrong_password_closes_the_account_for_a_quarter_of_an_hour() {
        let mut attempts = NONE();
        for _ in 0..4 {
            attempts = attempts.failed(ACCOUNT, at(1));
            assert_eq!(attempts.wait(at(1)), None);
        }
        attempts = attempts.failed(ACCOUNT, at(2));
        assert_eq!(attempts.wait(at(2)), Some(15 * 60 + 1));
        assert_eq!(attempts.wait(at(17)), None);
        assert_eq!(attempts.failed(ACCOUNT, at(18)).failures, 1, "after the wait the count starts again");
    }

    #[test]
    fn old_failures_are_forgotten() {
        let old = Attempts { failures: 4, last_at: at(0), blocked_until: None };
        assert_eq!(old.failed(ACCOUNT, at(15)).failures, 1);
        assert_eq!(old.failed(ACCOUNT, at(14)).failures, 5);
    }
}
