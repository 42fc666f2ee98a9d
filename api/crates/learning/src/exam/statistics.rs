//! Statistics: how a group did, and how hard and how telling each question was.
//!
//! | figure | of | formula |
//! |---|---|---|
//! | mean, median, lowest, highest | the group | of the scores in hundredths of 100; the median of an even number is the mean of the two in the middle |
//! | difficulty | a question | points earned / points there were to earn, over all sheets: the higher the easier (item difficulty p) |
//! | discrimination | a question | correlation of its points x with the points y of all other questions |
//!
//! ```text
//! r = (n·Σxy − Σx·Σy) / √((n·Σx² − (Σx)²) · (n·Σy² − (Σy)²))
//! ```
//!
//! For a question that is right or wrong r is the point-biserial correlation. The question itself is left out of y, or it would correlate with itself: S. Henrysson,
//! “Correction of item-total correlations in item analysis”, Psychometrika 28 (1963), 211–218. Below 0 whoever knows less answers better: the question or its key is
//! faulty. From about 0.2 on a question tells well; of fewer than 30 sheets the figure is a hint. It is null for fewer than three sheets, two of which always lie on a line,
//! and where x or y is the same on all sheets.
//!
//! Unanswered questions earn 0 and count.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::score::earned;
use super::{Answer, Exam, Question, Verdict};
use crate::figures::{FULL, Reason, Unknown, nearest, take};
use crate::problem::{Problem, at_most, filled};

/// Sheets at most.
pub const MAX_SHEETS: usize = 20_000;
/// Answers at most, counted over all sheets; the same for sheets × questions.
pub const MAX_ANSWERS: usize = 4_000_000;
/// Sheets a discrimination needs at least.
pub const LEAST_FOR_DISCRIMINATION: usize = 3;

/// The sheets of a group. At most 500 questions, 20,000 sheets, 4,000,000 answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningStatisticsRequest))]
#[serde(deny_unknown_fields)]
pub struct StatisticsRequest {
    /// The questions: at least one.
    pub questions: Vec<Question>,
    /// The sheets of those who sat the exam.
    pub sheets: Vec<Sheet>,
}

/// One participant's answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningSheet))]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// The participant; each once.
    pub participant: String,
    /// The answers, at most one to each question.
    pub answers: Vec<Answer>,
}

/// How a group did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningStatistics))]
pub struct Statistics {
    /// How many sheets there are.
    pub sheets: u32,
    /// Mean score, in hundredths of 100.
    pub mean: Option<u32>,
    /// Median score, in hundredths of 100.
    pub median: Option<u32>,
    /// Lowest score, in hundredths of 100.
    pub lowest: Option<u32>,
    /// Highest score, in hundredths of 100.
    pub highest: Option<u32>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
    /// The questions, in the order they came.
    pub questions: Vec<QuestionStatistics>,
    /// What each sheet earned, in the order they came.
    pub scores: Vec<SheetScore>,
}

/// How a group did at one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningQuestionStatistics))]
pub struct QuestionStatistics {
    /// The question.
    pub id: String,
    /// How many answers earned all the points.
    pub correct: u32,
    /// How many answers earned some of the points.
    pub partial: u32,
    /// How many answers earned none.
    pub wrong: u32,
    /// How many sheets have no answer.
    pub unanswered: u32,
    /// Points earned of those there were to earn, in basis points: the higher the easier.
    pub difficulty: Option<u32>,
    /// Correlation with all other questions, in basis points: −10,000 to 10,000.
    pub discrimination: Option<i32>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
}

/// What one sheet earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningSheetScore))]
pub struct SheetScore {
    /// The participant.
    pub participant: String,
    /// Hundredths of a point earned.
    pub points: u32,
    /// The score in hundredths of 100.
    pub score: u32,
}

/// Sums over the sheets, for one question.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    counts: [u32; 4],
    x: i128,
    xx: i128,
    xy: i128,
    yy: i128,
    y: i128,
}

/// Adds up the sheets of a group, in time linear in sheets × questions, but for the order of the scores.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn statistics(request: &StatisticsRequest) -> Result<Statistics, Problem> {
    at_most(MAX_SHEETS, request.sheets.len(), "/sheets")?;
    at_most(MAX_ANSWERS, request.sheets.iter().map(|sheet| sheet.answers.len()).sum(), "/sheets")?;
    at_most(MAX_ANSWERS, request.sheets.len() * request.questions.len(), "/sheets")?;
    let exam = Exam::new(&request.questions)?;
    let mut sums = vec![Sums::default(); exam.questions.len()];
    let mut seen = HashSet::new();
    let mut scores = Vec::with_capacity(request.sheets.len());
    let mut of_sheet = Vec::with_capacity(exam.questions.len());
    for (i, sheet) in request.sheets.iter().enumerate() {
        let prefix = format!("/sheets/{i}");
        filled(&sheet.participant, || format!("{prefix}/participant"))?;
        if !seen.insert(sheet.participant.as_str()) {
            let problem = Problem::new("duplicate_participant", format!("{prefix}/participant"), "one sheet for each participant");
            return Err(problem.with("participant", sheet.participant.as_str()));
        }
        let given = exam.read(&sheet.answers).map_err(|problem| problem.under(&prefix))?;
        of_sheet.clear();
        of_sheet.extend(exam.questions.iter().zip(given).map(|(question, reply)| earned(question, reply)));
        let points: u32 = of_sheet.iter().map(|(points, _)| points).sum();
        for (sums, (earned, verdict)) in sums.iter_mut().zip(&of_sheet) {
            sums.add(*earned, points - earned, *verdict);
        }
        let score = nearest(u128::from(points) * u128::from(FULL), exam.out_of.into());
        scores.push(SheetScore { participant: sheet.participant.clone(), points, score });
    }
    let sheets = scores.len();
    let questions = exam.questions.iter().zip(&sums).map(|(question, sums)| sums.figures(question, sheets)).collect();
    Ok(of_group(scores, exam.out_of, questions))
}

fn of_group(scores: Vec<SheetScore>, out_of: u32, questions: Vec<QuestionStatistics>) -> Statistics {
    let mut points: Vec<u32> = scores.iter().map(|score| score.points).collect();
    points.sort_unstable();
    let sheets = points.len();
    let mut unknown = Vec::new();
    // The mean of some of the sheets, exact until it is rounded.
    let mut mean = |figure, from: usize, to: usize| {
        let some = points.get(from..to).filter(|some| !some.is_empty()).ok_or(Reason::NoSheets);
        let mean = some.map(|some| {
            let sum: u128 = some.iter().map(|p| u128::from(*p)).sum();
            nearest(sum * u128::from(FULL), u128::from(out_of) * some.len() as u128)
        });
        take(&mut unknown, figure, mean)
    };
    Statistics {
        sheets: u32::try_from(sheets).unwrap_or(u32::MAX),
        mean: mean("mean", 0, sheets),
        median: mean("median", sheets.saturating_sub(1) / 2, sheets / 2 + usize::from(sheets > 0)),
        lowest: mean("lowest", 0, sheets.min(1)),
        highest: mean("highest", sheets.saturating_sub(1), sheets),
        unknown,
        questions,
        scores,
    }
}

impl Sums {
    fn add(&mut self, earned: u32, others: u32, verdict: Verdict) {
        let [correct, partial, wrong, unanswered] = &mut self.counts;
        *match verdict {
            Verdict::Correct => correct,
            Verdict::Partial => partial,
            Verdict::Wrong => wrong,
            Verdict::Unanswered => unanswered,
        } += 1;
        let (x, y) = (i128::from(earned), i128::from(others));
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.xy += x * y;
        self.yy += y * y;
    }

    fn figures(&self, question: &Question, sheets: usize) -> QuestionStatistics {
        let [correct, partial, wrong, unanswered] = self.counts;
        let mut unknown = Vec::new();
        let to_earn = u128::from(question.points) * sheets as u128;
        let difficulty = if sheets == 0 { Err(Reason::NoSheets) } else { Ok(nearest(self.x.unsigned_abs() * u128::from(FULL), to_earn)) };
        let difficulty = take(&mut unknown, "difficulty", difficulty);
        let discrimination = take(&mut unknown, "discrimination", self.correlation(sheets));
        QuestionStatistics { id: question.id.clone(), correct, partial, wrong, unanswered, difficulty, discrimination, unknown }
    }

    /// In basis points. The sums are exact; only the quotient is in double precision, whose operations are the same everywhere.
    fn correlation(&self, sheets: usize) -> Result<i32, Reason> {
        if sheets < LEAST_FOR_DISCRIMINATION {
            return Err(Reason::TooFewSheets);
        }
        let n = sheets as i128;
        let (of_x, of_y) = (n * self.xx - self.x * self.x, n * self.yy - self.y * self.y);
        if of_x == 0 || of_y == 0 {
            return Err(Reason::NoVariation);
        }
        let r = (n * self.xy - self.x * self.y) as f64 / ((of_x as f64).sqrt() * (of_y as f64).sqrt());
        Ok((r.clamp(-1.0, 1.0) * f64::from(FULL)).round() as i32)
    }
}
