//! What the demonstration projects have beside their plan: canvases, partners, cash flows.

use super::file::{TODAY, at, days, rng};
use super::ids;
use crate::kernel::access::Role;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::kernel::language::Text;
use crate::kernel::money::Money;
use crate::resources::activities::material::Plan;
use crate::resources::canvases::material::{
    self as canvases, Block, Board, Canvas, Card, Colour, ElementInput, ElementKind, NoteInput, Target, TargetKind, VersionRow,
};
use crate::resources::partners::material::{self as partners, Record, RecordKind};
use crate::resources::portfolios::material::{self as portfolios, CashFlowComponent, CashFlowsInput};
use crate::resources::projects::Id as ProjectId;
use crate::resources::projects::material::{CommentRow, add_comment};
use serde_json::json;

/// What is written into each block of the business model.
const NOTES: [(Block, &str, Colour); 14] = [
    (Block::Beneficiaries, "حرفيون وحرفيات من أحياء المدينة", Colour::Yellow),
    (Block::Beneficiaries, "متربصون دون 35 سنة", Colour::Green),
    (Block::Value, "دخل إضافي طول السنة", Colour::Yellow),
    (Block::Channels, "معارض محلية ومتجر الجمعية", Colour::Blue),
    (Block::Relations, "لقاء شهري مع المنخرطين", Colour::Blue),
    (Block::Resources, "محل وتجهيزات ومكونون", Colour::Grey),
    (Block::Activities, "الإنتاج والتكوين والبيع", Colour::Yellow),
    (Block::Partners, "دار الثقافة والغرفة", Colour::Violet),
    (Block::Costs, "كراء المحل والمواد الأولية", Colour::Red),
    (Block::Income, "مبيعات واشتراكات وإعانات", Colour::Green),
    (Block::SocialImpact, "عمل لنساء البيوت", Colour::Green),
    (Block::HeritageImpact, "نقل المهارة إلى الشباب", Colour::Violet),
    (Block::Governance, "لجنة تسيير من خمسة أعضاء", Colour::Grey),
    (Block::Governance, "تقرير فصلي للجمعية العامة", Colour::Grey),
];

/// How many of them there were in the version that has a name.
const EARLIER: usize = 9;

/// What the chamber says, first to last.
const COMMENTS: [&str; 2] = [
    "الخطة واضحة. نقترح تقديم حملة التعريف بأسبوع حتى تسبق موسم البيع.",
    "أضيفوا إلى الميزانية نقل المنتوج إلى المعارض، فهو غائب عن التكاليف.",
];

/// Writes everything for a project.
///
/// # Errors
/// When the database does not answer.
pub fn put(conn: &mut AnyConnection, parts: &mut ids::Parts, number: usize, project: ProjectId, plan: &Plan) -> Result<()> {
    let partner = partners(conn, parts, number, project)?;
    business_model(conn, parts, project, plan, partner)?;
    value_proposition(conn, parts, project)?;
    cash_flows(conn, number, project)?;
    comments(conn, number, project)
}

/// What the chamber says of a project.
fn comments(conn: &mut AnyConnection, number: usize, project: ProjectId) -> Result<()> {
    for (place, text) in COMMENTS.iter().enumerate() {
        let row = CommentRow {
            id: ids::comment(number, place).into(),
            project_id: project,
            at: at(days(TODAY, -10 + 3 * place as i64), 600),
            person_id: None,
            role: Role::Chamber,
            about: None,
            text: (*text).to_owned(),
        };
        add_comment(conn, &row)?;
    }
    Ok(())
}

fn card<C>(parts: &mut ids::Parts, content: C) -> Card<C> {
    let moment = at(days(TODAY, -20), 15);
    Card { id: parts.fresh().into(), version: 1, author: None, created_at: moment, updated_at: moment, content }
}

fn business_model(conn: &mut AnyConnection, parts: &mut ids::Parts, project: ProjectId, plan: &Plan, partner: uuid::Uuid) -> Result<()> {
    let cards = NOTES.iter().enumerate().map(|(place, (block, text, colour))| {
        let links = match (block, plan.activities.first()) {
            (Block::Partners, _) => vec![Target { kind: TargetKind::Partner, id: partner }],
            (Block::Activities, Some(first)) => vec![Target { kind: TargetKind::Activity, id: first.id.0 }],
            _ => Vec::new(),
        };
        let content = NoteInput { block: *block, text: (*text).to_owned(), colour: *colour, order: Some(place as f64), links };
        card(parts, content)
    });
    let board = Board { cards: cards.collect() };
    // As it was before the association met its chamber.
    let before = Board { cards: board.cards.iter().take(EARLIER).cloned().collect() };
    let version = VersionRow {
        project_id: project,
        number: 1,
        name: "قبل لقاء الغرفة".to_owned(),
        at: at(days(TODAY, -12), 600),
        person_id: None,
        document: Json::of(&before)?,
    };
    canvases::keep_version(conn, &version)?;
    canvases::save(conn, project, Canvas::BusinessModel, (&board, 2), at(TODAY, 2))
}

fn value_proposition(conn: &mut AnyConnection, parts: &mut ids::Parts, project: ProjectId) -> Result<()> {
    let mut cards: Vec<Card<ElementInput>> = Vec::new();
    let mut add = |kind, parent_id, text: &str, answers| {
        let order = Some(cards.len() as f64);
        let made = card(parts, ElementInput { kind, parent_id, text: text.to_owned(), weight: None, order, answers });
        let id = made.id;
        cards.push(made);
        id
    };
    let women = add(ElementKind::Segment, None, "حرفيات يعملن في البيت", Vec::new());
    let task = add(ElementKind::Task, Some(women), "بيع المنتوج بسعر عادل", Vec::new());
    let season = add(ElementKind::Difficulty, Some(women), "لا طلب خارج الموسم", Vec::new());
    add(ElementKind::Difficulty, Some(women), "غلاء المواد الأولية", Vec::new());
    let name = add(ElementKind::Gain, Some(women), "اسم معروف لدى الزبائن", Vec::new());
    let shop = add(ElementKind::Offer, None, "متجر جماعي يحمل اسم الجمعية", vec![task]);
    add(ElementKind::Reliever, Some(shop), "طلبيات مسبقة طول السنة", vec![season]);
    add(ElementKind::Creator, Some(shop), "علامة موحدة وقصة لكل قطعة", vec![name]);
    let board = Board { cards };
    canvases::save(conn, project, Canvas::ValueProposition, (&board, 2), at(TODAY, 3))
}

/// Three partners, talks with one, an agreement with another; answers with the first.
fn partners(conn: &mut AnyConnection, parts: &mut ids::Parts, number: usize, project: ProjectId) -> Result<uuid::Uuid> {
    let moment = at(days(TODAY, -60), 5);
    let mut record = |kind, partner: Option<uuid::Uuid>, document: serde_json::Value| -> Result<uuid::Uuid> {
        let id = parts.fresh();
        let row = Record {
            // Nobody is to be written to about what is made up.
            remind_on: None,
            id: id.into(),
            project_id: project,
            kind,
            partner_id: partner.map(Into::into),
            document: Json::of(&document)?,
            version: 1,
            created_by: None,
            created_at: moment,
            updated_at: moment,
        };
        partners::insert(conn, &row)?;
        Ok(id)
    };
    let money = |dinars: i64| Money::centimes(dinars * 100);
    let (first, mut all) = (("دار الثقافة", "institution", 4, 4), Vec::new());
    for (name, kind, power, interest) in [first, ("بلدية المدينة", "authority", 5, 2), ("ثانوية الفنون", "education", 2, 5)]
    {
        let partner = json!({ "name": { "ar": name }, "kind": kind, "power": power, "interest": interest, "people": [] });
        all.push(record(RecordKind::Partner, None, partner)?);
    }
    let house = all[0];
    let contact = json!({ "on": days(TODAY, -40), "channel": "meeting", "summary": "وافقوا مبدئيا على وضع القاعة تحت تصرف الجمعية" });
    record(RecordKind::Contact, Some(house), contact)?;
    let offer = |parts: i64, side: &str, dinars: i64| json!({ "id": ids::offer(number, parts), "content": { "side": side, "on": days(TODAY, -30 + parts), "amount": money(dinars) } });
    let talks = json!({
        "content": {
            "subject": "كراء القاعة", "direction": "pays", "our_interests": ["موقع وسط المدينة"], "their_interests": ["تنشيط القاعة"],
            "our_alternative": "قاعة البلدية", "our_limit": money(60_000), "their_limit": money(45_000)
        },
        "offers": [offer(1, "ours", 35_000), offer(2, "theirs", 65_000), offer(4, "ours", 45_000), offer(6, "theirs", 55_000)],
        "outcome": null
    });
    record(RecordKind::Negotiation, Some(house), talks)?;
    let obligation = |place: i64, side: &str, text: &str, due: i64| json!({ "id": ids::offer(number, place), "side": side, "text": text, "due_on": days(TODAY, due), "state": "due" });
    let agreement = json!({
        "title": "اتفاقية شراكة مع البلدية", "parties": [{ "ar": "الجمعية" }, { "ar": "بلدية المدينة" }],
        "signed_on": days(TODAY, -50), "starts_on": days(TODAY, -50), "ends_on": days(TODAY, 314), "renewal": "tacit", "notice_days": 60,
        "obligations": [
            obligation(90, "theirs", "وضع ساحة العرض تحت التصرف", -5),
            obligation(91, "ours", "تقرير سنوي عن النشاط", 60)
        ]
    });
    record(RecordKind::Agreement, Some(all[1]), agreement)?;
    Ok(house)
}

/// An outlay this year, income for four.
fn cash_flows(conn: &mut AnyConnection, number: usize, project: ProjectId) -> Result<()> {
    let rng = &mut rng(60_000 + number as u64);
    let outlay = rng.i64(6..40) * 100_000;
    let yearly = outlay * rng.i64(30..62) / 100;
    let label = |ar: &str, fr: &str| Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: None };
    let money = |dinars: i64| Money::centimes(dinars * 100);
    let income = [0, yearly, yearly * 11 / 10, yearly * 12 / 10, yearly];
    let flows = CashFlowsInput {
        rate: 0.08,
        finance_rate: None,
        reinvest_rate: None,
        components: vec![
            CashFlowComponent { label: label("التجهيز والانطلاق", "Équipement"), flows: vec![money(-outlay)] },
            CashFlowComponent {
                label: label("المداخيل الصافية", "Recettes nettes"), flows: income.into_iter().map(money).collect()
            },
        ],
        dated_flows: Vec::new(),
    };
    portfolios::save(conn, project, &flows, 2, at(TODAY, 4))
}
