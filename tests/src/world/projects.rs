//! Recipes of holidays, projects and their parts.

use super::Ready;
use super::register::{president, verified};
use crate::actor::{Actor, Answer};
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    Ok(match operation {
        "get_holiday" => base.at(&holiday(app).await),
        "add_holiday" => {
            base.send(&json!({ "code": "election_day", "date": "2026-07-02", "name": { "ar": "يوم الانتخاب" }, "source": "مرسوم رئاسي" }))
        }
        "amend_holiday" => base.at(&holiday(app).await).send(&json!({ "confirmed": true })),
        "list_project_templates" => base.by(president(app, &verified(app).await)),
        "choose_projects" => {
            let owner = president(app, &verified(app).await);
            let id = project_of(&owner).await;
            let place = format!("/api/v1/projects/{id}/cash-flows");
            owner.put(&place).if_match("*").json(&super::canvases::cash_flows()).await.expect_status(200);
            base.by(owner).send(&json!({ "budgets": [super::canvases::money(2_000_000)] }))
        }
        "keep_portfolio" => base.by(app.chamber("16")).send(&choice()),
        "list_kept_portfolios" => base.by(app.chamber("16")),
        "get_kept_portfolio" | "delete_kept_portfolio" | "compute_kept_portfolio" => base.by(app.chamber("16")).at(&kept(app).await),
        "create_project" => base.by(president(app, &verified(app).await)).send(&idea()),
        _ => return of_a_project(app, operation, base).await,
    })
}

async fn of_a_project<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    if !base.path.starts_with("/api/v1/projects/{id}") {
        return Err(base);
    }
    let owner = verified(app).await;
    let actor = president(app, &owner);
    let id = project_of(&actor).await;
    let reason = json!({ "reason": "صادقت الجمعية العامة" });
    let mut base = base.at(&id);
    if NEEDS_NETWORK.contains(&operation) {
        plan(&actor, &id).await;
    }
    if base.path.contains("{activity_id}") {
        let activity = actor.get(&format!("/api/v1/projects/{id}/activities")).await.items()[1]["id"].as_str().unwrap().to_owned();
        base.target = format!("/api/v1/projects/{id}/activities/{activity}");
    }
    let base = match super::canvases::recipe(&actor, &id, operation, base).await {
        Err(base) => base,
        Ok(ready) => return Ok(ready.by(actor)),
    };
    let base = match super::budgets::recipe(&actor, &id, operation, base).await {
        Err(base) => base,
        Ok(ready) => return Ok(ready.by(actor)),
    };
    let base = match operation {
        "update_project" => base.send(&json!({ "name": { "fr": "Atelier de tapis" } })),
        "copy_project" => base.send(&json!({ "name": { "ar": "نسخة" } })),
        "plan_project" | "drop_project" => base.send(&reason),
        "approve_project" | "launch_project" | "close_project" => {
            let before: &[&str] = match operation {
                "approve_project" => &["planning"],
                "launch_project" => &["planning", "approval"],
                _ => &["planning", "approval", "launch"],
            };
            for step in before {
                actor.post(&format!("/api/v1/projects/{id}/{step}")).json(&reason).await.expect_status(200);
            }
            base.send(&reason)
        }
        "restore_project" => {
            actor.post(&format!("/api/v1/projects/{id}/archival")).await.expect_status(200);
            base
        }
        "set_project_team" => base.send(&json!({ "members": [{ "person_id": actor.person(), "access": "edit" }] })),
        "put_network" => base.send(&json!({ "activities": network() })),
        "set_project_calendar" => base.send(&json!({ "calendar": { "weekend": ["friday"] } })),
        "add_activity" => {
            base.send(&json!({ "code": "D", "name": { "ar": "بيع" }, "duration_days": 2, "predecessors": [{ "code": "C" }] }))
        }
        "update_activity" => base.send(&json!({ "percent_done": 50 })),
        "import_network" => base.file("text/csv", "code,name,duration_days,predecessors\nX,شراء,3,\nY,نسج,5,X\n".as_bytes()),
        "apply_template" => base.send(&json!({ "template": "exhibition" })),
        "upload_project_document" => base.query("kind=invoice&file_name=invoice.pdf").file("application/pdf", super::register::PDF),
        "comment_on_project" => base.send(&json!({ "text": "خطة واضحة" })),
        _ => base,
    };
    Ok(base.by(actor))
}

/// Operations on networks whose recipes want one to be there.
const NEEDS_NETWORK: &[&str] = &[
    "get_network",
    "put_network",
    "set_project_calendar",
    "list_activities",
    "add_activity",
    "get_activity",
    "update_activity",
    "delete_activity",
    "get_schedule",
    "get_pert",
    "get_project_report",
    "get_earned_value_report",
    "import_network",
];

/// Buying, weaving, selling: a small network.
pub fn network() -> Value {
    json!([
        { "code": "A", "name": { "ar": "شراء الصوف" }, "duration_days": 5, "estimate": { "optimistic": 3, "most_likely": 5, "pessimistic": 10 } },
        { "code": "B", "name": { "ar": "نسج الزرابي" }, "duration_days": 10, "predecessors": [{ "code": "A" }] },
        { "code": "C", "name": { "ar": "حملة التعريف" }, "duration_days": 4, "predecessors": [{ "code": "A", "type": "ss", "lag_days": 1 }] },
        { "code": "E", "name": { "ar": "افتتاح المعرض" }, "milestone": true, "predecessors": [{ "code": "B" }, { "code": "C" }] }
    ])
}

/// Gives a project the small network.
pub async fn plan(actor: &Actor<'_>, id: &str) {
    let place = format!("/api/v1/projects/{id}/network");
    actor.put(&place).if_match("*").json(&json!({ "activities": network() })).await.expect_status(200);
}

/// One more project of its own association, with people, comments and steps.
pub async fn grow(app: &TestApp, number: usize) {
    let owner = verified(app).await;
    let actor = president(app, &owner);
    let id = project_of(&actor).await;
    let place = format!("/api/v1/projects/{id}");
    actor.patch(&place).if_match("*").json(&json!({ "name": { "ar": format!("ورشة {number}") } })).await.expect_status(200);
    plan(&actor, &id).await;
    super::budgets::grow(&actor, &id).await;
    super::canvases::grow(&actor, &id).await;
    actor.put(&format!("{place}/cash-flows")).if_match("*").json(&super::canvases::cash_flows()).await.expect_status(200);
    kept(app).await;
    actor.post(&format!("{place}/comments")).json(&json!({ "text": "خطة واضحة" })).await.expect_status(201);
}

async fn holiday(app: &TestApp) -> String {
    app.visitor().get("/api/v1/holidays?year=2026").await.expect_status(200).items()[2]["id"].as_str().unwrap().to_owned()
}

/// A choice of projects to be kept.
fn choice() -> Value {
    json!({ "name": "مشاريع سنة 2027", "request": { "budgets": [super::canvases::money(2_000_000)] } })
}

/// The identifier of a choice that the chamber of Algiers keeps.
async fn kept(app: &TestApp) -> String {
    app.chamber("16").post("/api/v1/kept-portfolios").json(&choice()).await.expect_status(201).str("/id")
}

/// What a project starts as.
pub fn idea() -> Value {
    json!({ "name": { "ar": "ورشة الزرابي", "fr": "Atelier de tapis" }, "starts_on": "2026-06-01" })
}

/// The identifier of a new project of somebody's association.
pub async fn project_of(actor: &Actor<'_>) -> String {
    actor.post("/api/v1/projects").json(&idea()).await.expect_status(201).str("/id")
}

/// A new project of a new association of Algiers, and somebody of that association.
pub async fn project(app: &TestApp) -> (Actor<'_>, String) {
    let owner = verified(app).await;
    let actor = president(app, &owner);
    let id = project_of(&actor).await;
    (actor, id)
}

/// The schedule of a project.
///
/// # Panics
/// When there is none.
pub async fn scheduled(actor: &Actor<'_>, id: &str) -> Value {
    actor.get(&format!("/api/v1/projects/{id}/schedule")).await.expect_status(200).json()
}

/// Replaces the activities of a project.
pub async fn put_network(actor: &Actor<'_>, id: &str, activities: Value) -> Answer {
    actor.put(&format!("/api/v1/projects/{id}/network")).if_match("*").json(&json!({ "activities": activities })).await
}

/// A field of an activity of a schedule, by code.
///
/// # Panics
/// When there is no such activity.
pub fn scheduled_field<'a>(schedule: &'a Value, code: &str, field: &str) -> &'a Value {
    let activities = schedule["schedule"]["activities"].as_array().expect("activities");
    &activities.iter().find(|one| one["id"] == code).unwrap_or_else(|| panic!("no {code}"))[field]
}
