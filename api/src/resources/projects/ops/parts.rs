//! What the parts of a project may ask of it.

use crate::kernel::access::Body;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::projects::model::{self, Brief, PlanSummary, ProjectId};
use crate::resources::projects::store::{self, Row, people};

/// A part of projects that lies in a resource of its own.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Copies the part of one project to another, new one; `Brief` is the copy.
    pub copy: fn(&mut Write<'_>, ProjectId, &Brief) -> Result<()>,
    /// Looks at the part again after the project's start has changed; an error refuses the change.
    pub restarted: fn(&mut Write<'_>, &Brief) -> Result<()>,
    /// Forgets what the part says about what is gone: activities, cost lines, partners.
    pub forgotten: fn(&mut Write<'_>, ProjectId, &[uuid::Uuid]) -> Result<()>,
}

/// Lets every part of a project forget what is gone.
///
/// # Errors
/// When the database does not answer.
pub fn forget(tx: &mut Write<'_>, id: ProjectId, gone: &[uuid::Uuid]) -> Result<()> {
    if gone.is_empty() {
        return Ok(());
    }
    crate::resources::PROJECT_PARTS.iter().try_for_each(|part| (part.forgotten)(tx, id, gone))
}

/// A project the caller may read.
///
/// # Errors
/// `not_found`.
pub fn read(tx: &mut Read<'_>, id: ProjectId) -> Result<Brief> {
    Ok(store::find(tx.conn, &tx.scope, id)?.brief())
}

/// A project the caller may change, with everybody else who wants to change it waiting.
///
/// # Errors
/// `not_found`, `forbidden`, or `wrong_state` for a project that is over or put away.
pub fn open(tx: &mut Write<'_>, id: ProjectId) -> Result<Brief> {
    Ok(unlocked(tx, id)?.brief())
}

/// As [`open`], with the whole row.
pub fn unlocked(tx: &mut Write<'_>, id: ProjectId) -> Result<Row> {
    store::lock(tx.read.conn, id)?;
    let row = store::find(tx.read.conn, &tx.read.scope, id)?;
    if !may_edit(tx, &row)? {
        return Err(Error::new(Kind::Forbidden));
    }
    if row.archived_at.is_some() {
        return Err(Error::say(
            Kind::WrongState,
            "المشروع محفوظ في الأرشيف، استرجعه قبل تعديله.",
            "Le projet est archivé : restaurez-le avant de le modifier.",
            "The project is archived: restore it before changing it.",
        ));
    }
    if row.stage.over() {
        return Err(Error::say(
            Kind::WrongState,
            "المشروع منتهٍ ولا يعدَّل، انسخه لتبدأ من جديد.",
            "Le projet est terminé et ne se modifie plus : copiez-le pour recommencer.",
            "The project is over and no longer changes: copy it to begin again.",
        ));
    }
    Ok(row)
}

/// Whether the caller edits a project it sees: by the team, or as the owner.
///
/// # Errors
/// When the database does not answer.
pub fn may_edit(tx: &mut Read<'_>, row: &Row) -> Result<bool> {
    let Some(Body::Association(theirs)) = tx.caller.map(|caller| caller.body) else { return Ok(false) };
    let listed = match tx.caller.and_then(|caller| caller.person()) {
        Some(person) => people::listed(tx.conn, row.id, person)?,
        None => None,
    };
    Ok(model::edits(row.association_id, theirs, listed))
}

/// Keeps what the plan of a project comes to.
///
/// # Errors
/// When the database does not answer.
pub fn set_plan(tx: &mut Write<'_>, id: ProjectId, plan: &PlanSummary) -> Result<()> {
    store::set_plan(tx.conn, id, plan)
}

/// Puts an event about a project into the outbox: those in charge of the association that owns it read it in the change feed.
///
/// # Errors
/// When the database does not answer.
pub fn publish(tx: &mut Write<'_>, topic: &'static str, id: ProjectId, payload: &serde_json::Value) -> Result<()> {
    let owner = store::owner(tx.conn, id)?;
    tx.publish(topic, id.0, owner, payload)
}
