//! Accounts: signing in and out, invitations, passwords.

use serde_json::{Value, json};
use tests::people::PASSWORD;
use tests::{Actor, Answer, TestApp};

fn login(actor: &Actor<'_>, password: &str) -> Value {
    json!({ "login": format!("{}@example.dz", actor.person()), "password": password })
}

/// What a browser would send back.
fn cookie(answer: &Answer) -> String {
    answer.header("set-cookie").expect("a cookie").split(';').next().unwrap_or_default().to_owned()
}

async fn sign_in(app: &TestApp, actor: &Actor<'_>) -> Answer {
    app.visitor().post("/api/v1/auth/session").json(&login(actor, PASSWORD)).await.expect_status(201)
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_account_are_told_alike() {
    let app = TestApp::new().await;
    let officer = app.ministry_with_password();
    let wrong = app.visitor().post("/api/v1/auth/session").json(&login(&officer, "not this one at all")).await.expect_status(401);
    let unknown = json!({ "login": "nobody@example.dz", "password": "not this one at all" });
    let unknown = app.visitor().post("/api/v1/auth/session").json(&unknown).await.expect_status(401);
    let said = |answer: &Answer| (answer.code(), answer.json()["title"].clone(), answer.json()["detail"].clone());
    assert_eq!(said(&wrong), said(&unknown));
}

#[actix_web::test]
async fn whoever_guesses_is_asked_to_wait_and_the_right_password_waits_too() {
    let app = TestApp::new().await;
    let officer = app.ministry_with_password();
    let mut statuses = Vec::new();
    for _ in 0..30 {
        let answer = app.visitor().post("/api/v1/auth/session").json(&login(&officer, "a guess and no more")).await;
        statuses.push(answer.status);
        if answer.status == 429 {
            assert!(answer.header("retry-after").is_some());
            break;
        }
    }
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    app.visitor().post("/api/v1/auth/session").json(&login(&officer, PASSWORD)).await.expect_status(429);
    app.advance(chrono::Duration::days(1));
    sign_in(&app, &officer).await;
}

#[actix_web::test]
async fn a_session_goes_on_by_its_cookie_and_a_cookie_used_twice_ends_it() {
    let app = TestApp::new().await;
    let officer = app.ministry_with_password();
    let first = sign_in(&app, &officer).await;
    let attributes = first.header("set-cookie").unwrap().to_ascii_lowercase();
    assert!(["httponly", "samesite=strict", "path=/api/v1/auth"].iter().all(|each| attributes.contains(each)), "{attributes}");
    app.advance(chrono::Duration::minutes(5));
    let refresh = async |value: &str| app.visitor().post("/api/v1/auth/session/refresh").header("cookie", value).await;
    let second = refresh(&cookie(&first)).await;
    assert_eq!(second.status, 200, "{}", second.text());
    app.advance(chrono::Duration::minutes(5));
    // The first one is somebody else's now: the whole family ends.
    refresh(&cookie(&first)).await.expect_status(401);
    refresh(&cookie(&second)).await.expect_status(401);
}

#[actix_web::test]
async fn an_invited_officer_chooses_a_password_and_acts_for_the_chamber() {
    let app = TestApp::new().await;
    let body = json!({ "role": "chamber", "institution_id": app.chamber_of("16"), "email": "amina@example.dz", "name": "أمينة" });
    let link = app.ministry().post("/api/v1/invitations").json(&body).await.expect_status(201).str("/link");
    let token = link.rsplit(['/', '=', '#']).next().unwrap().to_owned();
    let path = format!("/api/v1/invitations/{token}/acceptance");
    let weak = app.visitor().post(&path).json(&json!({ "name": "أمينة بن يوسف", "password": "123" })).await.expect_status(422);
    assert_eq!(weak.faults()[0].0, "/password");
    let accepted = app.visitor().post(&path).json(&json!({ "name": "أمينة بن يوسف", "password": PASSWORD })).await.expect_status(201);
    assert_eq!(accepted.json()["me"]["acting"]["role"], "chamber");
    let officer = Actor::with_credentials(&app, &accepted.str("/access_token"), None);
    officer.post("/api/v1/associations").json(&tests::world::file("الدعوة")).await.expect_status(201);
    let again = app.visitor().post(&path).json(&json!({ "name": "أمينة بن يوسف", "password": PASSWORD })).await;
    assert_eq!(again.status, 410, "an invitation is good for once");
}

#[actix_web::test]
async fn signing_out_everywhere_ends_every_session() {
    let app = TestApp::new().await;
    let officer = app.ministry_with_password();
    let (one, other) = (sign_in(&app, &officer).await, sign_in(&app, &officer).await);
    let signed = Actor::with_credentials(&app, &one.str("/access_token"), None);
    assert!(signed.get("/api/v1/auth/sessions").await.items().len() >= 2);
    signed.delete("/api/v1/auth/sessions").await.expect_status(204);
    for cookie in [cookie(&one), cookie(&other)] {
        app.visitor().post("/api/v1/auth/session/refresh").header("cookie", &cookie).await.expect_status(401);
    }
}
