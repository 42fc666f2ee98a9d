//! What the net present value hangs on: one factor changed at a time.

use serde::{Deserialize, Serialize};

use super::present_value::npv;
use crate::figures::{Reason, Unknown};

/// What to vary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SensitivityRequest {
    /// Changes in percent, at most 50; −20, −10, 10 and 20 when absent.
    pub changes_percent: Vec<f64>,
    /// Whether the rate is a factor too (10 % more of 8 % is 8.8 %); true when absent.
    pub vary_rate: bool,
}

impl Default for SensitivityRequest {
    fn default() -> Self {
        Self { changes_percent: vec![-20.0, -10.0, 10.0, 20.0], vary_rate: true }
    }
}

/// Which factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningFactorKind))]
#[serde(rename_all = "snake_case")]
pub enum FactorKind {
    /// A component of the flows.
    Component,
    /// The discount rate.
    Rate,
}

/// The net present value after one change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SensitivityPoint {
    /// The change, in percent of the factor.
    pub change_percent: f64,
    /// The net present value then; null when the rate reaches −100 %.
    pub npv: Option<f64>,
}

/// One bar of the tornado.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningFactor))]
pub struct Factor {
    /// Which kind of factor.
    pub kind: FactorKind,
    /// The component; null for the rate.
    pub component: Option<String>,
    /// The net present value after each change, in the order asked for.
    pub points: Vec<SensitivityPoint>,
    /// Lowest net present value over the changes.
    pub lowest_npv: Option<f64>,
    /// Highest net present value over the changes.
    pub highest_npv: Option<f64>,
    /// Highest − lowest: the length of the bar.
    pub swing: Option<f64>,
    /// Break-even: the change, in percent, that makes the net present value zero. Of a component: −NPV / its present value.
    pub break_even_change_percent: Option<f64>,
    /// Break-even rates: the internal rates of return; empty for a component.
    pub break_even_rates: Vec<f64>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
}

/// Flows by component, and what they are discounted by.
#[derive(Debug, Clone)]
pub struct Base<'a> {
    /// Names and flows, all of the same length.
    pub components: Vec<(&'a str, Vec<f64>)>,
    /// The rate.
    pub rate: f64,
    /// 0 or 1, as for [`npv`].
    pub first_period: u32,
    /// The internal rates of return of the sum.
    pub irrs: Vec<f64>,
}

/// The factors, longest bar first.
#[must_use]
pub fn tornado(base: &Base<'_>, request: &SensitivityRequest) -> Vec<Factor> {
    let sum = |changed: Option<usize>, factor: f64| {
        let length = base.components.iter().map(|(_, f)| f.len()).max().unwrap_or(0);
        let mut total = vec![0.0; length];
        for (i, (_, flows)) in base.components.iter().enumerate() {
            let weight = if changed == Some(i) { factor } else { 1.0 };
            total.iter_mut().zip(flows).for_each(|(t, f)| *t += weight * f);
        }
        total
    };
    let value = |rate: f64, flows: &[f64]| npv(rate, flows, base.first_period);
    let now = value(base.rate, &sum(None, 1.0));
    let mut factors = Vec::new();
    for (i, (name, flows)) in base.components.iter().enumerate() {
        let point = |change: &f64| (*change, value(base.rate, &sum(Some(i), 1.0 + change / 100.0)));
        let own = value(base.rate, flows);
        let break_even = match (now, own) {
            (Ok(now), Ok(own)) if own != 0.0 => Ok(-100.0 * now / own),
            (Ok(_), Ok(_)) => Err(Reason::NoEffect),
            (Err(reason), _) | (_, Err(reason)) => Err(reason),
        };
        let points = request.changes_percent.iter().map(point).collect();
        factors.push(factor(FactorKind::Component, Some((*name).to_owned()), points, break_even, Vec::new()));
    }
    if request.vary_rate {
        let flows = sum(None, 1.0);
        let point = |change: &f64| (*change, value(base.rate * (1.0 + change / 100.0), &flows));
        let nearest = base.irrs.iter().copied().min_by(|a, b| (a - base.rate).abs().total_cmp(&(b - base.rate).abs()));
        let break_even = match nearest {
            None => Err(Reason::NoSolution),
            Some(_) if base.rate == 0.0 => Err(Reason::NoEffect),
            Some(irr) => Ok(100.0 * (irr / base.rate - 1.0)),
        };
        let points = request.changes_percent.iter().map(point).collect();
        factors.push(factor(FactorKind::Rate, None, points, break_even, base.irrs.clone()));
    }
    let swing = |f: &Factor| f.swing.unwrap_or(-1.0);
    factors.sort_by(|a, b| swing(b).total_cmp(&swing(a)));
    factors
}

fn factor(
    kind: FactorKind,
    component: Option<String>,
    points: Vec<(f64, Result<f64, Reason>)>,
    break_even: Result<f64, Reason>,
    break_even_rates: Vec<f64>,
) -> Factor {
    let known: Vec<f64> = points.iter().filter_map(|(_, v)| v.ok()).collect();
    let lowest = known.iter().copied().reduce(f64::min);
    let highest = known.iter().copied().reduce(f64::max);
    let mut unknown = Vec::new();
    if let Some(reason) = points.iter().find_map(|(_, v)| v.err()) {
        unknown.push(Unknown { figure: "npv", reason });
    }
    if let Err(reason) = break_even {
        unknown.push(Unknown { figure: "break_even_change_percent", reason });
    }
    Factor {
        kind,
        component,
        points: points.into_iter().map(|(change_percent, v)| SensitivityPoint { change_percent, npv: v.ok() }).collect(),
        lowest_npv: lowest,
        highest_npv: highest,
        swing: highest.zip(lowest).map(|(h, l)| h - l),
        break_even_change_percent: break_even.ok(),
        break_even_rates,
        unknown,
    }
}
