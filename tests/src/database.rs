//! A database for each test: a copy of one that was migrated and filled once, on the database the environment chooses.
//!
//! SQLite by default. With `TEST_POSTGRES_URL`, databases on that server, copied by `CREATE DATABASE … TEMPLATE` and dropped
//! afterwards. The filled one is kept between runs under a name that follows from the test program itself.

use crate::{app, statements};
use api::kernel::Kernel;
use api::kernel::ids::IdSource;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use uuid::Uuid;

/// The server to make databases on, when the tests run on PostgreSQL.
pub fn postgres_server() -> Option<String> {
    std::env::var("TEST_POSTGRES_URL").ok().filter(|url| !url.is_empty())
}

/// A database that goes when this goes.
pub struct Database {
    url: String,
    folder: TempDir,
    server: Option<Server>,
}

struct Server {
    url: String,
    name: String,
}

impl Database {
    /// One with schema and reference data.
    pub fn filled() -> Self {
        match postgres_server() {
            Some(server) => Self::on_server(&server, Some(postgres_template(&server))),
            None => {
                let database = Self::in_file();
                std::fs::copy(sqlite_template(), database.file()).expect("the filled database can be copied");
                database
            }
        }
    }

    /// One with nothing in it, on the database the environment chooses.
    pub fn empty() -> Self {
        match postgres_server() {
            Some(server) => Self::on_server(&server, None),
            None => Self::in_file(),
        }
    }

    /// One with nothing in it, in a file.
    pub fn in_file() -> Self {
        statements::install();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite:{}", folder.path().join(FILE).display());
        Self { url, folder, server: None }
    }

    /// One on a server: a copy of a template, or empty.
    pub fn on_server(server: &str, template: Option<&str>) -> Self {
        statements::install();
        let name = format!("test_{}", Uuid::new_v4().simple());
        let copy = template.map(|template| format!(" TEMPLATE {template}")).unwrap_or_default();
        run(server, &format!("CREATE DATABASE {name}{copy}"));
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { url: with_name(server, &name), folder, server: Some(Server { url: server.to_owned(), name }) }
    }

    /// Its address, as `DATABASE_URL` takes it.
    pub fn url(&self) -> &str {
        &self.url
    }
    /// A folder for everything else.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
    fn file(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }
}

const FILE: &str = "platform.db";

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(server) = &self.server {
            run(&server.url, &format!("DROP DATABASE {} WITH (FORCE)", server.name));
        }
    }
}

/// Migrates a database and loads the reference data.
fn fill(url: &str, folder: &Path) {
    let kernel = Kernel::open(app::config(url, folder), app::clock(), IdSource::counted()).expect("an empty database is migrated");
    api::serve::load_reference(&kernel).expect("the reference data is loaded");
}

/// A name that changes with the test program, and so with the migrations and the reference data inside it.
fn key() -> String {
    let program = std::env::current_exe().unwrap();
    let about = std::fs::metadata(&program).unwrap();
    let mut hash = DefaultHasher::new();
    (program, about.len(), about.modified().unwrap()).hash(&mut hash);
    format!("{:016x}", hash.finish())
}

fn sqlite_template() -> &'static Path {
    static TEMPLATE: OnceLock<PathBuf> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        // Beside the programs of the build, where a clean takes it away.
        let folder = std::env::current_exe().unwrap().parent().unwrap().join("../../tmp");
        std::fs::create_dir_all(&folder).unwrap();
        let lock = File::create(folder.join("filled.lock")).unwrap();
        lock.lock().expect("one process fills the database while others wait");
        let template = folder.join(format!("filled-{}.db", key()));
        if !template.is_file() {
            forget_old(&folder);
            let database = Database::in_file();
            fill(database.url(), database.folder());
            let part = folder.join(format!("part-{}.db", Uuid::new_v4().simple()));
            let mut conn = SqliteConnection::establish(&database.file().to_string_lossy()).unwrap();
            conn.batch_execute(&format!("VACUUM INTO '{}'", part.display())).expect("the filled database is written to one file");
            std::fs::rename(part, &template).unwrap();
        }
        template
    })
}

fn forget_old(folder: &Path) {
    let old = SystemTime::now() - Duration::from_secs(3600);
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let is_ours = entry.file_name().to_string_lossy().ends_with(".db");
        if is_ours && entry.metadata().and_then(|about| about.modified()).is_ok_and(|at| at < old) {
            // Another process may have been quicker.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn postgres_template(server: &str) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let (name, building) = (format!("filled_{}", key()), format!("filling_{}", key()));
        let mut conn = PgConnection::establish(server).expect("TEST_POSTGRES_URL names a server that answers");
        // Held until the connection closes.
        conn.batch_execute("SELECT pg_advisory_lock(727002)").unwrap();
        let there: bool = diesel::select(diesel::dsl::sql::<diesel::sql_types::Bool>(&format!(
            "EXISTS (SELECT FROM pg_database WHERE datname = '{name}')"
        )))
        .get_result(&mut conn)
        .unwrap();
        if !there {
            run(server, &format!("DROP DATABASE IF EXISTS {building} WITH (FORCE)"));
            run(server, &format!("CREATE DATABASE {building}"));
            let folder = tempfile::tempdir().expect("a temporary folder");
            fill(&with_name(server, &building), folder.path());
            run(server, &format!("ALTER DATABASE {building} ALLOW_CONNECTIONS false"));
            run(server, &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{building}'"));
            for attempt in 1..=50 {
                match try_run(server, &format!("ALTER DATABASE {building} RENAME TO {name}")) {
                    Ok(()) => break,
                    Err(cause) => assert!(attempt < 50, "{cause}"),
                }
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        name
    })
}

fn try_run(server: &str, statement: &str) -> Result<(), String> {
    let mut conn = PgConnection::establish(server).map_err(|cause| cause.to_string())?;
    conn.batch_execute(statement).map_err(|cause| format!("{statement}: {cause}"))
}

fn run(server: &str, statement: &str) {
    if let Err(cause) = try_run(server, statement) {
        // Also while a failing test unwinds.
        eprintln!("{cause}");
        assert!(std::thread::panicking(), "{cause}");
    }
}

/// The address of another database on the same server.
fn with_name(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').map_or((server, String::new()), |(address, rest)| (address, format!("?{rest}")));
    let (scheme, rest) = address.split_once("://").expect("an address with a scheme");
    let host = rest.split('/').next().unwrap_or_default();
    format!("{scheme}://{host}/{name}{options}")
}
