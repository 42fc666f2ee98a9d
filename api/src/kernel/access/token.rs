//! Access tokens: JWT of type `at+jwt` (RFC 9068) signed with Ed25519.

use super::keyring::Keyring;
use super::{Body, Caller, Identity, Role};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, GrantId, InstitutionId, PersonId, SessionId};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

/// How long an access token lives, in seconds.
pub const LIFETIME: i64 = 600;
/// How far two clocks may be apart, in seconds.
const LEEWAY: i64 = 30;
/// The audience of every token.
pub const AUDIENCE: &str = "craft-platform-api";
/// The type in the header.
pub const TYPE: &str = "at+jwt";

/// What a token says.
#[derive(Debug, Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    aud: String,
    sub: PersonId,
    sid: SessionId,
    iat: i64,
    nbf: i64,
    exp: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grant: Option<GrantId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    institution: Option<InstitutionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    association: Option<AssociationId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    must_enrol: bool,
}

/// Signs a token for a caller; machines have keys, not tokens.
///
/// # Errors
/// `internal` for a machine, or when signing fails.
pub fn issue(keyring: &Keyring, issuer: &str, caller: &Caller, now: Instant) -> Result<String> {
    let Identity::Person { person, session, grant, must_enrol } = caller.identity else {
        return Err(Error::internal("tokens are for people"));
    };
    let (institution, association) = match caller.body {
        Body::None => (None, None),
        Body::Institution(id) => (Some(id), None),
        Body::Association(id) => (None, Some(id)),
    };
    let now = now.seconds();
    let claims = Claims {
        iss: issuer.to_owned(),
        aud: AUDIENCE.to_owned(),
        sub: person,
        sid: session,
        iat: now,
        nbf: now,
        exp: now + LIFETIME,
        grant,
        role: caller.role,
        institution,
        association,
        must_enrol,
    };
    let current = keyring.current();
    let header = Header { typ: Some(TYPE.to_owned()), kid: Some(current.id.clone()), ..Header::new(Algorithm::EdDSA) };
    jsonwebtoken::encode(&header, &claims, &EncodingKey::from_ed_der(&current.private)).map_err(Error::internal)
}

/// Reads the key id of a token without believing anything else.
pub fn key_id(token: &str) -> Option<String> {
    jsonwebtoken::decode_header(token).ok()?.kid
}

/// Checks a token: type, pinned algorithm, signature, issuer, audience and times. `None` for anything wrong.
pub fn verify(keyring: &Keyring, issuer: &str, token: &str, now: Instant) -> Option<Caller> {
    let header = jsonwebtoken::decode_header(token).ok()?;
    if header.alg != Algorithm::EdDSA || header.typ.as_deref() != Some(TYPE) {
        return None;
    }
    let key = keyring.find(header.kid.as_deref()?)?;
    let mut rules = Validation::new(Algorithm::EdDSA);
    rules.set_audience(&[AUDIENCE]);
    rules.set_issuer(&[issuer]);
    rules.set_required_spec_claims(&["exp", "nbf", "aud", "iss", "sub"]);
    // The times are checked below against the platform's clock.
    rules.validate_exp = false;
    rules.validate_nbf = false;
    let decoding = DecodingKey::from_ed_der(&key.public);
    let claims = jsonwebtoken::decode::<Claims>(token, &decoding, &rules).ok()?.claims;
    let now = now.seconds();
    if now > claims.exp + LEEWAY || now < claims.nbf - LEEWAY {
        return None;
    }
    Some(Caller {
        identity: Identity::Person { person: claims.sub, session: claims.sid, grant: claims.grant, must_enrol: claims.must_enrol },
        role: claims.role,
        body: match (claims.institution, claims.association) {
            (Some(id), _) => Body::Institution(id),
            (None, Some(id)) => Body::Association(id),
            (None, None) => Body::None,
        },
    })
}
