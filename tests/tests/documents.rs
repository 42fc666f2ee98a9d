//! Documents of a file: what is taken, who may open them.

use tests::{TestApp, world};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

fn place(id: &str) -> String {
    format!("/api/v1/associations/{id}/documents?kind=receipt&file_name=%D9%88%D8%B5%D9%84.pdf")
}

#[actix_web::test]
async fn an_association_hands_in_its_receipt_and_its_chamber_opens_it() {
    let app = TestApp::new().await;
    let id = world::draft(&app).await;
    let own = world::president(&app, &id);
    let document = own.post(&place(&id)).body("application/pdf", PDF).await.expect_status(201);
    let content = document.header("location").unwrap().to_owned();
    let read = app.chamber("16").get(&content).await.expect_status(200);
    assert_eq!(read.bytes, PDF);
    let disposition = read.header("content-disposition").unwrap();
    assert!(disposition.starts_with("attachment"), "a document is never shown in the page's origin");
    assert!(disposition.contains("filename*=UTF-8''%D9%88%D8%B5%D9%84.pdf"), "an Arabic name arrives whole: {disposition}");
    api::kernel::audit::keep_readings(&app.kernel).unwrap();
    let noted = app.admin().get("/api/v1/audit-entries?action=get_document_content").await.items();
    assert_eq!(noted.len(), 1, "an officer who opens a document is noted");
    for stranger in [app.chamber("31"), app.trainer()] {
        let status = stranger.get(&content).await.status;
        assert!([403, 404].contains(&status), "{status}");
    }
    app.visitor().get(&content).await.expect_status(401);
}

#[actix_web::test]
async fn what_pretends_to_be_a_document_is_refused_and_nothing_is_kept() {
    let app = TestApp::new().await;
    let id = world::draft(&app).await;
    let own = world::president(&app, &id);
    let hostile: [(&str, &[u8]); 4] = [
        ("application/pdf", b"MZ\x90\x00 a program"),
        ("image/png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        ("application/pdf", b"%PDF-1.4\n1 0 obj << /OpenAction << /S /JavaScript /JS (1) >> >> endobj\n%%EOF\n"),
        ("application/pdf", b"%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\nPK\x03\x04 a second file behind the first"),
    ];
    for (media, bytes) in hostile {
        own.post(&place(&id)).body(media, bytes).await.expect_status(422).expect_problem("invalid");
    }
    assert!(own.get(&format!("/api/v1/associations/{id}/documents")).await.items().is_empty());
}

#[actix_web::test]
async fn a_document_that_was_removed_is_gone() {
    let app = TestApp::new().await;
    let id = world::draft(&app).await;
    let own = world::president(&app, &id);
    let document = own.post(&place(&id)).body("application/pdf", PDF).await.expect_status(201);
    let content = document.header("location").unwrap().to_owned();
    own.delete(&format!("/api/v1/documents/{}", document.str("/id"))).await.expect_status(204);
    own.get(&content).await.expect_status(404);
    assert!(own.get(&format!("/api/v1/associations/{id}/documents")).await.items().is_empty());
}
