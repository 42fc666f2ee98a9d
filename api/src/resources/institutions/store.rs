use super::model::InstitutionKind;
use crate::kernel::db::schema::{institution_coverage, institutions};
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = institutions, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: InstitutionId,
    pub kind: InstitutionKind,
    pub name_ar: String,
    pub name_fr: Option<String>,
    pub name_en: Option<String>,
    pub acronym: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub address: Option<String>,
    pub search: String,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

pub fn find(conn: &mut AnyConnection, id: InstitutionId) -> Result<Row> {
    institutions::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Which institutions: all where nothing is named.
pub struct Filter {
    pub kind: Option<InstitutionKind>,
    /// The code of a wilaya it covers.
    pub wilaya: Option<String>,
    pub words: Vec<String>,
}

fn matching(filter: &Filter) -> institutions::BoxedQuery<'static, MultiBackend> {
    let mut query = institutions::table.into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(institutions::kind.eq(kind));
    }
    if let Some(wilaya) = &filter.wilaya {
        let covering = institution_coverage::table
            .filter(institution_coverage::wilaya_code.eq(wilaya.clone()))
            .select(institution_coverage::institution_id);
        query = query.filter(institutions::id.eq_any(covering));
    }
    for word in &filter.words {
        query = query.filter(institutions::search.like(format!("%{word}%")));
    }
    query
}

pub fn list(conn: &mut AnyConnection, filter: &Filter, after: Option<InstitutionId>, limit: i64) -> Result<Vec<Row>> {
    let mut query = matching(filter).order(institutions::id).limit(limit);
    if let Some(id) = after {
        query = query.filter(institutions::id.gt(id));
    }
    Ok(query.select(Row::as_select()).load(conn)?)
}

pub fn total(conn: &mut AnyConnection, filter: &Filter) -> Result<i64> {
    Ok(matching(filter).count().get_result(conn)?)
}

/// The wilayas of some institutions, in one query.
pub fn coverage(conn: &mut AnyConnection, ids: &[InstitutionId]) -> Result<HashMap<InstitutionId, Vec<String>>> {
    use institution_coverage as c;
    let rows: Vec<(InstitutionId, String)> =
        c::table.filter(c::institution_id.eq_any(ids)).select((c::institution_id, c::wilaya_code)).order(c::wilaya_code).load(conn)?;
    let mut map: HashMap<InstitutionId, Vec<String>> = HashMap::new();
    for (id, wilaya) in rows {
        map.entry(id).or_default().push(wilaya);
    }
    Ok(map)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(institutions::table).values(row).execute(conn)?;
    Ok(())
}

pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(institutions::table.find(row.id).filter(institutions::version.eq(row.version - 1))).set(row).execute(conn)?)
}

pub fn set_coverage(conn: &mut AnyConnection, id: InstitutionId, kind: InstitutionKind, wilayas: &[String]) -> Result<()> {
    use institution_coverage as c;
    diesel::delete(c::table.filter(c::kind.eq(kind).and(c::wilaya_code.eq_any(wilayas)))).execute(conn)?;
    diesel::delete(c::table.filter(c::institution_id.eq(id))).execute(conn)?;
    for wilaya in wilayas {
        diesel::insert_into(c::table).values((c::kind.eq(kind), c::wilaya_code.eq(wilaya), c::institution_id.eq(id))).execute(conn)?;
    }
    Ok(())
}

pub fn none_yet(conn: &mut AnyConnection) -> Result<bool> {
    Ok(institutions::table.count().get_result::<i64>(conn)? == 0)
}

/// Whether there is such an institution.
///
/// # Errors
/// When the database does not answer.
pub fn exists(conn: &mut AnyConnection, id: InstitutionId) -> Result<bool> {
    Ok(kind_of(conn, id)?.is_some())
}

/// What an institution is.
///
/// # Errors
/// When the database does not answer.
pub fn kind_of(conn: &mut AnyConnection, id: InstitutionId) -> Result<Option<InstitutionKind>> {
    Ok(institutions::table.find(id).select(institutions::kind).first(conn).optional()?)
}

/// Names and wilayas of some institutions.
///
/// # Errors
/// When the database does not answer.
pub fn body_names(conn: &mut AnyConnection, ids: &[InstitutionId]) -> Result<HashMap<InstitutionId, (Text, Vec<String>)>> {
    type Named = (InstitutionId, String, Option<String>, Option<String>);
    let rows: Vec<Named> = institutions::table
        .filter(institutions::id.eq_any(ids))
        .select((institutions::id, institutions::name_ar, institutions::name_fr, institutions::name_en))
        .load(conn)?;
    let mut wilayas = coverage(conn, ids)?;
    Ok(rows.into_iter().map(|(id, ar, fr, en)| (id, (Text { ar, fr, en }, wilayas.remove(&id).unwrap_or_default()))).collect())
}

/// The first institution of a kind.
///
/// # Errors
/// When the database does not answer.
pub fn first_of(conn: &mut AnyConnection, kind: InstitutionKind) -> Result<Option<InstitutionId>> {
    let of_kind = institutions::table.filter(institutions::kind.eq(kind)).order(institutions::id).select(institutions::id);
    Ok(of_kind.first(conn).optional()?)
}

/// The name of the chamber of a wilaya.
///
/// # Errors
/// When the database does not answer.
pub fn chamber_of(conn: &mut AnyConnection, wilaya: &str) -> Result<Option<Text>> {
    let row: Option<(String, Option<String>, Option<String>)> = institutions::table
        .inner_join(institution_coverage::table)
        .filter(institution_coverage::kind.eq(InstitutionKind::Chamber))
        .filter(institution_coverage::wilaya_code.eq(wilaya))
        .select((institutions::name_ar, institutions::name_fr, institutions::name_en))
        .first(conn)
        .optional()?;
    Ok(row.map(|(ar, fr, en)| Text { ar, fr, en }))
}
