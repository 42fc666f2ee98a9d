//! Money: whole centimes with their currency.

use serde::{Deserialize, Serialize};

crate::text_enum! {
    /// A currency.
    pub enum Currency {
        /// Algerian dinar.
        Dinar = "DZD",
    }
}

/// A sum of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Centimes.
    #[schema(minimum = -1_000_000_000_000_000_i64, maximum = 1_000_000_000_000_000_i64, examples(1_250_000))]
    pub amount: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// A sum in dinars, given in centimes.
    pub fn centimes(amount: i64) -> Self {
        Self { amount, currency: Currency::Dinar }
    }
}
