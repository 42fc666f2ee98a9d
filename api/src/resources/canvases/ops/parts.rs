//! What the project asks of its canvases.

use crate::kernel::access::allowed::Write;
use crate::kernel::error::Result;
use crate::resources::canvases::model::{Board, Canvas, Content, ElementInput, NoteInput, TargetKind};
use crate::resources::canvases::store;
use crate::resources::projects::{Brief, Id as ProjectId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Copies both canvases; named versions stay behind. Partners are not copied, so links to them are dropped.
pub fn copy(tx: &mut Write<'_>, from: ProjectId, to: &Brief) -> Result<()> {
    copy_board::<NoteInput>(tx, from, to.id, Canvas::BusinessModel, |note| note.links.retain(|link| link.kind != TargetKind::Partner))?;
    copy_board::<ElementInput>(tx, from, to.id, Canvas::ValueProposition, |_| {})
}

fn copy_board<C: Content + Serialize + DeserializeOwned>(
    tx: &mut Write<'_>,
    from: ProjectId,
    to: ProjectId,
    kind: Canvas,
    change: impl Fn(&mut C),
) -> Result<()> {
    let (mut board, _): (Board<C>, _) = store::find(tx.conn, from, kind)?;
    if board.cards.is_empty() {
        return Ok(());
    }
    for card in &mut board.cards {
        card.version = 1;
        change(&mut card.content);
    }
    let now = tx.now;
    // The first version somebody writes.
    store::save(tx.conn, to, kind, (&board, 2), now)
}

/// Canvases have no dates.
pub fn restarted(_: &mut Write<'_>, _: &Brief) -> Result<()> {
    Ok(())
}

/// Drops links to what is gone.
pub fn forget(tx: &mut Write<'_>, id: ProjectId, gone: &[Uuid]) -> Result<()> {
    let (mut board, version) = store::find::<NoteInput>(tx.conn, id, Canvas::BusinessModel)?;
    let mut changed = false;
    for card in &mut board.cards {
        let before = card.content.links.len();
        card.content.links.retain(|link| !gone.contains(&link.id));
        if card.content.links.len() < before {
            card.version += 1;
            changed = true;
        }
    }
    let now = tx.now;
    if changed { store::save(tx.conn, id, Canvas::BusinessModel, (&board, version + 1), now) } else { Ok(()) }
}
