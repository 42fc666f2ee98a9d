//! Ways to be wrong about exams.

use learning::exam::gain::{BeforeAfter, GainRequest, gain};
use learning::exam::paper::{PaperRequest, draw};
use learning::exam::statistics::{MAX_SHEETS, Sheet, StatisticsRequest, statistics};
use learning::exam::{Answer, MAX_QUESTIONS, Question, ScoreRequest, Task, score};
use learning::problem::{Param, Problem};
use serde_json::{Value, json};

fn questions() -> Value {
    json!([
        {"id": "s", "points": 100, "task": {"kind": "single", "choices": ["a", "b"], "correct": "a"}},
        {"id": "m", "points": 100, "task": {"kind": "multiple", "choices": ["a", "b", "c"], "correct": ["a", "b"], "scoring": "balanced"}},
        {"id": "n", "points": 100, "task": {"kind": "numeric", "value": 1000, "tolerance": 1}},
        {"id": "o", "points": 100, "task": {"kind": "ordering", "order": ["a", "b", "c"]}}
    ])
}

fn one() -> Value {
    json!({"questions": questions(), "answers": [
        {"question": "s", "given": {"choice": "b"}}, {"question": "m", "given": {"choices": ["a", "c"]}},
        {"question": "n", "given": {"value": 999}}, {"question": "o", "given": {"order": ["c", "b", "a"]}}
    ]})
}

fn group() -> Value {
    json!({"questions": questions(), "sheets": [{"participant": "p", "answers": one()["answers"]}, {"participant": "q", "answers": []}]})
}

fn paper() -> Value {
    json!({"seed": "s", "participant": "p", "questions": questions()})
}

fn gains() -> Value {
    json!({"participants": [{"participant": "p", "before": 1, "after": 10_000}, {"participant": "q"}]})
}

fn scored(request: Value) -> Result<(), Problem> {
    score(&serde_json::from_value(request).unwrap()).map(|_| ())
}

fn counted(request: Value) -> Result<(), Problem> {
    statistics(&serde_json::from_value(request).unwrap()).map(|_| ())
}

fn drawn(request: Value) -> Result<(), Problem> {
    draw(&serde_json::from_value(request).unwrap()).map(|_| ())
}

fn gained(request: Value) -> Result<(), Problem> {
    gain(&serde_json::from_value(request).unwrap()).map(|_| ())
}

/// Requests without faults.
pub fn right() -> Vec<(Value, super::Room)> {
    vec![
        (one(), |request| super::tried(request, score)),
        (group(), |request| super::tried(request, statistics)),
        (paper(), |request| super::tried(request, draw)),
        (gains(), |request| super::tried(request, gain)),
    ]
}

pub fn all() -> Vec<(Problem, &'static str, &'static str)> {
    let one = |pointer: &str, value: Value| scored(super::with(&one(), pointer, value)).unwrap_err();
    let group = |pointer: &str, value: Value| counted(super::with(&group(), pointer, value)).unwrap_err();
    let paper = |pointer: &str, value: Value| drawn(super::with(&paper(), pointer, value)).unwrap_err();
    let gains = |pointer: &str, value: Value| gained(super::with(&gains(), pointer, value)).unwrap_err();
    let asked = |count: usize| {
        let task = Task::Numeric { value: 0, tolerance: 0 };
        (0..count).map(|i| Question { id: i.to_string(), points: 1, task: task.clone() }).collect::<Vec<_>>()
    };
    let many = |count: usize| score(&ScoreRequest { questions: asked(count), answers: vec![] }).map(|_| ());
    assert_eq!(many(MAX_QUESTIONS), Ok(()));
    let sheets = |questions: usize, sheets: usize, answers: usize| {
        let answer = Answer { question: "0".into(), given: None };
        let sheet = |i: usize| Sheet { participant: i.to_string(), answers: vec![answer.clone(); answers] };
        statistics(&StatisticsRequest { questions: asked(questions), sheets: (0..sheets).map(sheet).collect() }).map(|_| ())
    };
    assert_eq!(sheets(1, MAX_SHEETS, 0), Ok(()));
    let pairs: Vec<BeforeAfter> = (0..20_001).map(|i| BeforeAfter { participant: i.to_string(), ..BeforeAfter::default() }).collect();
    let letters: Vec<String> = (0..51).map(|i| i.to_string()).collect();
    vec![
        (one("/questions", json!([])), "required", "/questions"),
        (one("/questions/1/id", json!("")), "required", "/questions/1/id"),
        (one("/questions/1/id", json!("s")), "duplicate_question", "/questions/1/id"),
        (one("/questions/0/points", json!(0)), "out_of_range", "/questions/0/points"),
        (one("/questions/0/points", json!(100_001)), "out_of_range", "/questions/0/points"),
        (one("/questions/0/task/choices", json!(["a"])), "required", "/questions/0/task/choices"),
        (one("/questions/0/task/choices", json!(letters)), "too_many_entries", "/questions/0/task/choices"),
        (one("/questions/0/task/choices/1", json!("")), "required", "/questions/0/task/choices/1"),
        (one("/questions/0/task/choices/1", json!("a")), "duplicate_choice", "/questions/0/task/choices/1"),
        (one("/questions/0/task/correct", json!("x")), "unknown_choice", "/questions/0/task/correct"),
        (one("/questions/1/task/correct", json!([])), "required", "/questions/1/task/correct"),
        (one("/questions/1/task/correct/1", json!("x")), "unknown_choice", "/questions/1/task/correct/1"),
        (one("/questions/1/task/correct/1", json!("a")), "duplicate_choice", "/questions/1/task/correct/1"),
        (one("/questions/2/task/value", json!(1_000_000_000_000_001_i64)), "out_of_range", "/questions/2/task/value"),
        (one("/questions/2/task/value", json!(i64::MIN)), "out_of_range", "/questions/2/task/value"),
        (one("/questions/2/task/tolerance", json!(-1)), "out_of_range", "/questions/2/task/tolerance"),
        (one("/questions/3/task/order/1", json!("a")), "duplicate_choice", "/questions/3/task/order/1"),
        (one("/answers/1/question", json!("x")), "unknown_question", "/answers/1/question"),
        (one("/answers/1/question", json!("s")), "duplicate_answer", "/answers/1/question"),
        (one("/answers/0/given", json!({"value": 1})), "wrong_kind", "/answers/0/given"),
        (one("/answers/1/given", json!({"choice": "a"})), "wrong_kind", "/answers/1/given"),
        (one("/answers/2/given", json!({"order": []})), "wrong_kind", "/answers/2/given"),
        (one("/answers/3/given", json!({"choices": ["a"]})), "wrong_kind", "/answers/3/given"),
        (one("/answers/0/given/choice", json!("x")), "unknown_choice", "/answers/0/given/choice"),
        (one("/answers/1/given/choices/1", json!("a")), "duplicate_choice", "/answers/1/given/choices/1"),
        (one("/answers/3/given/order/1", json!("x")), "unknown_choice", "/answers/3/given/order/1"),
        (one("/answers/3/given/order", json!(["a", "b"])), "incomplete_order", "/answers/3/given/order"),
        (group("/sheets/1/participant", json!(" ")), "required", "/sheets/1/participant"),
        (group("/sheets/1/participant", json!("p")), "duplicate_participant", "/sheets/1/participant"),
        (group("/sheets/0/answers/0/question", json!("x")), "unknown_question", "/sheets/0/answers/0/question"),
        (paper("/seed", json!("")), "required", "/seed"),
        (paper("/seed", json!("a\nb")), "line_feed", "/seed"),
        (paper("/participant", json!("")), "required", "/participant"),
        (paper("/participant", json!("\na")), "line_feed", "/participant"),
        (paper("/questions/0/id", json!("a\nb")), "line_feed", "/questions/0/id"),
        (paper("/questions/0/task/choices/1", json!("a\nb")), "line_feed", "/questions/0/task/choices/1"),
        (paper("/questions/3/task/order/1", json!("a\nb")), "line_feed", "/questions/3/task/order/1"),
        (gains("/participants/0/before", json!(10_001)), "out_of_range", "/participants/0/before"),
        (gains("/participants/0/after", json!(10_001)), "out_of_range", "/participants/0/after"),
        (gains("/participants/1/participant", json!("")), "required", "/participants/1/participant"),
        (gains("/participants/1/participant", json!("p")), "duplicate_participant", "/participants/1/participant"),
        (many(MAX_QUESTIONS + 1).unwrap_err(), "too_many_entries", "/questions"),
        (sheets(1, MAX_SHEETS + 1, 0).unwrap_err(), "too_many_entries", "/sheets"),
        (sheets(400, 10_001, 0).unwrap_err(), "too_many_entries", "/sheets"),
        (sheets(1, 2, 2_000_001).unwrap_err(), "too_many_entries", "/sheets"),
        (gain(&GainRequest { participants: pairs }).unwrap_err(), "too_many_entries", "/participants"),
    ]
}

#[test]
fn the_untouched_requests_are_fine() {
    assert_eq!((scored(one()), counted(group()), drawn(paper()), gained(gains())), (Ok(()), Ok(()), Ok(()), Ok(())));
}

#[test]
fn facts_go_with_the_problem() {
    let problem = scored(super::with(&one(), "/answers/0/given/choice", json!("x"))).unwrap_err();
    assert_eq!(problem.params, [("choice", Param::from("x")), ("question", Param::from("s"))].into());
    let problem = scored(super::with(&one(), "/answers/0/given", json!({"value": 1}))).unwrap_err();
    assert_eq!(problem.params, [("wanted", Param::from("choice")), ("question", Param::from("s"))].into());
}

#[test]
fn an_unknown_member_is_refused() {
    for pointer in ["/x", "/questions/0/x", "/questions/0/task/x", "/questions/2/task/x", "/answers/0/x"] {
        let error = serde_json::from_value::<ScoreRequest>(super::with(&one(), pointer, json!(1))).unwrap_err();
        assert!(error.to_string().starts_with("unknown field `x`"), "{error}");
    }
    assert!(serde_json::from_value::<ScoreRequest>(super::with(&one(), "/answers/0/given/x", json!(1))).is_err());
    assert!(serde_json::from_value::<StatisticsRequest>(super::with(&group(), "/sheets/0/x", json!(1))).is_err());
    assert!(serde_json::from_value::<PaperRequest>(super::with(&paper(), "/x", json!(1))).is_err());
    assert!(serde_json::from_value::<GainRequest>(super::with(&gains(), "/participants/0/x", json!(1))).is_err());
}
