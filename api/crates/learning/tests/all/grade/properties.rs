//! What holds whatever still comes in.

use learning::grade::{Certificate, ConditionState, GradeRequest, PartResult, Work, grade};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::json;

use super::small::{levels, request, review};

/// What there can be of one participant, with weights.
fn works() -> impl Strategy<Value = GradeRequest> {
    let logic = prop_oneof![Just("weak"), Just("fair"), Just("good")];
    let cost = prop_oneof![Just("weak"), Just("good")];
    let state = prop_oneof![Just("handed_in"), Just("returned"), Just("accepted"), Just("refused")];
    let assignment = (state, option::of(logic.clone()), option::of(cost.clone())).prop_map(|(state, logic, cost)| {
        let logic = logic.map(|level| json!({"criterion": "logic", "level": level}));
        let cost = cost.map(|level| json!({"criterion": "cost", "level": level}));
        json!({"kind": "assignment", "state": state, "levels": logic.into_iter().chain(cost).collect::<Vec<_>>()})
    });
    let attendance =
        (0..=10_000_u32, 0..=10_000_u32).prop_map(|(a, b)| json!({"kind": "attendance", "share": a.min(b), "best_share": a.max(b)}));
    let test = || (0..=10_000_u32).prop_map(|score| json!({"kind": "test", "score": score}));
    let peers = vec((logic, cost), 0..4).prop_map(|rows| {
        let reviews: Vec<_> = rows.iter().enumerate().map(|(i, (logic, cost))| review(&i.to_string(), logic, cost)).collect();
        json!({"kind": "peer_review", "reviews": reviews})
    });
    let results = (
        option::of(attendance),
        option::of(test()),
        option::of(test()),
        option::of(assignment.clone()),
        option::of(assignment),
        option::of(peers),
    );
    (results, vec(0..50_u32, 6), any::<bool>(), any::<bool>()).prop_map(|(r, weights, evaluation, closed)| {
        let mut request = request(json!([]), closed);
        let given = [("attendance", r.0), ("before", r.1), ("after", r.2), ("canvas", r.3), ("network", r.4), ("peers", r.5)];
        for (part, result) in given {
            if let Some(result) = result {
                request.results.push(serde_json::from_value(json!({"part": part, "result": result})).unwrap());
            }
        }
        request.scheme.parts.iter_mut().zip(&weights).for_each(|(part, weight)| part.weight = *weight);
        request.scheme.parts[2].weight += 1;
        request.evaluation_handed_in = evaluation;
        request
    })
}

/// How good each part is, for comparing: what a better result is made of.
fn better(result: &Work, by: u32) -> Option<Work> {
    let mut next = serde_json::to_value(result).unwrap();
    match result {
        Work::Test { score } => next["score"] = json!((score + by).min(10_000)),
        Work::Attendance { share, best_share } => {
            next["best_share"] = json!((best_share + by).min(10_000));
            next["share"] = json!((share + by).min(10_000));
        }
        Work::Assignment { levels, .. } => {
            let place = levels.iter().position(|l| l.level != "good")?;
            next["levels"][place]["level"] = json!("good");
        }
        Work::PeerReview { reviews } => {
            let review = reviews.iter().position(|r| r.levels.iter().any(|l| l.level != "good"))?;
            let place = reviews[review].levels.iter().position(|l| l.level != "good")?;
            next["reviews"][review]["levels"][place]["level"] = json!("good");
        }
    }
    Some(serde_json::from_value(next).unwrap())
}

/// One way in which all that is missing comes in.
fn completed(request: &GradeRequest, scores: &[u32]) -> GradeRequest {
    let mut done = request.clone();
    for (part, score) in ["attendance", "before", "after", "canvas", "network", "peers"].into_iter().zip(scores) {
        let there = done.results.iter().position(|r| r.part == part);
        let old = there.map(|i| done.results.remove(i).result);
        let logic = ["weak", "fair", "good"][(score / 7) as usize % 3];
        let cost = ["weak", "good"][(score / 3) as usize % 2];
        let work = match (part, old) {
            ("attendance", Some(Work::Attendance { share, best_share })) => {
                let share = share + score % (best_share - share + 1);
                json!({"kind": "attendance", "share": share, "best_share": share})
            }
            ("attendance", _) => json!({"kind": "attendance", "share": score, "best_share": score}),
            ("before" | "after", None) => json!({"kind": "test", "score": score}),
            ("canvas" | "network", None) => json!({"kind": "assignment", "state": "accepted", "levels": levels(logic, cost)}),
            ("canvas" | "network", Some(Work::Assignment { state, levels })) => {
                let mut work = json!({"kind": "assignment", "state": state, "levels": levels});
                if work["state"] != "refused" {
                    for (criterion, level) in [("logic", logic), ("cost", cost)] {
                        if levels.iter().all(|l| l.criterion != criterion) {
                            work["levels"].as_array_mut().unwrap().push(json!({"criterion": criterion, "level": level}));
                        }
                    }
                    if score % 2 == 0 {
                        work["state"] = json!("accepted");
                    }
                }
                work
            }
            ("peers", old) => {
                let mut work = old.map_or(json!({"kind": "peer_review", "reviews": []}), |old| serde_json::to_value(old).unwrap());
                let reviews = work["reviews"].as_array_mut().unwrap();
                while reviews.len() < 2 {
                    reviews.push(review(&reviews.len().to_string(), logic, cost));
                }
                work
            }
            (_, Some(old)) => serde_json::to_value(old).unwrap(),
            (part, None) => unreachable!("{part}"),
        };
        done.results.push(PartResult { part: part.into(), result: serde_json::from_value(work).unwrap() });
    }
    done
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_comes_in_the_grade_ends_between_least_and_most_and_what_is_decided_stays(
        request in works(), scores in vec(0..=10_000_u32, 6), evaluation in any::<bool>(),
    ) {
        let request = GradeRequest { closed: false, ..request };
        let now = grade(&request).unwrap();
        let mut end = completed(&request, &scores);
        end.evaluation_handed_in |= evaluation;
        end.closed = true;
        let end = grade(&end).unwrap();
        prop_assert!(now.least <= end.grade && end.grade <= now.most);
        prop_assert!(now.grade.is_none() || now.grade == end.grade);
        for (now, end) in now.parts.iter().zip(&end.parts) {
            prop_assert!(now.least <= end.score.unwrap() && end.score.unwrap() <= now.most, "{:?} {:?}", now, end);
            prop_assert_eq!(end.missing, None);
        }
        for (now, end) in now.conditions.iter().zip(&end.conditions) {
            prop_assert!(now.reached <= end.reached && end.reached <= now.possible);
            prop_assert!(end.state != ConditionState::NotYetKnown);
            prop_assert!(now.state == ConditionState::NotYetKnown || now.state == end.state);
        }
        prop_assert!(end.certificate != Certificate::NotYetKnown);
        prop_assert!(now.certificate == Certificate::NotYetKnown || now.certificate == end.certificate);
    }

    #[test]
    fn no_part_that_gets_better_makes_anything_worse(request in works(), which in any::<prop::sample::Index>(), by in 1..5_000_u32) {
        prop_assume!(!request.results.is_empty());
        let which = which.index(request.results.len());
        let Some(result) = better(&request.results[which].result, by) else { return Ok(()) };
        let before = grade(&request).unwrap();
        let mut improved = request.clone();
        improved.results[which].result = result;
        let after = grade(&improved).unwrap();
        prop_assert!(before.least <= after.least && before.most <= after.most);
        // Attendance whose best share became full may have become known.
        prop_assert!(before.grade.is_none() || before.grade <= after.grade);
        for (before, after) in before.parts.iter().zip(&after.parts) {
            prop_assert!(before.least <= after.least && before.most <= after.most);
        }
        for (before, after) in before.conditions.iter().zip(&after.conditions) {
            prop_assert!(before.state != ConditionState::Met || after.state == ConditionState::Met);
        }
    }

    #[test]
    fn every_score_is_between_nothing_and_a_hundred(request in works()) {
        let answer = grade(&request).unwrap();
        prop_assert!(answer.least <= answer.most && answer.most <= Some(10_000));
        prop_assert!(answer.grade.is_none() || (answer.grade == answer.so_far && answer.least <= answer.grade && answer.grade <= answer.most));
        prop_assert_eq!(answer.grade.is_some(), request.closed || answer.parts.iter().all(|p| p.weight == 0 || p.missing.is_none()));
        for part in &answer.parts {
            prop_assert!(part.least <= part.most && part.most <= 10_000);
            prop_assert_eq!(part.score.is_some(), request.closed || part.missing.is_none());
            prop_assert!(part.score.is_none() || part.score == Some(part.least));
        }
    }

    #[test]
    fn only_the_proportions_of_the_weights_matter(request in works(), times in 2..100_u32) {
        let mut scaled = request.clone();
        scaled.scheme.parts.iter_mut().for_each(|part| part.weight *= times);
        let (one, other) = (grade(&request).unwrap(), grade(&scaled).unwrap());
        prop_assert_eq!((one.grade, one.least, one.most, one.so_far), (other.grade, other.least, other.most, other.so_far));
    }
}
