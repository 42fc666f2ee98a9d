use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::export::XLSX;
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::resources::projects::Id as ProjectId;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, VARY};
use actix_web::{HttpResponse, get};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(get_project_workbook);
}

/// A project as a spreadsheet, in the language of the request: facts, schedule, costs, baselines, earned value of today, progress reports, partners,
/// agreements and their obligations, notes of the business model. Money is in dinars; what cannot be known is empty, with its reason beside it.
#[utoipa::path(operation_id = "get_project_workbook", tag = "projects", params(("id" = ProjectId, Path)),
    responses((status = 200, content((String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
#[get("/api/v1/projects/{id}/workbook")]
async fn get_project_workbook(caller: Allowed<may::GetProjectWorkbook>, id: Id<ProjectId>) -> Result<HttpResponse> {
    let language = caller.origin().language;
    let contents = caller.read(move |tx| ops::gather(tx, id.0)).await?;
    let bytes = caller.kernel().blocking(move |_| ops::written(&contents, language)).await?;
    Ok(HttpResponse::Ok()
        .content_type(XLSX)
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"project.xlsx\""))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header((VARY, "Accept-Language, Authorization"))
        .body(bytes))
}
