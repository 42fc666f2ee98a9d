//! Tokens that are not ours, not for us, or not of now are refused; what was withdrawn stops at once where it can write.

use api::kernel::access::{Body, Role};
use api::kernel::db::schema::{grants, machine_keys, people, sessions};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use tests::app::PUBLIC_URL;
use tests::{Actor, TestApp};

/// Head and claims of a good token, to be spoilt.
fn good(app: &TestApp) -> (Value, Value) {
    let actor = app.ministry();
    let token = app.token(actor.caller.as_ref().unwrap());
    let part = |n: usize| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token.split('.').nth(n).unwrap()).unwrap()).unwrap();
    (part(0), part(1))
}

/// A token signed with the platform's own key, whatever it says.
fn signed(app: &TestApp, head: &Value, claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let message = format!("{}.{}", part(head), part(claims));
    let key = EncodingKey::from_ed_der(&app.kernel.keyring.current().private);
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::EdDSA).unwrap();
    format!("{message}.{signature}")
}

/// What the ministry alone may read.
const GUARDED: &str = "/api/v1/wilayas/16/versions";

async fn assert_refused(app: &TestApp, what: &str, token: &str) {
    let answer = Actor::with_credentials(app, token, None).get(GUARDED).await;
    assert_eq!((answer.status, answer.code().as_str()), (401, "unauthenticated"), "{what}");
}

#[actix_web::test]
async fn a_token_made_by_hand_like_ours_is_accepted() {
    // The base of every refusal below: only what is spoilt there is wrong.
    let app = TestApp::new().await;
    let (head, claims) = good(&app);
    Actor::with_credentials(&app, &signed(&app, &head, &claims), None).get(GUARDED).await.expect_status(200);
}

#[actix_web::test]
async fn a_token_without_a_signature_is_refused() {
    let app = TestApp::new().await;
    let (head, claims) = good(&app);
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    for algorithm in ["none", "None", "NONE", ""] {
        let mut head = head.clone();
        head["alg"] = json!(algorithm);
        assert_refused(&app, algorithm, &format!("{}.{}.", part(&head), part(&claims))).await;
        let (_, signature) = signed(&app, &head, &claims).rsplit_once('.').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        assert_refused(&app, algorithm, &format!("{}.{}.{signature}", part(&head), part(&claims))).await;
    }
    let whole = signed(&app, &head, &claims);
    let (message, _) = whole.rsplit_once('.').unwrap();
    assert_refused(&app, "no signature", &format!("{message}.")).await;
    assert_refused(&app, "no third part", message).await;
}

#[actix_web::test]
async fn a_token_signed_with_the_public_key_as_a_secret_is_refused() {
    let app = TestApp::new().await;
    let (head, claims) = good(&app);
    let public = app.kernel.keyring.current().public.clone();
    let jwk = app.visitor().get("/.well-known/jwks.json").await.json()["keys"][0].clone();
    for algorithm in [Algorithm::HS256, Algorithm::HS384, Algorithm::HS512] {
        for secret in [public.clone(), jwk["x"].as_str().unwrap().as_bytes().to_vec(), jwk.to_string().into_bytes(), Vec::new()] {
            let head = Header { typ: Some("at+jwt".to_owned()), kid: head["kid"].as_str().map(str::to_owned), ..Header::new(algorithm) };
            let token = jsonwebtoken::encode(&head, &claims, &EncodingKey::from_secret(&secret)).unwrap();
            assert_refused(&app, &format!("{algorithm:?}"), &token).await;
        }
    }
}

#[actix_web::test]
async fn a_token_that_was_changed_is_refused() {
    let app = TestApp::new().await;
    let (head, mut claims) = good(&app);
    let token = signed(&app, &head, &claims);
    let (_, signature) = token.rsplit_once('.').unwrap();
    claims["role"] = json!("admin");
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    assert_refused(&app, "another role", &format!("{}.{}.{signature}", part(&head), part(&claims))).await;
    assert_refused(&app, "a longer token", &format!("{token}A")).await;
    assert_refused(&app, "a fourth part", &format!("{token}.e30")).await;
}

#[actix_web::test]
async fn a_token_of_another_kind_issuer_audience_or_key_is_refused() {
    let app = TestApp::new().await;
    let (head, claims) = good(&app);
    for (name, value) in [
        ("typ", json!("JWT")),
        ("typ", json!("at+JWT2")),
        ("typ", Value::Null),
        ("kid", json!("unknown")),
        ("kid", json!("")),
        ("kid", Value::Null),
        ("alg", json!("ES256")),
        ("alg", json!("RS256")),
    ] {
        let mut head = head.clone();
        head[name] = value.clone();
        assert_refused(&app, &format!("head with {name} {value}"), &signed(&app, &head, &claims)).await;
    }
    for (name, value) in [
        ("iss", json!("http://elsewhere.test")),
        ("iss", json!(format!("{PUBLIC_URL}/"))),
        ("iss", Value::Null),
        ("aud", json!("another-api")),
        ("aud", json!([])),
        ("aud", Value::Null),
        ("sub", json!("nobody")),
        ("sub", Value::Null),
        ("sid", Value::Null),
        ("exp", json!("tomorrow")),
        ("exp", Value::Null),
        ("nbf", Value::Null),
        ("role", json!("king")),
    ] {
        let mut claims = claims.clone();
        claims[name] = value.clone();
        if value.is_null() {
            claims.as_object_mut().unwrap().remove(name);
        }
        assert_refused(&app, &format!("claims with {name} {value}"), &signed(&app, &head, &claims)).await;
    }
}

#[actix_web::test]
async fn a_token_lives_ten_minutes_and_two_clocks_may_be_half_a_minute_apart() {
    let app = TestApp::new().await;
    let (head, claims) = good(&app);
    let token = signed(&app, &head, &claims);
    let get = || Actor::with_credentials(&app, &token, None).get(GUARDED);
    app.advance(chrono::Duration::seconds(-30));
    get().await.expect_status(200);
    app.advance(chrono::Duration::seconds(-1));
    get().await.expect_status(401);
    app.advance(chrono::Duration::seconds(31 + 600 + 30));
    get().await.expect_status(200);
    app.advance(chrono::Duration::seconds(1));
    get().await.expect_status(401);
}

#[actix_web::test]
async fn nobody_is_signed_out_when_the_keys_rotate() {
    let app = TestApp::new().await;
    let before = app.ministry();
    let kernel = &app.kernel;
    let old = kernel.keyring.current().id.clone();
    kernel.keyring.rotate(&kernel.db, &kernel.sealer, &kernel.clock).unwrap();
    app.advance(chrono::Duration::seconds(1));
    before.get(GUARDED).await.expect_status(200);
    app.ministry().get(GUARDED).await.expect_status(200);
    let published = app.visitor().get("/.well-known/jwks.json").await.json();
    let ids: Vec<&str> = published["keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&old.as_str()));
    assert!(published["keys"].as_array().unwrap().iter().all(|key| key.get("d").is_none()), "a private key is public");
}

#[actix_web::test]
async fn a_key_that_another_replica_made_is_known_here() {
    let app = TestApp::new().await;
    let kernel = &app.kernel;
    let replica = api::kernel::access::keyring::Keyring::load(&kernel.db, &kernel.sealer, &kernel.clock).unwrap();
    app.advance(chrono::Duration::seconds(1));
    replica.rotate(&kernel.db, &kernel.sealer, &kernel.clock).unwrap();
    let actor = app.ministry();
    let token = api::kernel::access::token::issue(&replica, PUBLIC_URL, actor.caller.as_ref().unwrap(), kernel.clock.now()).unwrap();
    Actor::with_credentials(&app, &token, None).get(GUARDED).await.expect_status(200);
}

/// A change the ministry makes.
async fn write(actor: &Actor<'_>) -> (u16, String) {
    let answer = actor.post("/api/v1/institutions").json(&json!({ "kind": "directorate", "name": { "ar": "مديرية السياحة" } })).await;
    (answer.status, answer.code())
}

async fn assert_writes_no_more_and_reads_until_its_token_ends(app: &TestApp, actor: &Actor<'_>, refusal: (u16, &str)) {
    assert_eq!(write(actor).await, (refusal.0, refusal.1.to_owned()));
    actor.get(GUARDED).await.expect_status(200);
    app.advance(chrono::Duration::seconds(600 + 31));
    actor.get(GUARDED).await.expect_status(401);
}

#[actix_web::test]
async fn a_withdrawn_role_stops_writing_at_once_and_reading_when_the_token_ends() {
    let app = TestApp::new().await;
    let actor = app.ministry();
    assert_eq!(write(&actor).await.0, 201);
    diesel::update(grants::table.find(actor.grant()))
        .set(grants::ended_at.eq(app.kernel.clock.now()))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    assert_writes_no_more_and_reads_until_its_token_ends(&app, &actor, (403, "forbidden")).await;
}

#[actix_web::test]
async fn an_ended_session_stops_writing_at_once_and_reading_when_the_token_ends() {
    let app = TestApp::new().await;
    let actor = app.ministry();
    diesel::update(sessions::table.find(actor.session()))
        .set(sessions::ended_at.eq(app.kernel.clock.now()))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    assert_writes_no_more_and_reads_until_its_token_ends(&app, &actor, (401, "unauthenticated")).await;
}

#[actix_web::test]
async fn a_disabled_person_stops_writing_at_once_and_reading_when_the_token_ends() {
    let app = TestApp::new().await;
    let actor = app.ministry();
    diesel::update(people::table.find(actor.person()))
        .set(people::disabled_at.eq(app.kernel.clock.now()))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    assert_writes_no_more_and_reads_until_its_token_ends(&app, &actor, (401, "unauthenticated")).await;
}

#[actix_web::test]
async fn a_revoked_or_expired_key_stops_at_once() {
    let app = TestApp::new().await;
    let body = Body::Institution(app.institution("ministry"));
    let (revoked, expiring) =
        (app.machine(Role::Ministry, body, &["create_institution"]), app.machine(Role::Ministry, body, &["create_institution"]));
    assert_eq!(write(&revoked).await.0, 201);
    let key = revoked.caller.as_ref().unwrap().key().unwrap();
    diesel::update(machine_keys::table.find(key))
        .set(machine_keys::revoked_at.eq(app.kernel.clock.now()))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    assert_eq!(write(&revoked).await, (401, "unauthenticated".to_owned()));
    app.advance(chrono::Duration::days(90));
    assert_eq!(write(&expiring).await.0, 201);
    app.advance(chrono::Duration::days(1));
    assert_eq!(write(&expiring).await, (401, "unauthenticated".to_owned()));
}

#[actix_web::test]
async fn an_account_that_must_enrol_a_second_factor_does_nothing_else_first() {
    let app = TestApp::new().await;
    let mut caller = app.ministry().caller.unwrap();
    if let api::kernel::access::Identity::Person { must_enrol, .. } = &mut caller.identity {
        *must_enrol = true;
    }
    let actor = Actor::with_credentials(&app, &app.token(&caller), Some(caller));
    actor.get(GUARDED).await.expect_status(403).expect_problem("second_factor_enrolment");
    actor.get("/api/v1/wilayas/16").await.expect_status(200);
}
