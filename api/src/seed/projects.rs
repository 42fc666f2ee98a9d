//! Eighteen projects of eighteen associations in Algiers at various stages, so that every page of the project workshop has something to show.

use super::file::{TODAY, at, days, rng};
use super::{ids, workshop};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::kernel::money::Money;
use crate::resources::activities::material::{
    self as network, Activity, ActivityInput, Holding, Network, Plan, percent_done, planned, scheduled, setting,
};
use crate::resources::budgets::material::{
    self as budget, ActivityProgress, ActualCost, BaselineRow, Budget, CostLineInput, ExplanationRow, KeptLine, ProgressReportInput,
    ReportRow, Spread, Variance, freeze,
};
use crate::resources::projects::material::{self as projects, ProjectInput, TransitionRow};
use crate::resources::projects::{Brief, PlanSummary, Stage};
use chrono::NaiveDate;
use planning::moment::Moment;

/// Arabic and French name, template, stage, and days from today to the start.
type Told = (&'static str, &'static str, &'static str, Stage, Option<i64>);

/// The projects, in the order of their associations.
const PROJECTS: [Told; 18] = [
    ("ورشة الزرابي الجماعية", "Atelier collectif de tapis", "workshop", Stage::Running, Some(-75)),
    ("معرض النسيج التقليدي", "Exposition du tissage", "exhibition", Stage::Planned, Some(30)),
    ("دورة تكوينية في الطرز", "Formation à la broderie", "training", Stage::Running, Some(-35)),
    ("معرض الحلي الفضية", "Exposition de bijoux d’argent", "exhibition", Stage::Idea, None),
    ("ورشة النحاس بالقصبة", "Atelier du cuivre à la Casbah", "workshop", Stage::Running, Some(-96)),
    ("دورة في تسويق المنتوج", "Formation à la vente", "training", Stage::Approved, Some(14)),
    ("صالون حرفيات البيت", "Salon des artisanes à domicile", "exhibition", Stage::Closed, Some(-240)),
    ("ورشة صناعة السلال", "Atelier de vannerie", "workshop", Stage::Running, Some(-60)),
    ("دورة في صيانة الأنوال", "Formation à l’entretien des métiers", "training", Stage::Planned, Some(45)),
    ("معرض رمضان للحرف", "Exposition du Ramadan", "exhibition", Stage::Dropped, Some(-120)),
    ("ورشة الدباغة النظيفة", "Atelier de tannerie propre", "workshop", Stage::Idea, Some(90)),
    ("دورة في التصميم", "Formation au dessin", "training", Stage::Running, Some(-28)),
    ("معرض الخشب المنقوش", "Exposition du bois sculpté", "exhibition", Stage::Approved, Some(21)),
    ("ورشة الخياطة التقليدية", "Atelier de couture traditionnelle", "workshop", Stage::Running, Some(-110)),
    ("دورة في السلامة المهنية", "Formation à la sécurité", "training", Stage::Closed, Some(-200)),
    ("معرض التراث المدرسي", "Exposition du patrimoine scolaire", "exhibition", Stage::Idea, Some(120)),
    ("ورشة الزجاج", "Atelier du verre", "workshop", Stage::Planned, Some(60)),
    ("دورة في المحاسبة البسيطة", "Formation à la comptabilité simple", "training", Stage::Approved, Some(10)),
];

/// How many there are.
pub const COUNT: usize = PROJECTS.len();

fn text(ar: &str, fr: &str) -> Text {
    Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: None }
}

/// Writes a project for each of some associations, as many as there are of both.
///
/// # Errors
/// When the database does not answer.
pub fn put(conn: &mut AnyConnection, associations: &[AssociationId]) -> Result<()> {
    let mut parts = ids::Parts::default();
    for (number, (owner, told)) in associations.iter().zip(PROJECTS).enumerate() {
        one(conn, &mut parts, number, *owner, told)?;
    }
    Ok(())
}

fn one(conn: &mut AnyConnection, parts: &mut ids::Parts, number: usize, owner: AssociationId, told: Told) -> Result<()> {
    let (ar, fr, template, stage, start) = told;
    let starts_on = start.map(|offset| days(TODAY, offset));
    let entered = at(days(TODAY, start.unwrap_or(0).min(0) - 40), i64::try_from(number).unwrap_or(0) * 7);
    let input = ProjectInput {
        name: text(ar, fr),
        purpose: Some(text("دخل دائم للحرفيين وحفظ للمهارة من الاندثار", "Un revenu durable pour les artisans et un savoir-faire préservé")),
        partner_ids: Vec::new(),
        starts_on,
        variance_threshold_percent: 10.0,
    };
    let mut row = projects::blank(ids::project(number).into(), owner, None, entered);
    projects::fill(&mut row, &input)?;
    let way = way(stage);
    (row.stage, row.stage_since) = (stage, after(entered, way.len()));
    projects::insert(conn, &row)?;
    steps(conn, parts, &row.brief(), way, entered)?;
    let plan = plan(conn, parts, number, &row.brief(), template)?;
    let lines = costs(conn, parts, number, &row.brief(), &plan)?;
    if matches!(stage, Stage::Approved | Stage::Running | Stage::Closed) {
        baseline(conn, &row.brief(), &plan, &lines)?;
    }
    if matches!(stage, Stage::Running | Stage::Closed) {
        reports(conn, parts, number, &row.brief(), &plan, &lines)?;
    }
    workshop::put(conn, parts, number, row.id, &plan)
}

/// The stages after the idea on the way to one.
const fn way(stage: Stage) -> &'static [Stage] {
    match stage {
        Stage::Idea => &[],
        Stage::Planned => &[Stage::Planned],
        Stage::Approved => &[Stage::Planned, Stage::Approved],
        Stage::Running => &[Stage::Planned, Stage::Approved, Stage::Running],
        Stage::Closed => &[Stage::Planned, Stage::Approved, Stage::Running, Stage::Closed],
        Stage::Dropped => &[Stage::Planned, Stage::Dropped],
    }
}

/// When a project that was entered then takes the step of a number.
fn after(entered: Instant, steps: usize) -> Instant {
    entered.plus(chrono::Duration::days(9 * i64::try_from(steps).unwrap_or(0)))
}

fn steps(conn: &mut AnyConnection, parts: &mut ids::Parts, project: &Brief, way: &[Stage], entered: Instant) -> Result<()> {
    let mut from = None;
    for (count, to) in [Stage::Idea].iter().chain(way).enumerate() {
        let moment = after(entered, count);
        let row = TransitionRow {
            id: parts.fresh().into(),
            project_id: project.id,
            at: moment,
            decided_on: moment.day(),
            from_stage: from.replace(*to),
            to_stage: *to,
            reason: (count > 0)
                .then(|| if *to == Stage::Dropped { "لم يتوفر التمويل" } else { "قرار مكتب الجمعية" }.to_owned()),
            person_id: None,
            key_id: None,
        };
        projects::step(conn, &row)?;
    }
    Ok(())
}

/// The network of a template, as far as the work is by today.
fn plan(conn: &mut AnyConnection, parts: &mut ids::Parts, number: usize, project: &Brief, template: &str) -> Result<Plan> {
    let chosen = network::templates()?.into_iter().find(|one| one.code == template);
    let rows: Vec<ActivityInput> = chosen.map(|one| one.activities).unwrap_or_default();
    let activities = rows.into_iter().map(|mut content| {
        let id = parts.fresh().into();
        content.id = Some(id);
        Activity { id, version: 1, content }
    });
    let mut network = Network { activities: activities.collect(), ..Network::default() };
    let setting = setting(conn, project.starts_on)?;
    let first = scheduled(&network, &setting, Holding::Whole)?;
    if matches!(project.stage, Stage::Running | Stage::Closed) {
        for (activity, planned) in network.activities.iter_mut().zip(&first.activities) {
            let (Some(start), Some(finish)) = (planned.start, planned.finish) else { continue };
            let done = part_done(start.date, finish.date, TODAY, number);
            if done > 0.0 {
                activity.content.percent_done = Some(done);
                activity.content.actual_start = Some(start);
            }
            if done >= 100.0 {
                activity.content.actual_finish = Some(Moment { minute: finish.minute, ..finish });
            }
        }
    }
    let schedule = scheduled(&network, &setting, Holding::Whole)?;
    network.lanes = network::lanes(&schedule);
    network::save(conn, project.id, &network, 2, at(TODAY, 0))?;
    let summary = PlanSummary {
        finish: schedule.finish.map(|finish| finish.date),
        activities: i64::try_from(network.activities.len()).unwrap_or(0),
        percent_done: percent_done(&network, &schedule),
    };
    projects::set_plan(conn, project.id, &summary)?;
    Ok(planned(&network, &setting, &first))
}

/// How much of the work between two days is done on a day, in per cent; some projects are slower than planned.
fn part_done(start: NaiveDate, finish: NaiveDate, on: NaiveDate, number: usize) -> f64 {
    if finish < on {
        return 100.0;
    }
    if start >= on {
        return 0.0;
    }
    let share = (on - start).num_days() as f64 / ((finish - start).num_days() + 1) as f64;
    let pace = [1.0, 0.7, 0.9][number % 3];
    (share * pace * 100.0).round().clamp(5.0, 95.0)
}

/// Costs of every activity that takes time: fixed amounts, and quantities at a price.
fn costs(conn: &mut AnyConnection, parts: &mut ids::Parts, number: usize, project: &Brief, plan: &Plan) -> Result<Budget> {
    let rng = &mut rng(70_000 + number as u64);
    let mut lines = Vec::new();
    for (place, activity) in plan.activities.iter().enumerate() {
        let long = activity.start.zip(activity.finish).map_or(5, |(start, finish)| (finish - start).num_days() + 1);
        if long <= 1 && place % 4 != 0 {
            continue;
        }
        let id = parts.fresh().into();
        let fixed = place % 3 != 0;
        let content = CostLineInput {
            id: Some(id),
            activity_id: activity.id,
            label: if fixed { text("خدمات", "Prestations") } else { text("أجور ومواد", "Salaires et fournitures") },
            amount: fixed.then(|| Money::centimes(rng.i64(20..180) * 100_000)),
            quantity: (!fixed).then_some(long as f64),
            unit: (!fixed).then(|| "يوم".to_owned()),
            unit_price: (!fixed).then(|| Money::centimes(rng.i64(30..90) * 10_000)),
            spread: [Spread::Linear, Spread::Front, Spread::Back][place % 3],
            parts: Vec::new(),
        };
        lines.push(KeptLine { id, version: 1, content });
    }
    let kept = Budget { lines };
    budget::save(conn, project.id, &kept, 2, at(TODAY, 1))?;
    Ok(kept)
}

fn baseline(conn: &mut AnyConnection, project: &Brief, plan: &Plan, lines: &Budget) -> Result<()> {
    let frozen = freeze(plan, lines)?;
    let row = BaselineRow {
        project_id: project.id,
        number: 1,
        at: at(days(project.starts_on.unwrap_or(TODAY), -5).min(TODAY), 30),
        reason: "الخطة التي صادقت عليها الجمعية العامة".to_owned(),
        budget: frozen.plan.activities.iter().map(|activity| activity.budget).sum(),
        finish: frozen.plan.activities.iter().map(|activity| activity.finish).max(),
        document: Json::of(&frozen)?,
        person_id: None,
    };
    budget::keep_baseline(conn, &row)
}

/// A report every four weeks: how far each activity was, and what the finished ones cost.
fn reports(conn: &mut AnyConnection, parts: &mut ids::Parts, number: usize, project: &Brief, plan: &Plan, lines: &Budget) -> Result<()> {
    let rng = &mut rng(80_000 + number as u64);
    let Some(start) = project.starts_on else { return Ok(()) };
    let mut before = days(start, -1);
    let mut date = days(start, 27);
    while before < TODAY {
        date = date.min(TODAY);
        let (mut progress, mut costs) = (Vec::new(), Vec::new());
        for activity in &plan.activities {
            let (Some(first), Some(last)) = (activity.start, activity.finish) else { continue };
            let percent = part_done(first, last, days(date, 1), number);
            if percent > 0.0 && last > before {
                progress.push(ActivityProgress {
                    activity_id: activity.id,
                    percent: Some(percent),
                    units: None,
                    steps: Vec::new(),
                    actual_start: Some(first),
                    actual_finish: (percent >= 100.0).then_some(last),
                });
            }
            let planned: i64 = lines
                .lines
                .iter()
                .filter(|kept| kept.content.activity_id == activity.id)
                .filter_map(|kept| kept.content.total().ok())
                .sum();
            if planned > 0 && last > before && last <= date {
                let amount = Money::centimes(planned / 100 * rng.i64(88..122));
                costs.push(ActualCost {
                    activity_id: activity.id,
                    amount,
                    date: Some(last),
                    label: Some(format!("فاتورة {}", rng.u32(100..999))),
                });
            }
        }
        if !progress.is_empty() {
            let content = ProgressReportInput { date, progress, costs, note: None };
            let moment = at(date, 60);
            let row = ReportRow {
                id: parts.fresh().into(),
                project_id: project.id,
                date,
                document: Json::of(&content)?,
                version: 1,
                created_by: None,
                created_at: moment,
                updated_at: moment,
            };
            budget::add_report(conn, &row)?;
            if before < start && date < TODAY {
                explained(conn, number, project, date)?;
            }
        }
        before = date;
        date = days(date, 28);
    }
    Ok(())
}

/// Why cost and time went off the plan in the first report, and what was done.
const EXPLAINED: [(Variance, &str, &str); 2] = [
    (Variance::Cost, "ارتفع سعر المواد الأولية بعد وضع الخطة", "اشترينا الباقي بالجملة مع جمعية مجاورة"),
    (Variance::Schedule, "تأخر تسليم التجهيزات أسبوعين", "بدأنا بما لا يحتاج إليها"),
];

fn explained(conn: &mut AnyConnection, number: usize, project: &Brief, date: NaiveDate) -> Result<()> {
    for (place, (kind, cause, action)) in EXPLAINED.iter().enumerate() {
        let row = ExplanationRow {
            id: ids::explanation(number, place).into(),
            project_id: project.id,
            as_of: date,
            activity_id: None,
            kind: *kind,
            cause: (*cause).to_owned(),
            action: Some((*action).to_owned()),
            person_id: None,
            at: at(days(date, 2), 600),
        };
        budget::explain(conn, &row)?;
    }
    Ok(())
}
