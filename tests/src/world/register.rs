//! Recipes of the register of associations and of its documents.

use super::Ready;
use crate::actor::Actor;
use crate::app::TestApp;
use api::kernel::ids::AssociationId;
use serde_json::{Value, json};

/// A document that is good enough.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n";

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let reason = json!({ "reason": "انتهت العهدة" });
    let officer = app.chamber("16");
    Ok(match operation {
        "create_association" => base.by(officer).send(&file("الطين")),
        "register_association" => {
            let applicant = json!({ "name": "نادية", "email": "nadia@example.dz", "language": "ar" });
            base.send(&json!({ "association": file("الطين"), "applicant": applicant }))
        }
        "get_association" | "list_transitions" | "list_likely_duplicates" | "list_merges" | "list_documents" => {
            base.by(officer).at(&verified(app).await)
        }
        "update_association" => base.by(officer).at(&draft(app).await).send(&json!({ "acronym": "ANAMIL" })),
        "submit_association" => base.by(officer).at(&draft(app).await),
        "return_association" => base.by(officer).at(&submitted(app).await).send(&reason),
        "verify_association" => base.by(officer).at(&submitted(app).await),
        "suspend_association" | "dissolve_association" => base.by(officer).at(&verified(app).await).send(&reason),
        "reinstate_association" => {
            let id = verified(app).await;
            step(app, &id, "suspension", Some(reason.clone())).await;
            base.by(officer).at(&id).send(&reason)
        }
        "propose_changes" => {
            let id = verified(app).await;
            base.by(president(app, &id)).at(&id).send(&json!({ "changes": { "acronym": "ANAMIL" } }))
        }
        "list_proposals" => base.by(officer),
        "get_proposal" => base.by(officer).at(&proposal(app).await),
        "decide_proposal" => {
            let decision = json!({ "decisions": [{ "pointer": "/acronym", "accept": true }] });
            base.by(officer).at(&proposal(app).await).send(&decision)
        }
        "preview_merge" => {
            let (kept, other) = (verified(app).await, verified(app).await);
            base.by(officer).at(&kept).query(&format!("other_id={other}"))
        }
        "merge_associations" => {
            let (kept, other) = (verified(app).await, verified(app).await);
            base.by(officer).at(&kept).send(&json!({ "other_id": other }))
        }
        "undo_merge" => base.by(officer).at(&merge(app).await),
        "verify_number" | "verification_qr" => {
            let id = verified(app).await;
            let number = officer.get(&format!("/api/v1/associations/{id}")).await.str("/registration_number");
            base.at(&number)
        }
        "upload_document" => {
            base.by(officer).at(&draft(app).await).query("kind=receipt&file_name=receipt.pdf").file("application/pdf", PDF)
        }
        "get_document_content" | "delete_document" => {
            let id = document(app, &draft(app).await).await;
            base.by(officer).at(&id)
        }
        _ => return Err(base),
    })
}

/// One more file with a proposal, a likely double of it, a merge, a document.
pub async fn grow(app: &TestApp, number: usize) {
    proposal(app).await;
    merge(app).await;
    let id = app.chamber("16").post("/api/v1/associations").json(&file(&format!("الحلفاء {number}"))).await.expect_status(201).str("/id");
    document(app, &id).await;
}

/// A file of an association of Algiers, complete enough to be verified.
pub fn file(name: &str) -> Value {
    json!({
        "name": { "ar": format!("جمعية {name}"), "fr": format!("Association {name}") },
        "level": "communal",
        "kind": "professional",
        "legal_regime": "law_12_06",
        "receipt": { "number": "1845/2021", "date": "2021-03-04", "authority": "ولاية الجزائر" },
        "seat": { "commune_code": "1601" },
        "craft_sectors": ["02"],
        "founded_on": "2021-01-10",
        "founders": { "count": 12, "communes": 1, "wilayas": 1 },
        "headcounts": [{ "year": 2025, "members": 34, "women": 20, "under_35": 12 }],
        "mandates": [{ "office": "president", "person_name": "نادية بن عودة", "gender": "woman", "starts_on": "2024-01-10" }]
    })
}

/// Somebody who speaks for an association.
///
/// # Panics
/// When the identifier is none.
pub fn president<'a>(app: &'a TestApp, id: &str) -> Actor<'a> {
    app.association(AssociationId(id.parse().unwrap()))
}

/// The identifier of a new draft in Algiers.
pub async fn draft(app: &TestApp) -> String {
    let name = format!("الأنامل {}", app.kernel.ids.next());
    app.chamber("16").post("/api/v1/associations").json(&file(&name)).await.expect_status(201).str("/id")
}

/// The identifier of a file that was handed in.
pub async fn submitted(app: &TestApp) -> String {
    let id = draft(app).await;
    step(app, &id, "submission", None).await;
    id
}

/// The identifier of a verified file.
pub async fn verified(app: &TestApp) -> String {
    let id = submitted(app).await;
    step(app, &id, "verification", None).await;
    id
}

/// The identifier of a proposal that waits.
pub async fn proposal(app: &TestApp) -> String {
    let id = verified(app).await;
    let call = president(app, &id).post(&format!("/api/v1/associations/{id}/proposals"));
    call.json(&json!({ "changes": { "acronym": "ANAMIL" } })).await.expect_status(201).str("/id")
}

async fn merge(app: &TestApp) -> String {
    let (kept, other) = (verified(app).await, verified(app).await);
    step(app, &kept, "merges", Some(json!({ "other_id": other }))).await["id"].as_str().unwrap().to_owned()
}

async fn document(app: &TestApp, id: &str) -> String {
    let place = format!("/api/v1/associations/{id}/documents?kind=receipt&file_name=receipt.pdf");
    app.chamber("16").post(&place).body("application/pdf", PDF).await.expect_status(201).str("/id")
}

/// What the chamber of Algiers does with a file.
///
/// # Panics
/// When it may not.
pub async fn step(app: &TestApp, id: &str, name: &str, body: Option<Value>) -> Value {
    let call = app.chamber("16").post(&format!("/api/v1/associations/{id}/{name}"));
    let answer = match &body {
        Some(body) => call.json(body).await,
        None => call.await,
    };
    assert!(answer.status < 300, "{name} of {id}: {}", answer.text());
    answer.json()
}
