//! Documents as PDF, laid out away from the workers and a few at a time.

use crate::kernel::Kernel;
use crate::kernel::error::{Error, Result};
use crate::kernel::language::{Language, Phrase};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, VARY};
use print::certificate::Certificate;
use print::{Frame, Template};
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Serialize;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use tokio::sync::Semaphore;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Media type of PDF.
pub const PDF: &str = "application/pdf";

/// Laying out takes processors and memory, so others wait: half of the processors are left to everybody else.
static AT_ONCE: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(1, |count| count.get().div_ceil(2))));

const REPUBLIC: Phrase = Phrase {
    ar: "الجمهورية الجزائرية الديمقراطية الشعبية",
    fr: "République algérienne démocratique et populaire",
    en: "People’s Democratic Republic of Algeria",
};
const MINISTRY: Phrase = Phrase {
    ar: "وزارة السياحة والصناعة التقليدية",
    fr: "Ministère du Tourisme et de l’Artisanat",
    en: "Ministry of Tourism and Traditional Crafts",
};

/// Who stands at the head of every document, and below them whoever issues this one.
#[must_use]
pub fn issued_by(language: Language, issuer: &str) -> Vec<String> {
    let lines = [REPUBLIC.in_language(language), MINISTRY.in_language(language), issuer];
    lines.map(str::to_owned).into()
}

/// A text as a QR code, an SVG drawing.
///
/// # Errors
/// `internal` for a text that is too long.
pub fn qr(text: &str) -> Result<String> {
    let code = QrCode::new(text.as_bytes()).map_err(Error::internal)?;
    Ok(code.render::<svg::Color<'_>>().quiet_zone(true).build())
}

/// Answers with a document as a download of that name; it depends on the language.
///
/// # Errors
/// `internal` when a template fails.
pub async fn answer<T: Serialize + Send + 'static>(
    kernel: &Kernel,
    name: &str,
    template: Template,
    document: impl FnOnce() -> Result<(Frame, T)> + Send + 'static,
) -> Result<HttpResponse> {
    let work = move || {
        let (frame, content) = document()?;
        print::render(template, &frame, &content).map_err(Error::internal)
    };
    download(kernel, (PDF, &format!("{name}.pdf")), work).await
}

/// Answers with an archive of certificates, each under its name; they are laid out one after another, so that memory holds their files alone.
///
/// # Errors
/// `internal` when the template fails.
pub async fn archive(kernel: &Kernel, name: &str, certificates: Vec<(String, Certificate)>) -> Result<HttpResponse> {
    let work = move || {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        // A PDF is compressed already.
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let (names, certificates): (Vec<String>, Vec<Certificate>) = certificates.into_iter().unzip();
        for (name, file) in names.into_iter().zip(print::certificate::each(certificates)) {
            archive.start_file(format!("{name}.pdf"), stored).map_err(Error::internal)?;
            archive.write_all(&file.map_err(Error::internal)?).map_err(Error::internal)?;
        }
        Ok(archive.finish().map_err(Error::internal)?.into_inner())
    };
    download(kernel, ("application/zip", &format!("{name}.zip")), work).await
}

async fn download(
    kernel: &Kernel,
    (media, name): (&'static str, &str),
    work: impl FnOnce() -> Result<Vec<u8>> + Send + 'static,
) -> Result<HttpResponse> {
    let place = AT_ONCE.acquire().await.map_err(Error::internal)?;
    let bytes = kernel
        .blocking(move |_| {
            // Kept until the work is done, even when nobody waits for it any more.
            let _place = place;
            work()
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type(media)
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header((VARY, "Accept-Language, Authorization"))
        .body(bytes))
}
