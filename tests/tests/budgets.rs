//! The money of a project: cost lines, baselines, progress, earned value, explanations.

use chrono::Duration;
use serde_json::{Value, json};
use tests::world::{activity_ids, costs, plan, progress, project};
use tests::{Actor, TestApp};

/// A planned project with costs, its baseline taken, on the tenth of June.
async fn under_way(app: &TestApp) -> (Actor<'_>, String) {
    let (owner, id) = project(app).await;
    plan(&owner, &id).await;
    costs(&owner, &id).await;
    let reason = json!({ "reason": "الخطة التي صادقت عليها الجمعية العامة" });
    owner.post(&format!("/api/v1/projects/{id}/baselines")).json(&reason).await.expect_status(201);
    // Sessions live for a month, tokens for minutes.
    app.advance(Duration::days(28));
    let caller = owner.caller.clone();
    let owner = Actor::with_credentials(app, &app.token(caller.as_ref().unwrap()), caller);
    (owner, id)
}

async fn value(actor: &Actor<'_>, id: &str, query: &str) -> Value {
    actor.get(&format!("/api/v1/projects/{id}/earned-value?{query}")).await.expect_status(200).json()
}

#[actix_web::test]
async fn cost_lines_add_up_by_activity() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    costs(&owner, &id).await;
    let list = app.chamber("16").get(&format!("/api/v1/projects/{id}/cost-lines")).await.expect_status(200).json();
    assert_eq!(list["total"], json!({ "amount": 34_000_000, "currency": "DZD" }));
    let sums: Vec<&Value> = list["by_activity"].as_array().unwrap().iter().map(|one| &one["total"]["amount"]).collect();
    assert_eq!(sums, [10_000_000, 20_000_000, 4_000_000, 0]);
}

#[actix_web::test]
async fn a_wrong_cost_line_is_refused_at_its_field() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let activity = activity_ids(&owner, &id).await[0].clone();
    let place = format!("/api/v1/projects/{id}/cost-lines");
    let money = |amount: i64| json!({ "amount": amount, "currency": "DZD" });
    let part = json!({ "date": "2026-06-02", "amount": money(4) });
    for (change, pointer, code) in [
        (json!({}), "/amount", "amount_missing"),
        (json!({ "amount": money(5), "quantity": 2 }), "/amount", "amount_missing"),
        (json!({ "amount": money(-5) }), "/amount", "negative_amount"),
        (json!({ "amount": money(5), "spread": "calendar", "parts": [part] }), "/parts", "parts_mismatch"),
        (
            json!({ "amount": money(5), "spread": "calendar", "parts": [{ "date": "2020-01-01", "amount": money(5) }] }),
            "/parts/0/date",
            "date_before_project_start",
        ),
        (json!({ "amount": money(5), "activity_id": uuid::Uuid::new_v4() }), "/activity_id", "no_such"),
        (json!({ "amount": { "amount": 5, "currency": "EUR" } }), "/amount/currency", "not_allowed"),
    ] {
        let mut line = json!({ "activity_id": activity, "label": { "ar": "صوف" } });
        line.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        owner.post(&place).json(&line).await.expect_status(422).expect_faults(&[(pointer, code)]);
    }
    assert_eq!(owner.get(&place).await.items().len(), 0);
}

#[actix_web::test]
async fn a_deleted_activity_takes_its_costs_along_and_a_copy_keeps_them() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    costs(&owner, &id).await;
    let copy = owner.post(&format!("/api/v1/projects/{id}/copies")).json(&json!({})).await.expect_status(201).str("/id");
    let third = activity_ids(&owner, &id).await[2].clone();
    owner.delete(&format!("/api/v1/projects/{id}/activities/{third}")).await.expect_status(204);
    let total = async |id: &str| owner.get(&format!("/api/v1/projects/{id}/cost-lines")).await.json()["total"]["amount"].clone();
    assert_eq!((total(&id).await, total(&copy).await), (json!(30_000_000), json!(34_000_000)));
}

#[actix_web::test]
async fn a_baseline_has_a_number_and_a_reason_and_never_changes() {
    let app = TestApp::new().await;
    let (owner, id) = under_way(&app).await;
    let place = format!("/api/v1/projects/{id}/baselines");
    let first = owner.get(&format!("{place}/1")).await.expect_status(200).json();
    assert_eq!((&first["budget"]["amount"], &first["finish"]), (&json!(34_000_000), &json!("2026-06-22")));
    // The plan moves on; the baseline does not.
    let second = activity_ids(&owner, &id).await[1].clone();
    let change = json!({ "duration_days": 20 });
    owner.patch(&format!("/api/v1/projects/{id}/activities/{second}")).if_match("*").json(&change).await.expect_status(200);
    assert_eq!(owner.get(&format!("{place}/1")).await.json(), first);
    owner.post(&place).json(&json!({ "reason": "تأخر التموين" })).await.expect_status(201);
    let list = owner.get(&place).await.items();
    assert_eq!(list.iter().map(|one| one["number"].as_i64().unwrap()).collect::<Vec<_>>(), [2, 1]);
    owner.get(&format!("{place}/3")).await.expect_status(404);
    owner.post(&place).json(&json!({ "reason": "   " })).await.expect_status(422);
}

#[actix_web::test]
async fn a_project_without_a_start_has_no_baseline_and_no_figures_and_says_why() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    assert_eq!(value(&owner, &id, "").await["no_figures"], "no_activities");
    owner.patch(&format!("/api/v1/projects/{id}")).if_match("*").json(&json!({ "starts_on": null })).await.expect_status(200);
    plan(&owner, &id).await;
    assert_eq!(value(&owner, &id, "").await["no_figures"], "no_start");
    let reason = json!({ "reason": "الخطة الأولى" });
    owner.post(&format!("/api/v1/projects/{id}/baselines")).json(&reason).await.expect_status(409).expect_problem("wrong_state");
}

#[actix_web::test]
async fn earned_value_measures_reports_against_the_baseline() {
    let app = TestApp::new().await;
    let (owner, id) = under_way(&app).await;
    // By 1 June all wool should be bought (100,000): a tenth is, and 30,000 was spent.
    let report = progress(&owner, &id, "2026-06-01", 10, 30_000).await;
    owner.post(&format!("/api/v1/projects/{id}/progress-reports")).json(&report).await.expect_status(201);
    let figures = value(&app.ministry(), &id, "date=2026-06-01").await;
    assert_eq!(figures["baseline_number"], 1);
    let cost = &figures["figures"]["project"]["cost"];
    let amounts = [&cost["pv"], &cost["ev"], &cost["ac"], &cost["bac"], &cost["cv"], &cost["sv"]];
    assert_eq!(amounts, [10_000_000, 1_000_000, 3_000_000, 34_000_000, -2_000_000, -9_000_000]);
    let cpi = cost["cpi"].as_f64().unwrap();
    assert!((cpi - 1.0 / 3.0).abs() < 1e-12, "{cpi}");
    // What cannot be known is null with a reason: nothing was spent on weaving.
    let activities = figures["figures"]["activities"].as_array().unwrap();
    assert_eq!(activities[1]["figures"]["cost"]["cpi"], Value::Null);
    assert!(!activities[1]["figures"]["cost"]["unknown"].as_array().unwrap().is_empty());
    // The curve rises to the budget.
    let weekly = value(&owner, &id, "date=2026-06-01&period=week").await;
    let periods = weekly["figures"]["periods"].as_array().unwrap();
    let curve: Vec<i64> = periods.iter().map(|one| one["cumulative_pv"].as_i64().unwrap()).collect();
    assert!(curve.is_sorted() && curve.last() == Some(&34_000_000), "{curve:?}");
    // The network knows how far the work is.
    assert_eq!(owner.get(&format!("/api/v1/projects/{id}/activities")).await.items()[0]["percent_done"], 10.0);
    owner.get(&format!("/api/v1/projects/{id}/earned-value?baseline=9")).await.expect_status(400);
}

#[actix_web::test]
async fn a_variance_past_the_threshold_wants_an_explanation_before_the_next_report() {
    let app = TestApp::new().await;
    let (owner, id) = under_way(&app).await;
    app.advance(Duration::days(1));
    let caller = owner.caller.clone();
    let owner = Actor::with_credentials(&app, &app.token(caller.as_ref().unwrap()), caller);
    let reports = format!("/api/v1/projects/{id}/progress-reports");
    owner.post(&reports).json(&progress(&owner, &id, "2026-06-01", 10, 30_000).await).await.expect_status(201);
    let due = value(&owner, &id, "date=2026-06-01").await;
    assert_eq!(due["unexplained"], 4, "{}", due["variances"]);
    let next = progress(&owner, &id, "2026-06-02", 60, 20_000).await;
    owner.post(&reports).json(&next).await.expect_status(409).expect_problem("wrong_state");
    for variance in due["variances"].as_array().unwrap() {
        let explanation = json!({
            "as_of": "2026-06-01", "activity_id": variance["activity_id"], "kind": variance["kind"],
            "cause": "ارتفع سعر الصوف", "action": "تفاوضنا مع مورد ثان"
        });
        owner.post(&format!("/api/v1/projects/{id}/variance-explanations")).json(&explanation).await.expect_status(201);
    }
    assert_eq!(value(&owner, &id, "date=2026-06-01").await["unexplained"], 0);
    owner.post(&reports).json(&next).await.expect_status(201);
    // One report a day, none of tomorrow.
    owner.post(&reports).json(&next).await.expect_status(422).expect_faults(&[("/date", "already_exists")]);
    let tomorrow = progress(&owner, &id, "2026-06-03", 100, 0).await;
    owner.post(&reports).json(&tomorrow).await.expect_status(422).expect_faults(&[("/date", "in_the_future")]);
}

#[actix_web::test]
async fn a_report_is_corrected_by_whoever_saw_its_last_version() {
    let app = TestApp::new().await;
    let (owner, id) = under_way(&app).await;
    let reports = format!("/api/v1/projects/{id}/progress-reports");
    let added = owner.post(&reports).json(&progress(&owner, &id, "2026-06-01", 10, 30_000).await).await.expect_status(201);
    let place = added.header("location").unwrap().to_owned();
    let mended = progress(&owner, &id, "2026-06-01", 95, 95_000).await;
    owner.put(&place).if_match(&added.etag()).json(&mended).await.expect_status(200);
    owner.put(&place).if_match(&added.etag()).json(&mended).await.expect_status(412);
    assert_eq!(value(&owner, &id, "date=2026-06-01").await["figures"]["project"]["cost"]["ac"], 9_500_000);
    let first = activity_ids(&owner, &id).await[0].clone();
    let impossible = json!({ "date": "2026-06-01", "progress": [{ "activity_id": first, "percent": 50, "actual_start": "2020-01-01" }] });
    owner
        .put(&place)
        .if_match("*")
        .json(&impossible)
        .await
        .expect_status(422)
        .expect_faults(&[("/progress/0/actual_start", "date_before_project_start")]);
    // Money is spent before a project begins, work is not done.
    let early = |percent: i64| json!({ "date": "2026-05-20", "progress": [{ "activity_id": first, "percent": percent }], "costs": [{ "activity_id": first, "amount": { "amount": 5, "currency": "DZD" } }] });
    let refused = owner.post(&reports).json(&early(10)).await.expect_status(422);
    refused.expect_faults(&[("/date", "date_before_project_start")]);
    owner.post(&reports).json(&early(0)).await.expect_status(201);
    let lines = json!({ "lines": [{ "activity_id": first, "label": { "ar": "صوف" }, "amount": { "amount": -5, "currency": "DZD" } }] });
    let refused = owner.put(&format!("/api/v1/projects/{id}/cost-lines")).if_match("*").json(&lines).await.expect_status(422);
    refused.expect_faults(&[("/lines/0/amount", "negative_amount")]);
}

#[actix_web::test]
async fn work_is_measured_as_each_activity_asks_and_earns_accordingly() {
    let app = TestApp::new().await;
    let (owner, id) = under_way(&app).await;
    let ids = activity_ids(&owner, &id).await;
    let place = |index: usize| format!("/api/v1/projects/{id}/activities/{}", ids[index]);
    let measured = async |index: usize, measure: Value| {
        owner.patch(&place(index)).if_match("*").json(&json!({ "measure": measure })).await.expect_status(200);
    };
    measured(0, json!({ "method": "units", "units_planned": 40, "unit": "قطعة" })).await;
    let step = |code: &str, name: &str, weight: i64| json!({ "code": code, "name": { "ar": name }, "weight": weight });
    measured(1, json!({ "method": "milestones", "steps": [step("1", "التصميم", 1), step("2", "النسج", 3)] })).await;
    measured(2, json!({ "method": "zero_hundred" })).await;
    let wrong = json!({ "measure": { "method": "units" } });
    owner.patch(&place(2)).if_match("*").json(&wrong).await.expect_status(422).expect_faults(&[("/measure/units_planned", "required")]);

    let reports = format!("/api/v1/projects/{id}/progress-reports");
    let entry = |index: usize, more: Value| {
        let mut entry = json!({ "activity_id": ids[index], "actual_start": "2026-06-01" });
        entry.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        entry
    };
    let report = |entries: Vec<Value>| json!({ "date": "2026-06-01", "progress": entries, "costs": [] });
    let wrong = report(vec![entry(0, json!({ "percent": 30 })), entry(1, json!({ "steps": ["3"] }))]);
    let answer = owner.post(&reports).json(&wrong).await.expect_status(422);
    let named: Vec<String> = answer.faults().into_iter().map(|(pointer, _)| pointer).collect();
    assert_eq!(named, ["/progress/0/units", "/progress/0/percent", "/progress/1/steps/0"]);
    let right = report(vec![entry(0, json!({ "units": 10 })), entry(1, json!({ "steps": ["2"] })), entry(2, json!({}))]);
    let kept = owner.post(&reports).json(&right).await.expect_status(201).json();
    let percent: Vec<f64> = kept["progress"].as_array().unwrap().iter().map(|one| one["percent"].as_f64().unwrap()).collect();
    assert_eq!(percent, [25.0, 75.0, 0.0]);
    // A quarter of 100,000, three quarters of 200,000 and nothing of 40,000 dinars.
    let earned = value(&owner, &id, "date=2026-06-01").await;
    assert_eq!(earned["figures"]["project"]["cost"]["ev"], json!(17_500_000), "{earned}");
    // What was answered can be sent back as it is.
    let same = json!({ "date": kept["date"], "progress": kept["progress"], "costs": [], "note": "عدد القطع مؤكد" });
    let corrected = format!("{reports}/{}", kept["id"].as_str().unwrap());
    owner.put(&corrected).if_match("*").json(&same).await.expect_status(200);
}

#[actix_web::test]
async fn the_latest_report_about_an_activity_holds_and_takes_a_beginning_back() {
    let app = TestApp::new().await;
    let (owner, id) = under_way(&app).await;
    let any = json!({ "variance_threshold_percent": 100, "starts_on": "2026-05-25" });
    owner.patch(&format!("/api/v1/projects/{id}")).if_match("*").json(&any).await.expect_status(200);
    let ids = activity_ids(&owner, &id).await;
    let half = json!({ "measure": { "method": "fifty_fifty" } });
    owner.patch(&format!("/api/v1/projects/{id}/activities/{}", ids[0])).if_match("*").json(&half).await.expect_status(200);
    let reports = format!("/api/v1/projects/{id}/progress-reports");
    let said = |date: &str, entries: Value| json!({ "date": date, "progress": entries, "costs": [] });
    let begun = json!([{ "activity_id": ids[0], "actual_start": "2026-05-28" }]);
    let not_begun = json!([{ "activity_id": ids[0] }]);
    let stands = async || {
        let activity = owner.get(&format!("/api/v1/projects/{id}/activities")).await.items().remove(0);
        (activity["percent_done"].as_f64(), activity["actual_start"].as_str().map(|moment| moment[..10].to_owned()))
    };
    let start = Some("2026-05-28".to_owned());

    owner.post(&reports).json(&said("2026-05-28", json!([]))).await.expect_status(422).expect_faults(&[("/progress", "says_nothing")]);
    let first = owner.post(&reports).json(&said("2026-05-28", begun.clone())).await.expect_status(201);
    assert_eq!(first.json()["progress"][0]["percent"], 50.0);
    assert_eq!(stands().await, (Some(50.0), start.clone()));
    let first = format!("{reports}/{}", first.str("/id"));
    let correct = async |place: &str, date: &str, entries: &Value| {
        let answer = owner.put(place).if_match("*").json(&said(date, entries.clone())).await.expect_status(200).json();
        answer["progress"][0]["percent"].as_f64()
    };

    // The report itself is put right, and back again.
    assert_eq!(correct(&first, "2026-05-28", &not_begun).await, Some(0.0));
    assert_eq!(stands().await, (Some(0.0), None));
    assert_eq!(correct(&first, "2026-05-28", &begun).await, Some(50.0));
    assert_eq!(stands().await, (Some(50.0), start.clone()));

    // A later report takes it back; what it earned in between stays as it was reported.
    let second = owner.post(&reports).json(&said("2026-06-01", not_begun.clone())).await.expect_status(201);
    assert_eq!(second.json()["progress"][0]["percent"], 0.0);
    assert_eq!(stands().await, (Some(0.0), None));
    let earned = async |day: &str| value(&owner, &id, &format!("date={day}")).await["figures"]["project"]["cost"]["ev"].clone();
    assert_eq!((earned("2026-05-31").await, earned("2026-06-01").await), (json!(5_000_000), json!(0)));
    let second = format!("{reports}/{}", second.str("/id"));

    // An earlier report says nothing about today.
    let between = json!([{ "activity_id": ids[0], "actual_start": "2026-05-31" }, { "activity_id": ids[1], "percent": 20 }]);
    owner.post(&reports).json(&said("2026-05-31", between)).await.expect_status(201);
    assert_eq!(stands().await, (Some(0.0), None));
    let other = owner.get(&format!("/api/v1/projects/{id}/activities")).await.items().remove(1);
    assert_eq!(other["percent_done"], 20.0, "nobody said anything later of the second");

    // Half of it without a date: begun when it was last said to have begun.
    let half = json!([{ "activity_id": ids[0], "percent": 50 }]);
    assert_eq!(correct(&second, "2026-06-01", &half).await, Some(50.0));
    assert_eq!(stands().await, (Some(50.0), Some("2026-05-31".into())));

    // A report that no longer speaks of it leaves the word to the one before.
    assert_eq!(correct(&second, "2026-06-01", &json!([])).await, None);
    assert_eq!(stands().await, (Some(50.0), Some("2026-05-31".into())));
}

#[actix_web::test]
async fn a_report_put_right_takes_back_the_dates_that_it_alone_told_and_no_others() {
    let app = TestApp::new().await;
    let (owner, id) = under_way(&app).await;
    let ids = activity_ids(&owner, &id).await;
    owner.patch(&format!("/api/v1/projects/{id}")).if_match("*").json(&json!({ "starts_on": "2026-05-25" })).await.expect_status(200);
    let by_hand = json!({ "actual_start": "2026-05-31" });
    owner.patch(&format!("/api/v1/projects/{id}/activities/{}", ids[1])).if_match("*").json(&by_hand).await.expect_status(200);
    let reports = format!("/api/v1/projects/{id}/progress-reports");
    let said = |first: Value| json!({ "date": "2026-06-01", "progress": [first, { "activity_id": ids[1], "percent": 5 }], "costs": [] });
    let told = said(json!({ "activity_id": ids[0], "percent": 100, "actual_start": "2026-05-31", "actual_finish": "2026-06-01" }));
    let added = owner.post(&reports).json(&told).await.expect_status(201);
    let dates = async || {
        let known = owner.get(&format!("/api/v1/projects/{id}/activities")).await.items();
        [(0, "actual_start"), (0, "actual_finish"), (1, "actual_start")].map(|(at, field)| !known[at][field].is_null())
    };
    assert_eq!(dates().await, [true, true, true]);
    let mended = said(json!({ "activity_id": ids[0], "percent": 30 }));
    owner.put(&format!("{reports}/{}", added.str("/id"))).if_match("*").json(&mended).await.expect_status(200);
    assert_eq!(dates().await, [false, false, true]);
}
