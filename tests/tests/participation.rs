//! Who took part in events of a year: each association once, as it was known on a day.

use api::kernel::db::schema::event_applications as a;
use api::kernel::ids::AssociationId;
use api::resources::calls::ApplicationId;
use chrono::Duration;
use diesel::prelude::*;
use serde_json::{Value, json};
use tests::TestApp;
use tests::world::{Commission, TODAY, attend, held};

fn application(id: &str) -> ApplicationId {
    id.parse::<uuid::Uuid>().unwrap().into()
}

/// The first application of another event becomes one of the association of the first.
fn same_association(app: &TestApp, one: &Commission<'_>, other: &Commission<'_>) {
    let mut conn = app.kernel.db.writer().unwrap();
    let id: AssociationId = a::table.find(application(&one.applications[0])).select(a::association_id).first(&mut *conn).unwrap();
    diesel::update(a::table.find(application(&other.applications[0]))).set(a::association_id.eq(id)).execute(&mut *conn).unwrap();
}

#[actix_web::test]
async fn an_association_counts_once_however_many_events_it_was_at() {
    let app = TestApp::new().await;
    let (one, other) = (held(&app, 2, TODAY).await, held(&app, 1, TODAY).await);
    same_association(&app, &one, &other);
    let items = app.chamber("16").get("/api/v1/participation?year=2026").await.expect_status(200).items();
    let mut events: Vec<usize> = items.iter().map(|item| item["events"].as_array().unwrap().len()).collect();
    events.sort_unstable();
    assert_eq!(events, [1, 2]);
    let whole = app.ministry().get("/api/v1/participation/summary?year=2026").await.expect_status(200).json();
    assert_eq!((&whole["associations"], &whole["events"], &whole["target"]["associations"]), (&json!(2), &json!(2), &json!(1000)));
    assert_eq!(whole["by_wilaya"], json!([{ "code": "16", "associations": 2, "hidden": false }]));
    assert_eq!((&whole["by_scale"][0]["associations"], &whole["by_kind"][0]["code"]), (&json!(2), &json!("salon")));
    let public = app.visitor().get("/api/v1/participation/summary").await.expect_status(200).json();
    assert_eq!(
        (&public["associations"], &public["by_wilaya"][0]["associations"], &public["year"]),
        (&Value::Null, &Value::Null, &json!(2026))
    );
    assert_eq!(app.visitor().get("/api/v1/participation/summary?year=2025").await.json()["associations"], 0);
}

#[actix_web::test]
async fn two_files_of_one_association_count_once_from_the_day_they_are_merged() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    let officer = app.chamber("16");
    let mut files = Vec::new();
    for id in &commission.applications {
        files.push(officer.get(&format!("/api/v1/event-applications/{id}")).await.expect_status(200).str("/association_id"));
    }
    let merged = officer.post(&format!("/api/v1/associations/{}/merges", files[0])).json(&json!({ "other_id": files[1] }));
    merged.await.expect_status(201);
    let items = officer.get("/api/v1/participation?year=2026").await.expect_status(200).items();
    assert_eq!((items.len(), &items[0]["association_id"]), (1, &json!(files[0])));
    assert_eq!(items[0]["events"].as_array().unwrap().len(), 1, "one event, though both files were at it");
    let whole = "/api/v1/participation/summary?year=2026";
    assert_eq!(app.ministry().get(whole).await.expect_status(200).json()["associations"], 1);
    let before = app.ministry().get(&format!("{whole}&as_of=2026-05-03")).await.expect_status(200).json();
    assert_eq!(before["associations"], 0);
}

#[actix_web::test]
async fn the_same_day_gives_the_same_figures_whatever_happens_later() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    let as_of = |day: &str| format!("/api/v1/participation/summary?year=2026&as_of={day}");
    let then = app.ministry().get(&as_of("2026-05-04")).await.expect_status(200).json();
    assert_eq!(then["associations"], 2);
    app.advance(Duration::days(1));
    attend(&app, &commission.applications[0], false).await;
    assert_eq!(app.ministry().get(&as_of("2026-05-05")).await.json()["associations"], 1);
    assert_eq!(app.ministry().get(&as_of("2026-05-04")).await.json(), then);
    assert_eq!(app.ministry().get(&as_of("2026-05-03")).await.json()["associations"], 0, "nobody had been seen yet");
    let list = "/api/v1/participation?year=2026&as_of=2026-05-04";
    assert_eq!(app.ministry().get(list).await.items().len(), 2);
    app.visitor().get(&as_of("2026-05-06")).await.expect_status(400).expect_faults(&[("?as_of", "in_the_future")]);
    app.visitor().get("/api/v1/participation/summary?year=1800").await.expect_status(400);
}

#[actix_web::test]
async fn the_list_is_filtered_and_a_chamber_reads_its_own_wilayas() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    let count = |query: &str| {
        let target = format!("/api/v1/participation?year=2026{query}");
        let ministry = app.ministry();
        async move { ministry.get(&target).await.expect_status(200).items().len() }
    };
    assert_eq!(count("&wilaya=16&craft_sector=02&scale=regional").await, 2);
    assert_eq!((count("&wilaya=31").await, count("&craft_sector=03").await, count("&scale=national").await), (0, 0, 0));
    assert_eq!(app.chamber("31").get("/api/v1/participation?year=2026").await.items().len(), 0);
    assert_eq!(app.chamber("31").get("/api/v1/participation?year=2026&wilaya=16").await.items().len(), 0);
    commission.owners[0].get("/api/v1/participation").await.expect_status(403);
    app.visitor().get("/api/v1/participation").await.expect_status(401);
}
