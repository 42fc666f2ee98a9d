//! No query per row: an operation sends as many statements to a database with many rows as to one with few.

use tests::world::{self, ready};
use tests::{Findings, TestApp, contract};

/// The statements of every reading operation on a database with so many rows behind each list.
async fn statements(rows: usize, findings: &mut Findings) -> Vec<(String, usize, Vec<String>)> {
    let app = TestApp::new().await;
    world::fill(&app, rows).await;
    let mut seen = Vec::new();
    for operation in contract().operations.iter().filter(|operation| operation.method == "GET") {
        let Some(ready) = ready(&app, operation).await else { continue };
        // Once to fill the caches of the connections.
        findings.send(ready.call()).await;
        tests::statements::take(app.url());
        // A visitor's answer that was kept would send none.
        let answer = findings.send(ready.call().header("cache-control", "no-cache")).await;
        let items = answer.json()["items"].as_array().map_or(0, Vec::len);
        seen.push((operation.to_string(), items, tests::statements::take(app.url())));
    }
    seen
}

#[actix_web::test]
async fn the_number_of_statements_does_not_grow_with_the_rows() {
    let mut findings = Findings::default();
    let few = statements(1, &mut findings).await;
    let many = statements(12, &mut findings).await;
    assert_eq!(few.len(), many.len());
    for ((operation, few_items, few), (_, many_items, many)) in few.into_iter().zip(many) {
        findings.expect(few.len() == many.len(), || {
            format!(
                "{operation} sends {} statements for {few_items} items and {} for {many_items}:\n    {}",
                few.len(),
                many.len(),
                many.join("\n    ")
            )
        });
        let most = MANY.iter().find(|(id, _)| operation.contains(id)).map_or(MOST, |(_, most)| *most);
        findings.expect(many.len() <= most, || format!("{operation} sends {} statements:\n    {}", many.len(), many.join("\n    ")));
    }
    findings.finish();
}

/// More statements than this in one reading are a reason to look twice.
const MOST: usize = 8;

/// Operations that read every part of something: how many they may send.
const MANY: &[(&str, usize)] = &[
    ("/workbook", 15),
    ("projects/{id}/report", 18),
    ("/events/{id})", 9),
    ("/selection/minutes", 11),
    ("/badges/print", 10),
    ("/stand-cards", 9),
    ("/report/print", 9),
    ("/attendance/sheet", 9),
    ("/gradebook", 17),
    ("/progress", 15),
    ("/submissions/{id})", 11),
];

#[actix_web::test]
async fn the_counter_counts() {
    let app = TestApp::new().await;
    tests::statements::take(app.url());
    app.visitor().get("/livez").await.expect_status(200);
    assert_eq!(tests::statements::take(app.url()), Vec::<String>::new());
    app.visitor().get("/api/v1/wilayas/16").await.expect_status(200);
    assert!(!tests::statements::take(app.url()).is_empty());
}
