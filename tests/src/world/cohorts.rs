//! Recipes of cohorts and enrolments.

use super::Ready;
use super::courses::taught;
use super::register::{president, verified};
use crate::actor::Actor;
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    let why = json!({ "reason": "تعذر توفير القاعة" });
    Ok(match operation {
        "create_cohort" => base.by(officer).send(&cohort(&taught(app).await)),
        "get_cohort" => base.at(&announced_cohort(app, &json!({})).await),
        "list_cohort_steps" => base.at(&announced_cohort(app, &json!({})).await),
        "update_cohort" => base.by(officer).at(&announced_cohort(app, &json!({})).await).send(&json!({ "capacity": 3 })),
        "publish_cohort" => base.by(officer).at(&drafted_cohort(app, &json!({})).await),
        "cancel_cohort" => base.by(officer).at(&announced_cohort(app, &json!({})).await).send(&why),
        "close_cohort" => {
            let id = announced_cohort(app, &json!({})).await;
            let begun = json!({ "starts_on": "2026-05-03", "ends_on": "2026-05-10", "closes_at": "2026-05-02T08:00:00Z" });
            officer.patch(&format!("/api/v1/cohorts/{id}")).if_match("*").json(&begun).await.expect_status(200);
            base.by(officer).at(&id)
        }
        "enrol_participant" => {
            let input = json!({ "association_id": verified(app).await, "participant": participant("نادية بن عودة") });
            base.by(officer).at(&announced_cohort(app, &json!({})).await).send(&input)
        }
        "list_enrolments" => {
            let id = announced_cohort(app, &json!({})).await;
            for number in 0..3 {
                enrolled(app, &id, &format!("نادية {number}")).await;
            }
            base.by(officer)
        }
        "get_enrolment" | "list_enrolment_steps" | "refuse_enrolment" | "withdraw_enrolment" | "replace_participant" => {
            let id = announced_cohort(app, &json!({})).await;
            let enrolment = enrolled(app, &id, "نادية بن عودة").await;
            let base = base.by(officer).at(&enrolment);
            match operation {
                "replace_participant" => base.send(&json!({ "participant": participant("سعاد منصوري"), "reason": "سفر في مهمة" })),
                "refuse_enrolment" | "withdraw_enrolment" => base.send(&why),
                _ => base,
            }
        }
        "approve_enrolment" => {
            let id = announced_cohort(app, &json!({ "self_enrolment": true })).await;
            let owner = president(app, &verified(app).await);
            let body = json!({ "participant": participant("نادية بن عودة") });
            let asked = owner.post(&format!("/api/v1/cohorts/{id}/enrolments")).json(&body).await.expect_status(201).str("/id");
            base.by(officer).at(&asked)
        }
        _ => return Err(base),
    })
}

/// One more cohort with somebody in it.
pub async fn grow(app: &TestApp, number: usize) {
    let id = announced_cohort(app, &json!({})).await;
    enrolled(app, &id, &format!("نادية {number}")).await;
}

/// A cohort of two seats that is open for nominations now.
pub fn cohort(course: &str) -> Value {
    json!({
        "course_id": course,
        "name": { "ar": "دورة الجزائر", "fr": "Session d’Alger" },
        "languages": ["ar"],
        "place": { "commune_code": "1601", "venue": { "ar": "غرفة الصناعة التقليدية" } },
        "online_url": "https://meet.example.dz/alger",
        "starts_on": "2026-06-01",
        "ends_on": "2026-06-20",
        "capacity": 2,
        "opens_at": "2026-05-01T08:00:00Z",
        "closes_at": "2026-05-20T16:00:00Z"
    })
}

/// Somebody who is taught.
pub fn participant(name: &str) -> Value {
    json!({ "name": name, "office": "president", "gender": "woman", "born_on": "1995-03-04", "phone": "0550 12 34 56" })
}

/// The identifier of a cohort of the chamber of Algiers that is being prepared.
pub async fn drafted_cohort(app: &TestApp, change: &Value) -> String {
    let mut input = cohort(&taught(app).await);
    for (name, value) in change.as_object().unwrap() {
        input[name] = value.clone();
    }
    app.chamber("16").post("/api/v1/cohorts").json(&input).await.expect_status(201).str("/id")
}

/// The identifier of an announced cohort.
pub async fn announced_cohort(app: &TestApp, change: &Value) -> String {
    let id = drafted_cohort(app, change).await;
    app.chamber("16").post(&format!("/api/v1/cohorts/{id}/publication")).await.expect_status(200);
    id
}

/// Nominates somebody of a new association of Algiers; the answer.
pub async fn nominate(app: &TestApp, officer: &Actor<'_>, cohort: &str, who: &Value) -> Value {
    let input = json!({ "association_id": verified(app).await, "participant": who });
    officer.post(&format!("/api/v1/cohorts/{cohort}/enrolments")).json(&input).await.expect_status(201).json()
}

/// The identifier of the enrolment of somebody of a new association.
pub async fn enrolled(app: &TestApp, cohort: &str, name: &str) -> String {
    nominate(app, &app.chamber("16"), cohort, &participant(name)).await["id"].as_str().unwrap().to_owned()
}
