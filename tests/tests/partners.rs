//! Strategic partners: the map, contacts, negotiations, agreements.

use api::kernel::db::schema::people;
use api::resources::partners::remind;
use chrono::Duration;
use diesel::prelude::*;
use serde_json::{Value, json};
use tests::world::{agreement, money, partner_of, project, talks};
use tests::{Actor, TestApp};

#[actix_web::test]
async fn partners_lie_on_a_map_of_power_and_interest() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}/partners");
    for (name, power, interest) in [("الولاية", 5, 2), ("الغرفة", 4, 5), ("الإذاعة", 1, 3), ("المقهى", 1, 1)] {
        let partner = json!({ "name": { "ar": name }, "kind": "other", "power": power, "interest": interest });
        owner.post(&place).json(&partner).await.expect_status(201);
    }
    let map = app.chamber("16").get(&place).await.expect_status(200).items();
    let quarters: Vec<&str> = map.iter().map(|one| one["quarter"].as_str().unwrap()).collect();
    assert_eq!(quarters, ["manage_closely", "keep_satisfied", "keep_informed", "monitor"]);
    let wrong = json!({ "name": { "ar": "الولاية" }, "kind": "king", "power": 6, "interest": 0 });
    let mut faults = owner.post(&place).json(&wrong).await.expect_status(422).faults();
    faults.sort();
    let pointers: Vec<&str> = faults.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(pointers, ["/interest", "/kind", "/power"]);
}

#[actix_web::test]
async fn what_was_said_is_noted_and_a_partner_in_negotiation_stays() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}/partners");
    let partner = partner_of(&owner, &id).await;
    for on in ["2026-04-01", "2026-05-01", "2026-04-15"] {
        let contact = json!({ "on": on, "channel": "meeting", "summary": "لقاء", "next_on": "2026-06-01" });
        owner.post(&format!("{place}/{partner}/contacts")).json(&contact).await.expect_status(201);
    }
    let log = owner.get(&format!("{place}/{partner}/contacts")).await.items();
    assert_eq!(log.iter().map(|one| one["on"].as_str().unwrap()).collect::<Vec<_>>(), ["2026-05-01", "2026-04-15", "2026-04-01"]);
    let tomorrow = json!({ "on": "2026-05-05", "channel": "call", "summary": "غدا", "next_on": "2026-05-01" });
    let refused = owner.post(&format!("{place}/{partner}/contacts")).json(&tomorrow).await.expect_status(422);
    refused.expect_faults(&[("/on", "in_the_future"), ("/next_on", "wrong_order")]);
    let opening = talks(&owner, &id).await;
    owner.post(&format!("/api/v1/projects/{id}/negotiations")).json(&opening).await.expect_status(201);
    let busy = opening["partner_id"].as_str().unwrap();
    owner.delete(&format!("{place}/{busy}")).await.expect_status(409).expect_problem("wrong_state");
    owner.delete(&format!("{place}/{partner}")).await.expect_status(204);
    owner.get(&format!("{place}/{partner}")).await.expect_status(404);
}

#[actix_web::test]
async fn a_negotiation_shows_its_zone_of_agreement_and_the_concessions_of_each_round() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}/negotiations");
    let opened = owner.post(&place).json(&talks(&owner, &id).await).await.expect_status(201);
    let at = opened.header("location").unwrap().to_owned();
    let zone = &opened.json()["zone"];
    assert_eq!((&zone["state"], &zone["low"], &zone["high"]), (&json!("exists"), &money(45_000), &money(60_000)));
    for (side, dinars) in [("ours", 30_000), ("theirs", 70_000), ("ours", 42_000), ("theirs", 55_000)] {
        let offer = json!({ "side": side, "on": "2026-05-02", "amount": money(dinars) });
        owner.post(&format!("{at}/offers")).json(&offer).await.expect_status(200);
    }
    let now = owner.get(&at).await.json();
    let concessions: Vec<&Value> = now["offers"].as_array().unwrap().iter().map(|offer| &offer["concession"]).collect();
    assert_eq!(concessions, [&Value::Null, &Value::Null, &money(12_000), &money(15_000)]);
    assert_eq!((&now["gap"], &now["offers"][3]["round"]), (&money(13_000), &json!(2)));
    owner
        .post(&format!("{at}/offers"))
        .json(&json!({ "side": "ours", "on": "2026-05-03" }))
        .await
        .expect_faults(&[("/amount", "required")]);
    // Without a zone, what is missing is told.
    owner.patch(&at).if_match("*").json(&json!({ "our_limit": money(40_000) })).await.expect_status(200);
    assert_eq!(owner.get(&at).await.json()["zone"]["missing"], money(5_000));
    let outcome = json!({ "result": "agreed", "on": "2026-05-04", "amount": money(50_000) });
    owner.post(&format!("{at}/outcome")).json(&outcome).await.expect_status(200);
    owner.post(&format!("{at}/outcome")).json(&outcome).await.expect_status(409).expect_problem("wrong_state");
}

#[actix_web::test]
async fn an_agreement_knows_what_is_overdue_and_when_its_renewal_is_decided() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}/agreements");
    let entered = owner.post(&place).json(&agreement(&owner, &id).await).await.expect_status(201);
    let at = entered.header("location").unwrap().to_owned();
    let now = entered.json();
    assert_eq!((&now["in_force"], &now["overdue"], &now["decide_by"]), (&json!(true), &json!(1), &json!("2027-03-15")));
    let all = app.chamber("16").get(&format!("/api/v1/projects/{id}/obligations")).await.expect_status(200).items();
    assert_eq!(all.iter().map(|one| one["overdue"].as_bool().unwrap()).collect::<Vec<_>>(), [true, false]);
    let obligation = all[0]["id"].as_str().unwrap();
    let settlement = format!("{at}/obligations/{obligation}/settlement");
    owner.post(&settlement).json(&json!({ "state": "due" })).await.expect_status(422).expect_faults(&[("/state", "not_allowed")]);
    let settled = owner.post(&settlement).json(&json!({ "state": "met", "on": "2026-05-03" })).await.expect_status(200).json();
    assert_eq!(settled["overdue"], 0);
    owner.post(&settlement).json(&json!({ "state": "met" })).await.expect_status(409);
    let due = owner.get(&format!("/api/v1/projects/{id}/obligations?state=due&due_until=2026-06-30")).await.items();
    assert_eq!(due.len(), 1);
    // Renewed by a later end.
    let renewed = owner.patch(&at).if_match("*").json(&json!({ "ends_on": "2028-04-14" })).await.expect_status(200).json();
    assert_eq!(renewed["decide_by"], "2028-03-15");
    let reversed = json!({ "ends_on": "2020-01-01", "signed_on": "2030-01-01" });
    let refused = owner.patch(&at).if_match("*").json(&reversed).await.expect_status(422);
    refused.expect_faults(&[("/ends_on", "wrong_order"), ("/signed_on", "in_the_future")]);
}

/// An actor whose token has run out, with a new one.
fn again<'a>(app: &'a TestApp, actor: &Actor<'_>) -> Actor<'a> {
    let caller = actor.caller.clone();
    Actor::with_credentials(app, &app.token(caller.as_ref().unwrap()), caller)
}

#[actix_web::test]
async fn the_team_is_reminded_once_a_week_ahead_and_once_an_obligation_is_overdue() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let entered = owner.post(&format!("/api/v1/projects/{id}/agreements")).json(&agreement(&owner, &id).await).await.expect_status(201);
    // Today is 4 May: the hall was due on the first.
    assert_eq!(remind(&app.kernel).unwrap(), 1);
    let got = app.letters(&owner);
    assert_eq!(got.len(), 1, "{got:?}");
    assert!(got[0].contains("فات أجل التزام (1 ماي 2026، على الشريك): تسليم القاعة مجهزة"), "{}", got[0]);
    assert!(got[0].contains(&format!("/ar/projects/{id}/partners/{}", entered.str("/partner_id"))), "{}", got[0]);
    // Neither another look, nor another replica, nor a change of the agreement says it again.
    let replica = app.replica().await;
    assert_eq!((remind(&app.kernel).unwrap(), remind(&replica.kernel).unwrap()), (0, 0));
    let place = format!("/api/v1/projects/{id}/agreements/{}", entered.str("/id"));
    owner.patch(&place).if_match("*").json(&json!({ "notice_days": 31 })).await.expect_status(200);
    assert_eq!(remind(&app.kernel).unwrap(), 0);
    // A week before the first instalment, in the language of who reads.
    let account = people::table.find(owner.person());
    diesel::update(account).set(people::language.eq("en")).execute(&mut *app.kernel.db.writer().unwrap()).unwrap();
    app.advance(Duration::days(20));
    assert_eq!(remind(&app.kernel).unwrap(), 0);
    app.advance(Duration::days(1));
    assert_eq!(remind(&app.kernel).unwrap(), 1);
    let got = app.letters(&owner).concat();
    assert!(got.contains("1 June 2026") && !got.contains("1 May 2026"), "{got}");
    // Another day for it is another thing to be reminded of; what is settled is not.
    let owner = again(&app, &owner);
    let obligations = owner.get(&place).await.json()["obligations"].clone();
    let mut moved = obligations.clone();
    moved[1]["due_on"] = json!("2026-05-30");
    owner.patch(&place).if_match("*").json(&json!({ "obligations": moved })).await.expect_status(200);
    assert_eq!(remind(&app.kernel).unwrap(), 1);
    let settlement = format!("{place}/obligations/{}/settlement", obligations[1]["id"].as_str().unwrap());
    owner.post(&settlement).json(&json!({ "state": "met" })).await.expect_status(200);
    app.advance(Duration::days(30));
    assert_eq!(remind(&app.kernel).unwrap(), 0);
}

#[actix_web::test]
async fn the_team_is_reminded_of_an_ending_agreement_and_not_of_a_project_that_is_put_away() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let mut entry = agreement(&owner, &id).await;
    entry["agreement"]["obligations"] = json!([]);
    entry["agreement"]["ends_on"] = json!("2026-06-30");
    entry["agreement"]["renewal"] = json!("none");
    owner.post(&format!("/api/v1/projects/{id}/agreements")).json(&entry).await.expect_status(201);
    entry["agreement"]["signed_on"] = Value::Null;
    owner.post(&format!("/api/v1/projects/{id}/agreements")).json(&entry).await.expect_status(201);
    app.advance(Duration::days(27));
    let owner = again(&app, &owner);
    owner.post(&format!("/api/v1/projects/{id}/archival")).await.expect_status(200);
    assert_eq!(remind(&app.kernel).unwrap(), 0);
    owner.post(&format!("/api/v1/projects/{id}/restoration")).await.expect_status(200);
    assert_eq!(remind(&app.kernel).unwrap(), 0);
    // Within a week it is looked at again; the draft binds nobody.
    app.advance(Duration::days(7));
    assert_eq!(remind(&app.kernel).unwrap(), 1);
    assert!(app.letters(&owner)[0].contains("تنتهي الاتفاقية في 30 جوان 2026."));
}
