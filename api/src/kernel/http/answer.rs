//! Answers: status, JSON, version, place. An answer is plain data, so it can be kept and given again.

use super::etag;
use super::kept::Shared;
use super::page::Page;
use crate::kernel::error::Result;
use actix_web::body::BoxBody;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, Responder};
use bytes::Bytes;
use serde::Serialize;

const JSON: &str = "application/json";

/// What an operation answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// What is answered, JSON text mostly; empty for none.
    pub body: Bytes,
    /// The media type of the body.
    pub media: &'static str,
    /// The entity tag, without quotes.
    pub etag: Option<String>,
    /// Where the new resource is.
    pub location: Option<String>,
    /// The cursor of the next page of a list.
    pub next: Option<String>,
    /// The body holds a secret: it is kept sealed and never cached.
    pub secret: bool,
    /// `Cache-Control`, where it is not `no-store` or `private`.
    pub cache: Option<&'static str>,
    /// It depends on the rows and the day alone: every visitor may be given it.
    pub shared: bool,
}

impl Answer {
    fn json<T: Serialize + ?Sized>(status: StatusCode, value: &T) -> Result<Self> {
        Ok(Self { body: serde_json::to_vec(value)?.into(), ..Self::empty(status) })
    }
    fn empty(status: StatusCode) -> Self {
        Self {
            status: status.as_u16(),
            body: Bytes::new(),
            media: JSON,
            etag: None,
            location: None,
            next: None,
            secret: false,
            cache: None,
            shared: false,
        }
    }
    /// 200 with JSON.
    ///
    /// # Errors
    /// When the value cannot be JSON.
    pub fn ok<T: Serialize + ?Sized>(value: &T) -> Result<Self> {
        Self::json(StatusCode::OK, value)
    }
    /// 200 with a page of a list, and a link to the next (RFC 8288).
    ///
    /// # Errors
    /// When an item cannot be JSON.
    pub fn page<T: Serialize>(page: &Page<T>) -> Result<Self> {
        Ok(Self { next: page.next_cursor.clone(), ..Self::ok(page)? })
    }
    /// 200 with a text of another kind.
    pub fn text(media: &'static str, text: String) -> Self {
        Self { body: text.into(), media, ..Self::empty(StatusCode::OK) }
    }
    /// 201 with JSON and the place of the new resource.
    ///
    /// # Errors
    /// When the value cannot be JSON.
    pub fn created<T: Serialize + ?Sized>(location: String, value: &T) -> Result<Self> {
        Ok(Self { location: Some(location), ..Self::json(StatusCode::CREATED, value)? })
    }
    /// 202 with JSON and where to follow the work.
    ///
    /// # Errors
    /// When the value cannot be JSON.
    pub fn accepted<T: Serialize + ?Sized>(location: Option<String>, value: &T) -> Result<Self> {
        Ok(Self { location, ..Self::json(StatusCode::ACCEPTED, value)? })
    }
    /// 204.
    pub fn no_content() -> Self {
        Self::empty(StatusCode::NO_CONTENT)
    }
    /// With a version.
    pub fn version(mut self, tag: impl std::fmt::Display) -> Self {
        self.etag = Some(tag.to_string());
        self
    }
    /// With a tag of the content, which has no version of its own.
    pub fn version_of_content(self) -> Self {
        let tag = etag::of_content(&self.body);
        self.version(tag)
    }
    /// Holding a secret.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }
    /// Depending on nothing but the rows and the day: [`super::kept`] may give it to every visitor until either changes.
    pub fn shared(mut self) -> Self {
        self.shared = true;
        self
    }
    /// Public and cacheable for a while, to be checked again by its tag (of the content, when it has none).
    pub fn cacheable(mut self, control: &'static str) -> Self {
        self.cache = Some(control);
        let answer = if self.etag.is_none() { self.version_of_content() } else { self };
        answer.shared()
    }
}

/// The same question from another place on.
fn next_page(request: &HttpRequest, cursor: &str) -> String {
    let query = request.query_string().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let query: String = query.flat_map(|pair| [pair, "&"]).collect();
    format!("<{}?{query}cursor={cursor}>; rel=\"next\"", request.path())
}

impl Responder for Answer {
    type Body = BoxBody;
    fn respond_to(mut self, request: &HttpRequest) -> HttpResponse {
        let mut response = self.response(request);
        if std::mem::take(&mut self.shared) {
            response.extensions_mut().insert(Shared(self));
        }
        response
    }
}

impl Answer {
    /// The response to a request; nothing but the status for a client that has this version.
    pub(super) fn response(&self, request: &HttpRequest) -> HttpResponse {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = HttpResponse::build(status);
        response.insert_header((
            header::CACHE_CONTROL,
            match (self.secret, self.cache) {
                (true, _) => "no-store",
                (false, Some(control)) => control,
                (false, None) => "private, no-cache",
            },
        ));
        if self.cache.is_none() {
            response.insert_header((header::VARY, "Authorization, Accept-Language"));
        }
        if let Some(location) = &self.location {
            response.insert_header((header::LOCATION, location.as_str()));
        }
        if let Some(cursor) = &self.next {
            response.insert_header((header::LINK, next_page(request, cursor)));
        }
        if let Some(tag) = &self.etag {
            response.insert_header((header::ETAG, format!("\"{tag}\"")));
            if status == StatusCode::OK && etag::none_match(request, tag) {
                return response.status(StatusCode::NOT_MODIFIED).finish();
            }
        }
        if self.body.is_empty() { response.finish() } else { response.content_type(self.media).body(self.body.clone()) }
    }
}

/// `Cache-Control` of public reference data: kept five minutes, then checked again by its tag.
pub const REFERENCE_CACHE: &str = "public, max-age=300";
