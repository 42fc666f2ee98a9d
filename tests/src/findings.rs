//! What a sweep finds: everything wrong at once, not only the first.

use crate::actor::{Answer, Call};

/// Collects what is wrong.
#[derive(Default)]
pub struct Findings(Vec<String>);

impl Findings {
    /// Notes something wrong.
    pub fn add(&mut self, what: impl Into<String>) {
        self.0.push(what.into());
    }

    /// Notes something unless it holds.
    pub fn expect(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.0.push(what());
        }
    }

    /// Sends a request; an answer outside the contract is a finding.
    pub async fn send(&mut self, call: Call<'_>) -> Answer {
        let (answer, broken) = call.answer().await;
        if let Err(broken) = broken {
            self.0.push(broken);
        }
        answer
    }

    /// Fails with all findings, when there are any.
    ///
    /// # Panics
    /// When there are findings.
    #[track_caller]
    pub fn finish(mut self) {
        self.0.dedup();
        assert!(self.0.is_empty(), "{} findings:\n- {}", self.0.len(), self.0.join("\n- "));
    }
}
