use super::model::{ActivityLine, CraftActivity, CraftDomain, CraftSector};
use crate::kernel::db::schema::{craft_activities, craft_domains, craft_sectors};
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Text;
use diesel::prelude::*;
use std::collections::HashMap;

type DomainRow = (String, String, String, String, i64);
type SectorRow = (String, String, String, String, String, String, i64);

pub fn domains(conn: &mut AnyConnection) -> Result<Vec<CraftDomain>> {
    use craft_domains as d;
    let rows: Vec<DomainRow> = d::table.select((d::code, d::name_ar, d::name_fr, d::name_en, d::version)).order(d::code).load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(code, ar, fr, en, version)| CraftDomain { code, name: Text { ar, fr: Some(fr), en: Some(en) }, version })
        .collect())
}

pub fn sectors(conn: &mut AnyConnection, domain: Option<&str>) -> Result<Vec<CraftSector>> {
    use craft_sectors as s;
    let mut query = s::table
        .select((s::code, s::domain_code, s::name_ar, s::name_fr, s::name_en, s::label_source, s::version))
        .order(s::code)
        .into_boxed();
    if let Some(domain) = domain {
        query = query.filter(s::domain_code.eq(domain.to_owned()));
    }
    let rows: Vec<SectorRow> = query.load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(code, domain_code, ar, fr, en, label_source, version)| CraftSector {
            code,
            domain_code,
            name: Text { ar, fr: Some(fr), en: Some(en) },
            label_source,
            version,
        })
        .collect())
}

fn matching(sector: Option<&str>, words: &[String]) -> craft_activities::BoxedQuery<'static, MultiBackend> {
    use craft_activities as a;
    let mut query = a::table.into_boxed();
    if let Some(sector) = sector {
        query = query.filter(a::sector_code.eq(sector.to_owned()));
    }
    for word in words {
        query = query.filter(a::search.like(format!("%{word}%")));
    }
    query
}

/// How many activities match.
pub fn activity_total(conn: &mut AnyConnection, sector: Option<&str>, words: &[String]) -> Result<i64> {
    Ok(matching(sector, words).count().get_result(conn)?)
}

/// Activities that match, by code; at most `limit`.
pub fn activities(
    conn: &mut AnyConnection,
    sector: Option<&str>,
    words: &[String],
    after: Option<String>,
    limit: i64,
) -> Result<Vec<CraftActivity>> {
    use craft_activities as a;
    let mut query = matching(sector, words).order(a::code).limit(limit);
    if let Some(code) = after {
        query = query.filter(a::code.gt(code));
    }
    type Row = (String, String, String, Option<String>, Option<String>, String, i64);
    let shown = (a::code, a::sector_code, a::name_ar, a::name_fr, a::name_en, a::source, a::version);
    let rows: Vec<Row> = query.select(shown).load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(code, sector_code, ar, fr, en, source, version)| CraftActivity {
            code,
            sector_code,
            name: Text { ar, fr, en },
            source,
            version,
        })
        .collect())
}

/// The French and the English name, or the Arabic one.
fn labels(name: &Text) -> (&str, &str) {
    (name.fr.as_deref().unwrap_or(&name.ar), name.en.as_deref().unwrap_or(&name.ar))
}

pub fn save_domain(conn: &mut AnyConnection, code: &str, version: i64, name: &Text, now: Instant) -> Result<()> {
    use craft_domains as d;
    let (fr, en) = labels(name);
    one_changed(
        diesel::update(d::table.find(code).filter(d::version.eq(version)))
            .set((d::name_ar.eq(&name.ar), d::name_fr.eq(fr), d::name_en.eq(en), d::version.eq(version + 1), d::updated_at.eq(now)))
            .execute(conn)?,
    )
}

pub fn save_sector(conn: &mut AnyConnection, code: &str, version: i64, (name, source): (&Text, &str), now: Instant) -> Result<()> {
    use craft_sectors as s;
    let (fr, en) = labels(name);
    one_changed(
        diesel::update(s::table.find(code).filter(s::version.eq(version)))
            .set((
                s::name_ar.eq(&name.ar),
                s::name_fr.eq(fr),
                s::name_en.eq(en),
                s::label_source.eq(source),
                s::version.eq(version + 1),
                s::updated_at.eq(now),
            ))
            .execute(conn)?,
    )
}

pub fn known_activities(conn: &mut AnyConnection, codes: &[String]) -> Result<HashMap<String, (ActivityLine, i64)>> {
    use craft_activities as a;
    type Row = (String, String, Option<String>, Option<String>, i64);
    let rows: Vec<Row> =
        a::table.filter(a::code.eq_any(codes)).select((a::code, a::name_ar, a::name_fr, a::name_en, a::version)).load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(code, name_ar, name_fr, name_en, version)| (code.clone(), (ActivityLine { code, name_ar, name_fr, name_en }, version)))
        .collect())
}

pub fn put_activity(conn: &mut AnyConnection, line: &ActivityLine, source: &str, version: i64, now: Instant) -> Result<()> {
    use craft_activities as a;
    let spellings: Vec<String> = [Some(&line.code), Some(&line.name_ar), line.name_fr.as_ref(), line.name_en.as_ref()]
        .into_iter()
        .flatten()
        .map(|s| text::fold(s))
        .collect();
    let values = (
        (
            a::sector_code.eq(line.code.get(..2).unwrap_or_default()),
            a::name_ar.eq(&line.name_ar),
            a::name_fr.eq(&line.name_fr),
            a::name_en.eq(&line.name_en),
        ),
        (a::source.eq(source), a::search.eq(spellings.join(" | ")), a::version.eq(version), a::updated_at.eq(now)),
    );
    if version == 1 {
        diesel::insert_into(a::table).values((a::code.eq(&line.code), values.0, values.1)).execute(conn)?;
    } else {
        one_changed(diesel::update(a::table.find(&line.code).filter(a::version.eq(version - 1))).set(values).execute(conn)?)?;
    }
    Ok(())
}

/// The domain of each sector.
///
/// # Errors
/// When the database does not answer.
pub fn sector_domains(conn: &mut AnyConnection) -> Result<HashMap<String, String>> {
    Ok(craft_sectors::table.select((craft_sectors::code, craft_sectors::domain_code)).load::<(String, String)>(conn)?.into_iter().collect())
}

/// The sector of each activity among some codes; codes of nothing are left out.
///
/// # Errors
/// When the database does not answer.
pub fn activity_sectors(conn: &mut AnyConnection, codes: &[String]) -> Result<HashMap<String, String>> {
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    use craft_activities as a;
    Ok(a::table.filter(a::code.eq_any(codes)).select((a::code, a::sector_code)).load::<(String, String)>(conn)?.into_iter().collect())
}

/// Every sector with its names.
///
/// # Errors
/// When the database does not answer.
pub fn sector_names(conn: &mut AnyConnection) -> Result<Vec<(String, Text)>> {
    Ok(sectors(conn, None)?.into_iter().map(|sector| (sector.code, sector.name)).collect())
}

/// Every activity with its names.
///
/// # Errors
/// When the database does not answer.
pub fn activity_names(conn: &mut AnyConnection) -> Result<Vec<(String, Text)>> {
    use craft_activities as a;
    type Row = (String, String, Option<String>, Option<String>);
    let rows: Vec<Row> = a::table.select((a::code, a::name_ar, a::name_fr, a::name_en)).order(a::code).load(conn)?;
    Ok(rows.into_iter().map(|(code, ar, fr, en)| (code, Text { ar, fr, en })).collect())
}

pub fn domain(conn: &mut AnyConnection, code: &str) -> Result<CraftDomain> {
    domains(conn)?.into_iter().find(|domain| domain.code == code).ok_or_else(Error::not_found)
}

pub fn sector(conn: &mut AnyConnection, code: &str) -> Result<CraftSector> {
    sectors(conn, None)?.into_iter().find(|sector| sector.code == code).ok_or_else(Error::not_found)
}
