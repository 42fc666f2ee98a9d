//! Figures of cost and schedule from planned value, earned value, actual cost and budget at completion.

use serde::Serialize;

use crate::amount::Amount;
use crate::figures::{Figures, Reason, Unknown};

/// What is known at a date.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Inputs {
    /// Planned value (PV).
    pub pv: Option<Amount>,
    /// Earned value (EV).
    pub ev: Option<Amount>,
    /// Actual cost (AC).
    pub ac: Option<Amount>,
    /// Budget at completion (BAC).
    pub bac: Option<Amount>,
}

/// Earned-value figures at a date. Amounts are in centimes (forecasts are not rounded), indexes are ratios, percentages go from 0 to 100.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningCostFigures))]
pub struct CostFigures {
    /// Planned value (PV): budget of the work planned to date.
    pub pv: Option<Amount>,
    /// Earned value (EV): budget of the work done to date.
    pub ev: Option<Amount>,
    /// Actual cost (AC) of the work done to date.
    pub ac: Option<Amount>,
    /// Budget at completion (BAC).
    pub bac: Option<Amount>,
    /// Cost variance (CV) = EV − AC.
    pub cv: Option<Amount>,
    /// Schedule variance (SV) = EV − PV.
    pub sv: Option<Amount>,
    /// Cost variance in percent of EV.
    pub cv_percent: Option<f64>,
    /// Schedule variance in percent of PV.
    pub sv_percent: Option<f64>,
    /// Cost performance index (CPI) = EV / AC.
    pub cpi: Option<f64>,
    /// Schedule performance index (SPI) = EV / PV.
    pub spi: Option<f64>,
    /// Cost–schedule index (CSI) = CPI · SPI.
    pub csi: Option<f64>,
    /// 100 · EV / BAC.
    pub percent_complete: Option<f64>,
    /// 100 · PV / BAC.
    pub percent_planned: Option<f64>,
    /// 100 · AC / BAC.
    pub percent_spent: Option<f64>,
    /// Estimate at completion (EAC) when the rest costs its budget: AC + BAC − EV.
    pub eac_budget_rate: Option<f64>,
    /// EAC when the cost performance goes on: BAC / CPI.
    pub eac_cpi: Option<f64>,
    /// EAC when cost and schedule performance go on: AC + (BAC − EV) / (CPI · SPI).
    pub eac_cpi_spi: Option<f64>,
    /// Estimate to complete (ETC) = EAC − AC, at the budget rate.
    pub etc_budget_rate: Option<f64>,
    /// ETC by CPI.
    pub etc_cpi: Option<f64>,
    /// ETC by CPI · SPI.
    pub etc_cpi_spi: Option<f64>,
    /// Variance at completion (VAC) = BAC − EAC, at the budget rate.
    pub vac_budget_rate: Option<f64>,
    /// VAC by CPI.
    pub vac_cpi: Option<f64>,
    /// VAC by CPI · SPI.
    pub vac_cpi_spi: Option<f64>,
    /// To-complete performance index (TCPI) to finish within the budget: (BAC − EV) / (BAC − AC).
    pub tcpi_bac: Option<f64>,
    /// TCPI to finish within the estimate by CPI: (BAC − EV) / (EAC − AC).
    pub tcpi_eac: Option<f64>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
}

/// The quotient, never the negative zero.
fn ratio(numerator: f64, denominator: f64, when_zero: Reason) -> Result<f64, Reason> {
    if denominator == 0.0 { Err(when_zero) } else { Ok(numerator / denominator + 0.0) }
}

/// The difference of two amounts, exact when both are whole and it fits.
#[must_use]
pub fn difference(a: Amount, b: Amount) -> Amount {
    match (a, b) {
        (Amount::Whole(a), Amount::Whole(b)) => a.checked_sub(b).map_or_else(|| (a as f64 - b as f64).into(), Amount::Whole),
        _ => (a.to_f64() - b.to_f64()).into(),
    }
}

/// All the figures that PV, EV, AC and BAC determine.
#[must_use]
pub fn cost_figures(known: Inputs) -> CostFigures {
    let number = |amount: Option<Amount>, reason| amount.map(Amount::to_f64).ok_or(reason);
    let pv = number(known.pv, Reason::NoPlannedValue);
    let ev = number(known.ev, Reason::NoEarnedValue);
    let ac = number(known.ac, Reason::NoActualCost);
    let bac = number(known.bac, Reason::NoBudget);
    let over = |a: Result<f64, Reason>, b: Result<f64, Reason>, zero| ratio(a?, b?, zero);
    let cpi = over(ev, ac, Reason::NoActualCost);
    let spi = over(ev, pv, Reason::NoPlannedValue);
    let csi = cpi.and_then(|c| Ok(c * spi?));
    let minus = |a: Result<f64, Reason>, b: Result<f64, Reason>| Ok(a? - b?);
    let rest = minus(bac, ev);
    let eac_budget = ac.and_then(|ac| Ok(ac + rest?));
    let eac_cpi = over(bac, cpi, Reason::NoEarnedValue);
    let eac_both = ac.and_then(|ac| Ok(ac + ratio(rest?, csi?, Reason::NoEarnedValue)?));
    let percent = |x: Result<f64, Reason>, of, zero| over(x, of, zero).map(|p| 100.0 * p);
    let mut figures = Figures::default();
    let mut variance = |name, a: Option<Amount>, b: Option<Amount>, reason_a, reason_b| match (a, b) {
        (Some(a), Some(b)) => Some(difference(a, b)),
        (None, _) => {
            figures.note(name, reason_a);
            None
        }
        (_, None) => {
            figures.note(name, reason_b);
            None
        }
    };
    let cv = variance("cv", known.ev, known.ac, Reason::NoEarnedValue, Reason::NoActualCost);
    let sv = variance("sv", known.ev, known.pv, Reason::NoEarnedValue, Reason::NoPlannedValue);
    for (name, missing, reason) in [
        ("pv", known.pv.is_none(), Reason::NoPlannedValue),
        ("ev", known.ev.is_none(), Reason::NoEarnedValue),
        ("ac", known.ac.is_none(), Reason::NoActualCost),
        ("bac", known.bac.is_none(), Reason::NoBudget),
    ] {
        if missing {
            figures.note(name, reason);
        }
    }
    CostFigures {
        pv: known.pv,
        ev: known.ev,
        ac: known.ac,
        bac: known.bac,
        cv,
        sv,
        cv_percent: figures.take("cv_percent", percent(minus(ev, ac), ev, Reason::NoEarnedValue)),
        sv_percent: figures.take("sv_percent", percent(minus(ev, pv), pv, Reason::NoPlannedValue)),
        cpi: figures.take("cpi", cpi),
        spi: figures.take("spi", spi),
        csi: figures.take("csi", csi),
        percent_complete: figures.take("percent_complete", percent(ev, bac, Reason::NoBudget)),
        percent_planned: figures.take("percent_planned", percent(pv, bac, Reason::NoBudget)),
        percent_spent: figures.take("percent_spent", percent(ac, bac, Reason::NoBudget)),
        eac_budget_rate: figures.take("eac_budget_rate", eac_budget),
        eac_cpi: figures.take("eac_cpi", eac_cpi),
        eac_cpi_spi: figures.take("eac_cpi_spi", eac_both),
        etc_budget_rate: figures.take("etc_budget_rate", minus(eac_budget, ac)),
        etc_cpi: figures.take("etc_cpi", minus(eac_cpi, ac)),
        etc_cpi_spi: figures.take("etc_cpi_spi", minus(eac_both, ac)),
        vac_budget_rate: figures.take("vac_budget_rate", minus(bac, eac_budget)),
        vac_cpi: figures.take("vac_cpi", minus(bac, eac_cpi)),
        vac_cpi_spi: figures.take("vac_cpi_spi", minus(bac, eac_both)),
        tcpi_bac: figures.take("tcpi_bac", over(rest, minus(bac, ac), Reason::NothingLeftToSpend)),
        tcpi_eac: figures.take("tcpi_eac", over(rest, minus(eac_cpi, ac), Reason::NothingLeftToSpend)),
        unknown: figures.unknown,
    }
}
