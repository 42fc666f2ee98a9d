//! What is answered.

use serde::{Deserialize, Serialize};

use crate::figures::Unknown;

/// A participant's grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningGrade))]
pub struct Grade {
    /// The grade, in hundredths of 100. Null while something that weighs is missing.
    pub grade: Option<u32>,
    /// The grade if nothing more is earned. Null when nothing weighs.
    pub least: Option<u32>,
    /// The grade if all the rest is earned. Null when nothing weighs.
    pub most: Option<u32>,
    /// The grade over the parts that are known. Null when none of those that weigh is.
    pub so_far: Option<u32>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
    /// The parts, in the order of the scheme.
    pub parts: Vec<PartGrade>,
    /// The conditions that are asked for.
    pub conditions: Vec<ConditionResult>,
    /// Whether a certificate is due.
    pub certificate: Certificate,
}

/// The score of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningPartGrade))]
pub struct PartGrade {
    /// The part.
    pub id: String,
    /// How much it weighs.
    pub weight: u32,
    /// The score, in hundredths of 100, once it is known.
    pub score: Option<u32>,
    /// The score if nothing more is earned.
    pub least: u32,
    /// The score if all the rest is earned.
    pub most: u32,
    /// What is missing; told also when the course is closed and it counts 0.
    pub missing: Option<Missing>,
}

/// What is missing of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningMissing))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Missing {
    /// No share of attendance is known.
    Attendance,
    /// Sessions remain that can change the share.
    Sessions,
    /// The test was not sat.
    Test,
    /// The assignment was not handed in.
    Assignment,
    /// Criteria were not assessed.
    Assessment {
        /// How many.
        criteria: u32,
    },
    /// There are fewer reviews than asked for.
    Reviews {
        /// How many are asked for.
        wanted: u32,
        /// How many there are.
        found: u32,
    },
}

/// What a certificate can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningCondition))]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The least attendance, in basis points.
    LeastAttendance,
    /// The least score in the test after, in hundredths of 100.
    LeastTestAfter,
    /// Assignments accepted, counted.
    AssignmentsAccepted,
    /// The evaluation handed in: 0 or 1.
    Evaluation,
    /// The least grade, in hundredths of 100.
    LeastGrade,
}

/// Whether a condition is met, with the facts, in the unit of the condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningConditionResult))]
pub struct ConditionResult {
    /// The condition.
    pub condition: Condition,
    /// Whether it is met.
    pub state: ConditionState,
    /// What is asked for.
    pub wanted: u32,
    /// What is sure.
    pub reached: u32,
    /// What is still possible.
    pub possible: u32,
}

/// Whether a condition is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningConditionState))]
#[serde(rename_all = "snake_case")]
pub enum ConditionState {
    /// It is, whatever else comes in.
    Met,
    /// It cannot be met any more.
    Unmet,
    /// That depends on what is missing.
    NotYetKnown,
}

/// Whether a certificate is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningCertificate))]
#[serde(rename_all = "snake_case")]
pub enum Certificate {
    /// All conditions are met.
    Due,
    /// A condition is unmet.
    NotDue,
    /// No condition is unmet, but not all are met yet.
    NotYetKnown,
}

/// The grades of a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningGradebook))]
pub struct Gradebook {
    /// The participants, in the order they came.
    pub participants: Vec<ParticipantGrade>,
    /// The parts, in the order of the scheme.
    pub parts: Vec<PartSummary>,
    /// How many grades are known.
    pub known: u32,
    /// The mean of the known grades, in hundredths of 100; null when none is.
    pub mean: Option<u32>,
    /// How many certificates are due.
    pub certificates: CertificateCounts,
}

/// The grade of one participant of a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningParticipantGrade))]
pub struct ParticipantGrade {
    /// The participant.
    pub id: String,
    /// The grade.
    pub grade: Grade,
}

/// How a cohort did in one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningPartSummary))]
pub struct PartSummary {
    /// The part.
    pub id: String,
    /// Of how many participants the score is known.
    pub known: u32,
    /// The mean of the known scores, in hundredths of 100; null when none is.
    pub mean: Option<u32>,
}

/// How many certificates are due.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningCertificateCounts))]
pub struct CertificateCounts {
    /// Due.
    pub due: u32,
    /// Not due.
    pub not_due: u32,
    /// Not yet known.
    pub not_yet_known: u32,
}
