//! Rounds of declarations, their windows, and what a declaration must agree on. Pure.

pub mod figures;
pub mod hiding;
pub mod print;
pub mod report;

use crate::kernel::language::Phrase;
use crate::kernel::money::Money;
use crate::kernel::rounds::Window;
use crate::kernel::validate::{Fault, Faults, Sentence};
use crate::resources::calls::ApplicationStatus;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// When outcomes are declared.
    pub enum OutcomeRound {
        /// From the first day of the event on.
        Close = "close",
        /// From three months after its last day on.
        AfterThreeMonths = "after_3_months",
        /// From six months after its last day on.
        AfterSixMonths = "after_6_months",
    }
}

crate::text_enum! {
    /// How an outcome was declared.
    pub enum OutcomeChannel {
        /// By somebody of the association who was signed in.
        Session = "session",
        /// By a program of the association.
        Key = "key",
        /// By the link of a letter.
        Link = "link",
        /// By an officer of the organisers, for an association that told them.
        Organiser = "organiser",
    }
}

/// Most of any count.
const MOST: u32 = 1_000_000;
/// Most centimes of a sum: ten thousand million dinars.
const MOST_MONEY: i64 = 1_000_000_000_000;

impl OutcomeRound {
    /// Months after the last day of the event.
    pub fn months(self) -> u32 {
        match self {
            Self::Close => 0,
            Self::AfterThreeMonths => 3,
            Self::AfterSixMonths => 6,
        }
    }
    /// Its window for an event.
    pub fn window(self, starts_on: NaiveDate, ends_on: NaiveDate) -> Window {
        let window = Window::after(ends_on, self.months());
        if self == Self::Close { Window { opens_on: starts_on, ..window } } else { window }
    }
    /// The last days of events whose round may be open: no others are.
    pub fn ends_between(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        Window::days_of(self.months(), today)
    }
}

/// Whether an association whose application stands so has something to declare.
pub fn exhibits(status: ApplicationStatus) -> bool {
    matches!(status, ApplicationStatus::Selected | ApplicationStatus::Confirmed | ApplicationStatus::Attended)
}

/// How an exhibitor judges an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeEvaluation {
    /// The organisation, 1 (bad) to 5 (very good).
    #[schema(minimum = 1, maximum = 5)]
    pub organisation: u32,
    /// The place.
    #[schema(minimum = 1, maximum = 5)]
    pub place: u32,
    /// How many visitors came, and who.
    #[schema(minimum = 1, maximum = 5)]
    pub visitors: u32,
    /// Services: power, transport, lodging.
    #[schema(minimum = 1, maximum = 5)]
    pub services: u32,
    /// Whether it would come again.
    pub would_come_again: bool,
    /// In words; the organisers read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub remark: Option<String>,
}

/// What an association declares of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeDeclaration {
    /// Which round; by a link, that of the link.
    pub round: OutcomeRound,
    /// Visitors of the stand, about.
    #[schema(minimum = 0, maximum = 1_000_000, examples(450))]
    pub visitors: u32,
    /// What was sold.
    pub sales: Money,
    /// Orders taken, to be delivered later.
    #[schema(minimum = 0, maximum = 1_000_000, examples(7))]
    pub orders: u32,
    /// What they are worth.
    pub orders_value: Money,
    /// People to stay in touch with: buyers, shops, partners.
    #[schema(minimum = 0, maximum = 1_000_000, examples(12))]
    pub contacts: u32,
    /// In words; the organisers read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub comment: Option<String>,
    /// How it judges the event, at the close alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<OutcomeEvaluation>,
}

static VALUE_WITHOUT_ORDERS: Sentence = Sentence {
    code: "contradiction",
    phrase: Phrase {
        ar: "عدد الطلبيات صفر وقيمتها ليست صفرا: صححوا العدد أو القيمة.",
        fr: "Le nombre de commandes est nul alors que leur valeur ne l’est pas : corrigez l’un ou l’autre.",
        en: "There are no orders though they have a value: correct the one or the other.",
    },
};

impl OutcomeDeclaration {
    /// Notes what the contract cannot say.
    pub fn check(&self, faults: &mut Faults) {
        for (pointer, count) in [("/visitors", self.visitors), ("/orders", self.orders), ("/contacts", self.contacts)] {
            if count > MOST {
                faults.expecting(pointer, Fault::TooLarge, MOST);
            }
        }
        for (pointer, sum) in [("/sales/amount", self.sales), ("/orders_value/amount", self.orders_value)] {
            if sum.amount < 0 {
                faults.expecting(pointer, Fault::TooSmall, 0);
            } else if sum.amount > MOST_MONEY {
                faults.expecting(pointer, Fault::TooLarge, MOST_MONEY);
            }
        }
        if self.orders == 0 && self.orders_value.amount > 0 {
            faults.add("/orders_value/amount", Fault::Of(&VALUE_WITHOUT_ORDERS));
        }
        if self.round != OutcomeRound::Close && self.evaluation.is_some() {
            faults.expecting("/evaluation", Fault::NotAllowed, "null");
        }
        let words = [("/comment", &self.comment), ("/evaluation/remark", &self.evaluation.as_ref().and_then(|one| one.remark.clone()))];
        for (pointer, text) in words {
            if text.as_ref().is_some_and(|text| text.chars().any(|letter| letter.is_control() && !"\n\r\t".contains(letter))) {
                faults.add(pointer, Fault::ForbiddenCharacters);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::rounds::RoundState;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn rounds_open_at_calendar_months_and_close_after_sixty_days() {
        let (first, last) = (day("2026-11-26"), day("2026-11-30"));
        let of = |round: OutcomeRound| round.window(first, last);
        assert_eq!(of(OutcomeRound::Close), Window { opens_on: first, closes_on: day("2027-01-29") });
        // February has no thirtieth.
        assert_eq!(of(OutcomeRound::AfterThreeMonths), Window { opens_on: day("2027-02-28"), closes_on: day("2027-04-29") });
        assert_eq!(of(OutcomeRound::AfterSixMonths).opens_on, day("2027-05-30"));
        assert_eq!(of(OutcomeRound::Close).state(day("2026-11-25")), RoundState::Upcoming);
        assert_eq!(of(OutcomeRound::Close).state(day("2027-01-29")), RoundState::Open);
        assert_eq!(of(OutcomeRound::Close).state(day("2027-01-30")), RoundState::Closed);
        assert_eq!(of(OutcomeRound::Close).ends_at().utc().to_rfc3339(), "2027-01-29T23:00:00+00:00");
    }
}
