//! Somebody who sends requests, and what comes back. Every answer is held against the contract.

use crate::app::TestApp;
use crate::contract::{Request, contract};
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;
use api::kernel::access::Caller;
use api::kernel::ids::{GrantId, PersonId, SessionId};
use api::kernel::language::Language;
use serde_json::Value;
use std::future::{Future, IntoFuture};
use std::pin::Pin;

/// Somebody who sends requests to an application.
#[derive(Clone)]
pub struct Actor<'a> {
    app: &'a TestApp,
    credentials: Option<String>,
    /// Who the application takes them for; nobody for a visitor.
    pub caller: Option<Caller>,
    language: Option<Language>,
}

impl<'a> Actor<'a> {
    /// Somebody without credentials.
    pub fn visitor(app: &'a TestApp) -> Self {
        Self { app, credentials: None, caller: None, language: None }
    }
    /// Somebody with a token or key.
    pub fn with_credentials(app: &'a TestApp, bearer: &str, caller: Option<Caller>) -> Self {
        Self { app, credentials: Some(format!("Bearer {bearer}")), caller, language: None }
    }
    /// The same, with another `Authorization` header.
    pub fn with_authorization(mut self, header: &str) -> Self {
        self.credentials = Some(header.to_owned());
        self
    }
    /// The same, asking for messages in a language.
    pub fn speaking(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }
    /// The person.
    ///
    /// # Panics
    /// When it is none.
    pub fn person(&self) -> PersonId {
        self.identity().0
    }
    /// The session.
    ///
    /// # Panics
    /// When it is no person.
    pub fn session(&self) -> SessionId {
        self.identity().1
    }
    /// The role held.
    ///
    /// # Panics
    /// When it is no person, or one without a role.
    pub fn grant(&self) -> GrantId {
        self.identity().2.expect("a person with a role")
    }
    fn identity(&self) -> (PersonId, SessionId, Option<GrantId>) {
        match self.caller.as_ref().map(|caller| &caller.identity) {
            Some(api::kernel::access::Identity::Person { person, session, grant, .. }) => (*person, *session, *grant),
            other => panic!("{other:?} is no person"),
        }
    }

    /// A request of any method.
    pub fn request(&self, method: &str, path: &str) -> Call<'a> {
        let mut headers = HeaderMap::new();
        if let Some(credentials) = &self.credentials {
            headers.insert(AUTHORIZATION, HeaderValue::from_str(credentials).unwrap());
        }
        if let Some(language) = self.language {
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(language.as_str()));
        }
        Call { app: self.app, method: method.parse().unwrap(), target: path.to_owned(), headers, body: Bytes::new() }
    }
    /// `GET`.
    pub fn get(&self, path: &str) -> Call<'a> {
        self.request("GET", path)
    }
    /// Every item of a list, page by page.
    ///
    /// # Panics
    /// When an answer is no page.
    pub async fn all(&self, path: &str) -> Vec<Value> {
        let mark = if path.contains('?') { '&' } else { '?' };
        let (mut items, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = self.get(&format!("{path}{mark}limit=200{cursor}")).await;
            items.extend(page.items());
            match page.json()["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return items,
            }
        }
    }
    /// `POST`.
    pub fn post(&self, path: &str) -> Call<'a> {
        self.request("POST", path)
    }
    /// `PATCH`.
    pub fn patch(&self, path: &str) -> Call<'a> {
        self.request("PATCH", path)
    }
    /// `PUT`.
    pub fn put(&self, path: &str) -> Call<'a> {
        self.request("PUT", path)
    }
    /// `DELETE`.
    pub fn delete(&self, path: &str) -> Call<'a> {
        self.request("DELETE", path)
    }
}

/// A request that is not sent yet: awaiting it sends it.
#[derive(Clone)]
pub struct Call<'a> {
    app: &'a TestApp,
    method: Method,
    target: String,
    headers: HeaderMap,
    body: Bytes,
}

impl Call<'_> {
    /// With a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(HeaderName::try_from(name).unwrap(), HeaderValue::from_str(value).unwrap());
        self
    }
    /// With a JSON body; for `PATCH` a merge patch.
    pub fn json(self, value: &Value) -> Self {
        let media = if self.method == Method::PATCH { "application/merge-patch+json" } else { "application/json" };
        self.body(media, value.to_string())
    }
    /// With a body of any type.
    pub fn body(mut self, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Bytes::from(body.into());
        self.header(CONTENT_TYPE.as_str(), media_type)
    }
    /// Starting from a version, as `ETag` gave it.
    pub fn if_match(self, tag: &str) -> Self {
        self.header("if-match", tag)
    }
    /// With an idempotency key.
    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// Sends the request and says what in the answer breaks the contract, instead of failing.
    pub async fn answer(self) -> (Answer, Result<(), String>) {
        let what = format!("{} {}", self.method, self.target);
        let language = Language::accepted(self.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()));
        let sent = self.body.clone();
        let (status, headers, bytes) = self.app.dispatch(&self.method, &self.target, self.headers, self.body).await;
        let answer = Answer { status, headers, bytes, what };
        let path = self.target.split('?').next().unwrap_or_default();
        let sparse = self.target.contains("?fields=") || self.target.contains("&fields=");
        let request = Request { method: self.method.as_str(), path, language, sparse, sent: &sent };
        let broken = contract().check(&request, status, &answer.headers, &answer.bytes);
        let broken = broken.map_err(|broken| format!("{}: {broken}\n  {}", answer.what, answer.excerpt()));
        (answer, broken)
    }
}

impl<'a> IntoFuture for Call<'a> {
    type Output = Answer;
    type IntoFuture = Pin<Box<dyn Future<Output = Answer> + 'a>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let (answer, broken) = self.answer().await;
            if let Err(broken) = broken {
                panic!("outside the contract: {broken}");
            }
            answer
        })
    }
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Bytes,
    what: String,
}

impl Answer {
    /// The same, once the status is as expected.
    ///
    /// # Panics
    /// With the body, when it is another.
    #[track_caller]
    pub fn expect_status(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{} answered {}", self.what, self.excerpt());
        self
    }
    /// The same, once it is a problem of this code.
    ///
    /// # Panics
    /// With the body, when it is something else.
    #[track_caller]
    pub fn expect_problem(self, code: &str) -> Self {
        assert_eq!(self.code(), code, "{} answered {} {}", self.what, self.status, self.excerpt());
        self
    }
    /// The same, once it is a problem that names exactly these fields with these faults.
    ///
    /// # Panics
    /// With the body, when it names others.
    #[track_caller]
    pub fn expect_faults(self, expected: &[(&str, &str)]) -> Self {
        let faults = self.faults();
        let found: Vec<_> = faults.iter().map(|(pointer, code)| (pointer.as_str(), code.as_str())).collect();
        assert_eq!(found, expected, "{} answered {} {}", self.what, self.status, self.excerpt());
        self
    }
    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
    /// The code of a problem; empty when it is none.
    pub fn code(&self) -> String {
        if self.status < 400 {
            return String::new();
        }
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }
    /// Pointers and codes of the faults of a problem.
    pub fn faults(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        self.json()["errors"].as_array().into_iter().flatten().map(|fault| (text(&fault["pointer"]), text(&fault["code"]))).collect()
    }
    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
    /// The version, as `If-Match` wants it.
    ///
    /// # Panics
    /// When there is no `ETag`.
    #[track_caller]
    pub fn etag(&self) -> String {
        self.header("etag").unwrap_or_else(|| panic!("{} gave no ETag: {}", self.what, self.excerpt())).to_owned()
    }
    /// A member of the body that is a text.
    ///
    /// # Panics
    /// When it is none.
    #[track_caller]
    pub fn str(&self, pointer: &str) -> String {
        let body = self.json();
        let text = body.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_else(|| panic!("{} has no text at {pointer}: {}", self.what, self.excerpt())).to_owned()
    }
    /// The items of a page.
    ///
    /// # Panics
    /// When it is none.
    #[track_caller]
    pub fn items(&self) -> Vec<Value> {
        let body = self.json();
        body["items"].as_array().unwrap_or_else(|| panic!("{} is no page: {}", self.what, self.excerpt())).clone()
    }
    fn excerpt(&self) -> String {
        format!("{} {}", self.status, self.text().chars().take(1000).collect::<String>())
    }
}

/// Words as an address holds them; letters and signs of ASCII stay.
pub fn encoded(text: &str) -> String {
    text.bytes().map(|byte| if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
