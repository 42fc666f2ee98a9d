use super::sign_in::Client;
use super::{PERSON, me};
use crate::kernel::Kernel;
use crate::kernel::access::allowed::{Public, Read, Write};
use crate::kernel::access::{Body, Caller, Identity, token};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{GrantId, PersonId, SessionId};
use crate::kernel::problem::Kind;
use crate::resources::accounts::may;
use crate::resources::accounts::model::second_factor::is_required;
use crate::resources::accounts::model::session::{Presented, RefreshToken, expires_at, presented};
use crate::resources::accounts::store::grants::{self, Row as Held};
use crate::resources::accounts::store::people::{self, Person};
use crate::resources::accounts::store::sessions as store;
use crate::resources::accounts::wire::{OpenSession, Session};

/// A session and the token for its cookie.
pub struct SignedIn {
    /// The answer.
    pub session: Session,
    /// The session.
    pub session_id: SessionId,
    /// The refresh token.
    pub refresh: RefreshToken,
    /// Seconds the cookie lives.
    pub seconds: i64,
}

/// The grant somebody acted in last, or the first one held.
pub fn usual(conn: &mut AnyConnection, person: PersonId, held: &[Held], now: Instant) -> Result<Option<Held>> {
    let last = store::live(conn, person, now)?.into_iter().find_map(|session| session.grant_id);
    Ok(held.iter().find(|grant| Some(grant.id) == last).or(held.first()).copied())
}

/// An access token for a person in a role, with who they are.
fn issue(tx: &mut Read<'_>, person: &Person, held: &[Held], acting: Option<Held>, session: SessionId) -> Result<Session> {
    let role = acting.map(|grant| grant.role);
    let must_enrol = is_required(tx.kernel.config.require_second_factor, role) && !person.second_factor();
    let caller = Caller {
        identity: Identity::Person { person: person.id, session, grant: acting.map(|grant| grant.id), must_enrol },
        role,
        body: acting.map_or(Body::None, |grant| grant.body()),
    };
    let Kernel { keyring, config, .. } = tx.kernel;
    Ok(Session {
        access_token: token::issue(keyring, &config.public_url, &caller, tx.now)?,
        expires_in: token::LIFETIME,
        token_type: "Bearer",
        me: me::view(tx, person, held, acting)?,
    })
}

/// Opens a session for somebody who has proved who they are.
pub fn open(tx: &mut Write<'_>, person: &Person, held: Vec<Held>, acting: Option<Held>, client: &Client) -> Result<SignedIn> {
    let now = tx.now;
    let id: SessionId = tx.new_id();
    let refresh = RefreshToken::first(id)?;
    let until = expires_at(now, now);
    let row = store::Row {
        id,
        person_id: person.id,
        grant_id: acting.map(|grant| grant.id),
        refresh_hash: refresh.digest(),
        previous_hash: None,
        rotated_at: now,
        user_agent: client.user_agent.clone(),
        created_at: now,
        expires_at: until,
        ended_at: None,
    };
    store::insert(tx.conn, &row, now)?;
    let session = issue(tx, person, &held, acting, id)?;
    Ok(SignedIn { session, session_id: id, refresh, seconds: until.seconds() - now.seconds() })
}

/// Renews a session by its refresh token. A token that was replaced long ago means that somebody has a copy: the session ends.
pub async fn refresh(public: Public<may::RefreshSession>, token: Option<RefreshToken>) -> Result<SignedIn> {
    let refused = || Error::new(Kind::Unauthenticated);
    let token = token.ok_or_else(refused)?;
    public
        .write(move |tx| {
            let now = tx.now;
            let Some(row) = store::find(tx.conn, token.session)? else { return Ok(Err(refused())) };
            if row.ended_at.is_some() || row.expires_at <= now {
                return Ok(Err(refused()));
            }
            let digest = token.digest();
            let next = token.next(&tx.kernel.sealer);
            let mut until = row.expires_at;
            match presented(&digest, &row.refresh_hash, row.previous_hash.as_deref(), row.rotated_at, now) {
                Presented::Current => {
                    until = expires_at(row.created_at, now);
                    // When another tab was quicker, it was given the same successor.
                    store::rotate(tx.conn, row.id, &digest, &next.digest(), now, until)?;
                }
                Presented::JustReplaced if next.digest() == row.refresh_hash => {}
                Presented::JustReplaced | Presented::Reused => {
                    store::end(tx.conn, row.person_id, row.id, now)?;
                    let what = serde_json::json!({ "session": row.id, "ended": "refresh token used twice" });
                    tx.audit((PERSON, &row.person_id.to_string()), None, Some(&what))?;
                    return Ok(Err(refused()));
                }
            }
            let person = people::find(tx.conn, row.person_id)?;
            if person.disabled_at.is_some() {
                store::end(tx.conn, row.person_id, row.id, now)?;
                return Ok(Err(refused()));
            }
            let held = grants::held(tx.conn, &[person.id])?;
            // A role that was withdrawn gives way to the next one.
            let acting = held.iter().find(|grant| Some(grant.id) == row.grant_id).or(held.first()).copied();
            if acting.map(|grant| grant.id) != row.grant_id {
                store::act_for(tx.conn, row.id, acting.map(|grant| grant.id))?;
            }
            let session = issue(tx, &person, &held, acting, row.id)?;
            Ok(Ok(SignedIn { session, session_id: row.id, refresh: next, seconds: until.seconds() - now.seconds() }))
        })
        .await?
}

/// Acts in another of one's roles from now on.
pub fn choose(tx: &mut Write<'_>, id: GrantId) -> Result<Session> {
    let (person, session) = (tx.person()?, tx.session()?);
    let grant = grants::find(tx.conn, person, id)?;
    store::act_for(tx.conn, session, Some(id))?;
    let person = people::find(tx.conn, person)?;
    let held = grants::held(tx.conn, &[person.id])?;
    issue(tx, &person, &held, Some(grant), session)
}

pub fn list(tx: &mut Read<'_>) -> Result<Vec<OpenSession>> {
    let (person, current) = (tx.person()?, tx.session()?);
    let rows = store::live(tx.conn, person, tx.now)?;
    Ok(rows
        .into_iter()
        .map(|row| OpenSession {
            id: row.id,
            created_at: row.created_at,
            last_used_at: row.rotated_at,
            user_agent: Some(row.user_agent).filter(|agent| !agent.is_empty()),
            current: row.id == current,
        })
        .collect())
}

pub fn end(tx: &mut Write<'_>, id: SessionId) -> Result<()> {
    let (person, now) = (tx.person()?, tx.now);
    if !store::end(tx.conn, person, id, now)? {
        return Err(Error::not_found());
    }
    tx.audit((PERSON, &person.to_string()), None, Some(&serde_json::json!({ "session": id, "ended": "by its owner" })))
}

pub fn end_this(tx: &mut Write<'_>) -> Result<()> {
    let session = tx.session()?;
    end(tx, session)
}

pub fn end_everywhere(tx: &mut Write<'_>) -> Result<()> {
    let (person, now) = (tx.person()?, tx.now);
    store::end_all(tx.conn, person, None, now)?;
    tx.audit((PERSON, &person.to_string()), None, Some(&serde_json::json!({ "sessions": "ended everywhere" })))
}
