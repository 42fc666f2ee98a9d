//! The team, and what is said.

use super::SUBJECT;
use super::parts::{publish, unlocked};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller, Scope};
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, FieldFault};
use crate::resources::accounts;
use crate::resources::projects::model::{Access, Brief, ProjectId, edits};
use crate::resources::projects::store::people::{self, CommentRow};
use crate::resources::projects::store::{self, Row};
use crate::resources::projects::wire::{Comment, CommentInput, Project, Team, TeamInput, TeamMember};
use serde_json::json;

fn involved(tx: &mut Read<'_>, row: &Row) -> Result<Vec<AssociationId>> {
    let mut all = vec![row.association_id];
    all.extend(store::partners(tx.conn, row.id)?);
    Ok(all)
}

/// Everybody of some associations, the owner of a project among them, and what they may do in it.
fn of_associations(tx: &mut Read<'_>, id: ProjectId, owner: AssociationId, associations: &[AssociationId]) -> Result<Vec<TeamMember>> {
    let listed = people::team(tx.conn, id)?;
    let everybody = people::of_associations(tx.conn, associations)?;
    let member = |(person_id, name, association_id)| {
        let said = listed.get(&person_id).copied();
        let access = if edits(owner, association_id, said) { Access::Edit } else { Access::Read };
        TeamMember { person_id, name, association_id, access, listed: said.is_some() }
    };
    Ok(everybody.into_iter().map(member).collect())
}

fn team_of(tx: &mut Read<'_>, row: &Row) -> Result<Team> {
    let associations = involved(tx, row)?;
    let items = of_associations(tx, row.id, row.association_id, &associations)?;
    Ok(Team { items, version: row.version })
}

/// The team of a project the caller has found.
///
/// # Errors
/// When the database does not answer.
pub fn members(tx: &mut Read<'_>, project: &Project) -> Result<Vec<TeamMember>> {
    let associations: Vec<AssociationId> = [&project.association].into_iter().chain(&project.partners).map(|one| one.id).collect();
    of_associations(tx, project.id, project.association.id, &associations)
}

pub fn team(tx: &mut Read<'_>, id: ProjectId) -> Result<Team> {
    let row = store::find(tx.conn, &tx.scope, id)?;
    team_of(tx, &row)
}

pub fn set_team(tx: &mut Write<'_>, id: ProjectId, expected: IfMatch, input: &TeamInput) -> Result<Team> {
    let row = unlocked(tx, id)?;
    expected.check(row.version)?;
    if tx.caller.is_none_or(|caller| caller.body != Body::Association(row.association_id)) {
        return Err(Error::new(Kind::Forbidden));
    }
    let associations = involved(tx, &row)?;
    let there = people::of_associations(tx.conn, &associations)?;
    let mut faults = Faults::default();
    for (index, entry) in input.members.iter().enumerate() {
        let pointer = format!("/members/{index}/person_id");
        if input.members[..index].iter().any(|earlier| earlier.person_id == entry.person_id) {
            faults.add(pointer, Fault::Repeated);
        } else if !there.iter().any(|(id, ..)| *id == entry.person_id) {
            faults.expecting(pointer, Fault::NoSuch, entry.person_id);
        } else if entry.access == Access::Read && tx.caller.and_then(Caller::person) == Some(entry.person_id) {
            // Whoever sets the team keeps the right to set it: nobody is locked out.
            faults.expecting(format!("/members/{index}/access"), Fault::NotAllowed, Access::Edit);
        }
    }
    faults.finish()?;
    let team: Vec<_> = input.members.iter().map(|entry| (entry.person_id, entry.access)).collect();
    people::set_team(tx.conn, id, &team)?;
    let next = Row { version: row.version + 1, updated_at: tx.now, ..row };
    store::save(tx.conn, &next)?;
    let after = serde_json::to_value(input)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&after))?;
    publish(tx, "project.changed", id, &json!({ "team": input.members.len() }))?;
    team_of(tx, &next)
}

/// The part a comment is about, as its path below the project.
fn part(id: ProjectId, about: &str) -> Result<String> {
    let rooted = about.strip_prefix("/api/v1").unwrap_or(about);
    let below = rooted.strip_prefix(&format!("/projects/{id}/")).unwrap_or(about);
    let step = |step: &str| !step.is_empty() && step.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if below.split('/').all(step) {
        return Ok(below.to_owned());
    }
    Err(Error::invalid(vec![FieldFault::expecting("/about", Fault::WrongFormat, "network, canvas/notes/…")]))
}

pub fn comment(tx: &mut Write<'_>, id: ProjectId, input: CommentInput) -> Result<Comment> {
    store::find(tx.read.conn, &tx.read.scope, id)?;
    let about = input.about.as_deref().map(|about| part(id, about)).transpose()?;
    let role = tx.known()?.role.ok_or_else(|| Error::new(Kind::Forbidden))?;
    let row = CommentRow {
        id: tx.new_id(),
        project_id: id,
        at: tx.now,
        person_id: tx.caller.and_then(Caller::person),
        role,
        about,
        text: input.text,
    };
    people::add_comment(tx.conn, &row)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "comment": row.id, "text": row.text })))?;
    publish(tx, "project.commented", id, &json!({ "comment_id": row.id, "role": role }))?;
    let people: Vec<_> = row.person_id.into_iter().collect();
    let names = accounts::person_names(tx.conn, &people)?;
    Ok(shown(row, &names))
}

fn shown(row: CommentRow, names: &std::collections::HashMap<crate::kernel::ids::PersonId, String>) -> Comment {
    Comment {
        id: row.id,
        at: row.at,
        role: row.role,
        person_name: row.person_id.and_then(|id| names.get(&id).cloned()),
        person_id: row.person_id,
        about: row.about,
        text: row.text,
    }
}

/// What was said, first to last.
pub fn comments(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<Comment>> {
    store::find(tx.conn, &tx.scope, id)?;
    let rows = people::comments(tx.conn, id)?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    Ok(rows.into_iter().map(|row| shown(row, &names)).collect())
}

/// Who is told what happens in a project by itself.
pub struct Told {
    /// The project.
    pub project: Brief,
    /// Whether it still goes on: not over and not put away.
    pub goes_on: bool,
    /// Its team: everybody of its associations with an e-mail.
    pub people: Vec<accounts::Reader>,
}

/// A project and its team, for work of the server itself.
///
/// # Errors
/// When the database does not answer.
pub fn told(conn: &mut AnyConnection, id: ProjectId) -> Result<Told> {
    let row = store::find(conn, &Scope::All, id)?;
    let mut associations = vec![row.association_id];
    associations.extend(store::partners(conn, id)?);
    let mut people = accounts::readers(conn, &associations)?;
    people.dedup_by(|a, b| a.email == b.email);
    Ok(Told { goes_on: row.archived_at.is_none() && !row.stage.over(), project: row.brief(), people })
}
