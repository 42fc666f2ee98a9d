//! Every line of SQL about canvases. Whoever reads one has found its project first.

use super::model::{Board, Canvas};
use crate::kernel::db::schema::{canvas_versions, project_canvases};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::projects::Id as ProjectId;
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Version of a canvas nobody has written yet.
const UNWRITTEN: i64 = 1;

#[derive(Queryable, Insertable)]
#[diesel(table_name = canvas_versions, treat_none_as_default_value = false)]
pub struct VersionRow {
    pub project_id: ProjectId,
    pub number: i64,
    pub name: String,
    pub at: Instant,
    pub person_id: Option<PersonId>,
    pub document: Json,
}

/// Number, name, time and author of a version.
pub type VersionHead = (i64, String, Instant, Option<PersonId>);

/// A canvas and its version.
pub fn find<C: DeserializeOwned>(conn: &mut AnyConnection, project: ProjectId, kind: Canvas) -> Result<(Board<C>, i64)> {
    use project_canvases as c;
    let row: Option<(Json, i64)> = c::table.find((project, kind)).select((c::document, c::version)).first(conn).optional()?;
    match row {
        Some((document, version)) => Ok((document.read()?, version)),
        None => Ok((Board::default(), UNWRITTEN)),
    }
}

/// Both canvases.
pub fn both<N: DeserializeOwned, E: DeserializeOwned>(conn: &mut AnyConnection, project: ProjectId) -> Result<(Board<N>, Board<E>)> {
    use project_canvases as c;
    let rows: Vec<(Canvas, Json)> = c::table.filter(c::project_id.eq(project)).select((c::kind, c::document)).load(conn)?;
    let (mut notes, mut elements) = (Board::default(), Board::default());
    for (kind, document) in rows {
        match kind {
            Canvas::BusinessModel => notes = document.read()?,
            Canvas::ValueProposition => elements = document.read()?,
        }
    }
    Ok((notes, elements))
}

/// Keeps a canvas as the next version.
pub fn save<C: Serialize>(
    conn: &mut AnyConnection,
    project: ProjectId,
    kind: Canvas,
    (board, version): (&Board<C>, i64),
    now: Instant,
) -> Result<()> {
    use project_canvases as c;
    let document = Json::of(board)?;
    if version == UNWRITTEN + 1 {
        let row = (c::project_id.eq(project), c::kind.eq(kind), c::document.eq(document), c::version.eq(version), c::updated_at.eq(now));
        diesel::insert_into(c::table).values(row).execute(conn)?;
        return Ok(());
    }
    let there = c::table.find((project, kind)).filter(c::version.eq(version - 1));
    let set = (c::document.eq(document), c::version.eq(version), c::updated_at.eq(now));
    one_changed(diesel::update(there).set(set).execute(conn)?)
}

/// The number of the last version; 0 when there is none.
pub fn last_number(conn: &mut AnyConnection, project: ProjectId) -> Result<i64> {
    use canvas_versions as v;
    let last: Option<i64> = v::table.filter(v::project_id.eq(project)).select(diesel::dsl::max(v::number)).first(conn)?;
    Ok(last.unwrap_or(0))
}

pub fn keep_version(conn: &mut AnyConnection, row: &VersionRow) -> Result<()> {
    diesel::insert_into(canvas_versions::table).values(row).execute(conn)?;
    Ok(())
}

pub fn versions(conn: &mut AnyConnection, project: ProjectId) -> Result<Vec<VersionHead>> {
    use canvas_versions as v;
    let heads = v::table.filter(v::project_id.eq(project)).order(v::number.desc());
    Ok(heads.select((v::number, v::name, v::at, v::person_id)).load(conn)?)
}

pub fn version(conn: &mut AnyConnection, project: ProjectId, number: i64) -> Result<VersionRow> {
    canvas_versions::table.find((project, number)).first(conn).optional()?.ok_or_else(Error::not_found)
}
