//! The audit log: who did what, and whose data who read.

use serde_json::json;
use tests::{TestApp, world};

/// Entries about an association, the newest first, as operation and role.
async fn entries(app: &TestApp, association: &str) -> Vec<(String, String)> {
    api::kernel::audit::keep_readings(&app.kernel).unwrap();
    let path = format!("/api/v1/audit-entries?subject_type=association&subject_id={association}");
    let items = app.admin().get(&path).await.expect_status(200).items();
    let text = |entry: &serde_json::Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    items.iter().map(|entry| (text(entry, "operation"), text(entry, "role"))).collect()
}

#[actix_web::test]
async fn every_change_of_a_file_says_who_made_it_and_what_was_there_before() {
    let app = TestApp::new().await;
    let id = world::draft(&app).await;
    let officer = app.chamber("16");
    officer.patch(&format!("/api/v1/associations/{id}")).if_match("*").json(&json!({ "acronym": "ANAMIL" })).await.expect_status(200);
    let path = format!("/api/v1/audit-entries?subject_type=association&subject_id={id}&action=update_association");
    let items = app.admin().get(&path).await.expect_status(200).items();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["person_id"], json!(officer.person().to_string()));
    assert_eq!((&items[0]["before"]["acronym"], &items[0]["after"]["acronym"]), (&json!(null), &json!("ANAMIL")));
    officer.get("/api/v1/audit-entries").await.expect_status(403);
}

#[actix_web::test]
async fn an_officer_who_reads_a_whole_file_is_noted_and_others_are_not() {
    let app = TestApp::new().await;
    let id = world::verified(&app).await;
    let path = format!("/api/v1/associations/{id}");
    let before = entries(&app, &id).await.len();
    // A visitor and another chamber see what is public; the association sees its own file.
    app.visitor().get(&path).await.expect_status(200);
    app.chamber("31").get(&path).await.expect_status(200);
    world::president(&app, &id).get(&path).await.expect_status(200);
    assert_eq!(entries(&app, &id).await.len(), before);
    app.chamber("16").get(&path).await.expect_status(200);
    let after = entries(&app, &id).await;
    assert_eq!(after.len(), before + 1);
    assert!(after.contains(&("get_association".into(), "chamber".into())), "{after:?}");
}

#[actix_web::test]
async fn a_look_at_the_list_of_proposals_is_one_line_that_names_the_associations() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        world::proposal(&app).await;
    }
    let chamber = app.chamber("16");
    let shown = chamber.get("/api/v1/proposals?open=true").await.items();
    let mut about: Vec<String> = shown.iter().map(|one| one["association_id"].as_str().unwrap().to_owned()).collect();
    about.sort();
    about.dedup();
    assert!(about.len() > 1, "several associations are asked about");
    // A list without rows shows nobody's data.
    app.chamber("31").get("/api/v1/proposals").await.expect_status(200);
    api::kernel::audit::keep_readings(&app.kernel).unwrap();
    let entries = app.admin().get("/api/v1/audit-entries?action=list_proposals").await.expect_status(200).items();
    assert_eq!(entries.len(), 1, "{entries:?}");
    assert_eq!((&entries[0]["subject_type"], &entries[0]["subject_id"]), (&json!("association"), &json!("list")));
    assert_eq!(entries[0]["after"], json!({ "read": about }));
    // One proposal is one file.
    let place = format!("/api/v1/proposals/{}", shown[0]["id"].as_str().unwrap());
    chamber.get(&place).await.expect_status(200);
    let read = self::entries(&app, shown[0]["association_id"].as_str().unwrap()).await;
    assert_eq!(read.iter().filter(|(operation, _)| operation == "get_proposal").count(), 1, "{read:?}");
}

#[actix_web::test]
async fn whoever_looks_at_a_merge_has_read_both_files() {
    let app = TestApp::new().await;
    let (kept, other) = (world::verified(&app).await, world::verified(&app).await);
    app.chamber("16").get(&format!("/api/v1/associations/{kept}/merge-preview?other_id={other}")).await.expect_status(200);
    for file in [kept, other] {
        let read = entries(&app, &file).await;
        assert_eq!(read.iter().filter(|(operation, _)| operation == "preview_merge").count(), 1, "{read:?}");
    }
}

#[actix_web::test]
async fn signing_in_is_noted_with_who_did() {
    let app = TestApp::new().await;
    let officer = app.ministry_with_password();
    let login = json!({ "login": format!("{}@example.dz", officer.person()), "password": tests::people::PASSWORD });
    app.visitor().post("/api/v1/auth/session").json(&login).await.expect_status(201);
    let entries = app.admin().get("/api/v1/audit-entries?action=sign_in").await.expect_status(200).items();
    assert_eq!(entries[0]["person_id"], json!(officer.person().to_string()));
}
