//! Turns errors into problems, once, at the edge: in the language asked for, with the request's id, logged there.

use super::request_id::Origin;
use crate::kernel::error::Error;
use crate::kernel::problem::{Kind, Problem};
use actix_web::body::BoxBody;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
    fn error_response(&self) -> HttpResponse<BoxBody> {
        body(self, &Origin::default())
    }
}

/// The response of an error, logged.
pub fn render(error: &Error, origin: &Origin) -> HttpResponse {
    match error.kind {
        Kind::Internal => tracing::error!(request = %origin.request, %error, "failed"),
        Kind::DatabaseUnavailable | Kind::StorageUnavailable => tracing::warn!(request = %origin.request, %error, "unavailable"),
        _ => tracing::debug!(request = %origin.request, %error, "refused"),
    }
    body(error, origin)
}

fn body(error: &Error, origin: &Origin) -> HttpResponse {
    let mut response = HttpResponse::build(error.status_code());
    response
        .content_type("application/problem+json")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_LANGUAGE, origin.language.as_str()));
    if let Some(seconds) = error.retry_after {
        response.insert_header((header::RETRY_AFTER, seconds.to_string()));
    }
    if error.kind.status() == 401 {
        response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    response.json(Problem::of(error, origin.language, origin.request.0))
}

/// What actix refused by itself, as an error of ours.
pub fn foreign(status: StatusCode) -> Error {
    Error::new(match status {
        StatusCode::NOT_FOUND => Kind::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Kind::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Kind::PayloadTooLarge,
        StatusCode::REQUEST_TIMEOUT => Kind::RequestTimeout,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Kind::UnsupportedMediaType,
        status if status.is_client_error() => Kind::MalformedRequest,
        _ => Kind::Internal,
    })
}
