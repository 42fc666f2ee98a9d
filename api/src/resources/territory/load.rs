//! Loads the territory into an empty database, as version 1 of each row.

use super::model::{CommuneInput, Flag, Point, WilayaInput};
use super::ops::{COMMUNE, WILAYA};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{communes, wilayas};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Text;
use crate::kernel::reference::{ReferenceVersion, keep_all};
use crate::kernel::search;
use diesel::prelude::*;
use serde::Deserialize;
use std::collections::HashMap;

const WILAYAS: &str = include_str!("../../../reference/wilayas.csv");
const COMMUNES: &str = include_str!("../../../reference/communes.csv");
const POINTS: &str = include_str!("../../../reference/communes_geo.csv");
const BORDER_BASIS: &str = "computed: the boundary touches the land border (OpenStreetMap, ODbL 1.0)";

#[derive(Deserialize)]
struct WilayaLine {
    code: String,
    name_ar: String,
    name_fr: String,
    name_en: String,
    name_ar_journal_officiel: String,
    created_by: String,
    name_source: String,
}

#[derive(Deserialize)]
struct CommuneLine {
    code: String,
    wilaya_code: String,
    name_fr: String,
    name_ar: String,
    daira_1991: Option<String>,
    wilaya_code_58: String,
    wilaya_code_48: String,
    name_fr_source: String,
    name_ar_source: String,
    aliases: String,
}

#[derive(Deserialize)]
struct PointLine {
    commune_code: String,
    longitude: f64,
    latitude: f64,
    touches_land_border: bool,
}

#[derive(Insertable)]
#[diesel(table_name = wilayas)]
struct NewWilaya {
    code: String,
    name_ar: String,
    name_fr: String,
    name_en: String,
    name_ar_official: String,
    created_by: String,
    name_source: String,
    search: String,
    version: i64,
    updated_at: Instant,
}

#[derive(Insertable)]
#[diesel(table_name = communes, treat_none_as_default_value = false)]
struct NewCommune {
    code: String,
    wilaya_code: String,
    wilaya_code_58: String,
    wilaya_code_48: String,
    name_ar: String,
    name_fr: String,
    daira_1991: Option<String>,
    aliases: Json,
    name_source: String,
    longitude: Option<f64>,
    latitude: Option<f64>,
    border: bool,
    border_basis: String,
    search: String,
    version: i64,
    updated_at: Instant,
}

/// The lines of an embedded CSV file.
///
/// # Errors
/// When a line has another shape.
pub fn lines<T: serde::de::DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<std::result::Result<_, _>>().map_err(Error::internal)
}

/// Version 1 of a row.
///
/// # Errors
/// When the document cannot be JSON.
pub fn first_version<T: serde::Serialize>(kind: &str, code: &str, document: &T, source: &str, at: Instant) -> Result<ReferenceVersion> {
    Ok(ReferenceVersion {
        kind: kind.to_owned(),
        code: code.to_owned(),
        version: 1,
        document: Json::of(document)?,
        source: source.to_owned(),
        at,
        person_id: None,
    })
}

/// Loads wilayas and communes when there are none.
///
/// # Errors
/// When the files or the database fail; then nothing was written, if the caller runs this in a transaction.
pub fn load(conn: &mut AnyConnection, now: Instant) -> Result<()> {
    if wilayas::table.count().get_result::<i64>(conn)? > 0 {
        return Ok(());
    }
    let mut versions = Vec::new();
    let mut rows = Vec::new();
    for line in lines::<WilayaLine>(WILAYAS)? {
        let document = WilayaInput {
            name: Text { ar: line.name_ar.clone(), fr: Some(line.name_fr.clone()), en: Some(line.name_en.clone()) },
            name_ar_official: line.name_ar_journal_officiel.clone(),
            name_source: line.name_source.clone(),
        };
        versions.push(first_version(WILAYA, &line.code, &document, &line.name_source, now)?);
        rows.push(NewWilaya {
            search: search::stored([line.code.as_str(), &line.name_ar, &line.name_ar_journal_officiel, &line.name_fr, &line.name_en]),
            code: line.code,
            name_ar: line.name_ar,
            name_fr: line.name_fr,
            name_en: line.name_en,
            name_ar_official: line.name_ar_journal_officiel,
            created_by: line.created_by,
            name_source: line.name_source,
            version: 1,
            updated_at: now,
        });
    }
    crate::on!(conn, |c| diesel::insert_into(wilayas::table).values(&rows).execute(c))?;
    let points: HashMap<String, PointLine> =
        lines::<PointLine>(POINTS)?.into_iter().map(|line| (line.commune_code.clone(), line)).collect();
    let mut rows = Vec::new();
    for line in lines::<CommuneLine>(COMMUNES)? {
        let aliases: Vec<String> = line.aliases.split(';').map(str::trim).filter(|alias| !alias.is_empty()).map(str::to_owned).collect();
        let place = points.get(&line.code);
        let border = place.is_some_and(|place| place.touches_land_border);
        let name_source = if line.name_ar_source == line.name_fr_source {
            line.name_fr_source
        } else {
            format!("fr: {}; ar: {}", line.name_fr_source, line.name_ar_source)
        };
        let document = CommuneInput {
            name: Text { ar: line.name_ar.clone(), fr: Some(line.name_fr.clone()), en: None },
            aliases: aliases.clone(),
            point: place.map(|place| Point { longitude: place.longitude, latitude: place.latitude }),
            border: Flag { value: Some(border), basis: Some(BORDER_BASIS.to_owned()) },
            isolated: Flag { value: None, basis: None },
            name_source: name_source.clone(),
        };
        versions.push(first_version(COMMUNE, &line.code, &document, &name_source, now)?);
        let mut spellings = vec![line.code.as_str(), &line.name_ar, &line.name_fr];
        spellings.extend(aliases.iter().map(String::as_str));
        rows.push(NewCommune {
            search: search::stored(spellings),
            aliases: Json::of(&aliases)?,
            code: line.code,
            wilaya_code: line.wilaya_code,
            wilaya_code_58: line.wilaya_code_58,
            wilaya_code_48: line.wilaya_code_48,
            name_ar: line.name_ar,
            name_fr: line.name_fr,
            daira_1991: line.daira_1991.filter(|daira| !daira.is_empty()),
            name_source,
            longitude: place.map(|place| place.longitude),
            latitude: place.map(|place| place.latitude),
            border,
            border_basis: BORDER_BASIS.to_owned(),
            version: 1,
            updated_at: now,
        });
    }
    for chunk in rows.chunks(500) {
        crate::on!(conn, |c| diesel::insert_into(communes::table).values(chunk).execute(c))?;
    }
    keep_all(conn, &versions)
}
