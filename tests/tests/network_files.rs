//! Networks as files: Microsoft Project XML and CSV, in and out.

use serde_json::json;
use tests::TestApp;
use tests::world::{network, project, put_network as put, scheduled as schedule, scheduled_field as of};

#[actix_web::test]
async fn a_project_file_comes_back_as_it_went_out() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let mut rows = network();
    rows[1]["predecessors"] = json!([{ "code": "A", "type": "ff", "lag_days": -1 }]);
    rows[2]["constraint"] = json!({ "kind": "start_no_earlier_than", "at": "2026-06-10" });
    rows[2]["note"] = json!("<انتبه> & \"راجع\"");
    rows[1]["deadline"] = json!("2026-06-28");
    rows[3]["constraint"] = json!({ "kind": "finish_no_later_than", "at": "2026-06-29" });
    rows[1]["name"]["fr"] = json!("Tissage");
    rows[1]["estimate"] = json!({ "optimistic": 8.0, "most_likely": 9.5, "pessimistic": 15.0 });
    put(&owner, &id, rows.clone()).await.expect_status(200);
    let place = format!("/api/v1/projects/{id}/schedule");
    let before = schedule(&owner, &id).await;
    for (accept, media) in [("text/xml", "text/xml"), ("text/csv", "text/csv")] {
        let file = owner.get(&place).header("accept", accept).await.expect_status(200);
        let other = tests::world::project_of(&owner).await;
        let imports = format!("/api/v1/projects/{other}/network/imports");
        let dry = owner.post(&format!("{imports}?dry_run=true")).body(media, file.bytes.to_vec()).await.expect_status(200).json();
        assert_eq!((&dry["dry_run"], &dry["activities"]), (&json!(true), &json!(4)));
        assert_eq!(owner.get(&format!("/api/v1/projects/{other}/activities")).await.items().len(), 0);
        owner.post(&imports).body(media, file.bytes.to_vec()).await.expect_status(200);
        let after = schedule(&owner, &other).await;
        for field in ["start", "finish", "late_start", "late_finish", "total_float_minutes", "critical"] {
            for code in ["A", "B", "C", "E"] {
                assert_eq!(of(&after, code, field), of(&before, code, field), "{media} {code} {field}");
            }
        }
        let taken = owner.get(&format!("/api/v1/projects/{other}/activities")).await.items();
        assert_eq!(taken[2]["note"], "<انتبه> & \"راجع\"");
        assert_eq!((&taken[1]["name"], &taken[1]["estimate"]), (&rows[1]["name"], &rows[1]["estimate"]), "{media}");
    }
    owner.get(&place).header("accept", "image/png").await.expect_status(406);
}

#[actix_web::test]
async fn a_file_taken_back_into_its_project_loses_nothing_that_its_form_has_no_room_for() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let night = json!({ "hours": [{ "from": "20:00", "to": "24:00" }] });
    let calendar = json!({ "calendar": {}, "calendars": { "night": night } });
    owner.put(&format!("/api/v1/projects/{id}/calendar")).if_match("*").json(&calendar).await.expect_status(200);
    let mut rows = network();
    rows[0]["actual_start"] = json!("2026-06-02");
    rows[0]["percent_done"] = json!(40.0);
    rows[1]["name"] = json!({ "ar": rows[1]["name"]["ar"], "fr": "Tissage", "en": "Weaving" });
    rows[1]["estimate"] = json!({ "optimistic": 8.0, "most_likely": 10.0, "pessimistic": 15.0 });
    rows[2]["calendar"] = json!("night");
    rows[2]["predecessors"] = json!([{ "code": "A", "type": "ss", "lag_minutes": 480 }]);
    rows[2]["measure"] = json!({ "method": "units", "units_planned": 12.0, "unit": "زربية" });
    put(&owner, &id, rows).await.expect_status(200);
    let content = async || {
        let mut all = owner.get(&format!("/api/v1/projects/{id}/activities")).await.items();
        all.iter_mut().for_each(|one| {
            // A duration in days and the same in minutes are one.
            for of_form in ["version", "duration_days", "duration_minutes"] {
                one.as_object_mut().unwrap().remove(of_form);
            }
        });
        all
    };
    let (before, dates) = (content().await, schedule(&owner, &id).await["schedule"]["activities"].clone());
    for media in ["text/csv", "text/xml"] {
        let file = owner.get(&format!("/api/v1/projects/{id}/schedule")).header("accept", media).await.expect_status(200);
        let imports = format!("/api/v1/projects/{id}/network/imports?mode=replace");
        owner.post(&imports).body(media, file.bytes.to_vec()).await.expect_status(200);
        let mut after = content().await;
        for (one, was) in after.iter_mut().zip(&before) {
            // A Microsoft Project file says days by the hour.
            let start = one["actual_start"].as_str().map(|start| json!(start[..10]));
            assert_eq!(start.as_ref(), was.get("actual_start"), "{media}");
            one["actual_start"] = was["actual_start"].clone();
            if was["actual_start"].is_null() {
                one.as_object_mut().unwrap().remove("actual_start");
            }
        }
        assert_eq!(json!(after), json!(before), "{media}");
        assert_eq!(schedule(&owner, &id).await["schedule"]["activities"], dates, "{media}");
    }
}

#[actix_web::test]
async fn a_hostile_or_broken_file_is_refused_and_says_why() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let imports = format!("/api/v1/projects/{id}/network/imports");
    let task = |fields: &str| format!("<Project><Tasks><Task><UID>1</UID><Name>نسج</Name>{fields}</Task></Tasks></Project>");
    for (body, pointer, code) in [
        ("<Project><Tasks>".to_owned(), "", "broken_xml"),
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><Project>&b;</Project>".to_owned(), "", "document_type"),
        ("<Project>&b;</Project>".to_owned(), "", "broken_xml"),
        ("<a>".repeat(500), "", "file_too_deep"),
        ("<html></html>".to_owned(), "", "not_a_project"),
        (task("<Duration>five days</Duration>"), "/activities/0/duration_minutes", "wrong_duration"),
        (
            task("<Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>9</PredecessorUID></PredecessorLink>"),
            "/activities/0/predecessors",
            "unknown_predecessor",
        ),
        (task("<Duration>PT8H0M0S</Duration><Deadline>soon</Deadline>"), "/activities/0/deadline", "wrong_date"),
    ] {
        owner.post(&imports).body("text/xml", body).await.expect_status(422).expect_faults(&[(pointer, code)]);
    }
    let cyclic = "<Project><Tasks>\
        <Task><UID>1</UID><Name>غزل</Name><Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type></PredecessorLink></Task>\
        <Task><UID>2</UID><Name>نسج</Name><Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task>\
        </Tasks></Project>";
    let refused = owner.post(&imports).body("text/xml", cyclic).await.expect_status(422);
    assert!(refused.text().contains("غزل"), "{}", refused.text());
    for (table, pointer, code) in [
        ("code,name,duration_days\n", "", "broken_table"),
        ("name,duration_days\nنسج,5\n", "", "column_missing"),
        ("code,name,duration_days\nA,نسج,خمسة\n", "/activities/0/duration_days", "wrong_duration"),
        ("code,name,duration_days,predecessors\nA,نسج,5,Q\n", "/activities/0/predecessors", "wrong_predecessor"),
        ("code,name,duration_days,deadline\nA,نسج,5,غدا\n", "/activities/0/deadline", "wrong_date"),
    ] {
        let answer = owner.post(&imports).body("text/csv", table).await;
        // A header alone is an empty network.
        if code == "broken_table" && answer.status == 200 {
            continue;
        }
        answer.expect_status(422).expect_faults(&[(pointer, code)]);
    }
    assert_eq!(owner.get(&format!("/api/v1/projects/{id}/activities")).await.items().len(), 0);
}
