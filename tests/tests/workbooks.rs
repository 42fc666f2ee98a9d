//! A project as a workbook.

use calamine::{Data, Reader, Xlsx};
use chrono::{Duration, NaiveDate};
use serde_json::json;
use std::io::Cursor;
use tests::world::{activity_ids, agreement, costs, money, plan, project};
use tests::{Actor, TestApp};

type Book = Xlsx<Cursor<Vec<u8>>>;

async fn workbook(actor: &Actor<'_>, id: &str, language: &str) -> Book {
    let answer = actor.get(&format!("/api/v1/projects/{id}/workbook")).header("accept-language", language).await.expect_status(200);
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"project.xlsx\""));
    Xlsx::new(Cursor::new(answer.bytes.to_vec())).expect("a workbook")
}

/// The cells of a sheet, without its header.
fn rows(book: &mut Book, sheet: &str) -> Vec<Vec<Data>> {
    book.worksheet_range(sheet).expect("a sheet").rows().skip(1).map(<[Data]>::to_vec).collect()
}

/// The row that begins with a word.
fn row<'a>(rows: &'a [Vec<Data>], first: &str) -> &'a [Data] {
    rows.iter().find(|row| row[0] == Data::String(first.into())).unwrap_or_else(|| panic!("no {first} in {rows:?}"))
}

fn day(cell: &Data) -> String {
    match cell {
        // Days since the last but one of 1899.
        Data::DateTime(date) => (NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() + Duration::days(date.as_f64() as i64)).to_string(),
        other => panic!("no date: {other:?}"),
    }
}

/// A planned project with costs, baseline, an agreement and a note that looks like a formula.
async fn full(app: &TestApp) -> (Actor<'_>, String) {
    let (owner, id) = project(app).await;
    let place = format!("/api/v1/projects/{id}");
    plan(&owner, &id).await;
    costs(&owner, &id).await;
    owner.post(&format!("{place}/baselines")).json(&json!({ "reason": "الخطة الأولى" })).await.expect_status(201);
    owner.post(&format!("{place}/agreements")).json(&agreement(&owner, &id).await).await.expect_status(201);
    let note = json!({ "block": "costs", "text": "=HYPERLINK(\"http://example.dz\")" });
    owner.post(&format!("{place}/canvas/notes")).json(&note).await.expect_status(201);
    (owner, id)
}

#[actix_web::test]
async fn a_project_is_taken_away_as_a_workbook_in_the_language_asked_for() {
    let app = TestApp::new().await;
    let (owner, id) = full(&app).await;
    let mut french = workbook(&owner, &id, "fr").await;
    let sheets = french.sheet_names();
    assert_eq!(sheets.len(), 12, "{sheets:?}");
    assert_eq!((sheets[0].as_str(), sheets[11].as_str()), ("Projet", "Modèle économique collectif"));
    let facts = rows(&mut french, "Projet");
    // Dinars with their centimes, as numbers.
    assert_eq!(row(&facts, "Budget (DA)")[1], Data::Float(340_000.0));
    // Dates as dates, floats in days, and what is critical.
    let activities = rows(&mut french, "Activités");
    let (wool, weaving, posters) = (row(&activities, "A"), row(&activities, "B"), row(&activities, "C"));
    assert_eq!(wool[2], Data::Float(5.0));
    assert_eq!((&weaving[4], day(&weaving[6])), (&Data::String("A".into()), "2026-06-22".to_owned()));
    assert_eq!((&weaving[11], &weaving[13]), (&Data::Float(0.0), &Data::String("Oui".into())));
    assert!(matches!(posters[11], Data::Float(days) if days > 0.0) && posters[13] == Data::String("Non".into()));
    let costs = rows(&mut french, "Lignes de coût");
    assert_eq!((&row(&costs, "A")[5], &row(&costs, "A")[6]), (&Data::Float(2_000.0), &Data::Float(100_000.0)));
    let obligations = rows(&mut french, "Engagements");
    let overdue: Vec<(String, &Data)> = obligations.iter().map(|row| (day(&row[5]), &row[8])).collect();
    let (yes, no) = (Data::String("Oui".into()), Data::String("Non".into()));
    assert_eq!(overdue, [("2026-05-01".to_owned(), &yes), ("2026-06-01".to_owned(), &no)]);
    // What looks like a formula is text.
    assert_eq!(rows(&mut french, "Modèle économique collectif")[0][1], Data::String("=HYPERLINK(\"http://example.dz\")".into()));
    assert!(french.worksheet_formula("Modèle économique collectif").unwrap().cells().all(|(_, _, formula)| formula.is_empty()));
    let arabic = workbook(&owner, &id, "ar-DZ").await;
    assert_eq!((arabic.sheet_names()[0].as_str(), arabic.sheet_names()[1].as_str()), ("المشروع", "الأنشطة"));
}

#[actix_web::test]
async fn a_figure_that_cannot_be_known_is_empty_and_says_why() {
    let app = TestApp::new().await;
    let (owner, id) = full(&app).await;
    let mut book = workbook(&owner, &id, "en").await;
    let figures = rows(&mut book, "Earned value");
    let known = row(&figures, "Budget at completion (BAC)");
    assert_eq!((&known[1], &known[2]), (&Data::Float(340_000.0), &Data::Empty));
    let unknown = row(&figures, "Cost performance index (CPI)");
    assert_eq!((&unknown[1], &unknown[2]), (&Data::Empty, &Data::String("No actual cost reported".into())));
    // Once money is spent there is nothing to explain.
    let first = activity_ids(&owner, &id).await[0].clone();
    let report = json!({ "date": "2026-05-04", "costs": [{ "activity_id": first, "amount": money(12_345), "label": "فاتورة 7" }] });
    owner.post(&format!("/api/v1/projects/{id}/progress-reports")).json(&report).await.expect_status(201);
    let mut book = workbook(&owner, &id, "en").await;
    assert_eq!(row(&rows(&mut book, "Earned value"), "Actual cost (AC)")[1], Data::Float(12_345.0));
    let reports = rows(&mut book, "Progress reports");
    assert_eq!((&reports[0][6], &reports[0][8]), (&Data::Float(12_345.0), &Data::String("فاتورة 7".into())));
}

#[actix_web::test]
async fn an_empty_project_has_an_empty_workbook_and_that_of_others_is_not_found() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let mut book = workbook(&owner, &id, "en").await;
    assert!(rows(&mut book, "Activities").is_empty());
    assert_eq!(row(&rows(&mut book, "Earned value"), "Earned value")[2], Data::String("The project has no activities".into()));
    workbook(&app.chamber("16"), &id, "ar").await;
    app.chamber("31").get(&format!("/api/v1/projects/{id}/workbook")).await.expect_status(404);
}
