//! Who may take part in an event, under which quotas, and how applications are scored. Pure.

mod asked;
mod conditions;
mod decision;

use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::{Phrase, Text};
use crate::kernel::validate::{Fault, Faults, Sentence};
pub use asked::Names;
pub use conditions::{Conditions, History, UnmetCondition};
pub use decision::{Decision, DecisionView, WaitingPlace};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

crate::id_type!(/// An application of an association to an event.
    ApplicationId);
crate::id_type!(/// A step of an application.
    StepId);
crate::id_type!(/// A product of an application.
    ProductId);

crate::id_type!(/// What one side has written to the other about an application.
    MessageId);

crate::text_enum! {
    /// Who writes about an application.
    pub enum MessageSide {
        /// The association.
        Association = "association",
        /// The organisers.
        Organiser = "organiser",
    }
}

crate::text_enum! {
    /// Where an application stands.
    pub enum ApplicationStatus {
        /// Being written.
        Draft = "draft",
        /// Handed in, and it meets the conditions of the call.
        Eligible = "eligible",
        /// Handed in, and it does not meet them.
        Ineligible = "ineligible",
        /// Read by as many reviewers as were asked for.
        Scored = "scored",
        /// It has a seat.
        Selected = "selected",
        /// It moves up when others withdraw.
        Waiting = "waiting",
        /// Its score is below the least the call asks for.
        Refused = "refused",
        /// The association has taken its seat.
        Confirmed = "confirmed",
        /// Taken back by the association.
        Withdrawn = "withdrawn",
        /// It was there.
        Attended = "attended",
        /// It had a seat and was not there.
        Absent = "absent",
    }
}

/// Seats that are kept for associations of a kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallQuota {
    /// Its short name in the call.
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("women"))]
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Seats kept.
    #[schema(minimum = 1, maximum = 20_000)]
    pub seats: u32,
    /// Who they are kept for.
    #[serde(rename = "for")]
    pub conditions: Conditions,
}

/// What reviewers score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallCriterion {
    /// Its short name in the call.
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("quality"))]
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Its share of the score, in any unit.
    #[schema(minimum = 1, maximum = 1000)]
    pub weight: u32,
    /// What points mean.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub anchors: Vec<ScoreAnchor>,
}

/// What a number of points of a criterion means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoreAnchor {
    /// Points, 0 to 10.
    #[schema(minimum = 0, maximum = 10)]
    pub points: u32,
    /// In words.
    pub meaning: Text,
}

/// What can be written of a call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallInput {
    /// Applications are taken from then on.
    #[schema(examples("2026-06-01T08:00:00Z"))]
    pub opens_at: Instant,
    /// No application is taken from then on.
    #[schema(examples("2026-07-01T16:00:00Z"))]
    pub closes_at: Instant,
    /// Seats, one for an association.
    #[schema(minimum = 1, maximum = 20_000)]
    pub capacity: u32,
    /// Who may apply, beside being registered and verified.
    #[serde(default)]
    pub conditions: Conditions,
    /// Seats kept; one seat counts for one quota.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub quotas: Vec<CallQuota>,
    /// What reviewers score.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub criteria: Vec<CallCriterion>,
    /// Applications with a lower score get no seat and do not wait for one; in points, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 10, examples(5))]
    pub least_points: Option<u32>,
}

impl ApplicationInput {
    /// Gives each product that has no identifier one of its own, and notes those that share one.
    pub fn name_products(&mut self, fresh: impl Fn() -> ProductId, faults: &mut Faults) {
        let mut seen = HashSet::new();
        for (index, product) in self.products.iter_mut().enumerate() {
            if !seen.insert(*product.id.get_or_insert_with(&fresh)) {
                faults.add(format!("/products/{index}/id"), Fault::Repeated);
            }
        }
    }

    /// Whether one of the products has an identifier.
    pub fn brings(&self, id: ProductId) -> bool {
        self.products.iter().any(|product| product.id == Some(id))
    }
}

impl ApplicationStatus {
    /// Whether it waits for what the commission decides.
    pub fn in_review(self) -> bool {
        matches!(self, Self::Eligible | Self::Scored)
    }
    /// Whether it has a seat.
    pub fn seated(self) -> bool {
        matches!(self, Self::Selected | Self::Confirmed | Self::Attended | Self::Absent)
    }
    /// Whether the association may take it back.
    pub fn leaves(self) -> bool {
        matches!(self, Self::Eligible | Self::Ineligible | Self::Scored | Self::Selected | Self::Waiting | Self::Confirmed)
    }
}

static MORE_THAN_THE_SEATS: Sentence = Sentence {
    code: "too_large",
    phrase: Phrase {
        ar: "عدد مقاعد النداء كلها {}، فلا تحجز الحصة أكثر منها.",
        fr: "L’appel offre {} places en tout : un quota n’en réserve pas davantage.",
        en: "The seats of the call are {} altogether: a quota does not keep more.",
    },
};
static FEWER_THAN_KEPT: Sentence = Sentence {
    code: "too_small",
    phrase: Phrase {
        ar: "عدد المقاعد التي تحجزها الحصص معا {}، فلا تقل مقاعد النداء عنها.",
        fr: "Les quotas réservent ensemble {} places : l’appel en offre au moins autant.",
        en: "The quotas keep {} seats together: the call has at least as many.",
    },
};

impl CallInput {
    /// Notes what the parts of a call contradict.
    pub fn check(&self, faults: &mut Faults) {
        if self.closes_at <= self.opens_at {
            faults.add("/closes_at", Fault::WrongOrder);
        }
        let mut seen = HashSet::new();
        for (index, quota) in self.quotas.iter().enumerate() {
            if !seen.insert(&quota.code) {
                faults.add(format!("/quotas/{index}/code"), Fault::Repeated);
            }
            if quota.conditions.is_empty() {
                faults.add(format!("/quotas/{index}/for"), Fault::Required);
            }
            if quota.seats > self.capacity {
                faults.expecting(format!("/quotas/{index}/seats"), Fault::Of(&MORE_THAN_THE_SEATS), self.capacity);
            }
        }
        let kept: u64 = self.quotas.iter().map(|quota| u64::from(quota.seats)).sum();
        if kept > u64::from(self.capacity) {
            faults.expecting("/capacity", Fault::Of(&FEWER_THAN_KEPT), kept);
        }
        let mut seen = HashSet::new();
        for (index, criterion) in self.criteria.iter().enumerate() {
            if !seen.insert(&criterion.code) {
                faults.add(format!("/criteria/{index}/code"), Fault::Repeated);
            }
        }
    }

    /// Every set of conditions, with its place.
    pub fn all_conditions(&self) -> impl Iterator<Item = (String, &Conditions)> {
        let quotas = self.quotas.iter().enumerate().map(|(index, quota)| (format!("/quotas/{index}/for"), &quota.conditions));
        std::iter::once(("/conditions".to_owned(), &self.conditions)).chain(quotas)
    }
}

/// An artisan an association applies for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Exhibitor {
    /// Name.
    #[schema(min_length = 2, max_length = 120, pattern = r"\S", examples("نادية حداد"))]
    pub name: String,
    /// Number of the artisan's card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 40)]
    pub card_number: Option<String>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 30)]
    pub phone: Option<String>,
}

/// What an association wants to show or sell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Identifier, told apart within the application; it stays when the list is changed or ordered anew. A product that is sent without one gets one:
    /// in answers it is always there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ProductId>,
    /// Its name.
    pub name: Text,
    /// Code of its craft sector.
    #[schema(max_length = 10, examples("02"))]
    pub craft_sector: String,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub description: Option<String>,
}

/// What a stand needs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandNeeds {
    /// Square metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 1000)]
    pub area_m2: Option<u32>,
    /// Electrical power in watts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 100_000)]
    pub power_w: Option<u32>,
    /// Water.
    #[serde(default)]
    pub water: bool,
    /// Open fire or a kiln.
    #[serde(default)]
    pub fire: bool,
    /// Transport of goods.
    #[serde(default)]
    pub transport: bool,
    /// Beds.
    #[serde(default)]
    #[schema(maximum = 100)]
    pub lodging: u32,
}

/// Where the stand had better be; what it needs goes first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandWishes {
    /// At a corner.
    #[serde(default)]
    pub corner: bool,
    /// Near an entrance.
    #[serde(default)]
    pub near_entrance: bool,
    /// Beside these associations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 5)]
    pub next_to: Vec<AssociationId>,
}

/// What can be written of an application.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicationInput {
    /// The artisans it is for; at least one when it is handed in.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub exhibitors: Vec<Exhibitor>,
    /// What they bring; at least one when it is handed in.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub products: Vec<Product>,
    /// What the stand needs.
    #[serde(default)]
    pub needs: StandNeeds,
    /// Where the stand had better be.
    #[serde(default)]
    pub stand_wishes: StandWishes,
    /// Wishes, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub wishes: Option<String>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn quotas_fit_into_the_capacity_and_are_for_somebody() {
        let quota = |code: &str, seats: u32, conditions: Conditions| CallQuota {
            code: code.into(),
            name: Text { ar: "حصة".into(), fr: None, en: None },
            seats,
            conditions,
        };
        let women = Conditions { women_led: true, ..Conditions::default() };
        let at = |text: &str| Instant::new(text.parse().unwrap());
        let call = CallInput {
            opens_at: at("2026-06-01T08:00:00Z"),
            closes_at: at("2026-06-01T08:00:00Z"),
            capacity: 10,
            conditions: Conditions::default(),
            quotas: vec![quota("women", 6, women.clone()), quota("women", 11, women), quota("all", 1, Conditions::default())],
            criteria: Vec::new(),
            least_points: None,
        };
        let mut faults = Faults::default();
        call.check(&mut faults);
        let pointers: Vec<String> = faults.finish().unwrap_err().fields.into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(pointers, ["/closes_at", "/quotas/1/code", "/quotas/1/seats", "/quotas/2/for", "/capacity"]);
    }
}
