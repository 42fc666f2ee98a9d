//! Elements of the value proposition.

use super::board;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::PersonId;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::canvases::model::{Board, Canvas, Card, CardId, ElementInput, ElementKind, NoteInput};
use crate::resources::canvases::store;
use crate::resources::canvases::wire::{Answered, Element, Fit, ValueProposition};
use crate::resources::projects::{Brief, Id as ProjectId};
use std::collections::HashMap;

const KIND: Canvas = Canvas::ValueProposition;

fn shown(card: Card<ElementInput>, authors: &HashMap<PersonId, String>) -> Element {
    Element {
        id: card.id,
        element: card.content,
        author_name: card.author.and_then(|id| authors.get(&id).cloned()),
        author_id: card.author,
        created_at: card.created_at,
        updated_at: card.updated_at,
        version: card.version,
    }
}

/// An element lies in the right kind of element and answers the right kind.
fn check(board: &Board<ElementInput>, own: Option<CardId>, element: &ElementInput) -> Result<()> {
    let mut faults = Faults::default();
    let kind_of = |id: CardId| board.cards.iter().find(|card| card.id == id).map(|card| card.content.kind);
    match (element.kind.parent(), element.parent_id) {
        (None, Some(_)) => faults.expecting("/parent_id", Fault::Contradiction, format!("kind = {}", element.kind)),
        (Some(_), None) => faults.add("/parent_id", Fault::Required),
        (Some(wanted), Some(parent)) if kind_of(parent) != Some(wanted) => faults.expecting("/parent_id", Fault::NoSuch, wanted),
        _ => {}
    }
    for (index, answer) in element.answers.iter().enumerate() {
        let pointer = format!("/answers/{index}");
        match element.kind.answers() {
            None => faults.expecting(pointer, Fault::Contradiction, format!("kind = {}", element.kind)),
            Some(_) if element.answers[..index].contains(answer) => faults.add(pointer, Fault::Repeated),
            Some(wanted) if kind_of(*answer) != Some(wanted) => faults.expecting(pointer, Fault::NoSuch, wanted),
            Some(_) => {}
        }
    }
    // What lies in it or answers it was written for its kind.
    if let Some(old) = own.and_then(kind_of)
        && old != element.kind
    {
        faults.expecting("/kind", Fault::NotAllowed, old);
    }
    faults.finish()
}

fn answered(board: &Board<ElementInput>, kind: ElementKind) -> Answered {
    let (all, answered) = board.answered(kind);
    Answered { all, answered }
}

fn fit(board: &Board<ElementInput>) -> Fit {
    let tasks = answered(board, ElementKind::Task);
    let difficulties = answered(board, ElementKind::Difficulty);
    let gains = answered(board, ElementKind::Gain);
    let all = tasks.all + difficulties.all + gains.all;
    let met = tasks.answered + difficulties.answered + gains.answered;
    Fit { tasks, difficulties, gains, share: (all > 0).then(|| met as f64 / all as f64) }
}

pub fn proposition(tx: &mut Read<'_>, id: ProjectId) -> Result<ValueProposition> {
    let (board, version) = board::read::<ElementInput>(tx, id, KIND)?;
    let authors = board::authors(tx, &board)?;
    let fit = fit(&board);
    Ok(ValueProposition { project_id: id, elements: board.cards.into_iter().map(|card| shown(card, &authors)).collect(), fit, version })
}

/// What is written on both canvases of a project the caller has found, in order.
pub struct Written {
    /// The notes of the business model.
    pub notes: Vec<NoteInput>,
    /// The elements of the value proposition.
    pub elements: Vec<(CardId, ElementInput)>,
    /// How well they fit.
    pub fit: Fit,
}

/// What is written on both canvases of a project the caller has found.
///
/// # Errors
/// When the database does not answer.
pub fn written(tx: &mut Read<'_>, project: &Brief) -> Result<Written> {
    let (mut notes, mut elements) = store::both::<NoteInput, ElementInput>(tx.conn, project.id)?;
    notes.sort();
    elements.sort();
    Ok(Written {
        fit: fit(&elements),
        notes: notes.cards.into_iter().map(|card| card.content).collect(),
        elements: elements.cards.into_iter().map(|card| (card.id, card.content)).collect(),
    })
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, element: CardId) -> Result<Element> {
    let (board, _) = board::read::<ElementInput>(tx, id, KIND)?;
    let card = board.cards.into_iter().find(|card| card.id == element).ok_or_else(Error::not_found)?;
    one(tx, card)
}

fn one(tx: &mut Read<'_>, card: Card<ElementInput>) -> Result<Element> {
    let authors = board::authors(tx, &Board { cards: vec![card.clone()] })?;
    Ok(shown(card, &authors))
}

pub fn add(tx: &mut Write<'_>, id: ProjectId, element: ElementInput) -> Result<Element> {
    let card = board::add(tx, id, KIND, element, |_, board, own, element| check(board, own, element))?;
    one(tx, card)
}

pub fn update(tx: &mut Write<'_>, id: ProjectId, element: CardId, expected: IfMatch, patch: &MergePatch) -> Result<Element> {
    let card = board::update(tx, (id, element), KIND, expected, patch, |_, board, own, element| check(board, own, element))?;
    one(tx, card)
}

pub fn delete(tx: &mut Write<'_>, id: ProjectId, element: CardId, expected: IfMatch) -> Result<()> {
    board::delete::<ElementInput>(tx, (id, element), KIND, expected, |board| board.remove(element))
}
