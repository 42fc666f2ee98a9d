use super::model::{CommuneInput, Division, Flag, Point, WilayaInput};
use crate::kernel::db::schema::{communes, institution_coverage, wilayas};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use crate::kernel::search;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable)]
#[diesel(table_name = wilayas)]
pub struct WilayaRow {
    pub code: String,
    name_ar: String,
    name_fr: String,
    name_en: String,
    pub name_ar_official: String,
    pub created_by: String,
    pub name_source: String,
    pub version: i64,
}

impl WilayaRow {
    pub fn input(&self) -> WilayaInput {
        WilayaInput { name: self.name(), name_ar_official: self.name_ar_official.clone(), name_source: self.name_source.clone() }
    }
    pub fn name(&self) -> Text {
        Text { ar: self.name_ar.clone(), fr: Some(self.name_fr.clone()), en: Some(self.name_en.clone()) }
    }
}

pub fn wilaya(conn: &mut AnyConnection, code: &str) -> Result<WilayaRow> {
    wilayas::table.find(code).select(WilayaRow::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn wilayas(conn: &mut AnyConnection, words: &[String]) -> Result<Vec<WilayaRow>> {
    let mut query = wilayas::table.select(WilayaRow::as_select()).order(wilayas::code).into_boxed();
    for word in words {
        query = query.filter(wilayas::search.like(format!("%{word}%")));
    }
    Ok(query.load(conn)?)
}

/// Communes of each wilaya in a division.
pub fn commune_counts(conn: &mut AnyConnection, division: Division) -> Result<HashMap<String, i64>> {
    use diesel::dsl::count_star;
    let counts: Vec<(String, i64)> = match division {
        Division::SixtyNine => communes::table.group_by(communes::wilaya_code).select((communes::wilaya_code, count_star())).load(conn)?,
        Division::FiftyEight => {
            communes::table.group_by(communes::wilaya_code_58).select((communes::wilaya_code_58, count_star())).load(conn)?
        }
        Division::FortyEight => {
            communes::table.group_by(communes::wilaya_code_48).select((communes::wilaya_code_48, count_star())).load(conn)?
        }
    };
    Ok(counts.into_iter().collect())
}

/// The chamber of each wilaya.
pub fn chambers(conn: &mut AnyConnection) -> Result<HashMap<String, InstitutionId>> {
    let rows: Vec<(String, InstitutionId)> = institution_coverage::table
        .filter(institution_coverage::kind.eq("chamber"))
        .select((institution_coverage::wilaya_code, institution_coverage::institution_id))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

pub fn save_wilaya(conn: &mut AnyConnection, code: &str, version: i64, input: &WilayaInput, now: Instant) -> Result<()> {
    let name = |part: &Option<String>| part.clone().unwrap_or_else(|| input.name.ar.clone());
    let (fr, en) = (name(&input.name.fr), name(&input.name.en));
    let changed = diesel::update(wilayas::table.find(code).filter(wilayas::version.eq(version)))
        .set((
            wilayas::name_ar.eq(&input.name.ar),
            wilayas::name_fr.eq(&fr),
            wilayas::name_en.eq(&en),
            wilayas::name_ar_official.eq(&input.name_ar_official),
            wilayas::name_source.eq(&input.name_source),
            wilayas::search.eq(search::stored([code, input.name.ar.as_str(), &input.name_ar_official, &fr, &en])),
            wilayas::version.eq(version + 1),
            wilayas::updated_at.eq(now),
        ))
        .execute(conn)?;
    crate::kernel::db::one_changed(changed)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = communes)]
pub struct CommuneRow {
    pub code: String,
    pub wilaya_code: String,
    pub wilaya_code_58: String,
    pub wilaya_code_48: String,
    name_ar: String,
    name_fr: String,
    pub daira_1991: Option<String>,
    aliases: Json,
    name_source: String,
    longitude: Option<f64>,
    latitude: Option<f64>,
    border: bool,
    border_basis: String,
    isolated: Option<bool>,
    isolated_basis: Option<String>,
    pub version: i64,
}

impl CommuneRow {
    fn point(&self) -> Option<Point> {
        self.longitude.zip(self.latitude).map(|(longitude, latitude)| Point { longitude, latitude })
    }
    pub fn input(&self) -> Result<CommuneInput> {
        Ok(CommuneInput {
            name: Text { ar: self.name_ar.clone(), fr: Some(self.name_fr.clone()), en: None },
            aliases: self.aliases.read()?,
            point: self.point(),
            border: Flag { value: Some(self.border), basis: Some(self.border_basis.clone()) },
            isolated: Flag { value: self.isolated, basis: self.isolated_basis.clone() },
            name_source: self.name_source.clone(),
        })
    }
    pub fn facts(self) -> CommuneFacts {
        CommuneFacts {
            name: Text { ar: self.name_ar, fr: Some(self.name_fr), en: None },
            code: self.code,
            wilaya_code: self.wilaya_code,
            border: (self.border, self.border_basis),
            isolated: (self.isolated, self.isolated_basis),
        }
    }
}

pub fn commune(conn: &mut AnyConnection, code: &str) -> Result<CommuneRow> {
    communes::table.find(code).select(CommuneRow::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Which communes are wanted.
pub struct CommuneFilter {
    /// Codes of wilayas of today; any when there is none.
    pub wilayas: Vec<String>,
    /// Border communes only, or the others.
    pub border: Option<bool>,
    /// Isolated communes only, or those decided not to be.
    pub isolated: Option<bool>,
}

fn matching(filter: &CommuneFilter, words: &[String]) -> communes::BoxedQuery<'static, MultiBackend> {
    let mut query = communes::table.into_boxed();
    if !filter.wilayas.is_empty() {
        query = query.filter(communes::wilaya_code.eq_any(filter.wilayas.clone()));
    }
    for word in words {
        query = query.filter(communes::search.like(format!("%{word}%")));
    }
    if let Some(border) = filter.border {
        query = query.filter(communes::border.eq(border));
    }
    if let Some(isolated) = filter.isolated {
        query = query.filter(communes::isolated.eq(isolated));
    }
    query
}

/// Communes that match, by code; at most `limit`.
pub fn communes(
    conn: &mut AnyConnection,
    filter: &CommuneFilter,
    words: &[String],
    after: Option<String>,
    limit: i64,
) -> Result<Vec<CommuneRow>> {
    let mut query = matching(filter, words).order(communes::code).limit(limit);
    if let Some(code) = after {
        query = query.filter(communes::code.gt(code));
    }
    Ok(query.select(CommuneRow::as_select()).load(conn)?)
}

/// How many communes match.
pub fn commune_total(conn: &mut AnyConnection, filter: &CommuneFilter, words: &[String]) -> Result<i64> {
    Ok(matching(filter, words).count().get_result(conn)?)
}

pub fn save_commune(conn: &mut AnyConnection, row: &CommuneRow, input: &CommuneInput, now: Instant) -> Result<()> {
    let fr = input.name.fr.clone().unwrap_or_else(|| row.name_fr.clone());
    let mut spellings = vec![row.code.as_str(), &input.name.ar, &fr];
    spellings.extend(input.aliases.iter().map(String::as_str));
    let changed = diesel::update(communes::table.find(&row.code).filter(communes::version.eq(row.version)))
        .set((
            (communes::name_ar.eq(&input.name.ar), communes::name_fr.eq(&fr), communes::aliases.eq(Json::of(&input.aliases)?)),
            communes::name_source.eq(&input.name_source),
            communes::longitude.eq(input.point.as_ref().map(|point| point.longitude)),
            communes::latitude.eq(input.point.as_ref().map(|point| point.latitude)),
            (
                communes::border.eq(input.border.value.unwrap_or(false)),
                communes::border_basis.eq(input.border.basis.clone().unwrap_or_default()),
            ),
            (communes::isolated.eq(input.isolated.value), communes::isolated_basis.eq(&input.isolated.basis)),
            communes::search.eq(search::stored(spellings)),
            (communes::version.eq(row.version + 1), communes::updated_at.eq(now)),
        ))
        .execute(conn)?;
    crate::kernel::db::one_changed(changed)
}

/// What other resources ask about a commune.
#[derive(Debug, Clone)]
pub struct CommuneFacts {
    /// Four digits.
    pub code: String,
    /// Its wilaya today.
    pub wilaya_code: String,
    /// Names in Arabic and French.
    pub name: Text,
    /// Border commune, and the text it rests on.
    pub border: (bool, String),
    /// Isolated commune, null until decided, and the text it rests on.
    pub isolated: (Option<bool>, Option<String>),
}

/// Facts about one commune.
///
/// # Errors
/// When the database does not answer.
pub fn commune_facts(conn: &mut AnyConnection, code: &str) -> Result<Option<CommuneFacts>> {
    Ok(communes::table.find(code).select(CommuneRow::as_select()).first(conn).optional()?.map(CommuneRow::facts))
}

/// Facts about some communes, in one query.
///
/// # Errors
/// When the database does not answer.
pub fn find_communes(conn: &mut AnyConnection, codes: &[String]) -> Result<Vec<CommuneFacts>> {
    let rows = communes::table.filter(communes::code.eq_any(codes)).select(CommuneRow::as_select()).load(conn)?;
    Ok(rows.into_iter().map(CommuneRow::facts).collect())
}

/// The names of some wilayas.
///
/// # Errors
/// When the database does not answer.
pub fn wilaya_names(conn: &mut AnyConnection, codes: &[String]) -> Result<Vec<(String, Text)>> {
    let rows = wilayas::table.filter(wilayas::code.eq_any(codes)).select(WilayaRow::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.code.clone(), row.name())).collect())
}

/// The names of all wilayas, by code.
///
/// # Errors
/// When the database does not answer.
pub fn all_wilaya_names(conn: &mut AnyConnection) -> Result<Vec<(String, Text)>> {
    let rows = wilayas::table.select(WilayaRow::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.code.clone(), row.name())).collect())
}

/// Those of the codes that name no wilaya.
///
/// # Errors
/// When the database does not answer.
pub fn unknown_wilayas(conn: &mut AnyConnection, codes: &[String]) -> Result<Vec<String>> {
    let known: Vec<String> = wilayas::table.filter(wilayas::code.eq_any(codes)).select(wilayas::code).load(conn)?;
    Ok(codes.iter().filter(|code| !known.contains(code)).cloned().collect())
}

/// A wilaya with its spellings.
#[derive(Debug, Clone)]
pub struct WilayaNames {
    /// Two digits.
    pub code: String,
    /// In Arabic, French and English, and as the official journal writes it.
    pub spellings: Vec<String>,
}

/// Every wilaya and commune with every spelling known, for reading names typed by people.
#[derive(Debug)]
pub struct Gazetteer {
    /// Wilayas.
    pub wilayas: Vec<WilayaNames>,
    /// Communes, each with its aliases beside its names.
    pub communes: Vec<(CommuneFacts, Vec<String>)>,
}

/// The whole gazetteer, in two queries.
///
/// # Errors
/// When the database does not answer.
pub fn gazetteer(conn: &mut AnyConnection) -> Result<Gazetteer> {
    let wilayas = wilayas(conn, &[])?
        .into_iter()
        .map(|row| WilayaNames { code: row.code, spellings: vec![row.name_ar, row.name_ar_official, row.name_fr, row.name_en] })
        .collect();
    let rows: Vec<CommuneRow> = communes::table.select(CommuneRow::as_select()).order(communes::code).load(conn)?;
    let communes = rows
        .into_iter()
        .map(|row| {
            let aliases = row.aliases.read()?;
            Ok((row.facts(), aliases))
        })
        .collect::<Result<_>>()?;
    Ok(Gazetteer { wilayas, communes })
}
