//! Bad days: the server is killed in the middle of an import, the disk is full, the database is gone.

use api::config::Config;
use api::kernel::Kernel;
use api::kernel::db::schema::{association_transitions, association_versions, associations, jobs};
use api::kernel::ids::IdSource;
use api::resources::jobs::Runner;
use diesel::connection::SimpleConnection;
use diesel::dsl::count_star;
use diesel::prelude::*;
use serde_json::{Value, json};
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use tests::{Actor, TestApp, world};

/// Rows of the file: more than a moment's work.
const ROWS: usize = 5_000;
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

const URL: &str = "KILLED_DATABASE";
const FOLDER: &str = "KILLED_FOLDER";

/// Not a test: the process that the tests below start and kill. It does jobs until then.
#[test]
#[ignore = "the process that is killed"]
fn the_process_that_is_killed() {
    let Ok(url) = std::env::var(URL) else { return };
    let folder = std::env::var(FOLDER).unwrap();
    let config: Config = tests::app::config(&url, folder.as_ref());
    let kernel = Kernel::open(config, tests::app::clock(), IdSource::Random).unwrap();
    let runner = Runner::start(kernel, api::resources::WORKERS).unwrap();
    std::thread::sleep(PATIENCE);
    runner.stop();
}

fn start(app: &TestApp) -> Child {
    let program = std::env::current_exe().unwrap();
    let arguments = ["--exact", "bad_days::the_process_that_is_killed", "--ignored", "--nocapture"];
    let process = Command::new(program).args(arguments).env(URL, app.url()).env(FOLDER, app.folder()).spawn();
    process.expect("the test program runs once more")
}

/// Looks again and again, until something is so.
fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begin = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begin.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// State and rows done of the one job.
fn job(app: &TestApp) -> (String, i64) {
    jobs::table.select((jobs::state, jobs::done)).first(&mut *app.kernel.db.reader().unwrap()).unwrap()
}

/// Sets what a connection that writes keeps to.
fn pragma(app: &TestApp, what: &str) {
    app.kernel.db.writer().unwrap().batch_execute(&format!("PRAGMA {what}")).unwrap();
}

/// Files, their versions and their steps: as many of each, or something is half written.
fn written(app: &TestApp) -> i64 {
    let mut conn = app.kernel.db.reader().unwrap();
    let files: i64 = associations::table.select(count_star()).first(&mut *conn).unwrap();
    let versions: i64 = association_versions::table.select(count_star()).first(&mut *conn).unwrap();
    let verified = association_transitions::table.filter(association_transitions::to_status.eq("verified"));
    let steps: i64 = verified.select(count_star()).first(&mut *conn).unwrap();
    assert_eq!((versions, steps), (files, files));
    files
}

fn file() -> String {
    let letters: Vec<char> = "بتدرسفكلمن".chars().collect();
    let name = |number: usize| number.to_string().bytes().map(|digit| letters[usize::from(digit - b'0')]).collect::<String>();
    let row = |number: usize| json!({ "name_ar": format!("جمعية {}", name(number)), "commune": "1601", "level": "communal", "kind": "cultural", "sectors": "02" });
    (0..ROWS).map(|number| format!("{}\n", row(number))).collect()
}

async fn send(chamber: &Actor<'_>, mode: &str) -> String {
    let query = format!("/api/v1/associations/imports?mode={mode}&status=verified&duplicates=insert");
    let sent = chamber.post(&query).body("application/x-ndjson", file()).await.expect_status(202);
    sent.header("location").unwrap().to_owned()
}

/// Another server takes the job up once the lease of the first has run out, and does the whole of it.
async fn taken_up_and_finished(app: &TestApp, chamber: &Actor<'_>, place: &str) {
    app.advance(chrono::Duration::minutes(1));
    world::settle(app).await;
    let done: Value = chamber.get(place).await.expect_status(200).json();
    assert_eq!((done["state"].as_str(), done["done"].as_i64()), (Some("done"), Some(ROWS as i64)), "{done}");
    assert_eq!(written(app), ROWS as i64, "each row once");
    let numbers = associations::table.select(associations::registration_number).order(associations::registration_number);
    let numbers: Vec<Option<String>> = numbers.load(&mut *app.kernel.db.reader().unwrap()).unwrap();
    assert_eq!(numbers, (1..=ROWS).map(|number| Some(format!("16-2026-{number:04}"))).collect::<Vec<_>>(), "without a gap");
}

#[actix_web::test]
async fn an_import_of_good_rows_goes_on_where_its_server_was_killed() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    let place = send(&chamber, "good_rows").await;
    let mut server = start(&app);
    until("the import begins", || (job(&app).1 > 0).then_some(()));
    server.kill().unwrap();
    server.wait().unwrap();
    let (state, done) = job(&app);
    let kept = written(&app);
    assert_eq!((state.as_str(), done), ("running", kept), "what is written is what is known to be done");
    assert!(kept < ROWS as i64, "killed in the middle");
    taken_up_and_finished(&app, &chamber, &place).await;
}

#[actix_web::test]
async fn an_import_of_all_or_nothing_leaves_nothing_when_its_server_is_killed() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    let place = send(&chamber, "all_or_nothing").await;
    let mut server = start(&app);
    until("the import begins", || (job(&app).0 == "running").then_some(()));
    std::thread::sleep(Duration::from_millis(300));
    server.kill().unwrap();
    server.wait().unwrap();
    assert_eq!((job(&app).0.as_str(), written(&app)), ("running", 0), "killed in the middle, and nothing is there");
    taken_up_and_finished(&app, &chamber, &place).await;
}

#[actix_web::test]
async fn a_full_disk_ends_an_import_with_a_clear_word_and_it_goes_on_once_there_is_room() {
    let app = TestApp::new().await;
    // A server of PostgreSQL cannot be made to run out of room from here.
    if app.kernel.db.file().is_none() {
        return;
    }
    let chamber = app.chamber("16");
    let place = send(&chamber, "good_rows").await;
    let pages: i64 = diesel::select(diesel::dsl::sql::<diesel::sql_types::BigInt>("(SELECT page_count FROM pragma_page_count)"))
        .get_result(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    pragma(&app, &format!("max_page_count = {}", pages + 1_000));
    world::settle(&app).await;
    let failed = chamber.get(&place).await.expect_status(200).json();
    assert_eq!((&failed["state"], &failed["failure"]["code"]), (&json!("failed"), &json!("storage_unavailable")), "{failed}");
    let kept = written(&app);
    assert!(kept > 0 && kept < ROWS as i64, "the disk was full in the middle: {kept}");
    assert_eq!(failed["done"], json!(kept), "what is written is what is known to be done");
    let refused = chamber.post("/api/v1/associations/imports").body("application/x-ndjson", file()).await;
    assert!([202, 503].contains(&refused.status), "{}", refused.text());

    pragma(&app, "max_page_count = 1073741823");
    let again = send(&chamber, "good_rows").await;
    world::settle(&app).await;
    let done = chamber.get(&again).await.json();
    assert_eq!((&done["state"], written(&app)), (&json!("done"), ROWS as i64), "{done}");
}

#[actix_web::test]
async fn a_database_that_is_gone_is_a_503_and_nothing_is_restarted_once_it_is_back() {
    let app = TestApp::new().await;
    let Some(server) = tests::database::postgres_server() else { return };
    let name = app.url().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let mut outside = PgConnection::establish(&server).unwrap();
    let id = world::verified(&app).await;
    let chamber = app.chamber("16");
    let place = format!("/api/v1/associations/{id}");
    outside
        .batch_execute(&format!(
            "ALTER DATABASE {name} ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        ))
        .unwrap();
    app.visitor().get(&place).await.expect_status(503).expect_problem("database_unavailable");
    chamber.patch(&place).if_match("*").json(&json!({ "acronym": "A" })).await.expect_status(503).expect_problem("database_unavailable");
    app.visitor().get("/readyz").await.expect_status(503);
    app.visitor().get("/livez").await.expect_status(200);
    outside.batch_execute(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).unwrap();
    // Each connection that was cut is noticed once.
    let begin = Instant::now();
    while app.visitor().get("/readyz").await.status != 200 {
        assert!(begin.elapsed() < PATIENCE, "the database is back");
    }
    let mended = async || chamber.patch(&place).if_match("*").json(&json!({ "acronym": "A" })).await.status;
    while mended().await != 200 {
        assert!(begin.elapsed() < PATIENCE, "what writes is back");
    }
    assert_eq!(app.visitor().get(&place).await.expect_status(200).json()["acronym"], "A");
}
