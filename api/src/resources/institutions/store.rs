use super::wire::{Institution, InstitutionInput, InstitutionKind, InstitutionQuery, NamedInstitution};
use crate::kernel::db::schema::{institution_coverage, institutions};
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = institutions, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: InstitutionId,
    kind: InstitutionKind,
    name_ar: String,
    name_fr: Option<String>,
    name_en: Option<String>,
    acronym: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    website: Option<String>,
    address: Option<String>,
    search: String,
    pub version: i64,
    created_at: Instant,
    updated_at: Instant,
}

impl Row {
    pub fn new(id: InstitutionId, input: InstitutionInput, version: i64, created_at: Instant, now: Instant) -> Self {
        let spellings: Vec<String> = input.name.parts().chain(input.acronym.as_deref()).map(text::fold).collect();
        Self {
            id,
            kind: input.kind,
            name_ar: input.name.ar,
            name_fr: input.name.fr,
            name_en: input.name.en,
            acronym: input.acronym,
            email: input.email,
            phone: input.phone,
            website: input.website,
            address: input.address,
            search: spellings.join(" | "),
            version,
            created_at,
            updated_at: now,
        }
    }
    pub fn input(&self) -> InstitutionInput {
        InstitutionInput {
            kind: self.kind,
            name: Text { ar: self.name_ar.clone(), fr: self.name_fr.clone(), en: self.name_en.clone() },
            acronym: self.acronym.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            website: self.website.clone(),
            address: self.address.clone(),
        }
    }
    pub fn created_at(&self) -> Instant {
        self.created_at
    }
    pub fn view(self, wilayas: Vec<String>) -> Institution {
        Institution {
            id: self.id,
            kind: self.kind,
            name: Text { ar: self.name_ar, fr: self.name_fr, en: self.name_en },
            acronym: self.acronym,
            email: self.email,
            phone: self.phone,
            website: self.website,
            address: self.address,
            wilayas,
            version: self.version,
        }
    }
}

pub fn find(conn: &mut AnyConnection, id: InstitutionId) -> Result<Row> {
    institutions::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn list(conn: &mut AnyConnection, filter: &InstitutionQuery, after: Option<InstitutionId>, limit: i64) -> Result<Vec<Row>> {
    let mut query = institutions::table.select(Row::as_select()).order(institutions::id).limit(limit).into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(institutions::kind.eq(kind));
    }
    if let Some(wilaya) = &filter.wilaya {
        let covering = institution_coverage::table
            .filter(institution_coverage::wilaya_code.eq(wilaya.clone()))
            .select(institution_coverage::institution_id);
        query = query.filter(institutions::id.eq_any(covering));
    }
    for word in text::search_words(filter.q.as_deref().unwrap_or_default()) {
        query = query.filter(institutions::search.like(format!("%{word}%")));
    }
    if let Some(id) = after {
        query = query.filter(institutions::id.gt(id));
    }
    Ok(query.load(conn)?)
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

/// Some institutions by name; one that is not there has its identifier for a name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut AnyConnection, ids: &[InstitutionId]) -> Result<impl Fn(InstitutionId) -> NamedInstitution + use<>> {
    let names = body_names(conn, ids)?;
    Ok(move |id: InstitutionId| {
        let nameless = || Text { ar: id.to_string(), fr: None, en: None };
        NamedInstitution { id, name: names.get(&id).map_or_else(nameless, |(name, _)| name.clone()) }
    })
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
