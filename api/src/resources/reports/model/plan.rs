//! The facts of a project, its team, its schedule.

use super::scale::Span;
use super::words::{self, figure, head};
use super::{Contents, Head, Pen, date, plain};
use crate::resources::activities::Id as ActivityId;
use chrono::NaiveDate;
use print::report::{Bar, Block, Form, Gantt, Key, Look, Mark, Row, Section};
use std::collections::HashMap;

/// Most bars of a drawing: beyond that nobody follows them.
const MOST_BARS: usize = 120;

/// What a project is, in a few facts.
pub fn short_facts(pen: Pen, head: &Head) -> Vec<Block> {
    let project = &head.project;
    let facts = vec![
        pen.fact(head::NAME, Form::Words, Some(pen.text(&project.name))),
        pen.fact(head::ASSOCIATION, Form::Words, Some(pen.text(&head.association))),
        pen.fact(head::STAGE, Form::Words, Some(pen.say(project.stage.words()))),
        pen.fact(head::THRESHOLD, Form::Figure, Some(pen.number(project.threshold_percent))),
    ];
    vec![Block::Facts { facts }]
}

/// The facts and the team.
pub fn facts(pen: Pen, contents: &Contents) -> Section {
    let project = &contents.project;
    let partners = pen.list(project.partners.iter().map(|one| pen.text(&one.name)));
    let mut stage = pen.fact(head::STAGE, Form::Words, Some(pen.say(project.stage.words())));
    stage.note = Some(format!("{} {}", pen.say(words::SINCE), pen.language.day(project.stage_since.day())));
    let facts = vec![
        pen.fact(head::NAME, Form::Words, Some(pen.text(&project.name))),
        pen.fact(head::ASSOCIATION, Form::Words, Some(pen.text(&project.association.name))),
        pen.fact(words::WILAYA, Form::Words, contents.wilaya.as_ref().map(|name| pen.text(name))),
        pen.fact(head::PARTICIPANTS, Form::Words, Some(partners).filter(|names| !names.is_empty())),
        pen.fact(head::PURPOSE, Form::Words, project.purpose.as_ref().map(|text| pen.text(text))),
        stage,
        pen.fact(head::STARTS_ON, Form::Words, project.starts_on.map(|day| pen.language.day(day))),
        pen.fact(head::EXPECTED_FINISH, Form::Words, project.plan.finish.map(|day| pen.language.day(day))),
        pen.fact(head::ACTIVITIES, Form::Figure, Some(pen.number(project.plan.activities as f64))),
        pen.fact(head::PERCENT_DONE, Form::Figure, Some(pen.number(project.plan.percent_done))),
        pen.fact(head::BUDGET, Form::Figure, Some(pen.money(contents.costs.total))),
    ];
    let associations: HashMap<_, _> = [&project.association].into_iter().chain(&project.partners).map(|one| (one.id, &one.name)).collect();
    let member = |one: &crate::resources::projects::TeamMember| {
        let association = associations.get(&one.association_id).map(|name| pen.text(name));
        plain(vec![one.name.clone(), pen.cell(association), pen.say(words::access(one.access))])
    };
    let columns = vec![pen.words(words::PERSON, 2.0), pen.words(head::ASSOCIATION, 3.0), pen.words(words::RIGHT, 1.0)];
    let blocks =
        vec![Block::Facts { facts }, Block::heading(pen.say(words::TEAM)), pen.table(columns, contents.team.iter().map(member).collect())];
    pen.section(head::PROJECT, blocks)
}

/// The activities as a table and as bars.
pub fn schedule(pen: Pen, contents: &Contents) -> Section {
    let found = &contents.schedule;
    let minutes = found.schedule.minutes_per_day as f64;
    let columns = vec![
        pen.figures(head::CODE),
        pen.words(head::ACTIVITY, 1.0),
        pen.figures(words::SHORT_DAYS),
        pen.figures(head::START),
        pen.figures(head::FINISH),
        pen.figures(words::SHORT_FLOAT),
        pen.figures(words::SHORT_DONE),
        pen.words(head::CRITICAL, 0.2),
    ];
    let rows = found.network.activities.iter().zip(&found.schedule.activities).map(|(activity, scheduled)| Row {
        cells: vec![
            activity.content.code.clone(),
            pen.text(&activity.content.name),
            pen.number(scheduled.duration_minutes as f64 / minutes),
            pen.cell(date(scheduled.start.map(|moment| moment.date))),
            pen.cell(date(scheduled.finish.map(|moment| moment.date))),
            pen.number(scheduled.total_float_days),
            pen.percent(activity.content.percent_done.unwrap_or(0.0)),
            pen.yes(scheduled.critical),
        ],
        mark: if scheduled.critical { Mark::Alert } else { Mark::None },
    });
    let mut blocks = vec![pen.table(columns, rows.collect())];
    blocks.extend(gantt(pen, contents));
    pen.section(words::SCHEDULE, blocks)
}

/// The bars; none for a project without dates.
fn gantt(pen: Pen, contents: &Contents) -> Vec<Block> {
    let found = &contents.schedule;
    let baseline: HashMap<ActivityId, (NaiveDate, NaiveDate)> = contents
        .earned_value
        .figures
        .iter()
        .filter(|_| contents.earned_value.baseline_number.is_some())
        .flat_map(|figures| &figures.baseline.activities)
        .filter_map(|one| Some((one.id.parse().ok()?, (one.start, one.finish))))
        .collect();
    let dated: Vec<_> = found
        .network
        .activities
        .iter()
        .zip(&found.schedule.activities)
        .filter_map(|(activity, scheduled)| Some((activity, scheduled, scheduled.start?.date, scheduled.finish?.date)))
        .collect();
    let drawn = &dated[..dated.len().min(MOST_BARS)];
    let planned = |id: &ActivityId| baseline.get(id).copied();
    let days: Vec<NaiveDate> = drawn
        .iter()
        .flat_map(|(activity, _, start, finish)| {
            let planned = planned(&activity.id);
            [Some(*start), Some(*finish), planned.map(|(start, _)| start), planned.map(|(_, finish)| finish)]
        })
        .flatten()
        .collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return Vec::new() };
    let span = Span::new(*first, *last);
    let rows = drawn.iter().map(|(activity, scheduled, start, finish)| {
        let end = span.end(*finish);
        Bar {
            code: activity.content.code.clone(),
            name: pen.text(&activity.content.name),
            from: if activity.content.milestone { end } else { span.start(*start) },
            to: end,
            done: activity.content.percent_done.unwrap_or(0.0) / 100.0,
            planned: planned(&activity.id).map(|(start, finish)| (span.start(start), span.end(finish))),
            mark: if scheduled.critical { Mark::Alert } else { Mark::None },
        }
    });
    let now = span.at(contents.head.today);
    let looks = [
        (Look::Bar, head::ACTIVITY, true),
        (Look::Alert, words::CRITICAL_ACTIVITY, true),
        (Look::Done, words::DONE, true),
        (Look::Milestone, head::MILESTONE, true),
        (Look::Planned, head::BASELINE, !baseline.is_empty()),
        (Look::Now, words::TODAY, now.is_some()),
    ];
    let legend = looks.into_iter().filter(|(_, _, there)| *there).map(|(look, text, _)| Key { look, text: pen.say(text) });
    let mut blocks = vec![Block::Gantt(Gantt { ticks: span.ticks(pen.language), now, rows: rows.collect(), legend: legend.collect() })];
    if drawn.len() < dated.len() {
        blocks.push(Block::words(format!("{} {} {} {}", pen.say(words::FIRST_BARS), drawn.len(), pen.say(words::OF), dated.len())));
    }
    blocks
}

/// The looks of the lines of earned value.
pub fn lines(pen: Pen) -> [Key; 3] {
    [(Look::Grey, figure::PV), (Look::Green, figure::EV), (Look::Red, figure::AC)].map(|(look, text)| Key { look, text: pen.say(text) })
}
