//! Notes of the business model.

use super::board;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::PersonId;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::canvases::model::{Board, Canvas, Card, CardId, NoteInput, TargetKind};
use crate::resources::canvases::wire::{BusinessModel, Note};
use crate::resources::projects::{self, Brief, Id as ProjectId};
use crate::resources::{activities, budgets, partners};
use std::collections::HashMap;

const KIND: Canvas = Canvas::BusinessModel;

/// A note with the name of its author.
pub fn shown(card: Card<NoteInput>, authors: &HashMap<PersonId, String>) -> Note {
    Note {
        id: card.id,
        note: card.content,
        author_name: card.author.and_then(|id| authors.get(&id).cloned()),
        author_id: card.author,
        created_at: card.created_at,
        updated_at: card.updated_at,
        version: card.version,
    }
}

/// Links lead to parts of the same project.
fn check(tx: &mut Write<'_>, id: ProjectId, note: &NoteInput) -> Result<()> {
    let mut faults = Faults::default();
    let has = |kind| note.links.iter().any(|link| link.kind == kind);
    let mut known: Vec<(TargetKind, uuid::Uuid)> = Vec::new();
    let project = projects::read(tx, id)?;
    if has(TargetKind::Activity) {
        let plan = activities::plan(tx, &project)?;
        known.extend(plan.activities.iter().map(|activity| (TargetKind::Activity, activity.id.0)));
    }
    if has(TargetKind::CostLine) {
        known.extend(budgets::lines_of(tx, id)?.into_iter().map(|line| (TargetKind::CostLine, line)));
    }
    if has(TargetKind::Partner) {
        known.extend(partners::of(tx, id)?.into_iter().map(|partner| (TargetKind::Partner, partner)));
    }
    for (index, link) in note.links.iter().enumerate() {
        if note.links[..index].contains(link) {
            faults.add(format!("/links/{index}"), Fault::Repeated);
        } else if !known.contains(&(link.kind, link.id)) {
            faults.expecting(format!("/links/{index}/id"), Fault::NoSuch, link.id);
        }
    }
    faults.finish()
}

pub fn canvas(tx: &mut Read<'_>, id: ProjectId) -> Result<BusinessModel> {
    let project = projects::read(tx, id)?;
    canvas_of(tx, &project)
}

/// The business model of a project the caller has found.
///
/// # Errors
/// When the database does not answer.
pub fn canvas_of(tx: &mut Read<'_>, project: &Brief) -> Result<BusinessModel> {
    let (board, version) = board::of::<NoteInput>(tx, project, KIND)?;
    let authors = board::authors(tx, &board)?;
    Ok(BusinessModel { project_id: project.id, notes: board.cards.into_iter().map(|card| shown(card, &authors)).collect(), version })
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, note: CardId) -> Result<Note> {
    let (board, _) = board::read::<NoteInput>(tx, id, KIND)?;
    let card = board.cards.into_iter().find(|card| card.id == note).ok_or_else(Error::not_found)?;
    one(tx, card)
}

fn one(tx: &mut Read<'_>, card: Card<NoteInput>) -> Result<Note> {
    let authors = board::authors(tx, &Board { cards: vec![card.clone()] })?;
    Ok(shown(card, &authors))
}

pub fn add(tx: &mut Write<'_>, id: ProjectId, note: NoteInput) -> Result<Note> {
    let card = board::add(tx, id, KIND, note, |tx, _, _, note| check(tx, id, note))?;
    one(tx, card)
}

pub fn update(tx: &mut Write<'_>, id: ProjectId, note: CardId, expected: IfMatch, patch: &MergePatch) -> Result<Note> {
    let card = board::update(tx, (id, note), KIND, expected, patch, |tx, _, _, note: &NoteInput| check(tx, id, note))?;
    one(tx, card)
}

pub fn delete(tx: &mut Write<'_>, id: ProjectId, note: CardId, expected: IfMatch) -> Result<()> {
    board::delete::<NoteInput>(tx, (id, note), KIND, expected, |board| board.cards.retain(|card| card.id != note))
}
