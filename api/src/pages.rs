//! The built web application: files as they are, the application's shell for its own paths, `/` to Arabic.

use crate::kernel::Kernel;
use actix_files::{Files, NamedFile};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, guard, web};
use std::path::PathBuf;

/// Registers the pages, when the application has been built.
pub fn configure(kernel: &web::Data<Kernel>, config: &mut web::ServiceConfig) {
    let root = kernel.config.web_dir.clone();
    if !root.join("index.html").is_file() {
        return;
    }
    let look = || web::route().guard(guard::Any(guard::Get()).or(guard::Head()));
    config.route("/", look().to(async || HttpResponse::Found().insert_header((header::LOCATION, "/ar/")).finish()));
    // The worker decides what the installed application keeps: browsers must see a new one at once.
    config.route("/sw.js", look().to(page(root.join("sw.js"))));
    for language in ["ar", "fr", "en"] {
        let shell = root.join("index.html");
        config.route(&format!("/{language}"), look().to(page(shell.clone())));
        config.route(&format!("/{language}/{{rest:.*}}"), look().to(page(shell)));
    }
    // Names of built assets carry a hash of their content.
    config.service(
        web::scope("/assets")
            .wrap(actix_web::middleware::DefaultHeaders::new().add((header::CACHE_CONTROL, "public, max-age=31536000, immutable")))
            .service(Files::new("/", root.join("assets")).prefer_utf8(true)),
    );
    config.route("/docs", look().to(async || HttpResponse::MovedPermanently().insert_header((header::LOCATION, "/docs/")).finish()));
    config.service(Files::new("/docs", root.join("docs")).index_file("index.html").prefer_utf8(true));
    config.service(Files::new("/", root).prefer_utf8(true));
}

fn page(shell: PathBuf) -> impl Fn(HttpRequest) -> std::future::Ready<actix_web::Result<HttpResponse>> + Clone {
    move |request| {
        let answer = NamedFile::open(&shell).map_err(Into::into).map(|file| {
            let mut response = file.prefer_utf8(true).into_response(&request);
            response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-cache"));
            response
        });
        std::future::ready(answer)
    }
}
