//! The second factor: codes by time (RFC 6238: SHA-1, six digits, thirty seconds) and recovery codes.

use crate::kernel::access::{Role, secret};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use totp_rs::{Builder, Secret, Totp};

/// The name authenticator applications show.
const ISSUER: &str = "Hirfa";
/// Recovery codes made at once.
pub const RECOVERY_CODES: usize = 10;

/// What an authenticator application needs.
pub struct Enrolment {
    /// The secret in base 32, to be typed.
    pub secret: String,
    /// The `otpauth` address.
    pub uri: String,
    /// The address as a picture.
    pub qr_svg: String,
}

/// A new secret.
///
/// # Errors
/// When the operating system has no randomness.
pub fn new_secret() -> Result<[u8; 20]> {
    secret::random()
}

fn totp(secret: &[u8], account: &str) -> Result<Totp> {
    // A colon separates issuer and account in the address.
    let account: String = account.chars().filter(|c| *c != ':').collect();
    Builder::new()
        .with_secret(Secret::new(secret.into()))
        .with_account_name(account)
        .with_issuer(Some(ISSUER))
        .build()
        .map_err(|cause| Error::internal(cause.to_string()))
}

/// What to show for a secret.
///
/// # Errors
/// When the address does not fit into a picture.
pub fn enrolment(secret: &[u8], account: &str) -> Result<Enrolment> {
    let totp = totp(secret, account)?;
    let uri = totp.to_url().map_err(|cause| Error::internal(cause.to_string()))?;
    let code = qrcode::QrCode::new(uri.as_bytes()).map_err(Error::internal)?;
    let qr_svg = code.render::<qrcode::render::svg::Color>().min_dimensions(240, 240).build();
    Ok(Enrolment { secret: Secret::new(secret.into()).to_base32(), uri, qr_svg })
}

/// The step a code belongs to, one step early or late at most, and later than the last one used.
///
/// # Errors
/// When the secret is not one of ours.
pub fn step_of(secret: &[u8], code: &str, last_step: Option<i64>, now: Instant) -> Result<Option<i64>> {
    let digits: String = text::latin_digits(code).chars().filter(|c| !c.is_whitespace()).collect();
    let Ok(seconds) = u64::try_from(now.seconds()) else { return Ok(None) };
    let step = totp(secret, "")?.check(&digits, seconds).and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| last_step.is_none_or(|last| *step > last)))
}

/// New recovery codes: four groups of four letters and digits, 80 bits each.
///
/// # Errors
/// When the operating system has no randomness.
pub fn new_recovery_codes() -> Result<Vec<String>> {
    (0..RECOVERY_CODES)
        .map(|_| {
            let text = Secret::new(secret::random::<10>()?.into()).to_base32().to_lowercase();
            let groups: Vec<&str> = (0..4).filter_map(|group| text.get(group * 4..group * 4 + 4)).collect();
            Ok(groups.join("-"))
        })
        .collect()
}

/// The hash a recovery code is stored under, however it was typed.
pub fn recovery_digest(code: &str) -> Vec<u8> {
    let plain: String = text::latin_digits(code).chars().filter(char::is_ascii_alphanumeric).collect();
    secret::digest(&plain.to_ascii_lowercase())
}

/// Whether somebody who acts in this role must have a second factor.
pub fn is_required(setting: bool, role: Option<Role>) -> bool {
    setting && matches!(role, Some(Role::Ministry | Role::Admin))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::new(chrono::DateTime::from_timestamp(second, 0).unwrap())
    }

    #[test]
    fn codes_are_those_of_the_standard_and_each_is_taken_once() {
        // RFC 6238, appendix B: the last six digits for the time 59.
        let secret = b"12345678901234567890";
        assert_eq!(step_of(secret, "287082", None, at(59)).unwrap(), Some(1));
        assert_eq!(step_of(secret, "٢٨٧ ٠٨٢", None, at(59)).unwrap(), Some(1), "as an Arabic keyboard types it");
        assert_eq!(step_of(secret, "287082", None, at(89)).unwrap(), Some(1), "one step late");
        assert_eq!(step_of(secret, "287082", None, at(120)).unwrap(), None, "two steps late");
        assert_eq!(step_of(secret, "287082", Some(1), at(59)).unwrap(), None, "a second time");
        assert_eq!(step_of(secret, "", None, at(59)).unwrap(), None);
    }

    #[test]
    fn an_application_reads_the_secret_from_the_picture() {
        let enrolment = enrolment(b"12345678901234567890", "amina@example.dz").unwrap();
        assert_eq!(enrolment.secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert!(
            enrolment.uri.starts_with("otpauth://totp/Hirfa:amina%40example.dz?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
            "{}",
            enrolment.uri
        );
        assert!(enrolment.qr_svg.contains("<svg"));
    }

    #[test]
    fn recovery_codes_are_read_however_they_are_typed() {
        let codes = new_recovery_codes().unwrap();
        assert_eq!(codes.len(), RECOVERY_CODES);
        for code in codes {
            assert_eq!(code.len(), 19, "{code}");
            assert_eq!(recovery_digest(&code), recovery_digest(&code.replace('-', " ").to_uppercase()));
        }
    }

    #[test]
    fn the_setting_concerns_the_ministry_and_administrators() {
        let concerned: Vec<_> = Role::ALL.iter().filter(|role| is_required(true, Some(**role))).collect();
        assert_eq!(concerned, [&Role::Ministry, &Role::Admin]);
        assert!(!is_required(false, Some(Role::Admin)));
    }
}
