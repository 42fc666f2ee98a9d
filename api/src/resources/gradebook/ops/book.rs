//! The gradebook: everything there is of everybody, in a fixed number of queries.

use super::scheme;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::language::{Language, Phrase, Text};
use crate::resources::assignments::{self, Done, Reviewed, Task};
use crate::resources::cohorts::{self, Brief, EnrolmentId, Id as CohortId, Seat, Status};
use crate::resources::exams::{self, Kind as ExamKind, Sat, Test};
use crate::resources::gradebook::model::{GradePart, GradeSchemeInput, GradeSource};
use crate::resources::gradebook::wire::{CohortGradebook, GradebookPart, GradebookParticipant};
use crate::resources::{accounts, attendance, evaluations};
use ::learning::grade::{Certificate, Gradebook, GradebookRequest, PartResult, ParticipantWork, Review, Work, gradebook};
use std::collections::{HashMap, HashSet};
use tabular::Value;

/// Everything that grades of a cohort follow from.
pub struct Material {
    /// What it is graded by.
    pub scheme: GradeSchemeInput,
    /// The published tests.
    pub tests: Vec<Test>,
    /// The assignments.
    pub tasks: Vec<Task>,
    /// What was sat.
    pub sat: Vec<Sat>,
    /// What was handed in.
    pub done: Vec<Done>,
    reviewed: Vec<Reviewed>,
    attendance: HashMap<EnrolmentId, Work>,
    evaluated: HashSet<EnrolmentId>,
    /// Whether an evaluation can still be handed in.
    evaluation_open: bool,
}

/// Reads it, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn material(tx: &mut Read<'_>, cohort: &Brief) -> Result<Material> {
    let tests = exams::tests(tx, cohort.id)?;
    let tasks = assignments::tasks(tx, cohort.id)?;
    let (scheme, _) = scheme::of(tx, cohort, &tests, &tasks)?;
    Ok(Material {
        sat: exams::sat(tx, cohort.id, &tests)?,
        done: assignments::done(tx, cohort.id)?,
        reviewed: assignments::reviewed(tx, cohort.id)?,
        attendance: attendance::work(tx, cohort.id)?,
        evaluated: evaluations::handed_in(tx.conn, cohort.id)?,
        evaluation_open: evaluations::still_open(cohort, tx.now),
        scheme,
        tests,
        tasks,
    })
}

/// What there is of each participant, by part.
struct ByPart<'m> {
    scores: HashMap<(ExamKind, EnrolmentId), u32>,
    done: HashMap<(assignments::Id, EnrolmentId), &'m Done>,
    reviewed: HashMap<(assignments::Id, EnrolmentId), Vec<&'m Reviewed>>,
}

impl<'m> ByPart<'m> {
    fn of(material: &'m Material) -> Self {
        let kinds: HashMap<exams::Id, ExamKind> = material.tests.iter().map(|test| (test.id, test.kind)).collect();
        let score = |one: &Sat| Some(((*kinds.get(&one.exam_id)?, one.enrolment_id), one.score?));
        let mut reviewed: HashMap<_, Vec<&Reviewed>> = HashMap::new();
        for one in &material.reviewed {
            reviewed.entry((one.assignment_id, one.enrolment_id)).or_default().push(one);
        }
        Self {
            scores: material.sat.iter().filter_map(score).collect(),
            done: material.done.iter().map(|one| ((one.assignment_id, one.enrolment_id), one)).collect(),
            reviewed,
        }
    }

    fn work(&self, material: &Material, part: &GradePart, who: EnrolmentId) -> Option<Work> {
        let test = |kind| Some(Work::Test { score: *self.scores.get(&(kind, who))? });
        match part.source {
            GradeSource::Attendance => material.attendance.get(&who).cloned(),
            GradeSource::TestBefore => test(ExamKind::Before),
            GradeSource::TestAfter => test(ExamKind::After),
            GradeSource::Assignment => {
                let done = self.done.get(&(part.assignment_id?, who))?;
                Some(Work::Assignment { state: done.state, levels: done.levels.clone() })
            }
            GradeSource::PeerReview => {
                let review = |one: &&Reviewed| Review { reviewer: one.reviewer_id.to_string(), levels: one.levels.clone() };
                let reviews = self.reviewed.get(&(part.assignment_id?, who))?.iter().map(review).collect();
                Some(Work::PeerReview { reviews })
            }
        }
    }
}

/// The grades of some participants of a cohort.
///
/// # Errors
/// Never for what was checked when it was kept.
pub fn grades(material: &Material, cohort: &Brief, participants: &[Seat]) -> Result<Gradebook> {
    let scheme = material.scheme.holding(&material.tasks);
    let known: HashSet<&str> = scheme.parts.iter().map(|part| part.id.as_str()).collect();
    let parts: Vec<&GradePart> = material.scheme.parts.iter().filter(|part| known.contains(part.id().as_str())).collect();
    let by_part = ByPart::of(material);
    let work = |one: &Seat| {
        let result = |part: &&GradePart| Some(PartResult { part: part.id(), result: by_part.work(material, part, one.id)? });
        ParticipantWork {
            id: one.id.to_string(),
            results: parts.iter().filter_map(result).collect(),
            evaluation_handed_in: material.evaluated.contains(&one.id),
        }
    };
    let participants = participants.iter().map(work).collect();
    let evaluation_open = material.evaluation_open;
    let request = GradebookRequest { closed: cohort.status == Status::Closed, evaluation_open, participants, scheme };
    gradebook(&request).map_err(Error::internal)
}

/// The grades of everybody with a seat in a cohort, as they came, whoever asks; participants are named by their enrolments.
///
/// # Errors
/// `not_found`, or when the database does not answer.
pub fn of(tx: &mut Read<'_>, id: CohortId) -> Result<Gradebook> {
    let cohort = cohorts::brief(tx.conn, id)?;
    let participants = cohorts::seated(tx.conn, id)?;
    let material = material(tx, &cohort)?;
    grades(&material, &cohort, &participants)
}

fn name(part: &GradePart, tasks: &[Task]) -> Text {
    const ATTENDANCE: Phrase = Phrase { ar: "الحضور", fr: "Présence", en: "Attendance" };
    const BEFORE: Phrase = Phrase { ar: "اختبار قبلي", fr: "Test avant", en: "Test before" };
    const AFTER: Phrase = Phrase { ar: "اختبار بعدي", fr: "Test après", en: "Test after" };
    const WORK: Phrase = Phrase { ar: "واجب", fr: "Devoir", en: "Assignment" };
    let task = tasks.iter().find(|task| Some(task.id) == part.assignment_id).map(|task| task.name.clone());
    match part.source {
        GradeSource::Attendance => ATTENDANCE.text(),
        GradeSource::TestBefore => BEFORE.text(),
        GradeSource::TestAfter => AFTER.text(),
        GradeSource::Assignment => task.unwrap_or_else(|| WORK.text()),
        GradeSource::PeerReview => {
            let task = task.unwrap_or_else(|| WORK.text());
            Text {
                ar: format!("تقييم الزملاء: {}", task.ar),
                fr: task.fr.map(|fr| format!("Évaluation des pairs : {fr}")),
                en: task.en.map(|en| format!("Peer review: {en}")),
            }
        }
    }
}

/// The gradebook as the caller may read it.
pub fn read(tx: &mut Read<'_>, id: CohortId) -> Result<CohortGradebook> {
    let inside = cohorts::inside(tx, id)?;
    let material = material(tx, &inside.cohort)?;
    let book = grades(&material, &inside.cohort, &inside.participants)?;
    let bodies: Vec<Body> = inside.participants.iter().map(|one| Body::Association(one.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let certified = cohorts::certified(tx.conn, &inside.ids())?;
    let line = |(one, grade): (&Seat, ::learning::grade::ParticipantGrade)| GradebookParticipant {
        enrolment_id: one.id,
        participant_name: one.person.name.clone(),
        association_id: one.association_id,
        association_name: names(Body::Association(one.association_id)).0,
        wilaya_code: one.wilaya_code.clone(),
        certified: certified.contains(&one.id),
        grade: grade.grade,
    };
    let column = |summary: ::learning::grade::PartSummary| {
        let part = material.scheme.parts.iter().find(|part| part.id() == summary.id)?;
        Some(GradebookPart {
            source: part.source,
            assignment_id: part.assignment_id,
            name: name(part, &material.tasks),
            weight: part.weight,
            known: summary.known,
            mean: summary.mean,
            id: summary.id,
        })
    };
    Ok(CohortGradebook {
        cohort_id: id,
        closed: inside.cohort.status == Status::Closed,
        parts: book.parts.into_iter().filter_map(column).collect(),
        participants: inside.participants.iter().zip(book.participants).map(line).collect(),
        known: book.known,
        mean: book.mean,
        certificates: book.certificates,
    })
}

/// A line of the gradebook in a file.
pub struct FileLine {
    id: String,
    line: GradebookParticipant,
}

/// The columns of the file and its lines: a column for each part.
pub fn file(book: CohortGradebook, language: Language) -> (Vec<String>, Vec<FileLine>) {
    const FIRST: [&str; 4] = ["enrolment_id", "participant", "association", "wilaya_code"];
    const LAST: [&str; 3] = ["grade", "so_far", "certificate"];
    let first = FIRST.iter().map(|name| (*name).to_owned());
    let parts = book.parts.iter().map(|part| format!("{} ({})", part.name.in_language(language), part.weight));
    let columns = first.chain(parts).chain(LAST.iter().map(|name| (*name).to_owned())).collect();
    (columns, book.participants.into_iter().map(|line| FileLine { id: line.enrolment_id.to_string(), line }).collect())
}

/// The cells of a line.
pub fn cells(row: &FileLine) -> Vec<Value<'_>> {
    let score = |score: Option<u32>| score.map_or(Value::Empty, |score| Value::Hundredths(score.into()));
    let FileLine { id, line } = row;
    let mut cells =
        vec![Value::Text(id), Value::Text(&line.participant_name), Value::Text(&line.association_name.ar), Value::Text(&line.wilaya_code)];
    cells.extend(line.grade.parts.iter().map(|part| score(part.score)));
    cells.extend([score(line.grade.grade), score(line.grade.so_far)]);
    cells.push(Value::Text(match line.grade.certificate {
        Certificate::Due => "due",
        Certificate::NotDue => "not_due",
        Certificate::NotYetKnown => "not_yet_known",
    }));
    cells
}
