//! Every line of SQL about networks. Whoever reads one has found its project first.

use super::model::Network;
use crate::kernel::db::schema::project_networks;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::Result;
use crate::resources::projects::Id as ProjectId;
use diesel::prelude::*;

/// Version of a network nobody has written yet.
const UNWRITTEN: i64 = 1;

/// The network of a project and its version; an empty one where nobody has written any.
pub fn find(conn: &mut AnyConnection, project: ProjectId) -> Result<(Network, i64)> {
    use project_networks as n;
    let row: Option<(Json, i64)> = n::table.find(project).select((n::document, n::version)).first(conn).optional()?;
    match row {
        Some((document, version)) => Ok((document.read()?, version)),
        None => Ok((Network::default(), UNWRITTEN)),
    }
}

/// Keeps a network as the next version.
pub fn save(conn: &mut AnyConnection, project: ProjectId, network: &Network, version: i64, now: Instant) -> Result<()> {
    use project_networks as n;
    let document = Json::of(network)?;
    if version == UNWRITTEN + 1 {
        let row = (n::project_id.eq(project), n::document.eq(document), n::version.eq(version), n::updated_at.eq(now));
        diesel::insert_into(n::table).values(row).execute(conn)?;
        return Ok(());
    }
    let there = n::table.find(project).filter(n::version.eq(version - 1));
    let set = (n::document.eq(document), n::version.eq(version), n::updated_at.eq(now));
    one_changed(diesel::update(there).set(set).execute(conn)?)
}
