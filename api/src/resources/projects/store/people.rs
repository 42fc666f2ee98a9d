//! The team of a project and what is said about it.

use crate::kernel::access::Role;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{grants, people, project_comments, project_members};
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::resources::projects::model::{Access, CommentId, ProjectId};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Insertable)]
#[diesel(table_name = project_comments, treat_none_as_default_value = false)]
pub struct CommentRow {
    pub id: CommentId,
    pub project_id: ProjectId,
    pub at: Instant,
    pub person_id: Option<PersonId>,
    pub role: Role,
    pub about: Option<String>,
    pub text: String,
}

/// What the team of a project says of its people.
pub fn team(conn: &mut AnyConnection, id: ProjectId) -> Result<HashMap<PersonId, Access>> {
    use project_members as m;
    let rows: Vec<(PersonId, Access)> = m::table.filter(m::project_id.eq(id)).select((m::person_id, m::access)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What the team of a project says of one person.
pub fn listed(conn: &mut AnyConnection, id: ProjectId, person: PersonId) -> Result<Option<Access>> {
    use project_members as m;
    Ok(m::table.find((id, person)).select(m::access).first(conn).optional()?)
}

pub fn set_team(conn: &mut AnyConnection, id: ProjectId, team: &[(PersonId, Access)]) -> Result<()> {
    use project_members as m;
    diesel::delete(m::table.filter(m::project_id.eq(id))).execute(conn)?;
    let rows: Vec<_> =
        team.iter().map(|(person, access)| (m::project_id.eq(id), m::person_id.eq(*person), m::access.eq(*access))).collect();
    if !rows.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(m::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// Everybody with an account who speaks for one of some associations, by name.
pub fn of_associations(conn: &mut AnyConnection, ids: &[AssociationId]) -> Result<Vec<(PersonId, String, AssociationId)>> {
    let rows: Vec<(PersonId, String, Option<AssociationId>)> = grants::table
        .inner_join(people::table)
        .filter(grants::role.eq(Role::Association))
        .filter(grants::association_id.eq_any(ids))
        .filter(grants::ended_at.is_null())
        .filter(people::disabled_at.is_null())
        .select((people::id, people::name, grants::association_id))
        .order((people::name, people::id))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, name, association)| Some((id, name, association?))).collect())
}

pub fn add_comment(conn: &mut AnyConnection, row: &CommentRow) -> Result<()> {
    diesel::insert_into(project_comments::table).values(row).execute(conn)?;
    Ok(())
}

pub fn comments(conn: &mut AnyConnection, id: ProjectId) -> Result<Vec<CommentRow>> {
    use project_comments as c;
    Ok(c::table.filter(c::project_id.eq(id)).order(c::id).load(conn)?)
}
