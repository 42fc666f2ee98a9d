//! Identifiers in paths: one that is none is simply not found.

use crate::kernel::error::{Error, Result};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};
use std::str::FromStr;

/// The `{id}` of a path.
#[derive(Debug, Clone, Copy)]
pub struct Id<T>(pub T);

impl<T: FromStr> FromRequest for Id<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(part(request, "id").map(Self))
    }
}

/// Refuses a path with a NUL in it: nothing has such a name, and PostgreSQL could not even be asked.
///
/// # Errors
/// `not_found`.
pub fn without_nul(request: &HttpRequest) -> Result<()> {
    if request.uri().path().contains("%00") { Err(Error::not_found()) } else { Ok(()) }
}

/// A typed part of a path.
///
/// # Errors
/// `not_found` when the part is not of its type.
pub fn part<T: FromStr>(request: &HttpRequest, name: &str) -> Result<T> {
    request.match_info().get(name).and_then(|text| text.parse().ok()).ok_or_else(Error::not_found)
}
