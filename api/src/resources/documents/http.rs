use super::wire::{Document, DocumentId, FileContent, ProjectUploadQuery, UploadQuery};
use super::{Clean, may, ops};
use crate::kernel::Kernel;
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Upload;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::kernel::ids::AssociationId;
use crate::resources::projects::Id as ProjectId;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::{HttpResponse, delete, get, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_documents)
        .service(upload_document)
        .service(list_project_documents)
        .service(upload_project_document)
        .service(get_document_content)
        .service(delete_document);
}

/// The documents of a file.
#[utoipa::path(operation_id = "list_documents", tag = "documents", params(("id" = AssociationId, Path)), responses((status = 200, body = Page<Document>)))]
#[get("/api/v1/associations/{id}/documents")]
async fn list_documents(caller: Allowed<may::ListDocuments>, id: Id<AssociationId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| ops::list(tx, id.0)).await?))
}

/// Adds a document: the body is the file itself, a PDF, PNG or JPEG.
#[utoipa::path(operation_id = "upload_document", tag = "documents", params(("id" = AssociationId, Path), UploadQuery),
    request_body(content((FileContent = "application/pdf"), (FileContent = "image/png"), (FileContent = "image/jpeg"))),
    responses((status = 201, body = Document)))]
#[post("/api/v1/associations/{id}/documents")]
async fn upload_document(
    caller: Allowed<may::UploadDocument>,
    id: Id<AssociationId>,
    query: Query<UploadQuery>,
    file: Upload,
) -> Result<Answer> {
    let clean = cleaned(&caller.kernel(), file.bytes).await?;
    caller
        .write_once(file.once, move |tx| {
            let document = ops::upload(tx, id.0, query.0, &clean)?;
            Answer::created(format!("/api/v1/documents/{}/content", document.id), &document)
        })
        .await
}

/// Cleans what was uploaded, away from the workers.
///
/// # Errors
/// `invalid` for what is no plain PDF, PNG or JPEG.
pub async fn cleaned(kernel: &Kernel, bytes: Vec<u8>) -> Result<Clean> {
    kernel.blocking(move |_| ops::cleaned(&bytes)).await
}

/// The documents of a project, of its agreements and of its progress reports, oldest first.
#[utoipa::path(operation_id = "list_project_documents", tag = "documents", params(("id" = ProjectId, Path)), responses((status = 200, body = Page<Document>)))]
#[get("/api/v1/projects/{id}/documents")]
async fn list_project_documents(caller: Allowed<may::ListProjectDocuments>, id: Id<ProjectId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| ops::list_of_project(tx, id.0)).await?))
}

/// Adds a document to a project, to one of its agreements or to one of its progress reports: the body is the file itself, a PDF, PNG or JPEG.
#[utoipa::path(operation_id = "upload_project_document", tag = "documents", params(("id" = ProjectId, Path), ProjectUploadQuery),
    request_body(content((FileContent = "application/pdf"), (FileContent = "image/png"), (FileContent = "image/jpeg"))),
    responses((status = 201, body = Document)))]
#[post("/api/v1/projects/{id}/documents")]
async fn upload_project_document(
    caller: Allowed<may::UploadProjectDocument>,
    id: Id<ProjectId>,
    query: Query<ProjectUploadQuery>,
    file: Upload,
) -> Result<Answer> {
    let clean = cleaned(&caller.kernel(), file.bytes).await?;
    caller
        .write_once(file.once, move |tx| {
            let document = ops::upload_to_project(tx, id.0, query.0, &clean)?;
            Answer::created(format!("/api/v1/documents/{}/content", document.id), &document)
        })
        .await
}

/// The bytes of a document, as a download.
#[utoipa::path(operation_id = "get_document_content", tag = "documents", params(("id" = DocumentId, Path)),
    responses((status = 200, content((FileContent = "application/pdf"), (FileContent = "image/png"), (FileContent = "image/jpeg")))))]
#[get("/api/v1/documents/{id}/content")]
async fn get_document_content(caller: Allowed<may::GetDocumentContent>, id: Id<DocumentId>) -> Result<HttpResponse> {
    let (document, bytes) = caller.read(move |tx| ops::content(tx, id.0)).await?;
    caller.note_reading((ops::SUBJECT, id.0.to_string()));
    Ok(download(&document.file_name, document.media_type, bytes))
}

/// A file as a download that nobody keeps on the way.
pub fn download(file_name: &str, media_type: String, bytes: Vec<u8>) -> HttpResponse {
    let disposition = attachment(file_name, media_type.rsplit('/').next().unwrap_or_default());
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(bytes)
}

/// A download under the name it came with: letters beyond ASCII travel in the extended form, beside a plain name for old clients.
fn attachment(file_name: &str, extension: &str) -> ContentDisposition {
    let extended = ExtendedValue { charset: Charset::Ext("UTF-8".into()), language_tag: None, value: file_name.as_bytes().to_vec() };
    let parameters = vec![DispositionParam::Filename(format!("document.{extension}")), DispositionParam::FilenameExt(extended)];
    ContentDisposition { disposition: DispositionType::Attachment, parameters }
}

/// Removes a document.
#[utoipa::path(operation_id = "delete_document", tag = "documents", params(("id" = DocumentId, Path)), responses((status = 204, description = "Removed")))]
#[delete("/api/v1/documents/{id}")]
async fn delete_document(caller: Allowed<may::DeleteDocument>, id: Id<DocumentId>) -> Result<Answer> {
    let key = caller.write(move |tx| ops::delete(tx, id.0)).await?;
    caller.kernel().blocking(move |kernel| kernel.storage.remove(&key)).await?;
    Ok(Answer::no_content())
}
