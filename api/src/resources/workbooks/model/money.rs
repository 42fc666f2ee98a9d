//! Costs, baselines, earned value and progress reports.

use super::plan::rounded;
use super::words::{self, figure, head};
use super::{Contents, FIGURES, Sheets, WORDS, Written, money, names};
use crate::kernel::language::{Language, Phrase};
use planning::amount::Amount;
use planning::calculations::EarnedValueFigures;
use planning::figures::Unknown;
use tabular::Value;

pub fn costs(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [
        (head::CODE, 0),
        (head::ACTIVITY, WORDS),
        (head::ITEM, WORDS),
        (head::QUANTITY, FIGURES),
        (head::UNIT, FIGURES),
        (head::UNIT_PRICE, FIGURES),
        (head::COST, FIGURES),
        (head::SPREAD, FIGURES),
    ];
    sheets.sheet(head::COSTS, &columns)?;
    let names = names(contents);
    for item in &contents.costs.items {
        let line = &item.line;
        let name = names.get(&line.activity_id);
        let row = [
            name.map(|(code, _)| *code).into(),
            name.map_or(Value::Empty, |(_, name)| sheets.text(name)),
            sheets.text(&line.label),
            line.quantity.into(),
            line.unit.as_deref().into(),
            money(line.unit_price),
            Value::Hundredths(item.total.amount),
            sheets.say(words::spread(line.spread)),
        ];
        sheets.row(&row)?;
    }
    Ok(())
}

pub fn baselines(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [
        (head::NUMBER, 0),
        (head::TAKEN_ON, FIGURES),
        (head::REASON, WORDS),
        (head::BUDGET, FIGURES),
        (head::FINISH, FIGURES),
        (head::TAKEN_BY, WORDS),
    ];
    sheets.sheet(head::BASELINES, &columns)?;
    for one in &contents.baselines {
        let row = [
            one.number.into(),
            one.at.day().into(),
            Value::Text(&one.reason),
            Value::Hundredths(one.budget.amount),
            one.finish.into(),
            one.person_name.as_deref().into(),
        ];
        sheets.row(&row)?;
    }
    Ok(())
}

fn amount(amount: Option<Amount>) -> Value<'static> {
    match amount {
        Some(Amount::Whole(centimes)) => Value::Hundredths(centimes),
        Some(Amount::Fraction(centimes)) => estimate(Some(centimes)),
        None => Value::Empty,
    }
}

/// A forecast in centimes, to the centime.
fn estimate(centimes: Option<f64>) -> Value<'static> {
    centimes.map_or(Value::Empty, |centimes| Value::Hundredths(centimes.round() as i64))
}

fn ratio(ratio: Option<f64>) -> Value<'static> {
    ratio.map_or(Value::Empty, |ratio| Value::Number((ratio * 10_000.0).round() / 10_000.0))
}

fn number(number: Option<f64>) -> Value<'static> {
    number.map_or(Value::Empty, rounded)
}

/// A figure: its words, its name in the reasons, and its value.
type Figure = (Phrase, &'static str, Value<'static>);

/// The figures in the order people read them.
fn listed(figures: &EarnedValueFigures) -> Vec<Figure> {
    let (cost, time) = (&figures.cost, &figures.time);
    vec![
        (figure::BAC, "bac", amount(cost.bac)),
        (figure::PV, "pv", amount(cost.pv)),
        (figure::EV, "ev", amount(cost.ev)),
        (figure::AC, "ac", amount(cost.ac)),
        (figure::CV, "cv", amount(cost.cv)),
        (figure::SV, "sv", amount(cost.sv)),
        (figure::CPI, "cpi", ratio(cost.cpi)),
        (figure::SPI, "spi", ratio(cost.spi)),
        (figure::EAC_BUDGET, "eac_budget_rate", estimate(cost.eac_budget_rate)),
        (figure::EAC_CPI, "eac_cpi", estimate(cost.eac_cpi)),
        (figure::EAC_CPI_SPI, "eac_cpi_spi", estimate(cost.eac_cpi_spi)),
        (figure::ETC, "etc_cpi", estimate(cost.etc_cpi)),
        (figure::VAC, "vac_cpi", estimate(cost.vac_cpi)),
        (figure::TCPI_BAC, "tcpi_bac", ratio(cost.tcpi_bac)),
        (figure::TCPI_EAC, "tcpi_eac", ratio(cost.tcpi_eac)),
        (figure::AT, "at", number(time.at)),
        (figure::PD, "pd", number(time.pd)),
        (figure::ES, "es", number(time.es)),
        (figure::SV_T, "sv_t", number(time.sv_t)),
        (figure::SPI_T, "spi_t", ratio(time.spi_t)),
        (figure::IEAC_T, "ieac_t", number(time.ieac_t)),
    ]
}

/// Why a figure is empty, in words.
fn why(unknown: &[Unknown], name: &str) -> Option<Phrase> {
    unknown.iter().find(|one| one.figure == name).map(|one| words::reason(one.reason))
}

/// The reasons of several figures, each once.
fn whys(figures: &EarnedValueFigures, shown: &[&str], language: Language) -> String {
    let mut all: Vec<&str> = Vec::new();
    for one in figures.cost.unknown.iter().filter(|one| shown.contains(&one.figure)) {
        let words = words::reason(one.reason).in_language(language);
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all.join("; ")
}

pub fn figures(sheets: &mut Sheets, contents: &Contents) -> Written {
    sheets.sheet(head::EARNED_VALUE, &[(head::FIGURE, WORDS), (head::VALUE, FIGURES), (head::WHY_EMPTY, WORDS)])?;
    let report = &contents.earned_value;
    let mut row = |name: Phrase, value: Value<'_>, why: Option<Phrase>| {
        let row = [sheets.say(name), value, why.map_or(Value::Empty, |why| sheets.say(why))];
        sheets.row(&row)
    };
    row(head::STATUS_DATE, report.date.into(), None)?;
    let none = report.baseline_number.is_none().then_some(words::PRESENT_PLAN);
    row(head::BASELINE, report.baseline_number.into(), none)?;
    let Some(found) = &report.figures else {
        return row(head::EARNED_VALUE, Value::Empty, report.no_figures.map(words::no_figures));
    };
    row(head::BASELINE_START, found.planned_start.into(), None)?;
    row(head::BASELINE_FINISH, found.planned_finish.into(), None)?;
    let forecast = found.forecast_finish.is_none().then(|| why(&found.project.time.unknown, "ieac_t")).flatten();
    row(head::FORECAST_FINISH, found.forecast_finish.into(), forecast)?;
    for (words, name, value) in listed(&found.project) {
        let empty = matches!(value, Value::Empty);
        let unknown = why(&found.project.cost.unknown, name).or_else(|| why(&found.project.time.unknown, name));
        row(words, value, unknown.filter(|_| empty))?;
    }
    Ok(())
}

pub fn by_activity(sheets: &mut Sheets, contents: &Contents) -> Written {
    const SHOWN: [&str; 8] = ["bac", "pv", "ev", "ac", "cv", "sv", "cpi", "spi"];
    let mut columns = vec![(head::CODE, 0), (head::ACTIVITY, WORDS), (head::BASELINE_START, FIGURES), (head::BASELINE_FINISH, FIGURES)];
    columns.push((head::PERCENT_EARNED, FIGURES));
    columns.extend([figure::BAC, figure::PV, figure::EV, figure::AC, figure::CV, figure::SV, figure::CPI, figure::SPI].map(|one| (one, 0)));
    columns.push((head::WHY_EMPTY, WORDS));
    sheets.sheet(head::EARNED_BY_ACTIVITY, &columns)?;
    let names = names(contents);
    if let Some(found) = &contents.earned_value.figures {
        for one in &found.activities {
            let name = one.id.parse().ok().and_then(|id| names.get(&id));
            let planned = found.baseline.activities.iter().find(|planned| planned.id == one.id);
            let cost = &one.figures.cost;
            let whys = whys(&one.figures, &SHOWN, sheets.language);
            let row = [
                name.map(|(code, _)| *code).into(),
                name.map_or(Value::Empty, |(_, name)| sheets.text(name)),
                planned.map(|planned| planned.start).into(),
                planned.map(|planned| planned.finish).into(),
                rounded(one.percent_earned),
                amount(cost.bac),
                amount(cost.pv),
                amount(cost.ev),
                amount(cost.ac),
                amount(cost.cv),
                amount(cost.sv),
                ratio(cost.cpi),
                ratio(cost.spi),
                Value::Text(&whys),
            ];
            sheets.row(&row)?;
        }
    }
    Ok(())
}

pub fn by_period(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [(head::FROM, FIGURES), (head::TO, FIGURES), (figure::PV, 0), (figure::EV, 0), (figure::AC, 0)];
    sheets.sheet(head::EARNED_BY_MONTH, &columns)?;
    let centimes = |amount: Option<i64>| amount.map_or(Value::Empty, Value::Hundredths);
    for one in contents.earned_value.figures.iter().flat_map(|found| &found.periods) {
        let row = [
            one.from.into(),
            one.to.into(),
            Value::Hundredths(one.cumulative_pv),
            centimes(one.cumulative_ev),
            centimes(one.cumulative_ac),
        ];
        sheets.row(&row)?;
    }
    Ok(())
}

pub fn reports(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [
        (head::REPORT_DATE, FIGURES),
        (head::CODE, 0),
        (head::ACTIVITY, WORDS),
        (head::PERCENT_DONE, FIGURES),
        (head::ACTUAL_START, FIGURES),
        (head::ACTUAL_FINISH, FIGURES),
        (head::SPENT, FIGURES),
        (head::SPENT_ON, FIGURES),
        (head::NOTE, WORDS),
    ];
    sheets.sheet(head::REPORTS, &columns)?;
    let names = names(contents);
    for report in contents.reports.iter().map(|one| &one.report) {
        let date = Value::from(report.date);
        let empty = Value::Empty;
        if let Some(note) = &report.note {
            sheets.row(&[date, empty, empty, empty, empty, empty, empty, empty, Value::Text(note)])?;
        }
        for one in &report.progress {
            let (code, name) = called(sheets, names.get(&one.activity_id));
            let (start, finish) = (one.actual_start.into(), one.actual_finish.into());
            sheets.row(&[date, code, name, rounded(one.percent.unwrap_or(0.0)), start, finish])?;
        }
        for one in &report.costs {
            let (code, name) = called(sheets, names.get(&one.activity_id));
            let on = one.date.unwrap_or(report.date).into();
            let spent = Value::Hundredths(one.amount.amount);
            sheets.row(&[date, code, name, empty, empty, empty, spent, on, one.label.as_deref().into()])?;
        }
    }
    Ok(())
}

fn called<'a>(sheets: &Sheets, name: Option<&(&'a str, &'a crate::kernel::language::Text)>) -> (Value<'a>, Value<'a>) {
    name.map_or((Value::Empty, Value::Empty), |(code, name)| (Value::Text(code), sheets.text(name)))
}
