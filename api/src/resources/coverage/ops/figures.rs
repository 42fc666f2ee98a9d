//! How many presidents in office are trained.

use super::{Gathered, asked, wilayas};
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::resources::coverage::model::{self, Counts, CoverageBreakdown, President, PresidentTraining};
use crate::resources::coverage::store;
use crate::resources::coverage::wire::{TrainingCoveragePart, TrainingCoverageSummary, TrainingCoverageSummaryQuery};
use crate::resources::outcomes::{LEAST_SHOWN, hidden_parts};
use std::collections::BTreeMap;

pub fn summary(tx: &mut Read<'_>, query: &TrainingCoverageSummaryQuery) -> Result<TrainingCoverageSummary> {
    let mut filter = asked(tx, query.as_of, query.course_id)?;
    let in_charge = query.in_charge == Some(true);
    if in_charge {
        filter.wilayas = wilayas(&tx.scope, &[]);
    }
    let complete = in_charge || tx.scope == Scope::All;
    let by = query.by.unwrap_or(CoverageBreakdown::Wilaya);
    let files = store::by_place(tx.conn, &filter)?;
    let sectors = match by {
        CoverageBreakdown::CraftSector => store::by_sector(tx.conn, &filter)?,
        _ => BTreeMap::new(),
    };
    let gathered = Gathered::read(tx, &filter)?;
    let presidents: Vec<(&President, PresidentTraining)> =
        gathered.presidents.iter().map(|president| (president, gathered.training(president))).collect();
    let (whole, parts) = model::count(by, &files, &sectors, &presidents);
    let open = |code: &str| match (&tx.scope, by) {
        (Scope::Wilayas(own), CoverageBreakdown::Wilaya) => own.iter().any(|one| one == code),
        _ => false,
    };
    let [led, trained, enrolled, without_certificate] = whole.figures().map(|count| Some(count).filter(|count| complete || enough(*count)));
    Ok(TrainingCoverageSummary {
        as_of: filter.day,
        course_id: query.course_id,
        by,
        complete,
        least_shown: LEAST_SHOWN,
        associations: whole.associations,
        presidents: led,
        trained,
        enrolled,
        without_certificate,
        parts: shown(parts, |code| complete || open(code)),
        computed: model::computed(),
    })
}

fn enough(count: usize) -> bool {
    count == 0 || count >= LEAST_SHOWN
}

/// The parts without what is of few, and without what would tell it; those that are open are known to the reader anyway.
fn shown(parts: Vec<(String, Counts)>, open: impl Fn(&str) -> bool) -> Vec<TrainingCoveragePart> {
    let closed: Vec<usize> = (0..parts.len()).filter(|place| !open(&parts[*place].0)).collect();
    let hides: [Vec<bool>; 4] = std::array::from_fn(|figure| {
        let counts: Vec<usize> = closed.iter().map(|place| parts[*place].1.figures()[figure]).collect();
        hidden_parts(&counts)
    });
    let mut hidden = vec![[false; 4]; parts.len()];
    for (row, place) in closed.iter().enumerate() {
        hidden[*place] = std::array::from_fn(|figure| hides[figure][row]);
    }
    let part = |((code, counts), hidden): ((String, Counts), [bool; 4])| {
        let figures = counts.figures();
        let figure = |place: usize| Some(figures[place]).filter(|_| !hidden[place]);
        TrainingCoveragePart {
            code,
            associations: counts.associations,
            presidents: figure(0),
            trained: figure(1),
            enrolled: figure(2),
            without_certificate: figure(3),
        }
    };
    parts.into_iter().zip(hidden).map(part).collect()
}
