//! Loads domains and sectors into an empty database, as version 1 of each row.

use super::ops::{DOMAIN, SECTOR};
use super::wire::CraftLabelInput;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{craft_domains, craft_sectors};
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::language::Text;
use crate::kernel::reference::keep_all;
use crate::resources::territory::load::{first_version, lines};
use diesel::prelude::*;
use serde::Deserialize;

const DOMAINS: &str = include_str!("../../../reference/craft_domains.csv");
const SECTORS: &str = include_str!("../../../reference/craft_sectors.csv");

#[derive(Deserialize)]
struct DomainLine {
    code: String,
    name_ar: String,
    name_fr: String,
    name_en: String,
}

#[derive(Deserialize)]
struct SectorLine {
    code: String,
    domain_code: String,
    name_ar: String,
    name_fr: String,
    name_en: String,
    label_source: String,
}

/// Loads domains and sectors when there are none.
///
/// # Errors
/// When the files or the database fail.
pub fn load(conn: &mut AnyConnection, now: Instant) -> Result<()> {
    if craft_domains::table.count().get_result::<i64>(conn)? > 0 {
        return Ok(());
    }
    let mut versions = Vec::new();
    let label = |ar: &str, fr: &str, en: &str, source: &str| CraftLabelInput {
        name: Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: Some(en.to_owned()) },
        source: source.to_owned(),
    };
    for line in lines::<DomainLine>(DOMAINS)? {
        use craft_domains as d;
        versions.push(first_version(
            DOMAIN,
            &line.code,
            &label(&line.name_ar, &line.name_fr, &line.name_en, "provisional"),
            "provisional",
            now,
        )?);
        diesel::insert_into(d::table)
            .values((
                d::code.eq(line.code),
                d::name_ar.eq(line.name_ar),
                d::name_fr.eq(line.name_fr),
                d::name_en.eq(line.name_en),
                d::version.eq(1_i64),
                d::updated_at.eq(now),
            ))
            .execute(conn)?;
    }
    for line in lines::<SectorLine>(SECTORS)? {
        use craft_sectors as s;
        versions.push(first_version(
            SECTOR,
            &line.code,
            &label(&line.name_ar, &line.name_fr, &line.name_en, &line.label_source),
            &line.label_source,
            now,
        )?);
        diesel::insert_into(s::table)
            .values((
                (s::code.eq(line.code), s::domain_code.eq(line.domain_code), s::name_ar.eq(line.name_ar), s::name_fr.eq(line.name_fr)),
                (s::name_en.eq(line.name_en), s::label_source.eq(line.label_source), s::version.eq(1_i64), s::updated_at.eq(now)),
            ))
            .execute(conn)?;
    }
    keep_all(conn, &versions)
}
