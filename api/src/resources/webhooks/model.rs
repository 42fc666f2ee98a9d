//! Where a webhook may lead, how requests are signed, and how long they are tried.

use crate::kernel::access::secret;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Phrase;
use crate::kernel::outgoing::address::is_public;
use crate::kernel::validate::{Fault, Faults, Sentence};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::Duration;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::net::IpAddr;
use url::{Host, Url};

crate::id_type!(/// A webhook.
    WebhookId);
crate::id_type!(/// Something sent or to be sent.
    DeliveryId);

crate::text_enum! {
    /// Whether anything is sent.
    pub enum WebhookState {
        /// It is.
        Active = "active",
        /// Not until somebody says so.
        Disabled = "disabled",
    }
}

crate::text_enum! {
    /// Why nothing is sent any more.
    pub enum DisabledFor {
        /// Nothing arrived for days.
        Failing = "failing",
        /// The server said that it wants no more (410).
        Gone = "gone",
    }
}

crate::text_enum! {
    /// How far a delivery is.
    pub enum DeliveryState {
        /// It is to be sent.
        Pending = "pending",
        /// The server has taken it.
        Delivered = "delivered",
        /// It was tried for long enough.
        Failed = "failed",
    }
}

/// Webhooks of one role in a body at most.
pub const MOST: i64 = 20;
/// Hours for which requests are signed with the secret before the present one as well.
pub const OLD_SECRET_HOURS: i64 = 24;

/// What every secret starts with.
const SECRET_PREFIX: &str = "whsec_";
/// Seconds after each attempt that failed until the next; about a day in all.
const PAUSES: [i64; 8] = [10, 60, 300, 1800, 7200, 18_000, 28_800, 28_800];
/// Days without success after which a webhook is switched off.
const PATIENCE_DAYS: i64 = 5;

static NOT_PUBLIC: Sentence = Sentence {
    code: "address_not_public",
    phrase: Phrase {
        ar: "يجب أن يكون العنوان متاحا على الشبكة العامة، مثال: https://hooks.example.dz.",
        fr: "L'adresse doit être joignable sur le réseau public, exemple : https://hooks.example.dz.",
        en: "The address must be on the open network; an example: https://hooks.example.dz.",
    },
};

/// When to try again after so many attempts; nothing when it was enough.
pub fn next_attempt(attempts: i32, now: Instant) -> Option<Instant> {
    let pause = PAUSES.get(usize::try_from(attempts - 1).ok()?)?;
    Some(now.plus(Duration::seconds(*pause)))
}

/// Whether a webhook that fails since then is switched off.
pub fn is_hopeless(failing_since: Instant, now: Instant) -> bool {
    failing_since.plus(Duration::days(PATIENCE_DAYS)) <= now
}

/// An address as it is kept; faults of one that is none, or that leads inside a network. Names are looked up with each request.
pub fn check_url(text: &str, private: bool, faults: &mut Faults) -> String {
    let good = |url: &Url| {
        let scheme = url.scheme() == "https" || private && url.scheme() == "http";
        scheme && url.has_host() && url.username().is_empty() && url.password().is_none() && url.fragment().is_none()
    };
    let Some(url) = Url::parse(text.trim()).ok().filter(good) else {
        faults.expecting("/url", Fault::WrongFormat, "https://hooks.example.dz/crafts");
        return text.to_owned();
    };
    let inside = match url.host() {
        Some(Host::Ipv4(address)) => !is_public(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => !is_public(IpAddr::V6(address)),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost") || name.ends_with(".internal"),
        None => true,
    };
    if inside && !private {
        faults.add("/url", Fault::Of(&NOT_PUBLIC));
    }
    url.into()
}

/// A new secret: its bytes.
///
/// # Errors
/// When the operating system has no randomness.
pub fn new_secret() -> Result<[u8; 32]> {
    secret::random::<32>()
}

/// A secret as people copy it.
pub fn secret_text(secret: &[u8]) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(secret))
}

/// The signature of a request, as Standard Webhooks says.
///
/// # Errors
/// Never: HMAC takes keys of any length.
pub fn signature(secret: &[u8], message: uuid::Uuid, timestamp: i64, body: &str) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(Error::internal)?;
    for part in [message.to_string().as_str(), ".", &timestamp.to_string(), ".", body] {
        mac.update(part.as_bytes());
    }
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_delivery_is_tried_nine_times_within_about_a_day() {
        let start = Instant::new(chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap());
        let (mut at, mut attempts) = (start, 1);
        while let Some(next) = next_attempt(attempts, at) {
            assert!(next > at);
            (at, attempts) = (next, attempts + 1);
        }
        assert_eq!(attempts, 9);
        assert!((22 * 3600..26 * 3600).contains(&(at.seconds() - start.seconds())));
        assert!(!is_hopeless(start, at) && is_hopeless(start, start.plus(Duration::days(5))));
    }

    #[test]
    fn an_address_leads_to_the_open_network_by_https() {
        let faults = |url: &str, private: bool| {
            let mut faults = Faults::default();
            check_url(url, private, &mut faults);
            faults.into_vec().pop().map(|fault| fault.fault.as_str())
        };
        for (url, expected) in [
            ("https://hooks.example.dz/crafts?key=1", None),
            ("https://41.111.0.1:8443/", None),
            ("http://hooks.example.dz/", Some("wrong_format")),
            ("hooks.example.dz", Some("wrong_format")),
            ("https://", Some("wrong_format")),
            ("https://me:secret@hooks.example.dz/", Some("wrong_format")),
            ("file:///etc/passwd", Some("wrong_format")),
            ("https://localhost/", Some("address_not_public")),
            ("https://127.0.0.1/", Some("address_not_public")),
            ("https://2130706433/", Some("address_not_public")),
            ("https://0x7f.1/", Some("address_not_public")),
            ("https://[::1]/", Some("address_not_public")),
            ("https://[::ffff:10.0.0.1]/", Some("address_not_public")),
            ("https://169.254.169.254/latest/", Some("address_not_public")),
        ] {
            assert_eq!(faults(url, false), expected, "{url}");
        }
        assert_eq!(faults("http://127.0.0.1:9000/", true), None);
        assert_eq!(faults("gopher://127.0.0.1:9000/", true), Some("wrong_format"));
    }

    #[test]
    fn a_signature_is_what_standard_webhooks_says() {
        // HMAC-SHA256 of "018bcfe5-687b-7000-8000-000000000001.1700000000.{}" under 32 zero bytes.
        let id = uuid::Uuid::parse_str("018bcfe5-687b-7000-8000-000000000001").unwrap();
        let signature = signature(&[0; 32], id, 1_700_000_000, "{}").unwrap();
        assert_eq!(signature, "v1,wvRIw5A1m80xxXlox6oAeHI7ZL6kzqKH5U5MIya0bAg=");
        assert_eq!(secret_text(&[0; 32]), "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    }
}
