//! Roles say which operations, the scope says which rows: what lies in another wilaya, body or account does not exist for the caller.

use api::kernel::access::Role;
use api::kernel::access::permissions::Who;
use api::kernel::ids::AssociationId;
use serde_json::{Value, json};
use tests::world::{self, appoint, closing, ready};
use tests::{Actor, Findings, Operation, TestApp, contract};

/// Somebody who may call the operation, and has nothing to do with the rows of the one who does.
fn stranger<'a>(app: &'a TestApp, operation: &Operation, actor: &Actor<'a>) -> Option<Actor<'a>> {
    let role = actor.caller.as_ref().and_then(|caller| caller.role);
    match (operation.permission.who, role) {
        (Who::Public, _) => None,
        (Who::Person, _) | (_, Some(Role::Chamber)) => Some(app.chamber("31")),
        (_, Some(Role::Association)) => Some(app.association(AssociationId(uuid::Uuid::new_v4()))),
        // The other roles see every row.
        _ => None,
    }
}

#[actix_web::test]
async fn a_foreign_row_is_not_found_and_one_that_is_public_is_forbidden() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    let mut tried = 0;
    for operation in contract().operations.iter().filter(|operation| operation.has_path_parameter()) {
        let Some(mut ready) = ready(&app, operation).await else { continue };
        if REFERENCE.iter().any(|kind| operation.path.contains(kind)) {
            continue;
        }
        let Some(stranger) = stranger(&app, operation, &ready.actor) else { continue };
        let file: String = ready.target.split('/').take(5).collect::<Vec<_>>().join("/");
        let may_be = [
            "/api/v1/associations/{id}",
            "/api/v1/events/{id}",
            "/api/v1/courses/{id}",
            "/api/v1/cohorts/{id}",
            "/api/v1/cohort-sessions/{id}",
        ]
        .iter()
        .any(|place| operation.path.starts_with(place));
        let private = ["list_attendance", "list_certificates"].contains(&operation.id.as_str())
            || PRIVATE_PARTS.iter().any(|part| operation.path == format!("/api/v1/cohorts/{{id}}/{part}"));
        let public = may_be && !private && stranger.get(&file).await.status == 200;
        ready.actor = stranger;
        let call = if operation.takes_version() { ready.call().if_match("*") } else { ready.call() };
        let answer = findings.send(call).await;
        // A merge is told apart from nothing where the file that stayed is public.
        let expected = if public || operation.id == "undo_merge" { 403 } else { 404 };
        findings.expect(answer.status == expected, || {
            format!("{operation} answers a stranger {} instead of {expected}: {}", answer.status, answer.text())
        });
        tried += 1;
    }
    findings.expect(tried > 15, || format!("only {tried} operations were tried"));
    findings.finish();
}

/// Parts of an announced cohort that are not there for whoever has nothing to do with it.
const PRIVATE_PARTS: &[&str] = &["evaluation", "exams", "assignments", "scheme", "gradebook", "progress"];

/// What everybody in charge reads, wherever it lies.
const REFERENCE: &[&str] = &["/wilayas/", "/communes/", "/craft-", "/trainers/"];

#[actix_web::test]
async fn a_list_for_those_in_charge_holds_no_foreign_row() {
    let app = TestApp::new().await;
    world::fill(&app, 1).await;
    let mut findings = Findings::default();
    let (home, away) = (app.chamber("16"), app.chamber("31"));
    for operation in contract().operations.iter().filter(|operation| operation.method == "GET" && !operation.has_path_parameter()) {
        let private = !matches!(operation.permission.who, Who::Public | Who::Person) && operation.permission.admits(Some(Role::Chamber));
        if !private || operation.id == "list_import_fields" {
            continue;
        }
        let here = findings.send(home.get(&operation.path)).await.items();
        let there = findings.send(away.get(&operation.path)).await.items();
        // What happens to an announced event or a published course is everybody's to know.
        let announced = |item: &Value| {
            item["topic"].as_str().is_some_and(|topic| {
                ["event.", "course.", "cohort.changed", "cohort.status_changed"].iter().any(|kind| topic.starts_with(kind))
            })
        };
        let shared: Vec<&Value> = there.iter().filter(|item| here.contains(item) && !announced(item)).collect();
        findings.expect(shared.is_empty(), || format!("{operation} shows a stranger {shared:?}"));
    }
    findings.finish();
}

#[actix_web::test]
async fn a_draft_is_seen_by_its_own_people_and_those_above_them_alone() {
    let app = TestApp::new().await;
    let id = world::draft(&app).await;
    let place = format!("/api/v1/associations/{id}");
    for (who, actor, status) in [
        ("its chamber", app.chamber("16"), 200),
        ("its president", world::president(&app, &id), 200),
        ("the ministry", app.ministry(), 200),
        ("the national chamber", app.national(), 200),
        ("another chamber", app.chamber("31"), 404),
        ("another association", app.association(AssociationId(uuid::Uuid::new_v4())), 404),
        ("a trainer", app.trainer(), 404),
        ("the administrator", app.admin(), 404),
        ("somebody without a role", app.newcomer(), 404),
        ("a visitor", app.visitor(), 404),
    ] {
        let answer = actor.get(&place).await;
        assert_eq!(answer.status, status, "{who}");
    }
}

/// Operations on an application that somebody who reviews at the event is refused, whether or not there is a name in their answer.
const NOT_FOR_REVIEWERS: &[&str] = &[
    "list_event_applications",
    "get_application",
    "list_application_steps",
    "list_application_messages",
    "list_application_pictures",
    "get_event_file_content",
    "list_scores",
    "list_application_reviews",
    "get_seat",
];

#[actix_web::test]
async fn whoever_reviews_at_an_event_reads_nowhere_who_has_applied() {
    let app = TestApp::new().await;
    let (owner, begun) = world::applied(&app).await;
    let (id, event) = (begun["id"].as_str().unwrap(), begun["event_id"].as_str().unwrap());
    let picture = world::picture(&owner, id).await;
    let message = json!({ "text": "اسمي نادية حداد" });
    owner.post(&format!("/api/v1/event-applications/{id}/messages")).json(&message).await.expect_status(201);
    owner.post(&format!("/api/v1/event-applications/{id}/submission")).await.expect_status(200);
    closing(&app, &app.chamber("16"), event, &json!({})).await;
    app.advance(chrono::Duration::seconds(2));
    let names = ["نادية حداد", "213550123456", begun["association_id"].as_str().unwrap()];
    let tells = |text: &str| names.iter().any(|name| text.contains(name));
    let mut findings = Findings::default();
    for (role, colleague, reviewer) in
        [(Role::Chamber, app.chamber("16"), app.chamber("16")), (Role::Ministry, app.ministry(), app.ministry())]
    {
        appoint(&app.chamber("16"), event, &reviewer).await;
        let mut refused = Vec::new();
        for operation in
            contract().operations.iter().filter(|operation| operation.method == "GET" && operation.permission.admits(Some(role)))
        {
            let of = |prefix: &str| operation.path.starts_with(prefix);
            let own = if of("/api/v1/events/{id}") {
                event
            } else if of("/api/v1/event-applications/{id}") {
                id
            } else if of("/api/v1/event-files/{id}") {
                &picture
            } else {
                continue;
            };
            let path = operation.path_with(|_| own.to_owned());
            let theirs = findings.send(colleague.get(&path)).await;
            let read = findings.send(reviewer.get(&path)).await;
            let withheld = read.status == 403 && read.json()["code"] == "separate_duties";
            if withheld {
                refused.push(operation.id.as_str());
            }
            let same = theirs.status == 403 && theirs.json()["code"] == "separate_duties";
            findings.expect(!same, || format!("{operation} is withheld from a colleague who does not review"));
            findings.expect(withheld || !tells(&read.text()), || format!("{operation} tells a reviewer who has applied: {}", read.text()));
            findings.expect(!tells(&theirs.text()) || withheld, || format!("{operation} names applicants and is not withheld"));
        }
        for id in NOT_FOR_REVIEWERS.iter().filter(|id| !refused.contains(*id)) {
            findings.add(format!("{id} is not withheld from a reviewer ({role})"));
        }
        let told =
            |feed: Vec<Value>| feed.iter().any(|item| item["topic"] == "event.application_changed" && item["payload"]["event_id"] == event);
        findings
            .expect(told(colleague.get("/api/v1/changes?limit=200").await.items()), || "the feed does not tell of applications".to_owned());
        findings.expect(!told(reviewer.get("/api/v1/changes?limit=200").await.items()), || format!("the feed tells a reviewer ({role})"));
        if role == Role::Ministry {
            let log = "/api/v1/audit-entries?subject_type=event_application";
            findings.expect(tells(&colleague.get(log).await.text()), || "the log does not tell of applications".to_owned());
            findings.expect(!tells(&reviewer.get(log).await.text()), || "the log tells a reviewer".to_owned());
        }
    }
    findings.finish();
}
