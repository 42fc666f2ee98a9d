//! What three estimates say: the expected duration, its variance, and the chances to finish in time.

use super::words::{self, head};
use super::{Contents, Pen, date, plain};
use crate::resources::activities::Chances;
use print::report::{Block, Column, Form, Mark, Row, Section};

/// The figures of the whole, those of each activity that was estimated, and the chance of each deadline.
pub fn section(pen: Pen, contents: &Contents, chances: &Chances) -> Section {
    let found = &chances.pert;
    let facts = vec![
        pen.fact(words::EXPECTED_DURATION, Form::Figure, Some(pen.number(found.duration))),
        pen.fact(words::DURATION_VARIANCE, Form::Figure, Some(pen.number(found.variance))),
        pen.fact(words::DEVIATION, Form::Figure, Some(pen.number(found.sigma))),
        pen.fact(words::EXPECTED_PATH, Form::Figure, Some(found.critical_path.join(" \u{2013} "))),
    ];
    let blocks = vec![
        Block::Facts { facts },
        estimates(pen, contents, chances),
        Block::heading(pen.say(words::CHANCES)),
        deadlines(pen, contents, chances),
    ];
    pen.section(words::PERT, blocks)
}

fn estimates(pen: Pen, contents: &Contents, chances: &Chances) -> Block {
    let columns = vec![
        pen.figures(head::CODE),
        pen.words(head::ACTIVITY, 1.0),
        pen.figures(words::OPTIMISTIC),
        pen.figures(words::LIKELY),
        pen.figures(words::PESSIMISTIC),
        pen.figures(words::EXPECTED),
        pen.figures(words::SPREAD),
    ];
    let activities = contents.schedule.network.activities.iter().zip(&chances.pert.activities);
    let rows = activities.filter(|(activity, _)| !activity.content.milestone).filter_map(|(activity, judged)| {
        let three = activity.content.estimate?;
        let figures = [three.optimistic, three.most_likely, three.pessimistic, judged.expected, judged.variance];
        let mut cells = vec![activity.content.code.clone(), pen.text(&activity.content.name)];
        cells.extend(figures.map(|figure| pen.number(figure)));
        Some(Row { cells, mark: if judged.critical { Mark::Alert } else { Mark::None } })
    });
    pen.table(columns, rows.collect())
}

fn deadlines(pen: Pen, contents: &Contents, chances: &Chances) -> Block {
    let columns = vec![
        pen.figures(head::CODE),
        pen.words(head::ACTIVITY, 1.0),
        Column { form: Form::Figure, ..pen.words(head::DEADLINE, 0.3) },
        pen.figures(words::PROBABILITY),
    ];
    let promised = contents.earned_value.figures.as_ref().map(|figures| figures.planned_finish);
    let whole = chances.whole.map(|chance| {
        let name = format!("{} ({})", pen.say(words::WHOLE_PROJECT), pen.say(head::BASELINE_FINISH));
        plain(vec![String::new(), name, pen.cell(date(promised)), pen.percent(chance * 100.0)])
    });
    let single = chances.deadlines.iter().map(|(at, deadline, chance)| {
        let activity = &contents.schedule.network.activities[*at].content;
        let cells = [activity.code.clone(), pen.text(&activity.name), pen.cell(date(Some(deadline.date)))];
        plain(cells.into_iter().chain([pen.percent(chance * 100.0)]).collect())
    });
    let rows: Vec<Row> = whole.into_iter().chain(single).collect();
    if rows.is_empty() { Block::words(pen.say(words::NO_DEADLINES)) } else { pen.table(columns, rows) }
}
