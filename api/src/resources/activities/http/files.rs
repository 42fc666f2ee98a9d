use crate::kernel::Kernel;
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{self, Body};
use crate::kernel::http::idempotency::Once;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::problem::Kind;
use crate::resources::activities::may;
use crate::resources::activities::ops::files::{self, Form};
use crate::resources::activities::ops::{reading, templates};
use crate::resources::activities::wire::{
    NetworkFile, NetworkImport, NetworkImportQuery, PertQuery, ProjectNetwork, ProjectPert, ProjectSchedule, ProjectTemplate,
    ScheduleQuery, TemplateChoice,
};
use crate::resources::projects::Id as ProjectId;
use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, VARY};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, get, post, web};
use std::future::{Future, Ready, ready};
use std::pin::Pin;

/// What a schedule is wanted as: nothing for JSON.
pub struct Wanted(Option<Form>);

impl FromRequest for Wanted {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("*/*");
        let known = accept.split(',').find_map(|part| match part.split(';').next().unwrap_or_default().trim() {
            "*/*" | "application/*" | "application/json" | "" => Some(None),
            "text/csv" => Some(Some(Form::Csv)),
            "text/xml" | "application/xml" => Some(Some(Form::Mspdi)),
            _ => None,
        });
        ready(known.map(Self).ok_or_else(|| Error::new(Kind::NotAcceptable)))
    }
}

/// The schedule of a project: early and late dates, floats, critical paths, what each date hangs on, and the drawing. With another `Accept`, the
/// network with its dates as CSV or Microsoft Project XML.
#[utoipa::path(operation_id = "get_schedule", tag = "activities", params(("id" = ProjectId, Path), ScheduleQuery),
    responses((status = 200, content((ProjectSchedule = "application/json"), (String = "text/csv"), (String = "text/xml")))))]
#[get("/api/v1/projects/{id}/schedule")]
pub async fn get_schedule(
    caller: Allowed<may::GetSchedule>,
    id: Id<ProjectId>,
    request: HttpRequest,
    wanted: Wanted,
    query: Query<ScheduleQuery>,
) -> Result<HttpResponse> {
    let Some(form) = wanted.0 else {
        let schedule = caller.read(move |tx| reading::schedule(tx, id.0, &query.0)).await?;
        return Ok(Answer::ok(&schedule)?.respond_to(&request));
    };
    let bytes = caller.read(move |tx| files::export(tx, id.0, &query.0, form)).await?;
    let (media, name) = match form {
        Form::Csv => ("text/csv; charset=utf-8", "schedule.csv"),
        Form::Mspdi => ("text/xml; charset=utf-8", "schedule.xml"),
    };
    Ok(HttpResponse::Ok()
        .content_type(media)
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header((VARY, "Accept, Authorization"))
        .body(bytes))
}

/// The chance of a project to finish in time: expected durations and variances, probability by a date, the curve, criticality by simulation.
#[utoipa::path(operation_id = "get_pert", tag = "activities", params(("id" = ProjectId, Path), PertQuery), responses((status = 200, body = ProjectPert)))]
#[get("/api/v1/projects/{id}/pert")]
pub async fn get_pert(caller: Allowed<may::GetPert>, id: Id<ProjectId>, query: Query<PertQuery>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| reading::pert(tx, id.0, &query.0)).await?)
}

/// A file with a network, up to the limit of calculations.
pub struct NetworkUpload {
    form: Form,
    bytes: Vec<u8>,
    once: Once,
}

impl FromRequest for NetworkUpload {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let limit = request.app_data::<web::Data<Kernel>>().map_or(0, |kernel| kernel.config.max_calculation_bytes);
            let bytes = body::read(&mut payload, limit).await?;
            let media = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
            let form = match media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
                "text/csv" => Form::Csv,
                "text/xml" => Form::Mspdi,
                _ => {
                    return Err(Error::say(
                        Kind::UnsupportedMediaType,
                        "أرسل ملف Microsoft Project XML بصيغة text/xml، أو جدولا بصيغة text/csv.",
                        "Envoyez un fichier Microsoft Project XML en text/xml ou un tableau en text/csv.",
                        "Send a Microsoft Project XML file as text/xml, or a table as text/csv.",
                    ));
                }
            };
            let once = Once::of(&request, &bytes)?;
            Ok(Self { form, bytes, once })
        })
    }
}

/// Takes activities, links and calendar from a Microsoft Project XML file (`text/xml`) or a table (`text/csv`): all of it, or nothing when it
/// cannot be scheduled.
#[utoipa::path(operation_id = "import_network", tag = "activities", params(("id" = ProjectId, Path), NetworkImportQuery),
    request_body(content((NetworkFile = "text/csv"), (NetworkFile = "text/xml"))), responses((status = 200, body = NetworkImport)))]
#[post("/api/v1/projects/{id}/network/imports")]
pub async fn import_network(
    caller: Allowed<may::ImportNetwork>,
    id: Id<ProjectId>,
    query: Query<NetworkImportQuery>,
    file: NetworkUpload,
) -> Result<Answer> {
    let (form, bytes) = (file.form, file.bytes);
    let taken = caller.kernel().blocking(move |_| files::parse(form, &bytes)).await?;
    caller
        .write_once(file.once, move |tx| {
            let import = files::import(tx, id.0, &query.0, taken)?;
            Ok(Answer::ok(&import)?.version(import.network.version))
        })
        .await
}

/// Planned sets of activities to start a project from.
#[utoipa::path(operation_id = "list_project_templates", tag = "activities", responses((status = 200, body = Page<ProjectTemplate>)))]
#[get("/api/v1/project-templates")]
pub async fn list_project_templates(caller: Allowed<may::ListProjectTemplates>) -> Result<Answer> {
    caller.read(|_| Answer::page(&Page::whole(templates::list()?))).await
}

/// Plans a project after a template.
///
/// A project that has a plan keeps it: the template's activities come behind, linked among themselves, with new codes where theirs are taken.
#[utoipa::path(operation_id = "apply_template", tag = "activities", params(("id" = ProjectId, Path)), request_body = TemplateChoice, responses((status = 200, body = ProjectNetwork)))]
#[post("/api/v1/projects/{id}/template")]
pub async fn apply_template(caller: Allowed<may::ApplyTemplate>, id: Id<ProjectId>, body: Body<TemplateChoice>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let network = templates::apply(tx, id.0, &body.value.template)?;
            Ok(Answer::ok(&network)?.version(network.version))
        })
        .await
}
