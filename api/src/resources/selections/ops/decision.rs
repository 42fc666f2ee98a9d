//! The seed, and the decision.

use super::{SUBJECT, unexpected};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::language::{Phrase, Text};
use crate::kernel::letter::Letter;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault, Sentence};
use crate::resources::accounts;
use crate::resources::calls::{self, ApplicationStatus};
use crate::resources::events::{self, Id as EventId};
use crate::resources::selections::letters;
use crate::resources::selections::model;
use crate::resources::selections::store::{self, Row};
use crate::resources::selections::wire::{EventSelection, SeedInput};
use ::selection::choice::{ChoiceRequest, Outcome, choose};
use serde_json::json;
use std::collections::HashMap;

static UNSCORED: Sentence = Sentence {
    code: "not_scored_yet",
    phrase: Phrase {
        ar: "طلبات لم يكتمل تنقيطها: {}. أكملوها قبل نشر الاختيار.",
        fr: "Candidatures dont la notation n’est pas complète : {}. Complétez-la avant de publier.",
        en: "Applications whose scoring is not complete: {}. Complete it before publishing.",
    },
};

fn view(row: Row) -> Result<EventSelection> {
    let outcome: Option<Outcome> = row.outcome.as_ref().map(|outcome| outcome.read()).transpose()?;
    let (totals, quotas, draws) = match outcome {
        Some(Outcome { totals, quotas, draws, .. }) => (Some(totals), quotas, draws),
        None => (None, Vec::new(), Vec::new()),
    };
    Ok(EventSelection {
        event_id: row.event_id,
        seed: row.seed,
        seed_source: row.seed_source,
        seeded_at: row.created_at,
        published_at: row.published_at,
        totals,
        quotas,
        draws,
        version: row.version,
    })
}

/// What everybody may know of the selection of an event.
pub fn get(tx: &mut Read<'_>, id: EventId) -> Result<EventSelection> {
    events::read(tx, id)?;
    view(store::find(tx.conn, id)?.ok_or_else(Error::not_found)?)
}

/// What was decided upon, and who has withdrawn since, for whoever computes it again.
pub fn request(tx: &mut Read<'_>, id: EventId) -> Result<ChoiceRequest> {
    events::read(tx, id)?;
    let request = store::find(tx.conn, id)?.and_then(|row| row.request).ok_or_else(Error::not_found)?;
    Ok(request.read()?)
}

/// Makes the seed known; it stays.
pub fn put_seed(tx: &mut Write<'_>, id: EventId, input: SeedInput) -> Result<EventSelection> {
    calls::open_commission(tx, id)?;
    if let Some(row) = store::find(tx.conn, id)? {
        return if (&row.seed, &row.seed_source) == (&input.seed, &input.source) {
            view(row)
        } else {
            Err(Error::say(
                Kind::WrongState,
                "أعلنت بذرة القرعة من قبل ولا تتغير.",
                "La graine du tirage est déjà publiée : elle ne change plus.",
                "The seed of the lottery is known already: it no longer changes.",
            ))
        };
    }
    let now = tx.now;
    let row = Row {
        event_id: id,
        seed: input.seed,
        seed_source: input.source,
        request: None,
        outcome: None,
        published_at: None,
        published_by: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    store::add(tx.conn, &row)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "seed": row.seed, "source": row.seed_source })))?;
    view(row)
}

/// Decides, once: every application learns where it stands and why.
pub fn publish(tx: &mut Write<'_>, id: EventId) -> Result<EventSelection> {
    let commission = calls::open_commission(tx, id)?;
    let row = store::find(tx.conn, id)?.ok_or_else(|| {
        Error::say(
            Kind::WrongState,
            "أعلنوا بذرة القرعة قبل نشر الاختيار.",
            "Publiez d’abord la graine du tirage.",
            "Make the seed of the lottery known first.",
        )
    })?;
    if row.published_at.is_some() {
        return Err(Error::say(
            Kind::WrongState,
            "نُشر الاختيار من قبل.",
            "La sélection est déjà publiée.",
            "The selection is published already.",
        ));
    }
    let unscored = calls::entries(tx, id, &[ApplicationStatus::Eligible])?.len();
    if unscored > 0 {
        return Err(Error { fields: vec![FieldFault::expecting("", Fault::Of(&UNSCORED), unscored)], ..Error::new(Kind::WrongState) });
    }
    let entries = calls::entries(tx, id, &[ApplicationStatus::Scored])?;
    let quotas_of = calls::qualifications(tx, &commission.event, &commission.call, &entries)?;
    let request = model::request(&commission.call, &row.seed, &entries, &quotas_of);
    let outcome = choose(&request).map_err(|problem| unexpected(&problem))?;
    let decided = model::decisions(&entries, &outcome, &HashMap::new());
    calls::decide(tx, id, &decided)?;
    let next = Row {
        request: Some(Json::of(&request)?),
        outcome: Some(Json::of(&outcome)?),
        published_at: Some(tx.now),
        published_by: tx.caller.and_then(Caller::person),
        version: row.version + 1,
        updated_at: tx.now,
        ..row
    };
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "totals": outcome.totals, "seed": next.seed })))?;
    tx.publish(
        "event.selection_published",
        id.0,
        None,
        &json!({ "selected": outcome.totals.selected, "waiting": outcome.totals.waiting }),
    )?;
    let told: Vec<(AssociationId, _, _)> = decided
        .iter()
        .map(|(entry, status, decision)| {
            (entry.association_id, *status, decision.clone().view(*status, entry.score, &commission.call).explanation)
        })
        .collect();
    tell(tx, &commission.event, &told)?;
    view(next)
}

/// Writes to everybody who speaks for some associations what was decided about their applications.
///
/// # Errors
/// When the database does not answer.
pub fn tell(tx: &mut Write<'_>, event: &events::Brief, told: &[(AssociationId, ApplicationStatus, Text)]) -> Result<()> {
    let ids: Vec<AssociationId> = told.iter().map(|(id, ..)| *id).collect();
    let by_association: HashMap<AssociationId, (ApplicationStatus, &Text)> =
        told.iter().map(|(id, status, explanation)| (*id, (*status, explanation))).collect();
    let readers = accounts::readers(tx.conn, &ids)?;
    let public_url = &tx.kernel.config.public_url;
    let letter = |reader: &accounts::Reader| {
        let (status, explanation) = by_association.get(&reader.association_id)?;
        Some(letters::decided(reader, &event.name, *status, explanation, public_url))
    };
    let letters: Vec<Letter> = readers.iter().filter_map(letter).collect();
    tx.mail_all(&letters)
}
