//! Costs, baselines, earned value and progress reports.

use super::figures::{Quantity, listed, why, whys};
use super::plan::rounded;
use super::words::{self, figure, head};
use super::{Contents, FIGURES, Sheets, WORDS, Written, money, names};
use crate::kernel::language::Phrase;
use planning::amount::Amount;
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

/// A cell of a figure.
fn cell(quantity: Quantity) -> Value<'static> {
    match quantity {
        Quantity::Money(centimes) => centimes.map_or(Value::Empty, Value::Hundredths),
        Quantity::Ratio(ratio) => ratio.map_or(Value::Empty, |ratio| Value::Number((ratio * 10_000.0).round() / 10_000.0)),
        Quantity::Days(days) => days.map_or(Value::Empty, rounded),
    }
}

fn amount(amount: Option<Amount>) -> Value<'static> {
    cell(Quantity::money(amount))
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
    for figure in listed(&found.project) {
        row(figure.words, cell(figure.value), figure.why)?;
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
                cell(Quantity::Ratio(cost.cpi)),
                cell(Quantity::Ratio(cost.spi)),
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
