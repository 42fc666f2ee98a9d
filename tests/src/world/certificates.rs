//! Recipes of certificates, and of who is trained.

use super::Ready;
use super::attendance::{Class, class, entry, sheet};
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    Ok(match operation {
        "issue_certificates" => base.by(app.chamber("16")).at(&attended(app, 1).await.cohort).send(&json!({})),
        "list_certificates" | "get_certificate_archive" => {
            let (class, _) = certified(app, 2).await;
            base.by(app.chamber("16")).at(&class.cohort)
        }
        "get_certificate" | "print_certificate" | "revoke_certificate" => {
            let (_, certificates) = certified(app, 1).await;
            let base = base.by(app.chamber("16")).at(certificates[0]["id"].as_str().unwrap());
            if operation == "revoke_certificate" {
                base.send(&json!({ "reason": "سُجل الحضور باسم شخص آخر" }))
            } else {
                base
            }
        }
        "list_training_coverage" | "get_training_coverage_summary" | "list_training_paths" => {
            certified(app, 2).await;
            base.by(app.chamber("16"))
        }
        "check_certificate" => {
            let (_, certificates) = certified(app, 1).await;
            base.to(&format!("/api/v1/certificate-checks/{}", certificates[0]["code"].as_str().unwrap()))
        }
        _ => return Err(base),
    })
}

/// A cohort of one session, which everybody has attended.
pub async fn attended(app: &TestApp, people: usize) -> Class<'_> {
    let class = class(app, people).await;
    let officer = app.chamber("16");
    for session in &class.sessions[1..] {
        let path = format!("/api/v1/cohort-sessions/{session}/cancellation");
        officer.post(&path).json(&json!({ "reason": "انقطاع الكهرباء" })).await.expect_status(200);
    }
    let entries: Vec<Value> = class.enrolments.iter().map(|one| entry(app, &class.sessions[0], one, "present")).collect();
    officer.post(&format!("/api/v1/cohorts/{}/attendance", class.cohort)).json(&sheet(app, &entries)).await.expect_status(200);
    class
}

/// The same, and everybody's certificate.
pub async fn certified(app: &TestApp, people: usize) -> (Class<'_>, Vec<Value>) {
    let class = attended(app, people).await;
    let officer = app.chamber("16");
    let path = format!("/api/v1/cohorts/{}/certificates", class.cohort);
    officer.post(&path).json(&json!({})).await.expect_status(200);
    let certificates = officer.get(&path).await.expect_status(200).items();
    (class, certificates)
}
