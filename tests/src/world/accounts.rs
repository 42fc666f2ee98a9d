//! Recipes of accounts, people, keys and the audit log.

use super::Ready;
use crate::actor::Actor;
use crate::app::TestApp;
use crate::people::PASSWORD;
use api::kernel::access::secret;
use api::kernel::db::schema::{password_resets, people};
use diesel::prelude::*;
use serde_json::json;
use totp_rs::{Builder, Secret};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    Ok(match operation {
        "sign_in" => base.send(&json!({ "login": login(&app.ministry_with_password()), "password": PASSWORD })),
        "refresh_session" => base.header("cookie", &cookie(app).await),
        "end_session" => {
            let session = base.actor.session().to_string();
            base.at(&session)
        }
        "choose_acting_role" => {
            let grant = base.actor.grant();
            base.send(&json!({ "grant_id": grant }))
        }
        "request_password_reset" => base.send(&json!({ "login": login(&app.ministry_with_password()) })),
        "reset_password" => base.at(&reset(app)).send(&json!({ "password": "خيط ونول وصبر طويل" })),
        "change_password" => {
            let body = json!({ "current_password": PASSWORD, "new_password": "خيط ونول وصبر طويل" });
            base.by(app.ministry_with_password()).send(&body)
        }
        "confirm_second_factor" => {
            let code = started_factor(app, &base.actor).await;
            base.send(&json!({ "code": code }))
        }
        "remove_second_factor" => {
            let actor = app.ministry_with_password();
            enrol(app, &actor).await;
            base.by(actor).send(&json!({ "password": PASSWORD }))
        }
        "invite" => base.send(&invitation(app)),
        "revoke_invitation" => {
            let id = base.actor.post("/api/v1/invitations").json(&invitation(app)).await.expect_status(201).str("/id");
            base.at(&id)
        }
        "view_invitation" => base.at(&invitation_token(app).await),
        "accept_invitation" => base.at(&invitation_token(app).await).send(&json!({ "name": "أمينة بن يوسف", "password": PASSWORD })),
        "create_key" => base.by(app.chamber("16")).send(&key(app)),
        "revoke_key" => {
            let actor = app.chamber("16");
            let id = actor.post("/api/v1/keys").json(&key(app)).await.expect_status(201).str("/id");
            base.by(actor).at(&id)
        }
        "list_keys" => base.by(app.chamber("16")),
        "get_person" | "end_person_sessions" => base.at(&app.trainer().person().to_string()),
        "update_person" => base.at(&app.trainer().person().to_string()).send(&json!({ "name": "أمينة بن يوسف" })),
        "add_grant" => {
            let body = json!({ "role": "chamber", "institution_id": app.chamber_of("16") });
            base.at(&app.trainer().person().to_string()).send(&body)
        }
        "withdraw_grant" => {
            let actor = app.chamber("16");
            let mut base = base;
            base.target = format!("/api/v1/people/{}/grants/{}", actor.person(), actor.grant());
            base
        }
        "forget_second_factor" => {
            let actor = app.ministry_with_password();
            enrol(app, &actor).await;
            base.at(&actor.person().to_string())
        }
        _ => return Err(base),
    })
}

/// One more invitation, key and session of the same people.
pub async fn grow(app: &TestApp, _: usize) {
    app.ministry().post("/api/v1/invitations").json(&invitation(app)).await.expect_status(201);
    app.chamber("16").post("/api/v1/keys").json(&key(app)).await.expect_status(201);
}

fn login(actor: &Actor<'_>) -> String {
    format!("{}@example.dz", actor.person())
}

async fn cookie(app: &TestApp) -> String {
    let body = json!({ "login": login(&app.ministry_with_password()), "password": PASSWORD });
    let signed = app.visitor().post("/api/v1/auth/session").json(&body).await.expect_status(201);
    let cookie = signed.header("set-cookie").expect("a cookie").split(';').next().unwrap_or_default();
    cookie.to_owned()
}

fn reset(app: &TestApp) -> String {
    let (person, token, now) = (app.ministry_with_password().person(), secret::token().unwrap(), app.kernel.clock.now());
    diesel::insert_into(password_resets::table)
        .values((
            password_resets::token_hash.eq(secret::digest(&token)),
            password_resets::person_id.eq(person),
            password_resets::created_at.eq(now),
            password_resets::expires_at.eq(now.plus(chrono::Duration::minutes(30))),
        ))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    token
}

/// Starts a second factor: its present code.
async fn started_factor(app: &TestApp, actor: &Actor<'_>) -> String {
    let started = actor.post("/api/v1/me/second-factor").await.expect_status(200);
    let totp = Builder::new().with_secret(Secret::try_from_base32(started.str("/secret")).unwrap()).build().unwrap();
    let now = u64::try_from(app.kernel.clock.now().seconds()).unwrap();
    totp.generate(now).to_string()
}

async fn enrol(app: &TestApp, actor: &Actor<'_>) {
    let code = started_factor(app, actor).await;
    actor.post("/api/v1/me/second-factor/confirmation").json(&json!({ "code": code })).await.expect_status(200);
}

fn invitation(app: &TestApp) -> serde_json::Value {
    let email = format!("{}@example.dz", app.kernel.ids.next());
    json!({ "role": "chamber", "institution_id": app.chamber_of("16"), "email": email, "name": "أمينة" })
}

/// The token in the link of a new invitation.
async fn invitation_token(app: &TestApp) -> String {
    let link = app.ministry().post("/api/v1/invitations").json(&invitation(app)).await.expect_status(201).str("/link");
    link.rsplit(['/', '=', '#']).next().unwrap_or_default().to_owned()
}

fn key(app: &TestApp) -> serde_json::Value {
    let day = app.kernel.clock.now().plus(chrono::Duration::days(60)).day();
    json!({ "name": "برنامج الغرفة", "scopes": ["list_associations", "create_association"], "expires_on": day })
}

impl TestApp {
    /// A ministry officer who can sign in with [`PASSWORD`].
    ///
    /// # Panics
    /// When the database does not take the password.
    pub fn ministry_with_password(&self) -> Actor<'_> {
        let actor = self.ministry();
        let hash = self.kernel.passwords.hash(PASSWORD).unwrap();
        let account = people::table.find(actor.person());
        diesel::update(account).set(people::password_hash.eq(hash)).execute(&mut *self.kernel.db.writer().unwrap()).unwrap();
        actor
    }
}
