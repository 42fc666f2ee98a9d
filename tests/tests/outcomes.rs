//! What came out of an event: declared in its rounds, by the association or a link, and reported without telling one association's sales.

use api::kernel::db::schema::{audit_entries, event_applications, event_outcome_links};
use api::kernel::db::types::Json;
use chrono::Duration;
use diesel::prelude::*;
use serde_json::{Value, json};
use tests::world::{Commission, THREE_MONTHS_AGO, TODAY, asked, attend, decided, declare, held, later, moved, outcome, token};
use tests::{Actor, TestApp};

fn of(event: &str, what: &str) -> String {
    format!("/api/v1/events/{event}/{what}")
}

async fn close(app: &TestApp, event: &str) {
    app.chamber("16").post(&of(event, "closure")).await.expect_status(200);
}

async fn all_declare(commission: &Commission<'_>) {
    for (place, (owner, application)) in commission.owners.iter().zip(&commission.applications).enumerate() {
        let dinars = 1000 * (i64::try_from(place).unwrap() + 1);
        declare(owner, application, &outcome(dinars)).await.expect_status(200);
    }
}

#[actix_web::test]
async fn nothing_is_declared_before_the_event_has_begun_nor_outside_of_a_round() {
    let app = TestApp::new().await;
    let commission = decided(&app, 1).await;
    let (owner, application) = (&commission.owners[0], &commission.applications[0]);
    let early = declare(owner, application, &outcome(100)).await.expect_status(409);
    early.expect_faults(&[("/round", "event_not_begun")]);
    moved(&app, &commission.event, TODAY).await;
    declare(owner, application, &outcome(100)).await.expect_status(200);
    declare(owner, application, &later("after_3_months", 100)).await.expect_status(409).expect_faults(&[("/round", "round_not_open")]);

    moved(&app, &commission.event, THREE_MONTHS_AGO).await;
    declare(owner, application, &outcome(100)).await.expect_status(409).expect_faults(&[("/round", "round_closed")]);
    let read = declare(owner, application, &later("after_3_months", 300)).await.expect_status(200).json();
    let rounds: Vec<(&str, &str, bool)> = read["rounds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|round| (round["opens_on"].as_str().unwrap(), round["state"].as_str().unwrap(), round["declared"].is_object()))
        .collect();
    assert_eq!(rounds, [("2026-01-20", "closed", true), ("2026-04-25", "open", true), ("2026-07-25", "upcoming", false)]);
}

#[actix_web::test]
async fn an_association_corrects_itself_and_only_the_organisers_read_what_it_sold() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    let (owner, application) = (&commission.owners[0], &commission.applications[0]);
    declare(owner, application, &outcome(100)).await.expect_status(200);
    let corrected = declare(owner, application, &outcome(70)).await.expect_status(200).json();
    let said = &corrected["rounds"][0]["declared"];
    assert_eq!((&said["sales"]["amount"], &said["version"], &said["declared_through"]), (&json!(7000), &json!(2), &json!("session")));
    assert!(said["person_name"].is_string());

    let path = format!("/api/v1/event-applications/{application}/outcomes");
    declare(&commission.owners[1], application, &outcome(1)).await.expect_status(404);
    commission.owners[1].get(&path).await.expect_status(404);
    app.chamber("31").get(&path).await.expect_status(404);
    app.national().get(&path).await.expect_status(403);
    assert_eq!(app.chamber("16").get(&path).await.expect_status(200).json()["declarable"], false);

    let list = of(&commission.event, "outcomes");
    let items = app.chamber("16").get(&list).await.expect_status(200).items();
    assert_eq!((items.len(), &items[0]["sales"]["amount"], &items[0]["number"]), (1, &json!(7000), &json!(1)));
    app.chamber("31").get(&list).await.expect_status(403);
    app.national().get(&list).await.expect_status(403);
    let none = app.chamber("16").get(&format!("{list}?round=after_3_months")).await.expect_status(200).items();
    assert!(none.is_empty());
}

#[actix_web::test]
async fn figures_that_cannot_be_are_named() {
    let app = TestApp::new().await;
    let commission = held(&app, 1, THREE_MONTHS_AGO).await;
    let mut wrong = outcome(-1);
    wrong["round"] = json!("after_3_months");
    wrong["orders"] = json!(0);
    let refused = declare(&commission.owners[0], &commission.applications[0], &wrong).await.expect_status(422);
    refused.expect_faults(&[("/sales/amount", "too_small"), ("/orders_value/amount", "contradiction"), ("/evaluation", "not_allowed")]);
    wrong["evaluation"]["place"] = json!(6);
    wrong["visitors"] = json!(-3);
    let refused = declare(&commission.owners[0], &commission.applications[0], &wrong).await.expect_status(422);
    let faults = refused.faults();
    assert!(["/visitors", "/evaluation/place"].iter().all(|wrong| faults.iter().any(|(pointer, _)| pointer == wrong)), "{faults:?}");
}

#[actix_web::test]
async fn who_was_not_there_has_nothing_to_declare() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    declare(&commission.owners[0], &commission.applications[0], &outcome(100)).await.expect_status(200);
    attend(&app, &commission.applications[0], false).await;
    let absent = declare(&commission.owners[0], &commission.applications[0], &outcome(100)).await.expect_status(409);
    assert!(absent.text().contains("غياب"), "{}", absent.text());
    let report = app.chamber("16").get(&of(&commission.event, "report")).await.expect_status(200).json();
    assert_eq!(report["rounds"][0]["declared"], 0, "what it said before does not count");
    let back = json!({ "reason": "سوء الأحوال الجوية" });
    app.chamber("16").post(&of(&commission.event, "postponement")).json(&back).await.expect_status(200);
    declare(&commission.owners[1], &commission.applications[1], &outcome(100)).await.expect_status(409);
}

#[actix_web::test]
async fn an_organiser_declares_for_an_association_that_told_them_and_never_over_its_own_word() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    let (officer, owner, id) = (app.chamber("16"), &commission.owners[0], &commission.applications[0]);
    let told = |dinars: i64| {
        let mut body = outcome(dinars);
        body.as_object_mut().unwrap().remove("evaluation");
        body
    };
    declare(&officer, id, &outcome(100)).await.expect_status(422).expect_faults(&[("/evaluation", "own_word")]);
    let view = declare(&officer, id, &told(100)).await.expect_status(200).json();
    let said = &view["rounds"][0]["declared"];
    assert_eq!((&view["own"], &said["declared_through"], said["person_name"].is_string()), (&json!(false), &json!("organiser"), true));
    declare(&officer, id, &told(120)).await.expect_status(200);
    declare(owner, id, &outcome(90)).await.expect_status(200);
    let refused = declare(&officer, id, &told(500)).await.expect_status(409);
    refused.expect_faults(&[("/round", "own_declaration")]);
    let read = officer.get(&format!("/api/v1/event-applications/{id}/outcomes")).await.expect_status(200).json();
    assert_eq!((&read["rounds"][0]["declared"]["sales"]["amount"], &read["declarable"]), (&json!(9000), &json!(false)));
    declare(&app.chamber("31"), id, &told(1)).await.expect_status(404);
    declare(&app.ministry(), &commission.applications[1], &told(1)).await.expect_status(200);
}

#[actix_web::test]
async fn a_link_declares_without_a_password_for_its_application_and_round_alone() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    let (visitor, event) = (app.visitor(), &commission.event);
    let first = asked(&app, event, &commission.owners[0]).await;
    let place = format!("/api/v1/outcome-links/{first}");
    let opened = visitor.get(&place).await.expect_status(200).json();
    assert_eq!(
        (&opened["round"], &opened["declared"], &opened["event_name"]["ar"]),
        (&json!("close"), &Value::Null, &json!("صالون الخزف"))
    );
    visitor.post(&place).json(&later("after_3_months", 5)).await.expect_status(422).expect_faults(&[("/round", "not_allowed")]);
    let declared = visitor.post(&place).json(&outcome(900)).await.expect_status(200).json();
    assert_eq!((&declared["declared"]["declared_through"], &declared["declared"]["person_name"]), (&json!("link"), &Value::Null));
    let items = app.chamber("16").get(&of(event, "outcomes")).await.items();
    assert_eq!((items.len(), &items[0]["application_id"]), (1, &json!(commission.applications[0])), "the other application is untouched");

    for foreign in ["nonsense", &"A".repeat(43)] {
        let unknown = visitor.get(&format!("/api/v1/outcome-links/{foreign}")).await.expect_status(404);
        assert!(unknown.text().contains("رابط"), "{}", unknown.text());
        visitor.post(&format!("/api/v1/outcome-links/{foreign}")).json(&outcome(1)).await.expect_status(404);
    }
    let mut conn = app.kernel.db.reader().unwrap();
    let entries: Vec<Option<Json>> = audit_entries::table.select(audit_entries::after).load(&mut *conn).unwrap();
    assert!(!entries.iter().flatten().any(|entry| entry.text().contains(&first)), "no token in the log");
    let kept: Vec<Vec<u8>> = event_outcome_links::table.select(event_outcome_links::token_hash).load(&mut *conn).unwrap();
    assert!(kept.len() == 2 && kept.iter().all(|hash| hash.len() == 32 && hash.as_slice() != first.as_bytes()));
    drop(conn);

    // Its round ends on 3 July.
    app.advance(Duration::days(60));
    visitor.get(&place).await.expect_status(200);
    app.advance(Duration::days(1));
    visitor.get(&place).await.expect_status(404).expect_problem("not_found");
    visitor.post(&place).json(&outcome(1)).await.expect_status(404);
}

#[actix_web::test]
async fn asking_again_writes_to_those_who_have_not_answered_and_their_last_link_counts() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    let (officer, path) = (app.chamber("16"), of(&commission.event, "outcome-requests"));
    let ask = json!({ "round": "close" });
    app.chamber("31").post(&path).json(&ask).await.expect_status(403);
    officer.post(&path).json(&json!({ "round": "after_6_months" })).await.expect_status(409).expect_faults(&[("/round", "round_not_open")]);
    let asked_first = officer.post(&path).json(&ask).await.expect_status(200).json();
    assert_eq!((&asked_first["exhibitors"], &asked_first["asked"], &asked_first["unreachable"]), (&json!(2), &json!(2), &json!(0)));
    let old = token(&app, &commission.owners[1]);
    let at_once = officer.post(&path).json(&ask).await.expect_status(200).json();
    assert_eq!((&at_once["asked"], &at_once["asked_lately"]), (&json!(0), &json!(2)));
    assert!(app.letters(&commission.owners[1]).is_empty(), "nobody is written to twice in a day");

    app.letters(&commission.owners[0]);
    declare(&commission.owners[0], &commission.applications[0], &outcome(100)).await.expect_status(200);
    app.advance(Duration::hours(25));
    let again = app.chamber("16").post(&path).json(&ask).await.expect_status(200).json();
    assert_eq!((&again["asked"], &again["answered"]), (&json!(1), &json!(1)));
    assert!(app.letters(&commission.owners[0]).is_empty());
    let new = token(&app, &commission.owners[1]);
    app.visitor().get(&format!("/api/v1/outcome-links/{old}")).await.expect_status(404);
    app.visitor().get(&format!("/api/v1/outcome-links/{new}")).await.expect_status(200);
}

#[actix_web::test]
async fn the_server_asks_once_when_a_round_opens() {
    let app = TestApp::new().await;
    let commission = held(&app, 1, TODAY).await;
    let ask_due = || api::resources::outcomes::ask_due(&app.kernel).unwrap();
    app.letters(&commission.owners[0]);
    assert_eq!(ask_due(), 0, "the event is not over");
    app.advance(Duration::days(1));
    assert_eq!((ask_due(), ask_due()), (1, 0));
    let token = token(&app, &commission.owners[0]);
    app.visitor().post(&format!("/api/v1/outcome-links/{token}")).json(&outcome(100)).await.expect_status(200);
    app.advance(Duration::days(90));
    assert_eq!(ask_due(), 0, "three months are not over");
    app.advance(Duration::days(1));
    assert_eq!((ask_due(), ask_due()), (1, 0));
    assert!(app.letters(&commission.owners[0])[0].contains("3"), "it says after how many months");
}

#[actix_web::test]
async fn the_same_request_twice_is_one_declaration_and_two_at_once_are_kept_one_after_the_other() {
    let app = TestApp::new().await;
    let commission = held(&app, 1, TODAY).await;
    let (owner, application) = (&commission.owners[0], &commission.applications[0]);
    let sent = |dinars: i64| declare(owner, application, &outcome(dinars)).key("close-1");
    let first = sent(100).await.expect_status(200);
    assert_eq!(sent(100).await.expect_status(200).json(), first.json());
    sent(200).await.expect_status(422).expect_problem("idempotency_key_reused");
    let link = asked_of_nobody_else(&app, &commission).await;
    let calls = [declare(owner, application, &outcome(300)), declare(owner, application, &outcome(400))];
    for (answer, _) in futures_util::future::join_all(calls.into_iter().map(tests::actor::Call::answer)).await {
        answer.expect_status(200);
    }
    let read = owner.get(&format!("/api/v1/event-applications/{application}/outcomes")).await.json();
    let said = &read["rounds"][0]["declared"];
    assert_eq!(said["version"], 3, "{said}");
    assert!([30_000, 40_000].contains(&said["sales"]["amount"].as_i64().unwrap()));
    assert_eq!(link["answered"], 1);
}

async fn asked_of_nobody_else(app: &TestApp, commission: &Commission<'_>) -> Value {
    app.chamber("16").post(&of(&commission.event, "outcome-requests")).json(&json!({ "round": "close" })).await.expect_status(200).json()
}

/// Puts the applications into wilayas, so many into each.
fn spread(app: &TestApp, commission: &Commission<'_>, wilayas: &[(&str, usize)]) {
    use event_applications as a;
    let codes = wilayas.iter().flat_map(|(code, count)| std::iter::repeat_n(*code, *count));
    for (application, code) in commission.applications.iter().zip(codes) {
        let id: uuid::Uuid = application.parse().unwrap();
        diesel::update(a::table.find(api::resources::calls::ApplicationId::from(id)))
            .set(a::wilaya_code.eq(code))
            .execute(&mut *app.kernel.db.writer().unwrap())
            .unwrap();
    }
}

async fn report(actor: &Actor<'_>, event: &str) -> Value {
    actor.get(&of(event, "report")).await.expect_status(200).json()
}

#[actix_web::test]
async fn everybody_reads_the_report_of_a_closed_event_and_nobody_computes_what_few_have_sold() {
    let app = TestApp::new().await;
    let commission = held(&app, 12, TODAY).await;
    let (officer, visitor, event) = (app.chamber("16"), app.visitor(), &commission.event);
    spread(&app, &commission, &[("16", 6), ("31", 5), ("09", 1)]);
    all_declare(&commission).await;
    let early = visitor.get(&of(event, "report")).await.expect_status(404);
    assert!(early.text().contains("اختتام"), "{}", early.text());
    let all = report(&officer, event).await;
    let round = &all["rounds"][0];
    assert_eq!((&all["complete"], &round["declared"], &round["figures"]["sales"]["amount"]), (&json!(true), &json!(12), &json!(7_800_000)));
    assert_eq!(round["figures"]["median_sales"]["amount"], 650_000);
    assert_eq!((&round["evaluation"]["organisation"], &round["evaluation"]["would_come_again"]), (&json!(4000), &json!(12)));
    let counts: Vec<(&str, i64)> = round["by_wilaya"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["figures"]["sales"]["amount"].as_i64().unwrap() / 100_000))
        .collect();
    assert_eq!(counts, [("09", 12), ("16", 21), ("31", 45)]);

    // While it is open, each declaration would be the difference of two readings.
    close(&app, event).await;
    let open = report(&visitor, event).await;
    let hidden = &open["rounds"][0];
    assert_eq!((&hidden["hidden"], &hidden["declared"], &hidden["figures"]), (&json!("round_open"), &Value::Null, &Value::Null));
    assert_eq!((&open["exhibitors"], &open["complete"]), (&json!(12), &json!(false)));

    app.advance(Duration::days(61));
    for reader in [app.visitor(), app.chamber("31"), app.trainer(), app.association(uuid::Uuid::new_v4().into())] {
        let read = report(&reader, event).await;
        let round = &read["rounds"][0];
        assert_eq!(round["figures"]["sales"]["amount"], 7_800_000);
        assert_eq!(round["figures"]["median_sales"]["amount"], 700_000, "to thousands of dinars");
        let shown: Vec<(&str, &Value, &Value)> = round["by_wilaya"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["code"].as_str().unwrap(), &one["hidden"], &one["figures"]["sales"]["amount"]))
            .collect();
        let (yes, no) = (json!(true), json!(false));
        assert_eq!(
            shown,
            [("09", &yes, &Value::Null), ("16", &no, &json!(2_100_000)), ("31", &yes, &Value::Null)],
            "the second cell keeps the first from being computed"
        );
        let exhibitors: Vec<&Value> = read["by_wilaya"].as_array().unwrap().iter().map(|one| &one["count"]).collect();
        assert_eq!(exhibitors, [&Value::Null, &json!(6), &Value::Null]);
    }
    assert_eq!(report(&app.national(), event).await["rounds"][0]["by_wilaya"][0]["figures"]["sales"]["amount"], 1_200_000);
    let printed = app.visitor().get(&of(event, "report/print")).await.expect_status(200);
    assert!(printed.bytes.starts_with(b"%PDF-"));
}

#[actix_web::test]
async fn few_declarations_are_hidden_altogether() {
    let app = TestApp::new().await;
    let commission = held(&app, 4, TODAY).await;
    all_declare(&commission).await;
    close(&app, &commission.event).await;
    app.advance(Duration::days(61));
    let read = report(&app.visitor(), &commission.event).await;
    let round = &read["rounds"][0];
    assert_eq!((&round["hidden"], &round["figures"], &round["evaluation"]), (&json!("few"), &Value::Null, &Value::Null));
    assert!(round["by_wilaya"].as_array().unwrap().is_empty());
    assert_eq!((&read["exhibitors"], &read["applications"], &read["by_status"][0]["hidden"]), (&Value::Null, &Value::Null, &json!(true)));
}

#[actix_web::test]
async fn an_edition_is_compared_with_those_before_it() {
    let app = TestApp::new().await;
    let commission = held(&app, 5, TODAY).await;
    all_declare(&commission).await;
    close(&app, &commission.event).await;
    let next = json!({ "starts_on": "2026-06-01" });
    let next = app.chamber("16").post(&of(&commission.event, "editions")).json(&next).await.expect_status(201).str("/id");
    app.chamber("16").post(&of(&next, "publication")).json(&json!({})).await.expect_status(200);
    app.advance(Duration::days(61));
    close(&app, &next).await;
    let read = report(&app.visitor(), &next).await;
    let before = &read["earlier"][0];
    assert_eq!((&before["event_id"], &before["exhibitors"], &before["wilayas"]), (&json!(commission.event), &json!(5), &json!(1)));
    assert_eq!(before["rounds"][0]["figures"]["sales"]["amount"], 1_500_000);
    assert_eq!((&read["exhibitors"], &read["rounds"][0]["hidden"]), (&json!(0), &json!("round_open")));
}

#[actix_web::test]
async fn whoever_organised_the_edition_before_reads_of_it_what_its_own_report_shows() {
    let app = TestApp::new().await;
    let commission = held(&app, 2, TODAY).await;
    all_declare(&commission).await;
    close(&app, &commission.event).await;
    let next = json!({ "starts_on": "2026-06-01" });
    let next = app.chamber("16").post(&of(&commission.event, "editions")).json(&next).await.expect_status(201).str("/id");
    app.chamber("16").post(&of(&next, "publication")).json(&json!({})).await.expect_status(200);
    let own = report(&app.chamber("16"), &next).await;
    assert_eq!((&own["earlier"][0]["exhibitors"], &own["earlier"][0]["rounds"][0]["declared"]), (&json!(2), &json!(2)));
    app.advance(Duration::days(61));
    close(&app, &next).await;
    let others = report(&app.chamber("31"), &next).await;
    assert_eq!(others["earlier"][0]["exhibitors"], Value::Null, "few are told nobody else");
}
