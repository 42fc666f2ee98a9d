//! What reviewers think, for the commission.

use super::reviewers::written;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{self, List, Page};
use crate::kernel::ids::PersonId;
use crate::resources::accounts;
use crate::resources::calls::{self, ApplicationId, ApplicationStatus};
use crate::resources::events::Id as EventId;
use crate::resources::reviews::model::{DISAGREEMENT, ReviewStatus, mean, spread};
use crate::resources::reviews::store::{self, Row};
use crate::resources::reviews::wire::{ApplicationReview, ApplicationScore, ScoreQuery};
use std::collections::HashMap;
use tabular::Value;

/// States of applications the commission has to do with.
const READ: [ApplicationStatus; 9] = [
    ApplicationStatus::Eligible,
    ApplicationStatus::Scored,
    ApplicationStatus::Selected,
    ApplicationStatus::Waiting,
    ApplicationStatus::Refused,
    ApplicationStatus::Confirmed,
    ApplicationStatus::Attended,
    ApplicationStatus::Absent,
    ApplicationStatus::Withdrawn,
];

/// What the reviews of an application come to.
#[derive(Default)]
pub struct Summary {
    /// Reviews that are not declined.
    pub assigned: usize,
    /// The scores that are written.
    pub totals: Vec<i64>,
}

/// The reviews of an event, summed up by application.
pub fn by_application(reviews: &[Row]) -> HashMap<ApplicationId, Summary> {
    let mut all: HashMap<ApplicationId, Summary> = HashMap::new();
    for row in reviews.iter().filter(|row| matches!(row.status, ReviewStatus::Open | ReviewStatus::Scored)) {
        all.entry(row.application_id).or_default().assigned += 1;
    }
    for (application, _, total) in written(reviews) {
        all.entry(application).or_default().totals.push(total);
    }
    all
}

/// Every application the commission has to do with, by number.
///
/// # Errors
/// `not_found`, `forbidden`, `separate_duties`.
pub fn all(tx: &mut Read<'_>, id: EventId, query: &ScoreQuery) -> Result<Vec<ApplicationScore>> {
    calls::commission(tx, id)?;
    calls::must_not_review(tx, id)?;
    let entries = calls::entries(tx, id, &READ)?;
    let mut scores = by_application(&store::of_event(tx.conn, id)?);
    let bodies: Vec<Body> = entries.iter().map(|entry| Body::Association(entry.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let of = |entry: calls::Entry| {
        let summary = scores.remove(&entry.id).unwrap_or_default();
        let spread = spread(&summary.totals);
        ApplicationScore {
            application_id: entry.id,
            number: entry.number,
            association_id: entry.association_id,
            association_name: names(Body::Association(entry.association_id)).0,
            status: entry.status,
            assigned: summary.assigned,
            scored: summary.totals.len(),
            score: mean(&summary.totals),
            spread,
            disputed: spread >= Some(DISAGREEMENT),
        }
    };
    let scores = entries.into_iter().map(of);
    Ok(scores.filter(|score| query.disputed.is_none_or(|wanted| score.disputed == wanted)).collect())
}

/// A page of the applications with their scores, by number. What is known of all of them is read anyway, since whether reviewers disagree is
/// not kept with the application.
pub fn list(tx: &mut Read<'_>, id: EventId, list: &List<ScoreQuery>) -> Result<Page<ApplicationScore>> {
    let query = &list.query;
    let after: Option<i32> = list.after()?;
    let mut all = all(tx, id, query)?;
    let total = list.counted.then(|| page::count(all.len()));
    all.retain(|score| after.is_none_or(|number| score.number > number));
    list.page(all, total, |score: &ApplicationScore| score.number)
}

/// The columns of the same as a file.
pub const COLUMNS: &[&str] = &["number", "association", "status", "assigned", "scored", "score", "spread", "disputed"];

/// The cells of a row.
pub fn cells(score: &ApplicationScore) -> Vec<Value<'_>> {
    vec![
        i64::from(score.number).into(),
        Value::Text(&score.association_name.ar),
        Value::Text(score.status.as_str()),
        i64::try_from(score.assigned).unwrap_or(i64::MAX).into(),
        i64::try_from(score.scored).unwrap_or(i64::MAX).into(),
        score.score.into(),
        score.spread.into(),
        Some(score.disputed).into(),
    ]
}

/// The reviews of an application, for the organisers and those who read everything.
pub fn of_application(tx: &mut Read<'_>, id: ApplicationId) -> Result<Vec<ApplicationReview>> {
    let entry = calls::entry(tx, id)?;
    calls::commission(tx, entry.event_id).map_err(|_| Error::not_found())?;
    calls::must_not_review(tx, entry.event_id)?;
    if !READ.contains(&entry.status) {
        return Err(Error::not_found());
    }
    let rows = store::of_application(tx.conn, id)?;
    let people: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let view = |row: Row| {
        Ok(ApplicationReview {
            id: row.id,
            person_name: names.get(&row.person_id).cloned().unwrap_or_default(),
            person_id: row.person_id,
            status: row.status,
            points: row.points.as_ref().map(|points| points.read()).transpose()?.unwrap_or_default(),
            total: row.total,
            remark: row.remark,
            updated_at: row.updated_at,
        })
    };
    rows.into_iter().map(view).collect()
}
