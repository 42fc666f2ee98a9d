//! Craft domains, sectors and activities.

use serde_json::json;
use tests::TestApp;

const IMPORTS: &str = "/api/v1/craft-activities/imports?source=JO%202007";

#[actix_web::test]
async fn every_sector_belongs_to_one_of_three_domains() {
    let app = TestApp::new().await;
    let domains = app.visitor().get("/api/v1/craft-domains").await.items();
    assert_eq!(domains.len(), 3);
    let sectors = app.visitor().get("/api/v1/craft-sectors").await.items();
    assert_eq!(sectors.len(), 24);
    let mut of_domains = 0;
    for domain in &domains {
        let code = domain["code"].as_str().unwrap();
        let some = app.visitor().get(&format!("/api/v1/craft-sectors?domain={code}")).await.items();
        assert!(some.iter().all(|sector| sector["domain_code"] == code));
        of_domains += some.len();
    }
    assert_eq!(of_domains, 24);
}

#[actix_web::test]
async fn the_ministry_loads_activities_from_a_file_and_the_same_file_again_changes_nothing() {
    let app = TestApp::new().await;
    let ministry = app.ministry();
    let file = "\u{feff}code,name_ar,name_fr,name_en\n0200001,فخار,Poterie,Pottery\n٠٢٠٠٠٠٢,خزف,Céramique,\n";
    let load = || ministry.post(IMPORTS).body("text/csv", file);
    assert_eq!(load().await.expect_status(200).json(), json!({ "added": 2, "changed": 0, "unchanged": 0 }));
    assert_eq!(load().await.expect_status(200).json(), json!({ "added": 0, "changed": 0, "unchanged": 2 }));
    let activities = app.visitor().get("/api/v1/craft-activities?sector=02").await.items();
    assert_eq!(activities.len(), 2);
    assert_eq!(activities[1]["code"], "0200002");
    assert_eq!(activities[1]["name"], json!({ "ar": "خزف", "fr": "Céramique" }));
    assert_eq!(app.visitor().get("/api/v1/craft-activities?q=poterie").await.items().len(), 1);
    let mended = "code,name_ar,name_fr,name_en\n0200001,فخار تقليدي,Poterie,Pottery\n";
    assert_eq!(ministry.post(IMPORTS).body("text/csv", mended).await.json()["changed"], 1);
    let versions = ministry.get("/api/v1/craft-versions/craft-activities/0200001").await.items();
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[0]["document"]["name_ar"], "فخار تقليدي");
}

#[actix_web::test]
async fn a_file_with_a_wrong_line_is_refused_whole_and_every_wrong_line_is_named() {
    let app = TestApp::new().await;
    let file = "code,name_ar,name_fr,name_en\n0200001,فخار,,\n02,خزف,,\n9900001,نحاس,,\n0200001,فخار,,\n0200003,,,\n0200004,a\u{0}b,,\n";
    let answer = app.ministry().post(IMPORTS).body("text/csv", file).await.expect_status(422);
    answer.expect_faults(&[("/3/code", "wrong_format"), ("/4/code", "no_such"), ("/5/code", "repeated"), ("/6/name_ar", "required"), ("/7/name_ar", "forbidden_characters")]);
    assert_eq!(app.visitor().get("/api/v1/craft-activities").await.items().len(), 0);
    app.ministry().post(IMPORTS).body("text/csv", "").await.expect_status(422);
    app.ministry().post(IMPORTS).body("text/csv", "a;b\n1;2\n").await.expect_status(422);
    app.ministry().post(IMPORTS).body("text/csv", b"code,name_ar,name_fr,name_en\n0200001,\xff\xfe,,\n".to_vec()).await.expect_status(422);
    app.ministry()
        .post("/api/v1/craft-activities/imports")
        .body("text/csv", file)
        .await
        .expect_status(400)
        .expect_faults(&[("?source", "required")]);
}

#[actix_web::test]
async fn a_label_is_mended_with_the_text_it_rests_on() {
    let app = TestApp::new().await;
    let ministry = app.ministry();
    let change = json!({ "name": { "fr": "Terre et céramique" }, "source": "JO 2007" });
    let after = ministry.patch("/api/v1/craft-sectors/02").if_match("\"1\"").json(&change).await.expect_status(200).json();
    assert_eq!((after["name"]["fr"].clone(), after["label_source"].clone()), (json!("Terre et céramique"), json!("JO 2007")));
    let versions = ministry.get("/api/v1/craft-versions/craft-sectors/02").await.items();
    assert_eq!(versions.len(), 2);
    ministry.get("/api/v1/craft-versions/crafts/02").await.expect_status(404);
}
