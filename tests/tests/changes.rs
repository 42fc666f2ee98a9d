//! The change feed: a program that follows along reads everything once, in the order of the commits, of the wilayas it is in charge of.

use api::kernel::Kernel;
use api::kernel::access::Scope;
use api::kernel::access::allowed::Read;
use api::kernel::db::schema::outbox;
use api::kernel::db::transaction;
use api::kernel::error::Error;
use api::kernel::http::request_id::Origin;
use api::kernel::ids::AssociationId;
use api::kernel::outbox as feed;
use diesel::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use tests::{Actor, Answer, TestApp, world};

async fn since(actor: &Actor<'_>, cursor: &str) -> Answer {
    let query = if cursor.is_empty() { String::new() } else { format!("?since={cursor}") };
    actor.get(&format!("/api/v1/changes{query}")).await.expect_status(200)
}

/// The same, once there are so many events: on a PostgreSQL server that others share, their transactions may hold the feed back.
async fn once_there(actor: &Actor<'_>, cursor: &str, events: usize) -> Answer {
    for _ in 0..200 {
        let answer = since(actor, cursor).await;
        if answer.items().len() >= events {
            return answer;
        }
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
    }
    since(actor, cursor).await
}

fn topics(answer: &Answer) -> Vec<String> {
    answer.items().iter().map(|item| item["topic"].as_str().unwrap().to_owned()).collect()
}

#[actix_web::test]
async fn a_chambers_program_follows_what_happens_in_its_wilaya_and_goes_on_where_it_stopped() {
    let app = TestApp::new().await;
    let chamber =
        app.machine(api::kernel::access::Role::Chamber, api::kernel::access::Body::Institution(app.chamber_of("16")), &["list_changes"]);
    let start = since(&chamber, "").await;
    assert_eq!(start.items(), Vec::<Value>::new());
    let id = world::verified(&app).await;
    let first = once_there(&chamber, &start.str("/next_cursor"), 3).await;
    assert_eq!(topics(&first), ["association.created", "association.status_changed", "association.status_changed"]);
    let last = &first.items()[2];
    assert_eq!((&last["subject_id"], &last["association_id"], &last["payload"]["status"]), (&json!(id), &json!(id), &json!("verified")));
    let cursor = first.str("/next_cursor");
    let nothing = since(&chamber, &cursor).await;
    assert_eq!(nothing.items(), Vec::<Value>::new());
    world::step(&app, &id, "suspension", Some(json!({ "reason": "لم تجدد العهدة" }))).await;
    for cursor in [cursor, nothing.str("/next_cursor")] {
        assert_eq!(once_there(&chamber, &cursor, 1).await.items().len(), 1);
    }
}

#[actix_web::test]
async fn each_reads_of_the_associations_it_is_in_charge_of_and_of_what_is_everybodys() {
    let app = TestApp::new().await;
    let id = world::verified(&app).await;
    let institution = json!({ "kind": "directorate", "name": { "ar": "مديرية السياحة" } });
    app.ministry().post("/api/v1/institutions").json(&institution).await.expect_status(201);
    let another = world::draft(&app).await;
    for (who, actor, expected) in [
        ("its chamber", app.chamber("16"), 5),
        ("another chamber", app.chamber("31"), 1),
        ("its president", world::president(&app, &id), 4),
        ("the president of the draft", world::president(&app, &another), 2),
        ("the national chamber", app.national(), 5),
        ("the ministry", app.ministry(), 5),
    ] {
        let seen = once_there(&actor, "", expected).await;
        assert_eq!(seen.items().len(), expected, "{who}: {}", seen.text());
    }
    app.admin().get("/api/v1/changes").await.expect_status(403);
    app.trainer().get("/api/v1/changes").await.expect_status(403);
    app.visitor().get("/api/v1/changes").await.expect_status(401);
}

#[actix_web::test]
async fn a_certificate_is_heard_of_by_its_association_and_chamber_and_by_no_others() {
    let app = TestApp::new().await;
    let (class, certificates) = world::certified(&app, 2).await;
    let revocation = format!("/api/v1/certificates/{}/revocation", certificates[0]["id"].as_str().unwrap());
    app.chamber("16").post(&revocation).json(&json!({ "reason": "خطأ في الاسم" })).await.expect_status(200);
    while !topics(&since(&app.ministry(), "").await).contains(&"certificate.revoked".to_owned()) {
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
    }
    for (who, actor, expected) in [
        ("the chamber", &app.chamber("16"), ["certificate.issued", "certificate.issued", "certificate.revoked"].as_slice()),
        ("whose is revoked", &class.owners[0], &["certificate.issued", "certificate.revoked"]),
        ("the other participant", &class.owners[1], &["certificate.issued"]),
        ("another chamber", &app.chamber("31"), &[]),
    ] {
        let seen = since(actor, "").await;
        let heard: Vec<String> = topics(&seen).into_iter().filter(|topic| topic.starts_with("certificate.")).collect();
        assert_eq!(heard, expected, "{who}");
    }
}

#[actix_web::test]
async fn a_wilaya_that_moves_to_another_chamber_takes_its_events_along() {
    let app = TestApp::new().await;
    world::draft(&app).await;
    let (algiers, oran) = (app.chamber("16"), app.chamber("31"));
    let cover = async |institution, wilayas: Value| {
        let place = format!("/api/v1/institutions/{institution}/coverage");
        app.ministry().put(&place).if_match("*").json(&json!({ "wilayas": wilayas })).await.expect_status(200);
    };
    cover(app.chamber_of("16"), json!([])).await;
    cover(app.chamber_of("31"), json!(["16", "31"])).await;
    assert!(topics(&once_there(&oran, "", 3).await).contains(&"association.created".to_owned()));
    assert!(!topics(&once_there(&algiers, "", 2).await).contains(&"association.created".to_owned()));
}

#[actix_web::test]
async fn pages_and_topics_lose_and_repeat_nothing() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        world::verified(&app).await;
    }
    let ministry = app.ministry();
    let whole = once_there(&ministry, "", 9).await.items();
    assert_eq!(whole.len(), 9);
    let (mut piecewise, mut cursor) = (Vec::new(), String::new());
    for _ in 0..5 {
        let page = ministry.get(&format!("/api/v1/changes?limit=2{cursor}")).await.expect_status(200);
        piecewise.extend(page.items());
        cursor = format!("&since={}", page.str("/next_cursor"));
    }
    assert_eq!(piecewise, whole);
    let steps = ministry.get("/api/v1/changes?topic=association.created&topic=document.uploaded").await.expect_status(200);
    assert_eq!(topics(&steps), vec!["association.created"; 3]);
    let unknown = ministry.get("/api/v1/changes?topic=association.exploded").await.expect_status(400);
    assert_eq!(unknown.faults(), [("?topic/0".to_owned(), "not_allowed".to_owned())]);
    ministry.get("/api/v1/changes?since=nonsense").await.expect_status(400).expect_faults(&[("?since", "wrong_format")]);
}

#[actix_web::test]
async fn what_is_older_than_ninety_days_is_removed_and_who_stayed_away_longer_is_told_so() {
    let app = TestApp::new().await;
    let cursor = since(&app.ministry(), "").await.str("/next_cursor");
    let old = world::draft(&app).await;
    app.advance(chrono::Duration::days(90));
    let recent = world::draft(&app).await;
    feed::remove_all_old(&app.kernel).unwrap();
    assert_eq!(once_there(&app.ministry(), &cursor, 2).await.items().len(), 2, "ninety days are kept");
    app.advance(chrono::Duration::days(2));
    feed::remove_all_old(&app.kernel).unwrap();
    let ministry = app.ministry();
    let left = since(&ministry, "").await.items();
    assert_eq!(left.iter().map(|item| &item["subject_id"]).collect::<Vec<_>>(), [&json!(recent)], "{old} is gone");
    let late = ministry.get(&format!("/api/v1/changes?since={cursor}")).await.expect_status(410).expect_problem("cursor_expired");
    assert!(late.str("/detail").contains("90"));
    // The last event stays for ever, so that the next comes after it.
    app.advance(chrono::Duration::days(400));
    feed::remove_all_old(&app.kernel).unwrap();
    let ministry = app.ministry();
    let end = since(&ministry, "").await;
    assert_eq!(end.items().len(), 1);
    world::draft(&app).await;
    assert_eq!(once_there(&ministry, &end.str("/next_cursor"), 1).await.items().len(), 1);
}

/// Writes an event as an operation would, and calls `before_commit` while the transaction is still open.
fn write(kernel: &Kernel, before_commit: impl FnOnce()) -> String {
    let id = kernel.ids.next();
    let origin = Origin::default();
    transaction::write::<_, Error>(&mut kernel.db.writer().unwrap(), |conn| {
        let mut tx = Read { conn, kernel, caller: None, scope: Scope::Public, now: kernel.clock.now(), origin: &origin };
        feed::publish(&mut tx, "association.created", id, Some(AssociationId(id)), &json!({}))?;
        before_commit();
        Ok(())
    })
    .unwrap();
    id.to_string()
}

#[actix_web::test]
async fn an_event_whose_transaction_takes_longer_is_not_passed_by() {
    let app = TestApp::new().await;
    let ministry = app.ministry();
    let start = since(&ministry, "").await.str("/next_cursor");
    if app.kernel.db.file().is_some() {
        // One writer at a time: nobody can commit in between.
        return;
    }
    let (go, wait) = mpsc::channel::<()>();
    let (begun, ready) = mpsc::channel::<()>();
    let kernel = app.kernel.clone();
    let slow = std::thread::spawn(move || {
        write(&kernel, || {
            begun.send(()).unwrap();
            wait.recv().unwrap();
        })
    });
    ready.recv().unwrap();
    let quick = write(&app.kernel, || {});
    let early = since(&ministry, &start).await;
    assert_eq!(early.items(), Vec::<Value>::new(), "the quick one waits for the slow one that began before it");
    go.send(()).unwrap();
    let slow = slow.join().unwrap();
    let seen = once_there(&ministry, &early.str("/next_cursor"), 2).await.items();
    assert_eq!(seen.iter().map(|item| &item["subject_id"]).collect::<Vec<_>>(), [&json!(slow), &json!(quick)]);
}

#[actix_web::test]
async fn who_reads_while_many_write_gets_every_event_once() {
    const WRITERS: usize = 6;
    const EACH: usize = 25;
    let app = TestApp::new().await;
    let replica = app.replica().await;
    let ministry = app.ministry();
    let mut cursor = since(&ministry, "").await.str("/next_cursor");
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let kernel = if writer % 2 == 0 { app.kernel.clone() } else { replica.kernel.clone() };
            std::thread::spawn(move || {
                // Connections are few: who gets none now tries again, as a client would.
                let pause = |step: usize| std::thread::sleep(Duration::from_micros((step * 7919 % 13 * 300) as u64));
                (0..EACH).map(|n| write(&kernel, || pause(writer + n))).collect::<Vec<_>>()
            })
        })
        .collect();
    let mut seen: Vec<String> = Vec::new();
    let mut read = async |seen: &mut Vec<String>| {
        let page = ministry.get(&format!("/api/v1/changes?limit=7&since={cursor}")).await.expect_status(200);
        cursor = page.str("/next_cursor");
        let items = page.items();
        seen.extend(items.iter().map(|item| item["subject_id"].as_str().unwrap().to_owned()));
        items.len()
    };
    while writers.iter().any(|writer| !writer.is_finished()) {
        read(&mut seen).await;
    }
    let written: BTreeSet<String> = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
    let patience = Instant::now() + Duration::from_secs(20);
    while read(&mut seen).await > 0 || (seen.len() < WRITERS * EACH && Instant::now() < patience) {}
    assert_eq!(seen.len(), WRITERS * EACH);
    assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), written);
}

#[actix_web::test]
async fn a_dump_put_into_another_postgresql_goes_on_with_the_same_cursors() {
    let app = TestApp::new().await;
    let ministry = app.ministry();
    world::draft(&app).await;
    // As if the transactions of the dump had been numbered by a server that had seen many more.
    diesel::update(outbox::table)
        .set(outbox::transaction_id.eq(outbox::transaction_id + 1_000_000_000))
        .execute(&mut *app.kernel.db.writer().unwrap())
        .unwrap();
    let replica = app.replica().await;
    let there = once_there(&ministry, "", 1).await;
    assert_eq!(there.items().len(), 1);
    let id = write(&replica.kernel, || {});
    let new = once_there(&ministry, &there.str("/next_cursor"), 1).await.items();
    assert_eq!(new.iter().map(|item| &item["subject_id"]).collect::<Vec<_>>(), [&json!(id)]);
}

#[test]
fn every_topic_that_is_published_is_named_in_the_contract() {
    let call = regex::Regex::new(r#"publish(?:_many)?\(\s*(?:tx,\s*)?"([a-z_.]+)""#).unwrap();
    let files = tests::source::files("api/src");
    let published: BTreeSet<&str> =
        files.iter().flat_map(|file| call.captures_iter(&file.text)).map(|found| found.get(1).unwrap().as_str()).collect();
    let named: BTreeSet<&str> = api::resources::changes::Topic::ALL.iter().map(|topic| topic.as_str()).collect();
    assert_eq!(published, named);
}
