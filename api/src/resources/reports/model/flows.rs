//! Cash flows and their criteria.

use super::words;
use super::{Contents, Pen, plain};
use crate::kernel::language::Phrase;
use crate::resources::workbooks::figures::{Quantity, why};
use planning::calculations::PeriodFigures;
use print::report::{Block, Fact, Form, Mark, Row, Section};

/// What the project costs and brings in over the periods, and how that is judged.
pub fn section(pen: Pen, contents: &Contents) -> Section {
    let Some((flows, criteria)) = &contents.flows else {
        return pen.section(words::CASH_FLOWS, vec![Block::words(pen.say(words::NO_FLOWS))]);
    };
    let figures = criteria.by_period.clone().unwrap_or_default();
    let components = flows.components.iter().map(|part| {
        let sum = part.flows.iter().map(|money| money.amount).try_fold(0_i64, i64::checked_add);
        plain(vec![pen.text(&part.label), pen.cell(pen.quantity(Quantity::Money(sum)))])
    });
    let parts = pen.table(vec![pen.words(words::COMPONENT, 1.0), pen.figures(words::TOTAL)], components.collect());
    let columns =
        vec![pen.figures(words::PERIOD), pen.words(words::FLOW, 1.0), pen.words(words::DISCOUNTED, 1.0), pen.words(words::CUMULATIVE, 1.0)];
    let columns = columns.into_iter().map(|column| print::report::Column { form: Form::Figure, ..column }).collect();
    let amount = |amounts: &[f64], period: usize| pen.cell(pen.quantity(Quantity::estimate(amounts.get(period).copied())));
    let periods = (0..figures.flows.len()).map(|period| Row {
        cells: vec![
            period.to_string(),
            amount(&figures.flows, period),
            amount(&figures.discounted, period),
            amount(&figures.cumulative_discounted, period),
        ],
        mark: Mark::None,
    });
    let blocks = vec![
        Block::words(pen.say(words::DINARS)),
        Block::Facts { facts: criteria_of(pen, flows.rate, &figures) },
        Block::heading(pen.say(words::COMPONENT)),
        parts,
        Block::heading(pen.say(words::PERIOD)),
        pen.table(columns, periods.collect()),
    ];
    pen.section(words::CASH_FLOWS, blocks)
}

fn criteria_of(pen: Pen, rate: f64, figures: &PeriodFigures) -> Vec<Fact> {
    let percent = |rate: f64| print::format::percent(rate, 2, pen.language.into());
    let rates = pen.list(figures.irrs.iter().map(|root| percent(root.rate)));
    let money = |centimes: Option<i64>| centimes.map(|centimes| pen.dinars(centimes));
    let number = |number: Option<f64>| number.map(|number| pen.number(number));
    let fact = |name: Phrase, figure: &str, value: Option<String>| Fact {
        name: pen.say(name),
        note: if value.is_none() { why(&figures.unknown, figure).map(|why| pen.say(why)) } else { None },
        value,
        form: Form::Figure,
    };
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
