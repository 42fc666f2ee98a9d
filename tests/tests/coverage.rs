//! Which presidents in office are trained, by wilaya, level and craft, as it was known on a day; and what became of it.

use api::kernel::db::schema::event_applications as a;
use api::kernel::ids::AssociationId;
use api::resources::calls::ApplicationId;
use chrono::Duration;
use diesel::prelude::*;
use serde_json::{Value, json};
use tests::world::{TODAY, certified, declare, held, outcome, project_of, verified};
use tests::{Actor, TestApp};

const LIST: &str = "/api/v1/training-coverage";
const FIGURES: &str = "/api/v1/training-coverage/summary";
const PATHS: &str = "/api/v1/training-coverage/paths";

fn presidency(name: &str) -> Value {
    json!({ "office": "president", "person_name": name, "gender": "woman", "starts_on": "2024-01-10" })
}

/// Writes who presides an association.
async fn presided(app: &TestApp, association: &str, mandates: &[Value]) {
    let change = json!({ "mandates": mandates });
    app.chamber("16").patch(&format!("/api/v1/associations/{association}")).if_match("*").json(&change).await.expect_status(200);
}

/// How far the president of an association is.
fn training(items: &[Value], association: &str) -> String {
    let found = items.iter().find(|item| item["association_id"] == association).unwrap();
    found["training"].as_str().unwrap().to_owned()
}

async fn figures(actor: &Actor<'_>, query: &str) -> Value {
    actor.get(&format!("{FIGURES}{query}")).await.expect_status(200).json()
}

#[actix_web::test]
async fn the_president_in_office_is_trained_and_not_a_predecessor_or_a_namesake() {
    let app = TestApp::new().await;
    let (class, _) = certified(&app, 4).await;
    presided(&app, &class.associations[0], &[presidency("ناديه  0")]).await;
    let (mut before, mut since) = (presidency("نادية 1"), presidency("سعاد منصوري"));
    before["ends_on"] = json!("2025-12-31");
    since["starts_on"] = json!("2026-01-01");
    presided(&app, &class.associations[1], &[before, since]).await;
    let mut namesake = presidency("نادية 2");
    namesake["born_on"] = json!("1970-01-01");
    presided(&app, &class.associations[2], &[namesake]).await;
    let mut over = presidency("نادية 3");
    over["ends_on"] = json!("2026-05-03");
    presided(&app, &class.associations[3], &[over]).await;
    let items = app.chamber("16").get(LIST).await.expect_status(200).items();
    let of: Vec<String> = class.associations[..3].iter().map(|one| training(&items, one)).collect();
    assert_eq!(of, ["trained", "not_yet", "not_yet"]);
    assert_eq!(items.len(), 3, "whose mandate is over is not in office");
    let only = app.chamber("16").get(&format!("{LIST}?trained=true")).await.expect_status(200).items();
    assert_eq!((only.len(), &only[0]["president_name"], &only[0]["seats"][0]["issued_on"]), (1, &json!("ناديه 0"), &json!("2026-05-04")));
    let code = only[0]["seats"][0]["certificate_code"].as_str().unwrap();
    let seen = app.visitor().get(&format!("/api/v1/certificate-checks/{code}")).await.expect_status(200).json();
    assert_eq!(seen["state"], "valid");
    let whole = figures(&app.ministry(), "").await;
    let expected = json!({ "code": "16", "associations": 4, "presidents": 3, "trained": 1, "enrolled": 0, "without_certificate": 0 });
    assert_eq!((&whole["parts"], &whole["associations"], &whole["presidents"]), (&json!([expected]), &json!(4), &json!(3)));
}

#[actix_web::test]
async fn the_same_day_gives_the_same_figures_whatever_happens_later() {
    let app = TestApp::new().await;
    let (class, certificates) = certified(&app, 1).await;
    presided(&app, &class.associations[0], &[presidency("نادية 0")]).await;
    let then = figures(&app.ministry(), "?as_of=2026-05-04").await;
    assert_eq!((&then["associations"], &then["trained"]), (&json!(1), &json!(1)));
    app.advance(Duration::days(1));
    let path = format!("/api/v1/certificates/{}/revocation", certificates[0]["id"].as_str().unwrap());
    app.chamber("16").post(&path).json(&json!({ "reason": "خطأ في قائمة الحضور" })).await.expect_status(200);
    let now = figures(&app.ministry(), "").await;
    assert_eq!((&now["as_of"], &now["trained"], &now["enrolled"]), (&json!("2026-05-05"), &json!(0), &json!(1)));
    assert_eq!(figures(&app.ministry(), "?as_of=2026-05-04").await, then);
    let suspension = format!("/api/v1/associations/{}/suspension", class.associations[0]);
    app.chamber("16").post(&suspension).json(&json!({ "reason": "انتهت العهدة" })).await.expect_status(200);
    assert_eq!(figures(&app.ministry(), "").await["associations"], 0, "it is in the register no more");
    assert_eq!(figures(&app.ministry(), "?as_of=2026-05-04").await, then);
    assert_eq!(figures(&app.ministry(), "?as_of=2026-05-03").await["associations"], 0, "it was not yet");
    assert_eq!(app.chamber("16").get(&format!("{LIST}?as_of=2026-05-04&training=trained")).await.expect_status(200).items().len(), 1);
    let tomorrow = app.visitor().get(&format!("{FIGURES}?as_of=2026-05-06")).await.expect_status(400);
    tomorrow.expect_faults(&[("?as_of", "in_the_future")]);
    let unknown = format!("{FIGURES}?course_id={}", app.kernel.ids.next());
    app.visitor().get(&unknown).await.expect_status(400).expect_faults(&[("?course_id", "no_such")]);
}

#[actix_web::test]
async fn whoever_ended_without_a_certificate_is_counted_apart() {
    let app = TestApp::new().await;
    let (class, certificates) = certified(&app, 1).await;
    presided(&app, &class.associations[0], &[presidency("نادية 0")]).await;
    let path = format!("/api/v1/certificates/{}/revocation", certificates[0]["id"].as_str().unwrap());
    app.chamber("16").post(&path).json(&json!({ "reason": "خطأ في قائمة الحضور" })).await.expect_status(200);
    assert_eq!(figures(&app.ministry(), "").await["enrolled"], 1, "the cohort is not over");
    app.advance(Duration::days(9));
    let over = figures(&app.ministry(), "").await;
    assert_eq!((&over["trained"], &over["enrolled"], &over["without_certificate"]), (&json!(0), &json!(0), &json!(1)));
    let course = app.visitor().get(&format!("/api/v1/cohorts/{}", class.cohort)).await.expect_status(200).str("/course_id");
    assert_eq!(figures(&app.ministry(), &format!("?course_id={course}")).await["without_certificate"], 1);
    let other = api::resources::courses::PROGRAMME_ID;
    assert_eq!(figures(&app.ministry(), &format!("?course_id={other}")).await["without_certificate"], 0);
}

#[actix_web::test]
async fn figures_of_few_are_hidden_but_for_those_in_charge() {
    let app = TestApp::new().await;
    let (class, _) = certified(&app, 6).await;
    for place in 0..2 {
        presided(&app, &class.associations[place], &[presidency(&format!("نادية {place}"))]).await;
    }
    let public = figures(&app.visitor(), "").await;
    assert_eq!((&public["complete"], &public["least_shown"], &public["presidents"]), (&json!(false), &json!(5), &json!(6)));
    assert_eq!((&public["trained"], &public["parts"][0]["trained"]), (&Value::Null, &Value::Null));
    assert_eq!((&public["parts"][0]["presidents"], &public["parts"][0]["enrolled"]), (&json!(6), &json!(0)), "nobody is nobody");
    for (by, code) in [("level", "communal"), ("craft_sector", "02")] {
        let parts = figures(&app.visitor(), &format!("?by={by}")).await["parts"].clone();
        assert_eq!((&parts[0]["code"], &parts[0]["presidents"], &parts[0]["trained"]), (&json!(code), &json!(6), &Value::Null));
        let parts = figures(&app.national(), &format!("?by={by}")).await["parts"].clone();
        assert_eq!(parts[0]["trained"], 2);
    }
    let chamber = figures(&app.chamber("16"), "").await;
    assert_eq!((&chamber["trained"], &chamber["parts"][0]["trained"]), (&Value::Null, &json!(2)), "its own wilaya is its own");
    let own = figures(&app.chamber("16"), "?in_charge=true&by=level").await;
    assert_eq!((&own["complete"], &own["trained"], &own["parts"][0]["trained"]), (&json!(true), &json!(2), &json!(2)));
    let foreign = figures(&app.chamber("31"), "?in_charge=true").await;
    assert_eq!((&foreign["associations"], &foreign["parts"]), (&json!(0), &json!([])));
    assert_eq!(figures(&app.visitor(), "?in_charge=true").await["associations"], 0, "a visitor is in charge of nothing");
}

#[actix_web::test]
async fn a_chamber_lists_its_own_page_by_page_and_as_a_file() {
    let app = TestApp::new().await;
    let (class, _) = certified(&app, 3).await;
    presided(&app, &class.associations[1], &[presidency("نادية 1")]).await;
    verified(&app).await;
    let officer = app.chamber("16");
    let all = officer.get(LIST).await.expect_status(200).items();
    let (mut paged, mut target) = (Vec::new(), format!("{LIST}?limit=1"));
    loop {
        let page = officer.get(&target).await.expect_status(200);
        paged.extend(page.items());
        let Some(cursor) = page.json()["next_cursor"].as_str().map(str::to_owned) else { break };
        target = format!("{LIST}?limit=1&cursor={cursor}");
    }
    assert_eq!((all.len(), &paged), (4, &all), "those with a seat and those without come in one order");
    for (query, expected) in [
        ("trained=false", 3),
        ("training=not_yet&training=trained", 4),
        ("wilaya=16&level=communal&craft_sector=02", 4),
        ("level=national", 0),
        ("craft_sector=03", 0),
        ("wilaya=31", 0),
    ] {
        assert_eq!(officer.get(&format!("{LIST}?{query}")).await.expect_status(200).items().len(), expected, "{query}");
    }
    let file = officer.get(&format!("{LIST}?trained=true")).header("Accept", "text/csv").await.expect_status(200).text();
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines.len(), 2, "{file}");
    assert!(lines[1].contains("نادية 1") && lines[1].contains(",trained,"), "{file}");
    assert!(app.chamber("31").get(LIST).await.expect_status(200).items().is_empty());
    class.owners[0].get(LIST).await.expect_status(403);
    app.trainer().get(LIST).await.expect_status(403);
    app.visitor().get(LIST).await.expect_status(401);
}

#[actix_web::test]
async fn training_goes_along_when_files_are_merged() {
    let app = TestApp::new().await;
    let (class, _) = certified(&app, 1).await;
    let kept = verified(&app).await;
    let mut since = presidency("نادية 0");
    since["starts_on"] = json!("2025-01-10");
    presided(&app, &kept, &[since]).await;
    let officer = app.chamber("16");
    assert_eq!(training(&officer.get(LIST).await.items(), &kept), "not_yet");
    let merge = json!({ "other_id": class.associations[0] });
    officer.post(&format!("/api/v1/associations/{kept}/merges")).json(&merge).await.expect_status(201);
    let items = officer.get(LIST).await.expect_status(200).items();
    assert_eq!((items.len(), training(&items, &kept).as_str()), (1, "trained"));
    let paths = officer.get(PATHS).await.expect_status(200).items();
    assert_eq!((paths.len(), &paths[0]["association_id"]), (1, &json!(kept)));
    assert_eq!(paths[0]["certificates"].as_array().map(Vec::len), Some(1));
}

/// An event at which an association was, declared for.
async fn attended(app: &TestApp, association: &str, days: (&str, &str), dinars: i64) -> String {
    let commission = held(app, 1, days).await;
    declare(&commission.owners[0], &commission.applications[0], &outcome(dinars)).await.expect_status(200);
    let mut conn = app.kernel.db.writer().unwrap();
    let id: ApplicationId = commission.applications[0].parse::<uuid::Uuid>().unwrap().into();
    let association: AssociationId = association.parse::<uuid::Uuid>().unwrap().into();
    diesel::update(a::table.find(id)).set(a::association_id.eq(association)).execute(&mut *conn).unwrap();
    commission.event.clone()
}

#[actix_web::test]
async fn course_project_exhibition_and_sales_are_followed_by_those_who_may_read_them() {
    let app = TestApp::new().await;
    let (class, _) = certified(&app, 2).await;
    let project = project_of(&class.owners[0]).await;
    attended(&app, &class.associations[0], TODAY, 70).await;
    let event = attended(&app, &class.associations[0], ("2026-05-04", "2026-05-06"), 120).await;
    let own = class.owners[0].get(PATHS).await.expect_status(200).items();
    assert_eq!((own.len(), &own[0]["since"], &own[0]["certificates"][0]["office"]), (1, &json!("2026-05-04"), &json!("president")));
    assert_eq!((&own[0]["projects"][0]["project_id"], &own[0]["projects"][0]["stage"]), (&json!(project), &json!("idea")));
    assert_eq!(own[0]["events"].as_array().map(Vec::len), Some(1), "what was before the certificate does not follow from it");
    let sales = json!([{ "round": "close", "sales": { "amount": 12_000, "currency": "DZD" }, "orders_value": { "amount": 50_000, "currency": "DZD" } }]);
    assert_eq!((&own[0]["events"][0]["event_id"], &own[0]["events"][0]["declared"]), (&json!(event), &sales));
    let of = |items: Vec<Value>| items.into_iter().find(|item| item["association_id"] == class.associations[0].as_str()).unwrap();
    for (actor, shown) in [(app.chamber("16"), true), (app.ministry(), true), (app.national(), false)] {
        let items = actor.get(PATHS).await.expect_status(200).items();
        assert_eq!(items.len(), 2);
        let event = of(items)["events"][0].clone();
        let expected = if shown { sales.clone() } else { json!([]) };
        assert_eq!((&event["sales_shown"], &event["declared"]), (&json!(shown), &expected));
    }
    assert!(app.chamber("31").get(PATHS).await.expect_status(200).items().is_empty());
    app.trainer().get(PATHS).await.expect_status(403);
    app.visitor().get(PATHS).await.expect_status(401);
}
