//! Named versions of the business model, and what they differ in.

use super::board;
use super::notes::shown;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::resources::accounts;
use crate::resources::canvases::model::{Board, Canvas, NoteInput};
use crate::resources::canvases::store::{self, VersionRow};
use crate::resources::canvases::wire::{
    CanvasComparison, CanvasVersion, CanvasVersionInput, CanvasVersionSummary, ChangedNote, ComparisonQuery, Note,
};
use crate::resources::projects::{self, Id as ProjectId};
use serde_json::json;

pub fn name(tx: &mut Write<'_>, id: ProjectId, input: CanvasVersionInput) -> Result<CanvasVersion> {
    projects::open(tx, id)?;
    let (board, _) = store::find::<NoteInput>(tx.conn, id, Canvas::BusinessModel)?;
    let row = VersionRow {
        project_id: id,
        number: store::last_number(tx.conn, id)? + 1,
        name: input.name,
        at: tx.now,
        person_id: tx.caller.and_then(Caller::person),
        document: Json::of(&board)?,
    };
    store::keep_version(tx.conn, &row)?;
    let after = json!({ "number": row.number, "name": row.name });
    tx.audit(("canvas_version", &format!("{id}/{}", row.number)), None, Some(&after))?;
    projects::publish(tx, "project.canvas_version_named", id, &after)?;
    view(tx, row)
}

fn notes(tx: &mut Read<'_>, mut board: Board<NoteInput>) -> Result<Vec<Note>> {
    board.sort();
    let authors = board::authors(tx, &board)?;
    Ok(board.cards.into_iter().map(|card| shown(card, &authors)).collect())
}

fn view(tx: &mut Read<'_>, row: VersionRow) -> Result<CanvasVersion> {
    let notes = notes(tx, row.document.read()?)?;
    Ok(CanvasVersion { number: row.number, name: row.name, at: row.at, notes })
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, number: i64) -> Result<CanvasVersion> {
    projects::read(tx, id)?;
    let row = store::version(tx.conn, id, number)?;
    view(tx, row)
}

/// The named versions, last first.
pub fn list(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<CanvasVersionSummary>> {
    projects::read(tx, id)?;
    let heads = store::versions(tx.conn, id)?;
    let people: Vec<_> = heads.iter().filter_map(|(.., person)| *person).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let view = |(number, name, at, person_id): store::VersionHead| CanvasVersionSummary {
        number,
        name,
        at,
        person_name: person_id.and_then(|id| names.get(&id).cloned()),
        person_id,
    };
    Ok(heads.into_iter().map(view).collect())
}

pub fn compare(tx: &mut Read<'_>, id: ProjectId, query: &ComparisonQuery) -> Result<CanvasComparison> {
    projects::read(tx, id)?;
    let row = store::version(tx.conn, id, query.from)?;
    let before = notes(tx, row.document.read()?)?;
    let after = match query.to {
        Some(number) => {
            let row = store::version(tx.conn, id, number)?;
            notes(tx, row.document.read()?)?
        }
        None => {
            let (board, _) = store::find::<NoteInput>(tx.conn, id, Canvas::BusinessModel)?;
            notes(tx, board)?
        }
    };
    let mut comparison =
        CanvasComparison { from: query.from, to: query.to, added: Vec::new(), removed: Vec::new(), changed: Vec::new(), unchanged: 0 };
    for note in &after {
        match before.iter().find(|old| old.id == note.id) {
            None => comparison.added.push(note.clone()),
            Some(old) if old.note == note.note => comparison.unchanged += 1,
            Some(old) => comparison.changed.push(ChangedNote { before: old.clone(), after: note.clone() }),
        }
    }
    comparison.removed = before.into_iter().filter(|old| !after.iter().any(|note| note.id == old.id)).collect();
    Ok(comparison)
}
