//! Points, scores, and how reviewers compare. Pure.

use crate::kernel::ids::PersonId;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::calls::{ApplicationId, CallCriterion};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use utoipa::ToSchema;

crate::id_type!(/// What one reviewer thinks of one application.
    ReviewId);

crate::text_enum! {
    /// Where a review stands.
    pub enum ReviewStatus {
        /// To be written.
        Open = "open",
        /// Written.
        Scored = "scored",
        /// The reviewer has an interest in the application.
        Conflict = "conflict",
        /// The reviewer does not judge it.
        Abstained = "abstained",
    }
}

/// The points of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionPoints {
    /// Code of the criterion in the call.
    #[schema(min_length = 1, max_length = 40, examples("quality"))]
    pub criterion: String,
    /// 0 to 10.
    #[schema(minimum = 0, maximum = 10, examples(8))]
    pub points: u32,
}

/// Scores that lie as far apart, in thousandths of a point, are a disagreement.
pub const DISAGREEMENT: i64 = 3_000;

/// `numerator / denominator`, half up; nothing by nothing.
fn rounded(numerator: i64, denominator: i64) -> Option<i64> {
    (denominator > 0).then(|| (2 * numerator + denominator).div_euclid(2 * denominator))
}

/// Notes criteria that have no points, points that belong to no criterion, and criteria with points twice.
pub fn check(criteria: &[CallCriterion], points: &[CriterionPoints], faults: &mut Faults) {
    let mut seen = HashSet::new();
    for (index, one) in points.iter().enumerate() {
        let pointer = format!("/points/{index}/criterion");
        if !criteria.iter().any(|criterion| criterion.code == one.criterion) {
            faults.expecting(pointer, Fault::NoSuch, &one.criterion);
        } else if !seen.insert(&one.criterion) {
            faults.add(pointer, Fault::Repeated);
        }
    }
    if criteria.iter().any(|criterion| !seen.contains(&criterion.code)) {
        faults.expecting("/points", Fault::TooFew, criteria.len());
    }
}

/// The score of a review: the mean of its points by the weights of the criteria, in thousandths of a point.
pub fn total(criteria: &[CallCriterion], points: &[CriterionPoints]) -> Option<i64> {
    let given: HashMap<&str, u32> = points.iter().map(|one| (one.criterion.as_str(), one.points)).collect();
    let (mut sum, mut weights) = (0, 0);
    for criterion in criteria {
        let weight = i64::from(criterion.weight);
        sum += weight * 1000 * i64::from(*given.get(criterion.code.as_str())?);
        weights += weight;
    }
    rounded(sum, weights)
}

/// The score of an application: the mean of its reviews' scores, in thousandths of a point.
pub fn mean(totals: &[i64]) -> Option<i64> {
    rounded(totals.iter().sum(), i64::try_from(totals.len()).unwrap_or(i64::MAX))
}

/// How far apart the scores of an application lie, in thousandths of a point; none for fewer than two.
pub fn spread(totals: &[i64]) -> Option<i64> {
    match (totals.iter().min(), totals.iter().max()) {
        (Some(least), Some(most)) if totals.len() > 1 => Some(most - least),
        _ => None,
    }
}

/// How a reviewer compares with the others on the same applications.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Calibration {
    /// Scored applications that somebody else has scored too.
    pub compared: usize,
    /// Mean of the reviewer's scores, in thousandths of a point; none without any.
    pub mean: Option<i64>,
    /// Mean difference from the mean of the others on the same applications: above zero for a generous reviewer, below for a strict one; in
    /// thousandths of a point.
    pub difference: Option<i64>,
}

/// The calibration of every reviewer who has scored.
pub fn calibrate(scored: &[(ApplicationId, PersonId, i64)]) -> HashMap<PersonId, Calibration> {
    let mut of_application: HashMap<ApplicationId, (i64, i64)> = HashMap::new();
    for (application, _, total) in scored {
        let entry = of_application.entry(*application).or_default();
        *entry = (entry.0 + total, entry.1 + 1);
    }
    let mut own: HashMap<PersonId, (Vec<i64>, Vec<i64>)> = HashMap::new();
    for (application, person, total) in scored {
        let (totals, differences) = own.entry(*person).or_default();
        totals.push(*total);
        let (sum, count) = of_application.get(application).copied().unwrap_or_default();
        if let Some(others) = rounded(sum - total, count - 1) {
            differences.push(total - others);
        }
    }
    let of = |(totals, differences): (Vec<i64>, Vec<i64>)| Calibration {
        compared: differences.len(),
        mean: mean(&totals),
        difference: mean(&differences),
    };
    own.into_iter().map(|(person, lists)| (person, of(lists))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::language::Text;
    use uuid::Uuid;

    fn criteria() -> Vec<CallCriterion> {
        let criterion = |code: &str, weight| CallCriterion {
            code: code.into(),
            name: Text { ar: "معيار".into(), fr: None, en: None },
            weight,
            anchors: Vec::new(),
        };
        vec![criterion("quality", 2), criterion("heritage", 1)]
    }

    fn points(of: &[(&str, u32)]) -> Vec<CriterionPoints> {
        of.iter().map(|(criterion, points)| CriterionPoints { criterion: (*criterion).into(), points: *points }).collect()
    }

    #[test]
    fn a_score_is_the_mean_by_weights_rounded_half_up() {
        assert_eq!(total(&criteria(), &points(&[("heritage", 5), ("quality", 8)])), Some(7_000));
        assert_eq!(total(&criteria(), &points(&[("quality", 7), ("heritage", 6)])), Some(6_667));
        assert_eq!(total(&criteria(), &points(&[("quality", 7)])), None);
        assert_eq!(mean(&[6_667, 7_000]), Some(6_834));
        assert_eq!(mean(&[-1, -2]), Some(-1));
        assert_eq!((mean(&[]), spread(&[5]), spread(&[9_000, 5_500, 7_000])), (None, None, Some(3_500)));
    }

    #[test]
    fn every_criterion_has_points_once() {
        let mut faults = Faults::default();
        check(&criteria(), &points(&[("quality", 7), ("quality", 8), ("colour", 1)]), &mut faults);
        let found: Vec<_> = faults.finish().unwrap_err().fields.into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(found, ["/points/1/criterion", "/points/2/criterion", "/points"]);
    }

    #[test]
    fn a_strict_reviewer_stands_below_the_others_on_the_same_applications() {
        let (application, other) = (ApplicationId(Uuid::from_u128(1)), ApplicationId(Uuid::from_u128(2)));
        let (strict, generous) = (PersonId(Uuid::from_u128(3)), PersonId(Uuid::from_u128(4)));
        let all = calibrate(&[(application, strict, 5_000), (application, generous, 7_000), (other, generous, 9_000)]);
        assert_eq!(all[&strict], Calibration { compared: 1, mean: Some(5_000), difference: Some(-2_000) });
        assert_eq!(all[&generous], Calibration { compared: 1, mean: Some(8_000), difference: Some(2_000) });
    }
}
