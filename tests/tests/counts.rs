//! Maps and totals come from numbers kept with every change: whatever happens to a file, they say what the lists say.

use diesel::connection::SimpleConnection;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::TestApp;
use tests::world::{file, president, step, submitted};

/// What people filter a map by.
const FILTERS: &[&str] = &[
    "",
    "craft_sector=02",
    "craft_sector=07",
    "craft_domain=1",
    "craft_domain=2",
    "women_led=true",
    "women_led=false",
    "youth_led=true",
    "border=true",
    "border=false",
    "isolated=true",
    "level=communal",
    "level=national",
    "level=communal&kind=professional",
    "level=communal&craft_domain=1",
    "kind=professional",
    "kind=cultural",
    "youth_led=false&isolated=false",
    "border=true&craft_sector=07",
    "women_led=true&wilaya=31",
    "women_led=false&youth_led=false&border=false&isolated=false&kind=professional&level=communal&craft_sector=02",
    "wilaya=16",
    "wilaya=16&wilaya=31&women_led=true&craft_sector=02",
    "craft_sector=02&craft_sector=07",
    "craft_domain=1&craft_sector=02",
    "commune=1601",
];

/// Compares every filter's map and total with its list; how many files the register shows.
async fn agree(app: &TestApp, moment: &str) -> usize {
    let visitor = app.visitor();
    for filter in FILTERS {
        let listed = visitor.get(&format!("/api/v1/associations?limit=200&include_total=true&{filter}")).await.expect_status(200);
        let mut expected: BTreeMap<String, i64> = BTreeMap::new();
        for item in listed.items() {
            *expected.entry(item["wilaya_code"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        let map = visitor.get(&format!("/api/v1/associations/counts?{filter}")).await.expect_status(200).json();
        let counted = map["items"].as_array().unwrap().iter();
        let counted: BTreeMap<String, i64> =
            counted.map(|one| (one["wilaya_code"].as_str().unwrap().to_owned(), one["count"].as_i64().unwrap())).collect();
        assert_eq!(counted, expected, "{moment}: the map of ?{filter}");
        assert_eq!(listed.json()["total"], json!(expected.values().sum::<i64>()), "{moment}: the total of ?{filter}");
    }
    visitor.get("/api/v1/associations?limit=200").await.items().len()
}

async fn verified_in(app: &TestApp, commune: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut input = file(commune);
    input["seat"]["commune_code"] = json!(commune);
    change(&mut input);
    let officer = app.chamber(&commune[..2]);
    let id = officer.post("/api/v1/associations").json(&input).await.expect_status(201).str("/id");
    for name in ["submission", "verification"] {
        officer.post(&format!("/api/v1/associations/{id}/{name}")).await.expect_status(200);
    }
    id
}

#[actix_web::test]
async fn the_map_says_what_the_lists_say_whatever_happens_to_a_file() {
    let app = TestApp::new().await;
    submitted(&app).await;
    assert_eq!(agree(&app, "a file that waits").await, 0);
    let first = verified_in(&app, "1601", |_| {}).await;
    let second = verified_in(&app, "1601", |input| input["craft_sectors"] = json!(["02", "07"])).await;
    let young = |input: &mut Value| {
        input["headcounts"] = json!([]);
        input["mandates"][0]["born_on"] = json!("1991-05-20");
    };
    let third = verified_in(&app, "3101", young).await;
    assert_eq!(agree(&app, "three verified").await, 3);

    let officer = app.chamber("16");
    let sectors = json!({ "craft_sectors": ["07"], "seat": { "commune_code": "1605" } });
    officer.patch(&format!("/api/v1/associations/{first}")).if_match("*").json(&sectors).await.expect_status(200);
    agree(&app, "another craft and another commune").await;

    let changes = json!({ "changes": { "craft_sectors": ["02"] } });
    let asked = president(&app, &second).post(&format!("/api/v1/associations/{second}/proposals")).json(&changes).await.expect_status(201);
    let decision = json!({ "decisions": [{ "pointer": "/craft_sectors", "accept": true }] });
    officer.post(&format!("/api/v1/proposals/{}/decision", asked.str("/id"))).json(&decision).await.expect_status(200);
    agree(&app, "a change that was asked for").await;

    let reason = || Some(json!({ "reason": "انتهت العهدة" }));
    step(&app, &second, "suspension", reason()).await;
    assert_eq!(agree(&app, "one suspended").await, 2);
    step(&app, &second, "reinstatement", reason()).await;
    assert_eq!(agree(&app, "and back again").await, 3);

    let merge = step(&app, &first, "merges", Some(json!({ "other_id": second }))).await;
    assert_eq!(agree(&app, "two that were one").await, 2);
    officer.post(&format!("/api/v1/merges/{}/undoing", merge["id"].as_str().unwrap())).await.expect_status(200);
    assert_eq!(agree(&app, "two after all").await, 3);

    api::resources::associations::refresh_leaders(&app.kernel).unwrap();
    app.advance(chrono::Duration::days(20));
    assert_eq!(api::resources::associations::refresh_leaders(&app.kernel).unwrap(), 1, "the president of the third turned 35");
    agree(&app, "a president turned 35").await;

    let isolated = json!({ "isolated": { "value": true, "basis": "المرسوم" }, "border": { "value": true, "basis": "القرار" } });
    app.ministry().patch("/api/v1/communes/3101").if_match("*").json(&isolated).await.expect_status(200);
    agree(&app, "the ministry decided on a commune").await;
    let listed = app.visitor().get("/api/v1/associations?isolated=true&border=true").await.items();
    assert_eq!(listed.iter().map(|item| item["id"].clone()).collect::<Vec<_>>(), [json!(third)]);
}

#[actix_web::test]
async fn with_one_filter_at_most_a_map_and_a_total_read_a_row_for_each_wilaya() {
    let app = TestApp::new().await;
    verified_in(&app, "1601", |_| {}).await;
    let read = async |filter: &str| {
        let mut tables = Vec::new();
        for path in ["/counts?", "?limit=1&include_total=true&"] {
            tests::statements::take(app.url());
            let place = format!("/api/v1/associations{path}{filter}");
            app.visitor().get(&place).header("cache-control", "no-cache").await.expect_status(200);
            let sent = tests::statements::take(app.url());
            let table = ["association_sums", "association_counts"].into_iter().find(|table| sent.iter().any(|one| one.contains(table)));
            tables.push(table.unwrap_or("associations"));
        }
        assert_eq!(tables[0], tables[1], "?{filter}");
        tables[0]
    };
    let one = ["", "craft_sector=02", "craft_domain=1", "level=communal", "kind=women", "women_led=true", "youth_led=false", "border=true"];
    for filter in one.into_iter().chain(["isolated=true", "craft_sector=02&women_led=true", "wilaya=16&wilaya=31&level=communal"]) {
        assert_eq!(read(filter).await, "association_sums", "?{filter}");
    }
    assert_eq!(read("women_led=true&level=communal").await, "association_counts");
    assert_eq!(read("craft_sector=02&craft_sector=07").await, "associations");
}

/// The migrations that brought the counts and their sums: back, and there again.
fn migrations() -> [&'static str; 4] {
    macro_rules! of {
        ($database:literal) => {
            [
                include_str!(concat!("../../migrations/", $database, "/2026-11-24-002100_sums/down.sql")),
                include_str!(concat!("../../migrations/", $database, "/2026-11-24-001400_counts/down.sql")),
                include_str!(concat!("../../migrations/", $database, "/2026-11-24-001400_counts/up.sql")),
                include_str!(concat!("../../migrations/", $database, "/2026-11-24-002100_sums/up.sql")),
            ]
        };
    }
    if tests::database::postgres_server().is_some() { of!("postgres") } else { of!("sqlite") }
}

#[actix_web::test]
async fn files_of_an_older_release_are_counted_by_its_migration() {
    let app = TestApp::new().await;
    let first = verified_in(&app, "1601", |input| input["craft_sectors"] = json!(["02", "03", "07"])).await;
    verified_in(&app, "3101", |input| input["craft_sectors"] = json!(["02"])).await;
    submitted(&app).await;
    for sql in migrations() {
        app.kernel.db.writer().unwrap().batch_execute(sql).unwrap();
    }
    assert_eq!(agree(&app, "after the migration").await, 2);
    // What was filled and what is kept since are the same rows.
    let sectors = json!({ "craft_sectors": ["07"] });
    app.chamber("16").patch(&format!("/api/v1/associations/{first}")).if_match("*").json(&sectors).await.expect_status(200);
    step(&app, &first, "suspension", Some(json!({ "reason": "انتهت العهدة" }))).await;
    assert_eq!(agree(&app, "a change after the migration").await, 1);
}
