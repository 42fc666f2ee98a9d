//! Grades: stories, and what holds whatever still comes in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use learning::figures::Reason;
use learning::grade::{
    Certificate, Condition, ConditionState, Grade, GradeRequest, GradebookRequest, Missing, PartResult, ParticipantWork, Work, grade,
    gradebook,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

fn rubric() -> Value {
    json!({"criteria": [
        {"id": "logic", "levels": [{"id": "weak", "points": 0}, {"id": "fair", "points": 3}, {"id": "good", "points": 6}]},
        {"id": "cost", "levels": [{"id": "weak", "points": 1}, {"id": "good", "points": 4}]}
    ]})
}

/// Attendance 20, test after 30, two assignments of 20 each, peers 10, test before 0.
fn scheme() -> Value {
    json!({
        "parts": [
            {"id": "attendance", "weight": 20, "source": {"kind": "attendance"}},
            {"id": "before", "weight": 0, "source": {"kind": "test_before"}},
            {"id": "after", "weight": 30, "source": {"kind": "test_after"}},
            {"id": "canvas", "weight": 20, "source": {"kind": "assignment", "rubric": rubric()}},
            {"id": "network", "weight": 20, "source": {"kind": "assignment", "rubric": rubric()}},
            {"id": "peers", "weight": 10, "source": {"kind": "peer_review", "rubric": rubric(), "least_reviews": 2}}
        ],
        "certificate": {
            "least_attendance": 8000, "least_test_after": 5000, "assignments_accepted": {"at_least": 1}, "evaluation": true, "least_grade": 5000
        }
    })
}

fn levels(logic: &str, cost: &str) -> Value {
    json!([{"criterion": "logic", "level": logic}, {"criterion": "cost", "level": cost}])
}

fn review(reviewer: &str, logic: &str, cost: &str) -> Value {
    json!({"reviewer": reviewer, "levels": levels(logic, cost)})
}

fn everything() -> Value {
    json!([
        {"part": "attendance", "result": {"kind": "attendance", "share": 9000, "best_share": 9000}},
        {"part": "before", "result": {"kind": "test", "score": 2000}},
        {"part": "after", "result": {"kind": "test", "score": 7000}},
        {"part": "canvas", "result": {"kind": "assignment", "state": "accepted", "levels": levels("good", "good")}},
        {"part": "network", "result": {"kind": "assignment", "state": "returned", "levels": levels("fair", "weak")}},
        {"part": "peers", "result": {"kind": "peer_review", "reviews": [review("a", "good", "weak"), review("b", "fair", "good")]}}
    ])
}

fn request(results: Value, closed: bool) -> GradeRequest {
    let request = json!({"scheme": scheme(), "closed": closed, "results": results, "evaluation_handed_in": true});
    serde_json::from_value(request).unwrap()
}

fn graded(results: Value) -> Grade {
    grade(&request(results, false)).unwrap()
}

fn without(part: &str) -> Value {
    everything().as_array().unwrap().iter().filter(|r| r["part"] != part).cloned().collect()
}

fn missing(grade: &Grade) -> Vec<(&str, Missing)> {
    grade.parts.iter().filter_map(|p| Some((p.id.as_str(), p.missing?))).collect()
}

fn state(grade: &Grade, condition: Condition) -> ConditionState {
    grade.conditions.iter().find(|c| c.condition == condition).unwrap().state
}

#[test]
fn the_grade_is_the_weighted_mean_of_the_parts() {
    let answer = graded(everything());
    let scores: Vec<_> = answer.parts.iter().map(|p| p.score.unwrap()).collect();
    // Network: (3 + 1) of 10. Peers: 7 and 7 of 10.
    assert_eq!(scores, [9_000, 2_000, 7_000, 10_000, 4_000, 7_000]);
    // (20·90 + 30·70 + 20·100 + 20·40 + 10·70) / 100 = 74.
    assert_eq!((answer.grade, answer.least, answer.most, answer.so_far), (Some(7_400), Some(7_400), Some(7_400), Some(7_400)));
    assert!(missing(&answer).is_empty() && answer.unknown.is_empty());
    assert_eq!(answer.certificate, Certificate::Due);
}

#[test]
fn every_condition_says_what_is_wanted_and_what_is_reached() {
    let answer = graded(everything());
    let facts: Vec<_> = answer.conditions.iter().map(|c| (c.condition, c.wanted, c.reached, c.possible)).collect();
    let expected = [
        (Condition::LeastAttendance, 8_000, 9_000, 9_000),
        (Condition::LeastTestAfter, 5_000, 7_000, 7_000),
        (Condition::AssignmentsAccepted, 1, 1, 2),
        (Condition::Evaluation, 1, 1, 1),
        (Condition::LeastGrade, 5_000, 7_400, 7_400),
    ];
    assert_eq!(facts, expected);
    assert!(answer.conditions.iter().all(|c| c.state == ConditionState::Met));
}

#[test]
fn what_is_missing_is_told_and_leaves_the_grade_open_between_two_ends() {
    let answer = graded(without("after"));
    assert_eq!(missing(&answer), [("after", Missing::Test)]);
    assert_eq!((answer.grade, answer.least, answer.most), (None, Some(5_300), Some(8_300)));
    // (20·90 + 20·100 + 20·40 + 10·70) / 70.
    assert_eq!(answer.so_far, Some(7_571));
    assert_eq!(answer.unknown.iter().map(|u| (u.figure.as_str(), u.reason)).collect::<Vec<_>>(), [("grade", Reason::PartsMissing)]);
    assert_eq!(
        (state(&answer, Condition::LeastTestAfter), state(&answer, Condition::LeastGrade)),
        (ConditionState::NotYetKnown, ConditionState::Met)
    );
    assert_eq!(answer.certificate, Certificate::NotYetKnown);
}

#[test]
fn a_missing_part_that_weighs_nothing_leaves_the_grade_known() {
    let answer = graded(without("before"));
    assert_eq!((answer.grade, missing(&answer)), (Some(7_400), vec![("before", Missing::Test)]));
}

#[test]
fn each_part_says_in_its_own_way_what_is_missing() {
    let answer = graded(json!([
        {"part": "attendance", "result": {"kind": "attendance", "share": 1000, "best_share": 9000}},
        {"part": "canvas", "result": {"kind": "assignment", "state": "handed_in", "levels": [{"criterion": "cost", "level": "good"}]}},
        {"part": "network", "result": {"kind": "assignment", "state": "not_handed_in"}},
        {"part": "peers", "result": {"kind": "peer_review", "reviews": [review("a", "good", "good")]}}
    ]));
    let expected = [
        ("attendance", Missing::Sessions),
        ("before", Missing::Test),
        ("after", Missing::Test),
        ("canvas", Missing::Assessment { criteria: 1 }),
        ("network", Missing::Assignment),
        ("peers", Missing::Reviews { wanted: 2, found: 1 }),
    ];
    assert_eq!(missing(&answer), expected);
    let ends: Vec<_> = answer.parts.iter().map(|p| (p.least, p.most)).collect();
    assert_eq!(ends, [(1_000, 9_000), (0, 10_000), (0, 10_000), (4_000, 10_000), (0, 10_000), (0, 10_000)]);
    assert_eq!((answer.so_far, answer.unknown.len()), (None, 2));
    let nothing = graded(json!([]));
    assert_eq!((missing(&nothing)[0], missing(&nothing)[3]), (("attendance", Missing::Attendance), ("canvas", Missing::Assignment)));
}

#[test]
fn in_a_closed_course_what_is_missing_counts_nothing_and_is_still_told() {
    let answer = grade(&request(without("after"), true)).unwrap();
    assert_eq!((answer.grade, answer.most, missing(&answer)), (Some(5_300), Some(5_300), vec![("after", Missing::Test)]));
    assert_eq!((state(&answer, Condition::LeastTestAfter), answer.certificate), (ConditionState::Unmet, Certificate::NotDue));
    let mut nothing = request(json!([]), true);
    nothing.evaluation_handed_in = false;
    let answer = grade(&nothing).unwrap();
    assert!(answer.conditions.iter().all(|c| c.state == ConditionState::Unmet && c.reached == 0 && c.possible == 0));
}

#[test]
fn reviews_that_came_in_count_in_a_closed_course_though_they_are_too_few() {
    let one = json!([{"part": "peers", "result": {"kind": "peer_review", "reviews": [review("a", "good", "weak")]}}]);
    let (open, closed) = (grade(&request(one.clone(), false)).unwrap(), grade(&request(one, true)).unwrap());
    assert_eq!((open.parts[5].score, closed.parts[5].score), (None, Some(7_000)));
    assert_eq!(closed.parts[5].missing, Some(Missing::Reviews { wanted: 2, found: 1 }));
}

#[test]
fn one_strict_reviewer_does_not_decide() {
    let peers =
        |reviews: Value| graded(json!([{"part": "peers", "result": {"kind": "peer_review", "reviews": reviews}}])).parts[5].score.unwrap();
    let three = peers(json!([review("a", "good", "good"), review("b", "weak", "weak"), review("c", "good", "weak")]));
    assert_eq!(three, 7_000);
    assert_eq!(peers(json!([review("a", "good", "good"), review("b", "weak", "weak")])), 5_500);
}

#[test]
fn a_refused_assignment_is_not_missing_and_cannot_be_accepted_any_more() {
    let mut scheme = scheme();
    scheme["certificate"] = json!({"assignments_accepted": "all"});
    let refused = json!([{"part": "canvas", "result": {"kind": "assignment", "state": "refused"}}]);
    let answer = grade(&serde_json::from_value(json!({"scheme": scheme, "results": refused})).unwrap()).unwrap();
    assert_eq!((answer.parts[3].score, answer.parts[3].missing), (Some(0), None));
    let all = answer.conditions[0];
    assert_eq!((all.state, all.wanted, all.reached, all.possible), (ConditionState::Unmet, 2, 0, 1));
    assert_eq!(answer.certificate, Certificate::NotDue);
}

#[test]
fn a_missing_evaluation_holds_the_certificate_back() {
    let mut request = request(everything(), false);
    request.evaluation_handed_in = false;
    assert_eq!(grade(&request).unwrap().certificate, Certificate::NotYetKnown);
    request.closed = true;
    assert_eq!(grade(&request).unwrap().certificate, Certificate::NotDue);
}

#[test]
fn a_scheme_in_which_nothing_weighs_has_no_grade_and_without_conditions_a_certificate() {
    let scheme = json!({"parts": [{"id": "a", "weight": 0, "source": {"kind": "attendance"}}]});
    let answer = grade(&serde_json::from_value(json!({"scheme": scheme, "results": []})).unwrap()).unwrap();
    let figures: Vec<_> = answer.unknown.iter().map(|u| (u.figure.as_str(), u.reason)).collect();
    assert_eq!(figures, ["grade", "least", "most", "so_far"].map(|figure| (figure, Reason::NothingWeighs)));
    assert_eq!(answer.certificate, Certificate::Due);
}

#[test]
fn a_gradebook_sums_up_the_cohort() {
    let one = |id: &str, results: Value| ParticipantWork {
        id: id.into(),
        results: serde_json::from_value(results).unwrap(),
        evaluation_handed_in: true,
    };
    let refused = json!([{"part": "attendance", "result": {"kind": "attendance", "share": 5000, "best_share": 5000}}]);
    let book = gradebook(&GradebookRequest {
        scheme: serde_json::from_value(scheme()).unwrap(),
        closed: false,
        participants: vec![one("amel", everything()), one("badis", without("after")), one("chafia", refused)],
    })
    .unwrap();
    let counts = book.certificates;
    assert_eq!((counts.due, counts.not_yet_known, counts.not_due), (1, 1, 1));
    assert_eq!((book.known, book.mean), (1, Some(7_400)));
    assert_eq!((book.parts[0].known, book.parts[0].mean), (3, Some(7_667)));
    assert_eq!((book.parts[2].known, book.parts[2].mean), (1, Some(7_000)));
    assert_eq!(book.participants[0].grade, graded(everything()));
}

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
