//! Versions of resources: `ETag`, `If-None-Match`, `If-Match`.
//!
//! A tag begins with the row's version; what else the answer depends on follows: `"7"`, `"7-public"`. A change names the
//! version it starts from; the store compares it in the `UPDATE` itself.

use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};
use sha2::{Digest, Sha256};
use std::future::{Ready, ready};

/// The tag of a body that has no version of its own.
pub fn of_content(body: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&Sha256::digest(body)[..12])
}

fn tags<'a>(request: &'a HttpRequest, name: &header::HeaderName) -> Option<impl Iterator<Item = &'a str>> {
    let value = request.headers().get(name)?.to_str().ok()?;
    Some(value.split(',').map(|tag| tag.trim().trim_start_matches("W/").trim_matches('"')))
}

/// Whether the client has this version already.
pub fn none_match(request: &HttpRequest, tag: &str) -> bool {
    tags(request, &header::IF_NONE_MATCH).is_some_and(|mut tags| tags.any(|seen| seen == "*" || seen == tag))
}

/// The version a change starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfMatch {
    /// Whatever version is there.
    Any,
    /// This version.
    Version(i64),
}

impl IfMatch {
    /// Fine when the row has the version the client started from.
    ///
    /// # Errors
    /// `precondition_failed`.
    pub fn check(self, version: i64) -> Result<()> {
        match self {
            Self::Version(expected) if expected != version => Err(Error::new(Kind::PreconditionFailed)),
            _ => Ok(()),
        }
    }
}

/// The version a deletion starts from, where it names one: what nobody else may have changed meanwhile is deleted then.
pub struct IfMatchGiven(pub IfMatch);

impl FromRequest for IfMatchGiven {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if request.headers().contains_key(header::IF_MATCH) {
            ready(IfMatch::from_request(request, payload).into_inner().map(Self))
        } else {
            ready(Ok(Self(IfMatch::Any)))
        }
    }
}

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match tags(request, &header::IF_MATCH).and_then(|mut tags| tags.next()) {
            None => Err(Error::new(Kind::PreconditionRequired)),
            Some("*") => Ok(Self::Any),
            // A tag we never gave matches nothing.
            Some(tag) => Ok(Self::Version(tag.split('-').next().and_then(|version| version.parse().ok()).unwrap_or(-1))),
        })
    }
}
