//! Who has which stand: given by hand, proposed by the machine, two organisers at once, found by visitors.

use chrono::Duration;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::world::stands;
use tests::{Actor, TestApp, encoded};

fn stand_of(application: &str) -> String {
    format!("/api/v1/event-applications/{application}/stand")
}

async fn placed(officer: &Actor<'_>, event: &str) -> Vec<Option<String>> {
    let items = officer.get(&format!("/api/v1/events/{event}/stand-candidates")).await.expect_status(200).items();
    items.iter().map(|one| one["stand"].as_str().map(str::to_owned)).collect()
}

#[actix_web::test]
async fn stands_are_given_moved_exchanged_and_freed_by_hand() {
    let app = TestApp::new().await;
    let (officer, hall) = (app.chamber("16"), stands(&app, 2).await);
    let [one, other] = [&hall.applications[0], &hall.applications[1]];
    officer.post(&stand_of(one)).json(&json!({ "stand": "A01" })).await.expect_status(200);
    let again = officer.post(&stand_of(one)).json(&json!({ "stand": "A01", "locked": true })).await.expect_status(200).json();
    assert_eq!((&again["stand"]["number"], &again["stand"]["holder"]["locked"]), (&json!("A01"), &json!(true)));
    officer.post(&stand_of(other)).json(&json!({ "stand": "A09" })).await.expect_status(422).expect_faults(&[("/stand", "no_such")]);
    let taken = officer.post(&stand_of(other)).json(&json!({ "stand": "A01" })).await.expect_status(409);
    taken.expect_faults(&[("/stand", "stand_taken")]);
    officer.post(&stand_of(other)).json(&json!({ "stand": "A02" })).await.expect_status(200);
    let fixed = officer.post(&stand_of(other)).json(&json!({ "stand": "A01", "from": "A02", "exchange": true })).await.expect_status(409);
    fixed.expect_faults(&[("/stand", "stand_locked")]);
    officer.post(&stand_of(one)).json(&json!({ "stand": "A01", "locked": false })).await.expect_status(200);
    officer.post(&stand_of(other)).json(&json!({ "stand": "A01", "from": "A02", "exchange": true })).await.expect_status(200);
    assert_eq!(placed(&officer, &hall.event).await, [Some("A02".to_owned()), Some("A01".to_owned())]);
    let late = officer.post(&stand_of(one)).json(&json!({ "stand": "A03", "from": "A01" })).await.expect_status(409);
    late.expect_faults(&[("/from", "stand_moved")]);
    officer.delete(&stand_of(one)).await.expect_status(204);
    officer.get(&stand_of(one)).await.expect_status(404);
}

#[actix_web::test]
async fn of_two_organisers_giving_the_same_stand_one_is_told_whose_it_is() {
    let app = TestApp::new().await;
    let hall = stands(&app, 4).await;
    let officers: Vec<Actor<'_>> = (0..4).map(|_| app.chamber("16")).collect();
    let calls = officers
        .iter()
        .zip(&hall.applications)
        .map(|(officer, id)| async move { officer.post(&stand_of(id)).json(&json!({ "stand": "A03" })).await.status });
    let mut answers = join_all(calls).await;
    answers.sort_unstable();
    assert_eq!(answers, [200, 409, 409, 409]);
    let given = placed(&officers[0], &hall.event).await;
    assert_eq!(given.iter().flatten().count(), 1);
}

#[actix_web::test]
async fn the_machine_proposes_and_the_officer_takes_it_as_it_is() {
    let app = TestApp::new().await;
    let (officer, hall) = (app.chamber("16"), stands(&app, 3).await);
    officer.post(&stand_of(&hall.applications[2])).json(&json!({ "stand": "A01", "locked": true })).await.expect_status(200);
    let propose = officer.post(&format!("/api/v1/events/{}/stand-proposals", hall.event)).json(&json!({}));
    let proposal = propose.await.expect_status(200).json();
    let given = proposal["allocation"]["allocations"].as_array().unwrap();
    assert_eq!((given.len(), &proposal["allocation"]["totals"]["locked"]), (3, &json!(1)));
    let kept = given.iter().find(|one| one["application"] == hall.applications[2].as_str()).unwrap();
    assert_eq!((&kept["stand"], &kept["reasons"][0]["code"]), (&json!("A01"), &json!("locked")));
    let allocations: Vec<Value> =
        given.iter().map(|one| json!({ "application_id": one["application"], "stand": one["stand"], "locked": one["locked"] })).collect();
    let path = format!("/api/v1/events/{}/stands", hall.event);
    let tag = format!("\"{}\"", proposal["version"]);
    let kept = officer.put(&path).if_match(&tag).json(&json!({ "allocations": allocations })).await.expect_status(200).json();
    assert_eq!((&kept["given"], &kept["free"]), (&json!(3), &json!(1)));
    // Somebody was quicker than the second time.
    officer.put(&path).if_match(&tag).json(&json!({ "allocations": [] })).await.expect_status(412);
    let twice = json!({ "allocations": [allocations[0], { "application_id": hall.applications[1], "stand": allocations[0]["stand"] }, allocations[0]] });
    let refused = officer.put(&path).if_match("*").json(&twice).await.expect_status(422);
    assert!(refused.faults().iter().all(|(_, code)| code == "repeated"), "{:?}", refused.faults());
    assert_eq!(placed(&officer, &hall.event).await.iter().flatten().count(), 3, "nothing of a refused allocation is kept");
}

#[actix_web::test]
async fn a_visitor_finds_a_stand_and_the_association_learns_why_it_has_it() {
    let app = TestApp::new().await;
    let (officer, hall) = (app.chamber("16"), stands(&app, 2).await);
    for (id, stand) in hall.applications.iter().zip(["A02", "A03"]) {
        officer.post(&stand_of(id)).json(&json!({ "stand": stand })).await.expect_status(200);
    }
    let list = format!("/api/v1/events/{}/stands", hall.event);
    app.visitor().get(&list).await.expect_status(404);
    hall.owners[0].get(&stand_of(&hall.applications[0])).await.expect_status(404);
    let public = json!({ "published": true });
    officer.post(&format!("/api/v1/events/{}/plan/publication", hall.event)).json(&public).await.expect_status(200);
    let items = app.visitor().get(&list).await.expect_status(200).items();
    assert_eq!(items.len(), 4);
    let holder = &items[1]["holder"];
    assert_eq!((&holder["application_id"], &holder["locked"], &holder["lacks"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!(app.visitor().get(&format!("{list}?q=A03")).await.items().len(), 1);
    assert_eq!(app.visitor().get(&format!("{list}?given=false")).await.items().len(), 2);
    let name = holder["association_name"]["ar"].as_str().unwrap().to_owned();
    let found = app.visitor().get(&format!("{list}?q={}", encoded(&name))).await.items();
    assert!(found.iter().any(|one| one["number"] == "A02"), "{name}: {found:?}");
    let own = hall.owners[0].get(&stand_of(&hall.applications[0])).await.expect_status(200).json();
    assert_eq!(own["stand"]["number"], "A02");
    hall.owners[0].get(&stand_of(&hall.applications[1])).await.expect_status(404);
}

#[actix_web::test]
async fn whoever_withdraws_leaves_the_stand_free() {
    let app = TestApp::new().await;
    let (officer, hall) = (app.chamber("16"), stands(&app, 2).await);
    officer.post(&stand_of(&hall.applications[0])).json(&json!({ "stand": "A01", "locked": true })).await.expect_status(200);
    let why = json!({ "reason": "تعذر التنقل" });
    hall.owners[0].post(&format!("/api/v1/event-applications/{}/withdrawal", hall.applications[0])).json(&why).await.expect_status(200);
    officer.post(&stand_of(&hall.applications[1])).json(&json!({ "stand": "A01" })).await.expect_status(200);
    officer.post(&stand_of(&hall.applications[0])).json(&json!({ "stand": "A02" })).await.expect_status(409);
    app.advance(Duration::seconds(1));
    app.chamber("31").post(&stand_of(&hall.applications[1])).json(&json!({ "stand": "A02" })).await.expect_status(404);
    assert_eq!(placed(&officer, &hall.event).await, [Some("A01".to_owned())]);
}

#[actix_web::test]
async fn everybody_learns_of_a_new_stand_once_the_plan_is_public() {
    let app = TestApp::new().await;
    let (officer, hall) = (app.chamber("16"), stands(&app, 2).await);
    let [one, other] = [&hall.applications[0], &hall.applications[1]];
    let told = |owner: &Actor<'_>| app.letters(owner).into_iter().filter(|letter| letter.contains("الجناح") || letter.contains("جناحكم"));
    let path = format!("/api/v1/events/{}", hall.event);
    let publish = |published: bool| officer.post(&format!("{path}/plan/publication")).json(&json!({ "published": published }));
    officer.post(&stand_of(one)).json(&json!({ "stand": "A01" })).await.expect_status(200);
    assert_eq!(officer.get(&path).await.expect_status(200).json()["plan_published"], false);
    assert_eq!(told(&hall.owners[0]).count(), 0, "a plan that is not public is not told of");
    publish(true).await.expect_status(200);
    assert_eq!(officer.get(&path).await.expect_status(200).json()["plan_published"], true);
    let letters: Vec<String> = told(&hall.owners[0]).collect();
    assert!(letters.len() == 1 && letters[0].contains("A01") && letters[0].contains(one), "{letters:?}");
    publish(false).await.expect_status(200);
    publish(true).await.expect_status(200);
    officer.post(&stand_of(one)).json(&json!({ "stand": "A01", "from": "A01", "locked": true })).await.expect_status(200);
    assert_eq!(told(&hall.owners[0]).count() + told(&hall.owners[1]).count(), 0, "what was told is not told again");
    officer.post(&stand_of(other)).json(&json!({ "stand": "A02" })).await.expect_status(200);
    assert!(told(&hall.owners[1]).any(|letter| letter.contains("A02")));
    officer
        .put(&format!("{path}/stands"))
        .if_match("*")
        .json(&json!({ "allocations": [{ "application_id": other, "stand": "A03" }] }))
        .await
        .expect_status(200);
    assert!(told(&hall.owners[1]).any(|letter| letter.contains("A03")));
    assert!(told(&hall.owners[0]).any(|letter| letter.contains("سحب المنظمون")), "who has none any more is told");
}
