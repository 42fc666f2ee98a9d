//! Recipes of courses.

use super::Ready;
use crate::actor::Actor;
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    Ok(match operation {
        "create_course" => base.by(officer).send(&course("الفخار")),
        "get_course" => base.at(&taught(app).await),
        "update_course" => base.by(officer).at(&taught(app).await).send(&json!({ "craft_sectors": ["02"] })),
        "publish_course" => base.by(officer).at(&written(app).await),
        "archive_course" => base.by(officer).at(&taught(app).await),
        "list_course_versions" => {
            let id = taught(app).await;
            republished(app, &id).await;
            republished(app, &id).await;
            base.at(&id)
        }
        "list_trainers" => {
            let trainers = [app.trainer(), app.trainer(), app.trainer()];
            drop(trainers);
            base.by(officer)
        }
        "get_trainer" => base.by(officer).at(&app.trainer().person().to_string()),
        "put_trainer" => {
            let trainer = app.trainer();
            let id = trainer.person().to_string();
            let profile = json!({ "subjects": [], "languages": ["fr"] });
            trainer.put(&format!("/api/v1/trainers/{id}")).if_match("*").json(&profile).await.expect_status(200);
            base.by(trainer).at(&id).send(&json!({ "subjects": ["partners"], "languages": ["ar"] }))
        }
        "list_course_files" | "upload_course_file" => {
            let id = written(app).await;
            for _ in 0..3 {
                course_file(&officer, &id).await;
            }
            let base = base.by(officer).at(&id);
            if operation == "list_course_files" { base } else { base.query("file_name=guide.pdf").file("application/pdf", super::PDF) }
        }
        "get_course_file_content" | "delete_course_file" => {
            let file = course_file(&officer, &written(app).await).await;
            base.at(file["id"].as_str().unwrap()).by(officer)
        }
        "get_course_version" => base.to(&format!("/api/v1/courses/{}/versions/1", taught(app).await)),
        _ => return Err(base),
    })
}

/// Two more courses, one of them taught.
pub async fn grow(app: &TestApp) {
    written(app).await;
    taught(app).await;
}

/// A course of two modules.
pub fn course(name: &str) -> Value {
    json!({
        "name": { "ar": name, "fr": "Cours de poterie" },
        "aims": { "ar": "إتقان تسيير مشروع جماعي" },
        "audience": { "ar": "رؤساء الجمعيات" },
        "modules": [
            { "code": "network", "title": { "ar": "شبكة الأنشطة" }, "minutes": 360, "tool": "activity_network",
              "assignment": { "ar": "أدخلوا أنشطة مشروعكم" },
              "materials": [{ "title": { "ar": "دليل" }, "kind": "link", "url": "https://www.example.dz/guide" }] },
            { "code": "clay", "title": { "ar": "تحضير الطين" }, "minutes": 240 }
        ]
    })
}

/// Adds a file to a course.
pub async fn course_file(officer: &Actor<'_>, course: &str) -> Value {
    let path = format!("/api/v1/courses/{course}/files?file_name=guide.pdf");
    officer.post(&path).body("application/pdf", super::PDF).await.expect_status(201).json()
}

/// The identifier of a course of the chamber of Algiers that is being written.
pub async fn written(app: &TestApp) -> String {
    app.chamber("16").post("/api/v1/courses").json(&course("مقرر الفخار")).await.expect_status(201).str("/id")
}

/// The identifier of a course of the chamber of Algiers that is taught.
pub async fn taught(app: &TestApp) -> String {
    let id = written(app).await;
    app.chamber("16").post(&format!("/api/v1/courses/{id}/publication")).await.expect_status(200);
    id
}

/// Changes a course and publishes it again.
pub async fn republished(app: &TestApp, id: &str) {
    let officer = app.chamber("16");
    let minutes = officer.get(&format!("/api/v1/courses/{id}")).await.expect_status(200).json()["modules"][1]["minutes"].as_i64().unwrap();
    let mut modules = course("")["modules"].clone();
    modules[1]["minutes"] = json!(minutes + 60);
    let change = officer.patch(&format!("/api/v1/courses/{id}")).if_match("*").json(&json!({ "modules": modules }));
    change.await.expect_status(200);
    officer.post(&format!("/api/v1/courses/{id}/publication")).await.expect_status(200);
}
