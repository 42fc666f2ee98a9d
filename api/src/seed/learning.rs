//! What is learnt in the cohort of Algiers: a bank of questions on the six subjects, the test before and after, two assignments with what was handed in.

use super::file::{TODAY, at, days, rng};
use super::ids;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::language::{LongText, Text};
use crate::resources::assignments::material::{
    AssignmentCriterion, AssignmentLevel, AssignmentRubric, CohortAssignmentInput, PieceRow, ReviewRow, Row as AssignmentRow, StepRow,
    SubmissionRow, SubmissionStatus, insert as insert_assignment, insert_all as insert_submissions, insert_reviews, keep_pieces,
    keep_steps, piece,
};
use crate::resources::cohorts::{self, Id as CohortId, Seat};
use crate::resources::courses::{self, Id as CourseId, ProjectTool};
use crate::resources::exams::material::{
    AttemptRow, ExamInput, ExamKind, ExamStatus, FrozenQuestion, KeptAnswer, Row as ExamRow, insert as insert_exam, insert_attempts,
};
use crate::resources::institutions::{InstitutionKind, first_of};
use crate::resources::projects;
use crate::resources::questions::material::{
    BankQuestionKind, QuestionChoice, QuestionInput, insert_all as insert_questions, new_row as new_question,
};
use ::learning::exam::Reply;
use ::learning::grade::CriterionLevel;
use chrono::Duration;
use serde::Deserialize;

/// The bank in three languages.
const BANK: &str = include_str!("questions.json");

/// A question as it is written in the file: choices in three languages, the right ones first.
#[derive(Deserialize)]
struct Written {
    module: String,
    kind: BankQuestionKind,
    text: LongText,
    #[serde(default)]
    choices: Vec<Text>,
    /// How many of the choices are right, from the first on.
    #[serde(default)]
    right: usize,
    #[serde(default)]
    value: Option<i64>,
    #[serde(default)]
    tolerance: i64,
    explanation: LongText,
}

fn bank(course_id: CourseId) -> Result<Vec<QuestionInput>> {
    let written: Vec<Written> = serde_json::from_str(BANK)?;
    let question = |one: Written| {
        let name = |place: usize| format!("c{}", place + 1);
        QuestionInput {
            course_id,
            module: Some(one.module),
            kind: one.kind,
            text: one.text,
            correct: (0..one.right).map(name).collect(),
            choices: one.choices.into_iter().enumerate().map(|(place, text)| QuestionChoice { id: name(place), text }).collect(),
            value: one.value,
            tolerance: one.tolerance,
            points: 100,
            keep_order: false,
            explanation: Some(one.explanation),
        }
    };
    Ok(written.into_iter().map(question).collect())
}

/// Writes what is learnt in a cohort of the programme.
///
/// # Errors
/// When the database does not answer.
pub fn put(tx: &mut Read<'_>, cohort: usize) -> Result<()> {
    let id: CohortId = ids::cohort(cohort).into();
    let everybody = cohorts::seated(tx.conn, id)?;
    let ministry = first_of(tx.conn, InstitutionKind::Ministry)?;
    let entered = at(days(TODAY, -60), 0);
    let mut paper = Vec::new();
    let mut rows = Vec::new();
    for (number, content) in bank(courses::PROGRAMME_ID.into())?.into_iter().enumerate() {
        let question = ids::question(number).into();
        content.check(question)?;
        rows.push(new_question(question, (ministry, true), &content, entered)?);
        paper.push(FrozenQuestion { id: question, content });
    }
    insert_questions(tx.conn, rows)?;
    // Before the first day everybody sat, at the end most did; the rest can until the last day.
    test(tx, id, (0, ExamKind::Before), (-20, -19), &paper, (&everybody, 45))?;
    let most = everybody.get(1..everybody.len().saturating_sub(3)).unwrap_or_default();
    test(tx, id, (1, ExamKind::After), (-2, 60), &paper, (most, 75))?;
    assignments(tx, id, &everybody)
}

/// An answer to a question: right with a probability in percent.
fn reply(question: &QuestionInput, right: bool) -> Reply {
    let names = || question.choices.iter().map(|choice| choice.id.clone());
    match (question.kind, right) {
        (BankQuestionKind::Single, true) => Reply::Choice(question.correct.first().cloned().unwrap_or_default()),
        (BankQuestionKind::Single, false) => Reply::Choice(names().next_back().unwrap_or_default()),
        (BankQuestionKind::Multiple, true) => Reply::Choices(question.correct.clone()),
        (BankQuestionKind::Multiple, false) => Reply::Choices(names().skip(1).take(2).collect()),
        (BankQuestionKind::Numeric, true) => Reply::Value(question.value.unwrap_or_default()),
        (BankQuestionKind::Numeric, false) => Reply::Value(question.value.unwrap_or_default() / 2),
        (BankQuestionKind::Ordering, true) => Reply::Order(names().collect()),
        (BankQuestionKind::Ordering, false) => Reply::Order(names().rev().collect()),
    }
}

fn test(
    tx: &mut Read<'_>,
    cohort_id: CohortId,
    (number, kind): (usize, ExamKind),
    (opens, closes): (i64, i64),
    paper: &[FrozenQuestion],
    (who, percent): (&[Seat], u32),
) -> Result<()> {
    let (opens_at, closes_at, published) = (at(days(TODAY, opens), 0), at(days(TODAY, closes), 540), at(days(TODAY, opens - 1), 0));
    let question_ids = paper.iter().map(|one| one.id).collect();
    let input = ExamInput { kind, question_ids, opens_at, closes_at, minutes: Some(30), keep_order: false };
    let row = ExamRow {
        id: ids::exam(number).into(),
        cohort_id,
        kind,
        status: ExamStatus::Published,
        opens_at,
        closes_at,
        seed: format!("demonstration {number}"),
        document: Json::of(&input)?,
        paper: Some(Json::of(paper)?),
        published_at: Some(published),
        created_by: None,
        version: 2,
        created_at: published,
        updated_at: published,
    };
    insert_exam(tx.conn, &row)?;
    let mut attempts = Vec::new();
    for (place, one) in who.iter().enumerate() {
        let rng = &mut rng((number * 1000 + place) as u64 + 93_000);
        let begun_at = opens_at.plus(Duration::minutes(10 + 2 * place as i64));
        let answer = |(step, one): (usize, &FrozenQuestion)| KeptAnswer {
            question_id: one.id,
            counter: 1,
            given: Some(reply(&one.content, rng.u32(..100) < percent)),
            saved_at: begun_at.plus(Duration::minutes(1 + 2 * step as i64)),
        };
        let answers: Vec<KeptAnswer> = paper.iter().enumerate().map(answer).collect();
        let handed_in_at = begun_at.plus(Duration::minutes(25));
        attempts.push(AttemptRow {
            id: ids::attempt(number, place).into(),
            exam_id: row.id,
            cohort_id,
            enrolment_id: one.id,
            begun_at,
            answers: Json::of(&answers)?,
            handed_in_at: Some(handed_in_at),
            version: 11,
            updated_at: handed_in_at,
        });
    }
    insert_attempts(tx.conn, attempts)
}

fn three(ar: &str, fr: &str, en: &str) -> Text {
    Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: Some(en.to_owned()) }
}

fn rubric() -> AssignmentRubric {
    let level = |id: &str, name, points| AssignmentLevel { id: id.to_owned(), name, points };
    let levels = || {
        vec![
            level("weak", three("ناقص", "Insuffisant", "Insufficient"), 0),
            level("fair", three("مقبول", "Acceptable", "Fair"), 60),
            level("good", three("جيد", "Bon", "Good"), 100),
        ]
    };
    let criterion = |id: &str, name| AssignmentCriterion { id: id.to_owned(), name, levels: levels() };
    AssignmentRubric {
        criteria: vec![
            criterion("complete", three("اكتمال العمل", "Le travail est complet", "The work is complete")),
            criterion(
                "own",
                three("ارتباطه بواقع الجمعية", "Il part de la réalité de l’association", "It starts from the association’s own situation"),
            ),
        ],
    }
}

fn assignments(tx: &mut Read<'_>, cohort_id: CohortId, everybody: &[Seat]) -> Result<()> {
    let told = [
        (
            ProjectTool::BusinessModel,
            "business-model",
            three("نموذج عمل مشروعكم", "Le modèle d’affaires de votre projet", "The business model of your project"),
            -3,
            0,
        ),
        (
            ProjectTool::ActivityNetwork,
            "activity-network",
            three("شبكة أنشطة مشروعكم", "Le réseau d’activités de votre projet", "The activity network of your project"),
            45,
            1,
        ),
    ];
    let (mut rows, mut pieces, mut steps, mut reviews) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (number, (tool, module, name, due, peers)) in told.into_iter().enumerate() {
        let (created_at, due_at) = (at(days(TODAY, -19 + number as i64), 0), at(days(TODAY, due), 480));
        let input = CohortAssignmentInput {
            name,
            description: None,
            module: Some(module.to_owned()),
            tool,
            due_at,
            rubric: rubric(),
            peer_reviews: peers,
        };
        let (id, document) = (ids::assignment(number).into(), Json::of(&input)?);
        let row = AssignmentRow { id, cohort_id, tool, due_at, document, created_by: None, version: 1, created_at, updated_at: created_at };
        insert_assignment(tx.conn, &row)?;
        // Most handed in the first; of the second few did, the last so that the first is asked to review.
        let handing_in = |place: usize| {
            let wanted = if number == 0 { place < 14 } else { (1..6).contains(&place) || place + 1 == everybody.len() };
            wanted && place < super::projects::COUNT
        };
        for (place, one) in everybody.iter().enumerate().filter(|(place, _)| handing_in(*place)) {
            // The first projects of the demonstration are of the first associations of Algiers, in the same order.
            let project = projects::read(tx, ids::project(place).into())?;
            if project.association_id != one.association_id {
                return Err(Error::internal("the projects are of other associations than the participants"));
            }
            let items = piece(tx, &project, tool)?;
            if items.is_empty() {
                continue;
            }
            let handed_in_at = created_at.plus(Duration::hours(20 + 5 * place as i64));
            let (status, reason, given) = match (number, place % 4) {
                (0, 0 | 1) => (SubmissionStatus::Accepted, Some("عمل متقن"), Some("good")),
                (0, 2) => (SubmissionStatus::Returned, Some("وضحوا من يستفيد من المشروع، ثم سلموه من جديد"), None),
                _ => (SubmissionStatus::HandedIn, None, None),
            };
            let submission_id = ids::submission(number, place).into();
            let decided_at = handed_in_at.plus(Duration::hours(30));
            let status_since = if reason.is_some() { decided_at } else { handed_in_at };
            let level = |criterion: &str, level: &str| CriterionLevel { criterion: criterion.to_owned(), level: level.to_owned() };
            let levels: Vec<CriterionLevel> = given.into_iter().flat_map(|best| [level("complete", best), level("own", "fair")]).collect();
            let step = |count, at, from_status, to_status, reason: Option<&str>| StepRow {
                id: ids::submission_step(number, place, count).into(),
                submission_id,
                at,
                from_status,
                to_status,
                reason: reason.map(str::to_owned),
                person_id: None,
                key_id: None,
            };
            steps.push(step(0, handed_in_at, None, SubmissionStatus::HandedIn, None));
            if reason.is_some() {
                steps.push(step(1, decided_at, Some(SubmissionStatus::HandedIn), status, reason));
            }
            pieces.push(PieceRow { submission_id, number: 1, at: handed_in_at, document: Json::of(&items)? });
            rows.push(SubmissionRow {
                id: submission_id,
                assignment_id: id,
                cohort_id,
                enrolment_id: one.id,
                project_id: project.id,
                number: 1,
                status,
                status_since,
                handed_in_at,
                late: handed_in_at > due_at,
                note: None,
                levels: Json::of(&levels)?,
                created_by: None,
                version: 1,
                created_at: handed_in_at,
                updated_at: status_since,
            });
            if let Some(next) = everybody.get((place + 1) % everybody.len()).filter(|_| peers > 0) {
                reviews.push(review(number, place, (submission_id, cohort_id), next, handed_in_at)?);
            }
        }
    }
    insert_submissions(tx.conn, rows)?;
    keep_pieces(tx.conn, pieces)?;
    keep_steps(tx.conn, steps)?;
    insert_reviews(tx.conn, reviews)
}

/// A review that the next participant is to write.
fn review(
    number: usize,
    place: usize,
    (submission_id, cohort_id): (crate::resources::assignments::SubmissionId, CohortId),
    next: &Seat,
    now: Instant,
) -> Result<ReviewRow> {
    Ok(ReviewRow {
        id: ids::peer_review(number, place).into(),
        submission_id,
        cohort_id,
        reviewer_id: next.id,
        association_id: next.association_id,
        levels: Json::of::<[CriterionLevel]>(&[])?,
        words: None,
        reviewed_at: None,
        version: 1,
        created_at: now,
        updated_at: now,
    })
}
