//! Every line of SQL about who took part.

use super::model::Attended;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{event_application_sectors, event_application_steps, event_applications, events};
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::calls::ApplicationStatus;
use crate::resources::events::Scale;
use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

diesel::alias!(event_application_steps as later: Later);

/// What is asked.
#[derive(Debug)]
pub struct Filter {
    /// First and last day on which the events begin.
    pub begins: (NaiveDate, NaiveDate),
    /// Steps from then on are not known yet.
    pub before: Instant,
    pub wilayas: Option<Vec<String>>,
    pub sectors: Vec<String>,
    pub scales: Vec<Scale>,
}

/// The rows of those who were there by the last step that was known.
macro_rules! attended {
    ($filter:expr, $columns:expr) => {{
        use event_application_steps as s;
        use event_applications as a;
        use events as e;
        let filter: &Filter = $filter;
        let superseded = later
            .filter(later.field(s::application_id).eq(s::application_id))
            .filter(later.field(s::id).gt(s::id))
            .filter(later.field(s::at).lt(filter.before))
            .select(later.field(s::id));
        let mut query = s::table
            .inner_join(a::table.on(a::id.eq(s::application_id)))
            .inner_join(e::table.on(e::id.eq(a::event_id)))
            .filter(e::starts_on.ge(filter.begins.0))
            .filter(e::starts_on.le(filter.begins.1))
            .filter(s::to_status.eq(ApplicationStatus::Attended))
            .filter(s::at.lt(filter.before))
            .filter(not(exists(superseded)))
            .select($columns)
            .into_boxed();
        if let Some(wilayas) = &filter.wilayas {
            query = query.filter(a::wilaya_code.eq_any(wilayas.clone()));
        }
        if !filter.scales.is_empty() {
            query = query.filter(e::scale.eq_any(filter.scales.clone()));
        }
        if !filter.sectors.is_empty() {
            use event_application_sectors as w;
            let brought = w::table.filter(w::sector_code.eq_any(filter.sectors.clone())).select(w::application_id);
            query = query.filter(a::id.eq_any(brought));
        }
        query
    }};
}

/// Distinct associations that took part, by identifier.
pub fn associations(conn: &mut AnyConnection, filter: &Filter) -> Result<Vec<AssociationId>> {
    use event_applications as a;
    Ok(attended!(filter, a::association_id).distinct().order(a::association_id).load(conn)?)
}

/// Who took part in what; of some associations when they are named.
pub fn attended(conn: &mut AnyConnection, filter: &Filter, of: Option<&[AssociationId]>) -> Result<Vec<Attended>> {
    use event_applications as a;
    use events as e;
    let mut query = attended!(filter, (a::association_id, e::id, a::wilaya_code, e::kind, e::scale, e::starts_on, e::ends_on)).order((
        e::starts_on,
        e::id,
        a::association_id,
    ));
    if let Some(ids) = of {
        query = query.filter(a::association_id.eq_any(ids.to_vec()));
    }
    Ok(query.load(conn)?)
}
