//! Passwords: argon2id with configured parameters.

use crate::kernel::error::{Error, Result};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// The least length of a password, in characters.
pub const MIN_LENGTH: usize = 12;

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    argon: Argon2<'static>,
    /// A hash of nothing anybody knows, so that an unknown account costs the same time.
    decoy: Arc<str>,
}

/// What a check of a password found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Not this password.
    Wrong,
    /// Right.
    Right,
    /// Right, and hashed with other parameters than today's: hash it again.
    RightButOld,
}

impl Passwords {
    /// A hasher with memory in KiB, passes and lanes.
    ///
    /// # Errors
    /// When the parameters are out of argon2's bounds.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self> {
        let params = Params::new(memory_kib, passes, lanes, None).map_err(Error::internal)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let decoy = Self { argon: argon.clone(), decoy: "".into() }.hash(&super::secret::token()?)?;
        Ok(Self { argon, decoy: decoy.into() })
    }

    /// The hash of a password in PHC form.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub fn hash(&self, password: &str) -> Result<String> {
        let salt = super::secret::random::<16>()?;
        self.argon.hash_password_with_salt(canonical(password).as_bytes(), &salt).map(|hash| hash.to_string()).map_err(Error::internal)
    }

    /// Checks a password; without a stored hash it spends the same time and says wrong.
    pub fn verify(&self, password: &str, stored: Option<&str>) -> Verdict {
        let Ok(parsed) = PasswordHash::new(stored.unwrap_or(&self.decoy)) else { return Verdict::Wrong };
        let right = Argon2::default().verify_password(canonical(password).as_bytes(), &parsed).is_ok();
        if !right || stored.is_none() {
            return Verdict::Wrong;
        }
        match Params::try_from(&parsed) {
            Ok(params)
                if params.m_cost() == self.argon.params().m_cost()
                    && params.t_cost() == self.argon.params().t_cost()
                    && params.p_cost() == self.argon.params().p_cost() =>
            {
                Verdict::Right
            }
            _ => Verdict::RightButOld,
        }
    }
}

/// The same letters typed on another keyboard are the same password (RFC 8265, section 4.2).
fn canonical(password: &str) -> String {
    password.nfc().collect()
}

/// Whether a password is among the common ones, written as they are or with the usual substitutions and digits around.
pub fn is_common(password: &str) -> bool {
    const COMMON: &str = include_str!("common-passwords.txt");
    let lower: String = password.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let undisguised = |text: &str| -> String {
        text.chars()
            .map(|c| match c {
                '0' => 'o',
                '1' | '!' => 'i',
                '3' => 'e',
                '4' | '@' => 'a',
                '5' | '$' => 's',
                '7' => 't',
                c => c,
            })
            .collect()
    };
    let letters = |text: &str| text.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
    // Digits at the ends are ornament or disguise: `password123456`, `pa55word`.
    let forms = [undisguised(&lower), letters(&undisguised(&lower)), undisguised(&letters(&lower))];
    let mut distinct: Vec<char> = password.chars().collect();
    distinct.sort_unstable();
    distinct.dedup();
    distinct.len() < 5
        || is_run(password)
        || COMMON.lines().filter(|line| !line.starts_with('#')).any(|word| {
            let repeats = |text: &str| !text.is_empty() && text.len().is_multiple_of(word.len()) && text.replace(word, "").is_empty();
            !word.is_empty() && (password.eq_ignore_ascii_case(word) || forms.iter().any(|form| repeats(form)))
        })
}

/// `123456789012`, `abcdefghijkl` and the like.
fn is_run(password: &str) -> bool {
    let codes: Vec<i64> = password.chars().map(|c| i64::from(u32::from(c))).collect();
    codes.windows(2).filter(|pair| (pair[1] - pair[0]).abs() == 1 || (pair[0] == i64::from(b'9') && pair[1] == i64::from(b'0'))).count() + 2
        >= codes.len()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_password_is_checked_and_an_old_hash_is_noticed() {
        let old = Passwords::new(8, 1, 1).unwrap();
        let new = Passwords::new(16, 1, 1).unwrap();
        let hash = old.hash("نول وخيط وصبر").unwrap();
        assert_eq!(old.verify("نول وخيط وصبر", Some(&hash)), Verdict::Right);
        assert_eq!(new.verify("نول وخيط وصبر", Some(&hash)), Verdict::RightButOld);
        assert_eq!(old.verify("نول وخيط", Some(&hash)), Verdict::Wrong);
        assert_eq!(old.verify("anything at all", None), Verdict::Wrong);
    }

    #[test]
    fn a_hamza_typed_apart_is_the_same_password() {
        let passwords = Passwords::new(8, 1, 1).unwrap();
        let hash = passwords.hash("\u{0623}نامل من طين").unwrap();
        assert_eq!(passwords.verify("\u{0627}\u{0654}نامل من طين", Some(&hash)), Verdict::Right);
    }

    #[test]
    fn common_passwords_are_recognised_under_their_disguises() {
        for word in [
            "password1234",
            "password123456",
            "P@ssw0rd2024!",
            "123456789012",
            "aaaaaaaaaaaa",
            "azertyazerty",
            "motdepasse2025",
            "abcdefghijkl",
        ] {
            assert!(is_common(word), "{word}");
        }
        for word in ["loom-thread-patience", "نول وخيط وصبر طويل", "vLk29-dune-Mzab"] {
            assert!(!is_common(word), "{word}");
        }
    }
}
