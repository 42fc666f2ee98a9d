//! Files of events: posters, documents, pictures of what applications bring.

use serde_json::json;
use tests::TestApp;
use tests::world::{announced, applied, closed, document, drafted, own_reviews, picture, png};

#[actix_web::test]
async fn a_poster_is_a_picture_and_takes_the_place_of_the_one_before() {
    let app = TestApp::new().await;
    let (officer, id) = (app.chamber("16"), announced(&app).await);
    let files = format!("/api/v1/events/{id}/files");
    let poster = format!("{files}?kind=poster&file_name=affiche.png");
    officer.post(&poster).body("application/pdf", tests::world::PDF).await.expect_status(422).expect_faults(&[("", "wrong_format")]);
    officer.post(&poster).body("image/png", b"GIF89a".to_vec()).await.expect_status(422);
    let first = officer.post(&poster).body("image/png", png()).await.expect_status(201).str("/id");
    let second = officer.post(&poster).body("image/png", png()).await.expect_status(201).str("/id");
    document(&officer, &id).await;
    let listed: Vec<String> =
        app.visitor().get(&files).await.expect_status(200).items().iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(listed, ["poster", "document"]);
    app.visitor().get(&format!("/api/v1/event-files/{first}/content")).await.expect_status(404);
    let bytes = app.visitor().get(&format!("/api/v1/event-files/{second}/content")).await.expect_status(200);
    assert_eq!((bytes.header("content-type"), &bytes.bytes[1..4]), (Some("image/png"), &b"PNG"[..]));
    app.chamber("31").post(&poster).body("image/png", png()).await.expect_status(403);
    officer.delete(&format!("/api/v1/event-files/{second}")).await.expect_status(204);
    assert_eq!(app.visitor().get(&files).await.items().len(), 1);
}

#[actix_web::test]
async fn the_files_of_a_draft_are_its_organisers_own() {
    let app = TestApp::new().await;
    let (officer, id) = (app.chamber("16"), drafted(&app).await);
    let file = document(&officer, &id).await;
    app.visitor().get(&format!("/api/v1/events/{id}/files")).await.expect_status(404);
    app.visitor().get(&format!("/api/v1/event-files/{file}/content")).await.expect_status(404);
    officer.get(&format!("/api/v1/event-files/{file}/content")).await.expect_status(200);
}

#[actix_web::test]
async fn pictures_of_an_application_are_for_its_association_and_from_the_day_it_is_handed_in_for_the_organisers() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let id = begun["id"].as_str().unwrap();
    let pictures = format!("/api/v1/event-applications/{id}/pictures");
    let beyond = owner.post(&format!("{pictures}?file_name=jar.png&product=1")).body("image/png", png()).await;
    beyond.expect_status(422).expect_faults(&[("?product", "too_large")]);
    let content = format!("/api/v1/event-files/{}/content", picture(&owner, id).await);
    let officer = app.chamber("16");
    officer.get(&content).await.expect_status(404);
    owner.post(&format!("/api/v1/event-applications/{id}/submission")).await.expect_status(200);
    officer.get(&content).await.expect_status(200);
    assert_eq!(officer.get(&pictures).await.items()[0]["product"], 0);
    for stranger in [app.visitor(), app.chamber("31"), app.trainer()] {
        stranger.get(&content).await.expect_status(404);
    }
}

#[actix_web::test]
async fn whoever_reviews_an_application_sees_its_pictures_and_nobody_changes_them_after_the_close() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let (id, event) = (begun["id"].as_str().unwrap().to_owned(), begun["event_id"].as_str().unwrap().to_owned());
    let shown = picture(&owner, &id).await;
    owner.post(&format!("/api/v1/event-applications/{id}/submission")).await.expect_status(200);
    let officer = app.chamber("16");
    let mut call = tests::world::call();
    call["closes_at"] =
        json!((app.kernel.clock.now().utc() + chrono::Duration::seconds(1)).to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    officer.put(&format!("/api/v1/events/{event}/call")).if_match("*").json(&call).await.expect_status(200);
    app.advance(chrono::Duration::seconds(2));
    owner.delete(&format!("/api/v1/event-files/{shown}")).await.expect_status(409);
    let reviewers = [app.trainer(), app.national()];
    for reviewer in &reviewers {
        tests::world::appoint(&officer, &event, reviewer).await;
    }
    officer.post(&format!("/api/v1/events/{event}/review-assignments")).json(&json!({ "per_application": 2 })).await.expect_status(200);
    let review = &own_reviews(&reviewers[0]).await[0];
    let seen = reviewers[0].get(&format!("/api/v1/event-reviews/{review}/pictures")).await.items();
    assert_eq!((seen.len(), &seen[0]["file_name"]), (1, &json!("picture")), "its name could tell whose it is");
    let content = reviewers[0].get(&format!("/api/v1/event-files/{shown}/content")).await.expect_status(200);
    assert!(!content.header("content-disposition").unwrap().contains("jar"));
    closed(&app, 1).await;
    app.trainer().get(&format!("/api/v1/event-files/{shown}/content")).await.expect_status(404);
}
