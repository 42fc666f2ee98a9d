//! The schema: the same on both databases, revertible, and made once however many open an empty database together.

use api::kernel::clock::Clock;
use api::kernel::db::migrate;
use api::kernel::ids::IdSource;
use api::kernel::{Kernel, db};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use std::collections::BTreeMap;
use tests::database::{Database, postgres_server};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    place: String,
    #[diesel(sql_type = Text)]
    what: String,
}

/// A schema as lines: what there is, and how it is.
type Schema = BTreeMap<String, String>;

fn lines(conn: &mut db::AnyConnection, kind: &str, query: &str, schema: &mut Schema) {
    let rows: Vec<Line> = diesel::sql_query(query).load(conn).unwrap_or_else(|cause| panic!("{query}: {cause}"));
    for row in rows {
        // Two constraints over the same columns would hide each other.
        let before = schema.insert(format!("{kind} {}", row.place), row.what);
        assert!(before.is_none(), "{kind} {} is there twice", row.place);
    }
}

/// Tables of the migrations themselves and of full-text search are each database's own business.
const ASIDE: &str = "NOT LIKE '\\_\\_diesel%' ESCAPE '\\'";

fn sqlite_schema(conn: &mut db::AnyConnection) -> Schema {
    let mut schema = Schema::new();
    let tables = format!(
        "(SELECT name FROM sqlite_schema WHERE type = 'table' AND name {ASIDE} AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_fts%' ESCAPE '\\')"
    );
    // `rid` numbers the rows for full-text search.
    lines(
        conn,
        "column",
        &format!(
            "SELECT t.name || '.' || c.name AS place, c.type || iif(c.\"notnull\" OR c.pk > 0, ' NOT NULL', '') || ' ' || ifnull(c.dflt_value, '') AS what \
             FROM {tables} t, pragma_table_info(t.name) c WHERE c.name <> 'rid'"
        ),
        &mut schema,
    );
    let key =
        "(SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 AND name <> 'rid' ORDER BY pk))";
    lines(conn, "primary key of", &format!("SELECT t.name AS place, {key} AS what FROM {tables} t WHERE {key} IS NOT NULL"), &mut schema);
    let columns = "(SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))";
    lines(
        conn,
        "unique",
        &format!(
            "SELECT t.name || ' (' || {columns} || ')' AS place, '' AS what FROM {tables} t, pragma_index_list(t.name) i WHERE i.\"unique\" AND i.origin = 'u'"
        ),
        &mut schema,
    );
    lines(
        conn,
        "index",
        &format!(
            "SELECT i.name AS place, t.name || ' (' || {columns} || ')' || iif(i.\"unique\", ' unique', '') || iif(i.partial, ' partial', '') AS what \
             FROM {tables} t, pragma_index_list(t.name) i WHERE i.origin = 'c'"
        ),
        &mut schema,
    );
    lines(
        conn,
        "foreign key",
        &format!(
            "SELECT t.name || '.' || f.\"from\" AS place, f.\"table\" || '.' || f.\"to\" || ' ' || f.on_delete AS what FROM {tables} t, pragma_foreign_key_list(t.name) f"
        ),
        &mut schema,
    );
    // Where `rid` takes the place of the primary key, the identifier is unique instead.
    let numbered: Vec<String> =
        schema.keys().filter_map(|place| Some(place.strip_prefix("unique ")?.strip_suffix(" (id)")?.to_owned())).collect();
    for table in numbered {
        if !schema.contains_key(&format!("primary key of {table}")) {
            schema.remove(&format!("unique {table} (id)"));
            schema.insert(format!("primary key of {table}"), "id".to_owned());
        }
    }
    schema
}

fn postgres_schema(conn: &mut db::AnyConnection) -> Schema {
    let mut schema = Schema::new();
    let tables =
        format!("(SELECT oid, relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname {ASIDE})");
    lines(
        conn,
        "column",
        &format!(
            "SELECT t.relname || '.' || a.attname AS place, format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END \
             || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS what \
             FROM {tables} t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped \
             LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum WHERE a.attname <> 'rid'"
        ),
        &mut schema,
    );
    let columns = |keys: &str| {
        format!(
            "(SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest({keys}) WITH ORDINALITY k (num, n) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num)"
        )
    };
    let of_constraint = columns("c.conkey");
    lines(
        conn,
        "primary key of",
        &format!(
            "SELECT t.relname::text AS place, {of_constraint} AS what FROM {tables} t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'p'"
        ),
        &mut schema,
    );
    lines(
        conn,
        "unique",
        &format!(
            "SELECT t.relname || ' (' || {of_constraint} || ')' AS place, '' AS what FROM {tables} t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'u'"
        ),
        &mut schema,
    );
    let of_index = columns("i.indkey::int2[]");
    lines(
        conn,
        "index",
        &format!(
            "SELECT x.relname::text AS place, t.relname || ' (' || {of_index} || ')' || CASE WHEN i.indisunique THEN ' unique' ELSE '' END \
             || CASE WHEN i.indpred IS NULL THEN '' ELSE ' partial' END AS what \
             FROM {tables} t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam \
             WHERE m.amname = 'btree' AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.oid AND c.contype IN ('p', 'u'))"
        ),
        &mut schema,
    );
    lines(
        conn,
        "foreign key",
        &format!(
            "SELECT t.relname || '.' || a.attname AS place, r.relname || '.' || b.attname || ' ' || CASE c.confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'c' THEN 'CASCADE' ELSE c.confdeltype::text END AS what \
             FROM {tables} t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' JOIN pg_class r ON r.oid = c.confrelid \
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]"
        ),
        &mut schema,
    );
    schema
}

/// What a column of SQLite may be on PostgreSQL.
const TYPES: &[(&str, &[&str])] = &[
    ("BLOB", &["uuid", "bytea"]),
    ("INTEGER", &["bigint", "integer", "smallint", "boolean", "timestamp with time zone"]),
    ("REAL", &["double precision"]),
    ("TEXT", &["text", "date", "jsonb"]),
];

fn is_the_same(sqlite: &str, postgres: &str) -> bool {
    let split = |text: &str| {
        text.trim().split_once(" NOT NULL").map_or((text.trim().to_owned(), false), |(kind, _)| (kind.trim().to_owned(), true))
    };
    let ((sqlite, one), (postgres, other)) = (split(sqlite), split(postgres));
    one == other && TYPES.iter().any(|(kind, native)| *kind == sqlite && native.contains(&postgres.as_str()))
}

fn open(database: &Database) -> db::AnyConnection {
    let mut conn = match db::Target::parse(database.url()).unwrap() {
        db::Target::Postgres(url) => db::AnyConnection::Postgres(PgConnection::establish(&url).unwrap()),
        db::Target::Sqlite(path) => db::AnyConnection::Sqlite(SqliteConnection::establish(&path.to_string_lossy()).unwrap()),
    };
    if let db::AnyConnection::Sqlite(conn) = &mut conn {
        conn.batch_execute("PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON").unwrap();
    }
    conn
}

fn schema(conn: &mut db::AnyConnection) -> Schema {
    match conn {
        db::AnyConnection::Sqlite(_) => sqlite_schema(conn),
        db::AnyConnection::Postgres(_) => postgres_schema(conn),
    }
}

#[test]
fn both_databases_have_the_same_schema() {
    let Some(server) = postgres_server() else {
        eprintln!("skipped: no TEST_POSTGRES_URL");
        return;
    };
    let (file, there) = (Database::in_file(), Database::on_server(&server, None));
    let migrated = |database: &Database| {
        let mut conn = open(database);
        migrate::run(&mut conn).unwrap();
        schema(&mut conn)
    };
    let (sqlite, mut postgres) = (migrated(&file), migrated(&there));
    assert!(sqlite.len() > 100, "the schema cannot be read: {sqlite:?}");
    let mut findings = tests::Findings::default();
    for (place, what) in sqlite {
        match postgres.remove(&place) {
            None => findings.add(format!("{place} ({what}) is in SQLite alone")),
            Some(other) => {
                let same = if place.starts_with("column ") { is_the_same(&what, &other) } else { what == other };
                findings.expect(same, || format!("{place} is {what} in SQLite and {other} in PostgreSQL"));
            }
        }
    }
    for (place, what) in postgres {
        findings.add(format!("{place} ({what}) is in PostgreSQL alone"));
    }
    findings.finish();
}

#[test]
fn migrations_are_undone_and_done_again() {
    let database = Database::empty();
    let mut conn = open(&database);
    let nothing = schema(&mut conn);
    migrate::run(&mut conn).unwrap();
    assert!(migrate::complete(&mut conn).unwrap());
    let first = schema(&mut conn);
    assert!(first.len() > 100, "{first:?}");
    migrate::revert_all(&mut conn).unwrap();
    assert!(!migrate::complete(&mut conn).unwrap());
    assert_eq!(schema(&mut conn), nothing, "undoing leaves something behind");
    migrate::run(&mut conn).unwrap();
    assert_eq!(schema(&mut conn), first);
    // Again: nothing to do.
    migrate::run(&mut conn).unwrap();
    assert_eq!(schema(&mut conn), first);
}

#[test]
fn many_open_an_empty_database_at_the_same_time() {
    let database = Database::empty();
    let opened = std::thread::scope(|scope| {
        let open = || {
            Kernel::open(tests::app::config(database.url(), database.folder()), Clock::System, IdSource::Random)
                .map(drop)
                .map_err(|cause| cause.to_string())
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(opened.iter().all(Result::is_ok), "{opened:?}");
    assert!(migrate::complete(&mut open(&database)).unwrap());
}

#[test]
fn the_reference_data_is_loaded_once() {
    let database = Database::filled();
    let kernel = Kernel::open(tests::app::config(database.url(), database.folder()), tests::app::clock(), IdSource::Random).unwrap();
    let count = |kernel: &Kernel| {
        use api::kernel::db::schema::{communes, institutions, reference_versions, wilayas};
        let mut conn = kernel.db.reader().unwrap();
        let number = |n: QueryResult<i64>| n.unwrap();
        [
            number(wilayas::table.count().get_result(&mut *conn)),
            number(communes::table.count().get_result(&mut *conn)),
            number(institutions::table.count().get_result(&mut *conn)),
            number(reference_versions::table.count().get_result(&mut *conn)),
        ]
    };
    let before = count(&kernel);
    assert_eq!(before[..3], [69, 1541, 72]);
    api::serve::load_reference(&kernel).unwrap();
    assert_eq!(count(&kernel), before);
}

#[test]
fn a_reader_of_a_file_cannot_write() {
    let database = Database::in_file();
    let kernel = Kernel::open(tests::app::config(database.url(), database.folder()), Clock::System, IdSource::Random).unwrap();
    let refused = diesel::sql_query("DELETE FROM signing_keys").execute(&mut *kernel.db.reader().unwrap());
    assert!(refused.unwrap_err().to_string().contains("readonly"));
}

#[test]
fn a_mistyped_address_makes_no_file() {
    for url in ["sqlit:/nowhere/x.db", "platform.db", "postgre://localhost/x", "sqlite:", "mysql://localhost/x", ""] {
        assert!(db::Target::parse(url).is_err(), "{url:?}");
    }
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Bool)]
    good: bool,
}

#[test]
fn foreign_keys_hold_on_every_connection() {
    let database = Database::filled();
    let kernel = Kernel::open(tests::app::config(database.url(), database.folder()), tests::app::clock(), IdSource::Random).unwrap();
    let refused =
        diesel::sql_query("UPDATE communes SET wilaya_code = '99' WHERE code = '1601'").execute(&mut *kernel.db.writer().unwrap());
    assert!(refused.unwrap_err().to_string().to_lowercase().contains("foreign key"));
    let good: Answer = diesel::sql_query("SELECT count(*) = 1 AS good FROM communes WHERE code = '1601' AND wilaya_code = '16'")
        .get_result(&mut *kernel.db.reader().unwrap())
        .unwrap();
    assert!(good.good);
}

#[test]
fn a_crowd_of_writers_loses_nothing_and_keeps_nothing_of_those_who_fail() {
    let database = Database::filled();
    let kernel = Kernel::open(tests::app::config(database.url(), database.folder()), tests::app::clock(), IdSource::Random).unwrap();
    let rename = |conn: &mut db::AnyConnection, number: usize| {
        let sql = format!("UPDATE communes SET border_basis = border_basis || '|{number}|' WHERE code = '1601'");
        diesel::sql_query(sql).execute(conn).map_err(api::kernel::error::Error::from)
    };
    // All of them wait for the writer, which is let go once they do.
    let busy = kernel.db.writer().unwrap();
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..100)
            .map(|number| {
                let db = &kernel.db;
                scope.spawn(move || {
                    db.write(|conn| {
                        rename(conn, number)?;
                        match number % 10 {
                            3 => Err(api::kernel::error::Error::not_found()),
                            7 => panic!("the work of {number} ends badly"),
                            _ => Ok(number),
                        }
                    })
                })
            })
            .collect();
        std::thread::sleep(std::time::Duration::from_millis(200));
        drop(busy);
        writers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
    });
    let text = "SELECT code AS place, border_basis AS what FROM communes WHERE code = '1601'";
    let row: Line = diesel::sql_query(text).get_result(&mut *kernel.db.reader().unwrap()).unwrap();
    for (number, outcome) in outcomes.into_iter().enumerate() {
        let fine = matches!(outcome, Ok(Ok(said)) if said == number);
        assert_eq!(fine, !matches!(number % 10, 3 | 7), "{number}");
        assert_eq!(row.what.matches(&format!("|{number}|")).count(), usize::from(fine), "{number} in {}", row.what);
    }
}
