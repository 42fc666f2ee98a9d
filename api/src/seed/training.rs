//! Three cohorts of the presidents' programme: one of eighteen associations of Algiers that is being taught, a national one open for nomination, and one of
//! Tlemcen that was over half a year ago.

use super::accounts::{chamber, institution, reviewers};
use super::file::{TODAY, at, days, phone, rng};
use super::ids;
use super::places::Places;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::{Language, Text};
use crate::resources::associations::material::{AssociationInput, Level, Office, Record, Status};
use crate::resources::associations::profiles;
use crate::resources::cohorts::material::{
    Approval, CohortInput, CohortParticipant, CohortPlace, CohortQuota, CohortStatus, EnrolmentRow, EnrolmentStatus, EnrolmentStepRow,
    SeatConditions, StepRow, insert, insert_enrolment, keep_step, keep_steps, new_row, set_trainers,
};
use crate::resources::courses::{self, ProjectTool};
use crate::resources::trainers::material::{Row as TrainerRow, TrainerProfile, put as put_trainer};

/// What a cohort is.
struct Plan {
    name: [&'static str; 2],
    commune: &'static str,
    venue: [&'static str; 2],
    /// Days from today to the first and last day, and to the day nominations open and close.
    days: (i64, i64),
    window: (i64, i64),
    capacity: u32,
    women: u32,
    wilayas: Option<&'static str>,
    enrolled: usize,
    /// More who ask: approved without a seat where it is full, still to be agreed to where it is not.
    more: usize,
}

/// The cohort of [`PLANS`] that is being taught.
const TAUGHT: usize = 0;

/// The cohort of [`PLANS`] that is over.
const OVER: usize = 2;

const PLANS: [Plan; 3] = [
    Plan {
        name: ["دورة الجزائر لرؤساء الجمعيات", "Session d’Alger des présidents d’associations"],
        commune: "1601",
        venue: ["غرفة الصناعة التقليدية والحرف", "Chambre de l’artisanat et des métiers"],
        days: (-20, 60),
        window: (-70, -30),
        capacity: 18,
        women: 6,
        wilayas: Some("16"),
        enrolled: 18,
        more: 3,
    },
    Plan {
        name: ["الدورة الوطنية لرؤساء الجمعيات", "Session nationale des présidents d’associations"],
        commune: "1601",
        venue: ["المعهد الوطني للصناعة التقليدية", "Institut national de l’artisanat"],
        days: (100, 130),
        window: (-6, 85),
        capacity: 40,
        women: 12,
        wilayas: None,
        enrolled: 22,
        more: 4,
    },
    Plan {
        name: ["دورة تلمسان لرؤساء الجمعيات", "Session de Tlemcen des présidents d’associations"],
        commune: "1301",
        venue: ["دار الصناعة التقليدية", "Maison de l’artisanat"],
        days: (-230, -180),
        window: (-280, -240),
        capacity: 14,
        women: 4,
        wilayas: Some("13"),
        enrolled: 12,
        more: 0,
    },
];

fn text([ar, fr]: [&str; 2]) -> Text {
    Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: None }
}

/// Writes them.
///
/// # Errors
/// When the database does not answer.
pub fn put(tx: &mut Read<'_>, files: &[Record], places: &Places) -> Result<()> {
    for (place, person_id) in reviewers().into_iter().enumerate() {
        let subjects: Vec<ProjectTool> = ProjectTool::ALL.iter().copied().skip(place * 2).take(3 + place % 2).collect();
        let languages = if place == 0 { vec![Language::Arabic, Language::French] } else { vec![Language::Arabic] };
        let profile = TrainerProfile { subjects, languages, about: None };
        let (document, now) = (Json::of(&profile)?, at(days(TODAY, -200), 60));
        let row = TrainerRow { person_id, document, version: 1, created_at: now, updated_at: now };
        put_trainer(tx.conn, &row, &profile.subjects, &profile.languages)?;
    }
    for (number, plan) in PLANS.iter().enumerate() {
        one(tx, number, plan, files, places)?;
    }
    super::evaluations::put(tx, OVER)?;
    super::learning::put(tx, TAUGHT)
}

fn content(plan: &Plan, course_id: courses::Id) -> CohortInput {
    let quota = |code: &str, name: [&str; 2], seats, conditions| CohortQuota { code: code.to_owned(), name: text(name), seats, conditions };
    let women = SeatConditions { women: true, ..SeatConditions::default() };
    let remote = SeatConditions { border_or_isolated: true, ..SeatConditions::default() };
    let mut quotas = vec![quota("women", ["النساء", "Femmes"], plan.women, women)];
    if plan.wilayas.is_none() {
        quotas.push(quota("remote", ["المناطق الحدودية والمعزولة", "Zones frontalières et isolées"], 6, remote));
    }
    CohortInput {
        course_id,
        name: text(plan.name),
        description: None,
        languages: vec![Language::Arabic],
        place: Some(CohortPlace { commune_code: plan.commune.to_owned(), venue: text(plan.venue), room: None }),
        online_url: None,
        starts_on: days(TODAY, plan.days.0),
        ends_on: days(TODAY, plan.days.1),
        trainer_ids: reviewers().to_vec(),
        capacity: plan.capacity,
        quotas,
        opens_at: at(days(TODAY, plan.window.0), 0),
        closes_at: at(days(TODAY, plan.window.1), 480),
        self_enrolment: true,
        approval: Approval::Chamber,
        attendance_percent: 80,
        excused_leave_the_total: false,
        absent_from_minutes_late: None,
    }
}

fn one(tx: &mut Read<'_>, number: usize, plan: &Plan, files: &[Record], places: &Places) -> Result<()> {
    let organiser = match plan.wilayas {
        Some(wilaya) => chamber(tx.conn, wilaya)?,
        None => institution(tx.conn, "national_chamber")?,
    };
    let course = courses::published(tx, courses::PROGRAMME_ID.into(), None)?;
    let input = content(plan, course.id);
    let commune = places.at(plan.commune).ok_or_else(|| Error::internal(format!("{} is no commune", plan.commune)))?;
    let (id, opens) = (ids::cohort(number).into(), input.opens_at);
    let row = new_row(id, organiser, (course.number, &course.content.name), &input, Some(&commune.facts), opens)?;
    let lapsed_at = Some(input.closes_at).filter(|closes| closes.day() < TODAY);
    let over = days(input.ends_on, 1);
    let mut steps = vec![(None, CohortStatus::Draft, opens), (Some(CohortStatus::Draft), CohortStatus::Published, opens)];
    if over < TODAY {
        steps.push((Some(CohortStatus::Published), CohortStatus::Closed, at(over, 540)));
    }
    let status = if over < TODAY { CohortStatus::Closed } else { CohortStatus::Published };
    insert(tx.conn, &crate::resources::cohorts::material::Row { status, lapsed_at, reminded_at: lapsed_at, ..row })?;
    set_trainers(tx.conn, id, &input.trainer_ids)?;
    for (place, (from_status, to_status, at)) in steps.into_iter().enumerate() {
        let step = StepRow {
            id: ids::cohort_step(number, place).into(),
            cohort_id: id,
            at,
            from_status,
            to_status,
            reason: None,
            person_id: None,
            key_id: None,
        };
        keep_step(tx.conn, &step)?;
    }
    enrol(tx, number, plan, (organiser, &input), files)
}

/// The president of a file, as a participant.
fn president(record: &Record, seed: u64) -> Result<Option<CohortParticipant>> {
    let input: AssociationInput = record.input()?;
    let rng = &mut rng(seed + 91_000);
    // The one in office, not a predecessor.
    let found = input.mandates.into_iter().filter(|mandate| mandate.office == Office::President).max_by_key(|mandate| mandate.starts_on);
    Ok(found.map(|mandate| CohortParticipant {
        name: mandate.person_name,
        office: Some(Office::President),
        gender: mandate.gender,
        born_on: mandate.born_on.or_else(|| chrono::NaiveDate::from_ymd_opt(rng.i32(1962..2001), rng.u32(1..=12), rng.u32(1..=28))),
        phone: Some(phone(seed)),
    }))
}

fn enrol(tx: &mut Read<'_>, number: usize, plan: &Plan, (organiser, input): (InstitutionId, &CohortInput), files: &[Record]) -> Result<()> {
    let fits = |record: &&Record| {
        record.status == Status::Verified
            && record.level != Level::National
            && plan.wilayas.is_none_or(|wilaya| record.wilaya_code == wilaya)
    };
    let mut chosen: Vec<&Record> = files.iter().filter(fits).collect();
    if plan.wilayas.is_none() {
        rng(number as u64 + 92_000).shuffle(&mut chosen[1..]);
    }
    chosen.truncate(plan.enrolled + plan.more);
    let associations: Vec<_> = chosen.iter().map(|record| record.id).collect();
    let profiles = profiles(tx, &associations)?;
    let mut women = plan.women;
    let mut steps = Vec::new();
    for (place, record) in chosen.iter().enumerate() {
        let Some((participant, profile)) = president(record, (number * 1000 + place) as u64)?.zip(profiles.get(&record.id)) else {
            continue;
        };
        let at = input.opens_at.plus(chrono::Duration::hours(3 + 5 * place as i64));
        let status = match (place < plan.enrolled, plan.wilayas) {
            (true, _) => EnrolmentStatus::Enrolled,
            (false, Some(_)) => EnrolmentStatus::Waiting,
            (false, None) => EnrolmentStatus::Requested,
        };
        let traits = participant.traits(input.starts_on, profile.border || profile.isolated);
        let quota = (status == EnrolmentStatus::Enrolled && traits.woman && women > 0).then(|| {
            women -= 1;
            "women".to_owned()
        });
        let row = EnrolmentRow {
            id: ids::enrolment(number, place).into(),
            cohort_id: ids::cohort(number).into(),
            association_id: record.id,
            wilaya_code: profile.wilaya_code.clone(),
            status,
            status_since: at,
            queued_at: at,
            participant_key: text::fold(&participant.name),
            participant: Json::of(&participant)?,
            woman: traits.woman,
            young: traits.young,
            remote: traits.remote,
            quota,
            nominated_by: (status != EnrolmentStatus::Requested).then_some(organiser),
            replaces_id: None,
            created_by: None,
            version: 1,
            created_at: at,
            updated_at: at,
        };
        steps.push(first_step(number, place, &row, at));
        insert_enrolment(tx.conn, &row)?;
    }
    keep_steps(tx.conn, steps)
}

fn first_step(number: usize, place: usize, row: &EnrolmentRow, at: Instant) -> EnrolmentStepRow {
    EnrolmentStepRow {
        id: ids::enrolment_step(number, place).into(),
        enrolment_id: row.id,
        at,
        from_status: None,
        to_status: row.status,
        reason: None,
        person_id: None,
        key_id: None,
    }
}
