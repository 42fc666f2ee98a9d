//! The normal distribution.

/// Probability that a standard normal variable is at most `z`: Φ(z) = erfc(−z/√2) / 2.
#[must_use]
pub fn cumulative(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Probability that a normal variable is at most `x`. Without variance it is certain: 1 from the mean on, 0 before.
#[must_use]
pub fn probability(mean: f64, variance: f64, x: f64) -> f64 {
    if variance > 0.0 { cumulative((x - mean) / variance.sqrt()) } else { f64::from(u8::from(x >= mean - 1e-9 * mean.abs().max(1.0))) }
}

/// The z that is not exceeded with this probability, by bisection of Φ; between −9 and 9.
#[must_use]
pub fn quantile(probability: f64) -> f64 {
    let (mut low, mut high) = (-9.0, 9.0);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if cumulative(middle) < probability { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}
