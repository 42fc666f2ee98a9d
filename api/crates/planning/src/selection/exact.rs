//! A choice of projects in whole numbers: maximise Σ vⱼxⱼ subject to A·x ≤ b, each xⱼ 0 or 1.
//!
//! Amounts with decimals are scaled by a power of ten, one per row, so that nothing is ever rounded.

use crate::amount::Amount;

/// Largest scaled amount: sums of thousands of them times multipliers stay within 128 bits.
const LARGEST: i128 = 1 << 62;

/// Most decimals of an amount.
const MOST_DECIMALS: u32 = 18;

/// One constraint Σ aⱼxⱼ ≤ b.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// aⱼ, by project.
    pub coefficients: Vec<i128>,
    /// b.
    pub limit: i128,
}

/// The whole choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// vⱼ, by project.
    pub values: Vec<i128>,
    /// The constraints.
    pub rows: Vec<Row>,
    /// Projects that must be chosen.
    pub required: Vec<bool>,
}

impl Model {
    /// Whether a choice satisfies every constraint.
    #[must_use]
    pub fn feasible(&self, chosen: &[bool]) -> bool {
        self.required.iter().zip(chosen).all(|(required, chosen)| *chosen || !required)
            && self.rows.iter().all(|row| sum(&row.coefficients, chosen) <= row.limit)
    }

    /// The value of a choice.
    #[must_use]
    pub fn value(&self, chosen: &[bool]) -> i128 {
        sum(&self.values, chosen)
    }
}

/// Sum of the numbers of the chosen projects.
#[must_use]
pub fn sum(numbers: &[i128], chosen: &[bool]) -> i128 {
    numbers.iter().zip(chosen).filter(|(_, c)| **c).map(|(n, _)| *n).sum()
}

/// Amounts as whole numbers of one power of ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scaled {
    /// The amounts × 10^`decimals`.
    pub numbers: Vec<i128>,
    /// The power of ten.
    pub decimals: u32,
}

impl Scaled {
    /// Scales amounts by the least power of ten that makes all of them whole.
    ///
    /// # Errors
    /// The index of an amount that is too large, or too precise, to be exact in 62 bits.
    pub fn new(amounts: &[Amount]) -> Result<Self, usize> {
        let parts: Vec<(i128, u32)> = amounts.iter().enumerate().map(|(i, a)| decimal(*a).ok_or(i)).collect::<Result<_, _>>()?;
        let decimals = parts.iter().map(|(_, d)| *d).max().unwrap_or(0);
        let numbers = parts
            .iter()
            .enumerate()
            .map(|(i, (mantissa, d))| {
                let scaled = 10_i128.checked_pow(decimals - d).and_then(|p| mantissa.checked_mul(p));
                scaled.filter(|s| s.abs() <= LARGEST).ok_or(i)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { numbers, decimals })
    }

    /// A scaled number back as an amount.
    #[must_use]
    pub fn amount(number: i128, decimals: u32) -> Amount {
        if decimals == 0 {
            return i64::try_from(number).map_or_else(|_| Amount::Fraction(number as f64), Amount::Whole);
        }
        let power = 10_i128.pow(decimals);
        let (whole, rest) = (number / power, (number % power).abs());
        let sign = if number < 0 && whole == 0 { "-" } else { "" };
        let text = format!("{sign}{whole}.{rest:0width$}", width = decimals as usize);
        text.parse::<f64>().unwrap_or(number as f64 / power as f64).into()
    }
}

/// An amount as mantissa and number of decimals: the shortest decimal that reads back as the same double.
fn decimal(amount: Amount) -> Option<(i128, u32)> {
    match amount {
        Amount::Whole(n) => Some((i128::from(n), 0)),
        Amount::Fraction(x) => {
            let text = format!("{x}");
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            let mantissa: i128 = format!("{whole}{fraction}").parse().ok()?;
            let decimals = u32::try_from(fraction.len()).ok().filter(|d| *d <= MOST_DECIMALS)?;
            Some((mantissa, decimals))
        }
    }
}
