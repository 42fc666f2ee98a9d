use super::model::{HolidayId, Rule};
use crate::kernel::db::schema::holidays;
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Text;
use chrono::NaiveDate;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = holidays, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: HolidayId,
    pub code: String,
    pub date: NaiveDate,
    pub until: Option<NaiveDate>,
    pub every_year: bool,
    pub name_ar: String,
    pub name_fr: Option<String>,
    pub name_en: Option<String>,
    pub confirmed: bool,
    pub source: String,
    pub version: i64,
    pub updated_at: Instant,
}

impl Row {
    pub fn rule(self) -> Rule {
        Rule {
            id: self.id,
            code: self.code,
            date: self.date,
            until: self.until,
            every_year: self.every_year,
            name: Text { ar: self.name_ar, fr: self.name_fr, en: self.name_en },
            confirmed: self.confirmed,
        }
    }
}

/// Every holiday that may touch a range of dates: the yearly ones, and those dated within a month of it.
pub fn near(conn: &mut AnyConnection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Row>> {
    let month = chrono::Duration::days(31);
    let (low, high) = (from.checked_sub_signed(month).unwrap_or(from), to.checked_add_signed(month).unwrap_or(to));
    Ok(holidays::table
        .filter(holidays::every_year.eq(true).or(holidays::date.between(low, high)))
        .select(Row::as_select())
        .order((holidays::date, holidays::id))
        .load(conn)?)
}

pub fn find(conn: &mut AnyConnection, id: HolidayId) -> Result<Row> {
    holidays::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(holidays::table).values(row).execute(conn)?;
    Ok(())
}

pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(holidays::table.find(row.id).filter(holidays::version.eq(row.version - 1))).set(row).execute(conn)?)
}

pub fn none_yet(conn: &mut AnyConnection) -> Result<bool> {
    Ok(holidays::table.count().get_result::<i64>(conn)? == 0)
}
