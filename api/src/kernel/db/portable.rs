//! Statements that diesel's `MultiConnection` cannot express by itself.

use super::{AnyConnection, MultiBackend};
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Bool, Nullable, Text};
use diesel::sqlite::Sqlite;

/// A statement both databases accept, run through the connection enum.
#[derive(Debug, Clone, Copy)]
pub struct Both<T>(pub T);

impl<T: QueryFragment<Pg> + QueryFragment<Sqlite>> QueryFragment<MultiBackend> for Both<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}
impl<T: QueryId> QueryId for Both<T> {
    type QueryId = T::QueryId;
    const HAS_STATIC_QUERY_ID: bool = T::HAS_STATIC_QUERY_ID;
}
impl<T: Query> Query for Both<T> {
    type SqlType = T::SqlType;
}
impl<T> RunQueryDsl<AnyConnection> for Both<T> {}

/// The same tokens compiled once for each database: for batches and unions.
#[macro_export]
macro_rules! on {
    ($conn:expr, |$c:ident| $body:expr) => {
        match $conn {
            $crate::kernel::db::AnyConnection::Postgres($c) => $body,
            $crate::kernel::db::AnyConnection::Sqlite($c) => $body,
        }
    };
}

/// Writes many rows of one table: PostgreSQL reads them from one binary `COPY`, SQLite from statements of a fixed number of rows that
/// stay prepared. Longer statements are not faster. `$rows` is a `Vec` of insertable rows or of references to them.
#[macro_export]
macro_rules! put_many {
    ($conn:expr, $table:expr, $rows:expr) => {{
        let rows = $rows;
        match &mut *$conn {
            $crate::kernel::db::AnyConnection::Postgres(c) => {
                if !rows.is_empty() {
                    diesel::copy_from($table).from_insertable(&rows).execute(c)?;
                }
            }
            $crate::kernel::db::AnyConnection::Sqlite(c) => {
                let (chunks, rest) = rows.as_chunks::<32>();
                for chunk in chunks {
                    diesel::insert_into($table).values(chunk).execute(c)?;
                }
                if !rest.is_empty() {
                    diesel::insert_into($table).values(rest).execute(c)?;
                }
            }
        }
    }};
}

/// What changes with every commit: SQLite counts those of other connections, PostgreSQL's snapshot names the transactions it sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// `PRAGMA data_version` of one connection that never writes.
    Sqlite(i64),
    /// `pg_current_snapshot()`.
    Postgres(String),
}

#[derive(QueryId)]
struct DataVersion;
impl QueryFragment<Sqlite> for DataVersion {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        out.push_sql("PRAGMA data_version");
        Ok(())
    }
}
impl Query for DataVersion {
    type SqlType = BigInt;
}
impl RunQueryDsl<diesel::SqliteConnection> for DataVersion {}

#[derive(QueryId)]
struct Snapshot;
impl QueryFragment<Pg> for Snapshot {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT pg_current_snapshot()::text");
        Ok(())
    }
}
impl Query for Snapshot {
    type SqlType = Text;
}
impl RunQueryDsl<diesel::PgConnection> for Snapshot {}

/// The present mark.
pub(super) fn mark(conn: &mut AnyConnection) -> QueryResult<Mark> {
    match conn {
        AnyConnection::Sqlite(c) => DataVersion.get_result(c).map(Mark::Sqlite),
        AnyConnection::Postgres(c) => Snapshot.get_result(c).map(Mark::Postgres),
    }
}

/// Many texts as one bound value that a query joins with: `FROM <sql> …` gives rows with the column `list.value`. A list of
/// placeholders would be another statement for every length.
#[derive(Debug)]
pub struct TextList {
    /// What stands behind `FROM`, with its one placeholder.
    pub sql: &'static str,
    /// The value to bind, as text.
    pub json: String,
}

impl TextList {
    /// A list for a connection.
    ///
    /// # Errors
    /// Never for texts; the type is that of the serialiser.
    pub fn of(conn: &AnyConnection, texts: &[&str]) -> Result<Self, serde_json::Error> {
        let sql = match conn {
            AnyConnection::Postgres(_) => "jsonb_array_elements_text($1::jsonb) AS list (value)",
            AnyConnection::Sqlite(_) => "json_each(?) AS list",
        };
        Ok(Self { sql, json: serde_json::to_string(texts)? })
    }
}

/// `CAST(SUM(expression) AS BIGINT)`: PostgreSQL's sum of `bigint` is `numeric`, SQLite's an integer.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct SumI64<E>(E);

/// The sum of an integer column, as `bigint`; null over no rows.
pub fn sum_i64<E: Expression>(expression: E) -> SumI64<E> {
    SumI64(expression)
}
impl<E: Expression> Expression for SumI64<E> {
    type SqlType = Nullable<BigInt>;
}
impl<E, G> ValidGrouping<G> for SumI64<E> {
    type IsAggregate = is_aggregate::Yes;
}
impl<E: SelectableExpression<Q>, Q> SelectableExpression<Q> for SumI64<E> {}
impl<E: AppearsOnTable<Q>, Q> AppearsOnTable<Q> for SumI64<E> {}
impl<E: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for SumI64<E> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql("CAST(SUM(");
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(") AS BIGINT)");
        Ok(())
    }
}

/// A folded word somewhere in a folded search column.
///
/// PostgreSQL answers `LIKE` from the trigram index of the column. SQLite answers words of three letters or more
/// from the trigram table `<table>_fts`, whose rows carry the `rid` of the table's rows; shorter words scan.
#[derive(Debug, Clone, QueryId)]
pub struct Contains<E> {
    column: E,
    table: &'static str,
    word: String,
    pattern: String,
    scanned: bool,
}

/// Rows of `table` whose search `column` holds the folded `word`.
pub fn contains<E>(table: &'static str, column: E, word: &str) -> Contains<E> {
    // A folded word is letters, digits and spaces only, so neither the quotes of FTS5 nor the wildcards of LIKE occur.
    let word: String = word.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    Contains { column, table, pattern: format!("%{word}%"), word: format!("\"{word}\""), scanned: false }
}

/// The same read off the rows in the order of the list: quicker for a [`frequent`] word, of which a page is soon full.
pub fn contains_scanned<E>(table: &'static str, column: E, word: &str) -> Contains<E> {
    Contains { scanned: true, ..contains(table, column, word) }
}

/// Matches from which on a word is frequent: finding and ordering so many costs about as much as reading rows until a page is full.
const FREQUENT: i64 = 5000;

/// Whether so many rows hold a word that a page of them is better read off the rows in order. PostgreSQL's planner knows by itself.
///
/// # Errors
/// When the database does not answer.
pub fn frequent(conn: &mut super::AnyConnection, table: &'static str, word: &str) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = BigInt)]
        found: i64,
    }
    let super::AnyConnection::Sqlite(c) = conn else { return Ok(false) };
    let word = contains(table, (), word).word;
    if word.chars().count() < SHORTEST_INDEXED {
        return Ok(false);
    }
    let question = format!("SELECT count(*) AS found FROM (SELECT 1 FROM {table}_fts WHERE {table}_fts MATCH ? LIMIT ?)");
    let found: Found = diesel::sql_query(question).bind::<Text, _>(word).bind::<BigInt, _>(FREQUENT).get_result(c)?;
    Ok(found.found == FREQUENT)
}

/// Letters of the shortest word the trigram table knows, with its quotes.
const SHORTEST_INDEXED: usize = 5;

impl<E> Expression for Contains<E> {
    type SqlType = Bool;
}
impl<E, G> ValidGrouping<G> for Contains<E> {
    type IsAggregate = is_aggregate::No;
}
impl<E: SelectableExpression<Q>, Q> SelectableExpression<Q> for Contains<E> {}
impl<E: AppearsOnTable<Q>, Q> AppearsOnTable<Q> for Contains<E> {}
impl<E: QueryFragment<Pg>> QueryFragment<Pg> for Contains<E> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.column.walk_ast(out.reborrow())?;
        out.push_sql(" LIKE ");
        out.push_bind_param::<Text, _>(&self.pattern)
    }
}
impl<E: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Contains<E> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        // Two shapes of SQL under one type: diesel must not cache the statement by type.
        out.unsafe_to_cache_prepared();
        if self.word.chars().count() >= SHORTEST_INDEXED && !self.scanned {
            out.push_identifier(self.table)?;
            out.push_sql(".rid IN (SELECT rowid FROM ");
            out.push_sql(self.table);
            out.push_sql("_fts WHERE ");
            out.push_sql(self.table);
            out.push_sql("_fts MATCH ");
            out.push_bind_param::<Text, _>(&self.word)?;
            out.push_sql(")");
        } else {
            self.column.walk_ast(out.reborrow())?;
            out.push_sql(" LIKE ");
            out.push_bind_param::<Text, _>(&self.pattern)?;
        }
        Ok(())
    }
}
impl<E> QueryFragment<MultiBackend> for Contains<E>
where
    Self: QueryFragment<Pg> + QueryFragment<Sqlite>,
{
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, out)
    }
}
