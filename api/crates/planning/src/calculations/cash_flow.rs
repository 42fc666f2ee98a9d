//! `POST /api/v1/calculations/cash-flows`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::amount::{Amount, round_to_centime};
use crate::cash_flow::payback::{discounted_payback, payback};
use crate::cash_flow::present_value::{TimedFlow, benefit_cost_ratio, discounted, equivalent_annuity, mirr, profitability_index, xnpv};
use crate::cash_flow::roots::{RateRoot, RootStatus, nearest_to_zero, rates, sign_changes};
use crate::cash_flow::sensitivity::{Base, Factor, SensitivityRequest, tornado};
use crate::cash_flow::time_value::{TimeValue, evaluate};
use crate::cash_flow::{DatedFlow, FlowComponent, years_between};
use crate::figures::{Figures, Reason, Unknown};
use crate::problem::Problem;

/// Most periods.
pub const MAX_PERIODS: usize = 1_200;
/// Most dated flows.
pub const MAX_DATED: usize = 1_000;
/// Most components, functions, profile rates or changes.
pub const MAX_PARTS: usize = 50;

/// Flows of money to judge: by period (`flows`, or `components` that add up), by date (`dated_flows`), or both; and functions of the
/// time value of money. At most 1,200 periods, 1,000 dated flows, 50 components, 200 rates of the profile, 50 functions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CashFlowRequest {
    /// Flows by period in centimes, the first at the time `first_period`; negative when paid out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flows: Vec<Amount>,
    /// The flows by named part, instead of `flows`; needed to see which part matters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<FlowComponent>,
    /// Flows by date, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dated_flows: Vec<DatedFlow>,
    /// Discount rate as a fraction: per period, and per year for dated flows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
    /// When the first flow falls: 0, today (textbooks, the default), or 1, after one period (the NPV of spreadsheets).
    #[serde(default)]
    pub first_period: u32,
    /// Rate paid on outflows, for MIRR; `rate` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finance_rate: Option<f64>,
    /// Rate earned on inflows, for MIRR; `rate` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reinvest_rate: Option<f64>,
    /// The date XNPV discounts to; that of the first flow listed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valuation_date: Option<NaiveDate>,
    /// Rates at which to compute the net present value, for a curve.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub profile_rates: Vec<f64>,
    /// Asks which factor matters most; needs `rate` and `components` (or `flows`, as a single one).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<SensitivityRequest>,
    /// Functions of the time value of money.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_value: Vec<TimeValue>,
}

/// Figures of flows by period. Amounts are in the unit of the flows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningPeriodFigures))]
pub struct PeriodFigures {
    /// The flows (the sum of the components).
    pub flows: Vec<f64>,
    /// Each flow discounted: aₜ / (1 + r)^(t + `first_period`); empty without a rate.
    pub discounted: Vec<f64>,
    /// Running total of the discounted flows.
    pub cumulative_discounted: Vec<f64>,
    /// Σ of the flows, undiscounted.
    pub total: f64,
    /// Net present value: Σ of the discounted flows.
    pub npv: Option<f64>,
    /// `npv` to the centime.
    pub npv_centimes: Option<i64>,
    /// How many internal rates of return there are.
    pub irr_status: Option<RootStatus>,
    /// Internal rate of return: the rate at which NPV is zero. Of several, the nearest to zero: see `irr_status`.
    pub irr: Option<f64>,
    /// Every internal rate of return above −100 %, ascending, each with its bracket.
    pub irrs: Vec<RateRoot>,
    /// Changes of sign of the flows: the most rates there can be (Descartes).
    pub sign_changes: usize,
    /// Modified internal rate of return: (FV of inflows at `reinvest_rate` / PV of outflows at `finance_rate`)^(1/n) − 1.
    pub mirr: Option<f64>,
    /// Periods until the running total is zero, linear inside the last.
    pub payback: Option<f64>,
    /// The same on discounted flows.
    pub discounted_payback: Option<f64>,
    /// Profitability index: 1 + NPV / outlay, the outlay being the first flow.
    pub profitability_index: Option<f64>,
    /// Present value of inflows / present value of outflows.
    pub benefit_cost_ratio: Option<f64>,
    /// Equivalent annuity: NPV · r / (1 − (1 + r)^−n), n the time of the last flow.
    pub equivalent_annuity: Option<f64>,
    /// `equivalent_annuity` to the centime.
    pub equivalent_annuity_centimes: Option<i64>,
    /// Net present value at each of `profile_rates`; null at −100 %.
    pub profile: Vec<ProfilePoint>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
}

/// A point of the curve of net present value against the rate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningProfilePoint))]
pub struct ProfilePoint {
    /// The rate.
    pub rate: f64,
    /// The net present value.
    pub npv: Option<f64>,
}

/// Figures of dated flows; years have 365 days.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDateFigures))]
pub struct DateFigures {
    /// Net present value at the valuation date: Σ a / (1 + r)^(days/365).
    pub xnpv: Option<f64>,
    /// `xnpv` to the centime.
    pub xnpv_centimes: Option<i64>,
    /// How many rates there are.
    pub xirr_status: Option<RootStatus>,
    /// Internal rate of return per year. Of several, the nearest to zero: see `xirr_status`.
    pub xirr: Option<f64>,
    /// Every internal rate of return above −100 %, ascending, each with its bracket.
    pub xirrs: Vec<RateRoot>,
    /// Changes of sign in order of date.
    pub sign_changes: usize,
    /// Years from the first flow until the running total is zero, linear between two flows.
    pub payback_years: Option<f64>,
    /// The same on discounted flows; those whose present value is nothing but for rounding are paid back with the last.
    pub discounted_payback_years: Option<f64>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
}

/// The value of one function.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TimeValueResult {
    /// The value; null when there is none.
    pub value: Option<f64>,
    /// Why it is null.
    pub reason: Option<Reason>,
}

/// Everything asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CashFlowResult {
    /// Figures of the flows by period; null when there are none.
    pub by_period: Option<PeriodFigures>,
    /// Figures of the dated flows; null when there are none.
    pub by_date: Option<DateFigures>,
    /// One factor at a time, the longest bar of the tornado first; null when not asked for.
    pub sensitivity: Option<Vec<Factor>>,
    /// The functions, in the order asked for.
    pub time_value: Vec<TimeValueResult>,
}

/// Judges flows of money.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn cash_flow(request: &CashFlowRequest) -> Result<CashFlowResult, Problem> {
    check(request)?;
    let components: Vec<(&str, Vec<f64>)> = components(request);
    let length = components.iter().map(|(_, f)| f.len()).max().unwrap_or(0);
    let flows: Vec<f64> = (0..length).map(|t| components.iter().filter_map(|(_, f)| f.get(t)).sum()).collect();
    let by_period = (!components.is_empty()).then(|| period_figures(request, flows));
    let sensitivity = match (&request.sensitivity, request.rate, &by_period) {
        (None, _, _) => None,
        (Some(_), None, _) => return Err(Problem::new("required", "/rate")),
        (Some(_), _, None) => return Err(Problem::new("required", "/components")),
        (Some(asked), Some(rate), Some(figures)) => {
            let irrs = figures.irrs.iter().map(|r| r.rate).collect();
            Some(tornado(&Base { components, rate, first_period: request.first_period, irrs }, asked))
        }
    };
    let time_value = request.time_value.iter().map(|query| {
        let value = evaluate(query);
        TimeValueResult { value: value.ok(), reason: value.err() }
    });
    Ok(CashFlowResult {
        by_period,
        by_date: (!request.dated_flows.is_empty()).then(|| date_figures(request)),
        sensitivity,
        time_value: time_value.collect(),
    })
}

fn components(request: &CashFlowRequest) -> Vec<(&str, Vec<f64>)> {
    let plain = |amounts: &[Amount]| amounts.iter().map(|a| a.to_f64()).collect::<Vec<f64>>();
    if request.components.is_empty() && !request.flows.is_empty() {
        return vec![("flows", plain(&request.flows))];
    }
    request.components.iter().map(|c| (c.id.as_str(), plain(&c.flows))).collect()
}

fn check(request: &CashFlowRequest) -> Result<(), Problem> {
    let longest = request.components.iter().map(|c| c.flows.len()).max().unwrap_or(0);
    for (count, limit, pointer) in [
        (request.flows.len(), MAX_PERIODS, "/flows"),
        (longest, MAX_PERIODS, "/components"),
        (request.components.len(), MAX_PARTS, "/components"),
        (request.dated_flows.len(), MAX_DATED, "/dated_flows"),
        (request.profile_rates.len(), 200, "/profile_rates"),
        (request.time_value.len(), MAX_PARTS, "/time_value"),
        (request.sensitivity.as_ref().map_or(0, |s| s.changes_percent.len()), MAX_PARTS, "/sensitivity/changes_percent"),
    ] {
        if count > limit {
            return Err(Problem::new("too_many_entries", pointer).with("limit", limit));
        }
    }
    if !request.flows.is_empty() && !request.components.is_empty() {
        return Err(Problem::new("flows_and_components", "/components"));
    }
    let nothing = request.flows.is_empty() && request.components.is_empty() && request.dated_flows.is_empty();
    if nothing && request.time_value.is_empty() {
        return Err(Problem::new("required", "/flows"));
    }
    if request.first_period > 1 {
        return Err(Problem::new("out_of_range", "/first_period").with("minimum", 0_i64).with("maximum", 1_i64));
    }
    for (i, component) in request.components.iter().enumerate() {
        if request.components[..i].iter().any(|c| c.id == component.id) {
            let problem = Problem::new("duplicate_component", format!("/components/{i}/id"));
            return Err(problem.with("component", component.id.as_str()));
        }
    }
    Ok(())
}

fn period_figures(request: &CashFlowRequest, flows: Vec<f64>) -> PeriodFigures {
    let mut figures = Figures::default();
    let first = request.first_period;
    let timed =
        |amounts: &[f64]| -> Vec<TimedFlow> { amounts.iter().enumerate().map(|(t, a)| (t as f64 + f64::from(first), *a)).collect() };
    let rate = request.rate.ok_or(Reason::NoRate);
    let terms = rate.and_then(|r| discounted(r, &flows, first));
    let npv = figures.take("npv", terms.as_ref().map(|d| d.iter().sum::<f64>()).map_err(|r| *r));
    let timed_flows = timed(&flows);
    let roots = rates(&timed_flows);
    let irrs = roots.clone().unwrap_or_default();
    let both = |one: Option<f64>, name: &'static str, figures: &mut Figures| {
        let value = one.or(request.rate);
        if value.is_none() {
            figures.note(name, Reason::NoRate);
        }
        value
    };
    let finance = both(request.finance_rate, "mirr", &mut figures);
    let reinvest = finance.and_then(|_| both(request.reinvest_rate, "mirr", &mut figures));
    let mirr = finance.zip(reinvest).and_then(|(f, r)| figures.take("mirr", mirr(&flows, f, r)));
    let with_terms = |f: &dyn Fn(&[f64]) -> Result<f64, Reason>| match &terms {
        Ok(terms) => f(terms),
        Err(reason) => Err(*reason),
    };
    let periods = u32::try_from(flows.len()).unwrap_or(u32::MAX).saturating_sub(1) + first;
    let annuity = rate.and_then(|r| with_terms(&|d| equivalent_annuity(d.iter().sum(), r, periods)));
    let annuity = figures.take("equivalent_annuity", annuity);
    let running = |total: &mut f64, d: &f64| {
        *total += d;
        Some(*total)
    };
    PeriodFigures {
        cumulative_discounted: terms.iter().flatten().scan(0.0, running).collect(),
        discounted: terms.clone().unwrap_or_default(),
        total: flows.iter().sum(),
        npv,
        npv_centimes: npv.and_then(round_to_centime),
        irr_status: Some(RootStatus::of(&irrs)),
        irr: figures.take("irr", roots.and_then(|r| nearest_to_zero(&r).ok_or(Reason::NoSolution))),
        irrs,
        sign_changes: sign_changes(&timed_flows),
        mirr,
        payback: figures.take("payback", payback(&timed_flows)),
        discounted_payback: figures.take("discounted_payback", with_terms(&|d| discounted_payback(&timed(d)))),
        profitability_index: figures.take("profitability_index", with_terms(&|d| profitability_index(d.iter().sum(), d))),
        benefit_cost_ratio: figures.take("benefit_cost_ratio", with_terms(&|d| benefit_cost_ratio(&flows, d))),
        equivalent_annuity: annuity,
        equivalent_annuity_centimes: annuity.and_then(round_to_centime),
        profile: (request.profile_rates.iter())
            .map(|r| ProfilePoint { rate: *r, npv: discounted(*r, &flows, first).ok().map(|d| d.iter().sum()) })
            .collect(),
        flows,
        unknown: figures.unknown,
    }
}

fn date_figures(request: &CashFlowRequest) -> DateFigures {
    let mut figures = Figures::default();
    let flows = &request.dated_flows;
    let Some(first) = flows.first() else { return DateFigures::default() };
    let timed =
        |origin: NaiveDate| -> Vec<TimedFlow> { flows.iter().map(|f| (years_between(origin, f.date), f.amount.to_f64())).collect() };
    let earliest = flows.iter().map(|f| f.date).min().unwrap_or(first.date);
    let mut ordered = timed(earliest);
    ordered.sort_by(|a, b| a.0.total_cmp(&b.0));
    let roots = rates(&ordered);
    let xirrs = roots.clone().unwrap_or_default();
    let rate = request.rate.ok_or(Reason::NoRate);
    let value = rate.and_then(|r| xnpv(r, &timed(request.valuation_date.unwrap_or(first.date))));
    let value = figures.take("xnpv", value);
    let paid_back = rate.and_then(|r| match r {
        r if r <= -1.0 => Err(Reason::RateAtMinusOne),
        r => discounted_payback(&ordered.iter().map(|(t, a)| (*t, a / (1.0 + r).powf(*t))).collect::<Vec<_>>()),
    });
    DateFigures {
        xnpv: value,
        xnpv_centimes: value.and_then(round_to_centime),
        xirr_status: Some(RootStatus::of(&xirrs)),
        xirr: figures.take("xirr", roots.and_then(|r| nearest_to_zero(&r).ok_or(Reason::NoSolution))),
        xirrs,
        sign_changes: sign_changes(&ordered),
        payback_years: figures.take("payback_years", payback(&ordered)),
        discounted_payback_years: figures.take("discounted_payback_years", paid_back),
        unknown: figures.unknown,
    }
}
