//! Files of events: posters, documents, pictures of what applications bring.

use api::kernel::db::AnyConnection;
use diesel::connection::SimpleConnection;
use serde_json::{Value, json};
use tests::world::{announced, applied, closed, document, drafted, own_reviews, picture, picture_of, png};
use tests::{Actor, TestApp};

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
    let unknown = format!("{pictures}?file_name=jar.png&product_id=00000000-0000-7000-8000-000000000001");
    owner.post(&unknown).body("image/png", png()).await.expect_status(422).expect_faults(&[("?product_id", "no_such")]);
    let content = format!("/api/v1/event-files/{}/content", picture(&owner, id).await);
    let officer = app.chamber("16");
    officer.get(&content).await.expect_status(404);
    owner.post(&format!("/api/v1/event-applications/{id}/submission")).await.expect_status(200);
    officer.get(&content).await.expect_status(200);
    assert_eq!(officer.get(&pictures).await.items()[0]["product_id"], begun["products"][0]["id"]);
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
    let read = reviewers[0].get(&format!("/api/v1/event-reviews/{review}")).await.expect_status(200);
    assert_eq!(seen[0]["product_id"].as_str().unwrap(), read.str("/products/0/id"), "the picture is beside its product");
    let content = reviewers[0].get(&format!("/api/v1/event-files/{shown}/content")).await.expect_status(200);
    assert!(!content.header("content-disposition").unwrap().contains("jar"));
    closed(&app, 1).await;
    app.trainer().get(&format!("/api/v1/event-files/{shown}/content")).await.expect_status(404);
}

/// The application with other products, and their identifiers.
async fn with_products(owner: &Actor<'_>, id: &str, products: Value) -> Vec<String> {
    let place = format!("/api/v1/event-applications/{id}");
    let kept = owner.patch(&place).if_match("*").json(&json!({ "products": products })).await.expect_status(200).json();
    kept["products"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

/// The products the pictures of an application show, oldest picture first.
async fn products_shown(owner: &Actor<'_>, id: &str) -> Vec<Value> {
    let pictures = owner.get(&format!("/api/v1/event-applications/{id}/pictures")).await.items();
    pictures.into_iter().map(|one| one["product_id"].clone()).collect()
}

#[actix_web::test]
async fn a_picture_stays_with_its_product_when_products_change_places_leave_and_come_back() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let id = begun["id"].as_str().unwrap();
    let product = |ar: &str, id: Option<&str>| {
        let mut product = json!({ "name": { "ar": ar }, "craft_sector": "02" });
        if let Some(id) = id {
            product["id"] = json!(id);
        }
        product
    };
    let first = with_products(&owner, id, json!([product("جرة", None), product("صحن", None), product("مزهرية", None)])).await;
    let [jar, plate, vase] = &first[..] else { panic!("{first:?}") };
    for shown in &first {
        picture_of(&owner, id, shown).await;
    }
    let turned = json!([product("مزهرية", Some(vase)), product("طبق", None), product("جرة كبيرة", Some(jar))]);
    let second = with_products(&owner, id, turned).await;
    assert_eq!((&second[0], &second[2]), (vase, jar), "what is sent back is kept");
    assert!(!first.contains(&second[1]), "a new product is none of those before");
    assert_eq!(
        products_shown(&owner, id).await,
        [json!(jar), Value::Null, json!(vase)],
        "the picture of the plate is there, of no product"
    );
    with_products(&owner, id, json!([product("صحن", Some(plate)), product("جرة", Some(jar))])).await;
    assert_eq!(products_shown(&owner, id).await, [json!(jar), json!(plate), Value::Null], "and is the plate’s again once that is back");

    let twice = json!({ "products": [product("جرة", Some(jar)), product("صحن", Some(jar))] });
    let refused = owner.patch(&format!("/api/v1/event-applications/{id}")).if_match("*").json(&twice).await.expect_status(422);
    refused.expect_faults(&[("/products/1/id", "repeated")]);
}

#[actix_web::test]
async fn pictures_from_before_products_had_identifiers_stay_with_their_products() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let id = begun["id"].as_str().unwrap();
    let product = |ar: &str| json!({ "name": { "ar": ar }, "craft_sector": "02" });
    let before = with_products(&owner, id, json!([product("جرة"), product("صحن"), product("مزهرية")])).await;
    for at in [2, 0] {
        picture_of(&owner, id, &before[at]).await;
    }
    {
        let mut conn = app.kernel.db.writer().unwrap();
        let (down, up) = match &mut *conn {
            AnyConnection::Sqlite(_) => (
                include_str!("../../migrations/sqlite/2026-11-30-002501_product_ids/down.sql"),
                include_str!("../../migrations/sqlite/2026-11-30-002501_product_ids/up.sql"),
            ),
            AnyConnection::Postgres(_) => (
                include_str!("../../migrations/postgres/2026-11-30-002501_product_ids/down.sql"),
                include_str!("../../migrations/postgres/2026-11-30-002501_product_ids/up.sql"),
            ),
        };
        conn.batch_execute(down).unwrap();
        conn.batch_execute(up).unwrap();
    }
    let read = owner.get(&format!("/api/v1/event-applications/{id}")).await.expect_status(200).json();
    let after: Vec<&Value> = read["products"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    let names: Vec<&str> = read["products"].as_array().unwrap().iter().map(|one| one["name"]["ar"].as_str().unwrap()).collect();
    assert_eq!(names, ["جرة", "صحن", "مزهرية"], "their order is as it was");
    assert!(
        after.iter().all(|id| id.is_string() && !before.contains(&id.as_str().unwrap().to_owned())),
        "the identifiers are new: {after:?}"
    );
    assert!(after[0] != after[1] && after[1] != after[2] && after[0] != after[2], "each has its own: {after:?}");
    assert_eq!(products_shown(&owner, id).await, [after[2].clone(), after[0].clone()]);
}
