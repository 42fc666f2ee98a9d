//! Roles say which operations, the scope says which rows: what lies in another wilaya, body or account does not exist for the caller.

use api::kernel::access::Role;
use api::kernel::access::permissions::Who;
use api::kernel::ids::AssociationId;
use serde_json::Value;
use tests::world::{self, ready};
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
        let may_be = ["/api/v1/associations/{id}", "/api/v1/events/{id}", "/api/v1/courses/{id}", "/api/v1/cohorts/{id}"]
            .iter()
            .any(|place| operation.path.starts_with(place));
        let public = may_be && stranger.get(&file).await.status == 200;
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

/// What everybody in charge reads, wherever it lies.
const REFERENCE: &[&str] = &["/wilayas/", "/communes/", "/craft-"];

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
