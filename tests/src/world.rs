//! Rows for every path to lead to: for each operation somebody who may call it, and a request that succeeds.
//!
//! An operation without path parameters needs nothing here as long as a body made from its schema is good enough. Every other
//! operation has its recipe in [`ready`].

use crate::actor::{Actor, Call};
use crate::app::TestApp;
use crate::contract::{Operation, contract};
use crate::samples;
use api::kernel::access::Role;
use api::kernel::ids::AssociationId;
use serde_json::{Value, json};

/// A request that succeeds.
pub struct Ready<'a> {
    /// Somebody who may send it.
    pub actor: Actor<'a>,
    /// Method in capitals.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Media type and body.
    pub body: Option<(String, Vec<u8>)>,
}

impl<'a> Ready<'a> {
    /// The request.
    pub fn call(&self) -> Call<'a> {
        self.call_to(&self.target)
    }
    /// The request with one more query parameter.
    pub fn call_with(&self, parameter: &str) -> Call<'a> {
        let mark = if self.target.contains('?') { '&' } else { '?' };
        self.call_to(&format!("{}{mark}{parameter}", self.target))
    }
    fn call_to(&self, target: &str) -> Call<'a> {
        let call = self.actor.request(&self.method, target);
        match &self.body {
            Some((media, body)) => call.body(media, body.clone()),
            None => call,
        }
    }
    /// The body as JSON.
    ///
    /// # Panics
    /// When it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body.as_ref().expect("a body").1).expect("a JSON body")
    }
}

/// A request of an operation that succeeds, with whatever rows it needs; nothing when there is no recipe yet.
pub async fn ready<'a>(app: &'a TestApp, operation: &Operation) -> Option<Ready<'a>> {
    let make = |actor: Actor<'a>, target: String, body: Option<Value>| {
        let media = operation.body().map(|(media, _)| media.to_owned());
        let body = media.zip(body).map(|(media, body)| (media, body.as_str().map_or_else(|| body.to_string(), str::to_owned).into_bytes()));
        Some(Ready { actor, method: operation.method.clone(), target, body })
    };
    let path = |id: &str| operation.path_with(|_| id.to_owned());
    let officer = app.chamber("16");
    let anybody = match operation.some_role() {
        Some(role) => app.of_role(role),
        None => app.visitor(),
    };
    match operation.id.as_str() {
        "get_wilaya" | "list_wilaya_versions" => make(anybody, path("16"), None),
        "update_wilaya" => make(anybody, path("16"), Some(json!({ "name_source": "الجريدة الرسمية" }))),
        "get_commune" | "list_commune_versions" => make(anybody, path("1601"), None),
        "update_commune" => make(anybody, path("1601"), Some(json!({ "aliases": ["القصبة"] }))),
        "update_craft_domain" => make(anybody, path("1"), Some(json!({ "name": { "en": "Traditional crafts" } }))),
        "update_craft_sector" => make(anybody, path("02"), Some(json!({ "name": { "en": "Clay and ceramics" } }))),
        "import_craft_activities" => {
            let file = "code,name_ar,name_fr,name_en\n0200001,فخار,Poterie,Pottery\n";
            make(anybody, format!("{}?source=JO", operation.path), Some(json!(file)))
        }
        "list_craft_versions" => make(anybody, "/api/v1/craft-versions/craft-sectors/02".to_owned(), None),
        "get_institution" => make(anybody, path(&app.chamber_of("16").to_string()), None),
        "update_institution" => make(anybody, path(&app.chamber_of("16").to_string()), Some(json!({ "acronym": "CAM" }))),
        "set_coverage" => make(anybody, path(&app.chamber_of("16").to_string()), Some(json!({ "wilayas": ["16", "35"] }))),
        "create_association" => make(officer, operation.path.clone(), Some(file("الطين"))),
        "register_association" => {
            let applicant = json!({ "name": "نادية", "email": "nadia@example.dz", "language": "ar" });
            make(anybody, operation.path.clone(), Some(json!({ "association": file("الطين"), "applicant": applicant })))
        }
        "get_association" | "list_transitions" | "list_likely_duplicates" | "list_merges" => {
            let id = verified(app).await;
            make(officer, path(&id), None)
        }
        "update_association" => {
            let id = draft(app).await;
            make(officer, path(&id), Some(json!({ "acronym": "ANAMIL" })))
        }
        "submit_association" => {
            let id = draft(app).await;
            make(officer, path(&id), None)
        }
        "return_association" => {
            let id = submitted(app).await;
            make(officer, path(&id), Some(json!({ "reason": "الوصل غير مقروء" })))
        }
        "verify_association" => {
            let id = submitted(app).await;
            make(officer, path(&id), None)
        }
        "suspend_association" | "dissolve_association" => {
            let id = verified(app).await;
            make(officer, path(&id), Some(json!({ "reason": "انتهت العهدة" })))
        }
        "reinstate_association" => {
            let id = verified(app).await;
            step(app, &id, "suspension", Some(json!({ "reason": "انتهت العهدة" }))).await;
            make(officer, path(&id), Some(json!({ "reason": "تجديد المكتب" })))
        }
        "propose_changes" => {
            let id = verified(app).await;
            make(president(app, &id), path(&id), Some(json!({ "changes": { "acronym": "ANAMIL" } })))
        }
        "get_proposal" => {
            let id = proposal(app).await;
            make(officer, path(&id), None)
        }
        "decide_proposal" => {
            let id = proposal(app).await;
            make(officer, path(&id), Some(json!({ "decisions": [{ "pointer": "/acronym", "accept": true }] })))
        }
        "preview_merge" => {
            let (kept, other) = (verified(app).await, verified(app).await);
            make(officer, format!("{}?other_id={other}", path(&kept)), None)
        }
        "merge_associations" => {
            let (kept, other) = (verified(app).await, verified(app).await);
            make(officer, path(&kept), Some(json!({ "other_id": other })))
        }
        "undo_merge" => {
            let (kept, other) = (verified(app).await, verified(app).await);
            let merge = step(app, &kept, "merges", Some(json!({ "other_id": other }))).await;
            make(officer, path(merge["id"].as_str().unwrap()), None)
        }
        "verify_number" | "verification_qr" => {
            let id = verified(app).await;
            let number = officer.get(&format!("/api/v1/associations/{id}")).await.str("/registration_number");
            make(anybody, path(&number), None)
        }
        _ if operation.has_path_parameter() => None,
        _ => make(anybody, operation.path.clone(), samples::body(operation)),
    }
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

/// Fills the database: so many rows behind every list and every item.
pub async fn fill(app: &TestApp, rows: usize) {
    for number in 0..rows {
        let id = verified(app).await;
        let changes = json!({ "changes": { "acronym": format!("ANAMIL{number}") } });
        president(app, &id).post(&format!("/api/v1/associations/{id}/proposals")).json(&changes).await.expect_status(201);
    }
    for operation in contract().operations.iter().filter(|operation| operation.takes_version()) {
        for number in 0..rows {
            let Some(ready) = ready(app, operation).await else { continue };
            let body = match operation.id.as_str() {
                "update_wilaya" | "update_commune" => json!({ "name_source": format!("JO {number}") }),
                _ => ready.json(),
            };
            ready.actor.request(&ready.method, &ready.target).json(&body).if_match("*").await.expect_status(200);
        }
    }
}

/// Every role, and how to become it.
pub fn roles(app: &TestApp) -> Vec<(Role, Actor<'_>)> {
    Role::ALL.iter().map(|role| (*role, app.of_role(*role))).collect()
}

/// Operations without a recipe. The sweeps that need a good request pass them by: the list may only shrink.
pub const WITHOUT_RECIPE: &[&str] = &[];
