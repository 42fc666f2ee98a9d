//! Long work: seen while it goes on, left and found again, stopped.

use api::kernel::db::schema::{associations, jobs};
use diesel::prelude::*;
use serde_json::json;
use tests::{TestApp, world};

fn rows(count: usize) -> String {
    let row = |n: usize| {
        json!({ "name": { "ar": format!("جمعية السلم {n}") }, "level": "communal", "kind": "professional", "legal_regime": "law_12_06",
            "seat": { "commune_code": "1601" }, "craft_sectors": ["02"] })
        .to_string()
    };
    (0..count).map(row).collect::<Vec<_>>().join("\n")
}

#[actix_web::test]
async fn a_job_that_is_running_stops_when_told_and_what_is_done_stays_done() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    let sent = chamber.post("/api/v1/associations/imports").body("application/x-ndjson", rows(2500)).await.expect_status(202);
    let path = sent.header("location").unwrap().to_owned();
    // As of a server that has begun and died: the next one finds it running and asked to stop.
    let long_ago = app.kernel.clock.now().plus(chrono::Duration::hours(-1));
    diesel::update(jobs::table)
        .set((jobs::state.eq("running"), jobs::lease_until.eq(long_ago)))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    let asked = chamber.post(&format!("{path}/cancellation")).await.expect_status(202);
    assert_eq!((asked.str("/state").as_str(), asked.json()["cancel_requested"].as_bool()), ("running", Some(true)));
    world::settle(&app).await;
    let job = chamber.get(&path).await.expect_status(200).json();
    assert_eq!(job["state"], "cancelled", "{job}");
    let kept: i64 = associations::table.count().get_result(&mut *app.kernel.db.reader().unwrap()).unwrap();
    assert_eq!(Some(kept), job["report"]["added"].as_i64(), "the report says what stays");
    assert!(kept < 2500, "it stopped before the end");
}

#[actix_web::test]
async fn a_list_of_jobs_is_ones_institutions_by_state() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    chamber.post("/api/v1/associations/imports").body("application/x-ndjson", rows(2)).await.expect_status(202);
    assert_eq!(chamber.get("/api/v1/jobs?state=queued").await.items().len(), 1);
    world::settle(&app).await;
    assert_eq!(chamber.get("/api/v1/jobs?state=queued").await.items().len(), 0);
    assert_eq!(chamber.get("/api/v1/jobs?state=done").await.items().len(), 1);
    assert!(app.chamber("31").get("/api/v1/jobs").await.items().is_empty());
}
