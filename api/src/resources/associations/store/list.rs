use super::{Condition, in_charge, in_wilayas, visible};
use crate::kernel::access::Scope;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::portable::{self, contains, contains_scanned};
use crate::kernel::db::schema::{association_sectors, associations, craft_sectors};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::associations::model::{Filter, Kind, Level, Sort, Status};
use chrono::{Datelike, NaiveDate};
use diesel::dsl::exists;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Queryable, Selectable)]
#[diesel(table_name = associations)]
pub struct SummaryRow {
    pub id: AssociationId,
    pub registration_number: Option<String>,
    pub name_ar: String,
    pub name_fr: Option<String>,
    pub name_en: Option<String>,
    pub name_sort: String,
    pub acronym: Option<String>,
    pub level: Level,
    pub kind: Kind,
    pub status: Status,
    pub status_since: Instant,
    pub wilaya_code: String,
    pub commune_code: String,
    pub sectors: Json,
    pub founded_on: Option<NaiveDate>,
    pub founded_order: i64,
    pub members: i64,
    pub women_led: bool,
    pub youth_led: bool,
    pub border: bool,
    pub isolated: bool,
    pub created_at: Instant,
}

impl SummaryRow {
    pub fn key(&self, sort: Sort) -> Key {
        let value = match sort {
            Sort::Name | Sort::NameDown => KeyValue::Text(self.name_sort.clone()),
            Sort::Founded | Sort::FoundedDown => KeyValue::Number(self.founded_order),
            Sort::Members | Sort::MembersDown => KeyValue::Number(self.members),
            Sort::Created | Sort::CreatedDown => KeyValue::Instant(self.created_at),
        };
        Key { value, id: self.id }
    }
}

/// Where a page ends: the values it is ordered by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key {
    value: KeyValue,
    id: AssociationId,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum KeyValue {
    Text(String),
    Number(i64),
    Instant(Instant),
}

/// The conditions of a filter within a scope. Merged files are in no list.
pub fn conditions(scope: &Scope, filter: &Filter, words: &[String]) -> Vec<Condition> {
    let mut all: Vec<Condition> = vec![Box::new(associations::merged_into.is_null())];
    let scoped = if filter.in_charge { in_charge(scope) } else { visible(scope) };
    all.extend(scoped);
    match filter.statuses.as_slice() {
        [] => {}
        [status] => all.push(Box::new(associations::status.eq(*status))),
        several => all.push(Box::new(associations::status.eq_any(several.to_vec()))),
    }
    if !filter.wilayas.is_empty() {
        all.push(in_wilayas(&filter.wilayas));
    }
    if let Some(commune) = &filter.commune {
        all.push(Box::new(associations::commune_code.eq(commune.clone())));
    }
    if let Some(level) = filter.level {
        all.push(Box::new(associations::level.eq(level)));
    }
    if let Some(kind) = filter.kind {
        all.push(Box::new(associations::kind.eq(kind)));
    }
    // As a question about each row: a page in order is full long before all files of a sector are found.
    let with = || association_sectors::table.filter(association_sectors::association_id.eq(associations::id));
    if !filter.craft_sectors.is_empty() {
        all.push(Box::new(exists(with().filter(association_sectors::sector_code.eq_any(filter.craft_sectors.clone())))));
    }
    if let Some(domain) = &filter.craft_domain {
        let sectors = craft_sectors::table.filter(craft_sectors::domain_code.eq(domain.clone())).select(craft_sectors::code);
        all.push(Box::new(exists(with().filter(association_sectors::sector_code.eq_any(sectors)))));
    }
    if let Some(flag) = filter.women_led {
        all.push(Box::new(associations::women_led.eq(flag)));
    }
    if let Some(flag) = filter.youth_led {
        all.push(Box::new(associations::youth_led.eq(flag)));
    }
    if let Some(flag) = filter.border {
        all.push(Box::new(associations::border.eq(flag)));
    }
    if let Some(flag) = filter.isolated {
        all.push(Box::new(associations::isolated.eq(flag)));
    }
    if let Some(day) = filter.founded_from {
        all.push(Box::new(associations::founded_order.ge(i64::from(day.num_days_from_ce()))));
    }
    if let Some(day) = filter.founded_to {
        all.push(Box::new(associations::founded_order.between(1, i64::from(day.num_days_from_ce()))));
    }
    for word in words {
        all.push(Box::new(contains("associations", associations::search, word)));
    }
    all
}

/// Splits words into those that few files hold and those of which any page is soon full.
///
/// # Errors
/// When the database does not answer.
pub fn by_frequency(conn: &mut AnyConnection, words: &[String]) -> Result<(Vec<String>, Vec<String>)> {
    let (mut rare, mut frequent) = (Vec::new(), Vec::new());
    for word in words {
        let of = if portable::frequent(conn, "associations", word)? { &mut frequent } else { &mut rare };
        of.push(word.clone());
    }
    Ok((rare, frequent))
}

/// Files that hold a frequent word.
pub fn holding_frequent(word: &str) -> Condition {
    Box::new(contains_scanned("associations", associations::search, word))
}

/// A page of the register in the order asked for, one row more than the limit to know whether there is another.
pub fn page(conn: &mut AnyConnection, conditions: Vec<Condition>, sort: Sort, after: Option<Key>, limit: i64) -> Result<Vec<SummaryRow>> {
    use associations as a;
    let mut query = a::table.select(SummaryRow::as_select()).limit(limit).into_boxed();
    for condition in conditions {
        query = query.filter(condition);
    }
    // `>=` on the ordering column lets the index seek; the rest only skips its ties.
    macro_rules! order {
        ($column:expr, up, $value:expr) => {{
            if let Some((value, id)) = $value {
                query = query.filter($column.ge(value.clone()).and($column.gt(value).or(a::id.gt(id))));
            }
            query.order(($column.asc(), a::id.asc()))
        }};
        ($column:expr, down, $value:expr) => {{
            if let Some((value, id)) = $value {
                query = query.filter($column.le(value.clone()).and($column.lt(value).or(a::id.lt(id))));
            }
            query.order(($column.desc(), a::id.desc()))
        }};
    }
    let (mut text, mut number, mut instant) = (None, None, None);
    match after {
        Some(Key { value: KeyValue::Text(value), id }) => text = Some((value, id)),
        Some(Key { value: KeyValue::Number(value), id }) => number = Some((value, id)),
        Some(Key { value: KeyValue::Instant(value), id }) => instant = Some((value, id)),
        None => {}
    }
    let query = match sort {
        Sort::Name => order!(a::name_sort, up, text),
        Sort::NameDown => order!(a::name_sort, down, text),
        Sort::Founded => order!(a::founded_order, up, number),
        Sort::FoundedDown => order!(a::founded_order, down, number),
        Sort::Members => order!(a::members, up, number),
        Sort::MembersDown => order!(a::members, down, number),
        Sort::Created => order!(a::created_at, up, instant),
        Sort::CreatedDown => order!(a::created_at, down, instant),
    };
    Ok(query.load(conn)?)
}

/// How many match.
pub fn total(conn: &mut AnyConnection, conditions: Vec<Condition>) -> Result<i64> {
    let mut query = associations::table.into_boxed();
    for condition in conditions {
        query = query.filter(condition);
    }
    Ok(query.count().get_result(conn)?)
}

/// How many match in each wilaya.
pub fn by_wilaya(conn: &mut AnyConnection, conditions: Vec<Condition>) -> Result<Vec<(String, i64)>> {
    use associations as a;
    let mut query =
        a::table.group_by(a::wilaya_code).select((a::wilaya_code, diesel::dsl::count_star())).order(a::wilaya_code).into_boxed();
    for condition in conditions {
        query = query.filter(condition);
    }
    Ok(query.load(conn)?)
}
