//! Imports: spreadsheets of the chambers, done as jobs.

use api::kernel::access::{Body, Role};
use api::kernel::db::schema::{associations, jobs};
use diesel::prelude::*;
use serde_json::{Value, json};
use tests::{Actor, Answer, TestApp, world};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NDJSON: &str = "application/x-ndjson";

async fn send(actor: &Actor<'_>, query: &str, media: &str, file: impl Into<Vec<u8>>) -> Answer {
    actor.post(&format!("/api/v1/associations/imports{query}")).body(media, file).await
}

/// Sends a file and has the job done.
async fn import(app: &TestApp, actor: &Actor<'_>, query: &str, media: &str, file: impl Into<Vec<u8>>) -> Value {
    let sent = send(actor, query, media, file).await.expect_status(202);
    world::settle(app).await;
    actor.get(sent.header("location").unwrap()).await.expect_status(200).json()
}

/// Added, unchanged, wrong, duplicates.
fn counts(job: &Value) -> [i64; 4] {
    ["added", "unchanged", "wrong", "duplicates"].map(|name| job["report"][name].as_i64().unwrap())
}

/// Numbers and names of everything in the register, in the order it came.
fn register(app: &TestApp) -> Vec<(Option<String>, String)> {
    let query = associations::table.select((associations::registration_number, associations::name_ar)).order(associations::id);
    query.load(&mut *app.kernel.db.reader().unwrap()).unwrap()
}

async fn faults(actor: &Actor<'_>, job: &Value) -> Vec<(i64, String)> {
    let rows = actor.get(&format!("/api/v1/jobs/{}/rows?outcome=wrong", job["id"].as_str().unwrap())).await.items();
    let of_row = |row: &Value| {
        let number = row["number"].as_i64().unwrap();
        let codes = row["faults"].as_array().unwrap().iter().map(|fault| (number, fault["code"].as_str().unwrap().to_owned()));
        codes.collect::<Vec<_>>()
    };
    rows.iter().flat_map(of_row).collect()
}

/// A list as a chamber keeps it: a title above, Arabic headings, dates, counts and phones as people type them.
const TABLE: &str = "قائمة الجمعيات;;;;;;;;\r\n\
    اسم الجمعية;الولاية;البلدية;رقم الهاتف;تاريخ التأسيس;عدد المنخرطين;القطاع;المستوى;نوع الجمعية\r\n\
    جمعية أنامل القصبة;الجزائر;القصبة;0550 12 34 56;04/03/2021;1 250;02;بلدية;مهنية\r\n\
    جمعية النسيج;الجزائر;باب الواد;021 63 44 5;31/02/2021;12;09;بلدية;نسوية\r\n\
    جمعية وهران;وهران;وهران;0550 12 34 99;44259;3;01;بلدية;مهنية\r\n\
    جمعية أنامل القصبه;الجزائر;القصبة;0550 12 34 56;04/03/2021;1250;02;بلدية;مهنية\r\n\
    جمعية الطين;16;حيدرة;0661000001 / 0550 11 22 33;2015-03-04;34;العمل على الطين والجبس والحجر والزجاج وما يماثلها;ولائية;ثقافية\r\n";

/// A table that lacks a name, and the end of its last line.
const HEADLESS: &str = "اسم الجمعية,الولاية,البلدية,المستوى,نوع الجمعية,القطاع\n,16,القصبة,بلدية,مهنية,02";

fn arabic_windows(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1256.encode(text).0.into_owned()
}

#[actix_web::test]
async fn a_chamber_imports_its_list_mends_the_wrong_rows_and_sends_them_again() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    let job = import(&app, &chamber, "?mode=good_rows&status=verified&file_name=list.csv", "text/csv", arabic_windows(TABLE)).await;
    assert_eq!((job["state"].as_str(), counts(&job)), (Some("done"), [2, 0, 2, 1]));
    let numbered = |number: &str, name: &str| (Some(number.to_owned()), name.to_owned());
    assert_eq!(register(&app), [numbered("16-2026-0001", "جمعية أنامل القصبة"), numbered("16-2026-0002", "جمعية الطين")]);
    let wrong = [(4, "date_no_such_day"), (4, "phone_too_short"), (5, "not_your_wilaya")].map(|(row, code)| (row, code.to_owned()));
    assert_eq!(faults(&chamber, &job).await, wrong);

    let path = format!("/api/v1/jobs/{}", job["id"].as_str().unwrap());
    let duplicates = chamber.get(&format!("{path}/rows?outcome=duplicate")).await.items();
    assert_eq!((&duplicates[0]["number"], &duplicates[0]["matches"][0]["row"]), (&json!(6), &json!(3)));
    assert!(duplicates[0]["matches"][0]["reasons"].as_array().unwrap().contains(&json!("same_phone")));

    let workbook = chamber.get(&format!("{path}/corrections")).header("accept", XLSX).await.expect_status(200);
    assert!(workbook.bytes.starts_with(b"PK"));
    let again = import(&app, &chamber, "?dry_run=true", XLSX, workbook.bytes.to_vec()).await;
    assert_eq!(counts(&again), [0, 0, 2, 0], "the workbook is read as it was written");
    let corrections = chamber.get(&format!("{path}/corrections")).header("accept-language", "fr").await.expect_status(200).text();
    assert!(corrections.starts_with("\u{feff}اسم الجمعية,الولاية,") && corrections.lines().count() == 3, "{corrections}");
    assert!(corrections.contains("Ce jour n’existe pas."), "{corrections}");
    let headless = import(&app, &chamber, "", "text/csv", HEADLESS).await;
    assert_eq!((&headless["total"], &headless["done"]), (&json!(1), &json!(1)), "the last line needs no end");
    let told = chamber.get(&format!("/api/v1/jobs/{}/corrections", headless["id"].as_str().unwrap())).await.expect_status(200).text();
    assert!(told.contains("اسم الجمعية: "), "an empty cell is named by its column: {told}");
    let mended = corrections.replace("31/02/2021", "28/02/2021").replace("021 63 44 5", "021 63 44 55");
    assert_eq!(counts(&import(&app, &chamber, "?mode=good_rows", "text/csv", mended).await), [1, 0, 1, 0]);
}

#[actix_web::test]
async fn the_same_file_changes_nothing_and_rows_that_are_there_are_unchanged() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    let first = import(&app, &chamber, "?mode=good_rows", "text/csv", arabic_windows(TABLE)).await;
    let again = send(&chamber, "?mode=good_rows", "text/csv", arabic_windows(TABLE)).await.expect_status(200);
    assert_eq!(again.json()["id"], first["id"]);
    assert_eq!(register(&app).len(), 2);
    let decided = import(&app, &chamber, "?mode=good_rows&insert_row=6", "text/csv", TABLE).await;
    assert_eq!(counts(&decided), [1, 2, 2, 0], "a likely duplicate is written once somebody has decided so");
    let trial = import(&app, &chamber, "?dry_run=true", "text/csv", TABLE).await;
    assert_eq!((counts(&trial), &trial["report"]["written"]), ([0, 3, 2, 0], &json!(false)));
    let anew = send(&chamber, "?dry_run=true", "text/csv", TABLE).await.expect_status(202).json();
    assert_ne!(anew["id"], trial["id"], "what a trial finds may be another thing tomorrow: it is made anew");
    world::settle(&app).await;
    assert_eq!(register(&app).len(), 3);

    let key = |query: &str| chamber.post(&format!("/api/v1/associations/imports{query}")).body(NDJSON, line("جمعية الفجر", "")).key("one");
    let sent = key("").await.expect_status(202);
    assert_eq!(key("").await.expect_status(202).json()["id"], sent.json()["id"]);
    key("?dry_run=true").await.expect_problem("idempotency_key_reused");
}

fn line(name: &str, extra: &str) -> String {
    format!("{{\"name_ar\":\"{name}\",\"commune\":\"1601\",\"level\":\"communal\",\"kind\":\"cultural\",\"sectors\":\"02\"{extra}}}\n")
}

#[actix_web::test]
async fn all_or_nothing_writes_nothing_while_one_row_is_wrong() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    let good = line("جمعية زهرة الفخار", "") + &line("جمعية نجمة الصحراء", r#","contacts":[{"kind":"email","value":"A@example.dz"}]"#);
    let job = import(&app, &chamber, "", NDJSON, format!("{good}{{\"name_ar\":\"x\"}}\nnot json\n")).await;
    assert_eq!((counts(&job), &job["report"]["written"]), ([2, 0, 2, 0], &json!(false)));
    assert!(register(&app).is_empty());
    let job = import(&app, &chamber, "", NDJSON, good).await;
    assert_eq!((counts(&job), &job["report"]["written"]), ([2, 0, 0, 0], &json!(true)));
    assert_eq!(register(&app).len(), 2);
}

/// A number in letters, so that no two names share their sounds.
fn spelled(number: usize) -> String {
    let letters: Vec<char> = "بتدرسفكلمن".chars().collect();
    number.to_string().chars().map(|digit| letters[digit.to_digit(10).unwrap() as usize]).collect()
}

#[actix_web::test]
async fn a_job_whose_server_died_goes_on_behind_what_is_done_and_numbers_have_no_gaps() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    let query = "?mode=good_rows&status=verified&duplicates=insert";
    let file: String = (0..2100).map(|number| line(&format!("جمعية {}", spelled(number)), "")).collect();
    let job = import(&app, &chamber, query, NDJSON, file.clone()).await;
    assert_eq!((&job["done"], counts(&job)), (&json!(2100), [2100, 0, 0, 0]));
    let numbers: Vec<_> = register(&app).into_iter().filter_map(|(number, _)| number).collect();
    assert_eq!(numbers, (1..=2100).map(|number| format!("16-2026-{number:04}")).collect::<Vec<_>>());

    // As a server leaves it that was killed after 2,099 rows: running, with a lease nobody renews.
    let sent = send(&chamber, query, NDJSON, file + &line("جمعية الغد", "")).await.expect_status(202);
    let long_ago = app.kernel.clock.now().plus(chrono::Duration::hours(-1));
    diesel::update(jobs::table.filter(jobs::state.eq("queued")))
        .set((jobs::state.eq("running"), jobs::done.eq(2099), jobs::lease_until.eq(long_ago)))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    world::settle(&app).await;
    let job = chamber.get(sent.header("location").unwrap()).await.json();
    assert_eq!((job["state"].as_str(), &job["done"], counts(&job)), (Some("done"), &json!(2101), [1, 1, 0, 0]));
    assert_eq!(register(&app).last().unwrap().0.as_deref(), Some("16-2026-2101"));
}

#[actix_web::test]
async fn a_job_is_its_institutions_and_can_be_cancelled_while_it_waits() {
    let app = TestApp::new().await;
    let (chamber, other) = (app.chamber("16"), app.chamber("31"));
    let sent = send(&chamber, "", NDJSON, line("جمعية الفجر", "")).await.expect_status(202);
    let path = sent.header("location").unwrap();
    for hidden in [path.to_owned(), format!("{path}/rows"), format!("{path}/corrections")] {
        other.get(&hidden).await.expect_status(404);
    }
    let cancellation = format!("{path}/cancellation");
    other.post(&cancellation).await.expect_status(404);
    assert_eq!(chamber.post(&cancellation).await.expect_status(202).str("/state"), "cancelled");
    chamber.post(&cancellation).await.expect_problem("wrong_state");
    world::settle(&app).await;
    assert!(register(&app).is_empty());
    send(&chamber, "", NDJSON, line("جمعية الفجر", "")).await.expect_status(202);
}

#[actix_web::test]
async fn a_withdrawn_key_writes_nothing_more() {
    let app = TestApp::new().await;
    let script = app.machine(Role::Chamber, Body::Institution(app.chamber_of("16")), &["import_associations", "get_job"]);
    let sent = send(&script, "", NDJSON, line("جمعية الفجر", "")).await.expect_status(202);
    use api::kernel::db::schema::machine_keys;
    diesel::update(machine_keys::table)
        .set(machine_keys::revoked_at.eq(app.kernel.clock.now()))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    world::settle(&app).await;
    let job = app.chamber("16").get(sent.header("location").unwrap()).await.json();
    assert_eq!((job["state"].as_str(), job["failure"]["code"].as_str()), (Some("failed"), Some("forbidden")));
    assert!(register(&app).is_empty());
}

#[actix_web::test]
async fn what_a_column_means_is_remembered_for_the_institution() {
    let app = TestApp::new().await;
    let (chamber, other) = (app.chamber("16"), app.chamber("31"));
    let table = "Intitulé,Lieu,Obs\nجمعية الفجر,القصبة,x\n";
    let preview = "/api/v1/associations/imports/preview";
    let seen = chamber.post(preview).body("text/csv", table).await.expect_status(200).json();
    assert_eq!((&seen["columns"][1]["field"], seen["header_language"].as_str()), (&json!(null), Some("fr")));
    assert_eq!(seen["missing"], json!(["name_ar", "level", "kind", "commune", "sectors"]));
    let defaults = "default=level:communal&default=kind:%D8%AB%D9%82%D8%A7%D9%81%D9%8A%D8%A9&default=sectors:02&default=wilaya:16";
    let query = format!("?map=Intitul%C3%A9:name_ar&map=Lieu:commune&map=Obs:&{defaults}");
    assert_eq!(counts(&import(&app, &chamber, &query, "text/csv", table).await), [1, 0, 0, 0]);
    let seen = chamber.post(preview).body("text/csv", table).await.json();
    assert_eq!((&seen["columns"][1]["field"], &seen["columns"][1]["remembered"]), (&json!("commune"), &json!(true)));
    let elsewhere = other.post(preview).body("text/csv", table).await.json();
    assert_eq!(elsewhere["columns"][1]["field"], json!(null));
    let fields = chamber.get("/api/v1/associations/import-fields").await.items();
    assert!(fields.iter().any(|field| field["name"] == "commune" && field["required"] == true));
}

#[actix_web::test]
async fn what_is_no_table_is_refused_with_a_word_on_what_it_is() {
    let app = TestApp::new().await;
    let chamber = app.chamber("16");
    for (media, file, detail) in [
        ("application/octet-stream", b"%PDF-1.7 ...".as_slice(), "هذا الملف ليس جدولا."),
        ("text/csv", b"", "الملف فارغ."),
        ("text/csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "مصنف قديم أو محمي بكلمة مرور، احفظه بصيغة xlsx دون كلمة مرور."),
        ("application/octet-stream", b"PK\x05\x06\0\0\0\0", "ملف مضغوط وليس جدولا."),
    ] {
        let refused = send(&chamber, "", media, file).await.expect_status(422).expect_problem("invalid");
        assert_eq!(refused.str("/detail"), detail);
    }
    send(&chamber, "", "image/png", "x").await.expect_problem("unsupported_media_type");
    send(&chamber, "?map=a:nothing", "text/csv", "a,b\n1,2\n").await.expect_problem("invalid_parameter");
    send(&chamber, "", "text/csv", vec![b'x'; 1_000_001]).await.expect_problem("payload_too_large");
    let expected = ["level", "kind", "commune", "sectors"].map(|field| (format!("/columns/{field}"), "required".to_owned()));
    assert_eq!(send(&chamber, "?map=a:name_ar", "text/csv", "a,b\n1,2\n").await.expect_status(422).faults(), expected);
    // Broken on the way: the job says where.
    let job = import(
        &app,
        &chamber,
        "?map=a:name_ar&default=level:communal&default=kind:other&default=commune:1601&default=sectors:02",
        "text/csv",
        "a,b\nx,1\n\"y,2\n",
    )
    .await;
    assert_eq!((job["state"].as_str(), job["failure"]["code"].as_str()), (Some("failed"), Some("row_unclosed_quote")));
    assert!(register(&app).is_empty());
}
