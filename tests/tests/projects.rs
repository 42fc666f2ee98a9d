//! Projects of associations: who sees and edits them, their stages, team, comments, copies.

use serde_json::{Value, json};
use tests::world::{self, president, project, project_of, verified};
use tests::{Actor, TestApp};

async fn step(actor: &Actor<'_>, id: &str, name: &str) -> tests::Answer {
    actor.post(&format!("/api/v1/projects/{id}/{name}")).json(&json!({ "reason": "قرار المكتب" })).await
}

#[actix_web::test]
async fn a_project_is_seen_by_its_own_people_and_those_above_them_alone() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}");
    let other = president(&app, &verified(&app).await);
    for (who, actor, status) in [
        ("its president", owner, 200),
        ("its chamber", app.chamber("16"), 200),
        ("the national chamber", app.national(), 200),
        ("the ministry", app.ministry(), 200),
        ("another chamber", app.chamber("31"), 404),
        ("another association", other, 404),
        ("a trainer", app.trainer(), 403),
        ("the administrator", app.admin(), 403),
        ("a visitor", app.visitor(), 401),
    ] {
        assert_eq!(actor.get(&place).await.status, status, "{who}");
        let listed = actor.get("/api/v1/projects").await;
        if status == 200 {
            assert_eq!(listed.items().len(), 1, "{who}");
        } else if status == 404 {
            assert_eq!(listed.items().len(), 0, "{who}");
        }
    }
    assert_eq!(app.chamber("16").get(&place).await.json()["editable"], false);
}

#[actix_web::test]
async fn a_project_goes_from_idea_to_close_with_reasons_and_dates() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    step(&owner, &id, "approval").await.expect_status(409).expect_problem("wrong_state");
    for (name, stage) in [("planning", "planned"), ("approval", "approved"), ("launch", "running"), ("closure", "closed")] {
        assert_eq!(step(&owner, &id, name).await.expect_status(200).json()["stage"], stage);
    }
    let steps = app.chamber("16").get(&format!("/api/v1/projects/{id}/transitions")).await.items();
    let stages: Vec<&Value> = steps.iter().map(|step| &step["to_stage"]).collect();
    assert_eq!(stages, ["idea", "planned", "approved", "running", "closed"]);
    assert_eq!(steps[4]["reason"], "قرار المكتب");
    assert_eq!(steps[4]["decided_on"], "2026-05-04");
    // What is over does not change any more.
    let change = json!({ "name": { "fr": "Autre" } });
    owner.patch(&format!("/api/v1/projects/{id}")).if_match("*").json(&change).await.expect_status(409).expect_problem("wrong_state");
    step(&owner, &id, "abandonment").await.expect_status(409);
}

#[actix_web::test]
async fn an_idea_without_a_start_is_no_plan_and_no_step_is_decided_tomorrow() {
    let app = TestApp::new().await;
    let owner = president(&app, &verified(&app).await);
    let id = owner.post("/api/v1/projects").json(&json!({ "name": { "ar": "فكرة" } })).await.expect_status(201).str("/id");
    step(&owner, &id, "planning").await.expect_status(409).expect_problem("wrong_state");
    let tomorrow = json!({ "reason": "قرار المكتب", "decided_on": "2026-05-05" });
    owner
        .post(&format!("/api/v1/projects/{id}/abandonment"))
        .json(&tomorrow)
        .await
        .expect_status(422)
        .expect_faults(&[("/decided_on", "in_the_future")]);
}

#[actix_web::test]
async fn a_partner_association_reads_and_edits_only_when_the_team_says_so() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}");
    let partner_id = verified(&app).await;
    let partner = president(&app, &partner_id);
    partner.get(&place).await.expect_status(404);
    let wrong = json!({ "partner_ids": [partner_id, partner_id, uuid::Uuid::new_v4()] });
    let faults = owner.patch(&place).if_match("*").json(&wrong).await.expect_status(422).faults();
    assert_eq!(faults, [("/partner_ids/1".to_owned(), "repeated".to_owned()), ("/partner_ids/2".to_owned(), "no_such".to_owned())]);
    owner.patch(&place).if_match("*").json(&json!({ "partner_ids": [partner_id] })).await.expect_status(200);
    assert_eq!(partner.get(&place).await.expect_status(200).json()["editable"], false);
    let change = json!({ "name": { "fr": "Ensemble" } });
    partner.patch(&place).if_match("*").json(&change).await.expect_status(403);
    let team = json!({ "members": [{ "person_id": partner.person(), "access": "edit" }] });
    owner.put(&format!("{place}/team")).if_match("*").json(&team).await.expect_status(200);
    partner.patch(&place).if_match("*").json(&change).await.expect_status(200);
    // Its partners are still the owner's choice, and so is the team.
    partner.patch(&place).if_match("*").json(&json!({ "partner_ids": [] })).await.expect_status(403);
    partner.put(&format!("{place}/team")).if_match("*").json(&json!({ "members": [] })).await.expect_status(403);
}

#[actix_web::test]
async fn the_team_can_make_a_reader_of_somebody_and_never_of_the_one_who_says_so() {
    let app = TestApp::new().await;
    let association = verified(&app).await;
    let (first, second) = (president(&app, &association), president(&app, &association));
    let id = project_of(&first).await;
    let team = format!("/api/v1/projects/{id}/team");
    let readers = |person| json!({ "members": [{ "person_id": person, "access": "read" }] });
    let refused = first.put(&team).if_match("*").json(&readers(first.person())).await.expect_status(422);
    refused.expect_faults(&[("/members/0/access", "not_allowed")]);
    let stranger = app.trainer().person();
    first.put(&team).if_match("*").json(&readers(stranger)).await.expect_faults(&[("/members/0/person_id", "no_such")]);
    first.put(&team).if_match("*").json(&readers(second.person())).await.expect_status(200);
    let change = json!({ "name": { "fr": "Autre" } });
    second.patch(&format!("/api/v1/projects/{id}")).if_match("*").json(&change).await.expect_status(403);
    first.patch(&format!("/api/v1/projects/{id}")).if_match("*").json(&change).await.expect_status(200);
    let everybody = second.get(&team).await.items();
    let access: Vec<(&Value, &Value)> = everybody.iter().map(|one| (&one["access"], &one["listed"])).collect();
    assert!(access.contains(&(&json!("read"), &json!(true))) && access.contains(&(&json!("edit"), &json!(false))), "{everybody:?}");
}

#[actix_web::test]
async fn the_chamber_comments_and_changes_nothing() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let comments = format!("/api/v1/projects/{id}/comments");
    app.chamber("16").post(&comments).json(&json!({ "text": "راجعوا مدة الشراء", "about": "network" })).await.expect_status(201);
    for nowhere in ["/api/v1/associations", "javascript:alert(1)", "network//", "الشبكة"] {
        let refused = app.chamber("16").post(&comments).json(&json!({ "text": "راجعوا", "about": nowhere })).await.expect_status(422);
        refused.expect_faults(&[("/about", "wrong_format")]);
    }
    owner.post(&comments).json(&json!({ "text": "تم" })).await.expect_status(201);
    app.chamber("31").post(&comments).json(&json!({ "text": "من بعيد" })).await.expect_status(404);
    app.ministry().post(&comments).json(&json!({ "text": "من فوق" })).await.expect_status(403);
    let said = app.ministry().get(&comments).await.items();
    assert_eq!(said.iter().map(|one| one["role"].as_str().unwrap()).collect::<Vec<_>>(), ["chamber", "association"]);
    app.chamber("16").patch(&format!("/api/v1/projects/{id}")).if_match("*").json(&json!({})).await.expect_status(403);
}

#[actix_web::test]
async fn an_archived_project_leaves_the_list_and_stays_as_it_is_until_it_is_restored() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}");
    owner.post(&format!("{place}/archival")).await.expect_status(200);
    owner.post(&format!("{place}/archival")).await.expect_status(409);
    assert_eq!(owner.get("/api/v1/projects").await.items().len(), 0);
    assert_eq!(owner.get("/api/v1/projects?archived=true").await.items().len(), 1);
    owner.patch(&place).if_match("*").json(&json!({ "purpose": { "ar": "غاية" } })).await.expect_status(409);
    owner.post(&format!("{place}/restoration")).await.expect_status(200);
    owner.patch(&place).if_match("*").json(&json!({ "purpose": { "ar": "غاية" } })).await.expect_status(200);
}

#[actix_web::test]
async fn projects_are_found_by_name_stage_and_wilaya() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    step(&owner, &id, "planning").await.expect_status(200);
    let found =
        async |query: &str| app.ministry().get(&format!("/api/v1/projects?include_total=true&{query}")).await.json()["total"].clone();
    assert_eq!(found("q=%D8%A7%D9%84%D8%B2%D8%B1%D8%A7%D8%A8%D9%8A").await, 1);
    assert_eq!(found("q=tapis&stage=planned&wilaya=16").await, 1);
    assert_eq!(found("stage=idea").await, 0);
    assert_eq!(found("wilaya=31").await, 0);
    let association = owner.get(&format!("/api/v1/projects/{id}")).await.str("/association/id");
    assert_eq!(found(&format!("association_id={association}")).await, 1);
}

#[actix_web::test]
async fn a_copy_belongs_to_whoever_makes_it_and_starts_again_as_an_idea() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    step(&owner, &id, "planning").await.expect_status(200);
    let wanted = json!({ "name": { "ar": "الطبعة الثانية" }, "starts_on": "2027-02-01" });
    let copy = owner.post(&format!("/api/v1/projects/{id}/copies")).json(&wanted).await.expect_status(201).json();
    assert_eq!((copy["stage"].as_str(), copy["starts_on"].as_str()), (Some("idea"), Some("2027-02-01")));
    assert_ne!(copy["id"], json!(id));
    let stranger = president(&app, &world::verified(&app).await);
    stranger.post(&format!("/api/v1/projects/{id}/copies")).json(&json!({})).await.expect_status(404);
}

#[actix_web::test]
async fn of_two_people_who_change_a_project_the_second_is_told() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}");
    let seen = owner.get(&place).await.etag();
    owner.patch(&place).if_match(&seen).json(&json!({ "name": { "fr": "Un" } })).await.expect_status(200);
    owner.patch(&place).if_match(&seen).json(&json!({ "name": { "fr": "Deux" } })).await.expect_status(412);
}
