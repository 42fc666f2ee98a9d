//! Recipes of cost lines, baselines, progress reports and figures.

use super::Ready;
use super::projects::plan;
use crate::actor::Actor;
use serde_json::{Value, json};

pub async fn recipe<'a>(actor: &Actor<'a>, id: &str, operation: &str, mut base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    if !OPERATIONS.contains(&operation) {
        return Err(base);
    }
    plan(actor, id).await;
    let place = format!("/api/v1/projects/{id}");
    Ok(match operation {
        "put_cost_lines" => {
            costs(actor, id).await;
            let lines = cost_lines(actor, id).await;
            base.send(&json!({ "lines": lines }))
        }
        "add_cost_line" => {
            let line = cost_lines(actor, id).await[0].clone();
            base.send(&line)
        }
        "get_cost_line" | "update_cost_line" | "delete_cost_line" => {
            costs(actor, id).await;
            let line = actor.get(&format!("{place}/cost-lines")).await.items()[0]["id"].as_str().unwrap().to_owned();
            base.target = format!("{place}/cost-lines/{line}");
            base.send(&json!({ "label": { "fr": "Laine" } }))
        }
        "get_baseline" => {
            actor.post(&format!("{place}/baselines")).json(&json!({ "reason": "الخطة الأولى" })).await.expect_status(201);
            base.target = format!("{place}/baselines/1");
            base
        }
        "take_baseline" => base.send(&json!({ "reason": "الخطة الأولى" })),
        "add_progress_report" => {
            let report = progress(actor, id, "2026-05-04", 0, 100_000).await;
            base.send(&report)
        }
        "get_progress_report" | "correct_progress_report" => {
            let report = progress(actor, id, "2026-05-04", 0, 100_000).await;
            let added = actor.post(&format!("{place}/progress-reports")).json(&report).await.expect_status(201).str("/id");
            base.target = format!("{place}/progress-reports/{added}");
            base.send(&report)
        }
        "explain_variance" => base.send(&json!({ "as_of": "2026-05-04", "kind": "cost", "cause": "ارتفع سعر الصوف" })),
        _ => base,
    })
}

const OPERATIONS: &[&str] = &[
    "list_cost_lines",
    "put_cost_lines",
    "add_cost_line",
    "get_cost_line",
    "update_cost_line",
    "delete_cost_line",
    "list_baselines",
    "take_baseline",
    "get_baseline",
    "list_progress_reports",
    "add_progress_report",
    "get_progress_report",
    "correct_progress_report",
    "get_earned_value",
    "list_variance_explanations",
    "explain_variance",
];

/// More rows behind the lists of one project.
pub async fn grow(actor: &Actor<'_>, id: &str) {
    costs(actor, id).await;
    let place = format!("/api/v1/projects/{id}");
    actor.post(&format!("{place}/baselines")).json(&json!({ "reason": "الخطة الأولى" })).await.expect_status(201);
    let report = progress(actor, id, "2026-05-03", 0, 100_000).await;
    actor.post(&format!("{place}/progress-reports")).json(&report).await.expect_status(201);
}

/// The identifiers of the activities of a project, in their order.
pub async fn activity_ids(actor: &Actor<'_>, id: &str) -> Vec<String> {
    let items = actor.get(&format!("/api/v1/projects/{id}/activities")).await.expect_status(200).items();
    items.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

async fn cost_lines(actor: &Actor<'_>, id: &str) -> Value {
    let ids = activity_ids(actor, id).await;
    let money = |dinars: i64| json!({ "amount": dinars * 100, "currency": "DZD" });
    json!([
        { "activity_id": ids[0], "label": { "ar": "صوف" }, "quantity": 50, "unit": "كغ", "unit_price": money(2000), "spread": "front" },
        { "activity_id": ids[1], "label": { "ar": "أجور النساجات" }, "amount": money(200_000) },
        { "activity_id": ids[2], "label": { "ar": "ملصقات" }, "amount": money(40_000), "spread": "back" }
    ])
}

/// Gives a planned project its costs: wool 100,000, wages 200,000, posters 40,000 dinars.
pub async fn costs(actor: &Actor<'_>, id: &str) {
    let lines = cost_lines(actor, id).await;
    let place = format!("/api/v1/projects/{id}/cost-lines");
    actor.put(&place).if_match("*").json(&json!({ "lines": lines })).await.expect_status(200);
}

/// A report about the first activity: so many per cent done, so many dinars spent.
pub async fn progress(actor: &Actor<'_>, id: &str, date: &str, percent: i64, dinars: i64) -> Value {
    let first = activity_ids(actor, id).await[0].clone();
    let cost = json!({ "activity_id": first, "amount": { "amount": dinars * 100, "currency": "DZD" } });
    json!({ "date": date, "progress": [{ "activity_id": first, "percent": percent }], "costs": [cost] })
}
