//! Recipes of territory, crafts and institutions.

use super::Ready;
use crate::app::TestApp;
use serde_json::json;

pub fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let chamber = app.chamber_of("16").to_string();
    Ok(match operation {
        "get_wilaya" | "list_wilaya_versions" => base.at("16"),
        "update_wilaya" => base.at("16").send(&json!({ "name_source": "الجريدة الرسمية" })),
        "get_commune" | "list_commune_versions" => base.at("1601"),
        "update_commune" => base.at("1601").send(&json!({ "aliases": ["القصبة"] })),
        "update_craft_domain" => base.at("1").send(&json!({ "name": { "en": "Traditional crafts" } })),
        "update_craft_sector" => base.at("02").send(&json!({ "name": { "en": "Clay and ceramics" } })),
        "import_craft_activities" => {
            base.query("source=JO").file("text/csv", "code,name_ar,name_fr,name_en\n0200001,فخار,Poterie,Pottery\n".as_bytes())
        }
        "update_level_rule" | "list_level_rule_versions" => {
            let mut base = base;
            base.target = base.target.replace("{legal_regime}", "law_12_06").replace("{level}", "wilaya");
            if operation == "update_level_rule" { base.send(&json!({ "founders": 16 })) } else { base }
        }
        "list_craft_versions" => {
            let mut base = base;
            base.target = "/api/v1/craft-versions/craft-sectors/02".to_owned();
            base
        }
        "get_institution" => base.at(&chamber),
        "update_institution" => base.at(&chamber).send(&json!({ "acronym": "CAM" })),
        "set_coverage" => base.at(&chamber).send(&json!({ "wilayas": ["16", "35"] })),
        _ => return Err(base),
    })
}

/// One more version of the rows that the recipes lead to, one more activity.
pub async fn grow(app: &TestApp, number: usize) {
    let ministry = app.ministry();
    let source = json!({ "name_source": format!("JO {number}") });
    for place in ["/api/v1/wilayas/16", "/api/v1/communes/1601"] {
        ministry.patch(place).if_match("*").json(&source).await.expect_status(200);
    }
    let label = json!({ "source": format!("JO {number}") });
    ministry.patch("/api/v1/level-rules/law_12_06/wilaya").if_match("*").json(&label).await.expect_status(200);
    ministry.patch("/api/v1/craft-sectors/02").if_match("*").json(&label).await.expect_status(200);
    let file = format!("code,name_ar,name_fr,name_en\n02{number:05},فخار {number},,\n");
    ministry.post("/api/v1/craft-activities/imports?source=JO").body("text/csv", file).await.expect_status(200);
}
