//! The keys that sign access tokens: kept sealed in the database, shared by all replicas, rotated without signing
//! anyone out.
//!
//! The newest key signs. A retired key still verifies until the last token it signed has ended.

use super::secret::{Sealer, random};
use crate::kernel::clock::Clock;
use crate::kernel::db::schema::signing_keys;
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, Database, transaction};
use crate::kernel::error::Result;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;
use serde::Serialize;
use std::sync::{Arc, RwLock};

/// Days after which a new key starts signing.
pub const ROTATION_DAYS: i64 = 30;

/// One key pair.
#[derive(Clone)]
pub struct SigningKey {
    /// The `kid`.
    pub id: String,
    /// PKCS#8 document.
    pub private: Vec<u8>,
    /// The 32 bytes of the public key.
    pub public: Vec<u8>,
    created_at: Instant,
}

/// A public key as RFC 8037 writes it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct PublicKey {
    /// Key type.
    #[schema(examples("OKP"))]
    pub kty: &'static str,
    /// Curve.
    #[schema(examples("Ed25519"))]
    pub crv: &'static str,
    /// Use.
    #[serde(rename = "use")]
    #[schema(examples("sig"))]
    pub usage: &'static str,
    /// Algorithm.
    #[schema(examples("EdDSA"))]
    pub alg: &'static str,
    /// Key id.
    pub kid: String,
    /// The public key, base64url.
    pub x: String,
}

/// The keys, newest first.
#[derive(Clone)]
pub struct Keyring {
    keys: Arc<RwLock<Vec<Arc<SigningKey>>>>,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = signing_keys)]
struct Row {
    kid: String,
    sealed: Vec<u8>,
    public: Vec<u8>,
    created_at: Instant,
}

impl Keyring {
    /// Loads the keys, making the first one when there is none.
    ///
    /// # Errors
    /// When the database does not answer or the secret does not open the keys.
    pub fn load(db: &Database, sealer: &Sealer, clock: &Clock) -> Result<Self> {
        let ring = Self { keys: Arc::default() };
        ring.refresh(db, sealer)?;
        let stale =
            ring.keys_now().first().is_none_or(|newest| newest.created_at.plus(chrono::Duration::days(ROTATION_DAYS)) < clock.now());
        if stale {
            ring.rotate(db, sealer, clock)?;
        }
        Ok(ring)
    }

    /// Reads the keys again: another replica may have rotated.
    ///
    /// # Errors
    /// When the database does not answer or the secret does not open the keys.
    pub fn refresh(&self, db: &Database, sealer: &Sealer) -> Result<()> {
        let rows: Vec<Row> = signing_keys::table.order(signing_keys::created_at.desc()).load(&mut *db.reader()?)?;
        let keys = rows
            .into_iter()
            .map(|row| {
                Ok(Arc::new(SigningKey { private: sealer.open(&row.sealed)?, public: row.public, id: row.kid, created_at: row.created_at }))
            })
            .collect::<Result<Vec<_>>>()?;
        *self.keys.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = keys;
        Ok(())
    }

    /// Makes a new key, forgets those that signed nothing that still lives, and signs with the new one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn rotate(&self, db: &Database, sealer: &Sealer, clock: &Clock) -> Result<()> {
        transaction::write(&mut *db.writer()?, |conn| Self::add(conn, sealer, clock.now()))?;
        self.refresh(db, sealer)
    }

    /// Adds a key in a transaction; it signs once the ring has been refreshed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn add(conn: &mut AnyConnection, sealer: &Sealer, now: Instant) -> Result<()> {
        let seed = random::<32>()?;
        let public = ed25519_dalek::SigningKey::from_bytes(&seed).verifying_key().to_bytes().to_vec();
        // RFC 8410: the fixed head of a PKCS#8 document for an Ed25519 seed.
        let mut private = vec![0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
        private.extend(seed);
        // Strictly after the last one, so that the newest is never in doubt.
        let last: Option<Instant> = signing_keys::table.select(diesel::dsl::max(signing_keys::created_at)).first(conn)?;
        let created_at = last.map_or(now, |last| now.max(last.plus(chrono::Duration::microseconds(1))));
        let row = Row { kid: URL_SAFE_NO_PAD.encode(random::<9>()?), sealed: sealer.seal(&private)?, public, created_at };
        let forget = now.plus(chrono::Duration::days(-2 * ROTATION_DAYS));
        diesel::delete(signing_keys::table.filter(signing_keys::created_at.lt(forget))).execute(conn)?;
        diesel::insert_into(signing_keys::table).values(&row).execute(conn)?;
        Ok(())
    }

    fn keys_now(&self) -> Vec<Arc<SigningKey>> {
        self.keys.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// The key that signs.
    ///
    /// # Panics
    /// Never: a loaded ring has a key.
    pub fn current(&self) -> Arc<SigningKey> {
        self.keys_now().into_iter().next().unwrap_or_else(|| {
            Arc::new(SigningKey {
                id: String::new(),
                private: Vec::new(),
                public: Vec::new(),
                created_at: Instant::new(chrono::DateTime::UNIX_EPOCH),
            })
        })
    }

    /// A key that verifies.
    pub fn find(&self, id: &str) -> Option<Arc<SigningKey>> {
        self.keys_now().into_iter().find(|key| key.id == id)
    }

    /// The public keys for `/.well-known/jwks.json`.
    pub fn public(&self) -> Vec<PublicKey> {
        self.keys_now()
            .iter()
            .map(|key| PublicKey {
                kty: "OKP",
                crv: "Ed25519",
                usage: "sig",
                alg: "EdDSA",
                kid: key.id.clone(),
                x: URL_SAFE_NO_PAD.encode(&key.public),
            })
            .collect()
    }
}
