use super::may;
use crate::kernel::access::allowed::Public;
use crate::kernel::access::keyring::PublicKey;
use crate::kernel::db::{errors, migrate};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::answer::Answer;
use crate::kernel::http::routes::Routes;
use crate::kernel::metrics::metrics as figures;
use crate::kernel::problem::Kind;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(livez).service(readyz).service(metrics).service(jwks);
}

/// A sign of life.
#[derive(Serialize, ToSchema)]
struct Alive {
    /// Always `ok`.
    #[schema(examples("ok"))]
    status: &'static str,
}

/// Whether the process lives.
#[utoipa::path(operation_id = "livez", tag = "health", responses((status = 200, body = Alive)))]
#[get("/livez")]
async fn livez(_: Public<may::Livez>) -> Result<Answer> {
    Answer::ok(&Alive { status: "ok" })
}

/// What the server needs to work.
#[derive(Serialize, ToSchema)]
struct Ready {
    /// The database answers.
    database: bool,
    /// No migration is pending.
    migrations: bool,
    /// The storage of files can be written.
    storage: bool,
}

/// Whether the server can work: database, migrations, storage.
#[utoipa::path(operation_id = "readyz", tag = "health", responses((status = 200, body = Ready)))]
#[get("/readyz")]
async fn readyz(public: Public<may::Readyz>) -> Result<Answer> {
    let ready = public
        .read(|tx| {
            let migrations = migrate::complete(tx.conn).map_err(errors::unavailable)?;
            let storage = tx.kernel.storage.is_ready();
            Ok(Ready { database: true, migrations, storage })
        })
        .await?;
    if ready.migrations && ready.storage { Answer::ok(&ready) } else { Err(Error::new(Kind::StorageUnavailable).retry_after(5)) }
}

/// Figures for Prometheus.
#[utoipa::path(operation_id = "metrics", tag = "health", responses((status = 200, content_type = "text/plain", body = String)))]
#[get("/metrics")]
async fn metrics(_: Public<may::Metrics>) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(figures().text()?))
}

/// Public keys (RFC 7517).
#[derive(Serialize, ToSchema)]
struct KeySet {
    /// The keys, newest first.
    keys: Vec<PublicKey>,
}

/// The public keys that access tokens are signed with.
#[utoipa::path(operation_id = "jwks", tag = "accounts", responses((status = 200, body = KeySet)))]
#[get("/.well-known/jwks.json")]
async fn jwks(public: Public<may::Jwks>) -> Result<Answer> {
    Ok(Answer::ok(&KeySet { keys: public.kernel().keyring.public() })?.cacheable("public, max-age=300"))
}
