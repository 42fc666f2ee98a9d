//! Interests, limits and offers.

use super::{EntryId, Side};
use crate::kernel::money::Money;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// What the association does with the money that is negotiated.
    pub enum Direction {
        /// It pays.
        Pays = "pays",
        /// It receives.
        Receives = "receives",
    }
}

/// What can be written of a negotiation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NegotiationInput {
    /// What it is about.
    #[schema(min_length = 2, max_length = 300, pattern = r"\S", examples("كراء قاعة العرض"))]
    pub subject: String,
    /// Whether the association pays or receives.
    pub direction: Direction,
    /// What the association wants and why.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub our_interests: Vec<String>,
    /// What the partner wants and why, as far as is known.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub their_interests: Vec<String>,
    /// What the association does if there is no agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub our_alternative: Option<String>,
    /// What the partner does if there is none, as far as is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub their_alternative: Option<String>,
    /// The worst amount the association accepts: no better than its alternative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub our_limit: Option<Money>,
    /// The worst amount the partner is thought to accept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub their_limit: Option<Money>,
}

/// What can be written of an offer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferInput {
    /// Whose it is.
    pub side: Side,
    /// When it was made.
    pub on: NaiveDate,
    /// The amount, when it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Everything else in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 3000)]
    pub terms: Option<String>,
}

/// An offer as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptOffer {
    /// Identifier.
    pub id: EntryId,
    /// Its content.
    pub content: OfferInput,
}

crate::text_enum! {
    /// How a negotiation ended.
    pub enum Ending {
        /// In agreement.
        Agreed = "agreed",
        /// Without.
        Failed = "failed",
    }
}

/// The end of a negotiation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeInput {
    /// How it ended.
    pub result: Ending,
    /// When.
    pub on: NaiveDate,
    /// The amount agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Why, and what else was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 3000)]
    pub note: Option<String>,
}

/// A negotiation as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Negotiation {
    /// Its content.
    pub content: NegotiationInput,
    /// The offers, in order.
    pub offers: Vec<KeptOffer>,
    /// Its end.
    pub outcome: Option<OutcomeInput>,
}

/// The amounts both sides can live with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    /// The least.
    pub low: i64,
    /// The most.
    pub high: i64,
}

/// What can be known of the zone of agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownZone {
    /// A limit is missing.
    Unknown,
    /// No amount suits both; this much is missing, in centimes.
    None(i64),
    /// Every amount in it suits both.
    Some(Zone),
}

impl NegotiationInput {
    /// The zone of agreement: from the least the receiver accepts to the most the payer does.
    pub fn zone(&self) -> KnownZone {
        let (Some(ours), Some(theirs)) = (self.our_limit, self.their_limit) else { return KnownZone::Unknown };
        let (low, high) = match self.direction {
            Direction::Receives => (ours.amount, theirs.amount),
            Direction::Pays => (theirs.amount, ours.amount),
        };
        if low <= high { KnownZone::Some(Zone { low, high }) } else { KnownZone::None(low.saturating_sub(high)) }
    }
}

impl Negotiation {
    /// How far each offer goes towards the other side, compared with that side's offer before: in centimes; none for a first offer.
    pub fn concessions(&self) -> Vec<Option<i64>> {
        let (mut ours, mut theirs) = (None, None);
        self.offers
            .iter()
            .map(|offer| {
                let amount = offer.content.amount?.amount;
                let side = offer.content.side;
                let last = if side == Side::Ours { &mut ours } else { &mut theirs };
                let before = last.replace(amount)?;
                // The payer concedes by offering more, the receiver by asking less.
                let pays = (side == Side::Ours) == (self.content.direction == Direction::Pays);
                Some(if pays { amount.saturating_sub(before) } else { before.saturating_sub(amount) })
            })
            .collect()
    }

    /// What still lies between the last offers of both sides, in centimes.
    pub fn gap(&self) -> Option<i64> {
        let last = |side| self.offers.iter().rev().find(|offer| offer.content.side == side && offer.content.amount.is_some());
        let amount = |side| Some(last(side)?.content.amount?.amount);
        Some(amount(Side::Ours)?.saturating_sub(amount(Side::Theirs)?).abs())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rent(direction: Direction, ours: i64, theirs: i64) -> NegotiationInput {
        NegotiationInput {
            subject: "كراء".into(),
            direction,
            our_interests: Vec::new(),
            their_interests: Vec::new(),
            our_alternative: None,
            their_alternative: None,
            our_limit: Some(Money::centimes(ours)),
            their_limit: Some(Money::centimes(theirs)),
        }
    }

    #[test]
    fn the_zone_of_agreement_lies_between_the_limits() {
        assert_eq!(rent(Direction::Pays, 100, 80).zone(), KnownZone::Some(Zone { low: 80, high: 100 }));
        assert_eq!(rent(Direction::Pays, 70, 80).zone(), KnownZone::None(10));
        assert_eq!(rent(Direction::Receives, 70, 80).zone(), KnownZone::Some(Zone { low: 70, high: 80 }));
        assert_eq!(NegotiationInput { their_limit: None, ..rent(Direction::Pays, 70, 80) }.zone(), KnownZone::Unknown);
    }

    #[test]
    fn a_concession_goes_towards_the_other_side() {
        let offer = |side, amount| KeptOffer {
            id: EntryId(uuid::Uuid::nil()),
            content: OfferInput { side, on: NaiveDate::MIN, amount: Some(Money::centimes(amount)), terms: None },
        };
        let offers = vec![offer(Side::Ours, 50), offer(Side::Theirs, 100), offer(Side::Ours, 65), offer(Side::Theirs, 110)];
        let talks = Negotiation { content: rent(Direction::Pays, 100, 80), offers, outcome: None };
        assert_eq!(talks.concessions(), [None, None, Some(15), Some(-10)]);
        assert_eq!(talks.gap(), Some(45));
    }
}
