//! Recipes of holidays, projects and their parts.

use super::Ready;
use super::register::{president, verified};
use crate::actor::Actor;
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    Ok(match operation {
        "get_holiday" => base.at(&holiday(app).await),
        "add_holiday" => {
            base.send(&json!({ "code": "election_day", "date": "2026-07-02", "name": { "ar": "يوم الانتخاب" }, "source": "مرسوم رئاسي" }))
        }
        "amend_holiday" => base.at(&holiday(app).await).send(&json!({ "confirmed": true })),
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
    let base = base.at(&id);
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
        "comment_on_project" => base.send(&json!({ "text": "خطة واضحة" })),
        _ => base,
    };
    Ok(base.by(actor))
}

/// One more project of its own association, with people, comments and steps.
pub async fn grow(app: &TestApp, number: usize) {
    let owner = verified(app).await;
    let actor = president(app, &owner);
    let id = project_of(&actor).await;
    let place = format!("/api/v1/projects/{id}");
    actor.patch(&place).if_match("*").json(&json!({ "name": { "ar": format!("ورشة {number}") } })).await.expect_status(200);
    actor.post(&format!("{place}/comments")).json(&json!({ "text": "خطة واضحة" })).await.expect_status(201);
}

async fn holiday(app: &TestApp) -> String {
    app.visitor().get("/api/v1/holidays?year=2026").await.expect_status(200).items()[2]["id"].as_str().unwrap().to_owned()
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
