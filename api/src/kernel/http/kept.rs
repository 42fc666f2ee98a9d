//! Answers to visitors, given again for as long as nothing changes.
//!
//! An answer that depends on the rows and the day alone ([`Answer::shared`]) is kept with the database's [`Stamp`] of before it was
//! made, and given again only while the stamp is still the same: nobody has committed anything since, neither this process nor
//! another. So it is never older than the rows. Callers with credentials, whose answers depend on their scope, always ask the
//! database; `Cache-Control: no-cache` does so for a visitor.

use super::answer::Answer;
use crate::kernel::Kernel;
use crate::kernel::access::authenticate::Authentication;
use crate::kernel::db::Stamp;
use actix_web::http::{Method, header};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use chrono::NaiveDate;
use quick_cache::sync::Cache;
use std::sync::Arc;

/// Bytes of answers kept at most.
const MOST_BYTES: u64 = 16 << 20;
/// Longest single answer that is kept, in bytes.
const LONGEST: usize = 1 << 20;
/// About how many answers fit.
const USUAL_NUMBER: usize = 2000;

/// What an answer is kept under: nobody has committed anything since, and it is still the same day.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    stamp: Stamp,
    day: NaiveDate,
}

/// A kept answer.
#[derive(Debug)]
struct Entry {
    moment: Moment,
    route: String,
    answer: Answer,
}

#[derive(Clone)]
struct Bytes;
impl quick_cache::Weighter<String, Arc<Entry>> for Bytes {
    fn weight(&self, key: &String, entry: &Arc<Entry>) -> u64 {
        (key.len() + entry.answer.body.len() + size_of::<Entry>()) as u64
    }
}

/// The answers this process keeps.
#[derive(Clone)]
pub struct Answers(Arc<Cache<String, Arc<Entry>, Bytes>>);

impl Default for Answers {
    fn default() -> Self {
        Self(Arc::new(Cache::with_weighter(USUAL_NUMBER, MOST_BYTES, Bytes)))
    }
}

/// A visitor's question whose answer may be kept.
pub struct Question {
    key: String,
    moment: Moment,
}

/// Put beside a response that may be given again.
pub(super) struct Shared(pub Answer);

impl Question {
    /// The question of a request, when its answer may be kept: a visitor's GET that does not ask for a new answer. A database that
    /// does not answer keeps nothing; the operation itself will say so.
    pub async fn of(request: &HttpRequest, kernel: &Kernel) -> Option<Self> {
        let visitor = matches!(request.extensions().get::<Authentication>(), Some(Authentication::Visitor));
        let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let eligible = visitor
            && request.method() == Method::GET
            && request.path().starts_with("/api/")
            && !text(header::CACHE_CONTROL).contains("no-cache");
        if !eligible {
            return None;
        }
        let key = format!("{}\n{}", request.uri(), text(header::ACCEPT));
        let day = kernel.clock.now().day();
        let stamp = kernel.stamp().await.ok()?;
        Some(Self { key, moment: Moment { stamp, day } })
    }
}

impl Answers {
    /// The kept answer to a question and the route it came from, when nothing has changed since.
    pub fn find(&self, question: &Question, request: &HttpRequest) -> Option<(HttpResponse, String)> {
        let entry = self.0.get(&question.key).filter(|entry| entry.moment == question.moment)?;
        Some((entry.answer.response(request), entry.route.clone()))
    }

    /// Keeps the answer in a response, when it may be given again.
    pub fn keep(&self, question: Question, response: &HttpResponse<impl Sized>, route: &str) {
        let extensions = response.extensions();
        let Some(Shared(answer)) = extensions.get::<Shared>().filter(|shared| shared.0.body.len() <= LONGEST) else { return };
        let entry = Entry { moment: question.moment, route: route.to_owned(), answer: answer.clone() };
        self.0.insert(question.key, Arc::new(entry));
    }
}
