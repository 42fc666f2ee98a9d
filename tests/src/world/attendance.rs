//! Recipes of sessions and attendance.

use super::Ready;
use super::cohorts::{announced_cohort, drafted_cohort, participant};
use super::register::{president, verified};
use super::stands::now;
use crate::actor::Actor;
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    Ok(match operation {
        "list_cohort_sessions" | "get_cohort_calendar" => base.at(&class(app, 2).await.cohort),
        "get_cohort_session" => base.at(&class(app, 1).await.sessions[0]),
        "add_cohort_session" => {
            base.by(officer).at(&announced_cohort(app, &json!({})).await).send(&session("2026-06-02T08:00:00Z", "2026-06-02T11:00:00Z"))
        }
        "plan_timetable" => base.by(officer).at(&drafted_cohort(app, &json!({})).await).send(&hours()),
        "update_cohort_session" => base.by(officer).at(&class(app, 1).await.sessions[3]).send(&json!({ "room": { "ar": "القاعة 2" } })),
        "cancel_cohort_session" => base.by(officer).at(&class(app, 1).await.sessions[3]).send(&json!({ "reason": "انقطاع الكهرباء" })),
        "list_session_clashes" | "list_attendance" => base.by(officer).at(&class(app, 3).await.cohort),
        "get_attendance_sheet" => {
            let class = class(app, 1).await;
            base.by(officer).to(&format!("/api/v1/cohorts/{}/attendance/sheet?day=2026-05-04", class.cohort))
        }
        "get_enrolment_attendance" => base.by(officer).at(&class(app, 1).await.enrolments[0]),
        "note_attendance" => {
            let class = class(app, 1).await;
            let entry = entry(app, &class.sessions[0], &class.enrolments[0], "present");
            base.by(officer).at(&class.cohort).send(&sheet(app, &[entry]))
        }
        "get_session_code" => base.by(officer).at(&class(app, 1).await.sessions[0]),
        "arrive_at_session" => {
            let mut class = class(app, 1).await;
            let code = code(&officer, &class.sessions[0]).await;
            base.by(class.owners.remove(0)).at(&class.sessions[0]).send(&json!({ "code": code }))
        }
        _ => return Err(base),
    })
}

/// A cohort of the chamber of Algiers that is being taught.
pub struct Class<'a> {
    /// The cohort.
    pub cohort: String,
    /// Its sessions: one that is on, one this afternoon, one tomorrow and one the day after; 120, 120, 180 and 180 minutes.
    pub sessions: Vec<String>,
    /// Those with a seat.
    pub enrolments: Vec<String>,
    /// Who speaks for their associations, in the same order.
    pub owners: Vec<Actor<'a>>,
    /// Their associations.
    pub associations: Vec<String>,
}

/// A cohort with so many participants whose first session is on.
pub async fn class(app: &TestApp, people: usize) -> Class<'_> {
    let officer = app.chamber("16");
    let cohort = announced_cohort(app, &json!({ "capacity": people })).await;
    let (mut enrolments, mut owners, mut associations) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..people {
        let association = verified(app).await;
        let input = json!({ "association_id": association, "participant": participant(&format!("نادية {number}")) });
        enrolments.push(officer.post(&format!("/api/v1/cohorts/{cohort}/enrolments")).json(&input).await.expect_status(201).str("/id"));
        owners.push(president(app, &association));
        associations.push(association);
    }
    let begun = json!({ "starts_on": "2026-05-04", "ends_on": "2026-05-12", "closes_at": "2026-05-04T08:00:00Z" });
    officer.patch(&format!("/api/v1/cohorts/{cohort}")).if_match("*").json(&begun).await.expect_status(200);
    let mut sessions = Vec::new();
    for (from, until) in [("04T08:30", "04T10:30"), ("04T12:00", "04T14:00"), ("05T08:00", "05T11:00"), ("06T08:00", "06T11:00")] {
        let input = session(&format!("2026-05-{from}:00Z"), &format!("2026-05-{until}:00Z"));
        sessions.push(officer.post(&format!("/api/v1/cohorts/{cohort}/sessions")).json(&input).await.expect_status(201).str("/id"));
    }
    Class { cohort, sessions, enrolments, owners, associations }
}

/// A session of the first module.
pub fn session(from: &str, until: &str) -> Value {
    json!({ "starts_at": from, "ends_at": until, "module": "network", "room": { "ar": "القاعة 1" } })
}

/// The hours of a timetable.
pub fn hours() -> Value {
    json!({ "hours": [{ "from": "09:00:00", "until": "12:00:00" }, { "from": "13:00:00", "until": "15:00:00" }] })
}

/// An entry of the list, noted now.
pub fn entry(app: &TestApp, session: &str, enrolment: &str, mark: &str) -> Value {
    json!({ "id": app.kernel.ids.next(), "session_id": session, "enrolment_id": enrolment, "mark": mark, "at": now(app) })
}

/// What a device sends now.
pub fn sheet(app: &TestApp, entries: &[Value]) -> Value {
    json!({ "device": "phone-1", "sent_at": now(app), "entries": entries })
}

/// The code of a session now.
pub async fn code(officer: &Actor<'_>, session: &str) -> String {
    officer.get(&format!("/api/v1/cohort-sessions/{session}/code")).await.expect_status(200).str("/code")
}
