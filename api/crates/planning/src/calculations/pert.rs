//! `POST /api/v1/calculations/pert`.

use serde::{Deserialize, Serialize};

use super::pert_prepare::{check, deadlines, network};
use crate::calendar::Calendar;
use crate::moment::Moment;
use crate::pert::network::{RealNetwork, RealTimes};
use crate::pert::normal::{probability, quantile};
use crate::pert::simulation::{Draws, DurationShape, simulate};
use crate::pert::{PertActivity, PertLink};
use crate::problem::Problem;

/// Most activities.
pub const MAX_PERT_ACTIVITIES: usize = 20_000;
/// Most links.
pub const MAX_PERT_LINKS: usize = 60_000;
/// Most deadlines or bare distributions, each.
pub const MAX_DEADLINES: usize = 200;
/// Most simulation runs.
pub const MAX_RUNS: u32 = 100_000;
/// Most runs × (activities + links).
pub const MAX_DRAWS: u64 = 20_000_000;

/// Three estimates per activity and the deadlines to judge. At most 20,000 activities, 60,000 links, 200 deadlines, 100,000 runs,
/// and runs × (activities + links) at most 20,000,000.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PertRequest {
    /// The activities, their estimates in one unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<PertActivity>,
    /// Their links.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<PertLink>,
    /// Deadlines whose probability is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<DeadlineQuery>,
    /// When the project starts: needed for deadlines by date, whose estimates are then in working days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Moment>,
    /// The project's calendar, for deadlines by date.
    #[serde(default)]
    pub calendar: Calendar,
    /// Asks for a simulation of the whole network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub simulation: Option<SimulationRequest>,
    /// Bare normal distributions to evaluate, when mean and variance are already known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub normal: Vec<NormalQuery>,
}

/// A deadline: exactly one of a duration and a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDeadlineQuery))]
#[serde(deny_unknown_fields)]
pub struct DeadlineQuery {
    /// From the project's start, in the unit of the estimates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<f64>,
    /// As a date; the end of that day when no time is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Moment>,
}

/// How to simulate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SimulationRequest {
    /// How many times to draw the network; 1,000 when absent.
    pub runs: u32,
    /// The seed: the same one gives the same result; 1 when absent.
    pub seed: u64,
    /// The shape of durations; beta when absent.
    pub shape: DurationShape,
}

impl Default for SimulationRequest {
    fn default() -> Self {
        Self { runs: 1_000, seed: 1, shape: DurationShape::Beta }
    }
}

/// A normal distribution and a deadline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningNormalQuery))]
#[serde(deny_unknown_fields)]
pub struct NormalQuery {
    /// Mean duration.
    pub mean: f64,
    /// Variance; not negative.
    pub variance: f64,
    /// The deadline, in the same unit.
    pub deadline: f64,
}

/// One activity.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PertActivityResult {
    /// The activity.
    pub id: String,
    /// te = (o + 4m + p) / 6.
    pub expected: f64,
    /// ((p − o) / 6)².
    pub variance: f64,
    /// (p − o) / 6.
    pub sigma: f64,
    /// Early start, on expected durations.
    pub early_start: f64,
    /// Early finish.
    pub early_finish: f64,
    /// Late start.
    pub late_start: f64,
    /// Late finish.
    pub late_finish: f64,
    /// Total float.
    pub total_float: f64,
    /// Whether its total float is zero on expected durations.
    pub critical: bool,
    /// Criticality index: the share of the simulation's draws in which it was critical, 0–1; null without simulation.
    pub criticality_index: Option<f64>,
    /// Its mean duration in the simulation; null without simulation.
    pub simulated_mean: Option<f64>,
}

/// The chance of a deadline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDeadlineResult))]
pub struct DeadlineResult {
    /// The deadline, in the unit of the estimates.
    pub duration: f64,
    /// (deadline − duration) / sigma; null without variance.
    pub z: Option<f64>,
    /// Φ(z): probability by the normal approximation.
    pub probability: f64,
    /// Share of the simulation's draws that finish in time; null without simulation.
    pub simulated_probability: Option<f64>,
}

/// A duration not exceeded with a probability.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningPercentile))]
pub struct Percentile {
    /// The probability, 0–1.
    pub probability: f64,
    /// The duration by the normal approximation.
    pub duration: f64,
    /// The duration by simulation; null without simulation.
    pub simulated_duration: Option<f64>,
}

/// What the simulation showed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SimulationResult {
    /// How many draws.
    pub runs: u32,
    /// The seed they came from.
    pub seed: u64,
    /// Mean project duration.
    pub mean: f64,
    /// Standard deviation (n − 1); null for a single draw.
    pub sigma: Option<f64>,
    /// Shortest.
    pub minimum: f64,
    /// Longest.
    pub maximum: f64,
    /// Draws by duration, in 20 bins of equal width.
    pub histogram: Vec<HistogramBin>,
}

/// Draws whose duration lies between two values.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningHistogramBin))]
pub struct HistogramBin {
    /// From this duration.
    pub from: f64,
    /// To this one.
    pub to: f64,
    /// How many draws.
    pub count: usize,
}

/// The network judged.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PertResult {
    /// Expected duration: the length of the critical path on expected durations.
    pub duration: f64,
    /// Variance of the critical path; of several, the greatest.
    pub variance: f64,
    /// Its square root.
    pub sigma: f64,
    /// The critical path; of several, the one of the greatest variance.
    pub critical_path: Vec<String>,
    /// In the order of the request.
    pub activities: Vec<PertActivityResult>,
    /// In the order of the request.
    pub deadlines: Vec<DeadlineResult>,
    /// The curve of durations by probability, from 1 % to 99 %.
    pub percentiles: Vec<Percentile>,
    /// What the simulation showed; null when not asked for.
    pub simulation: Option<SimulationResult>,
    /// Probabilities of `normal`, in its order.
    pub normal: Vec<DeadlineResult>,
}

/// Judges a network of uncertain durations.
///
/// # Errors
/// A [`Problem`] naming the activity and the field.
pub fn pert(request: &PertRequest) -> Result<PertResult, Problem> {
    check(request)?;
    let network = network(request)?;
    let deadlines = deadlines(request)?;
    let expected: Vec<f64> = request.activities.iter().map(PertActivity::expected).collect();
    let variances: Vec<f64> = request.activities.iter().map(PertActivity::variance).collect();
    let mut times = RealTimes::default();
    network.schedule(&expected, &mut times);
    let (path, variance) = network.riskiest_path(&expected, &variances, &times);
    let draws = (request.simulation.as_ref()).map(|s| (s, simulate(&network, &request.activities, s.shape, s.runs, s.seed)));
    let drawn = draws.as_ref().map(|(_, d)| d);
    let tolerance = RealNetwork::tolerance(times.duration);
    let activities = request.activities.iter().enumerate().map(|(i, activity)| {
        let float = times.lf[i] - times.es[i] - expected[i];
        let runs = drawn.map(|d| d.durations.len() as f64);
        PertActivityResult {
            id: activity.id.clone(),
            expected: expected[i],
            variance: variances[i],
            sigma: variances[i].sqrt(),
            early_start: times.es[i],
            early_finish: times.es[i] + expected[i],
            late_start: times.lf[i] - expected[i],
            late_finish: times.lf[i],
            total_float: if float.abs() <= tolerance { 0.0 } else { float },
            critical: float <= tolerance,
            criticality_index: drawn.zip(runs).map(|(d, runs)| f64::from(d.critical[i]) / runs),
            simulated_mean: drawn.zip(runs).map(|(d, runs)| d.total[i] / runs),
        }
    });
    let judge = |deadline: &f64| DeadlineResult {
        simulated_probability: drawn.map(|d| share(d, *deadline)),
        ..by_normal(times.duration, variance, *deadline)
    };
    let percents = [1, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 85, 90, 95, 99];
    let percentiles = percents.iter().map(|percent| {
        let probability = f64::from(*percent) / 100.0;
        Percentile {
            probability,
            duration: times.duration + quantile(probability) * variance.sqrt(),
            simulated_duration: drawn.and_then(|d| {
                let rank = (probability * d.durations.len() as f64).ceil() as usize;
                d.durations.get(rank.saturating_sub(1)).copied()
            }),
        }
    });
    Ok(PertResult {
        duration: times.duration,
        variance,
        sigma: variance.sqrt(),
        critical_path: path.iter().map(|i| request.activities[*i].id.clone()).collect(),
        activities: activities.collect(),
        deadlines: deadlines.iter().map(judge).collect(),
        percentiles: percentiles.collect(),
        simulation: draws.as_ref().and_then(|(s, d)| summary(s, d)),
        normal: request.normal.iter().map(|q| by_normal(q.mean, q.variance, q.deadline)).collect(),
    })
}

fn by_normal(mean: f64, variance: f64, deadline: f64) -> DeadlineResult {
    DeadlineResult {
        duration: deadline,
        z: (variance > 0.0).then(|| (deadline - mean) / variance.sqrt()),
        probability: probability(mean, variance, deadline),
        simulated_probability: None,
    }
}

fn share(draws: &Draws, deadline: f64) -> f64 {
    draws.durations.partition_point(|d| *d <= deadline) as f64 / draws.durations.len() as f64
}

fn summary(request: &SimulationRequest, draws: &Draws) -> Option<SimulationResult> {
    const BINS: usize = 20;
    let (minimum, maximum) = (*draws.durations.first()?, *draws.durations.last()?);
    let count = draws.durations.len() as f64;
    let mean = draws.durations.iter().sum::<f64>() / count;
    let squares: f64 = draws.durations.iter().map(|d| (d - mean).powi(2)).sum();
    let edge = |k: usize| minimum + (maximum - minimum) * k as f64 / BINS as f64;
    let below = |k: usize| if k == BINS { draws.durations.len() } else { draws.durations.partition_point(|d| *d < edge(k)) };
    let histogram = (0..BINS).map(|k| HistogramBin { from: edge(k), to: edge(k + 1), count: below(k + 1) - below(k) });
    Some(SimulationResult {
        runs: request.runs,
        seed: request.seed,
        mean,
        sigma: (count > 1.0).then(|| (squares / (count - 1.0)).sqrt()),
        minimum,
        maximum,
        histogram: histogram.collect(),
    })
}
