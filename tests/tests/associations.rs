//! The register: a file's way into it, who sees what of it, how it is found, changed and merged.

use serde_json::{Value, json};
use tests::world::{self, file, president, step, submitted, verified};
use tests::{Actor, TestApp};

fn place(id: &str) -> String {
    format!("/api/v1/associations/{id}")
}

#[actix_web::test]
async fn a_file_is_handed_in_returned_with_remarks_mended_and_verified() {
    let app = TestApp::new().await;
    let id = world::draft(&app).await;
    let own = president(&app, &id);
    own.post(&format!("{}/submission", place(&id))).await.expect_status(200);
    own.patch(&place(&id)).if_match("*").json(&json!({ "acronym": "A" })).await.expect_status(409).expect_problem("wrong_state");
    let remarks = json!({ "reason": "الوصل غير مقروء", "remarks": [{ "pointer": "/receipt/number", "text": "أعد الرقم" }] });
    let returned = step(&app, &id, "return", Some(remarks)).await;
    assert_eq!((returned["status"].clone(), returned["remarks"][0]["pointer"].clone()), (json!("returned"), json!("/receipt/number")));
    let mended = own.patch(&place(&id)).if_match("*").json(&json!({ "receipt": { "number": "77/2021" } })).await.expect_status(200);
    assert_eq!(mended.json()["receipt"]["date"], "2021-03-04", "a merge patch keeps what it does not name");
    own.post(&format!("{}/submission", place(&id))).await.expect_status(200);
    own.post(&format!("{}/verification", place(&id))).await.expect_status(403);
    let verified = step(&app, &id, "verification", None).await;
    assert_eq!((verified["status"].clone(), verified["registration_number"].clone()), (json!("verified"), json!("16-2026-0001")));
    let steps = app.chamber("16").get(&format!("{}/transitions", place(&id))).await.items();
    let states: Vec<&str> = steps.iter().map(|step| step["to_status"].as_str().unwrap()).collect();
    assert_eq!(states, ["draft", "submitted", "returned", "submitted", "verified"]);
}

#[actix_web::test]
async fn a_step_out_of_turn_is_a_wrong_state() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let id = world::draft(&app).await;
    let reason = json!({ "reason": "انتهت العهدة" });
    for name in ["return", "suspension", "reinstatement", "dissolution"] {
        officer.post(&format!("{}/{name}", place(&id))).json(&reason).await.expect_status(409).expect_problem("wrong_state");
    }
    officer.post(&format!("{}/verification", place(&id))).await.expect_status(409);
}

#[actix_web::test]
async fn numbers_of_a_wilaya_and_year_have_no_gap_however_many_are_given_at_once() {
    let app = TestApp::new().await;
    let mut ids = Vec::new();
    for _ in 0..8 {
        ids.push(submitted(&app).await);
    }
    let officer = app.chamber("16");
    let verify =
        async |id: &String| officer.post(&format!("{}/verification", place(id))).await.expect_status(200).str("/registration_number");
    // One fails in between and leaves no gap.
    officer.post(&format!("{}/verification", place(&verified(&app).await))).await.expect_status(409);
    let mut numbers = futures_util::future::join_all(ids.iter().map(verify)).await;
    numbers.sort();
    let expected: Vec<String> = (2..=9).map(|n| format!("16-2026-{n:04}")).collect();
    assert_eq!(numbers, expected);
}

#[actix_web::test]
async fn a_national_association_is_decided_on_by_the_ministry_and_the_others_by_their_chamber() {
    let app = TestApp::new().await;
    let mut national = file("الوطنية");
    national["level"] = json!("national");
    let id = app.chamber("16").post("/api/v1/associations").json(&national).await.expect_status(201).str("/id");
    step(&app, &id, "submission", None).await;
    let verify = format!("{}/verification", place(&id));
    app.chamber("16").post(&verify).await.expect_status(403);
    app.ministry().post(&verify).await.expect_status(200);
    let local = submitted(&app).await;
    app.ministry().post(&format!("{}/verification", place(&local))).await.expect_status(403);
}

#[actix_web::test]
async fn the_public_sees_verified_files_and_only_what_was_consented_to() {
    let app = TestApp::new().await;
    let mut input = file("الطين");
    input["contacts"] = json!([
        { "kind": "phone", "value": "0550 12 34 56", "public": true },
        { "kind": "email", "value": "secret@example.dz", "public": false }
    ]);
    let id = app.chamber("16").post("/api/v1/associations").json(&input).await.expect_status(201).str("/id");
    step(&app, &id, "submission", None).await;
    app.visitor().get(&place(&id)).await.expect_status(404);
    step(&app, &id, "verification", None).await;
    let seen = app.visitor().get(&place(&id)).await.expect_status(200);
    assert_eq!(seen.json()["contacts"], json!([{ "kind": "phone", "value": "+213550123456", "public": true }]));
    for hidden in ["secret@example.dz", "نادية بن عودة", "born_on"] {
        assert!(!seen.text().contains(hidden), "{hidden} is public");
    }
    assert!(app.chamber("16").get(&place(&id)).await.text().contains("secret@example.dz"));
    let tags = [seen.etag(), app.chamber("16").get(&place(&id)).await.etag()];
    assert_ne!(tags[0], tags[1], "two views under one tag");
}

#[actix_web::test]
async fn what_is_found_by_its_consonants_alone_is_paged_and_exported_like_anything_else() {
    let app = TestApp::new().await;
    for number in 0..3 {
        let id =
            app.chamber("16").post("/api/v1/associations").json(&file(&format!("بوسعادة {number}"))).await.expect_status(201).str("/id");
        step(&app, &id, "submission", None).await;
        step(&app, &id, "verification", None).await;
    }
    let visitor = app.visitor();
    // Written otherwise than stored: no letter sequence is shared, the consonants are.
    let all = visitor.get("/api/v1/associations?q=bousaada").await.items();
    assert_eq!(all.len(), 3);
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = visitor.get(&format!("/api/v1/associations?q=bousaada&limit=1{cursor}")).await;
        seen.extend(page.items());
        match page.json()["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, all);
    let export = visitor.get("/api/v1/associations?q=bousaada").header("accept", "application/x-ndjson").await;
    assert_eq!(export.text().lines().count(), 3);
    let counts = visitor.get("/api/v1/associations/counts?q=bousaada").await.json();
    assert_eq!(counts["total"], 3);
}

#[actix_web::test]
async fn an_export_is_the_list_as_a_file_with_its_formulas_disarmed() {
    let app = TestApp::new().await;
    let mut input = file("الطين");
    input["name"]["fr"] = json!("=HYPERLINK(\"http://evil.test\")");
    let officer = app.chamber("16");
    officer.post("/api/v1/associations").json(&input).await.expect_status(201);
    let csv = officer.get("/api/v1/associations").header("accept", "text/csv").await.expect_status(200);
    assert!(csv.bytes.starts_with(b"\xEF\xBB\xBF"));
    assert!(csv.header("content-disposition").unwrap().starts_with("attachment"));
    assert!(csv.text().contains("'=HYPERLINK") && !csv.text().contains(",=HYPERLINK") && !csv.text().contains("\"=HYPERLINK"));
    let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert!(officer.get("/api/v1/associations").header("accept", xlsx).await.bytes.starts_with(b"PK"));
    officer.get("/api/v1/associations").header("accept", "image/png").await.expect_status(406);
}

#[actix_web::test]
async fn a_verified_file_changes_by_a_proposal_decided_field_by_field() {
    let app = TestApp::new().await;
    let id = verified(&app).await;
    let own = president(&app, &id);
    own.patch(&place(&id)).if_match("*").json(&json!({ "acronym": "A" })).await.expect_status(409);
    let changes = json!({ "changes": { "acronym": "ANAMIL", "name": { "en": "Fingers" } }, "note": "الاسم الجديد" });
    let proposal = own.post(&format!("{}/proposals", place(&id))).json(&changes).await.expect_status(201);
    let decision = format!("/api/v1/proposals/{}/decision", proposal.str("/id"));
    let officer = app.chamber("16");
    let half = json!({ "decisions": [{ "pointer": "/acronym", "accept": true }] });
    officer.post(&decision).json(&half).await.expect_status(422);
    let silent = json!({ "decisions": [{ "pointer": "/acronym", "accept": true }, { "pointer": "/name/en", "accept": false }] });
    officer.post(&decision).json(&silent).await.expect_status(422).expect_faults(&[("/decisions/1/reason", "required")]);
    let whole = json!({ "decisions": [{ "pointer": "/acronym", "accept": true }, { "pointer": "/name/en", "accept": false, "reason": "ليس رسميا" }] });
    let decided = officer.post(&decision).json(&whole).await.expect_status(200).json();
    officer.post(&decision).json(&whole).await.expect_status(409);
    // What stood there before is still told when the file has become another.
    let told = own.get(&format!("/api/v1/proposals/{}", proposal.str("/id"))).await.json();
    assert_eq!(told["differences"], decided["differences"]);
    assert_eq!(told["differences"][0], json!({ "pointer": "/acronym", "before": null, "after": "ANAMIL" }));
    let now = own.get(&place(&id)).await.json();
    assert_eq!((now["acronym"].clone(), now["name"].get("en").cloned()), (json!("ANAMIL"), None));
}

#[actix_web::test]
async fn a_file_can_be_read_as_it_was() {
    let app = TestApp::new().await;
    let id = verified(&app).await;
    app.advance(chrono::Duration::days(10));
    app.chamber("16").patch(&place(&id)).if_match("*").json(&json!({ "acronym": "ANAMIL" })).await.expect_status(200);
    let read = async |day: &str| app.chamber("16").get(&format!("{}?as_of={day}", place(&id))).await;
    assert_eq!(read("2026-05-04").await.expect_status(200).json()["acronym"], Value::Null);
    assert_eq!(read("2026-05-13").await.json()["acronym"], Value::Null);
    assert_eq!(read("2026-05-14").await.json()["acronym"], "ANAMIL");
    read("2026-05-03").await.expect_status(404);
}

#[actix_web::test]
async fn likely_doubles_are_shown_merged_and_unmerged() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let first = verified(&app).await;
    let mut again = officer.get(&place(&first)).await.json();
    let name = again["name"]["ar"].as_str().unwrap().replace('أ', "ا");
    again = file("x");
    again["name"] = json!({ "ar": name });
    let second = officer.post("/api/v1/associations").json(&again).await.expect_status(201).str("/id");
    let likely = officer.get(&format!("{}/duplicates", place(&first))).await.items();
    assert!(likely.iter().any(|item| item["id"] == json!(second)), "{likely:?}");
    let merge = step(&app, &first, "merges", Some(json!({ "other_id": second }))).await;
    let gone = officer.get(&place(&second)).await.expect_status(200).json();
    assert_eq!(gone["merged_into"], json!(first));
    let total = async |actor: &Actor<'_>| actor.get("/api/v1/associations?include_total=true").await.json()["total"].as_i64().unwrap();
    assert_eq!(total(&officer).await, 1);
    let undo = format!("/api/v1/merges/{}/undoing", merge["id"].as_str().unwrap());
    officer.post(&undo).await.expect_status(200);
    officer.post(&undo).await.expect_status(409);
    assert_eq!(total(&officer).await, 2);
    assert_eq!(officer.get(&place(&second)).await.json().get("merged_into"), None);
}

#[actix_web::test]
async fn a_merge_is_previewed_by_those_in_charge_of_both_files_alone() {
    let app = TestApp::new().await;
    let here = verified(&app).await;
    let mut input = file("وهران");
    input["seat"]["commune_code"] = json!("3101");
    input["contacts"] = json!([{ "kind": "email", "value": "secret@example.dz", "public": false }]);
    let oran = app.chamber("31");
    let there = oran.post("/api/v1/associations").json(&input).await.expect_status(201).str("/id");
    oran.post(&format!("{}/submission", place(&there))).await.expect_status(200);
    oran.post(&format!("{}/verification", place(&there))).await.expect_status(200);
    let preview = |kept: &str, other: &str| format!("{}/merge-preview?other_id={other}", place(kept));
    for officer in [app.chamber("16"), oran] {
        officer.get(&preview(&here, &there)).await.expect_status(403);
        officer.get(&preview(&there, &here)).await.expect_status(403);
    }
    app.ministry().get(&preview(&here, &there)).await.expect_status(200);
}

#[actix_web::test]
async fn a_number_is_verified_by_anybody_and_tells_since_when_its_president_is_in_office() {
    let app = TestApp::new().await;
    let id = verified(&app).await;
    let check = "/api/v1/verifications/16-2026-0001";
    let good = app.visitor().get(check).await.expect_status(200).json();
    assert_eq!(
        (good["valid"].clone(), good["president_since"].clone(), good["on"].clone()),
        (json!(true), json!("2024-01-10"), json!("2026-05-04"))
    );
    assert_eq!(good["president_name"], Value::Null, "nobody agreed to show the name");
    step(&app, &id, "suspension", Some(json!({ "reason": "انتهت العهدة" }))).await;
    assert_eq!(app.visitor().get(check).await.json()["valid"], false);
    app.visitor().get("/api/v1/verifications/16-2026-9999").await.expect_status(404);
}

#[actix_web::test]
async fn a_chamber_registers_in_its_own_wilayas_alone() {
    let app = TestApp::new().await;
    let answer = app.chamber("31").post("/api/v1/associations").json(&file("الطين")).await.expect_status(422);
    assert!(answer.faults().iter().any(|(pointer, _)| pointer == "/seat/commune_code"), "{}", answer.text());
}

#[actix_web::test]
async fn a_list_gives_the_members_that_were_asked_for_and_names_those_it_does_not_know() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        world::verified(&app).await;
    }
    let visitor = app.visitor();
    let whole = visitor.get("/api/v1/associations").await.expect_status(200).items();
    let few = visitor.get("/api/v1/associations?fields=id,craft_sectors&include_total=true").await.expect_status(200);
    let expected: Vec<_> = whole.iter().map(|item| json!({ "id": item["id"], "craft_sectors": item["craft_sectors"] })).collect();
    assert_eq!((few.items(), &few.json()["total"]), (expected, &json!(3)));
    // A page goes on with other members.
    let first = visitor.get("/api/v1/associations?fields=id&limit=2").await.expect_status(200).str("/next_cursor");
    let second = visitor.get(&format!("/api/v1/associations?limit=2&fields=name&cursor={first}")).await.expect_status(200);
    assert_eq!(second.items(), [json!({ "name": whole[2]["name"] })]);
    let wrong = visitor.get("/api/v1/associations?fields=id,telephone,name.ar").await.expect_status(400);
    assert_eq!(wrong.faults(), [("?fields".to_owned(), "no_such".to_owned())]);
    assert!(wrong.text().contains("telephone, name.ar"), "{}", wrong.text());
    visitor.get("/api/v1/associations?fields=").await.expect_status(400).expect_faults(&[("?fields", "no_such")]);
    let file = visitor.get("/api/v1/associations?fields=id").header("accept", "text/csv").await;
    file.expect_status(400).expect_faults(&[("?fields", "not_allowed")]);
}

#[actix_web::test]
async fn lists_follow_the_calendar_when_a_president_turns_thirty_five() {
    let app = TestApp::new().await;
    let mut young = file("الشباب");
    young["headcounts"] = json!([]);
    young["mandates"][0]["born_on"] = json!("1991-05-20");
    let id = app.chamber("16").post("/api/v1/associations").json(&young).await.expect_status(201).str("/id");
    step(&app, &id, "submission", None).await;
    step(&app, &id, "verification", None).await;
    let listed = async || app.visitor().get("/api/v1/associations?youth_led=true").await.items().len();
    keep_up(&app);
    assert_eq!(listed().await, 1, "34 years old");
    let known = app.visitor().get(&place(&id)).await.etag();
    app.visitor().get(&place(&id)).header("if-none-match", &known).await.expect_status(304);
    app.advance(chrono::Duration::days(20));
    keep_up(&app);
    assert_eq!(listed().await, 0, "35, and nobody touched the file");
    assert_eq!(keep_up(&app), 0, "what is up to date is left alone");
    let seen = app.visitor().get(&place(&id)).header("if-none-match", &known).await.expect_status(200).json();
    assert_eq!(seen["computed"]["youth_led"]["value"], false, "and whoever has kept the file is told");
}

/// Brings the lists up to the day, as the server does by itself: how many files were looked at.
fn keep_up(app: &TestApp) -> usize {
    api::resources::associations::refresh_leaders(&app.kernel).unwrap()
}
