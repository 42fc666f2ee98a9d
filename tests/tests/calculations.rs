//! The engine for other people's software: nothing is kept, what cannot be computed says why.

use serde_json::json;
use tests::TestApp;

#[actix_web::test]
async fn a_plan_is_computed_for_whoever_asks() {
    let app = TestApp::new().await;
    let day = 480;
    let plan = json!({
        "minutes_per_day": day,
        "activities": [
            { "id": "loom", "duration_minutes": 3 * day }, { "id": "wool", "duration_minutes": 5 * day }, { "id": "carpet", "duration_minutes": 10 * day }
        ],
        "links": [{ "from": "loom", "to": "carpet" }, { "from": "wool", "to": "carpet" }]
    });
    let result = app.visitor().post("/api/v1/calculations/schedule").json(&plan).await.expect_status(200).json();
    assert_eq!((result["duration_days"].as_f64(), &result["critical_path"]), (Some(15.0), &json!(["wool", "carpet"])));
}

#[actix_web::test]
async fn a_plan_that_goes_in_a_circle_is_refused_and_the_circle_is_named() {
    let app = TestApp::new().await;
    let plan = json!({
        "activities": [{ "id": "dye", "duration_minutes": 60 }, { "id": "dry", "duration_minutes": 60 }],
        "links": [{ "from": "dye", "to": "dry" }, { "from": "dry", "to": "dye" }]
    });
    let refused = app.visitor().post("/api/v1/calculations/schedule").json(&plan).await.expect_status(422);
    assert!(refused.text().contains("dye") && refused.text().contains("dry"), "{}", refused.text());
}

#[actix_web::test]
async fn money_that_is_only_paid_out_has_no_rate_of_return_and_says_so() {
    let app = TestApp::new().await;
    let path = "/api/v1/calculations/cash-flows";
    let out = app.visitor().post(path).json(&json!({ "rate": 0.1, "flows": [-1000, -500] })).await.expect_status(200).json();
    assert_eq!((&out["by_period"]["irr"], &out["by_period"]["irrs"]), (&json!(null), &json!([])));
    let reasons = out["by_period"]["unknown"].as_array().unwrap();
    assert!(reasons.iter().any(|unknown| unknown["figure"] == "irr" && unknown["reason"] == "no_sign_change"), "{reasons:?}");
    let back = app.visitor().post(path).json(&json!({ "rate": 0.1, "flows": [-1000, 1100] })).await.expect_status(200).json();
    assert!((back["by_period"]["irr"].as_f64().unwrap() - 0.1).abs() < 1e-9, "{back}");
}
