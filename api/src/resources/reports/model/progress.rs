//! The progress reports: how far the work was on their days, what was spent, who entered them.

use super::words::{self, figure, head};
use super::{Contents, Pen, plain};
use crate::resources::activities::Id as ActivityId;
use chrono::{Days, NaiveDate};
use print::format;
use print::report::{Block, Column, Form, Mark, Row, Section};
use std::collections::HashMap;

/// The reports in the order of their days.
pub fn section(pen: Pen, contents: &Contents) -> Section {
    let columns = vec![
        pen.figures(head::REPORT_DATE),
        pen.words(words::PERIOD, 1.0),
        pen.figures(words::SHORT_DONE),
        Column { form: Form::Figure, ..pen.words(figure::AC, 0.6) },
        pen.words(words::AUTHOR, 0.8),
    ];
    let weights = weights(contents);
    let all: f64 = weights.values().sum();
    let mut stands: HashMap<ActivityId, f64> = HashMap::new();
    let (mut last, mut spent) = (None, 0_i64);
    let mut rows = Vec::new();
    for (kept, author) in &contents.reports {
        let report = &kept.report;
        stands.extend(report.progress.iter().filter_map(|entry| Some((entry.activity_id, entry.percent?))));
        let done: f64 = stands.iter().filter_map(|(id, percent)| Some(weights.get(id)? * percent)).sum();
        let costs: i64 = report.costs.iter().map(|cost| cost.amount.amount).fold(0, i64::saturating_add);
        spent = spent.saturating_add(costs);
        let from = since(last, contents.project.starts_on, report.date);
        rows.push(plain(vec![
            format::date(report.date),
            format!("{} {} {} {}", pen.say(words::FROM_DAY), format::date(from), pen.say(words::TO_DAY), format::date(report.date)),
            pen.percent(if all > 0.0 { done / all } else { 0.0 }),
            pen.dinars(costs),
            pen.cell(author.clone()),
        ]));
        last = Some(report.date);
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        let blank = String::new;
        rows.push(Row { cells: vec![blank(), pen.say(words::TOTAL), blank(), pen.dinars(spent), blank()], mark: Mark::Total });
        blocks.push(Block::words(pen.say(words::DONE_BY_DURATION)));
    }
    blocks.push(pen.table(columns, rows));
    pen.section(head::REPORTS, blocks)
}

/// The duration of each activity that is in the plan: its weight in the work of the whole.
fn weights(contents: &Contents) -> HashMap<ActivityId, f64> {
    let found = &contents.schedule;
    let activities = found.network.activities.iter().zip(&found.schedule.activities);
    activities.map(|(activity, scheduled)| (activity.id, scheduled.duration_minutes as f64)).collect()
}

/// The first day a report is about: the one after the last report, or the start of the project.
fn since(last: Option<NaiveDate>, start: Option<NaiveDate>, day: NaiveDate) -> NaiveDate {
    let next = last.and_then(|last| last.checked_add_days(Days::new(1))).or(start);
    next.filter(|from| *from <= day).unwrap_or(day)
}
