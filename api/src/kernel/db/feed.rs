//! The order of the feed: that of commits.
//!
//! Identifiers and instants are taken before a transaction commits, and another may commit in between; a reader that went by them would
//! pass by what comes late. PostgreSQL numbers its transactions, and says below which number none is under way any more: what lies
//! below is complete and in its order for good. SQLite has one writer at a time, so the next number is that of the next commit.

use super::{AnyConnection, MultiBackend};
use diesel::connection::SimpleConnection;
use diesel::expression::{ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::BigInt;
use diesel::sqlite::Sqlite;

/// The number that an event of the running transaction gets.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct Number;

/// The number below which everything has been committed or undone.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct Ceiling;

macro_rules! number {
    ($name:ty, $postgres:literal, $sqlite:literal) => {
        impl Expression for $name {
            type SqlType = BigInt;
        }
        impl<G> ValidGrouping<G> for $name {
            type IsAggregate = is_aggregate::Never;
        }
        impl<Q> diesel::SelectableExpression<Q> for $name {}
        impl<Q> diesel::AppearsOnTable<Q> for $name {}
        impl QueryFragment<Pg> for $name {
            fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
                out.push_sql($postgres);
                Ok(())
            }
        }
        impl QueryFragment<Sqlite> for $name {
            fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
                out.push_sql($sqlite);
                Ok(())
            }
        }
        impl QueryFragment<MultiBackend> for $name {
            fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
                MultiBackend::walk_variant_ast(self, out)
            }
        }
    };
}
number!(
    Number,
    "((SELECT base FROM outbox_base) + pg_current_xact_id()::text::bigint)",
    "(SELECT coalesce(max(transaction_id), 0) + 1 FROM outbox)"
);
number!(Ceiling, "((SELECT base FROM outbox_base) + pg_snapshot_xmin(pg_current_snapshot())::text::bigint)", "9223372036854775807");

/// Lets the numbers go on above those that are there: a dump that was put into another PostgreSQL brings numbers along that this one has
/// not reached, and without a base to add everything new would come before them.
///
/// # Errors
/// When the database does not answer.
pub fn go_on(conn: &mut AnyConnection) -> QueryResult<()> {
    match conn {
        AnyConnection::Sqlite(_) => Ok(()),
        AnyConnection::Postgres(c) => c.batch_execute(
            "UPDATE outbox_base SET base = top + 1 FROM (SELECT max(transaction_id) AS top FROM outbox) AS there \
             WHERE top >= base + pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        ),
    }
}
