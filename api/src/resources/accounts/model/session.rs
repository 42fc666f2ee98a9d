//! Refresh tokens: `<session>.<secret>`, each the successor of the one before.
//!
//! Only hashes are stored. A token's successor is derived from it with the server's secret, so two tabs that refresh at
//! the same moment, or one whose answer was lost, are given the same new token.

use crate::kernel::access::secret;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::SessionId;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Duration;

/// Days a session lives without being used.
pub const IDLE_DAYS: i64 = 14;
/// Days a session lives at most.
pub const LONGEST_DAYS: i64 = 90;
/// Seconds in which the last token is still taken, for tabs that refresh at once.
pub const GRACE_SECONDS: i64 = 10;

/// A refresh token and the session it belongs to.
#[derive(Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// The session.
    pub session: SessionId,
    text: String,
}

impl RefreshToken {
    /// The first token of a session.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub fn first(session: SessionId) -> Result<Self> {
        Ok(Self { session, text: format!("{session}.{}", secret::token()?) })
    }
    /// Reads a cookie.
    pub fn parse(text: &str) -> Option<Self> {
        let (session, secret) = text.split_once('.')?;
        let plausible = secret.len() == 43 && secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        plausible.then_some(())?;
        Some(Self { session: session.parse().ok()?, text: text.to_owned() })
    }
    /// The token after this one.
    pub fn next(&self, sealer: &secret::Sealer) -> Self {
        let secret = URL_SAFE_NO_PAD.encode(sealer.derive(self.text.as_bytes()));
        Self { session: self.session, text: format!("{}.{secret}", self.session) }
    }
    /// The hash it is stored under.
    pub fn digest(&self) -> Vec<u8> {
        secret::digest(&self.text)
    }
    /// The text for the cookie.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// What a presented refresh token means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presented {
    /// The session's token: it is replaced.
    Current,
    /// The one before, by a tab that refreshed at the same moment: it gets what the other got.
    JustReplaced,
    /// One that was replaced long ago: somebody has a copy.
    Reused,
}

/// What a token with this hash means to a session.
pub fn presented(digest: &[u8], current: &[u8], previous: Option<&[u8]>, rotated_at: Instant, now: Instant) -> Presented {
    if secret::same(digest, current) {
        return Presented::Current;
    }
    let in_grace = rotated_at.plus(Duration::seconds(GRACE_SECONDS)) >= now;
    if in_grace && previous.is_some_and(|previous| secret::same(digest, previous)) {
        return Presented::JustReplaced;
    }
    Presented::Reused
}

/// When a session ends that was begun and is used at these moments.
pub fn expires_at(begun: Instant, used: Instant) -> Instant {
    used.plus(Duration::days(IDLE_DAYS)).min(begun.plus(Duration::days(LONGEST_DAYS)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::new(chrono::DateTime::from_timestamp(1_700_000_000 + second, 0).unwrap())
    }

    #[test]
    fn a_token_survives_the_cookie_and_has_one_successor() {
        let sealer = secret::Sealer::new(b"a secret of this test, long enough");
        let token = RefreshToken::first(SessionId(uuid::Uuid::now_v7())).unwrap();
        let read = RefreshToken::parse(token.as_str()).unwrap();
        assert!(read == token);
        assert!(read.next(&sealer) == token.next(&sealer));
        assert!(RefreshToken::parse(token.next(&sealer).as_str()).is_some());
        assert!(token.next(&sealer).digest() != token.digest());
        for garbage in ["", ".", "a.b", "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000."] {
            assert!(RefreshToken::parse(garbage).is_none(), "{garbage}");
        }
    }

    #[test]
    fn the_last_token_is_taken_for_ten_seconds_and_then_is_a_copy() {
        let (old, new) = (secret::digest("old"), secret::digest("new"));
        let what = |digest: &[u8], now| presented(digest, &new, Some(&old), at(0), now);
        assert_eq!(what(&new, at(500)), Presented::Current);
        assert_eq!(what(&old, at(10)), Presented::JustReplaced);
        assert_eq!(what(&old, at(11)), Presented::Reused);
        assert_eq!(what(&secret::digest("older"), at(1)), Presented::Reused);
    }

    #[test]
    fn a_session_ends_when_it_is_not_used_and_in_any_case_after_ninety_days() {
        let day = 86_400;
        assert_eq!(expires_at(at(0), at(0)), at(14 * day));
        assert_eq!(expires_at(at(0), at(80 * day)), at(90 * day));
    }
}
