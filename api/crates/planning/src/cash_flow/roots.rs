//! Every rate at which flows are worth nothing: all IRRs, all XIRRs.
//!
//! With δ = ln(1 + r) the present value is an exponential sum f(δ) = Σ aᵢ·e^(−δtᵢ). By Descartes' rule of signs, which holds for such sums, it
//! has at most as many real roots as its coefficients, in order of time, change sign. Multiplying by e^(δτ), with τ between two times where
//! the sign changes, and differentiating leaves a sum of the same times with one change less; its roots separate those of f
//! (Rolle). Recursion down to a single change, where the root is unique, finds every root between two bounds, each in an interval where the function
//! is monotone. Sources: G. Pólya and G. Szegő, *Problems and Theorems in Analysis* II, part V; G. J. O. Jameson, *Counting zeros of generalised
//! polynomials* (2006).

use serde::Serialize;

use super::present_value::TimedFlow;
use crate::figures::Reason;

/// Rates are sought above this: −99.9999999999 %.
pub const LOWEST_RATE: f64 = -0.999_999_999_999;
/// Rates are sought below this: 100,000,000,000 %.
pub const HIGHEST_RATE: f64 = 1e9;

/// A rate at which the flows are worth nothing.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningRateRoot))]
pub struct RateRoot {
    /// The rate, as a fraction per period (or per year of 365 days).
    pub rate: f64,
    /// The value of the flows has this root and no other from here…
    pub bracket_low: f64,
    /// … to here, both rates.
    pub bracket_high: f64,
    /// The flows touch zero at this rate without changing sign (a double root); then the bracket is the rate itself.
    pub touches: bool,
}

/// How many rates there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningRootStatus))]
#[serde(rename_all = "snake_case")]
pub enum RootStatus {
    /// No rate exists.
    None,
    /// One and only one.
    Unique,
    /// Several: no one of them is *the* rate of return; compare net present values instead.
    Multiple,
}

impl RootStatus {
    /// The status of a list of roots.
    #[must_use]
    pub fn of(roots: &[RateRoot]) -> Self {
        match roots.len() {
            0 => Self::None,
            1 => Self::Unique,
            _ => Self::Multiple,
        }
    }
}

/// Changes of sign in order of time, zeros skipped: the most rates there can be.
#[must_use]
pub fn sign_changes(flows: &[TimedFlow]) -> usize {
    Terms::new(flows).changes().len()
}

/// Every rate from [`LOWEST_RATE`] to [`HIGHEST_RATE`] at which the flows are worth nothing, ascending.
///
/// # Errors
/// [`Reason::NoCashFlow`] or [`Reason::NoSignChange`] when no rate can exist, [`Reason::NoSolution`] when none does.
pub fn rates(flows: &[TimedFlow]) -> Result<Vec<RateRoot>, Reason> {
    let terms = Terms::new(flows);
    if terms.coefficients.is_empty() {
        return Err(Reason::NoCashFlow);
    }
    if terms.changes().is_empty() {
        return Err(Reason::NoSignChange);
    }
    let (low, high) = (LOWEST_RATE.ln_1p(), HIGHEST_RATE.ln_1p());
    let separators = terms.critical_points(low, high);
    let mut found = between(&terms, low, high, &separators);
    for (i, point) in separators.iter().enumerate() {
        let (value, size) = terms.at(*point);
        // Zero but for rounding: what rounding may have made of it on either side goes.
        if value.abs() <= 1e-13 * size {
            found.retain(|r| (r.rate.ln_1p() - point).abs() > 1e-5);
            let rate = point.exp_m1();
            let before = f64::midpoint(if i == 0 { low } else { separators[i - 1] }, *point);
            let after = f64::midpoint(*point, separators.get(i + 1).copied().unwrap_or(high));
            let touches = (terms.at(before).0 > 0.0) == (terms.at(after).0 > 0.0);
            found.push(RateRoot { rate, bracket_low: rate, bracket_high: rate, touches });
        }
    }
    found.sort_by(|a, b| a.rate.total_cmp(&b.rate));
    if found.is_empty() { Err(Reason::NoSolution) } else { Ok(found) }
}

/// The rate to show when one is wanted: the one nearest to zero.
#[must_use]
pub fn nearest_to_zero(roots: &[RateRoot]) -> Option<f64> {
    roots.iter().map(|r| r.rate).min_by(|a, b| a.abs().total_cmp(&b.abs()))
}

fn between(terms: &Terms, low: f64, high: f64, separators: &[f64]) -> Vec<RateRoot> {
    let ends = separators.iter().copied().chain([high]);
    let mut from = low;
    let mut found = Vec::new();
    for to in ends {
        if let Some(root) = terms.root(from, to, 1e-17) {
            found.push(RateRoot { rate: root.exp_m1(), bracket_low: from.exp_m1(), bracket_high: to.exp_m1(), touches: false });
        }
        from = to;
    }
    found
}

/// An exponential sum Σ aᵢ·e^(−δtᵢ), times ascending and distinct, coefficients not zero.
#[derive(Debug, Clone)]
struct Terms {
    times: Vec<f64>,
    coefficients: Vec<f64>,
    /// Times are the whole numbers from the first: powers by multiplication.
    whole: bool,
}

impl Terms {
    fn new(flows: &[TimedFlow]) -> Self {
        let mut sorted: Vec<TimedFlow> = flows.to_vec();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Scaled before they are added: no sum overflows.
        let mut terms = Self::scaled(sorted);
        let mut merged: Vec<TimedFlow> = Vec::with_capacity(terms.times.len());
        for (time, amount) in terms.times.drain(..).zip(terms.coefficients.drain(..)) {
            match merged.last_mut() {
                Some((last, sum)) if *last == time => *sum += amount,
                _ => merged.push((time, amount)),
            }
        }
        Self::scaled(merged)
    }

    /// The same flows divided by the largest, those that vanish left out: the roots are the same.
    fn scaled(flows: Vec<TimedFlow>) -> Self {
        let largest = flows.iter().fold(0.0, |most: f64, (_, a)| most.max(a.abs()));
        let kept = flows.into_iter().map(|(t, a)| (t, a / largest)).filter(|(_, a)| a.abs() > 0.0);
        let (times, coefficients): (Vec<f64>, Vec<f64>) = kept.unzip();
        let whole = times.iter().all(|t| t.fract() == 0.0 && t.abs() < 1e6);
        Self { times, coefficients, whole }
    }

    /// Positions after which the sign changes.
    fn changes(&self) -> Vec<usize> {
        let pairs = self.coefficients.windows(2).enumerate();
        pairs.filter(|(_, p)| (p[0] > 0.0) != (p[1] > 0.0)).map(|(i, _)| i).collect()
    }

    /// The sum and the sum of absolute values, both divided by the largest power so that neither overflows.
    fn at(&self, delta: f64) -> (f64, f64) {
        let (Some(first), Some(last)) = (self.times.first(), self.times.last()) else { return (0.0, 0.0) };
        // The largest power is that of the first time when δ ≥ 0, of the last otherwise.
        let origin = if delta >= 0.0 { *first } else { *last };
        let (mut sum, mut size) = (0.0, 0.0);
        let mut add = |a: f64, power: f64| {
            sum += a * power;
            size += (a * power).abs();
        };
        if self.whole {
            let base = (-delta.abs()).exp();
            let (mut power, mut at) = (1.0, origin);
            let mut step = |t: f64, a: f64| {
                let gap = (t - at).abs();
                power *= if gap == 1.0 { base } else { base.powi(gap as i32) };
                at = t;
                add(a, power);
            };
            let terms = self.times.iter().zip(&self.coefficients);
            if delta >= 0.0 {
                terms.for_each(|(t, a)| step(*t, *a));
            } else {
                terms.rev().for_each(|(t, a)| step(*t, *a));
            }
        } else {
            for (t, a) in self.times.iter().zip(&self.coefficients) {
                add(*a, (-delta * (t - origin)).exp());
            }
        }
        (sum, size)
    }

    /// Points between the bounds that separate the roots.
    fn critical_points(&self, low: f64, high: f64) -> Vec<f64> {
        let changes = self.changes();
        if changes.len() < 2 {
            return Vec::new();
        }
        let middle = changes[changes.len() / 2];
        let pivot = f64::midpoint(self.times[middle], self.times[middle + 1]);
        let slopes = self.times.iter().zip(&self.coefficients).map(|(t, a)| (*t, a * (pivot - t)));
        let derivative = Self::scaled(slopes.collect());
        let separators = derivative.critical_points(low, high);
        let ends: Vec<f64> = [low].into_iter().chain(separators.iter().copied()).chain([high]).collect();
        let mut points: Vec<f64> = ends.windows(2).filter_map(|pair| derivative.root(pair[0], pair[1], 1e-12)).collect();
        // Where the derivative only touches zero rounding may hide two of its roots: the point separates as well as they do.
        points.extend(separators.iter().copied().filter(|p| {
            let (value, size) = derivative.at(*p);
            value.abs() <= 1e-10 * size
        }));
        points.sort_by(f64::total_cmp);
        points
    }

    /// The root strictly between two points where the signs differ: regula falsi in its Illinois form, with a bisection every third
    /// step so that it never crawls, and bisections alone at the end.
    fn root(&self, low: f64, high: f64, precision: f64) -> Option<f64> {
        let (mut low, mut high) = (low, high);
        let (mut at_low, mut at_high) = (self.at(low).0, self.at(high).0);
        if (at_low > 0.0) == (at_high > 0.0) || at_low == 0.0 || at_high == 0.0 {
            return None;
        }
        let mut moved_low = None;
        for step in 1..300 {
            if high - low <= precision {
                break;
            }
            let secant = (low * at_high - high * at_low) / (at_high - at_low);
            let middle = f64::midpoint(low, high);
            let point = if step % 3 != 0 && step < 100 && secant > low && secant < high { secant } else { middle };
            if point <= low || point >= high {
                break;
            }
            let value = self.at(point).0;
            if value == 0.0 {
                return Some(point);
            }
            if (value > 0.0) == (at_low > 0.0) {
                (low, at_low) = (point, value);
                if moved_low == Some(true) {
                    at_high /= 2.0;
                }
                moved_low = Some(true);
            } else {
                (high, at_high) = (point, value);
                if moved_low == Some(false) {
                    at_low /= 2.0;
                }
                moved_low = Some(false);
            }
        }
        Some(f64::midpoint(low, high))
    }
}
