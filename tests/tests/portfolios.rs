//! The choice of projects: cash flows, criteria, the best set under a budget.

use serde_json::{Value, json};
use tests::world::{cash_flows, money, project, project_of};
use tests::{Actor, TestApp};

/// A project with a cost today and an income in a year, in dinars.
async fn investment(actor: &Actor<'_>, cost: i64, income: i64) -> String {
    let id = project_of(actor).await;
    let flows = json!({ "rate": 0.1, "components": [{ "label": { "ar": "التدفق" }, "flows": [money(-cost), money(income)] }] });
    actor.put(&format!("/api/v1/projects/{id}/cash-flows")).if_match("*").json(&flows).await.expect_status(200);
    id
}

#[actix_web::test]
async fn the_criteria_of_a_project_follow_from_its_cash_flows() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}");
    assert_eq!(owner.get(&format!("{place}/criteria")).await.expect_status(200).json()["criteria"], Value::Null);
    owner.put(&format!("{place}/cash-flows")).if_match("*").json(&cash_flows()).await.expect_status(200);
    let judged = app.chamber("16").get(&format!("{place}/criteria")).await.expect_status(200).json();
    let figures = &judged["criteria"]["by_period"];
    // −1,000,000 + 500,000 (1/1.1 + 1/1.21 + 1/1.331) dinars.
    assert_eq!(figures["npv_centimes"], 24_342_600);
    assert_eq!(figures["payback"], 2.0);
    let irr = figures["irr"].as_f64().unwrap();
    assert!((irr - 0.233_752).abs() < 1e-5, "{irr}");
    assert_eq!(judged["criteria"]["sensitivity"].as_array().unwrap().len(), 3);
    for (wrong, pointer, code) in [
        (json!({ "rate": -2, "components": [] }), "/rate", "too_small"),
        (json!({ "rate": 0.1, "components": [] }), "/components", "required"),
    ] {
        let refused = owner.put(&format!("{place}/cash-flows")).if_match("*").json(&wrong).await;
        refused.expect_status(422).expect_faults(&[(pointer, code)]);
    }
}

#[actix_web::test]
async fn flows_by_date_are_kept_judged_and_moved_with_a_copy() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}");
    owner.patch(&place).if_match("*").json(&json!({ "starts_on": "2026-06-01" })).await.expect_status(200);
    let flow = |date: &str, dinars: i64| json!({ "date": date, "amount": money(dinars) });
    let flows = json!({ "rate": 0.1, "dated_flows": [flow("2026-06-01", -1_000_000), flow("2027-06-01", 1_210_000)] });
    owner.put(&format!("{place}/cash-flows")).if_match("*").json(&flows).await.expect_status(200);
    let figures = owner.get(&format!("{place}/criteria")).await.expect_status(200).json();
    // A year of 365 days: 1,210,000 / 1.1 − 1,000,000 dinars.
    assert_eq!(figures["criteria"]["by_date"]["xnpv_centimes"], 10_000_000, "{figures}");
    assert_eq!(figures["criteria"]["by_period"], Value::Null);
    let copy = json!({ "name": { "ar": "الطبعة الثانية" }, "starts_on": "2026-07-01" });
    let copy = owner.post(&format!("{place}/copies")).json(&copy).await.expect_status(201).str("/id");
    let moved = owner.get(&format!("/api/v1/projects/{copy}/cash-flows")).await.json();
    let dates: Vec<&Value> = moved["cash_flows"]["dated_flows"].as_array().unwrap().iter().map(|one| &one["date"]).collect();
    assert_eq!(dates, ["2026-07-01", "2027-07-01"]);
}

#[actix_web::test]
async fn a_portfolio_holds_the_projects_its_reader_sees() {
    let app = TestApp::new().await;
    let (owner, _) = project(&app).await;
    let good = investment(&owner, 100_000, 220_000).await;
    let bad = investment(&owner, 100_000, 90_000).await;
    let ids = |answer: tests::Answer| answer.items().iter().map(|one| one["project_id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(owner.get("/api/v1/portfolio").await), [good.clone(), bad.clone()]);
    assert_eq!(ids(app.ministry().get("/api/v1/portfolio?wilaya=16").await), [good, bad]);
    assert_eq!(ids(app.chamber("31").get("/api/v1/portfolio").await), Vec::<String>::new());
    let (stranger, _) = project(&app).await;
    assert_eq!(ids(stranger.get("/api/v1/portfolio").await), Vec::<String>::new());
}

#[actix_web::test]
async fn the_best_set_under_a_budget_beats_the_ranking_by_index() {
    let app = TestApp::new().await;
    let (owner, _) = project(&app).await;
    // The small one has the best index, and leaves no room for the two that together are worth more.
    let small = investment(&owner, 40_000, 63_800).await;
    let first = investment(&owner, 50_000, 77_000).await;
    let second = investment(&owner, 50_000, 77_000).await;
    let choose = async |actor: &Actor<'_>, body: Value| actor.post("/api/v1/portfolio/selections").json(&body).await;
    let answer = choose(&app.chamber("16"), json!({ "budgets": [money(100_000)] })).await.expect_status(200).json();
    let result = &answer["result"];
    assert_eq!((&result["status"], &result["total_value"]), (&json!("optimal"), &json!(4_000_000)));
    let chosen: Vec<&str> = result["optimum"]["selected"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert!(chosen.contains(&first.as_str()) && chosen.contains(&second.as_str()) && !chosen.contains(&small.as_str()), "{result}");
    assert_eq!(result["value_lost_by_ranking"], 200_000);
    // Conditions: the small one in, and only one of the others.
    let bound = json!({ "budgets": [money(200_000)], "required": [small], "exclusions": [{ "projects": [first, second] }] });
    let answer = choose(&owner, bound).await.expect_status(200).json();
    assert_eq!(answer["result"]["optimum"]["selected"].as_array().unwrap().len(), 2);
    // The first makes no sense without the small one, which the money no longer reaches for beside both.
    let together = json!({ "budgets": [money(100_000)], "prerequisites": [{ "project": first, "requires": [small] }] });
    let answer = choose(&owner, together).await.expect_status(200).json();
    let chosen = answer["result"]["optimum"]["selected"].as_array().unwrap().clone();
    assert!(!chosen.contains(&json!(first)) || chosen.contains(&json!(small)), "{chosen:?}");
    let missing = json!({ "budgets": [money(100_000)], "minimums": [{ "craft_sector": "24", "at_least": 1 }] });
    assert_eq!(choose(&owner, missing).await.expect_status(200).json()["result"]["status"], "infeasible", "nobody works in that craft");
    let three = json!({ "budgets": [money(200_000)], "minimums": [{ "wilaya": "16", "craft_sector": "02", "at_least": 3 }] });
    assert_eq!(choose(&owner, three).await.expect_status(200).json()["result"]["optimum"]["selected"].as_array().unwrap().len(), 3);
    let neither = json!({ "budgets": [money(1)], "minimums": [{ "at_least": 1 }] });
    choose(&owner, neither).await.expect_status(422).expect_faults(&[("/minimums/0/wilaya", "required")]);
    // What one does not see cannot be chosen.
    let (stranger, _) = project(&app).await;
    let refused = choose(&stranger, json!({ "budgets": [money(1)], "projects": [first] })).await.expect_status(422);
    refused.expect_faults(&[("/projects/0", "no_such")]);
    assert_eq!(choose(&stranger, json!({ "budgets": [money(1)] })).await.expect_status(200).json()["result"], Value::Null);
}
