use super::wire::{CorrectionsQuery, ImportField, ImportPreview, ImportQuery};
use super::{corrections, layout, may, ops};
use crate::kernel::Kernel;
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::answer::Answer;
use crate::kernel::http::export;
use crate::kernel::http::idempotency::Once;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::kernel::problem::Kind;
use crate::kernel::storage::Incoming;
use crate::resources::jobs::{self, Job, JobId};
use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::{FromRequest, HttpRequest, HttpResponse, get, post, web};
use futures_util::StreamExt;
use std::future::Future;
use std::pin::Pin;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_import_fields).service(preview_import).service(import_associations).service(get_corrections);
}

const CSV: &str = "text/csv";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Bytes that are collected before they go to the disk.
const PIECE: usize = 256 << 10;

/// The file a request consists of.
struct Upload {
    file: Incoming,
    /// A name that says what the content type says.
    hint: &'static str,
    once: Once,
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(receive(request, payload))
    }
}

async fn receive(request: HttpRequest, mut payload: Payload) -> Result<Upload> {
    let kernel = request.app_data::<web::Data<Kernel>>().cloned().ok_or_else(|| Error::internal("kernel is not registered"))?;
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = header(CONTENT_TYPE).split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let hint = match media.as_str() {
        CSV => "table.csv",
        "application/x-ndjson" => "table.ndjson",
        XLSX => "table.xlsx",
        "application/octet-stream" => "table",
        _ => {
            return Err(Error::say(
                Kind::UnsupportedMediaType,
                "هذا الملف ليس جدولا. أرسلوا ملف Excel بصيغة XLSX، أو ملف CSV ‏(text/csv)، أو NDJSON ‏(application/x-ndjson).",
                "Ce fichier n’est pas un tableau. Envoyez un classeur Excel (XLSX), un fichier CSV (text/csv) ou NDJSON (application/x-ndjson).",
                "This file is not a table. Send an Excel workbook (XLSX), a CSV file (text/csv) or NDJSON (application/x-ndjson).",
            ));
        }
    };
    let limit = kernel.config.max_import_bytes as u64;
    if header(CONTENT_LENGTH).parse::<u64>().is_ok_and(|announced| announced > limit) {
        return Err(Error::too_large(limit));
    }
    let mut file = kernel.blocking(move |kernel| kernel.storage.begin(kernel.ids.next(), limit)).await?;
    let mut piece = Vec::with_capacity(PIECE);
    loop {
        let more = payload.next().await;
        let ended = more.is_none();
        if let Some(bytes) = more {
            piece.extend_from_slice(
                &bytes.map_err(|cause| Error { internal: Some(cause.to_string()), ..Error::new(Kind::MalformedRequest) })?,
            );
        }
        if ended || piece.len() >= PIECE {
            (file, piece) = kernel
                .blocking(move |_| {
                    file.push(&piece)?;
                    if ended {
                        file.settle()?;
                    }
                    piece.clear();
                    Ok((file, piece))
                })
                .await?;
        }
        if ended {
            break;
        }
    }
    let once = Once::of(&request, &file.sha256())?;
    Ok(Upload { file, hint, once })
}

/// The fields a column can mean, with what people call them.
#[utoipa::path(operation_id = "list_import_fields", tag = "imports", responses((status = 200, body = Page<ImportField>)))]
#[get("/api/v1/associations/import-fields")]
pub async fn list_import_fields(_: Allowed<may::ListImportFields>) -> Result<Answer> {
    Answer::page(&Page::whole(ops::fields()))
}

/// The beginning of a file, how it is read and what its columns mean; nothing is kept.
#[utoipa::path(operation_id = "preview_import", tag = "imports", extensions(("x-writes-nothing" = json!(true))), params(ImportQuery), request_body(content(
        (Vec<u8> = "text/csv"), (Vec<u8> = "application/x-ndjson"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (Vec<u8> = "application/octet-stream")
    )), responses((status = 200, body = ImportPreview)))]
#[post("/api/v1/associations/imports/preview")]
pub async fn preview_import(caller: Allowed<may::PreviewImport>, query: Query<ImportQuery>, upload: Upload) -> Result<Answer> {
    let query = query.0;
    caller
        .read(move |tx| {
            let beginning = layout::look(&upload.file, &query, upload.hint)?;
            Answer::ok(&ops::preview(tx, beginning, &query)?)
        })
        .await
}

/// Imports a file of associations (CSV, XLSX or NDJSON) as a job. The same file with the same wishes is imported once: sent again, it is
/// answered with the first job.
#[utoipa::path(operation_id = "import_associations", tag = "imports", params(ImportQuery), request_body(content(
        (Vec<u8> = "text/csv"), (Vec<u8> = "application/x-ndjson"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (Vec<u8> = "application/octet-stream")
    )), responses(
        (status = 202, body = Job, headers(("Location" = String, description = "The job."))),
        (status = 200, body = Job, description = "The same file was sent before.", headers(("Location" = String, description = "The job.")))
    ))]
#[post("/api/v1/associations/imports")]
pub async fn import_associations(caller: Allowed<may::ImportAssociations>, query: Query<ImportQuery>, upload: Upload) -> Result<Answer> {
    let Upload { file, hint, once } = upload;
    let query = query.0;
    // Opening a workbook may take a second: not while the database waits.
    let (file, query, beginning) = caller
        .kernel()
        .blocking(move |_| {
            let beginning = layout::look(&file, &query, hint)?;
            Ok((file, query, beginning))
        })
        .await?;
    let answer = caller.write_once(once, move |tx| ops::start(tx, file, beginning, query)).await?;
    jobs::wake();
    Ok(answer)
}

/// The wrong rows of an import in the layout of its file, with a column of remarks: to be corrected and sent again. CSV, or XLSX by `Accept`.
#[utoipa::path(operation_id = "get_corrections", tag = "imports", params(("id" = JobId, Path), CorrectionsQuery), responses(
    (status = 200, content((String = "text/csv"), (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
#[get("/api/v1/jobs/{id}/corrections")]
pub async fn get_corrections(
    caller: Allowed<may::GetCorrections>,
    request: HttpRequest,
    id: Id<JobId>,
    query: Query<CorrectionsQuery>,
) -> Result<HttpResponse> {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("*/*").to_ascii_lowercase();
    let workbook = accept.contains(XLSX);
    if !workbook && !["text/csv", "text/*", "*/*"].iter().any(|media| accept.contains(media)) {
        return Err(Error::new(Kind::NotAcceptable));
    }
    let file = caller.read(move |tx| corrections::write(tx, id.0, query.0.outcome, workbook)).await?;
    let (media, name) = if workbook { (XLSX, "corrections.xlsx") } else { ("text/csv; charset=utf-8", "corrections.csv") };
    export::written(file, media, name)
}
