//! Documents of a file: what is taken, who may open them.

use serde_json::json;
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

#[actix_web::test]
async fn an_agreement_and_a_progress_report_have_their_papers_and_the_chamber_reads_them() {
    let app = TestApp::new().await;
    let (owner, id) = world::project(&app).await;
    let place = format!("/api/v1/projects/{id}/documents");
    let agreed = owner.post(&format!("/api/v1/projects/{id}/agreements")).json(&world::agreement(&owner, &id).await).await.str("/id");
    world::plan(&owner, &id).await;
    let report = json!({ "date": "2026-05-01", "progress": [], "costs": [], "note": "وصل الكراء في المرفق" });
    let reported = owner.post(&format!("/api/v1/projects/{id}/progress-reports")).json(&report).await.expect_status(201).str("/id");
    let send = |what: String| owner.post(&format!("{place}?{what}")).body("application/pdf", PDF);
    let signed = send(format!("kind=agreement&file_name=signed.pdf&agreement_id={agreed}")).await.expect_status(201);
    send(format!("kind=invoice&file_name=wool.pdf&report_id={reported}")).await.expect_status(201);
    send("kind=other&file_name=idea.pdf".into()).await.expect_status(201);

    let chamber = app.chamber("16");
    let of = |document: &serde_json::Value| (document["agreement_id"].clone(), document["report_id"].clone());
    let listed: Vec<_> = chamber.get(&place).await.expect_status(200).items().iter().map(of).collect();
    assert_eq!(listed, [(json!(agreed), json!(null)), (json!(null), json!(reported)), (json!(null), json!(null))]);
    let content = signed.header("location").unwrap().to_owned();
    assert_eq!(chamber.get(&content).await.expect_status(200).bytes, PDF);
    let document = format!("/api/v1/documents/{}", signed.str("/id"));
    chamber.delete(&document).await.expect_status(403);
    let file = format!("/api/v1/associations/{}/documents", owner.get(&format!("/api/v1/projects/{id}")).await.str("/association/id"));
    assert!(owner.get(&file).await.expect_status(200).items().is_empty(), "the association's own file has papers of its own");

    let (stranger, theirs) = world::project(&app).await;
    stranger.get(&content).await.expect_status(404);
    stranger.delete(&document).await.expect_status(404);
    let foreign = format!("/api/v1/projects/{theirs}/documents?kind=other&file_name=x.pdf&agreement_id={agreed}");
    stranger.post(&foreign).body("application/pdf", PDF).await.expect_status(422).expect_faults(&[("/agreement_id", "no_such")]);
    let both = format!("{place}?kind=other&file_name=x.pdf&agreement_id={agreed}&report_id={reported}");
    owner.post(&both).body("application/pdf", PDF).await.expect_status(422).expect_faults(&[("/report_id", "contradiction")]);
    owner.delete(&document).await.expect_status(204);
    owner.get(&content).await.expect_status(404);
    assert_eq!(owner.get(&place).await.items().len(), 2);
}
