//! What was agreed, and what each side owes.

use super::{EntryId, Side};
use crate::kernel::language::Text;
use crate::kernel::money::Money;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// How an agreement goes on after its end.
    pub enum Renewal {
        /// It ends.
        None = "none",
        /// It goes on unless somebody objects in time.
        Tacit = "tacit",
        /// It ends unless both sign again.
        Explicit = "explicit",
    }
}

crate::text_enum! {
    /// Where an obligation stands.
    pub enum ObligationState {
        /// To be met.
        Due = "due",
        /// Met.
        Met = "met",
        /// No longer asked for.
        Waived = "waived",
    }
}

/// What a side owes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObligationInput {
    /// Which obligation this is, when an agreement is changed; made by the server for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<EntryId>,
    /// Who owes it.
    pub side: Side,
    /// What it is.
    #[schema(min_length = 2, max_length = 1000, pattern = r"\S", examples("تسليم القاعة مجهزة"))]
    pub text: String,
    /// By when.
    pub due_on: NaiveDate,
    /// The money in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Where it stands.
    #[serde(default = "due")]
    pub state: ObligationState,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_on: Option<NaiveDate>,
}

fn due() -> ObligationState {
    ObligationState::Due
}

/// What can be written of an agreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreementInput {
    /// What it is about.
    #[schema(min_length = 2, max_length = 300, pattern = r"\S", examples("اتفاقية شراكة مع دار الثقافة"))]
    pub title: String,
    /// Everybody who signs, the association included.
    #[schema(min_items = 2, max_items = 20)]
    pub parties: Vec<Text>,
    /// The money in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// When it was signed; a draft when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day; without end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    /// How it goes on after its end.
    #[serde(default = "ends")]
    pub renewal: Renewal,
    /// Days before the end by which somebody must object, or sign again.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 730)]
    pub notice_days: i64,
    /// What each side owes.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub obligations: Vec<ObligationInput>,
}

fn ends() -> Renewal {
    Renewal::None
}

impl AgreementInput {
    /// The day by which its renewal is decided.
    pub fn decide_by(&self) -> Option<NaiveDate> {
        let end = self.ends_on.filter(|_| self.renewal != Renewal::None)?;
        end.checked_sub_days(Days::new(u64::try_from(self.notice_days).ok()?))
    }
}
