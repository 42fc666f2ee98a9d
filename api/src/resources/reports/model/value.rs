//! Earned value: figures, S-curve, tables, variances.

use super::scale::{Span, levels};
use super::words::{self, figure, head};
use super::{Pen, date, names, plain, plan};
use crate::kernel::language::Text;
use crate::resources::activities::Id as ActivityId;
use crate::resources::budgets::{EarnedValueReport, Variance, VarianceState};
use crate::resources::workbooks::figures::{Quantity, listed, why};
use chrono::NaiveDate;
use planning::calculations::{PeriodEarnedValue, ProjectEarnedValue};
use planning::cost::BaselineActivity;
use print::report::{Block, Column, Curve, Curves, Fact, Form, Mark, Row, Section, Table};
use std::collections::HashMap;

/// The earned value of a project at a date.
pub fn section(pen: Pen, report: &EarnedValueReport) -> Section {
    let Some(found) = &report.figures else {
        let why = report.no_figures.map_or(words::NOTHING, words::no_figures);
        return pen.section(head::EARNED_VALUE, vec![Block::words(pen.say(why))]);
    };
    let mut blocks = vec![Block::Facts { facts: facts(pen, report, found) }, Block::heading(pen.say(words::FIGURES))];
    blocks.push(Block::words(pen.say(words::DINARS)));
    blocks.push(Block::Facts { facts: figures(pen, found) });
    blocks.extend(curve(pen, report.date, found));
    blocks.push(Block::heading(pen.say(words::BY_ACTIVITY)));
    blocks.push(by_activity(pen, report, found));
    blocks.push(Block::heading(pen.say(words::VARIANCES)));
    blocks.push(variances(pen, report));
    pen.section(head::EARNED_VALUE, blocks)
}

fn facts(pen: Pen, report: &EarnedValueReport, found: &ProjectEarnedValue) -> Vec<Fact> {
    let mut baseline = pen.fact(head::BASELINE, Form::Figure, report.baseline_number.map(|number| number.to_string()));
    if report.baseline_number.is_none() {
        (baseline.value, baseline.note) = (None, Some(pen.say(words::PRESENT_PLAN)));
    }
    let mut forecast = pen.fact(head::FORECAST_FINISH, Form::Figure, date(found.forecast_finish));
    if found.forecast_finish.is_none() {
        let why = why(&found.project.time.unknown, "ieac_t").unwrap_or_else(|| words::reason(planning::figures::Reason::TooLarge));
        (forecast.value, forecast.note) = (None, Some(pen.say(why)));
    }
    vec![
        pen.fact(head::STATUS_DATE, Form::Figure, date(Some(report.date))),
        baseline,
        pen.fact(head::BASELINE_START, Form::Figure, date(Some(found.planned_start))),
        pen.fact(head::BASELINE_FINISH, Form::Figure, date(Some(found.planned_finish))),
        forecast,
    ]
}

fn figures(pen: Pen, found: &ProjectEarnedValue) -> Vec<Fact> {
    let fact = |figure: crate::resources::workbooks::figures::Figure| Fact {
        name: pen.say(figure.words),
        value: pen.quantity(figure.value),
        form: Form::Figure,
        note: figure.why.map(|why| pen.say(why)),
    };
    listed(&found.project).into_iter().map(fact).collect()
}

/// The amount of a period in one of the lines.
type Amount = fn(&PeriodEarnedValue) -> Option<i64>;

/// The S-curve; none where nothing was planned, earned or spent.
fn curve(pen: Pen, status: NaiveDate, found: &ProjectEarnedValue) -> Vec<Block> {
    let amounts: [Amount; 3] = [|one| Some(one.cumulative_pv), |one| one.cumulative_ev, |one| one.cumulative_ac];
    let greatest = found.periods.iter().flat_map(|one| amounts.iter().filter_map(|amount| amount(one))).max().unwrap_or(0);
    let Some(last) = found.periods.last().filter(|_| greatest > 0) else { return Vec::new() };
    let first = found.periods.first().map_or(found.planned_start, |one| one.from).min(found.planned_start);
    let span = Span::new(first, last.to);
    let (levels, top) = levels(greatest, pen.language);
    let line = |amount: Amount, until: Option<NaiveDate>| {
        // What is spent may be less than nothing after a correction: the axis ends there.
        let height = |centimes: i64| (centimes as f64 / top as f64).max(0.0);
        let points =
            found.periods.iter().map_while(|one| Some((span.end(until.map_or(one.to, |day| one.to.min(day))), height(amount(one)?))));
        [(span.start(first), 0.0)].into_iter().chain(points).collect::<Vec<_>>()
    };
    let mut until = [None, Some(status), Some(status)].into_iter();
    let lines = plan::lines(pen).into_iter().zip(amounts).map(|(key, amount)| Curve { key, points: line(amount, until.next().flatten()) });
    let lines = lines.filter(|line| line.points.len() > 1).collect();
    let curves = Curves { ticks: span.ticks(pen.language), levels, now: span.at(status), lines };
    vec![Block::heading(pen.say(words::S_CURVE)), Block::Curves(curves)]
}

/// What an activity is called in a table: code and name.
fn called(pen: Pen, names: &HashMap<ActivityId, (&str, &Text)>, id: Option<ActivityId>) -> (String, String) {
    id.and_then(|id| names.get(&id)).map_or_else(Default::default, |(code, name)| ((*code).to_owned(), pen.text(name)))
}

fn by_activity(pen: Pen, report: &EarnedValueReport, found: &ProjectEarnedValue) -> Block {
    let short = |title: &str| Column::figures(title);
    let mut columns = vec![pen.figures(head::CODE), pen.words(head::ACTIVITY, 1.0), pen.figures(head::START), pen.figures(head::FINISH)];
    columns.push(pen.figures(words::EARNED));
    columns.extend(["BAC", "PV", "EV", "AC", "CV", "SV", "CPI", "SPI"].map(short));
    let names = names(report);
    let planned: HashMap<&str, &BaselineActivity> = found.baseline.activities.iter().map(|one| (one.id.as_str(), one)).collect();
    let rows = found.activities.iter().map(|one| {
        let (code, name) = called(pen, &names, one.id.parse().ok());
        let planned = planned.get(one.id.as_str());
        let cost = &one.figures.cost;
        let mut cells = vec![code, name];
        cells.push(pen.cell(date(planned.map(|planned| planned.start))));
        cells.push(pen.cell(date(planned.map(|planned| planned.finish))));
        cells.push(pen.percent(one.percent_earned));
        let money = [cost.bac, cost.pv, cost.ev, cost.ac, cost.cv, cost.sv].map(Quantity::money);
        let ratios = [cost.cpi, cost.spi].map(Quantity::Ratio);
        cells.extend(money.into_iter().chain(ratios).map(|quantity| pen.cell(pen.quantity(quantity))));
        let late = [cost.cv, cost.sv].into_iter().flatten().any(|amount| amount.to_f64() < 0.0);
        Row { cells, mark: if late { Mark::Alert } else { Mark::None } }
    });
    Block::Table(Table { columns, rows: rows.collect(), empty: pen.say(words::NOTHING), small: true })
}

fn variances(pen: Pen, report: &EarnedValueReport) -> Block {
    let names = names(report);
    let columns = vec![
        pen.figures(head::CODE),
        pen.words(head::ACTIVITY, 1.2),
        pen.words(words::VARIANCE, 0.6),
        pen.figures(words::AMOUNT),
        Column::figures("%"),
        pen.words(words::EXPLANATION, 2.0),
    ];
    let row = |one: &VarianceState| {
        let whole = || pen.say(words::WHOLE_PROJECT);
        let (code, name) = called(pen, &names, one.activity_id);
        let kind = match one.kind {
            Variance::Cost => words::OF_COST,
            Variance::Schedule => words::OF_TIME,
        };
        let explained = one.explanation.as_ref().map(|why| {
            let action = why.action.as_deref().map(|action| format!("\n{action}")).unwrap_or_default();
            format!("{}{action}", why.cause)
        });
        Row {
            mark: if explained.is_none() { Mark::Alert } else { Mark::None },
            cells: vec![
                code,
                if one.activity_id.is_none() { whole() } else { name },
                pen.say(kind),
                pen.money(one.amount),
                pen.number(one.percent),
                explained.unwrap_or_else(|| pen.say(words::UNEXPLAINED)),
            ],
        }
    };
    let rows = report.variances.iter().map(row).collect();
    Block::Table(Table { columns, rows, empty: pen.say(words::NO_VARIANCES), small: false })
}

/// The table by period; none without figures.
pub fn by_period(pen: Pen, report: &EarnedValueReport) -> Option<Section> {
    let found = report.figures.as_ref()?;
    let columns = vec![
        pen.figures(head::FROM),
        pen.figures(head::TO),
        pen.words(figure::PV, 1.0),
        pen.words(figure::EV, 1.0),
        pen.words(figure::AC, 1.0),
    ];
    let columns = columns.into_iter().map(|column| Column { form: Form::Figure, ..column }).collect();
    let rows = found.periods.iter().map(|one| {
        let amounts = [Some(one.cumulative_pv), one.cumulative_ev, one.cumulative_ac].map(Quantity::Money);
        let dates = [one.from, one.to].map(|day| pen.cell(date(Some(day))));
        plain(dates.into_iter().chain(amounts.into_iter().map(|amount| pen.cell(pen.quantity(amount)))).collect())
    });
    Some(pen.section(head::EARNED_BY_MONTH, vec![pen.table(columns, rows.collect())]))
}
