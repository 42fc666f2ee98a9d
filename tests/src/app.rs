//! The application under test: the server's own, with a database of its own, a clock that stands, and counted identifiers.

use crate::actor::Actor;
use crate::database::Database;
use actix_web::body::{self, BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::HeaderMap;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpResponse, test};
use api::config::Config;
use api::kernel::Kernel;
use api::kernel::clock::Clock;
use api::kernel::db::types::Instant;
use api::kernel::ids::IdSource;
use std::collections::HashMap;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// The present of every test, until it moves the clock: a Monday morning in Algiers.
pub const NOW: &str = "2026-05-04T09:00:00Z";
/// The address people and links use.
pub const PUBLIC_URL: &str = "http://register.test";

type Answered = Pin<Box<dyn Future<Output = Result<ServiceResponse<BoxBody>, actix_web::Error>>>>;

/// An application with a database of its own, dropped with it.
pub struct TestApp {
    service: Rc<dyn Fn(actix_http::Request) -> Answered>,
    /// The kernel, to look behind the scenes.
    pub kernel: Data<Kernel>,
    // Last, so that nothing holds a connection when the database goes.
    database: Arc<Database>,
}

/// Settings for a test: hashes that cost nothing, little bodies, everything in one folder.
pub fn config(url: &str, folder: &Path) -> Config {
    let folder = folder.to_string_lossy();
    let settings = [
        ("DATABASE_URL", url),
        ("DATABASE_CONNECTIONS", "2"),
        ("DATA_DIR", &folder),
        ("WEB_DIR", &folder),
        ("PUBLIC_URL", PUBLIC_URL),
        ("SECRET_KEY", "a secret that only the tests know of"),
        ("ARGON2_MEMORY_KIB", "8"),
        ("ARGON2_PASSES", "1"),
        ("MAX_BODY_BYTES", "65536"),
        ("MAX_CALCULATION_BYTES", "65536"),
        ("MAX_UPLOAD_BYTES", "65536"),
        ("MAX_IMPORT_BYTES", "1000000"),
        ("RATE_LIMIT_PER_MINUTE", "0"),
        // The servers of the tests are on this machine.
        ("WEBHOOKS_TO_PRIVATE_ADDRESSES", "true"),
    ];
    let values: HashMap<String, String> = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::from_values(&values).expect("settings of the tests are right")
}

/// The clock of every test.
pub fn clock() -> Clock {
    Clock::fixed(Instant::new(NOW.parse().unwrap()))
}

impl TestApp {
    /// An application on a fresh database with the reference data.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The same with other settings.
    pub async fn with(settings: impl FnOnce(&mut Config)) -> Self {
        // Far from the identifiers of the reference data.
        Self::on(Arc::new(Database::filled()), 1_000_000, settings).await
    }

    /// Another process on the same database.
    pub async fn replica(&self) -> Self {
        Self::on(self.database.clone(), 2_000_000, |_| {}).await
    }

    async fn on(database: Arc<Database>, first_id: u64, settings: impl FnOnce(&mut Config)) -> Self {
        let mut config = config(database.url(), database.folder());
        settings(&mut config);
        let kernel = Self::kernel(config, first_id);
        let service = serve(kernel.clone()).await;
        Self { service, kernel, database }
    }

    fn kernel(config: Config, first_id: u64) -> Data<Kernel> {
        let ids = IdSource::Counted(Arc::new(AtomicU64::new(first_id)));
        let kernel = Kernel::open(config, clock(), ids).expect("the kernel opens");
        Data::new(kernel)
    }

    /// The database's address.
    pub fn url(&self) -> &str {
        self.database.url()
    }

    /// The folder of files, mail and, on SQLite, the database.
    pub fn folder(&self) -> &Path {
        self.database.folder()
    }

    /// Moves the clock.
    pub fn advance(&self, by: chrono::Duration) {
        self.kernel.clock.advance(by);
    }

    /// Somebody without credentials.
    pub fn visitor(&self) -> Actor<'_> {
        Actor::visitor(self)
    }

    /// Gives a request to the application: status, headers and body of the answer.
    ///
    /// # Panics
    /// When the body cannot be read.
    pub async fn dispatch(&self, method: &Method, target: &str, headers: HeaderMap, payload: Bytes) -> (u16, HeaderMap, Bytes) {
        let mut request = test::TestRequest::with_uri(target).method(method.clone()).peer_addr(([127, 0, 0, 1], 4000).into());
        for (name, value) in headers {
            request = request.insert_header((name, value));
        }
        let request = request.set_payload(payload).to_request();
        let response: HttpResponse = match (self.service)(request).await {
            Ok(answered) => answered.into(),
            Err(error) => HttpResponse::from_error(error),
        };
        let (head, response_body) = response.into_parts();
        let bytes = body::to_bytes(response_body).await.unwrap_or_else(|_| panic!("{method} {target}: the body broke off"));
        (head.status().as_u16(), head.headers().clone(), bytes)
    }
}

async fn serve(kernel: Data<Kernel>) -> Rc<dyn Fn(actix_http::Request) -> Answered> {
    let contract = Data::new(api::app::published());
    let service = Rc::new(test::init_service(api::app::application(kernel, contract)).await);
    Rc::new(move |request| {
        let service = service.clone();
        Box::pin(async move { service.call(request).await.map(|answered| answered.map_body(|_, body| body.boxed())) })
    })
}
