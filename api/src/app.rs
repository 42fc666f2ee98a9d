//! The application: middleware in order, routes, the pages of the web application, and what answers when nothing else does.

use crate::kernel::Kernel;
use crate::kernel::access::authenticate::authenticate;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::contract::Contract;
use crate::kernel::http::kept::Question;
use crate::kernel::http::limit::Left;
use crate::kernel::http::problems;
use crate::kernel::http::request_id::{self, Origin};
use crate::kernel::http::routes::{Routes, Wanted};
use crate::kernel::openapi;
use crate::kernel::problem::Kind;
use crate::resources;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::{Compress, Next, NormalizePath, TrailingSlash, from_fn};
use actix_web::{App, HttpMessage, HttpResponse, web};
use std::time::{Duration, Instant};
use tracing::Instrument;
use utoipa::OpenApi;

const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
    connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const SECURITY: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(self), microphone=()"),
];

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Craft associations platform",
        description = "The platform of Algeria's ministry of tourism and traditional crafts, its chambers and the craft associations. \
            Manners common to every operation: problems are RFC 9457 in the language of `Accept-Language`; lists page with opaque cursors; \
            every `POST` may carry an `Idempotency-Key`; changes carry `If-Match`; `RateLimit-Policy` and `RateLimit` say how much one may ask for.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/", description = "This server")),
    components(schemas(crate::kernel::problem::Problem))
)]
struct Base;

/// The contract, complete.
///
/// # Errors
/// When handlers and permission tables disagree.
pub fn contract() -> Result<serde_json::Value> {
    let mut collected = Base::openapi();
    every_operation(Wanted::Everything(&mut collected));
    openapi::complete(&collected, &resources::permissions())
}

/// What requests are held against, with the contract to be written when somebody asks for it.
pub fn published() -> Contract {
    let mut collected = Base::openapi();
    every_operation(Wanted::Paths(&mut collected));
    Contract::of(&collected.paths, contract)
}

/// Takes every operation; the latest first: its fixed paths may lie where an earlier one has identifiers.
fn every_operation(wanted: Wanted<'_>) -> Routes<'_> {
    let mut routes = Routes::new(wanted);
    for resource in resources::ALL.iter().rev() {
        (resource.routes)(&mut routes);
    }
    routes
}

/// The whole application: in the server and in tests.
pub fn application(
    kernel: web::Data<Kernel>,
    contract: web::Data<Contract>,
) -> App<
    impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<impl MessageBody>, Error = actix_web::Error, InitError = ()>,
> {
    App::new()
        .wrap(from_fn(edge))
        .wrap(Compress::default())
        .wrap(NormalizePath::new(TrailingSlash::MergeOnly))
        .configure(|routes| configure(&kernel, &contract, routes))
}

/// Registers everything on an actix application.
fn configure(kernel: &web::Data<Kernel>, contract: &web::Data<Contract>, config: &mut web::ServiceConfig) {
    config.app_data(kernel.clone()).app_data(contract.clone());
    config.route("/openapi.json", web::get().to(openapi_json));
    if kernel.config.bench {
        config.route("/bench/fixed", web::get().to(fixed));
    }
    every_operation(Wanted::Service).register(config, || web::to(no_operation));
    // What no operation took: 404, or 405 where the path has other methods.
    config.service(web::scope("/api").default_service(web::to(no_operation)));
    crate::pages::configure(kernel, config);
    config.default_service(web::to(nothing));
}

async fn openapi_json(contract: web::Data<Contract>) -> Result<HttpResponse> {
    let text = contract.text()?;
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "public, max-age=60")).content_type("application/json").body(text))
}

/// A fixed body of as many bytes as asked, to measure the rest against.
async fn fixed(request: actix_web::HttpRequest) -> HttpResponse {
    let bytes = request.query_string().strip_prefix("bytes=").and_then(|n| n.parse().ok()).unwrap_or(1024_usize).min(1 << 20);
    HttpResponse::Ok().content_type("application/json").body("x".repeat(bytes))
}

/// Answers for a path of the API that no operation took.
async fn no_operation(request: actix_web::HttpRequest, contract: web::Data<Contract>) -> HttpResponse {
    let methods = contract.methods(request.path());
    if methods.is_empty() {
        HttpResponse::NotFound().finish()
    } else {
        HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, methods.join(", "))).finish()
    }
}

async fn nothing() -> Error {
    Error::not_found()
}

impl actix_web::Responder for Error {
    type Body = BoxBody;
    fn respond_to(self, _: &actix_web::HttpRequest) -> HttpResponse {
        HttpResponse::from_error(self)
    }
}

/// Time for the body to arrive over a slow line, beside the time for the work: a second for each 16 KiB that the request announces.
fn sending(request: &ServiceRequest, kernel: &Kernel) -> Duration {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    Duration::from_secs((announced.unwrap_or(0).min(kernel.config.max_import_bytes) >> 14) as u64)
}

/// The outermost middleware: request id, caller, time limit, problems, security headers, log line, metrics.
///
/// # Errors
/// None: errors leave here as responses.
pub async fn edge(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> std::result::Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let started = Instant::now();
    // HEAD asks what GET would answer (RFC 9110, section 9.3.2); the protocol leaves the body out of what is sent.
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let origin = Origin::of(request.request());
    let span = tracing::info_span!("request", id = %origin.request);
    request.extensions_mut().insert(origin.clone());
    let Some(kernel) = request.app_data::<web::Data<Kernel>>().cloned() else {
        return Err(Error::internal("kernel is not registered").into());
    };
    let limit = Duration::from_secs(kernel.config.request_seconds) + sending(&request, &kernel);
    let answered = tokio::time::timeout(limit, answer(request, next, &kernel).instrument(span)).await;
    // The request is gone with the time: the fallback answers, in Arabic.
    let Ok(answered) = answered else { return Err(Error::new(Kind::RequestTimeout).into()) };
    let (answered, route) = answered?;
    let status = answered.status();
    let refused = match answered.response().error() {
        Some(error) => Some(problems::render(error.as_error::<Error>().unwrap_or(&problems::foreign(status)), &origin)),
        // A refusal by the router or the file service, in words that are not ours.
        None if status.as_u16() >= 400
            && answered.headers().get(header::CONTENT_TYPE).is_none_or(|media| media != "application/problem+json") =>
        {
            let mut problem = problems::render(&problems::foreign(status), &origin);
            if let Some(allow) = answered.headers().get(header::ALLOW) {
                problem.headers_mut().insert(header::ALLOW, allow.clone());
            }
            Some(problem)
        }
        None => None,
    };
    let mut response = match refused {
        Some(problem) => answered.into_response(problem),
        None => answered,
    };
    let method = response.request().method().clone();
    let left = response.request().extensions().get::<Left>().copied();
    let headers = response.headers_mut();
    if let Some(left) = left {
        kernel.limits.tell(left, headers);
    }
    if let Ok(id) = HeaderValue::from_str(&origin.request.to_string()) {
        headers.insert(HeaderName::from_static(request_id::HEADER), id);
    }
    for (name, value) in SECURITY {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let took = started.elapsed();
    crate::kernel::metrics::metrics().count(&method, &route, response.status().as_u16(), took);
    tracing::info!(target: "api::access", request = %origin.request, method = %method, route, status = response.status().as_u16(), micros = took.as_micros() as u64);
    Ok(response)
}

/// Finds out who is calling and whether they have called too often, and gives a kept answer or has the operation make one; with it the route it came from.
async fn answer(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
    kernel: &Kernel,
) -> std::result::Result<(ServiceResponse<BoxBody>, String), actix_web::Error> {
    authenticate(request.request(), kernel).await;
    if let Some(left) = kernel.limits.count(request.request()) {
        request.extensions_mut().insert(left);
        if let Some(seconds) = left.wait {
            let refusal = Error::new(Kind::RateLimited).retry_after(seconds);
            return Ok((request.error_response(refusal), "limited".to_owned()));
        }
    }
    let question = Question::of(request.request(), kernel).await;
    if let Some((kept, route)) = question.as_ref().and_then(|question| kernel.answers.find(question, request.request())) {
        return Ok((request.into_response(kept), route));
    }
    let answered = next.call(request).await?.map_into_boxed_body();
    let route = answered.request().match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    if let Some(question) = question {
        kernel.answers.keep(question, answered.response(), &route);
    }
    Ok((answered, route))
}
