//! The two canvases of a project: cards that several people change at once, versions, fit.

use serde_json::{Value, json};
use tests::world::{activity_ids, costs, partner_of, plan, president, project, project_of, verified};
use tests::{Actor, TestApp};

async fn element(actor: &Actor<'_>, id: &str, body: Value) -> String {
    actor.post(&format!("/api/v1/projects/{id}/value-proposition/elements")).json(&body).await.expect_status(201).str("/id")
}

#[actix_web::test]
async fn several_people_write_notes_at_once_and_none_is_lost() {
    let app = TestApp::new().await;
    let association = verified(&app).await;
    let (first, second) = (president(&app, &association), president(&app, &association));
    let id = project_of(&first).await;
    let place = format!("/api/v1/projects/{id}/canvas/notes");
    let write =
        async |actor: &Actor<'_>, text: &str| actor.post(&place).json(&json!({ "block": "value", "text": text })).await.expect_status(201);
    let (a, b) = futures_util::join!(write(&first, "دخل إضافي"), write(&second, "حفظ التراث"));
    let canvas = app.chamber("16").get(&format!("/api/v1/projects/{id}/canvas")).await.expect_status(200).json();
    assert_eq!(canvas["notes"].as_array().unwrap().len(), 2);
    assert!(canvas["notes"].as_array().unwrap().iter().all(|note| note["author_name"].is_string() && note["colour"] == "yellow"));
    // Each changes a note of their own; only whoever changes an older version is told.
    let (at_a, at_b) = (a.header("location").unwrap(), b.header("location").unwrap());
    first.patch(at_a).if_match(&a.etag()).json(&json!({ "colour": "green" })).await.expect_status(200);
    second.patch(at_b).if_match(&b.etag()).json(&json!({ "block": "heritage_impact" })).await.expect_status(200);
    second.patch(at_a).if_match(&a.etag()).json(&json!({ "text": "غيره" })).await.expect_status(412);
    first.delete(at_b).await.expect_status(204);
    first.get(at_b).await.expect_status(404);
    app.chamber("16").post(&place).json(&json!({ "block": "value", "text": "لا" })).await.expect_status(403);
}

#[actix_web::test]
async fn notes_keep_the_order_they_are_given() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}/canvas/notes");
    let mut last = String::new();
    for text in ["1", "2", "3"] {
        last = owner.post(&place).json(&json!({ "block": "costs", "text": text })).await.expect_status(201).str("/id");
    }
    owner.patch(&format!("{place}/{last}")).if_match("*").json(&json!({ "order": 1.5 })).await.expect_status(200);
    let notes = owner.get(&format!("/api/v1/projects/{id}/canvas")).await.json()["notes"].clone();
    assert_eq!(notes.as_array().unwrap().iter().map(|note| note["text"].as_str().unwrap()).collect::<Vec<_>>(), ["1", "3", "2"]);
}

#[actix_web::test]
async fn named_versions_stay_and_are_compared_note_by_note() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let canvas = format!("/api/v1/projects/{id}/canvas");
    let add = async |text: &str| {
        owner.post(&format!("{canvas}/notes")).json(&json!({ "block": "income", "text": text })).await.expect_status(201).str("/id")
    };
    let (kept, changed, removed) = (add("اشتراكات").await, add("مبيعات").await, add("إعانات").await);
    owner.post(&format!("{canvas}/versions")).json(&json!({ "name": "الورشة الأولى" })).await.expect_status(201);
    owner.patch(&format!("{canvas}/notes/{changed}")).if_match("*").json(&json!({ "text": "مبيعات المعرض" })).await.expect_status(200);
    owner.delete(&format!("{canvas}/notes/{removed}")).await.expect_status(204);
    let added = add("تكوين").await;
    for to in ["", "&to=2"] {
        let difference = owner.get(&format!("{canvas}/comparison?from=1{to}")).await.expect_status(200).json();
        assert_eq!((&difference["added"][0]["id"], &difference["removed"][0]["id"]), (&json!(added), &json!(removed)));
        let pair = &difference["changed"][0];
        assert_eq!((&pair["before"]["text"], &pair["after"]["text"]), (&json!("مبيعات"), &json!("مبيعات المعرض")));
        assert_eq!(difference["unchanged"], 1);
        owner.post(&format!("{canvas}/versions")).json(&json!({ "name": "الورشة الثانية" })).await.expect_status(201);
    }
    let first = owner.get(&format!("{canvas}/versions/1")).await.json();
    assert_eq!(first["notes"].as_array().unwrap().len(), 3);
    assert_eq!(first["notes"][0]["id"], json!(kept));
    owner.get(&format!("{canvas}/comparison?from=9")).await.expect_status(404);
}

#[actix_web::test]
async fn a_note_points_at_parts_of_its_own_project_only() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let (activity, partner) = (activity_ids(&owner, &id).await[0].clone(), partner_of(&owner, &id).await);
    let place = format!("/api/v1/projects/{id}/canvas/notes");
    let note = json!({ "block": "partners", "text": "دار الثقافة",
        "links": [{ "kind": "activity", "id": activity }, { "kind": "partner", "id": partner }] });
    let added = owner.post(&place).json(&note).await.expect_status(201).str("/id");
    let wrong = json!({ "links": [{ "kind": "activity", "id": partner }, { "kind": "cost_line", "id": activity }] });
    let refused = owner.patch(&format!("{place}/{added}")).if_match("*").json(&wrong).await.expect_status(422);
    refused.expect_faults(&[("/links/0/id", "no_such"), ("/links/1/id", "no_such")]);
    costs(&owner, &id).await;
    let lines = format!("/api/v1/projects/{id}/cost-lines");
    let all = owner.get(&lines).await.items();
    let lasting = all.iter().find(|line| line["activity_id"] != json!(activity)).unwrap()["id"].clone();
    let leaving = all.iter().find(|line| line["activity_id"] == json!(activity)).unwrap()["id"].clone();
    let linked = json!({ "links": [{ "kind": "activity", "id": activity }, { "kind": "partner", "id": partner },
        { "kind": "cost_line", "id": lasting }, { "kind": "cost_line", "id": leaving }] });
    owner.patch(&format!("{place}/{added}")).if_match("*").json(&linked).await.expect_status(200);
    owner.delete(&format!("{lines}/{}", lasting.as_str().unwrap())).await.expect_status(204);
    // What is deleted leaves no link behind, nor does what goes with it, and a copy takes the note along.
    owner.delete(&format!("/api/v1/projects/{id}/activities/{activity}")).await.expect_status(204);
    assert_eq!(owner.get(&format!("{place}/{added}")).await.json()["links"], json!([{ "kind": "partner", "id": partner }]));
    owner.patch(&format!("{place}/{added}")).if_match("*").json(&json!({ "text": "دار الثقافة بالحامة" })).await.expect_status(200);
    let copy = owner.post(&format!("/api/v1/projects/{id}/copies")).json(&json!({})).await.expect_status(201).str("/id");
    assert_eq!(owner.get(&format!("/api/v1/projects/{copy}/canvas")).await.json()["notes"][0]["links"], json!([]));
    owner.delete(&format!("/api/v1/projects/{id}/partners/{partner}")).await.expect_status(204);
    assert_eq!(owner.get(&format!("{place}/{added}")).await.json()["links"], json!([]));
}

#[actix_web::test]
async fn offers_answer_what_people_need_and_the_fit_is_counted() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let women = element(&owner, &id, json!({ "kind": "segment", "text": "حرفيات البيت" })).await;
    let task = element(&owner, &id, json!({ "kind": "task", "parent_id": women, "text": "بيع المنتوج" })).await;
    let winter = element(&owner, &id, json!({ "kind": "difficulty", "parent_id": women, "text": "لا بيع في الشتاء", "weight": 5 })).await;
    element(&owner, &id, json!({ "kind": "difficulty", "parent_id": women, "text": "غلاء الصوف" })).await;
    let shop = element(&owner, &id, json!({ "kind": "offer", "text": "متجر جماعي", "answers": [task] })).await;
    let reliever = json!({ "kind": "reliever", "parent_id": shop, "text": "طلبيات مسبقة", "answers": [winter] });
    element(&owner, &id, reliever).await;
    let place = format!("/api/v1/projects/{id}/value-proposition");
    let fit = app.ministry().get(&place).await.expect_status(200).json()["fit"].clone();
    assert_eq!((&fit["tasks"], &fit["difficulties"]), (&json!({ "all": 1, "answered": 1 }), &json!({ "all": 2, "answered": 1 })));
    assert!((fit["share"].as_f64().unwrap() - 2.0 / 3.0).abs() < 1e-12, "{fit}");
    for (wrong, pointer, code) in [
        (json!({ "kind": "task", "text": "بلا شريحة" }), "/parent_id", "required"),
        (json!({ "kind": "task", "parent_id": shop, "text": "تحت عرض" }), "/parent_id", "no_such"),
        (json!({ "kind": "segment", "parent_id": women, "text": "داخل شريحة" }), "/parent_id", "contradiction"),
        (json!({ "kind": "creator", "parent_id": shop, "text": "يجيب صعوبة", "answers": [winter] }), "/answers/0", "no_such"),
        (json!({ "kind": "gain", "parent_id": women, "text": "يجيب", "answers": [winter] }), "/answers/0", "contradiction"),
    ] {
        owner.post(&format!("{place}/elements")).json(&wrong).await.expect_status(422).expect_faults(&[(pointer, code)]);
    }
    // A segment goes with everything in it, and answers to it go too.
    owner.delete(&format!("{place}/elements/{women}")).await.expect_status(204);
    let left = owner.get(&place).await.json();
    assert_eq!(left["elements"].as_array().unwrap().len(), 2);
    assert_eq!((&left["fit"]["share"], &left["elements"][0]["answers"]), (&Value::Null, &json!([])));
}
