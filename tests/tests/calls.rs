//! Calls for participation in events, and the applications of associations.

use serde_json::{Value, json};
use tests::world::{announced, application, applied, call, called, draft, drafted, file, president, step, verified};
use tests::{Actor, TestApp, encoded};

fn with(mut whole: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        whole[name] = value.clone();
    }
    whole
}

fn place(application: &Value) -> String {
    format!("/api/v1/event-applications/{}", application["id"].as_str().unwrap())
}

async fn submit(owner: &Actor<'_>, application: &Value) -> Value {
    owner.post(&format!("{}/submission", place(application))).await.expect_status(200).json()
}

#[actix_web::test]
async fn a_call_is_written_by_the_organisers_and_read_with_its_event() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let id = drafted(&app).await;
    let call_of = format!("/api/v1/events/{id}/call");
    app.visitor().get(&call_of).await.expect_status(404);
    officer.get(&call_of).await.expect_status(404);
    let wrong = with(
        call(),
        json!({
            "closes_at": "2026-12-01T16:00:00Z", "capacity": 5, "conditions": { "craft_sectors": ["99"], "wilayas": ["16", "77"] }
        }),
    );
    let refused = officer.put(&call_of).if_match("*").json(&wrong).await.expect_status(422);
    refused.expect_faults(&[
        ("/quotas/0/seats", "too_large"),
        ("/capacity", "too_small"),
        ("/closes_at", "too_large"),
        ("/conditions/craft_sectors/0", "no_such"),
        ("/conditions/wilayas/1", "no_such"),
    ]);
    officer.put(&call_of).if_match("*").json(&call()).await.expect_status(200);
    app.visitor().get(&call_of).await.expect_status(404);
    tests::world::publish(&officer, &id).await;
    let read = app.visitor().get(&call_of).await.expect_status(200).json();
    assert_eq!((&read["state"], &read["quotas"][0]["seats"]), (&json!("open"), &json!(10)));
    app.chamber("31").put(&call_of).if_match("*").json(&call()).await.expect_status(403);
    officer.put(&call_of).if_match("\"9\"").json(&call()).await.expect_status(412);
    let event = format!("/api/v1/events/{id}");
    let sooner = json!({ "starts_on": "2026-05-06" });
    let days = json!({ "starts_on": "2026-05-06", "ends_on": "2026-05-08" });
    let refused = officer.patch(&event).if_match("*").json(&days).await.expect_status(422);
    refused.expect_faults(&[("/starts_on", "call_ends_later")]);
    officer.post(&format!("{event}/postponement")).json(&json!({ "reason": "تهيئة القاعة" })).await.expect_status(200);
    officer
        .post(&format!("{event}/publication"))
        .json(&sooner)
        .await
        .expect_status(422)
        .expect_faults(&[("/starts_on", "call_ends_later")]);
}

#[actix_web::test]
async fn an_association_applies_once_while_the_call_is_open() {
    let app = TestApp::new().await;
    let id = announced(&app).await;
    let owner = president(&app, &verified(&app).await);
    let apply = format!("/api/v1/events/{id}/applications");
    owner.post(&apply).json(&application()).await.expect_status(404);
    let officer = app.chamber("16");
    let call_of = format!("/api/v1/events/{id}/call");
    let later = with(call(), json!({ "opens_at": "2026-06-01T08:00:00Z" }));
    officer.put(&call_of).if_match("*").json(&later).await.expect_status(200);
    owner.post(&apply).json(&application()).await.expect_status(409).expect_faults(&[("", "not_open_yet")]);
    officer.put(&call_of).if_match("*").json(&call()).await.expect_status(200);
    owner.post(&apply).json(&application()).await.expect_status(201);
    owner.post(&apply).json(&application()).await.expect_status(409).expect_problem("already_exists");
    let draft = president(&app, &draft(&app).await);
    draft.post(&apply).json(&application()).await.expect_status(409).expect_problem("wrong_state");

    app.advance(chrono::Duration::days(60));
    let (officer, late) = (app.chamber("16"), president(&app, &verified(&app).await));
    let refused = late.post(&apply).json(&application()).await.expect_status(409);
    assert!(refused.text().contains("1 جويلية 2026 17:00"), "the closing time is told: {}", refused.text());
    refused.expect_faults(&[("", "call_closed")]);
    officer.put(&call_of).if_match("*").json(&call()).await.expect_status(409);
    let longer = with(call(), json!({ "closes_at": "2026-07-20T16:00:00Z" }));
    officer.put(&call_of).if_match("*").json(&longer).await.expect_status(200);
    late.post(&apply).json(&application()).await.expect_status(201);
}

#[actix_web::test]
async fn what_is_handed_in_is_complete_and_each_unmet_condition_is_explained() {
    let app = TestApp::new().await;
    let id = called(&app).await;
    let owner = president(&app, &verified(&app).await);
    let begun = owner.post(&format!("/api/v1/events/{id}/applications")).json(&json!({})).await.expect_status(201).json();
    let at = place(&begun);
    let refused = owner.post(&format!("{at}/submission")).await.expect_status(422);
    refused.expect_faults(&[("/exhibitors", "too_few"), ("/products", "too_few")]);
    owner.patch(&at).if_match("*").json(&application()).await.expect_status(200);
    let handed_in = submit(&owner, &begun).await;
    assert_eq!((&handed_in["status"], &handed_in["unmet"]), (&json!("eligible"), &json!([])));
    assert_eq!(handed_in["exhibitors"][0]["phone"], "+213550123456");

    let hard = with(call(), json!({ "conditions": { "craft_sectors": ["02"], "border_or_isolated": true, "registered_years": 40 } }));
    app.chamber("16").put(&format!("/api/v1/events/{id}/call")).if_match("*").json(&hard).await.expect_status(200);
    let at_once = owner.get(&at).await.expect_status(200).json();
    assert_eq!(at_once["status"], "ineligible", "what was handed in is checked again with the rules");
    let changed = owner.patch(&at).if_match("*").json(&json!({ "wishes": "قرب المدخل" })).await.expect_status(200).json();
    assert_eq!(changed["status"], "ineligible", "and with every change");
    let unmet: Vec<&str> = changed["unmet"].as_array().unwrap().iter().map(|one| one["condition"].as_str().unwrap()).collect();
    assert_eq!(unmet, ["border_or_isolated", "registered_years"]);
    assert_eq!(changed["unmet"][0]["explanation"]["ar"], "مقر الجمعية ليس في بلدية حدودية أو معزولة.");
    let years = changed["unmet"][1]["explanation"]["ar"].as_str().unwrap();
    assert!(years.contains("السنوات المطلوبة: 40."), "what was asked is said: {years}");
    let empty = json!({ "products": [] });
    let emptied = owner.patch(&at).if_match("*").json(&empty).await.expect_status(422);
    emptied.expect_faults(&[("/products", "too_few")]);
    let day = json!({ "kind": "awareness_day" });
    app.chamber("16").patch(&format!("/api/v1/events/{id}")).if_match("*").json(&day).await.expect_status(200);
    // A day has no stands, so nothing need be shown.
    owner.patch(&at).if_match("*").json(&empty).await.expect_status(200);
}

#[actix_web::test]
async fn drafts_are_their_authors_and_what_was_handed_in_the_organisers_too() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let (at, event) = (place(&begun), begun["event_id"].as_str().unwrap());
    let list = format!("/api/v1/events/{event}/applications");
    let officer = app.chamber("16");
    officer.get(&at).await.expect_status(404);
    assert!(officer.get(&list).await.expect_status(200).items().is_empty());
    submit(&owner, &begun).await;
    officer.get(&at).await.expect_status(200);
    assert_eq!(officer.get(&format!("{list}?status=eligible")).await.items().len(), 1);
    assert_eq!(app.ministry().get(&list).await.items().len(), 1);
    app.chamber("31").get(&list).await.expect_status(403);
    app.chamber("31").get(&at).await.expect_status(404);
    let (stranger, _) = applied(&app).await;
    for call in [stranger.get(&at), stranger.post(&format!("{at}/submission")), stranger.get(&format!("{at}/steps"))] {
        call.await.expect_status(404);
    }
    let own = owner.get("/api/v1/event-applications").await.items();
    let told = [&own[0]["event_status"], &own[0]["starts_on"], &own[0]["ends_on"]];
    assert_eq!((own.len(), told), (1, [&json!("published"), &json!("2026-10-05"), &json!("2026-10-09")]));
    assert_eq!((&own[0]["call_state"], own[0]["closes_at"].is_string()), (&json!("open"), true));
    api::kernel::audit::keep_readings(&app.kernel).unwrap();
    assert_eq!(app.admin().get("/api/v1/audit-entries?action=get_application").await.items().len(), 1, "whoever reads names is noted");
}

#[actix_web::test]
async fn an_application_is_taken_back_with_a_reason_and_handed_in_again() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let at = place(&begun);
    let back = json!({ "reason": "تعذر التنقل" });
    let draft = owner.post(&format!("{at}/withdrawal")).json(&back).await.expect_status(409);
    assert_eq!(draft.json()["detail"], "لم يودع هذا الطلب بعد، فلا يُسحب.");
    submit(&owner, &begun).await;
    assert_eq!(owner.post(&format!("{at}/withdrawal")).json(&back).await.expect_status(200).json()["status"], "withdrawn");
    let twice = owner.post(&format!("{at}/withdrawal")).json(&back).await.expect_status(409);
    assert!(twice.json()["detail"].as_str().unwrap().starts_with("سُحب هذا الطلب من قبل"), "{}", twice.text());
    assert_eq!(submit(&owner, &begun).await["status"], "eligible");
    app.advance(chrono::Duration::days(70));
    let owner = president(&app, begun["association_id"].as_str().unwrap());
    owner.post(&format!("{at}/submission")).await.expect_status(409).expect_faults(&[("", "call_closed")]);
    owner.post(&format!("{at}/withdrawal")).json(&back).await.expect_status(200);
    let steps = owner.get(&format!("{at}/steps")).await.items();
    let told: Vec<&str> = steps.iter().map(|step| step["to_status"].as_str().unwrap()).collect();
    assert_eq!(told, ["draft", "eligible", "withdrawn", "eligible", "withdrawn"]);
    assert_eq!((&steps[2]["reason"], steps[2]["person_name"].is_string()), (&back["reason"], true));
}

#[actix_web::test]
async fn a_draft_is_deleted_with_its_pictures_and_what_was_handed_in_is_not() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let (at, id) = (place(&begun), begun["id"].as_str().unwrap());
    let picture = format!("/api/v1/event-files/{}/content", tests::world::picture(&owner, id).await);
    app.chamber("16").delete(&at).if_match("*").await.expect_status(403);
    applied(&app).await.0.delete(&at).if_match("*").await.expect_status(404);
    owner.delete(&at).if_match("\"9\"").await.expect_status(412);
    owner.delete(&at).if_match("*").await.expect_status(204);
    for gone in [&at, &picture] {
        owner.get(gone).await.expect_status(404);
    }
    let again = owner.post(&format!("/api/v1/events/{}/applications", begun["event_id"].as_str().unwrap())).json(&application());
    let again = again.await.expect_status(201).json();
    submit(&owner, &again).await;
    owner.delete(&place(&again)).if_match("*").await.expect_problem("wrong_state");
    assert_eq!(owner.get(&place(&again)).await.json()["status"], "eligible");
}

#[actix_web::test]
async fn an_association_that_applies_twice_at_once_has_one_application() {
    let app = TestApp::new().await;
    let id = called(&app).await;
    let owner = president(&app, &verified(&app).await);
    let apply = format!("/api/v1/events/{id}/applications");
    let all = (0..6).map(|_| async { owner.post(&apply).json(&application()).await.status });
    let mut statuses = futures_util::future::join_all(all).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409, 409]);
    assert_eq!(owner.get("/api/v1/event-applications").await.items().len(), 1);
}

#[actix_web::test]
async fn an_event_that_is_put_off_takes_no_applications() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let event = begun["event_id"].as_str().unwrap();
    let off = json!({ "reason": "أشغال" });
    app.chamber("16").post(&format!("/api/v1/events/{event}/postponement")).json(&off).await.expect_status(200);
    owner.post(&format!("{}/submission", place(&begun))).await.expect_status(409).expect_problem("wrong_state");
    assert_eq!(owner.get(&place(&begun)).await.json()["status"], "draft", "nothing is lost");
}

#[actix_web::test]
async fn association_and_organisers_write_to_each_other_about_an_application() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    submit(&owner, &begun).await;
    let (messages, officer) = (format!("{}/messages", place(&begun)), app.chamber("16"));
    let said = |text: &str| json!({ "text": text });
    owner.post(&messages).json(&said("هل تتوفر القاعة على الماء؟")).await.expect_status(201);
    let list = format!("/api/v1/events/{}/applications", begun["event_id"].as_str().unwrap());
    assert_eq!(officer.get(&list).await.items()[0]["last_message_from"], "association");
    let waiting = format!("{list}?last_message_from=association&include_total=true");
    assert_eq!(officer.get(&waiting).await.json()["total"], 1, "a letter waits for an answer");
    officer.post(&messages).json(&said("نعم، قرب الجناح الثاني.")).await.expect_status(201);
    assert_eq!(officer.get(&waiting).await.json()["total"], 0);
    assert_eq!(owner.get("/api/v1/event-applications?last_message_from=organiser").await.items().len(), 1);
    let letters = app.letters(&owner);
    assert!(letters.len() == 1 && letters[0].contains("قرب الجناح الثاني"), "{letters:?}");
    let read = owner.get(&messages).await.items();
    let sides: Vec<&str> = read.iter().map(|one| one["side"].as_str().unwrap()).collect();
    assert_eq!(sides, ["association", "organiser"]);
    app.ministry().post(&messages).json(&said("نتابع.")).await.expect_status(201);
    app.chamber("31").get(&messages).await.expect_status(404);
    owner.post(&messages).json(&said("  ")).await.expect_status(422);
}

#[actix_web::test]
async fn everybody_who_has_applied_hears_that_an_event_is_put_off_or_called_off() {
    let app = TestApp::new().await;
    let (owner, begun) = applied(&app).await;
    let officer = app.chamber("16");
    let event = format!("/api/v1/events/{}", begun["event_id"].as_str().unwrap());
    officer.post(&format!("{event}/postponement")).json(&json!({ "reason": "سوء الأحوال الجوية" })).await.expect_status(200);
    let letters = app.letters(&owner);
    assert!(letters.len() == 1 && letters[0].contains("السبب: سوء الأحوال الجوية"), "{letters:?}");
    officer.post(&format!("{event}/publication")).json(&json!({ "starts_on": "2026-11-05" })).await.expect_status(200);
    assert!(app.letters(&owner)[0].contains("5 نوفمبر 2026"), "the new date is told");
    officer.post(&format!("{event}/cancellation")).json(&json!({ "reason": "تعذر الكراء" })).await.expect_status(200);
    assert_eq!(app.letters(&owner).len(), 1);
}

/// The president of a new association of a name, in Algiers.
async fn named<'a>(app: &'a TestApp, name: &str) -> Actor<'a> {
    let id = app.chamber("16").post("/api/v1/associations").json(&file(name)).await.expect_status(201).str("/id");
    step(app, &id, "submission", None).await;
    step(app, &id, "verification", None).await;
    president(app, &id)
}

#[actix_web::test]
async fn applications_are_found_by_name_in_any_spelling_by_wilaya_and_in_the_order_asked_for() {
    let app = TestApp::new().await;
    let event = called(&app).await;
    for name in ["الزربية الأصيلة", "أنامل القصبة", "الفخار العتيق"] {
        let owner = named(&app, name).await;
        let apply = format!("/api/v1/events/{event}/applications");
        let begun = owner.post(&apply).json(&application()).await.expect_status(201).json();
        submit(&owner, &begun).await;
    }
    let officer = app.chamber("16");
    let list = format!("/api/v1/events/{event}/applications");
    let numbers = |items: Vec<Value>| items.iter().map(|one| one["number"].as_i64().unwrap()).collect::<Vec<_>>();
    for (query, expected) in [
        ("", vec![1, 2, 3]),
        ("sort=-number", vec![3, 2, 1]),
        ("sort=name", vec![1, 3, 2]),
        ("sort=-created_at", vec![3, 2, 1]),
        ("q=الاصيله", vec![1]),
        ("q=association قصبه", vec![2]),
        ("q=el fakhar", vec![3]),
        ("q=مطماطة", vec![]),
        ("wilaya=16&status=eligible", vec![1, 2, 3]),
        ("wilaya=31", vec![]),
    ] {
        let found = numbers(officer.get(&format!("{list}?{}", encoded(query))).await.expect_status(200).items());
        assert_eq!(found, expected, "{query}");
    }
    for sort in ["number", "-number", "name", "-name", "created_at", "-created_at"] {
        let whole = numbers(officer.get(&format!("{list}?sort={sort}")).await.items());
        let (mut paged, mut next) = (Vec::new(), format!("{list}?sort={sort}&limit=1&include_total=true"));
        loop {
            let page = officer.get(&next).await.expect_status(200).json();
            assert_eq!(page["total"], 3, "{sort}");
            paged.extend(numbers(page["items"].as_array().unwrap().clone()));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            next = format!("{list}?sort={sort}&limit=1&include_total=true&cursor={cursor}");
        }
        assert_eq!(paged, whole, "{sort} page by page");
    }
}

#[actix_web::test]
async fn a_call_without_criteria_is_not_announced() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let id = drafted(&app).await;
    let (place, call_of) = (format!("/api/v1/events/{id}"), format!("/api/v1/events/{id}/call"));
    let bare = with(call(), json!({ "criteria": [] }));
    officer.put(&call_of).if_match("*").json(&bare).await.expect_status(200);
    let refused = officer.post(&format!("{place}/publication")).json(&json!({})).await.expect_status(409);
    assert!(refused.text().contains("أضيفوا معيارا واحدا على الأقل"), "{}", refused.text());
    refused.expect_faults(&[("", "no_criteria")]);
    assert_eq!(officer.get(&place).await.json()["status"], "draft");
    officer.put(&call_of).if_match("*").json(&call()).await.expect_status(200);
    tests::world::publish(&officer, &id).await;
    officer.put(&call_of).if_match("*").json(&bare).await.expect_status(422).expect_faults(&[("/criteria", "no_criteria")]);
}

#[actix_web::test]
async fn rules_that_change_while_the_call_is_open_check_everything_again_and_whoever_is_concerned_is_told() {
    let app = TestApp::new().await;
    let event = called(&app).await;
    let mut all = Vec::new();
    for _ in 0..3 {
        let owner = president(&app, &verified(&app).await);
        let begun = owner.post(&format!("/api/v1/events/{event}/applications")).json(&application()).await.expect_status(201).json();
        all.push((owner, begun));
    }
    for (owner, begun) in &all[..2] {
        assert_eq!(submit(owner, begun).await["status"], "eligible");
    }
    let put = |changes: Value| {
        let body = with(call(), changes);
        app.chamber("16").put(&format!("/api/v1/events/{event}/call")).if_match("*").json(&body)
    };
    let states = || async {
        let mut states = Vec::new();
        for (owner, begun) in &all {
            states.push(owner.get(&place(begun)).await.expect_status(200).str("/status"));
        }
        states
    };
    let before = all[0].0.get(&place(&all[0].1)).await.header("etag").unwrap().to_owned();
    app.advance(chrono::Duration::seconds(1));
    put(json!({ "conditions": { "craft_sectors": ["02"], "levels": ["national"] } })).await.expect_status(200);
    all[0].0.get(&place(&all[0].1)).header("if-none-match", &before).await.expect_status(200);
    let edited = all[0].0.patch(&place(&all[0].1)).if_match(&before).json(&json!({ "wishes": "قرب المدخل" })).await;
    assert_eq!(edited.status, 200, "whoever was editing meanwhile goes on: {}", edited.text());
    assert_eq!(states().await, ["ineligible", "ineligible", "draft"]);
    for (owner, begun) in &all[..2] {
        let letters = app.letters(owner);
        let said = "مستوى الجمعية ليس من المستويات التي يقبلها النداء. المطلوب: وطنية. وفي ملف الجمعية: بلدية.";
        assert!(letters.len() == 1 && letters[0].contains(said), "{letters:?}");
        let steps = owner.get(&format!("{}/steps", place(begun))).await.items();
        assert_eq!(steps.last().unwrap()["to_status"], "ineligible");
    }
    assert!(app.letters(&all[2].0).is_empty(), "a draft is nobody's business");
    put(json!({ "conditions": { "craft_sectors": ["02"], "levels": ["national"] }, "capacity": 50 })).await.expect_status(200);
    put(json!({ "conditions": { "craft_sectors": ["02"], "levels": ["wilaya"] } })).await.expect_status(200);
    let read = all[0].0.get(&place(&all[0].1)).await.json();
    assert_eq!(read["unmet"][0]["expected"], "wilaya", "the reasons are those of the rules");
    assert!(app.letters(&all[0].0).is_empty(), "it stands where it stood");
    put(json!({})).await.expect_status(200);
    assert_eq!(states().await, ["eligible", "eligible", "draft"]);
    let letters = app.letters(&all[1].0);
    assert!(letters.len() == 1 && letters[0].contains("فصار طلبكم مستوفيا لها"), "{letters:?}");
}
