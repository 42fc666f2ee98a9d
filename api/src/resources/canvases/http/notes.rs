use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::{IfMatch, IfMatchGiven};
use crate::kernel::http::page::Page;
use crate::kernel::http::path::{self, Id};
use crate::kernel::http::query::Query;
use crate::resources::canvases::may;
use crate::resources::canvases::ops::{notes, versions};
use crate::resources::canvases::wire::{
    BusinessModel, CanvasComparison, CanvasVersion, CanvasVersionInput, CanvasVersionSummary, CardId, ComparisonQuery, Note, NoteInput,
};
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpRequest, delete, get, patch, post};

/// The collective business model of a project: twelve blocks of notes.
#[utoipa::path(operation_id = "get_canvas", tag = "canvases", params(("id" = ProjectId, Path)), responses((status = 200, body = BusinessModel)))]
#[get("/api/v1/projects/{id}/canvas")]
pub async fn get_canvas(caller: Allowed<may::GetCanvas>, id: Id<ProjectId>) -> Result<Answer> {
    let canvas = caller.read(move |tx| notes::canvas(tx, id.0)).await?;
    Ok(Answer::ok(&canvas)?.version(canvas.version))
}

/// Adds a note to a block; nobody else's note is touched.
#[utoipa::path(operation_id = "add_note", tag = "canvases", params(("id" = ProjectId, Path)), request_body = NoteInput, responses((status = 201, body = Note)))]
#[post("/api/v1/projects/{id}/canvas/notes")]
pub async fn add_note(caller: Allowed<may::AddNote>, id: Id<ProjectId>, body: Body<NoteInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let note = notes::add(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}/canvas/notes/{}", id.0, note.id), &note)?.version(note.version))
        })
        .await
}

/// One note of the business model.
#[utoipa::path(operation_id = "get_note", tag = "canvases", params(("id" = ProjectId, Path), ("note_id" = CardId, Path)), responses((status = 200, body = Note)))]
#[get("/api/v1/projects/{id}/canvas/notes/{note_id}")]
pub async fn get_note(caller: Allowed<may::GetNote>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let card = path::part(&request, "note_id")?;
    let note = caller.read(move |tx| notes::get(tx, id.0, card)).await?;
    Ok(Answer::ok(&note)?.version(note.version))
}

/// Changes a note: its words, colour, block, place or links.
#[utoipa::path(operation_id = "update_note", tag = "canvases", params(("id" = ProjectId, Path), ("note_id" = CardId, Path)),
    request_body(content = NoteInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Note)))]
#[patch("/api/v1/projects/{id}/canvas/notes/{note_id}")]
pub async fn update_note(
    caller: Allowed<may::UpdateNote>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let card = path::part(&request, "note_id")?;
    let note = caller.write(move |tx| notes::update(tx, id.0, card, expected, &patch)).await?;
    Ok(Answer::ok(&note)?.version(note.version))
}

/// Deletes a note.
#[utoipa::path(operation_id = "delete_note", tag = "canvases", params(("id" = ProjectId, Path), ("note_id" = CardId, Path)), extensions(("x-if-match-given" = json!(true))), responses((status = 204, description = "Deleted")))]
#[delete("/api/v1/projects/{id}/canvas/notes/{note_id}")]
pub async fn delete_note(
    caller: Allowed<may::DeleteNote>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatchGiven,
) -> Result<Answer> {
    let card = path::part(&request, "note_id")?;
    caller.write(move |tx| notes::delete(tx, id.0, card, expected.0)).await?;
    Ok(Answer::no_content())
}

/// The named versions of the business model, last first.
#[utoipa::path(operation_id = "list_canvas_versions", tag = "canvases", params(("id" = ProjectId, Path)), responses((status = 200, body = Page<CanvasVersionSummary>)))]
#[get("/api/v1/projects/{id}/canvas/versions")]
pub async fn list_canvas_versions(caller: Allowed<may::ListCanvasVersions>, id: Id<ProjectId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| versions::list(tx, id.0)).await?))
}

/// Keeps the business model as it is now under a name.
#[utoipa::path(operation_id = "name_canvas_version", tag = "canvases", params(("id" = ProjectId, Path)), request_body = CanvasVersionInput, responses((status = 201, body = CanvasVersion)))]
#[post("/api/v1/projects/{id}/canvas/versions")]
pub async fn name_canvas_version(
    caller: Allowed<may::NameCanvasVersion>,
    id: Id<ProjectId>,
    body: Body<CanvasVersionInput>,
) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let version = versions::name(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}/canvas/versions/{}", id.0, version.number), &version)?.version(version.number))
        })
        .await
}

/// One named version: it never changes.
#[utoipa::path(operation_id = "get_canvas_version", tag = "canvases", params(("id" = ProjectId, Path), ("number" = i64, Path)), responses((status = 200, body = CanvasVersion)))]
#[get("/api/v1/projects/{id}/canvas/versions/{number}")]
pub async fn get_canvas_version(caller: Allowed<may::GetCanvasVersion>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let number = path::part(&request, "number")?;
    let version = caller.read(move |tx| versions::get(tx, id.0, number)).await?;
    Ok(Answer::ok(&version)?.version(version.number))
}

/// What two versions of the business model differ in, note by note.
#[utoipa::path(operation_id = "compare_canvas_versions", tag = "canvases", params(("id" = ProjectId, Path), ComparisonQuery), responses((status = 200, body = CanvasComparison)))]
#[get("/api/v1/projects/{id}/canvas/comparison")]
pub async fn compare_canvas_versions(
    caller: Allowed<may::CompareCanvasVersions>,
    id: Id<ProjectId>,
    query: Query<ComparisonQuery>,
) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| versions::compare(tx, id.0, &query.0)).await?)
}
