//! Reviews as demonstration data has them.

use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::resources::calls::{ApplicationId, CallInput};
use crate::resources::events::Id as EventId;
use crate::resources::reviews::model::{self, CriterionPoints, ReviewId, ReviewStatus};
use crate::resources::reviews::store::{self, ReviewerRow, Row};
use std::collections::HashMap;

/// A review of an application to an event; still to be written without points.
///
/// # Errors
/// When points cannot be JSON.
pub fn row(
    id: ReviewId,
    (event_id, application_id): (EventId, ApplicationId),
    person_id: PersonId,
    call: &CallInput,
    points: Option<&HashMap<&str, u32>>,
    at: Instant,
) -> Result<Row> {
    let points: Option<Vec<CriterionPoints>> = points.map(|points| {
        let of = |(code, points): (&&str, &u32)| CriterionPoints { criterion: (*code).to_owned(), points: *points };
        let mut all: Vec<CriterionPoints> = points.iter().map(of).collect();
        all.sort_by(|a, b| a.criterion.cmp(&b.criterion));
        all
    });
    Ok(Row {
        id,
        event_id,
        application_id,
        person_id,
        status: if points.is_some() { ReviewStatus::Scored } else { ReviewStatus::Open },
        total: points.as_ref().and_then(|points| model::total(&call.criteria, points)),
        points: points.as_ref().map(Json::of).transpose()?,
        remark: None,
        version: 1,
        created_at: at,
        updated_at: at,
    })
}

/// Writes the reviewers of an event and their reviews.
///
/// # Errors
/// When the database does not answer.
pub fn put(conn: &mut AnyConnection, event: EventId, people: &[PersonId], at: Instant, rows: Vec<Row>) -> Result<()> {
    let none: Vec<AssociationId> = Vec::new();
    for person in people {
        let conflicts = Json::of(&none)?;
        let row = ReviewerRow {
            event_id: event,
            person_id: *person,
            at_most: None,
            conflicts,
            version: 1,
            created_at: at,
            updated_at: at,
            declared_at: None,
        };
        store::add_reviewer(conn, &row)?;
    }
    store::put_many(conn, rows)
}
