//! Grades by hand.

use learning::figures::Reason;
use learning::grade::{Certificate, Condition, ConditionState, Grade, GradebookRequest, Missing, ParticipantWork, grade, gradebook};
use serde_json::{Value, json};

use super::small::{everything, request, review, scheme};

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
    request.evaluation_open = true;
    assert_eq!(grade(&request).unwrap().certificate, Certificate::NotYetKnown, "the course is closed, the evaluation is not");
    request.evaluation_open = false;
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
        evaluation_open: false,
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
