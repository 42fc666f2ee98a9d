use super::{Condition, Record};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{associations, duplicate_keys, merges};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::resources::associations::model::{MergeId, Status};
use diesel::prelude::*;

/// A key of a file.
#[derive(Insertable)]
#[diesel(table_name = duplicate_keys, treat_none_as_default_value = false)]
pub struct KeyRow<'a> {
    pub key: &'a str,
    pub association_id: AssociationId,
}

/// Keys of a file, indexed, so that likely duplicates are found without comparing every pair.
pub fn put_keys(conn: &mut AnyConnection, id: AssociationId, keys: &[String]) -> Result<()> {
    let rows: Vec<KeyRow<'_>> = keys.iter().map(|key| KeyRow { key, association_id: id }).collect();
    put!(conn, duplicate_keys::table, &rows);
    Ok(())
}

/// Forgets the keys of a file.
pub fn drop_keys(conn: &mut AnyConnection, id: AssociationId) -> Result<()> {
    diesel::delete(duplicate_keys::table.filter(duplicate_keys::association_id.eq(id))).execute(conn)?;
    Ok(())
}

/// Files that share a key, within a condition; merged files are left out.
pub fn candidates(
    conn: &mut AnyConnection,
    keys: &[String],
    except: Option<AssociationId>,
    condition: Option<Condition>,
    limit: i64,
) -> Result<Vec<Record>> {
    use duplicate_keys as k;
    let sharing = k::table.filter(k::key.eq_any(keys.to_vec())).select(k::association_id);
    let mut query = associations::table
        .filter(associations::id.eq_any(sharing))
        .filter(associations::merged_into.is_null())
        .select(Record::as_select())
        .order(associations::id)
        .limit(limit)
        .into_boxed();
    if let Some(id) = except {
        query = query.filter(associations::id.ne(id));
    }
    if let Some(condition) = condition {
        query = query.filter(condition);
    }
    Ok(query.load(conn)?)
}

/// The files that hold each of many keys. Keys that more than `most` files hold tell nothing and are left out.
pub fn holders(conn: &mut AnyConnection, keys: &[&str], most: i64) -> Result<Vec<(String, AssociationId)>> {
    #[derive(QueryableByName)]
    struct Holder {
        #[diesel(sql_type = diesel::sql_types::Text)]
        key: String,
        #[diesel(sql_type = crate::kernel::db::types::sql::Uid)]
        association_id: AssociationId,
    }
    let list = crate::kernel::db::portable::TextList::of(conn, keys)?;
    let sql = format!(
        "SELECT d.key, d.association_id FROM {} JOIN duplicate_keys AS d ON d.key = list.value \
         WHERE NOT EXISTS (SELECT 1 FROM duplicate_keys AS x WHERE x.key = list.value LIMIT 1 OFFSET {most})",
        list.sql
    );
    let rows: Vec<Holder> = crate::on!(conn, |c| diesel::sql_query(sql).bind::<diesel::sql_types::Text, _>(&list.json).load(c))?;
    Ok(rows.into_iter().map(|holder| (holder.key, holder.association_id)).collect())
}

/// Several files that a condition admits; merged ones are left out.
pub fn admitted(conn: &mut AnyConnection, ids: &[AssociationId], condition: Option<Condition>) -> Result<Vec<Record>> {
    let mut query = associations::table
        .filter(associations::id.eq_any(ids.to_vec()))
        .filter(associations::merged_into.is_null())
        .select(Record::as_select())
        .into_boxed();
    if let Some(condition) = condition {
        query = query.filter(condition);
    }
    Ok(query.load(conn)?)
}

/// Keys that more files hold tell nothing about two of them.
const COMMON: i64 = 60;

/// Pairs of files that share keys, those that share most first; one of each pair is in some wilayas, or anywhere.
pub fn pairs(conn: &mut AnyConnection, wilayas: Option<&[String]>, limit: i64) -> Result<Vec<(AssociationId, AssociationId)>> {
    #[derive(QueryableByName)]
    struct Pair {
        #[diesel(sql_type = crate::kernel::db::types::sql::Uid)]
        mine: AssociationId,
        #[diesel(sql_type = crate::kernel::db::types::sql::Uid)]
        theirs: AssociationId,
    }
    let codes: Vec<&str> = wilayas.unwrap_or_default().iter().map(String::as_str).collect();
    let list = crate::kernel::db::portable::TextList::of(conn, &codes)?;
    let charge = match wilayas {
        Some(_) => "AND a.wilaya_code = list.value",
        // Every pair once, from the earlier of its files.
        None => "AND k.association_id < o.association_id",
    };
    let source = if wilayas.is_some() { format!("{}, ", list.sql) } else { String::new() };
    let sql = format!(
        "SELECT k.association_id AS mine, o.association_id AS theirs FROM {source}associations AS a, duplicate_keys AS k, duplicate_keys AS o \
         WHERE a.merged_into IS NULL AND k.association_id = a.id AND o.key = k.key AND o.association_id <> k.association_id {charge} \
         AND NOT EXISTS (SELECT 1 FROM duplicate_keys AS x WHERE x.key = k.key LIMIT 1 OFFSET {COMMON}) \
         GROUP BY k.association_id, o.association_id ORDER BY count(*) DESC, k.association_id, o.association_id LIMIT {limit}"
    );
    let rows: Vec<Pair> = match wilayas {
        Some(_) => crate::on!(conn, |c| diesel::sql_query(sql).bind::<diesel::sql_types::Text, _>(&list.json).load(c))?,
        None => crate::on!(conn, |c| diesel::sql_query(sql).load(c))?,
    };
    let mut pairs: Vec<_> = rows.into_iter().map(|pair| (pair.mine.min(pair.theirs), pair.mine.max(pair.theirs))).collect();
    pairs.sort_unstable();
    pairs.dedup();
    Ok(pairs)
}

/// Several files by their identifiers.
pub fn records(conn: &mut AnyConnection, ids: &[AssociationId]) -> Result<Vec<Record>> {
    Ok(associations::table
        .filter(associations::id.eq_any(ids))
        .filter(associations::merged_into.is_null())
        .select(Record::as_select())
        .load(conn)?)
}

/// A merge of two files, with what is needed to undo it.
#[derive(Queryable, Insertable)]
#[diesel(table_name = merges, treat_none_as_default_value = false)]
pub struct MergeRow {
    pub id: MergeId,
    pub kept_id: AssociationId,
    pub merged_id: AssociationId,
    pub before_kept: Json,
    pub merged_status: Status,
    pub merged_by: Option<PersonId>,
    pub merged_at: Instant,
    pub undone_by: Option<PersonId>,
    pub undone_at: Option<Instant>,
}

/// Keeps a merge.
pub fn put_merge(conn: &mut AnyConnection, row: &MergeRow) -> Result<()> {
    diesel::insert_into(merges::table).values(row).execute(conn)?;
    Ok(())
}

/// A merge, still locked for this transaction on SQLite; PostgreSQL's row version of the files guards the rest.
pub fn merge(conn: &mut AnyConnection, id: MergeId) -> Result<Option<MergeRow>> {
    Ok(merges::table.find(id).first(conn).optional()?)
}

/// The merges a file was kept in, newest first.
pub fn merges_of(conn: &mut AnyConnection, kept: AssociationId) -> Result<Vec<MergeRow>> {
    Ok(merges::table.filter(merges::kept_id.eq(kept)).order(merges::id.desc()).load(conn)?)
}

/// Which file each merged file went into, by the merges in force at an instant.
pub fn merged_at(conn: &mut AnyConnection, at: Instant) -> Result<Vec<(AssociationId, AssociationId)>> {
    let in_force = merges::merged_at.lt(at).and(merges::undone_at.is_null().or(merges::undone_at.ge(at)));
    Ok(merges::table.filter(in_force).order(merges::id).select((merges::merged_id, merges::kept_id)).load(conn)?)
}

/// Marks a merge as undone; zero rows when somebody else did.
pub fn undo(conn: &mut AnyConnection, id: MergeId, by: Option<PersonId>, now: Instant) -> Result<usize> {
    Ok(diesel::update(merges::table.find(id).filter(merges::undone_at.is_null()))
        .set((merges::undone_at.eq(now), merges::undone_by.eq(by)))
        .execute(conn)?)
}
