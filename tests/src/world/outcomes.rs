//! Recipes of what came out of events, and of who took part.

use super::{Commission, Ready, decided};
use crate::actor::{Actor, Call};
use crate::app::TestApp;
use api::kernel::db::AnyConnection;
use diesel::RunQueryDsl;
use serde_json::{Value, json};

/// The days of an event that is on today.
pub const TODAY: (&str, &str) = ("2026-05-01", "2026-05-04");
/// The days of an event that was three months ago.
pub const THREE_MONTHS_AGO: (&str, &str) = ("2026-01-20", "2026-01-25");

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    Ok(match operation {
        "get_application_outcomes" | "declare_outcome" => {
            let mut commission = held(app, 1, TODAY).await;
            let (owner, application) = (commission.owners.remove(0), commission.applications.remove(0));
            declare(&owner, &application, &outcome(100)).await.expect_status(200);
            base.at(&application).send(&outcome(120)).by(owner)
        }
        "list_event_outcomes" => {
            let commission = held(app, 3, TODAY).await;
            for (owner, application) in commission.owners.iter().zip(&commission.applications) {
                declare(owner, application, &outcome(100)).await.expect_status(200);
            }
            base.by(officer).at(&commission.event)
        }
        "request_outcomes" => base.by(officer).at(&held(app, 1, TODAY).await.event).send(&json!({ "round": "close" })),
        "view_outcome_link" | "declare_by_link" => {
            let commission = held(app, 1, TODAY).await;
            base.at(&asked(app, &commission.event, &commission.owners[0]).await).send(&outcome(100))
        }
        "get_event_report" | "print_event_report" => {
            let commission = held(app, 2, TODAY).await;
            for (owner, application) in commission.owners.iter().zip(&commission.applications) {
                declare(owner, application, &outcome(100)).await.expect_status(200);
            }
            officer.post(&format!("/api/v1/events/{}/closure", commission.event)).await.expect_status(200);
            base.at(&commission.event)
        }
        "list_participation" => {
            held(app, 3, TODAY).await;
            base.by(officer)
        }
        _ => return Err(base),
    })
}

/// Makes an event one that was announced for some days, also for days that are over: nobody may move it there.
///
/// # Panics
/// When the database does not answer.
pub async fn moved(app: &TestApp, event: &str, (starts_on, ends_on): (&str, &str)) {
    let conn = &mut *app.kernel.db.writer().unwrap();
    let (id, document) = match conn {
        AnyConnection::Sqlite(_) => (
            format!("X'{}'", event.replace('-', "")),
            format!("json_set(document, '$.starts_on', '{starts_on}', '$.ends_on', '{ends_on}')"),
        ),
        _ => (format!("'{event}'"), format!("document || '{{\"starts_on\": \"{starts_on}\", \"ends_on\": \"{ends_on}\"}}'::jsonb")),
    };
    let days = format!("starts_on = '{starts_on}', ends_on = '{ends_on}', document = {document}, version = version + 1");
    assert_eq!(diesel::sql_query(format!("UPDATE events SET {days} WHERE id = {id}")).execute(conn).unwrap(), 1);
}

/// An event on some days at which everybody who applied was there.
pub async fn held<'a>(app: &'a TestApp, count: usize, days: (&str, &str)) -> Commission<'a> {
    let commission = decided(app, count).await;
    moved(app, &commission.event, days).await;
    for application in &commission.applications {
        attend(app, application, true).await;
    }
    commission
}

/// Notes whether somebody was there.
pub async fn attend(app: &TestApp, application: &str, attended: bool) {
    let path = format!("/api/v1/event-applications/{application}/attendance");
    app.chamber("16").post(&path).json(&json!({ "attended": attended })).await.expect_status(200);
}

/// What an association declares at the close, with so many dinars of sales.
pub fn outcome(dinars: i64) -> Value {
    json!({
        "round": "close", "visitors": 40, "sales": { "amount": dinars * 100, "currency": "DZD" }, "orders": 2,
        "orders_value": { "amount": 50_000, "currency": "DZD" }, "contacts": 3,
        "evaluation": { "organisation": 4, "place": 5, "visitors": 3, "services": 2, "would_come_again": true }
    })
}

/// The same for a later round, which is not judged again.
pub fn later(round: &str, dinars: i64) -> Value {
    let mut said = outcome(dinars);
    said["round"] = json!(round);
    said.as_object_mut().unwrap().remove("evaluation");
    said
}

/// Declares as the association.
pub fn declare<'a>(owner: &Actor<'a>, application: &str, said: &Value) -> Call<'a> {
    owner.post(&format!("/api/v1/event-applications/{application}/outcomes")).json(said)
}

/// Asks for the close of an event: the token in the letter to one of its exhibitors.
pub async fn asked(app: &TestApp, event: &str, owner: &Actor<'_>) -> String {
    app.letters(owner);
    let path = format!("/api/v1/events/{event}/outcome-requests");
    app.chamber("16").post(&path).json(&json!({ "round": "close" })).await.expect_status(200);
    token(app, owner)
}

/// The token in the letter that asks somebody to declare.
pub fn token(app: &TestApp, owner: &Actor<'_>) -> String {
    token_of(app, owner, "/declare#token=")
}

/// The token in the letter to somebody with a link to such a page.
pub fn token_of(app: &TestApp, owner: &Actor<'_>, page: &str) -> String {
    let letters = app.letters(owner);
    let link = letters.iter().flat_map(|letter| letter.split_whitespace()).find(|word| word.contains(page));
    link.and_then(|link| link.split('=').nth(1)).expect("a letter with a link").to_owned()
}
