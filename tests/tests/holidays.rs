//! Public holidays as data.

use serde_json::json;
use tests::TestApp;

#[actix_web::test]
async fn the_holidays_of_a_year_are_the_fixed_ones_and_moving_ones_that_are_provisional() {
    let app = TestApp::new().await;
    let holidays = app.visitor().get("/api/v1/holidays?year=2026").await.items();
    let dates: Vec<&str> = holidays.iter().map(|one| one["date"].as_str().unwrap()).collect();
    assert!(dates.is_sorted());
    for fixed in ["2026-01-01", "2026-01-12", "2026-05-01", "2026-07-05", "2026-11-01"] {
        let one = holidays.iter().find(|one| one["date"] == fixed).unwrap_or_else(|| panic!("{fixed} is no holiday"));
        assert_eq!(one["provisional"], false, "{fixed}");
    }
    assert_eq!(holidays.iter().filter(|one| one["provisional"] == true).count(), 5);
    // The fixed ones are there in any year, Yennayer since 2018.
    assert_eq!(app.visitor().get("/api/v1/holidays?year=2050").await.items().len(), 5);
    assert_eq!(app.visitor().get("/api/v1/holidays?year=2017").await.items().len(), 4);
}

#[actix_web::test]
async fn the_ministry_confirms_a_moving_date_and_nobody_else_does() {
    let app = TestApp::new().await;
    let feast = app.visitor().get("/api/v1/holidays?year=2026").await.items().into_iter().find(|one| one["code"] == "eid_al_adha").unwrap();
    let place = format!("/api/v1/holidays/{}", feast["id"].as_str().unwrap());
    let change = json!({ "date": "2026-05-28", "until": "2026-05-30", "confirmed": true, "source": "بيان وزارة الشؤون الدينية" });
    app.chamber("16").patch(&place).if_match("*").json(&change).await.expect_status(403);
    let seen = app.visitor().get(&place).await.etag();
    app.ministry().patch(&place).if_match(&seen).json(&change).await.expect_status(200);
    let now = app.visitor().get("/api/v1/holidays?year=2026").await.items().into_iter().find(|one| one["code"] == "eid_al_adha").unwrap();
    assert_eq!(
        (now["date"].as_str(), now["until"].as_str(), now["provisional"].as_bool()),
        (Some("2026-05-28"), Some("2026-05-30"), Some(false))
    );
    let reversed = json!({ "until": "2026-05-01" });
    app.ministry().patch(&place).if_match("*").json(&reversed).await.expect_status(422).expect_faults(&[("/until", "wrong_order")]);
}
