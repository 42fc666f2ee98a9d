//! What every resource stands on. The kernel knows no resource.

pub mod access;
pub mod audit;
pub mod clock;
pub mod codes;
pub mod db;
pub mod error;
pub mod http;
pub mod ids;
pub mod language;
pub mod letter;
pub mod mail;
pub mod metrics;
pub mod money;
pub mod openapi;
pub mod outbox;
pub mod outgoing;
pub mod problem;
pub mod reference;
pub mod rounds;
pub mod search;
pub mod storage;
pub mod validate;

use crate::config::Config;
use error::{Error, Result};
use std::sync::Arc;
use std::time::Duration;

/// Everything an operation can reach, shared by all workers.
#[derive(Clone)]
pub struct Kernel {
    /// Settings.
    pub config: Arc<Config>,
    /// The database.
    pub db: db::Database,
    /// The present.
    pub clock: clock::Clock,
    /// New identifiers.
    pub ids: ids::IdSource,
    /// Seals what must be read again.
    pub sealer: access::secret::Sealer,
    /// Signs access tokens.
    pub keyring: access::keyring::Keyring,
    /// Hashes passwords.
    pub passwords: access::password::Passwords,
    /// Sends mail.
    pub mailer: mail::Mailer,
    /// Keeps files.
    pub storage: storage::Storage,
    /// How much each caller may still ask for.
    pub limits: http::limit::Limits,
    /// Requests to other people's servers.
    pub outgoing: outgoing::Outgoing,
    /// Answers to visitors, while nothing changes.
    pub answers: http::kept::Answers,
    /// Who read whose data, on its way into the audit log.
    pub readings: audit::Readings,
}

impl Kernel {
    /// Opens the database, migrates it, loads the keys.
    ///
    /// # Errors
    /// A sentence saying what is missing.
    pub fn open(
        config: Config,
        clock: clock::Clock,
        ids: ids::IdSource,
    ) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let db = db::Database::open(&config.database_url, config.connections)?;
        let sealer = access::secret::Sealer::new(config.secret_key.as_bytes());
        Ok(Self {
            keyring: access::keyring::Keyring::load(&db, &sealer, &clock)?,
            passwords: access::password::Passwords::new(config.argon2_memory_kib, config.argon2_passes, config.argon2_lanes)?,
            mailer: mail::Mailer::new(&config)?,
            storage: storage::Storage::new(&config)?,
            limits: http::limit::Limits::new(config.requests_per_minute, config.trust_proxy),
            outgoing: outgoing::Outgoing::new(config.webhooks_to_private_addresses),
            answers: http::kept::Answers::default(),
            readings: audit::Readings::default(),
            config: Arc::new(config),
            db,
            clock,
            ids,
            sealer,
        })
    }

    /// The database's stamp: on SQLite at once from a memory both share, on PostgreSQL by a question.
    ///
    /// # Errors
    /// `database_unavailable`.
    pub async fn stamp(&self) -> Result<db::Stamp> {
        match self.db.stamp_at_once() {
            Some(stamp) => stamp,
            None => self.blocking(|kernel| kernel.db.stamp()).await,
        }
    }

    /// Does something again and again for as long as the server runs, with a pause in between; `otherwise` says in the log what is left
    /// undone while it fails.
    pub async fn every<T: Send + 'static>(
        self,
        pause: Duration,
        otherwise: &'static str,
        work: impl Fn(&Self) -> Result<T> + Copy + Send + 'static,
    ) {
        loop {
            if let Err(error) = self.blocking(work).await {
                tracing::warn!(%error, "{otherwise}");
            }
            tokio::time::sleep(pause).await;
        }
    }

    /// Runs blocking work away from the workers. The only place that does.
    ///
    /// # Errors
    /// The work's, or `internal` when the pool is gone.
    pub async fn blocking<T: Send + 'static>(&self, work: impl FnOnce(&Self) -> Result<T> + Send + 'static) -> Result<T> {
        let kernel = self.clone();
        let span = tracing::Span::current();
        actix_web::web::block(move || span.in_scope(|| work(&kernel))).await.map_err(Error::internal)?
    }
}
