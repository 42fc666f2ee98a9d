//! Figures that may be null, and the list of reasons beside them.

use crate::problem::{Reason, Unknown};

/// Collects the reasons of the figures that turn out to be null.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// The reasons so far.
    pub unknown: Vec<Unknown>,
}

impl Figures {
    /// The figure as it is answered; its reason is noted when it is null. Infinity and NaN are never answered.
    pub fn take(&mut self, figure: &'static str, value: Result<f64, Reason>) -> Option<f64> {
        match value.and_then(|x| if x.is_finite() { Ok(x) } else { Err(Reason::TooLarge) }) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.note(figure, reason);
                None
            }
        }
    }

    /// Notes why a figure is null, once.
    pub fn note(&mut self, figure: &'static str, reason: Reason) {
        if !self.unknown.iter().any(|u| u.figure == figure) {
            self.unknown.push(Unknown { figure, reason });
        }
    }
}
