//! Files in a bucket of an S3-compatible service: the same stories as with a folder.

use api::config::Config;
use api::kernel::storage::Storage;
use std::collections::HashMap;
use tests::bucket_service::BucketService;
use tests::{TestApp, world};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n";

/// Files below a folder, arrivals included.
fn files(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { 1 }).sum()
}

async fn upload(app: &TestApp, id: &str) -> tests::Answer {
    let place = format!("/api/v1/associations/{id}/documents?kind=receipt&file_name=receipt.pdf");
    app.chamber("16").post(&place).body("application/pdf", PDF).await
}

#[actix_web::test]
async fn a_document_is_kept_in_the_bucket_given_back_and_removed() {
    let service = BucketService::start();
    let app = TestApp::with(|config| service.used_by(config)).await;
    let id = world::draft(&app).await;
    let document = upload(&app, &id).await.expect_status(201).str("/id");
    assert_eq!(service.objects(), [(format!("documents/{document}"), PDF.len())]);
    assert_eq!(files(&app.kernel.config.files_dir()), 0, "nothing stays on the machine");
    let place = format!("/api/v1/documents/{document}");
    let content = app.chamber("16").get(&format!("{place}/content")).await.expect_status(200);
    assert_eq!(content.bytes, PDF);
    app.chamber("16").delete(&place).await.expect_status(204);
    assert_eq!(service.objects(), []);
}

#[actix_web::test]
async fn an_import_is_read_from_the_bucket_by_whichever_replica_does_it() {
    let service = BucketService::start();
    let app = TestApp::with(|config| service.used_by(config)).await;
    let table = "name_ar,level,kind,commune,craft_sectors\nجمعية النول,communal,professional,1601,02\n";
    let officer = app.chamber("16");
    let job = officer.post("/api/v1/associations/imports?mode=good_rows").body("text/csv", table).await.expect_status(202);
    assert_eq!(service.objects().len(), 1);
    let elsewhere = app.kernel.config.files_dir();
    std::fs::remove_dir_all(&elsewhere).unwrap();
    std::fs::create_dir_all(elsewhere.join("incoming")).unwrap();
    world::settle(&app).await;
    let done = officer.get(&format!("/api/v1/jobs/{}", job.str("/id"))).await.expect_status(200);
    assert_eq!(done.str("/state"), "done", "{}", done.text());
    assert_eq!(officer.get("/api/v1/associations?include_total=true").await.json()["total"], 1);
}

#[actix_web::test]
async fn without_the_bucket_files_are_refused_and_the_server_says_that_it_is_not_ready() {
    let service = BucketService::start();
    let app = TestApp::with(|config| service.used_by(config)).await;
    let id = world::draft(&app).await;
    app.visitor().get("/readyz").await.expect_status(200);
    service.lose();
    upload(&app, &id).await.expect_status(503).expect_problem("storage_unavailable");
    app.visitor().get("/readyz").await.expect_status(503).expect_problem("storage_unavailable");
    let documents = app.chamber("16").get(&format!("/api/v1/associations/{id}/documents")).await.expect_status(200);
    assert_eq!(documents.items().len(), 0, "nothing half written");
    drop(service);
    upload(&app, &id).await.expect_status(503).expect_problem("storage_unavailable");
    // What needs no file goes on.
    app.visitor().get("/api/v1/wilayas/16").await.expect_status(200);
}

#[test]
fn a_wrong_secret_is_found_out_at_the_start() {
    let service = BucketService::start();
    let folder = tempfile::tempdir().unwrap();
    let mut config = tests::app::config("sqlite:unused", folder.path());
    service.used_by(&mut config);
    assert!(Storage::new(&config).is_ok());
    config.s3_secret_key = Some("another secret".to_owned());
    let refused = Storage::new(&config).unwrap_err();
    assert!(refused.to_string().contains("403"), "{refused}");
}

#[test]
fn the_settings_of_a_bucket_are_given_together_or_not_at_all() {
    let all = [
        ("S3_ENDPOINT", "http://storage:7070"),
        ("S3_BUCKET", "crafts"),
        ("S3_REGION", "us-east-1"),
        ("S3_ACCESS_KEY", "platform"),
        ("S3_SECRET_KEY", "secret"),
    ];
    let read = |settings: &[(&str, &str)]| {
        let secret = ("SECRET_KEY", "a secret that only the tests know of");
        let values: HashMap<String, String> =
            settings.iter().chain([&secret]).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Config::from_values(&values).map_err(|wrong| wrong.into_iter().map(|wrong| wrong.name).collect::<Vec<_>>())
    };
    assert!(read(&[]).unwrap().bucket().is_none());
    assert_eq!(read(&all).unwrap().bucket().unwrap().bucket, "crafts");
    for missing in 0..all.len() {
        let mut some = all.to_vec();
        let (name, _) = some.remove(missing);
        assert_eq!(read(&some).unwrap_err(), [name]);
    }
    for (name, value) in [("S3_ENDPOINT", "storage:7070"), ("S3_ENDPOINT", "ftp://storage"), ("S3_BUCKET", "../x"), ("S3_BUCKET", "A B")] {
        let wrong: Vec<_> = all.iter().map(|(other, usual)| (*other, if *other == name { value } else { *usual })).collect();
        assert_eq!(read(&wrong).unwrap_err(), [name], "{value}");
    }
}
