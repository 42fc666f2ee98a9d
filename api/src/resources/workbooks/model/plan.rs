//! The facts of a project and its schedule.

use super::words::head;
use super::{Contents, FIGURES, Sheets, WORDS, Written};
use crate::resources::activities::predecessors_in_words;
use planning::moment::Moment;
use tabular::Value;

pub fn facts(sheets: &mut Sheets, contents: &Contents) -> Written {
    let project = &contents.project;
    sheets.sheet(head::PROJECT, &[(head::FACT, WORDS), (head::VALUE, WORDS)])?;
    let partners: Vec<&str> = project.partners.iter().map(|one| one.name.in_language(sheets.language)).collect();
    let partners = partners.join("; ");
    let rows = [
        (head::NAME, sheets.text(&project.name)),
        (head::ASSOCIATION, sheets.text(&project.association.name)),
        (head::WILAYA, Value::Text(&project.wilaya_code)),
        (head::PARTICIPANTS, Value::Text(&partners)),
        (head::PURPOSE, project.purpose.as_ref().map_or(Value::Empty, |text| sheets.text(text))),
        (head::STAGE, sheets.say(project.stage.words())),
        (head::STAGE_SINCE, project.stage_since.day().into()),
        (head::STARTS_ON, project.starts_on.into()),
        (head::EXPECTED_FINISH, project.plan.finish.into()),
        (head::ACTIVITIES, project.plan.activities.into()),
        (head::PERCENT_DONE, rounded(project.plan.percent_done)),
        (head::BUDGET, Value::Hundredths(contents.costs.total.amount)),
        (head::THRESHOLD, project.variance_threshold_percent.into()),
        (head::MADE_ON, contents.today.into()),
    ];
    for (name, value) in rows {
        let name = sheets.say(name);
        sheets.row(&[name, value])?;
    }
    Ok(())
}

/// Two decimals are enough for a percentage or a number of days.
pub fn rounded(number: f64) -> Value<'static> {
    Value::Number((number * 100.0).round() / 100.0)
}

fn day(moment: Option<Moment>) -> Value<'static> {
    moment.map(|moment| moment.date).into()
}

pub fn activities(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [
        (head::CODE, 0),
        (head::ACTIVITY, WORDS),
        (head::DAYS, FIGURES),
        (head::MILESTONE, 0),
        (head::PREDECESSORS, FIGURES),
        (head::START, FIGURES),
        (head::FINISH, FIGURES),
        (head::EARLY_START, FIGURES),
        (head::EARLY_FINISH, FIGURES),
        (head::LATE_START, FIGURES),
        (head::LATE_FINISH, FIGURES),
        (head::TOTAL_FLOAT, FIGURES),
        (head::FREE_FLOAT, FIGURES),
        (head::CRITICAL, 0),
        (head::DEADLINE, FIGURES),
        (head::PERCENT_DONE, FIGURES),
        (head::ACTUAL_START, FIGURES),
        (head::ACTUAL_FINISH, FIGURES),
        (head::NOTE, WORDS),
    ];
    sheets.sheet(head::ACTIVITIES, &columns)?;
    let found = &contents.schedule;
    let minutes = found.schedule.minutes_per_day as f64;
    for (activity, scheduled) in found.network.activities.iter().zip(&found.schedule.activities) {
        let content = &activity.content;
        let predecessors = predecessors_in_words(&content.predecessors);
        let row = [
            Value::Text(&content.code),
            sheets.text(&content.name),
            rounded(scheduled.duration_minutes as f64 / minutes),
            sheets.yes(content.milestone),
            Value::Text(&predecessors),
            day(scheduled.start),
            day(scheduled.finish),
            day(scheduled.early_start),
            day(scheduled.early_finish),
            day(scheduled.late_start),
            day(scheduled.late_finish),
            rounded(scheduled.total_float_days),
            rounded(scheduled.free_float_days),
            sheets.yes(scheduled.critical),
            day(content.deadline),
            content.percent_done.map_or(Value::Empty, rounded),
            day(content.actual_start),
            day(content.actual_finish),
            content.note.as_deref().into(),
        ];
        sheets.row(&row)?;
    }
    Ok(())
}
