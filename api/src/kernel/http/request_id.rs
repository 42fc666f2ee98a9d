//! The request's id and language, known from the first middleware to the last log line.

use crate::kernel::language::Language;
use actix_web::HttpRequest;
use actix_web::http::header::ACCEPT_LANGUAGE;

crate::id_type!(/// The id of a request, in the log, the audit entry and the problem.
    RequestId);

/// The header that carries the id.
pub const HEADER: &str = "x-request-id";

/// Where a request comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The request's id: the client's, when it sent a UUID, otherwise ours.
    pub request: RequestId,
    /// The language of messages.
    pub language: Language,
}

impl Default for Origin {
    fn default() -> Self {
        Self { request: RequestId(uuid::Uuid::now_v7()), language: Language::Arabic }
    }
}

impl Origin {
    /// Reads the headers.
    pub fn of(request: &HttpRequest) -> Self {
        let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
        Self {
            request: header(HEADER).and_then(|text| text.parse().ok()).unwrap_or_else(|| RequestId(uuid::Uuid::now_v7())),
            language: Language::accepted(header(ACCEPT_LANGUAGE.as_str())),
        }
    }
}
