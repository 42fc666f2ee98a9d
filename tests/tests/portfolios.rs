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

const KEPT: &str = "/api/v1/kept-portfolios";

#[actix_web::test]
async fn a_kept_choice_stays_what_it_was_and_can_be_computed_again() {
    let app = TestApp::new().await;
    let (owner, _) = project(&app).await;
    let good = investment(&owner, 100_000, 220_000).await;
    let poor = investment(&owner, 100_000, 121_000).await;
    let chamber = app.chamber("16");
    let input = json!({ "name": " مشاريع سنة 2027 ", "note": "لجنة الدعم", "request": { "budgets": [money(100_000)], "wilayas": ["16"] } });
    let answer = chamber.post(KEPT).json(&input).await.expect_status(201);
    let place = answer.header("location").unwrap().to_owned();
    let kept = answer.json();
    assert_eq!((&kept["name"], &kept["budget"], &kept["status"]), (&json!("مشاريع سنة 2027"), &money(100_000), &json!("optimal")));
    assert_eq!((&kept["candidates"], &kept["chosen"], &kept["total_value"]), (&json!(2), &json!(1), &money(100_000)));
    assert_eq!(kept["outcome"]["result"]["optimum"]["selected"], json!([good]));
    // The same as is computed without keeping it.
    let computed = chamber.post("/api/v1/portfolio/selections").json(&input["request"]).await.expect_status(200).json();
    assert_eq!(kept["outcome"], computed);

    // The good one turns out to be worthless, and gets another name.
    let flows = json!({ "rate": 0.1, "components": [{ "label": { "ar": "التدفق" }, "flows": [money(-100_000), money(11_000)] }] });
    owner.put(&format!("/api/v1/projects/{good}/cash-flows")).if_match("*").json(&flows).await.expect_status(200);
    owner.patch(&format!("/api/v1/projects/{good}")).if_match("*").json(&json!({ "name": { "ar": "اسم آخر" } })).await.expect_status(200);
    app.advance(chrono::Duration::days(1));
    let chamber = app.chamber("16");
    let read = chamber.get(&place).await.expect_status(200);
    assert_eq!(read.json(), kept, "what was kept has its day and its outcome");
    chamber.get(&place).header("if-none-match", &read.etag()).await.expect_status(304);
    let again = chamber.post(&format!("{place}/computations")).await.expect_status(200).json();
    assert_eq!(again["result"]["optimum"]["selected"], json!([poor]));
    assert_eq!(chamber.get(&place).await.json(), kept, "computing again keeps nothing");

    let listed = chamber.get(KEPT).await.expect_status(200).items();
    assert_eq!((listed.len(), &listed[0]["id"], &listed[0]["chosen"]), (1, &kept["id"], &json!(1)));
    assert!(listed[0].get("outcome").is_none() && listed[0].get("request").is_none(), "{listed:?}");
    chamber.delete(&place).await.expect_status(204);
    chamber.get(&place).await.expect_status(404);
    assert_eq!(chamber.get(KEPT).await.items().len(), 0);
}

#[actix_web::test]
async fn a_body_sees_the_choices_it_keeps_and_no_others() {
    let app = TestApp::new().await;
    let (owner, _) = project(&app).await;
    let own = investment(&owner, 100_000, 220_000).await;
    let input = json!({ "name": "الأولى", "request": { "budgets": [money(100_000)], "projects": [own] } });
    let place = owner.post(KEPT).json(&input).await.expect_status(201).header("location").unwrap().to_owned();
    let (stranger, _) = project(&app).await;
    for other in [stranger, app.chamber("16"), app.chamber("31"), app.ministry()] {
        other.get(&place).await.expect_status(404);
        other.post(&format!("{place}/computations")).await.expect_status(404);
        other.delete(&place).await.expect_status(404);
        assert_eq!(other.get(KEPT).await.expect_status(200).items(), Vec::<Value>::new());
    }
    // One chooses among what one sees, kept or not; the fault says where in what was sent.
    let refused = app.chamber("31").post(KEPT).json(&input).await.expect_status(422);
    refused.expect_faults(&[("/request/projects/0", "no_such")]);
    app.ministry().post(KEPT).json(&input).await.expect_status(201);
    // A project that is put away is not there for the next computation.
    owner.post(&format!("/api/v1/projects/{own}/archival")).await.expect_status(200);
    owner.post(&format!("{place}/computations")).await.expect_status(422).expect_faults(&[("/request/projects/0", "no_such")]);
    owner.get(&place).await.expect_status(200);
}

#[actix_web::test]
async fn a_choice_sent_again_under_its_key_is_kept_once_whatever_became_of_the_projects() {
    let app = TestApp::new().await;
    let (owner, _) = project(&app).await;
    let own = investment(&owner, 100_000, 220_000).await;
    let input = json!({ "name": "الأولى", "request": { "budgets": [money(100_000)], "projects": [own] } });
    let send = async || owner.post(KEPT).header("idempotency-key", "8a7f1c3e-kept-one").json(&input).await;
    let first = send().await.expect_status(201).json();
    owner.post(&format!("/api/v1/projects/{own}/archival")).await.expect_status(200);
    assert_eq!(send().await.expect_status(201).json(), first);
    assert_eq!(owner.get(KEPT).await.items().len(), 1);
}
