//! Rows for every path to lead to: for each operation somebody who may call it, and a request that succeeds.
//!
//! An operation without path parameters needs nothing here as long as a body made from its schema is good enough. Every other
//! operation has its recipe in one of the rooms below.

mod accounts;
mod attendance;
mod budgets;
mod canvases;
mod certificates;
mod cohorts;
mod commission;
mod courses;
mod evaluations;
mod events;
mod hooks;
mod learning;
mod outcomes;
mod projects;
mod reference;
mod register;
mod stands;
mod work;

pub use attendance::{Class, class, code, entry, hours, session, sheet};
pub use budgets::{activity_ids, costs, progress};
pub use canvases::{agreement, cash_flows, money, partner_of, talks};
pub use certificates::{attended, certified};
pub use cohorts::{announced_cohort, cohort, drafted_cohort, enrolled, nominate, participant};
pub use commission::{
    Commission, appoint, closed, closed_with, closing, confirm, decide, decided, follow_up, own_reviews, points, reviewed, reviewed_with,
    score_all, scored,
};
pub use courses::{course, course_file, republished, taught, written};
pub use evaluations::{
    Finished, SIX_MONTHS_AGO, YESTERDAY, asked_to_evaluate, course_use, evaluate, evaluation_token, finished, judgement,
};
pub use events::{announced, application, applied, call, called, document, drafted, event, picture, picture_of, png, publish};
pub use learning::{
    answer, assigned, assignment, bank, begun, drafted_exam, exam, find, hand_in, handed_in, levels, piece, published_exam, questions,
    reviewing, seat, single,
};
pub use outcomes::{THREE_MONTHS_AGO, TODAY, asked, attend, declare, held, later, moved, outcome, token};
pub use projects::{network, plan, project, project_of, put_network, scheduled, scheduled_field};
pub use register::{PDF, draft, file, president, proposal, step, submitted, verified};
pub use stands::{DRAWING, batch, check_in, draw, floor_plan, now, planned, rectangle, running, stands};
pub use work::settle;

use crate::actor::{Actor, Call};
use crate::app::TestApp;
use crate::contract::Operation;
use crate::samples;
use api::kernel::access::Role;
use serde_json::Value;

/// Operations without a recipe. The sweeps that need a good request pass them by: the list may only shrink.
pub const WITHOUT_RECIPE: &[&str] = &[];

/// A request that succeeds.
pub struct Ready<'a> {
    /// Somebody who may send it.
    pub actor: Actor<'a>,
    /// Method in capitals.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Media type and body.
    pub body: Option<(String, Vec<u8>)>,
    headers: Vec<(String, String)>,
    path: String,
}

impl<'a> Ready<'a> {
    /// The request.
    pub fn call(&self) -> Call<'a> {
        self.call_to(&self.target)
    }
    /// The request with one more query parameter.
    pub fn call_with(&self, parameter: &str) -> Call<'a> {
        let mark = if self.target.contains('?') { '&' } else { '?' };
        self.call_to(&format!("{}{mark}{parameter}", self.target))
    }
    /// The request to another path or with another query.
    pub fn call_to(&self, target: &str) -> Call<'a> {
        let call = self.bare(target);
        match &self.body {
            Some((media, body)) => call.body(media, body.clone()),
            None => call,
        }
    }
    /// The request with another body of the same type.
    pub fn call_with_body(&self, body: impl Into<Vec<u8>>) -> Call<'a> {
        let media = self.body.as_ref().map_or("application/json", |(media, _)| media.as_str());
        self.bare(&self.target).body(media, body)
    }
    /// The request with a body of another type.
    pub fn call_with_media(&self, media: &str) -> Call<'a> {
        self.bare(&self.target).body(media, self.body.as_ref().map_or_else(Vec::new, |(_, body)| body.clone()))
    }
    fn bare(&self, target: &str) -> Call<'a> {
        let call = self.actor.request(&self.method, target);
        self.headers.iter().fold(call, |call, (name, value)| call.header(name, value))
    }
    /// The body as JSON.
    ///
    /// # Panics
    /// When it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body.as_ref().expect("a body").1).expect("a JSON body")
    }

    fn new(app: &'a TestApp, operation: &Operation) -> Self {
        let actor = match operation.some_role() {
            Some(role) => app.of_role(role),
            None => app.visitor(),
        };
        let body =
            operation.body().map(|(media, _)| media.to_owned()).zip(samples::body(operation).map(|body| body.to_string().into_bytes()));
        let path = operation.path.clone();
        Self { actor, method: operation.method.clone(), target: path.clone(), body, headers: Vec::new(), path }
    }
    fn by(mut self, actor: Actor<'a>) -> Self {
        self.actor = actor;
        self
    }
    /// With every path parameter replaced.
    fn at(mut self, id: &str) -> Self {
        let steps = self.path.split('/').map(|step| if step.starts_with('{') { id } else { step });
        self.target = steps.collect::<Vec<_>>().join("/");
        self
    }
    /// At a path with different parameters.
    fn to(mut self, path: &str) -> Self {
        path.clone_into(&mut self.target);
        self
    }
    fn query(mut self, query: &str) -> Self {
        self.target = format!("{}?{query}", self.target);
        self
    }
    fn send(mut self, body: &Value) -> Self {
        if let Some((_, bytes)) = &mut self.body {
            *bytes = body.to_string().into_bytes();
        }
        self
    }
    fn file(mut self, media: &str, bytes: &[u8]) -> Self {
        self.body = Some((media.to_owned(), bytes.to_vec()));
        self
    }
    fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A request of an operation that succeeds, with whatever rows it needs; nothing when there is no recipe yet.
pub async fn ready<'a>(app: &'a TestApp, operation: &Operation) -> Option<Ready<'a>> {
    let id = operation.id.as_str();
    let base = Ready::new(app, operation);
    let base = match reference::recipe(app, id, base) {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match register::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match accounts::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match projects::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match hooks::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match events::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match commission::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match stands::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match outcomes::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match courses::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match cohorts::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match certificates::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match evaluations::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match attendance::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    let base = match learning::recipe(app, id, base).await {
        Err(base) => base,
        Ok(ready) => return Some(ready),
    };
    match work::recipe(app, id, base).await {
        Err(_) if operation.has_path_parameter() => None,
        Ok(ready) | Err(ready) => Some(ready),
    }
}

/// Fills the database: so many rows behind every list and every item.
pub async fn fill(app: &TestApp, rows: usize) {
    for number in 0..rows {
        register::grow(app, number).await;
        accounts::grow(app, number).await;
        projects::grow(app, number).await;
        work::grow(app, number).await;
        hooks::grow(app, number).await;
        events::grow(app, number).await;
        courses::grow(app).await;
        cohorts::grow(app, number).await;
        learning::grow(app).await;
        reference::grow(app, number).await;
    }
    work::settle(app).await;
}

/// Every role, and how to become it.
pub fn roles(app: &TestApp) -> Vec<(Role, Actor<'_>)> {
    Role::ALL.iter().map(|role| (*role, app.of_role(*role))).collect()
}
