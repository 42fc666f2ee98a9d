use super::wire::{EventFile, EventFileId, EventUploadQuery, PictureUploadQuery};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Upload;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::resources::calls::ApplicationId;
use crate::resources::documents::{FileContent, cleaned, download};
use crate::resources::events::Id as EventId;
use crate::resources::reviews::ReviewId;
use actix_web::{HttpResponse, delete, get, post};
use std::sync::{Arc, Mutex, PoisonError};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_event_files)
        .service(upload_event_file)
        .service(list_application_pictures)
        .service(upload_application_picture)
        .service(list_review_pictures)
        .service(get_event_file_content)
        .service(delete_event_file);
}

fn place(file: &EventFile) -> String {
    format!("/api/v1/event-files/{}/content", file.id)
}

/// The poster and the documents of an event, oldest first.
#[utoipa::path(operation_id = "list_event_files", tag = "events", params(("id" = EventId, Path)), responses((status = 200, body = Page<EventFile>)))]
#[get("/api/v1/events/{id}/files")]
async fn list_event_files(public: Public<may::ListEventFiles>, id: Id<EventId>) -> Result<Answer> {
    Answer::page(&Page::whole(public.read(move |tx| ops::of_event(tx, id.0)).await?))
}

/// Adds a poster (a picture; it takes the place of the one before) or a document to an event: the body is the file itself.
#[utoipa::path(operation_id = "upload_event_file", tag = "events", params(("id" = EventId, Path), EventUploadQuery),
    request_body(content((FileContent = "application/pdf"), (FileContent = "image/png"), (FileContent = "image/jpeg"))),
    responses((status = 201, body = EventFile)))]
#[post("/api/v1/events/{id}/files")]
async fn upload_event_file(
    caller: Allowed<may::UploadEventFile>,
    id: Id<EventId>,
    query: Query<EventUploadQuery>,
    file: Upload,
) -> Result<Answer> {
    let clean = cleaned(&caller.kernel(), file.bytes).await?;
    let gone = Arc::new(Mutex::new(Vec::new()));
    let old = gone.clone();
    let answer = caller
        .write_once(file.once, move |tx| {
            let (file, keys) = ops::upload(tx, id.0, &query.0, &clean)?;
            *old.lock().unwrap_or_else(PoisonError::into_inner) = keys;
            Answer::created(place(&file), &file)
        })
        .await?;
    // The poster before is forgotten for good only now.
    let keys = std::mem::take(&mut *gone.lock().unwrap_or_else(PoisonError::into_inner));
    caller.kernel().blocking(move |kernel| keys.iter().try_for_each(|key| kernel.storage.remove(key))).await?;
    Ok(answer)
}

/// The pictures of what an application brings, oldest first.
#[utoipa::path(operation_id = "list_application_pictures", tag = "calls", params(("id" = ApplicationId, Path)), responses((status = 200, body = Page<EventFile>)))]
#[get("/api/v1/event-applications/{id}/pictures")]
async fn list_application_pictures(caller: Allowed<may::ListApplicationPictures>, id: Id<ApplicationId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| ops::of_application(tx, id.0)).await?))
}

/// Adds a picture of what an application brings, while the call is open: the body is the picture itself, PNG or JPEG.
#[utoipa::path(operation_id = "upload_application_picture", tag = "calls", params(("id" = ApplicationId, Path), PictureUploadQuery),
    request_body(content((FileContent = "image/png"), (FileContent = "image/jpeg"))),
    responses((status = 201, body = EventFile)))]
#[post("/api/v1/event-applications/{id}/pictures")]
async fn upload_application_picture(
    caller: Allowed<may::UploadApplicationPicture>,
    id: Id<ApplicationId>,
    query: Query<PictureUploadQuery>,
    file: Upload,
) -> Result<Answer> {
    let clean = cleaned(&caller.kernel(), file.bytes).await?;
    caller
        .write_once(file.once, move |tx| {
            let picture = ops::upload_picture(tx, id.0, &query.0, &clean)?;
            Answer::created(place(&picture), &picture)
        })
        .await
}

/// The pictures of what the caller reviews, oldest first.
#[utoipa::path(operation_id = "list_review_pictures", tag = "reviews", params(("id" = ReviewId, Path)), responses((status = 200, body = Page<EventFile>)))]
#[get("/api/v1/event-reviews/{id}/pictures")]
async fn list_review_pictures(caller: Allowed<may::ListReviewPictures>, id: Id<ReviewId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| ops::of_review(tx, id.0)).await?))
}

/// The bytes of a file, as a download: the poster and documents of an event for everybody who sees it, pictures of an application for those who may see it.
#[utoipa::path(operation_id = "get_event_file_content", tag = "events", params(("id" = EventFileId, Path)),
    responses((status = 200, content((FileContent = "application/pdf"), (FileContent = "image/png"), (FileContent = "image/jpeg")))))]
#[get("/api/v1/event-files/{id}/content")]
async fn get_event_file_content(public: Public<may::GetEventFileContent>, id: Id<EventFileId>) -> Result<HttpResponse> {
    let (file, bytes) = public.read(move |tx| ops::content(tx, id.0)).await?;
    Ok(download(&file.file_name, file.media_type, bytes))
}

/// Removes a file of an event, or a picture of an application while the call is open.
#[utoipa::path(operation_id = "delete_event_file", tag = "events", params(("id" = EventFileId, Path)), responses((status = 204, description = "Removed")))]
#[delete("/api/v1/event-files/{id}")]
async fn delete_event_file(caller: Allowed<may::DeleteEventFile>, id: Id<EventFileId>) -> Result<Answer> {
    let key = caller.write(move |tx| ops::delete(tx, id.0)).await?;
    caller.kernel().blocking(move |kernel| kernel.storage.remove(&key)).await?;
    Ok(Answer::no_content())
}
