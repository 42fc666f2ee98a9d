//! Recipes of evaluations.

use super::Ready;
use super::cohorts::{announced_cohort, participant};
use super::register::{president, verified};
use crate::actor::{Actor, Call};
use crate::app::TestApp;
use serde_json::{Value, json};

/// The days of a cohort that ended yesterday, with those on which one could be nominated.
pub const YESTERDAY: [&str; 4] = ["2026-04-01T08:00:00Z", "2026-04-10T08:00:00Z", "2026-04-20", "2026-05-03"];
/// The same of one that ended six months ago.
pub const SIX_MONTHS_AGO: [&str; 4] = ["2025-09-01T08:00:00Z", "2025-09-20T08:00:00Z", "2025-10-01", "2025-11-03"];

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    Ok(match operation {
        "get_cohort_evaluation" => base.by(app.chamber("16")).at(&finished(app, 2, YESTERDAY).await.cohort),
        "request_evaluations" => base.by(app.chamber("16")).at(&finished(app, 1, YESTERDAY).await.cohort).send(&json!({ "round": "end" })),
        "get_enrolment_evaluations" | "hand_in_evaluation" => {
            let mut finished = finished(app, 1, YESTERDAY).await;
            base.at(&finished.enrolments[0]).send(&judgement(4)).by(finished.owners.remove(0))
        }
        "view_evaluation_link" | "evaluate_by_link" => {
            let finished = finished(app, 1, YESTERDAY).await;
            base.at(&asked_to_evaluate(app, &finished.cohort, "end", &finished.owners[0]).await).send(&judgement(4))
        }
        _ => return Err(base),
    })
}

/// A cohort of the chamber of Algiers that is over.
pub struct Finished<'a> {
    /// The cohort.
    pub cohort: String,
    /// Those with a seat.
    pub enrolments: Vec<String>,
    /// Who speaks for their associations, in the same order.
    pub owners: Vec<Actor<'a>>,
}

/// A cohort with so many participants whose last day is over.
pub async fn finished<'a>(app: &'a TestApp, people: usize, [opens_at, closes_at, starts_on, ends_on]: [&str; 4]) -> Finished<'a> {
    let officer = app.chamber("16");
    let cohort = announced_cohort(app, &json!({ "capacity": people })).await;
    let (mut enrolments, mut owners) = (Vec::new(), Vec::new());
    for number in 0..people {
        let association = verified(app).await;
        let input = json!({ "association_id": association, "participant": participant(&format!("نادية {number}")) });
        enrolments.push(officer.post(&format!("/api/v1/cohorts/{cohort}/enrolments")).json(&input).await.expect_status(201).str("/id"));
        owners.push(president(app, &association));
    }
    let days = json!({ "opens_at": opens_at, "closes_at": closes_at, "starts_on": starts_on, "ends_on": ends_on });
    officer.patch(&format!("/api/v1/cohorts/{cohort}")).if_match("*").json(&days).await.expect_status(200);
    Finished { cohort, enrolments, owners }
}

/// How somebody judges the course.
pub fn judgement(stars: u32) -> Value {
    json!({
        "round": "end",
        "judgement": { "aims": stars, "content": 5, "trainers": 4, "practice": 3, "organisation": 2, "would_recommend": stars > 2 },
        "comment": format!("مزيد من العمل على الميزانية {stars}")
    })
}

/// What came of it.
pub fn course_use(frequency: &str, projects: u32) -> Value {
    json!({
        "round": "after_6_months",
        "course_use": {
            "tools": [{ "tool": "activity_network", "frequency": frequency }], "projects_begun": projects, "partnerships_signed": 1
        }
    })
}

/// Hands in as the association.
pub fn evaluate<'a>(owner: &Actor<'a>, enrolment: &str, said: &Value) -> Call<'a> {
    owner.post(&format!("/api/v1/enrolments/{enrolment}/evaluations")).json(said)
}

/// Asks for a round: the token in the letter to one of the associations.
pub async fn asked_to_evaluate(app: &TestApp, cohort: &str, round: &str, owner: &Actor<'_>) -> String {
    app.letters(owner);
    let path = format!("/api/v1/cohorts/{cohort}/evaluation-requests");
    app.chamber("16").post(&path).json(&json!({ "round": round })).await.expect_status(200);
    evaluation_token(app, owner)
}

/// The token in the letter that asks a participant to evaluate.
pub fn evaluation_token(app: &TestApp, owner: &Actor<'_>) -> String {
    super::outcomes::token_of(app, owner, "/evaluate#token=")
}
