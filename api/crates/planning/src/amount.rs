//! Sums of money on the wire.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// A sum of money in centimes.
///
/// Money the platform keeps is always a whole number of centimes ([`Amount::Whole`]). Calculations also
/// accept a fraction, because their flows may come from another calculation or be in another
/// unit (thousands of dinars, say); figures then come back in the same unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// Whole centimes, exact over the range of `i64`.
    Whole(i64),
    /// A finite number with a fraction, or beyond the range of `i64`.
    Fraction(f64),
}

/// Whole numbers of this size and less are exact in double precision (2^53).
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Amount {
    /// The amount as a double, exact up to 2^53 centimes.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        match self {
            // Precise to the centime up to ninety million million dinars.
            Self::Whole(n) => n as f64,
            Self::Fraction(x) => x,
        }
    }

    /// The amount as whole centimes, when it is one.
    #[must_use]
    pub fn whole(self) -> Option<i64> {
        match self {
            Self::Whole(n) => Some(n),
            Self::Fraction(_) => None,
        }
    }
}

impl From<i64> for Amount {
    fn from(n: i64) -> Self {
        Self::Whole(n)
    }
}

impl From<f64> for Amount {
    fn from(x: f64) -> Self {
        if x.fract() == 0.0 && x.abs() <= EXACT {
            // In range by the line above.
            Self::Whole(x as i64)
        } else {
            Self::Fraction(x)
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Whole(n) => serializer.serialize_i64(*n),
            Self::Fraction(x) => serializer.serialize_f64(*x),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Amount;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number of centimes")
            }

            fn visit_i64<E: Error>(self, n: i64) -> Result<Amount, E> {
                Ok(Amount::Whole(n))
            }

            fn visit_u64<E: Error>(self, n: u64) -> Result<Amount, E> {
                i64::try_from(n).map(Amount::Whole).map_err(|_| E::custom("amount out of range"))
            }

            fn visit_f64<E: Error>(self, x: f64) -> Result<Amount, E> {
                if x.is_finite() { Ok(x.into()) } else { Err(E::custom("amount out of range")) }
            }
        }
        deserializer.deserialize_any(Number)
    }
}

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for Amount {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::Number)
            .description(Some(
                "Centimes. Money kept by the platform is a whole number; calculations also accept a \
                 fraction, and amounts in any other unit as long as all are in the same one.",
            ))
            .examples([1_250_000])
            .into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for Amount {
    fn name() -> std::borrow::Cow<'static, str> {
        std::borrow::Cow::Borrowed("PlanningAmount")
    }
}

/// Nearest whole number of centimes (halves away from zero), or nothing when out of range.
#[must_use]
pub fn round_to_centime(x: f64) -> Option<i64> {
    let rounded = x.round();
    // `i64::MAX` rounds up to 2^63 as a double, hence the strict bound.
    (rounded.is_finite() && rounded.abs() < 9.223_372_036_854_775e18).then_some(rounded as i64)
}
