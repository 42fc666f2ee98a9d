//! What the participants of the cohort that is over think of it, and what came of it after six months.

use super::file::{TODAY, at, days, rng};
use super::ids;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::resources::cohorts::{self, Id as CohortId};
use crate::resources::courses::ProjectTool;
use crate::resources::evaluations::material::{
    AnswerRow, CourseEvaluation, CourseJudgement, CourseUse, EvaluationRound, Frequency, ReceiptRow, ToolUse, note_request, put_answers,
    put_receipts,
};

/// What some would have better.
const COMMENTS: [&str; 4] = [
    "نتمنى وقتا أطول للتدرب على متابعة الكلفة والقيمة المكتسبة.",
    "أمثلة من حرف أخرى غير النسيج تكون مفيدة.",
    "تزامن بعض الحصص مع موسم البيع، والأفضل برمجتها في الشتاء.",
    "نرجو مواصلة المرافقة بعد نهاية الدورة.",
];

fn judgement(place: usize) -> CourseEvaluation {
    let rng = &mut rng(place as u64 + 94_000);
    let mut stars = |least| rng.u32(least..=5);
    let judgement = CourseJudgement {
        aims: stars(3),
        content: stars(4),
        trainers: stars(4),
        practice: stars(3),
        organisation: stars(2),
        would_recommend: place % 6 != 5,
    };
    let comment = place.is_multiple_of(3).then(|| COMMENTS[place / 3 % COMMENTS.len()].to_owned());
    CourseEvaluation { round: EvaluationRound::End, judgement: Some(judgement), course_use: None, comment }
}

fn course_use(place: usize) -> CourseEvaluation {
    let rng = &mut rng(place as u64 + 95_000);
    let frequency = |tool: &ProjectTool| ToolUse { tool: *tool, frequency: Frequency::ALL[rng.usize(0..Frequency::ALL.len())] };
    let tools = ProjectTool::ALL.iter().map(frequency).collect();
    let (projects_begun, partnerships_signed) = (place as u32 % 3, place as u32 % 2);
    let course_use = CourseUse { tools, projects_begun, partnerships_signed };
    CourseEvaluation { round: EvaluationRound::AfterSixMonths, judgement: None, course_use: Some(course_use), comment: None }
}

/// Writes them.
///
/// # Errors
/// When the database does not answer.
pub fn put(tx: &mut Read<'_>, cohort: usize) -> Result<()> {
    let cohort_id: CohortId = ids::cohort(cohort).into();
    let ends_on = cohorts::brief(tx.conn, cohort_id)?.ends_on;
    let seats = cohorts::seated(tx.conn, cohort_id)?;
    let (mut answers, mut receipts) = (Vec::new(), Vec::new());
    for (place, seat) in seats.iter().enumerate() {
        let (soon, later) = (days(ends_on, 2 + place as i64), days(TODAY, 6 + place as i64));
        for (day, said) in [(soon, judgement(place)), (later, course_use(place))] {
            // Names that say nothing, not even in which order.
            let id = format!("demonstration-{:016x}", rng(answers.len() as u64 + 96_000).u64(..));
            answers.push(AnswerRow { id, cohort_id, round: said.round, document: Json::of(&said)? });
            receipts.push(ReceiptRow { enrolment_id: seat.id, round: said.round, cohort_id, handed_in_at: at(day, 600) });
        }
    }
    put_answers(tx.conn, answers)?;
    put_receipts(tx.conn, receipts)?;
    for (round, day) in [(EvaluationRound::End, days(ends_on, 1)), (EvaluationRound::AfterSixMonths, days(TODAY, 5))] {
        note_request(tx.conn, cohort_id, round, at(day, 480))?;
    }
    Ok(())
}
