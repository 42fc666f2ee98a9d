//! Courses: written, published in versions, archived; and the programme every installation begins with.

use serde_json::{Value, json};
use tests::TestApp;
use tests::world::{course, course_file, republished, taught, written};

fn at(id: &str) -> String {
    format!("/api/v1/courses/{id}")
}

#[actix_web::test]
async fn every_installation_begins_with_the_programme_of_the_presidents() {
    let app = TestApp::new().await;
    let items = app.visitor().get("/api/v1/courses").await.expect_status(200).items();
    assert_eq!((items.len(), &items[0]["modules"], &items[0]["minutes"]), (1, &json!(6), &json!(2280)));
    let programme = app.visitor().get(&at(items[0]["id"].as_str().unwrap())).await.expect_status(200).json();
    let tools: Vec<&str> = programme["modules"].as_array().unwrap().iter().filter_map(|module| module["tool"].as_str()).collect();
    assert_eq!(tools, ["business_model", "value_proposition", "activity_network", "earned_value", "capital_budgeting", "partners"]);
    for part in ["ar", "fr", "en"] {
        assert!(programme["modules"].as_array().unwrap().iter().all(|module| module["assignment"][part].is_string()), "{part}");
    }
}

#[actix_web::test]
async fn what_is_being_written_is_its_owners_alone_until_it_is_published() {
    let app = TestApp::new().await;
    let id = written(&app).await;
    app.visitor().get(&at(&id)).await.expect_status(404);
    app.chamber("31").get(&at(&id)).await.expect_status(404);
    app.chamber("31").post(&format!("{}/publication", at(&id))).await.expect_status(404);
    let officer = app.chamber("16");
    let published = officer.post(&format!("{}/publication", at(&id))).await.expect_status(200).json();
    assert_eq!(
        (&published["status"], &published["published_number"], &published["minutes"]),
        (&json!("published"), &json!(1), &json!(600))
    );
    let change = json!({ "name": { "ar": "مقرر الخزف", "fr": "Cours de khazaf" }, "craft_sectors": ["02"] });
    let written = officer.patch(&at(&id)).if_match("*").json(&change).await.expect_status(200).json();
    assert_eq!((&written["name"]["ar"], &written["unpublished_changes"]), (&json!("مقرر الخزف"), &json!(true)));
    let read = app.visitor().get(&at(&id)).await.expect_status(200).json();
    assert_eq!(
        (&read["name"]["ar"], &read["unpublished_changes"], &read["editable"]),
        (&json!("مقرر الفخار"), &json!(false), &json!(false))
    );
    assert!(app.visitor().get("/api/v1/courses?q=khazaf").await.items().is_empty(), "nobody finds what was not published");
    app.chamber("31").patch(&at(&id)).if_match("*").json(&change).await.expect_status(403);
    officer.post(&format!("{}/publication", at(&id))).await.expect_status(200);
    assert_eq!(app.visitor().get("/api/v1/courses?q=khazaf&tool=activity_network&craft_sector=02").await.items().len(), 1);
    assert!(app.visitor().get("/api/v1/courses?q=khazaf&craft_sector=01").await.items().is_empty());
    let found =
        app.visitor().get("/api/v1/courses?q=%D8%A7%D9%84%D9%85%D9%82%D8%B1%D8%B1&include_total=true").await.expect_status(200).json();
    assert_eq!((found["items"].as_array().unwrap().len(), &found["total"]), (1, &json!(1)), "with or without the article");
    app.ministry().patch(&at(&id)).if_match("*").json(&json!({ "craft_sectors": [] })).await.expect_status(200);
}

#[actix_web::test]
async fn every_published_version_stays_and_nothing_new_is_no_version() {
    let app = TestApp::new().await;
    let id = taught(&app).await;
    republished(&app, &id).await;
    app.chamber("16").post(&format!("{}/publication", at(&id))).await.expect_status(200);
    let versions = app.visitor().get(&format!("{}/versions", at(&id))).await.expect_status(200).items();
    let told: Vec<(&Value, &Value)> = versions.iter().map(|version| (&version["number"], &version["minutes"])).collect();
    assert_eq!(told, [(&json!(2), &json!(660)), (&json!(1), &json!(600))]);
    let first = app.visitor().get(&format!("{}/versions/1", at(&id))).await.expect_status(200).json();
    assert_eq!(first["modules"][1]["minutes"], 240);
    app.visitor().get(&format!("{}/versions/3", at(&id))).await.expect_status(404);
    app.visitor().get(&format!("{}/versions/x", at(&id))).await.expect_status(404);
}

#[actix_web::test]
async fn an_archived_course_is_found_by_its_state_and_comes_back() {
    let app = TestApp::new().await;
    let (id, officer) = (taught(&app).await, app.chamber("16"));
    officer.post(&format!("{}/archive", at(&written(&app).await))).await.expect_status(409);
    for _ in 0..2 {
        officer.post(&format!("{}/archive", at(&id))).await.expect_status(200);
    }
    let all = app.visitor().get("/api/v1/courses").await.items();
    assert!(all.iter().all(|course| course["id"] != id.as_str()));
    assert_eq!(app.visitor().get("/api/v1/courses?status=archived").await.items().len(), 1);
    officer.patch(&at(&id)).if_match("*").json(&json!({ "craft_sectors": [] })).await.expect_status(409);
    let back = officer.post(&format!("{}/publication", at(&id))).await.expect_status(200).json();
    assert_eq!((&back["status"], &back["published_number"]), (&json!("published"), &json!(1)));
}

#[actix_web::test]
async fn what_contradicts_itself_is_named_at_its_module() {
    let app = TestApp::new().await;
    let mut wrong = course("مقرر");
    wrong["modules"][1]["code"] = json!("network");
    wrong["modules"][1]["assignment"] = json!({ "ar": "واجب دون أداة" });
    wrong["craft_sectors"] = json!(["02", "02", "99"]);
    let refused = app.chamber("16").post("/api/v1/courses").json(&wrong).await.expect_status(422);
    refused.expect_faults(&[
        ("/modules/1/code", "repeated"),
        ("/modules/1/tool", "required"),
        ("/craft_sectors/1", "repeated"),
        ("/craft_sectors/2", "no_such"),
    ]);
}

#[actix_web::test]
async fn a_file_is_read_by_everybody_once_it_comes_with_a_version_and_stays_with_it() {
    let app = TestApp::new().await;
    let (officer, id) = (app.chamber("16"), written(&app).await);
    let place = format!("/api/v1/courses/{id}");
    let (file, spare) = (course_file(&officer, &id).await, course_file(&officer, &id).await);
    let url = file["url"].as_str().unwrap();
    let named = |url: &str, kind: &str| {
        let mut modules = course("مقرر الفخار")["modules"].clone();
        modules[1]["materials"] = json!([{ "title": { "ar": "دليل الطين" }, "kind": kind, "url": url }]);
        json!({ "modules": modules })
    };
    let change = |body: serde_json::Value| officer.patch(&place).if_match("*").json(&body);
    let pointer = "/modules/1/materials/0/url";
    change(named(url, "link")).await.expect_status(422).expect_faults(&[(pointer, "wrong_format")]);
    change(named("https://www.example.dz/guide", "file")).await.expect_status(422).expect_faults(&[(pointer, "wrong_format")]);
    let other = course_file(&officer, &written(&app).await).await;
    change(named(other["url"].as_str().unwrap(), "file")).await.expect_status(422).expect_faults(&[(pointer, "no_such")]);
    change(named(url, "file")).await.expect_status(200);

    app.visitor().get(url).await.expect_status(404);
    app.chamber("31").get(url).await.expect_status(404);
    app.chamber("31").get(&format!("{place}/files")).await.expect_status(404);
    assert_eq!(officer.get(&format!("{place}/files")).await.expect_status(200).items().len(), 2);
    officer.post(&format!("{place}/publication")).await.expect_status(200);
    let read = app.visitor().get(url).await.expect_status(200);
    assert_eq!((read.header("content-type"), &read.bytes[..4]), (Some("application/pdf"), &b"%PDF"[..]));
    app.visitor().get(spare["url"].as_str().unwrap()).await.expect_status(404);

    change(json!({ "modules": course("مقرر الفخار")["modules"] })).await.expect_status(200);
    let gone = |file: &serde_json::Value| format!("/api/v1/course-files/{}", file["id"].as_str().unwrap());
    officer.delete(&gone(&file)).await.expect_status(409);
    app.visitor().get(url).await.expect_status(200);
    app.chamber("31").delete(&gone(&file)).await.expect_status(403);
    app.chamber("31").delete(&gone(&spare)).await.expect_status(404);
    officer.delete(&gone(&spare)).await.expect_status(204);
    assert_eq!(officer.get(&format!("{place}/files")).await.items().len(), 1);
    let upload = format!("{place}/files?file_name=guide.html");
    officer.post(&upload).body("application/pdf", b"<html>".to_vec()).await.expect_status(422).expect_faults(&[("", "wrong_format")]);
}
