//! Earned schedule: the time at which the value earned so far was planned to be earned, and forecasts of duration.

use serde::Serialize;

use crate::figures::{Figures, Reason, Unknown};

/// What the time figures need. Times are in periods, or in whatever unit a period is measured in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeInputs<'a> {
    /// Cumulative planned value at the end of each period, from the first; zero at time 0.
    pub planned: &'a [f64],
    /// How long a period lasts.
    pub period_length: f64,
    /// Earned value.
    pub ev: Result<f64, Reason>,
    /// Budget at completion.
    pub bac: Result<f64, Reason>,
    /// Actual time (AT).
    pub at: Result<f64, Reason>,
    /// Planned duration (PD).
    pub pd: Result<f64, Reason>,
    /// Cost performance index.
    pub cpi: Result<f64, Reason>,
    /// Schedule performance index.
    pub spi: Result<f64, Reason>,
    /// Schedule variance.
    pub sv: Result<f64, Reason>,
}

/// Figures of time, in the unit of the periods.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningTimeFigures))]
pub struct TimeFigures {
    /// Actual time (AT): how long ago the project started.
    pub at: Option<f64>,
    /// Planned duration (PD).
    pub pd: Option<f64>,
    /// Earned schedule (ES): N + (EV − PVₙ) / (PVₙ₊₁ − PVₙ), N the last period whose PV is at most EV; PD once EV reaches BAC.
    pub es: Option<f64>,
    /// SV(t) = ES − AT.
    pub sv_t: Option<f64>,
    /// SPI(t) = ES / AT.
    pub spi_t: Option<f64>,
    /// SCI(t) = CPI · SPI(t).
    pub sci_t: Option<f64>,
    /// IEAC(t) = PD / SPI(t).
    pub ieac_t: Option<f64>,
    /// EAC(t) by earned schedule, the rest as planned: AT + PD − ES.
    pub eac_t_es_pf1: Option<f64>,
    /// EAC(t) by earned schedule and SPI(t): AT + (PD − ES) / SPI(t).
    pub eac_t_es_spi_t: Option<f64>,
    /// EAC(t) by earned schedule and SCI(t): AT + (PD − ES) / SCI(t).
    pub eac_t_es_sci_t: Option<f64>,
    /// Earned duration (ED) = AT · SPI.
    pub ed: Option<f64>,
    /// EAC(t) by earned duration, the rest as planned: AT + max(PD, AT) − ED.
    pub eac_t_ed_pf1: Option<f64>,
    /// EAC(t) by earned duration and SPI: AT + (max(PD, AT) − ED) / SPI.
    pub eac_t_ed_spi: Option<f64>,
    /// EAC(t) by earned duration and CPI · SPI: AT + (max(PD, AT) − ED) / (CPI · SPI).
    pub eac_t_ed_sci: Option<f64>,
    /// EAC(t) by planned value, the rest as planned: PD − SV · PD / BAC.
    pub eac_t_pv_pf1: Option<f64>,
    /// EAC(t) by planned value and SPI: PD / SPI.
    pub eac_t_pv_spi: Option<f64>,
    /// EAC(t) by planned value and CPI · SPI: PD / (CPI · SPI).
    pub eac_t_pv_sci: Option<f64>,
    /// To-complete schedule index to finish as planned: (PD − ES) / (PD − AT).
    pub tspi: Option<f64>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
}

/// The earned schedule, in periods.
///
/// Nothing earned is time 0 even when the first periods plan nothing; inside period 1 it interpolates from 0; all the budget earned is the planned duration.
#[must_use]
pub fn earned_schedule(planned: &[f64], ev: f64, bac: f64) -> f64 {
    let total = planned.len() as f64;
    if ev <= 0.0 {
        return 0.0;
    }
    if ev >= bac {
        // The planned duration ends where the budget is reached, which may be before the last period listed.
        return planned.iter().position(|pv| *pv >= bac).map_or(total, |i| i as f64 + 1.0);
    }
    let reached = planned.partition_point(|pv| *pv <= ev);
    let before = reached.checked_sub(1).map_or(0.0, |i| planned[i]);
    match planned.get(reached) {
        Some(next) => reached as f64 + (ev - before) / (next - before),
        None => total,
    }
}

/// All the figures of time.
#[must_use]
pub fn time_figures(known: &TimeInputs<'_>) -> TimeFigures {
    let TimeInputs { at, pd, cpi, spi, .. } = *known;
    let over = |a: f64, b: f64, zero: Reason| if b == 0.0 { Err(zero) } else { Ok(a / b) };
    let es = match (known.planned.last(), known.ev, known.bac) {
        (None, _, _) => Err(Reason::NoPlannedValue),
        (_, Err(reason), _) => Err(reason),
        (Some(last), Ok(ev), bac) => {
            let bac = bac.unwrap_or(*last);
            let length = known.period_length;
            let periods = earned_schedule(known.planned, ev, bac);
            Ok(if ev >= bac { pd.unwrap_or(periods * length) } else { periods * length })
        }
    };
    let spi_t = es.and_then(|es| over(es, at?, Reason::NoStatusDate));
    let both = |a: Result<f64, Reason>, b: Result<f64, Reason>| Ok(a? * b?);
    let (sci_t, sci) = (both(cpi, spi_t), both(cpi, spi));
    // AT + (work left in time) / performance; the work left may be nothing whatever the performance.
    let forecast = |left: Result<f64, Reason>, factor: Result<f64, Reason>| {
        let left = left?;
        if left == 0.0 { at } else { Ok(at? + over(left, factor?, Reason::NoEarnedValue)?) }
    };
    let left_es = pd.and_then(|pd| Ok(pd - es?));
    let ed = both(at, spi);
    let left_ed = pd.and_then(|pd| Ok(pd.max(at?) - ed?));
    let pd_over = |factor: Result<f64, Reason>| pd.and_then(|pd| over(pd, factor?, Reason::NoEarnedValue));
    let time_variance = known.sv.and_then(|sv| over(sv * pd?, known.bac?, Reason::NoBudget));
    let mut figures = Figures::default();
    TimeFigures {
        at: figures.take("at", at),
        pd: figures.take("pd", pd),
        es: figures.take("es", es),
        sv_t: figures.take("sv_t", es.and_then(|es| Ok(es - at?))),
        spi_t: figures.take("spi_t", spi_t),
        sci_t: figures.take("sci_t", sci_t),
        ieac_t: figures.take("ieac_t", pd_over(spi_t)),
        eac_t_es_pf1: figures.take("eac_t_es_pf1", forecast(left_es, Ok(1.0))),
        eac_t_es_spi_t: figures.take("eac_t_es_spi_t", forecast(left_es, spi_t)),
        eac_t_es_sci_t: figures.take("eac_t_es_sci_t", forecast(left_es, sci_t)),
        ed: figures.take("ed", ed),
        eac_t_ed_pf1: figures.take("eac_t_ed_pf1", forecast(left_ed, Ok(1.0))),
        eac_t_ed_spi: figures.take("eac_t_ed_spi", forecast(left_ed, spi)),
        eac_t_ed_sci: figures.take("eac_t_ed_sci", forecast(left_ed, sci)),
        eac_t_pv_pf1: figures.take("eac_t_pv_pf1", pd.and_then(|pd| Ok(pd - time_variance?))),
        eac_t_pv_spi: figures.take("eac_t_pv_spi", pd_over(spi)),
        eac_t_pv_sci: figures.take("eac_t_pv_sci", pd_over(sci)),
        tspi: figures.take("tspi", left_es.and_then(|left| over(left, pd? - at?, Reason::NoStatusDate))),
        unknown: figures.unknown,
    }
}
