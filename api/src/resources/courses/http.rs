use super::wire::{
    Course, CourseFile, CourseFileId, CourseId, CourseInput, CourseQuery, CourseSummary, CourseUploadQuery, CourseVersion,
    CourseVersionSummary,
};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody, Upload};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::http::path::{Id, part};
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::resources::documents::{FileContent, cleaned, download};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_courses)
        .service(create_course)
        .service(get_course)
        .service(update_course)
        .service(publish_course)
        .service(archive_course)
        .service(list_course_versions)
        .service(get_course_version)
        .service(list_course_files)
        .service(upload_course_file)
        .service(get_course_file_content)
        .service(delete_course_file);
}

fn shown(course: &Course) -> Result<Answer> {
    Ok(Answer::ok(course)?.version(ops::view::tag(course)))
}

/// The catalogue of courses: those that were published for everybody, drafts for their owner.
#[utoipa::path(operation_id = "list_courses", tag = "courses", params(CourseQuery), responses((status = 200, body = Page<CourseSummary>)))]
#[get("/api/v1/courses")]
async fn list_courses(public: Public<may::ListCourses>, list: List<CourseQuery>) -> Result<Answer> {
    Ok(Answer::page(&public.read(move |tx| ops::view::list(tx, &list)).await?)?.shared())
}

/// One course with its modules: as published last, or as it is being written for those who may change it.
#[utoipa::path(operation_id = "get_course", tag = "courses", params(("id" = CourseId, Path)), responses((status = 200, body = Course)))]
#[get("/api/v1/courses/{id}")]
async fn get_course(public: Public<may::GetCourse>, id: Id<CourseId>) -> Result<Answer> {
    Ok(shown(&public.read(move |tx| ops::view::get(tx, id.0)).await?)?.shared())
}

/// Enters a course of the caller's institution as a draft.
#[utoipa::path(operation_id = "create_course", tag = "courses", request_body = CourseInput, responses((status = 201, body = Course)))]
#[post("/api/v1/courses")]
async fn create_course(caller: Allowed<may::CreateCourse>, body: Body<CourseInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let course = ops::rows::create(tx, body.value)?;
            Ok(Answer::created(format!("/api/v1/courses/{}", course.id), &course)?.version(ops::view::tag(&course)))
        })
        .await
}

/// Changes what is being written; everybody else goes on reading the last published version.
#[utoipa::path(operation_id = "update_course", tag = "courses", params(("id" = CourseId, Path)),
    request_body(content = CourseInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = Course)))]
#[patch("/api/v1/courses/{id}")]
async fn update_course(caller: Allowed<may::UpdateCourse>, id: Id<CourseId>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    shown(&caller.write(move |tx| ops::rows::update(tx, id.0, expected, &patch)).await?)
}

/// Publishes what was written as the next version, or takes an archived course back into the catalogue.
#[utoipa::path(operation_id = "publish_course", tag = "courses", params(("id" = CourseId, Path)), responses((status = 200, body = Course)))]
#[post("/api/v1/courses/{id}/publication")]
async fn publish_course(caller: Allowed<may::PublishCourse>, id: Id<CourseId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&ops::rows::publish(tx, id.0)?)).await
}

/// Takes a course out of the catalogue; its versions and cohorts stay.
#[utoipa::path(operation_id = "archive_course", tag = "courses", params(("id" = CourseId, Path)), responses((status = 200, body = Course)))]
#[post("/api/v1/courses/{id}/archive")]
async fn archive_course(caller: Allowed<may::ArchiveCourse>, id: Id<CourseId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&ops::rows::archive(tx, id.0)?)).await
}

/// The versions of a course that were published, latest first.
#[utoipa::path(operation_id = "list_course_versions", tag = "courses", params(("id" = CourseId, Path), Unfiltered), responses((status = 200, body = Page<CourseVersionSummary>)))]
#[get("/api/v1/courses/{id}/versions")]
async fn list_course_versions(public: Public<may::ListCourseVersions>, id: Id<CourseId>, list: List<Unfiltered>) -> Result<Answer> {
    Answer::page(&public.read(move |tx| ops::view::versions(tx, id.0, &list)).await?)
}

/// One version of a course as it was published.
#[utoipa::path(operation_id = "get_course_version", tag = "courses", params(("id" = CourseId, Path), ("number" = i32, Path)), responses((status = 200, body = CourseVersion)))]
#[get("/api/v1/courses/{id}/versions/{number}")]
async fn get_course_version(public: Public<may::GetCourseVersion>, id: Id<CourseId>, request: HttpRequest) -> Result<Answer> {
    let number: i32 = part(&request, "number")?;
    Ok(Answer::ok(&public.read(move |tx| ops::view::version(tx, id.0, number)).await?)?.version_of_content().shared())
}

/// The files of a course, for those who write it, oldest first.
#[utoipa::path(operation_id = "list_course_files", tag = "courses", params(("id" = CourseId, Path)), responses((status = 200, body = Page<CourseFile>)))]
#[get("/api/v1/courses/{id}/files")]
async fn list_course_files(caller: Allowed<may::ListCourseFiles>, id: Id<CourseId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| ops::files::list(tx, id.0)).await?))
}

/// Adds a file to a course, for its modules to name: the body is the file itself, a PDF, PNG or JPEG.
#[utoipa::path(operation_id = "upload_course_file", tag = "courses", params(("id" = CourseId, Path), CourseUploadQuery),
    request_body(content((FileContent = "application/pdf"), (FileContent = "image/png"), (FileContent = "image/jpeg"))),
    responses((status = 201, body = CourseFile)))]
#[post("/api/v1/courses/{id}/files")]
async fn upload_course_file(
    caller: Allowed<may::UploadCourseFile>,
    id: Id<CourseId>,
    query: Query<CourseUploadQuery>,
    file: Upload,
) -> Result<Answer> {
    let clean = cleaned(&caller.kernel(), file.bytes).await?;
    caller
        .write_once(file.once, move |tx| {
            let file = ops::files::upload(tx, id.0, &query.0, &clean)?;
            Answer::created(file.url.clone(), &file)
        })
        .await
}

/// The bytes of a file, as a download: for everybody once it came with a version, before that for those who write the course.
#[utoipa::path(operation_id = "get_course_file_content", tag = "courses", params(("id" = CourseFileId, Path)),
    responses((status = 200, content((FileContent = "application/pdf"), (FileContent = "image/png"), (FileContent = "image/jpeg")))))]
#[get("/api/v1/course-files/{id}/content")]
async fn get_course_file_content(public: Public<may::GetCourseFileContent>, id: Id<CourseFileId>) -> Result<HttpResponse> {
    let (file_name, media_type, bytes) = public.read(move |tx| ops::files::content(tx, id.0)).await?;
    Ok(download(&file_name, media_type, bytes))
}

/// Removes a file that no module names and that came with no version.
#[utoipa::path(operation_id = "delete_course_file", tag = "courses", params(("id" = CourseFileId, Path)), responses((status = 204, description = "Removed")))]
#[delete("/api/v1/course-files/{id}")]
async fn delete_course_file(caller: Allowed<may::DeleteCourseFile>, id: Id<CourseFileId>) -> Result<Answer> {
    let key = caller.write(move |tx| ops::files::delete(tx, id.0)).await?;
    caller.kernel().blocking(move |kernel| kernel.storage.remove(&key)).await?;
    Ok(Answer::no_content())
}
