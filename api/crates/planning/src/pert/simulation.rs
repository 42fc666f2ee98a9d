//! Drawing the network many times. The same seed gives the same draws on every machine.

use rand_distr::{Beta, Distribution, Triangular};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;
use serde::{Deserialize, Serialize};

use super::PertActivity;
use super::network::{RealNetwork, RealTimes};

/// The shape of durations between their estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DurationShape {
    /// Beta-PERT: α = 1 + 4(m − o)/(p − o), β = 1 + 4(p − m)/(p − o); its mean is (o + 4m + p)/6.
    #[default]
    Beta,
    /// Triangular.
    Triangular,
}

enum Sampler {
    Fixed(f64),
    Beta { low: f64, width: f64, shape: Beta<f64> },
    Triangular(Triangular<f64>),
}

impl Sampler {
    fn new(activity: &PertActivity, shape: DurationShape) -> Self {
        let (o, m, p) = (activity.optimistic, activity.most_likely, activity.pessimistic);
        let width = p - o;
        if width <= 0.0 {
            return Self::Fixed(o);
        }
        let made = match shape {
            DurationShape::Beta => {
                Beta::new(1.0 + 4.0 * (m - o) / width, 1.0 + 4.0 * (p - m) / width).ok().map(|shape| Self::Beta { low: o, width, shape })
            }
            DurationShape::Triangular => Triangular::new(o, p, m).ok().map(Self::Triangular),
        };
        made.unwrap_or(Self::Fixed(m))
    }

    fn draw(&self, random: &mut Xoshiro256PlusPlus) -> f64 {
        match self {
            Self::Fixed(x) => *x,
            Self::Beta { low, width, shape } => low + width * shape.sample(random),
            Self::Triangular(shape) => shape.sample(random),
        }
    }
}

/// What many draws of a network show.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws {
    /// Project durations, ascending.
    pub durations: Vec<f64>,
    /// By activity, in how many draws its total float was zero.
    pub critical: Vec<u32>,
    /// By activity, the sum of its durations.
    pub total: Vec<f64>,
}

/// Draws every duration and schedules the network, `runs` times.
#[must_use]
pub fn simulate(network: &RealNetwork, activities: &[PertActivity], shape: DurationShape, runs: u32, seed: u64) -> Draws {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let samplers: Vec<Sampler> = activities.iter().map(|a| Sampler::new(a, shape)).collect();
    let n = activities.len();
    let (mut critical, mut total) = (vec![0; n], vec![0.0; n]);
    let mut drawn = vec![0.0; n];
    let mut times = RealTimes::default();
    let mut durations = Vec::with_capacity(runs as usize);
    for _ in 0..runs {
        for (duration, sampler) in drawn.iter_mut().zip(&samplers) {
            *duration = sampler.draw(&mut random);
        }
        network.schedule(&drawn, &mut times);
        let tolerance = RealNetwork::tolerance(times.duration);
        for i in 0..n {
            critical[i] += u32::from(times.lf[i] - times.es[i] - drawn[i] <= tolerance);
            total[i] += drawn[i];
        }
        durations.push(times.duration);
    }
    durations.sort_by(f64::total_cmp);
    Draws { durations, critical, total }
}
