//! Cash flows and their criteria.

use super::words;
use super::{Contents, Pen, date, plain};
use crate::kernel::language::Phrase;
use crate::resources::portfolios::CashFlowsInput;
use crate::resources::workbooks::figures::{Quantity, why};
use planning::calculations::{DateFigures, PeriodFigures};
use planning::figures::Unknown;
use print::report::{Block, Column, Fact, Form, Section};

/// What the project costs and brings in over the periods, and how that is judged.
pub fn section(pen: Pen, contents: &Contents) -> Section {
    let Some((flows, criteria)) = &contents.flows else {
        return pen.section(words::CASH_FLOWS, vec![Block::words(pen.say(words::NO_FLOWS))]);
    };
    let mut blocks = vec![Block::words(pen.say(words::DINARS))];
    if let Some(figures) = &criteria.by_period {
        blocks.extend(by_period(pen, flows, figures));
    }
    if let Some(figures) = &criteria.by_date {
        blocks.extend(by_date(pen, flows, figures));
    }
    pen.section(words::CASH_FLOWS, blocks)
}

fn by_period(pen: Pen, flows: &CashFlowsInput, figures: &PeriodFigures) -> Vec<Block> {
    let components = flows.components.iter().map(|part| {
        let sum = part.flows.iter().map(|money| money.amount).try_fold(0_i64, i64::checked_add);
        plain(vec![pen.text(&part.label), pen.cell(pen.quantity(Quantity::Money(sum)))])
    });
    let columns =
        vec![pen.figures(words::PERIOD), pen.words(words::FLOW, 1.0), pen.words(words::DISCOUNTED, 1.0), pen.words(words::CUMULATIVE, 1.0)];
    let columns = columns.into_iter().map(|column| Column { form: Form::Figure, ..column }).collect();
    let amount = |amounts: &[f64], period: usize| pen.cell(pen.quantity(Quantity::estimate(amounts.get(period).copied())));
    let periods = (0..figures.flows.len()).map(|period| {
        plain(vec![
            period.to_string(),
            amount(&figures.flows, period),
            amount(&figures.discounted, period),
            amount(&figures.cumulative_discounted, period),
        ])
    });
    vec![
        Block::Facts { facts: criteria_of(pen, flows.rate, figures) },
        Block::heading(pen.say(words::COMPONENT)),
        pen.table(vec![pen.words(words::COMPONENT, 1.0), pen.figures(words::TOTAL)], components.collect()),
        Block::heading(pen.say(words::PERIOD)),
        pen.table(columns, periods.collect()),
    ]
}

fn by_date(pen: Pen, flows: &CashFlowsInput, figures: &DateFigures) -> Vec<Block> {
    let fact = |name: Phrase, figure: &str, value: Option<String>| fact(pen, &figures.unknown, name, figure, value);
    let percent = |rate: f64| print::format::percent(rate, 2, pen.language.into());
    let rates = pen.list(figures.xirrs.iter().map(|root| percent(root.rate)));
    let number = |number: Option<f64>| number.map(|number| pen.number(number));
    let facts = vec![
        pen.fact(words::YEARLY_RATE, Form::Figure, Some(percent(flows.rate))),
        fact(words::XNPV, "xnpv", figures.xnpv_centimes.map(|centimes| pen.dinars(centimes))),
        fact(words::XIRR, "xirr", Some(rates).filter(|rates| !rates.is_empty())),
        fact(words::PAYBACK_YEARS, "payback_years", number(figures.payback_years)),
        fact(words::DISCOUNTED_PAYBACK_YEARS, "discounted_payback_years", number(figures.discounted_payback_years)),
    ];
    let rows = flows.dated_flows.iter().map(|one| {
        let label = one.label.as_ref().map(|label| pen.text(label)).unwrap_or_default();
        plain(vec![pen.cell(date(Some(one.date))), label, pen.money(one.amount)])
    });
    let columns = vec![pen.figures(words::DAY), pen.words(words::COMPONENT, 1.0), pen.figures(words::AMOUNT)];
    vec![Block::heading(pen.say(words::BY_DATE)), Block::Facts { facts }, pen.table(columns, rows.collect())]
}

/// A figure, or why it is not known.
fn fact(pen: Pen, unknown: &[Unknown], name: Phrase, figure: &str, value: Option<String>) -> Fact {
    let note = if value.is_none() { why(unknown, figure).map(|why| pen.say(why)) } else { None };
    Fact { name: pen.say(name), value, form: Form::Figure, note }
}

fn criteria_of(pen: Pen, rate: f64, figures: &PeriodFigures) -> Vec<Fact> {
    let percent = |rate: f64| print::format::percent(rate, 2, pen.language.into());
    let rates = pen.list(figures.irrs.iter().map(|root| percent(root.rate)));
    let money = |centimes: Option<i64>| centimes.map(|centimes| pen.dinars(centimes));
    let number = |number: Option<f64>| number.map(|number| pen.number(number));
    let fact = |name: Phrase, figure: &str, value: Option<String>| fact(pen, &figures.unknown, name, figure, value);
    vec![
        pen.fact(words::RATE, Form::Figure, Some(percent(rate))),
        fact(words::NPV, "npv", money(figures.npv_centimes)),
        fact(words::IRR, "irr", Some(rates).filter(|rates| !rates.is_empty())),
        fact(words::MIRR, "mirr", figures.mirr.map(percent)),
        fact(words::PAYBACK, "payback", number(figures.payback)),
        fact(words::DISCOUNTED_PAYBACK, "discounted_payback", number(figures.discounted_payback)),
        fact(words::INDEX, "profitability_index", number(figures.profitability_index)),
        fact(words::ANNUITY, "equivalent_annuity", money(figures.equivalent_annuity_centimes)),
    ]
}
