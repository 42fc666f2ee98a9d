//! Calls and applications: a national salon whose commission is at work, a regional event that is over, a call that is open.

use super::accounts::{Account, reviewers};
use super::file::{self, TODAY, at, days};
use super::ids;
use super::names;
use crate::kernel::access::Role;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::associations::material::{Gender, Record, Status};
use crate::resources::associations::profiles;
use crate::resources::calls::material::{
    CallRow, Conditions, DecisionRow, History, Row, StepRow, add_call, names, put_applications, put_decisions, put_steps,
};
use crate::resources::calls::{
    ApplicationId, ApplicationInput, ApplicationStatus as St, CallCriterion, CallInput, CallQuota, Entry, qualifications,
};
use crate::resources::events::{self, Id as EventId};
use crate::resources::reviews::material as reviews;
use crate::resources::selections::material as selections;
use serde_json::json;
use std::collections::HashMap;

/// How far the commission of an event is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Applications are still taken.
    Open,
    /// The commission reads.
    Reading,
    /// The event is held: seats are taken, stands are given out.
    Running,
    /// The event is over.
    Over,
    /// So is this one, from before commissions worked here: its seats were given elsewhere.
    Past,
}

impl Stage {
    /// Whether its commission has something to read.
    fn reviewed(self) -> bool {
        matches!(self, Self::Reading | Self::Running | Self::Over)
    }
}

struct Plan {
    /// Number of the event among those of the demonstration.
    event: usize,
    /// Days from today to the opening and the end of its call.
    window: (i64, i64),
    capacity: u32,
    applications: usize,
    stage: Stage,
}

const PLANS: [Plan; 5] = [
    Plan { event: 0, window: (-60, -7), capacity: 120, applications: 300, stage: Stage::Reading },
    Plan { event: 4, window: (-120, -80), capacity: 18, applications: 26, stage: Stage::Over },
    Plan { event: 13, window: (-12, 90), capacity: 60, applications: 14, stage: Stage::Open },
    Plan { event: 14, window: (-90, -30), capacity: 20, applications: 24, stage: Stage::Running },
    Plan { event: 1, window: (-230, -190), capacity: 60, applications: 70, stage: Stage::Past },
];

fn named(ar: &str, fr: &str) -> Text {
    Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: None }
}

fn call(plan: &Plan) -> CallInput {
    let seats = |share: u32| (plan.capacity * share / 100).max(1);
    let quota = |code: &str, name: Text, share: u32, conditions: Conditions| CallQuota {
        code: code.to_owned(),
        name,
        seats: seats(share),
        conditions,
    };
    let criterion = |code: &str, name: Text, weight: u32| CallCriterion { code: code.to_owned(), name, weight, anchors: Vec::new() };
    let nothing = Conditions::default;
    CallInput {
        opens_at: at(days(TODAY, plan.window.0), 0),
        closes_at: at(days(TODAY, plan.window.1), 480),
        capacity: plan.capacity,
        conditions: Conditions { mandate_valid: true, registered_years: Some(1), ..nothing() },
        quotas: vec![
            quota(
                "women",
                named("حصة الجمعيات النسوية", "Associations dirigées par des femmes"),
                25,
                Conditions { women_led: true, ..nothing() },
            ),
            quota("youth", named("حصة الشباب", "Jeunes"), 15, Conditions { youth_led: true, ..nothing() }),
            quota(
                "zone",
                named("حصة المناطق الحدودية والمعزولة", "Zones frontalières et isolées"),
                15,
                Conditions { border_or_isolated: true, ..nothing() },
            ),
            quota(
                "first",
                named("حصة المشاركة الأولى", "Première participation"),
                10,
                Conditions { first_participation: true, ..nothing() },
            ),
        ],
        criteria: vec![
            criterion("quality", named("جودة المنتوج", "Qualité du produit"), 4),
            criterion("heritage", named("الأصالة والتراث", "Authenticité et patrimoine"), 3),
            criterion("presentation", named("العرض والتغليف", "Présentation et emballage"), 2),
            criterion("market", named("القابلية للتسويق", "Potentiel commercial"), 1),
        ],
        least_points: Some(4),
    }
}

/// What an association brings.
fn content(record: &Record, number: u64) -> Result<ApplicationInput> {
    let rng = &mut file::rng(number);
    let sectors = record.input()?.craft_sectors;
    let exhibitors: Vec<_> = (0..rng.usize(1..=3)).map(|_| json!({ "name": names::person(rng, Gender::Woman) })).collect();
    let pieces = [
        ["زربية تقليدية", "Tapis traditionnel"],
        ["طقم خزفي", "Service en céramique"],
        ["حلي فضية", "Bijoux en argent"],
        ["صندوق خشبي منقوش", "Coffre sculpté"],
        ["سلال من الحلفاء", "Vannerie d’alfa"],
    ];
    let products: Vec<_> = sectors
        .iter()
        .take(3)
        .enumerate()
        .map(|(place, sector)| {
            let [ar, fr] = *names::one(rng, &pieces);
            json!({ "id": ids::product(place), "name": { "ar": ar, "fr": fr }, "craft_sector": sector, "description": "قطع من إنتاج الحرفيين، بأسعار في متناول الزوار." })
        })
        .collect();
    let needs = json!({ "area_m2": rng.u32(4..=16), "power_w": rng.u32(1..=4) * 500, "water": rng.u32(..5) == 0, "fire": rng.u32(..12) == 0, "lodging": rng.u32(..4) });
    Ok(serde_json::from_value(
        json!({ "exhibitors": exhibitors, "products": products, "needs": needs, "wishes": "جناح قريب من المدخل إن أمكن." }),
    )?)
}

/// Applications of the demonstration are numbered over all events.
fn application(plan: &Plan, place: usize) -> ApplicationId {
    ids::application(plan.event, place).into()
}

/// Writes calls, applications, reviews and a decision.
///
/// # Errors
/// When the database does not answer.
pub fn put(tx: &mut Read<'_>, files: &[Record]) -> Result<()> {
    let verified: Vec<&Record> = files.iter().filter(|record| record.status == Status::Verified).collect();
    for plan in &PLANS {
        let mut order: Vec<&Record> = verified.clone();
        file::rng(plan.event as u64 + 77_000).shuffle(&mut order[1..]);
        order.truncate(plan.applications);
        one(tx, plan, &order)?;
    }
    Ok(())
}

fn one(tx: &mut Read<'_>, plan: &Plan, records: &[&Record]) -> Result<()> {
    let (id, call) = (EventId::from(ids::event(plan.event)), call(plan));
    let (opens, closes) = (call.opens_at, call.closes_at);
    let row = CallRow {
        event_id: id,
        opens_at: opens,
        closes_at: closes,
        document: Json::of(&call)?,
        version: 1,
        created_at: opens,
        updated_at: opens,
        reviews_per_application: plan.stage.reviewed().then_some(2),
    };
    add_call(tx.conn, &row)?;
    let associations: Vec<AssociationId> = records.iter().map(|record| record.id).collect();
    let profiles = profiles(tx, &associations)?;
    let names = names(tx.conn, &call.conditions)?;
    let (mut rows, mut steps) = (Vec::new(), Vec::new());
    for (place, record) in records.iter().enumerate() {
        let content = content(record, (plan.event * 10_000 + place) as u64)?;
        let begun = at(days(opens.day(), 1 + (place % 9) as i64), 60 + (place % 400) as i64);
        // The demonstration's own association has only begun where the call is open.
        let draft = plan.stage == Stage::Open && place == 0;
        let unmet = match profiles.get(&record.id) {
            Some(profile) => {
                let unmet = call.conditions.unmet(profile, History::default(), begun.day());
                unmet.into_iter().map(|one| one.saying(&names)).collect::<Vec<_>>()
            }
            None => continue,
        };
        let status = if draft {
            St::Draft
        } else if unmet.is_empty() {
            St::Eligible
        } else {
            St::Ineligible
        };
        let handed_in = (!draft).then(|| begun.plus(chrono::Duration::hours(20)));
        let application = application(plan, place);
        steps.push(step(application, 0, begun, None, St::Draft));
        if let Some(at) = handed_in {
            steps.push(step(application, 1, at, Some(St::Draft), status));
        }
        rows.push(Row {
            id: application,
            event_id: id,
            association_id: record.id,
            wilaya_code: record.wilaya_code.clone(),
            status,
            status_since: handed_in.unwrap_or(begun),
            submitted_at: handed_in,
            document: Json::of(&content)?,
            findings: (!draft).then(|| Json::of(&unmet)).transpose()?,
            created_by: None,
            version: 2,
            created_at: begun,
            updated_at: handed_in.unwrap_or(begun),
            number: (!draft).then_some(place as i32 + 1),
            score: None,
            last_message_from: None,
        });
    }
    let read = if plan.stage.reviewed() { review(plan, &call, closes, &mut rows, &mut steps)? } else { Vec::new() };
    let decided = matches!(plan.stage, Stage::Running | Stage::Over);
    let chosen = if decided { decide(tx, plan.stage, &call, &mut rows, &mut steps)? } else { None };
    if plan.stage == Stage::Past {
        seat(tx, plan, closes, &mut rows, &mut steps)?;
    }
    let seated = rows.iter().filter(|row| row.status.seated()).map(Entry::of).collect::<Result<Vec<_>>>()?;
    let exhibitors: Vec<ApplicationId> = rows.iter().filter(|row| row.status == St::Attended).map(|row| row.id).collect();
    put_applications(tx.conn, rows)?;
    put_steps(tx.conn, steps)?;
    super::outcomes::put(tx, id, plan.event, &exhibitors)?;
    if plan.stage.reviewed() {
        reviews::put(tx.conn, id, &reviewers(), closes, read)?;
    } else if plan.stage == Stage::Open {
        // Who will review is known before there is anything to share out.
        reviews::put(tx.conn, id, &[Account::person(Role::Trainer)], opens, read)?;
    }
    if let Some((selection, decisions)) = chosen {
        selections::put(tx.conn, &selection)?;
        put_decisions(tx.conn, decisions)?;
        super::floor::put(tx.conn, id, closes, &seated)?;
    }
    Ok(())
}

fn step(application: ApplicationId, place: usize, at: Instant, from_status: Option<St>, to_status: St) -> StepRow {
    let id = ids::application_step(application.0, place).into();
    StepRow { id, application_id: application, at, from_status, to_status, reason: None, person_id: None, key_id: None }
}

/// Two reviews for each eligible application; of the salon the trainer has still some to write.
fn review(plan: &Plan, call: &CallInput, closes: Instant, rows: &mut [Row], steps: &mut Vec<StepRow>) -> Result<Vec<reviews::Row>> {
    let people = reviewers();
    let mut all = Vec::new();
    let mut waiting = if plan.stage == Stage::Reading { 8 } else { 0 };
    for (place, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.status == St::Eligible) {
        let rng = &mut file::rng((plan.event * 20_000 + place) as u64);
        let worth = rng.i32(3..=9);
        let mut totals = Vec::new();
        for (turn, person) in [people[place % 3], people[(place + 1) % 3]].into_iter().enumerate() {
            let trainer = person == people[0];
            let strict = i32::from(trainer);
            let points: HashMap<&str, u32> = call
                .criteria
                .iter()
                .map(|criterion| (criterion.code.as_str(), (worth - strict + rng.i32(-1..=2)).clamp(0, 10).unsigned_abs()))
                .collect();
            let open = trainer && waiting > 0;
            waiting -= usize::from(open);
            let id = ids::review(plan.event, place * 2 + turn).into();
            let written = closes.plus(chrono::Duration::hours(30 + place as i64 / 10));
            let review = reviews::row(id, (row.event_id, row.id), person, call, (!open).then_some(&points), written)?;
            totals.extend(review.total);
            all.push(review);
        }
        if let [one, other] = totals[..] {
            row.score = reviews::mean(&[one, other]);
            let scored = closes.plus(chrono::Duration::hours(31 + place as i64 / 10));
            steps.push(step(row.id, 2, scored, Some(St::Eligible), St::Scored));
            (row.status, row.status_since, row.updated_at, row.version) = (St::Scored, scored, scored, 3);
        }
    }
    Ok(all)
}

/// Seats of an event that is over, first come, and who was there.
fn seat(tx: &mut Read<'_>, plan: &Plan, closes: Instant, rows: &mut [Row], steps: &mut Vec<StepRow>) -> Result<()> {
    let event = events::read(tx, EventId::from(ids::event(plan.event)))?;
    let given = closes.plus(chrono::Duration::days(6));
    for (place, row) in rows.iter_mut().filter(|row| row.status == St::Eligible).enumerate() {
        if place >= plan.capacity as usize {
            steps.push(step(row.id, 2, given, Some(St::Eligible), St::Waiting));
            (row.status, row.status_since, row.updated_at, row.version) = (St::Waiting, given, given, 3);
            continue;
        }
        let seen = at(event.starts_on, 120);
        let there = if place % 9 == 4 { St::Absent } else { St::Attended };
        steps.push(step(row.id, 2, given, Some(St::Eligible), St::Selected));
        steps.push(step(row.id, 3, given.plus(chrono::Duration::days(2)), Some(St::Selected), St::Confirmed));
        steps.push(step(row.id, 4, seen, Some(St::Confirmed), there));
        (row.status, row.status_since, row.updated_at, row.version) = (there, seen, seen, 5);
    }
    Ok(())
}

type Chosen = Option<(selections::Row, Vec<DecisionRow>)>;

/// The decision about an event, who took a seat, and for one that is over who was there.
fn decide(tx: &mut Read<'_>, stage: Stage, call: &CallInput, rows: &mut [Row], steps: &mut Vec<StepRow>) -> Result<Chosen> {
    let Some(id) = rows.first().map(|row| row.event_id) else { return Ok(None) };
    let entries = rows.iter().filter(|row| row.status == St::Scored).map(Entry::of).collect::<Result<Vec<_>>>()?;
    let event = events::read(tx, id)?;
    let quotas_of = qualifications(tx, &event, call, &entries)?;
    let published = call.closes_at.plus(chrono::Duration::days(6));
    let (selection, decided) = selections::decided(id, call, &entries, &quotas_of, published, Account::person(Role::Chamber))?;
    let mut decisions = Vec::new();
    for (place, (application, status, decision)) in decided.into_iter().enumerate() {
        let row = rows.iter_mut().find(|row| row.id == application).ok_or_else(|| Error::internal("an application is gone"))?;
        decisions.push(DecisionRow { application_id: application, event_id: id, document: Json::of(&decision)? });
        steps.push(step(application, 3, published, Some(St::Scored), status));
        (row.status, row.status_since, row.version) = (status, published, 4);
        if status == St::Selected {
            let confirmed = published.plus(chrono::Duration::days(2));
            steps.push(step(application, 4, confirmed, Some(status), St::Confirmed));
            (row.status, row.status_since, row.version) = (St::Confirmed, confirmed, 5);
            if stage == Stage::Over {
                let there = if place % 9 == 4 { St::Absent } else { St::Attended };
                let seen = at(event.starts_on, 120);
                steps.push(step(application, 5, seen, Some(St::Confirmed), there));
                (row.status, row.status_since, row.version) = (there, seen, 6);
            }
        }
        row.updated_at = row.status_since;
    }
    Ok(Some((selection, decisions)))
}
