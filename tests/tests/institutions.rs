//! Institutions, and the wilayas each chamber covers: moving a wilaya moves the rights with it.

use serde_json::json;
use tests::{TestApp, world};

#[actix_web::test]
async fn a_fresh_platform_has_one_chamber_for_each_wilaya() {
    let app = TestApp::new().await;
    let chambers = app.visitor().get("/api/v1/institutions?kind=chamber&limit=200").await.items();
    assert_eq!(chambers.len(), 69);
    assert!(chambers.iter().all(|chamber| chamber["wilayas"].as_array().unwrap().len() == 1));
    let of_algiers = app.visitor().get("/api/v1/institutions?wilaya=16").await.items();
    assert_eq!(of_algiers.len(), 1);
    assert_eq!(of_algiers[0]["id"], json!(app.chamber_of("16")));
    for kind in ["ministry", "agency", "national_chamber"] {
        assert_eq!(app.visitor().get(&format!("/api/v1/institutions?kind={kind}")).await.items().len(), 1, "{kind}");
    }
}

#[actix_web::test]
async fn the_ministry_adds_an_institution_and_mends_it() {
    let app = TestApp::new().await;
    let ministry = app.ministry();
    let input = json!({ "kind": "directorate", "name": { "ar": "مديرية السياحة لولاية وهران", "fr": "Direction du tourisme d'Oran" }, "phone": "041 33 22 11" });
    let created = ministry.post("/api/v1/institutions").json(&input).await.expect_status(201);
    let place = created.header("location").unwrap().to_owned();
    assert_eq!(created.str("/phone"), "+21341332211");
    let change = json!({ "email": "oran@example.dz", "phone": null });
    let changed = ministry.patch(&place).if_match(&created.etag()).json(&change).await.expect_status(200).json();
    assert_eq!(
        (changed["email"].clone(), changed["phone"].clone(), changed["version"].clone()),
        (json!("oran@example.dz"), json!(null), json!(2))
    );
    assert_eq!(app.visitor().get(&place).await.json(), changed);
    let found = app.visitor().get("/api/v1/institutions?q=Oran&kind=directorate").await.items();
    assert_eq!(found.len(), 1);
}

#[actix_web::test]
async fn a_wrong_institution_names_every_field() {
    let app = TestApp::new().await;
    let input = json!({ "kind": "club", "name": { "fr": "Sans nom arabe" }, "email": "nobody", "website": "javascript:alert(1)", "acronym": "x".repeat(31) });
    let answer = app.ministry().post("/api/v1/institutions").json(&input).await.expect_status(422);
    let mut faults = answer.faults();
    faults.sort();
    let faults: Vec<(&str, &str)> = faults.iter().map(|(pointer, code)| (pointer.as_str(), code.as_str())).collect();
    assert_eq!(
        faults,
        [
            ("/acronym", "too_long"),
            ("/email", "wrong_format"),
            ("/kind", "not_allowed"),
            ("/name/ar", "required"),
            ("/website", "wrong_format")
        ]
    );
    let phone = json!({ "kind": "directorate", "name": { "ar": "مديرية" }, "phone": "12" });
    app.ministry().post("/api/v1/institutions").json(&phone).await.expect_status(422).expect_faults(&[("/phone", "wrong_phone")]);
    let id = app.chamber_of("16");
    let kind = json!({ "kind": "ministry" });
    app.ministry()
        .patch(&format!("/api/v1/institutions/{id}"))
        .if_match("*")
        .json(&kind)
        .await
        .expect_status(422)
        .expect_faults(&[("/kind", "not_allowed")]);
}

#[actix_web::test]
async fn coverage_names_real_wilayas_once_and_national_institutions_cover_none() {
    let app = TestApp::new().await;
    let ministry = app.ministry();
    let coverage = |id: api::kernel::ids::InstitutionId| format!("/api/v1/institutions/{id}/coverage");
    let of_algiers = coverage(app.chamber_of("16"));
    let wrong = json!({ "wilayas": ["16", "99", "16"] });
    ministry
        .put(&of_algiers)
        .if_match("*")
        .json(&wrong)
        .await
        .expect_status(422)
        .expect_faults(&[("/wilayas/1", "no_such"), ("/wilayas/2", "repeated")]);
    let all = json!({ "wilayas": ["16"] });
    ministry.put(&coverage(app.institution("agency"))).if_match("*").json(&all).await.expect_status(409).expect_problem("wrong_state");
    // A directorate covers a wilaya beside its chamber.
    let directorate = json!({ "kind": "directorate", "name": { "ar": "مديرية السياحة لولاية الجزائر" } });
    let place = ministry.post("/api/v1/institutions").json(&directorate).await.header("location").unwrap().to_owned();
    ministry.put(&format!("{place}/coverage")).if_match("*").json(&all).await.expect_status(200);
    assert_eq!(app.visitor().get("/api/v1/institutions?wilaya=16").await.items().len(), 2);
}

#[actix_web::test]
async fn moving_a_wilaya_to_another_chamber_moves_the_rights_with_it() {
    let app = TestApp::new().await;
    let (algiers, boumerdes) = (app.chamber("16"), app.chamber("35"));
    let id = world::submitted(&app).await;
    let verify = format!("/api/v1/associations/{id}/verification");
    let steps = format!("/api/v1/associations/{id}/transitions");
    let file = format!("/api/v1/associations/{id}");
    algiers.get(&steps).await.expect_status(200);
    boumerdes.get(&file).await.expect_status(404);
    boumerdes.post(&verify).await.expect_status(404);

    let coverage = format!("/api/v1/institutions/{}/coverage", app.chamber_of("35"));
    let both = json!({ "wilayas": ["16", "35"] });
    let moved = app.ministry().put(&coverage).if_match("*").json(&both).await.expect_status(200).json();
    assert_eq!(moved["wilayas"], json!(["16", "35"]));

    // With the same tokens as before: the scope is read from the coverage.
    algiers.get(&file).await.expect_status(404);
    algiers.post(&verify).await.expect_status(404);
    algiers.post("/api/v1/associations").json(&world::file("الطين")).await.expect_status(422);
    boumerdes.get(&steps).await.expect_status(200);
    boumerdes.post(&verify).await.expect_status(200);
    boumerdes.post("/api/v1/associations").json(&world::file("الطين")).await.expect_status(201);
    assert_eq!(app.chamber_of("16"), app.chamber_of("35"));
    let wilaya = app.visitor().get("/api/v1/wilayas/16").await.json();
    assert_eq!(wilaya["chamber_id"], json!(app.chamber_of("35")));
}

#[actix_web::test]
async fn of_two_officers_who_change_one_institution_the_second_is_told() {
    let app = TestApp::new().await;
    let (first, second) = (app.ministry(), app.ministry());
    let place = format!("/api/v1/institutions/{}", app.chamber_of("16"));
    let seen = first.get(&place).await.etag();
    first.patch(&place).if_match(&seen).json(&json!({ "acronym": "CAM 16" })).await.expect_status(200);
    second
        .patch(&place)
        .if_match(&seen)
        .json(&json!({ "acronym": "CAM-Alger" }))
        .await
        .expect_status(412)
        .expect_problem("precondition_failed");
    assert_eq!(first.get(&place).await.json()["acronym"], "CAM 16");
}
