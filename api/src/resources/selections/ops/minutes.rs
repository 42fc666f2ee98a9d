//! The minutes of the commission.

use super::unexpected;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::pdf::issued_by;
use crate::kernel::ids::PersonId;
use crate::kernel::language::Language;
use crate::resources::accounts;
use crate::resources::calls;
use crate::resources::events::Id as EventId;
use crate::resources::reviews;
use crate::resources::selections::model::minutes::{self, Contents, Line};
use crate::resources::selections::store;
use ::selection::choice::{ChoiceRequest, choose};
use print::Frame;
use print::report::Report;

/// Everything the minutes say, once the selection is published.
pub fn gather(tx: &mut Read<'_>, id: EventId) -> Result<Contents> {
    let commission = calls::commission(tx, id)?;
    let row = store::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let (Some(request), Some(published_at)) = (row.request, row.published_at) else { return Err(Error::not_found()) };
    // As it was decided, before anybody withdrew, computed again: the same request has the same answer.
    let request = ChoiceRequest { withdrawn: Vec::new(), ..request.read()? };
    let outcome = choose(&request).map_err(|problem| unexpected(&problem))?;
    let decided = store::decided(tx.conn, id, &[], None, i64::from(i32::MAX))?;
    let bodies: Vec<Body> = decided.iter().map(|row| Body::Association(row.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let line = |row: store::DecidedRow| {
        Ok(Line {
            id: row.id.to_string(),
            number: row.number.unwrap_or_default(),
            association: names(Body::Association(row.association_id)).0,
            wilaya: row.wilaya_code,
            score: row.score,
            status: row.status,
        })
    };
    let lines = decided.into_iter().map(line).collect::<Result<Vec<_>>>()?;
    let reviewers = reviews::reviewer_names(tx, id)?;
    let signed: Vec<PersonId> = row.published_by.into_iter().collect();
    let published_by = accounts::person_names(tx.conn, &signed)?.into_values().next();
    Ok(Contents {
        event: commission.event,
        call: commission.call,
        seed: row.seed,
        seed_source: row.seed_source,
        published_on: published_at.day(),
        published_by,
        reviewers,
        outcome,
        lines,
    })
}

/// The minutes as a report.
pub fn compose(contents: &Contents, language: Language) -> (Frame, Report) {
    let frame = Frame {
        language: language.into(),
        title: minutes::TITLE.in_language(language).to_owned(),
        subject: Some(contents.event.name.in_language(language).to_owned()),
        issuer: issued_by(language, minutes::COMMISSION.in_language(language)),
        number: None,
        date: contents.published_on,
    };
    (frame, minutes::report(contents, language))
}
