//! Recipes of imports, jobs and calculations.

use super::Ready;
use crate::actor::Actor;
use crate::app::TestApp;
use serde_json::json;

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    Ok(match operation {
        "preview_import" | "import_associations" => base.by(officer).file("text/csv", table(app).as_bytes()),
        "get_job" | "cancel_job" => {
            let id = job(app, &officer).await;
            base.by(officer).at(&id)
        }
        "list_job_rows" | "get_corrections" => {
            let id = job(app, &officer).await;
            settle(app).await;
            base.by(officer).at(&id)
        }
        "list_jobs" => base.by(officer),
        "calculate_pert" => base.send(&json!({ "normal": [{ "mean": 10, "variance": 4, "deadline": 12 }] })),
        "calculate_earned_value" => base.send(&json!({ "snapshot": { "pv": 100, "ev": 80, "ac": 90, "bac": 200 } })),
        "calculate_cash_flow" => base.send(&json!({ "flows": [-100, 60, 60], "rate": 0.1 })),
        "select_projects" => base.send(&json!({ "budgets": [100], "projects": [{ "id": "A", "value": 30, "outlays": [60] }] })),
        _ => return Err(base),
    })
}

/// One more job.
pub async fn grow(app: &TestApp, _: usize) {
    job(app, &app.chamber("16")).await;
}

/// Does the jobs that wait.
///
/// # Panics
/// When the database does not answer.
pub async fn settle(app: &TestApp) {
    let kernel = app.kernel.get_ref().clone();
    let done = actix_web::web::block(move || api::resources::jobs::run_all(&kernel, api::resources::WORKERS)).await.expect("the jobs run");
    done.expect("the database answers");
}

/// A file with good rows and wrong ones.
fn table(app: &TestApp) -> String {
    let name = app.kernel.ids.next();
    let mut table = "name_ar,level,kind,commune,craft_sectors\n".to_owned();
    for row in 0..4 {
        table.push_str(&format!("جمعية {name} {row},communal,professional,{},02\n", if row % 2 == 0 { "1601" } else { "لا بلدية" }));
    }
    table
}

async fn job(app: &TestApp, officer: &Actor<'_>) -> String {
    officer.post("/api/v1/associations/imports?mode=good_rows").body("text/csv", table(app)).await.expect_status(202).str("/id")
}
