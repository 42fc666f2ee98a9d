//! What both canvases do with their cards.

use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::PersonId;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::accounts;
use crate::resources::canvases::model::{Board, Canvas, Card, CardId, Content, MOST_CARDS};
use crate::resources::canvases::store;
use crate::resources::projects::{self, Brief, Id as ProjectId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::HashMap;

/// A canvas, in order, with the version.
pub fn read<C: Content + DeserializeOwned>(tx: &mut Read<'_>, id: ProjectId, kind: Canvas) -> Result<(Board<C>, i64)> {
    let project = projects::read(tx, id)?;
    of(tx, &project, kind)
}

/// A canvas of a project the caller has found, in order, with the version.
pub fn of<C: Content + DeserializeOwned>(tx: &mut Read<'_>, project: &Brief, kind: Canvas) -> Result<(Board<C>, i64)> {
    let (mut board, version) = store::find::<C>(tx.conn, project.id, kind)?;
    board.sort();
    Ok((board, version))
}

/// The names of those who wrote.
pub fn authors<C>(tx: &mut Read<'_>, board: &Board<C>) -> Result<HashMap<PersonId, String>> {
    let mut people: Vec<PersonId> = board.cards.iter().filter_map(|card| card.author).collect();
    people.sort();
    people.dedup();
    accounts::person_names(tx.conn, &people)
}

/// Keeps a canvas and says what became of one card.
pub fn keep<C: Content + Serialize>(
    tx: &mut Write<'_>,
    id: ProjectId,
    kind: Canvas,
    (board, version): (&Board<C>, i64),
    (card, before, after): (CardId, Option<&Value>, Option<&Value>),
) -> Result<()> {
    let now = tx.now;
    store::save(tx.conn, id, kind, (board, version + 1), now)?;
    tx.audit((kind.as_str(), &card.to_string()), before, after)?;
    let event = json!({ "canvas": kind, "version": version + 1, "card_id": card, "deleted": after.is_none() });
    projects::publish(tx, "project.canvas_changed", id, &event)
}

/// Adds a card; `check` says what is wrong with its content on this board.
pub fn add<C: Content + Serialize + DeserializeOwned>(
    tx: &mut Write<'_>,
    id: ProjectId,
    kind: Canvas,
    mut content: C,
    check: impl FnOnce(&mut Write<'_>, &Board<C>, Option<CardId>, &C) -> Result<()>,
) -> Result<Card<C>> {
    projects::open(tx, id)?;
    let (mut board, version) = store::find::<C>(tx.conn, id, kind)?;
    if board.cards.len() >= MOST_CARDS {
        let mut faults = Faults::default();
        faults.expecting("", Fault::TooMany, MOST_CARDS);
        faults.finish()?;
    }
    check(tx, &board, None, &content)?;
    if content.order().is_none() {
        content.place(board.end());
    }
    let now = tx.now;
    let author = tx.caller.and_then(Caller::person);
    let card = Card { id: tx.new_id(), version: 1, author, created_at: now, updated_at: now, content };
    let after = serde_json::to_value(&card.content)?;
    board.cards.push(card.clone());
    keep(tx, id, kind, (&board, version), (card.id, None, Some(&after)))?;
    Ok(card)
}

/// Changes a card.
pub fn update<C: Content + Serialize + DeserializeOwned + utoipa::ToSchema>(
    tx: &mut Write<'_>,
    (id, card): (ProjectId, CardId),
    kind: Canvas,
    expected: IfMatch,
    patch: &MergePatch,
    check: impl FnOnce(&mut Write<'_>, &Board<C>, Option<CardId>, &C) -> Result<()>,
) -> Result<Card<C>> {
    projects::open(tx, id)?;
    let (mut board, version) = store::find::<C>(tx.conn, id, kind)?;
    let place = board.position(card).ok_or_else(Error::not_found)?;
    let old = board.cards[place].clone();
    expected.check(old.version)?;
    let mut content: C = patch.apply(&old.content)?;
    check(tx, &board, Some(card), &content)?;
    if content.order().is_none() {
        content.place(board.end());
    }
    let (before, after) = (serde_json::to_value(&old.content)?, serde_json::to_value(&content)?);
    let changed = Card { version: old.version + 1, updated_at: tx.now, content, ..old };
    board.cards[place] = changed.clone();
    keep(tx, id, kind, (&board, version), (card, Some(&before), Some(&after)))?;
    Ok(changed)
}

/// Deletes a card, by `remove`.
pub fn delete<C: Content + Serialize + DeserializeOwned>(
    tx: &mut Write<'_>,
    (id, card): (ProjectId, CardId),
    kind: Canvas,
    expected: IfMatch,
    remove: impl FnOnce(&mut Board<C>),
) -> Result<()> {
    projects::open(tx, id)?;
    let (mut board, version) = store::find::<C>(tx.conn, id, kind)?;
    let place = board.position(card).ok_or_else(Error::not_found)?;
    expected.check(board.cards[place].version)?;
    let before = serde_json::to_value(&board.cards[place].content)?;
    remove(&mut board);
    keep(tx, id, kind, (&board, version), (card, Some(&before), None))
}
