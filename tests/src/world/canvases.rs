//! Recipes of canvases, partners and cash flows.

use super::Ready;
use super::projects::plan;
use crate::actor::Actor;
use serde_json::{Value, json};

pub async fn recipe<'a>(actor: &Actor<'a>, id: &str, operation: &str, mut base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let place = format!("/api/v1/projects/{id}");
    let target = |path: String| format!("{place}/{path}");
    let made = match operation {
        "add_note" => return Ok(base.send(&note())),
        "get_note" | "update_note" | "delete_note" => ("canvas/notes", note(), json!({ "text": "حرفيات القصبة" })),
        "name_canvas_version" => return Ok(base.send(&json!({ "name": "بعد الورشة" }))),
        "get_canvas_version" => {
            actor.post(&target("canvas/versions".into())).json(&json!({ "name": "بعد الورشة" })).await.expect_status(201);
            base.target = target("canvas/versions/1".into());
            return Ok(base);
        }
        "compare_canvas_versions" => {
            actor.post(&target("canvas/versions".into())).json(&json!({ "name": "بعد الورشة" })).await.expect_status(201);
            return Ok(base.query("from=1"));
        }
        "add_element" => return Ok(base.send(&segment())),
        "get_element" | "update_element" | "delete_element" => {
            ("value-proposition/elements", segment(), json!({ "text": "حرفيات القصبة" }))
        }
        "add_partner" => return Ok(base.send(&partner())),
        "get_partner" | "update_partner" | "delete_partner" => ("partners", partner(), json!({ "power": 2 })),
        "list_contacts" | "log_contact" => {
            let added = partner_of(actor, id).await;
            base.target = target(format!("partners/{added}/contacts"));
            return Ok(base.send(&json!({ "on": "2026-05-01", "channel": "visit", "summary": "وافقوا على المبدأ" })));
        }
        "open_negotiation" => {
            let opening = talks(actor, id).await;
            return Ok(base.send(&opening));
        }
        "get_negotiation" => ("negotiations", talks(actor, id).await, Value::Null),
        "update_negotiation" => ("negotiations", talks(actor, id).await, json!({ "our_alternative": "قاعة البلدية" })),
        "add_offer" | "conclude_negotiation" => {
            let opened = actor.post(&target("negotiations".into())).json(&talks(actor, id).await).await.expect_status(201).str("/id");
            let (tail, body) = match operation {
                "add_offer" => ("offers", json!({ "side": "ours", "on": "2026-05-01", "amount": money(40_000) })),
                _ => ("outcome", json!({ "result": "failed", "on": "2026-05-01" })),
            };
            base.target = target(format!("negotiations/{opened}/{tail}"));
            return Ok(base.send(&body));
        }
        "add_agreement" => {
            let entry = agreement(actor, id).await;
            return Ok(base.send(&entry));
        }
        "get_agreement" => ("agreements", agreement(actor, id).await, Value::Null),
        "update_agreement" => ("agreements", agreement(actor, id).await, json!({ "notice_days": 60 })),
        "settle_obligation" => {
            let entered = actor.post(&target("agreements".into())).json(&agreement(actor, id).await).await.expect_status(201);
            let (agreement, obligation) = (entered.str("/id"), entered.str("/obligations/0/id"));
            base.target = target(format!("agreements/{agreement}/obligations/{obligation}/settlement"));
            return Ok(base.send(&json!({ "state": "met" })));
        }
        "put_cash_flows" => {
            actor.put(&target("cash-flows".into())).if_match("*").json(&cash_flows()).await.expect_status(200);
            return Ok(base.send(&cash_flows()));
        }
        "get_cash_flows" | "get_project_criteria" => {
            actor.put(&target("cash-flows".into())).if_match("*").json(&cash_flows()).await.expect_status(200);
            return Ok(base);
        }
        _ => return Err(base),
    };
    let (path, body, change) = made;
    let added = actor.post(&target(path.to_owned())).json(&body).await.expect_status(201).str("/id");
    base.target = target(format!("{path}/{added}"));
    Ok(base.send(&change))
}

/// More rows behind the lists of one project.
pub async fn grow(actor: &Actor<'_>, id: &str) {
    let place = format!("/api/v1/projects/{id}");
    plan(actor, id).await;
    actor.post(&format!("{place}/canvas/notes")).json(&note()).await.expect_status(201);
    actor.post(&format!("{place}/canvas/versions")).json(&json!({ "name": "بعد الورشة" })).await.expect_status(201);
    actor.post(&format!("{place}/negotiations")).json(&talks(actor, id).await).await.expect_status(201);
    actor.post(&format!("{place}/agreements")).json(&agreement(actor, id).await).await.expect_status(201);
}

/// A sum in dinars.
pub fn money(dinars: i64) -> Value {
    json!({ "amount": dinars * 100, "currency": "DZD" })
}

fn note() -> Value {
    json!({ "block": "beneficiaries", "text": "نساء حرفيات" })
}

fn segment() -> Value {
    json!({ "kind": "segment", "text": "نساء حرفيات" })
}

fn partner() -> Value {
    json!({ "name": { "ar": "دار الثقافة" }, "kind": "institution", "power": 4, "interest": 2 })
}

/// A new partner of a project.
pub async fn partner_of(actor: &Actor<'_>, id: &str) -> String {
    actor.post(&format!("/api/v1/projects/{id}/partners")).json(&partner()).await.expect_status(201).str("/id")
}

/// Talks about the rent of a hall: we pay at most 60,000, they want at least 45,000 dinars.
pub async fn talks(actor: &Actor<'_>, id: &str) -> Value {
    let negotiation = json!({
        "subject": "كراء القاعة", "direction": "pays", "our_interests": ["موقع وسط المدينة"],
        "our_limit": money(60_000), "their_limit": money(45_000)
    });
    json!({ "partner_id": partner_of(actor, id).await, "negotiation": negotiation })
}

/// An agreement on the hall, for a year, with an obligation of each side.
pub async fn agreement(actor: &Actor<'_>, id: &str) -> Value {
    let obligations = json!([
        { "side": "theirs", "text": "تسليم القاعة مجهزة", "due_on": "2026-05-01" },
        { "side": "ours", "text": "دفع القسط الأول", "due_on": "2026-06-01", "amount": money(50_000) }
    ]);
    let agreement = json!({
        "title": "اتفاقية كراء القاعة", "parties": [{ "ar": "الجمعية" }, { "ar": "دار الثقافة" }], "amount": money(50_000),
        "signed_on": "2026-04-01", "starts_on": "2026-04-15", "ends_on": "2027-04-14", "renewal": "tacit", "notice_days": 30,
        "obligations": obligations
    });
    json!({ "partner_id": partner_of(actor, id).await, "agreement": agreement })
}

/// A workshop bought for a million dinars that brings in half a million a year for three years.
pub fn cash_flows() -> Value {
    json!({
        "rate": 0.1,
        "components": [
            { "label": { "ar": "التجهيز" }, "flows": [money(-1_000_000)] },
            { "label": { "ar": "المبيعات" }, "flows": [money(0), money(500_000), money(500_000), money(500_000)] }
        ]
    })
}
