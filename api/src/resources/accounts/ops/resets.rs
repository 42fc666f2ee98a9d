use super::gate::Gate;
use super::sign_in::Client;
use super::{PERSON, passwords};
use crate::kernel::access::allowed::{Public, Write};
use crate::kernel::access::secret;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::answer::Answer;
use crate::kernel::http::idempotency::Once;
use crate::kernel::language::Language;
use crate::kernel::letter::Addressee;
use crate::kernel::problem::Kind;
use crate::kernel::validate::Faults;
use crate::resources::accounts::model::login::{Login, check_password};
use crate::resources::accounts::store::{people, resets, sessions};
use crate::resources::accounts::{letters, may};

/// Minutes a link is good.
const MINUTES: i64 = 60;
/// The page it opens.
const PAGE: &str = "password-reset";

/// Sends a link to those who have an account, and does as much work for those who have none. The answer is the same.
pub fn request(tx: &mut Write<'_>, typed: &str, client: &Client) -> Result<()> {
    let now = tx.now;
    Gate::letters_from(&client.address).hold(tx.conn, now)?.fail(tx.conn, now)?;
    let login = Login::parse(typed);
    let person = people::by_login(tx.conn, &login)?.filter(|person| person.disabled_at.is_none());
    let heard = match Gate::letters(&login, typed).hold(tx.conn, now) {
        Ok(held) => {
            held.fail(tx.conn, now)?;
            true
        }
        Err(error) if error.kind == Kind::Throttled => false,
        Err(error) => return Err(error),
    };
    let token = secret::token()?;
    let reachable = person.as_ref().and_then(|person| person.email.as_deref().map(|email| (person, email))).filter(|_| heard);
    let letter = match reachable {
        Some((person, email)) => {
            resets::insert(tx.conn, person.id, &secret::digest(&token), now, now.plus(chrono::Duration::minutes(MINUTES)))?;
            let link = letters::link(&tx.kernel.config.public_url, person.language, PAGE, &token);
            letters::password_reset(Addressee { email, name: &person.name, language: person.language }, &link, MINUTES)
        }
        // To nobody: it is queued like any other and thrown away there.
        None => {
            let link = letters::link(&tx.kernel.config.public_url, Language::Arabic, PAGE, &token);
            letters::password_reset(Addressee { email: "", name: typed, language: Language::Arabic }, &link, MINUTES)
        }
    };
    tx.mail(&letter)
}

/// Sets a new password against a link; every session ends.
pub async fn reset(public: Public<may::ResetPassword>, token: String, password: String, once: Once) -> Result<Answer> {
    let mut faults = Faults::default();
    check_password(&password, "/password", &mut faults);
    faults.finish()?;
    let digest = secret::digest(&token);
    let held = digest.clone();
    let holder = public.clone().read(move |tx| resets::holder(tx.conn, &held, tx.now)).await?;
    let hash = match holder {
        Some(_) => Some(passwords::hash(&public.kernel(), password).await?),
        None => None,
    };
    public
        .write_once(once, move |tx| {
            let now = tx.now;
            let (Some(id), Some(hash)) = (resets::holder(tx.conn, &digest, now)?, hash) else {
                return Err(Error::new(Kind::LinkExpired));
            };
            if !resets::take(tx.conn, &digest, now)? {
                return Err(Error::new(Kind::LinkExpired));
            }
            let mut person = people::find(tx.conn, id)?;
            person.password_hash = Some(hash);
            person.save(tx.conn, now)?;
            sessions::end_all(tx.conn, id, None, now)?;
            for login in [person.email.clone().map(Login::Email), person.phone.clone().map(Login::Phone)].into_iter().flatten() {
                Gate::sign_in(&login, "", "").forget(tx.conn)?;
            }
            tx.audit_of(id, (PERSON, &id.to_string()), &serde_json::json!({ "password": "reset" }))?;
            Ok(Answer::no_content())
        })
        .await
}
