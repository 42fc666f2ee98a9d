//! Exams: what answers earn, and the order on a paper.

use learning::exam::paper::{PaperRequest, draw, draw_key};
use learning::exam::{Answer, MultipleScoring, OrderingScoring, Question, QuestionScore, Reply, Score, ScoreRequest, Task, Verdict, score};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::subsequence;

fn names(list: &str) -> Vec<String> {
    list.chars().map(|c| c.to_string()).collect()
}

fn single(choices: &str, correct: &str) -> Task {
    Task::Single { choices: names(choices), correct: correct.into(), keep_order: false }
}

fn multiple(choices: &str, correct: &str, scoring: MultipleScoring) -> Task {
    Task::Multiple { choices: names(choices), correct: names(correct), scoring, keep_order: false }
}

fn ordering(order: &str, scoring: OrderingScoring) -> Task {
    Task::Ordering { order: names(order), scoring }
}

fn question(id: &str, points: u32, task: Task) -> Question {
    Question { id: id.into(), points, task }
}

fn answer(question: &str, given: Reply) -> Answer {
    Answer { question: question.into(), given: Some(given) }
}

fn scored(questions: Vec<Question>, answers: Vec<Answer>) -> Score {
    score(&ScoreRequest { questions, answers }).unwrap()
}

/// What an answer to a question of ten points earns.
fn earns(task: Task, given: Reply) -> (u32, Verdict) {
    let score = scored(vec![question("q", 1_000, task)], vec![answer("q", given)]);
    (score.questions[0].points, score.questions[0].verdict)
}

#[test]
fn a_single_question_earns_all_or_nothing() {
    assert_eq!(earns(single("abc", "b"), Reply::Choice("b".into())), (1_000, Verdict::Correct));
    assert_eq!(earns(single("abc", "b"), Reply::Choice("a".into())), (0, Verdict::Wrong));
}

#[test]
fn wrong_ticks_take_from_right_ones_but_never_below_nothing() {
    let ticks = |taken: &str| earns(multiple("abcde", "abc", MultipleScoring::Balanced), Reply::Choices(names(taken)));
    assert_eq!(ticks("cba"), (1_000, Verdict::Correct));
    assert_eq!(ticks("ab"), (667, Verdict::Partial));
    assert_eq!(ticks("abd"), (167, Verdict::Partial));
    assert_eq!(ticks("abcd"), (500, Verdict::Partial));
    assert_eq!(ticks("abcde"), (0, Verdict::Wrong));
    assert_eq!(ticks("de"), (0, Verdict::Wrong));
    assert_eq!(earns(multiple("ab", "ab", MultipleScoring::Balanced), Reply::Choices(names("a"))), (500, Verdict::Partial));
}

#[test]
fn all_or_nothing_asks_for_exactly_the_right_choices() {
    let ticks = |taken: &str| earns(multiple("abcd", "ab", MultipleScoring::AllOrNothing), Reply::Choices(names(taken)));
    assert_eq!((ticks("ba").0, ticks("a").0, ticks("abc").0), (1_000, 0, 0));
}

#[test]
fn a_number_is_right_up_to_the_tolerance_and_not_a_thousandth_further() {
    let given = |value| earns(Task::Numeric { value: 1_500, tolerance: 20 }, Reply::Value(value)).0;
    assert_eq!([1_479, 1_480, 1_500, 1_520, 1_521].map(given), [0, 1_000, 1_000, 1_000, 0]);
    assert_eq!((given(i64::MIN), given(i64::MAX)), (0, 0));
    assert_eq!(earns(Task::Numeric { value: -5, tolerance: 0 }, Reply::Value(-5)).0, 1_000);
}

#[test]
fn an_order_earns_its_share_of_right_pairs_or_what_is_above_chance() {
    let put = |scoring, order: &str| earns(ordering("abcd", scoring), Reply::Order(names(order)));
    // One neighbouring pair exchanged: 5 of 6 pairs.
    assert_eq!(put(OrderingScoring::Pairs, "abdc"), (833, Verdict::Partial));
    assert_eq!(put(OrderingScoring::AboveChance, "abdc"), (667, Verdict::Partial));
    assert_eq!(put(OrderingScoring::AllOrNothing, "abdc"), (0, Verdict::Wrong));
    assert_eq!(put(OrderingScoring::Pairs, "dcba"), (0, Verdict::Wrong));
    assert_eq!(put(OrderingScoring::AboveChance, "cbad"), (0, Verdict::Wrong));
    for scoring in [OrderingScoring::Pairs, OrderingScoring::AboveChance, OrderingScoring::AllOrNothing] {
        assert_eq!(put(scoring, "abcd"), (1_000, Verdict::Correct));
    }
}

#[test]
fn an_unanswered_question_is_told_apart_from_a_wrong_one() {
    let questions = ["a", "b", "c", "d"].map(|id| question(id, 100, multiple("xyz", "x", MultipleScoring::Balanced)));
    let wrong = answer("a", Reply::Choices(names("y")));
    let answers = vec![wrong, Answer { question: "b".into(), given: None }, answer("c", Reply::Choices(vec![]))];
    let score = scored(questions.to_vec(), answers);
    let verdicts: Vec<_> = score.questions.iter().map(|q| q.verdict).collect();
    assert_eq!(verdicts, [Verdict::Wrong, Verdict::Unanswered, Verdict::Unanswered, Verdict::Unanswered]);
    assert_eq!((score.answered, score.unanswered, score.score), (1, 3, 0));
}

#[test]
fn the_score_weighs_questions_by_their_points_in_hundredths_of_a_hundred() {
    let questions = vec![question("a", 100, single("xy", "x")), question("b", 200, single("xy", "x"))];
    let score = scored(questions, vec![answer("b", Reply::Choice("x".into())), answer("a", Reply::Choice("y".into()))]);
    assert_eq!((score.points, score.out_of, score.score), (200, 300, 6_667));
}

fn course() -> Vec<Question> {
    vec![
        question("q1", 100, single("abc", "a")),
        question("q2", 100, Task::Numeric { value: 0, tolerance: 0 }),
        question("q3", 100, Task::Single { choices: names("nevrs"), correct: "n".into(), keep_order: true }),
        question("q4", 100, ordering("abcd", OrderingScoring::Pairs)),
    ]
}

fn paper(participant: &str, keep_order: bool) -> PaperRequest {
    PaperRequest { seed: "Cohort 7".into(), participant: participant.into(), keep_order, questions: course() }
}

#[test]
fn the_key_is_what_sha256sum_prints() {
    assert_eq!(draw_key("Cohort 7", "amel", "q1", None), "79497f287f8f4a0f621adc3e7cf632e50d847ce6301c480dcb2c672732f775c7");
    assert_eq!(draw_key("Cohort 7", "amel", "q1", Some("a")), "1b66e89f1c201a88c486d32e408673bafb32a686f249419bf3caf93c6a9b82c9");
}

#[test]
fn the_order_is_that_of_the_keys_and_differs_between_participants() {
    let ids = |participant| draw(&paper(participant, false)).unwrap().questions.into_iter().map(|q| q.id).collect::<Vec<_>>();
    assert_eq!(ids("amel"), ["q3", "q1", "q2", "q4"]);
    assert_eq!(ids("badis"), ["q2", "q3", "q1", "q4"]);
    let kept = draw(&paper("amel", true)).unwrap();
    assert_eq!(kept.questions.iter().map(|q| q.id.as_str()).collect::<Vec<_>>(), ["q1", "q2", "q3", "q4"]);
    assert_eq!(kept.questions[0].choices, ["a", "b", "c"]);
    assert!(kept.questions[1].choices.is_empty());
    assert_eq!(kept.questions[2].choices, names("nevrs"));
}

#[test]
fn things_to_put_in_order_are_drawn_so_that_the_paper_does_not_tell() {
    let shown = |i: u32| draw(&paper(&i.to_string(), true)).unwrap().questions[3].choices.clone();
    let told = (0..240).filter(|i| shown(*i) == names("abcd")).count();
    // One of 24 orders is the right one: about 10 of 240.
    assert!((1..30).contains(&told), "{told}");
}

/// A task with an answer to it, or none.
fn asked() -> impl Strategy<Value = (Task, Option<Reply>)> {
    let letters = "abcdef";
    let scoring = prop_oneof![Just(MultipleScoring::Balanced), Just(MultipleScoring::AllOrNothing)];
    let order_scoring = prop_oneof![Just(OrderingScoring::Pairs), Just(OrderingScoring::AboveChance), Just(OrderingScoring::AllOrNothing)];
    prop_oneof![
        (2..6_usize, 0..2_usize, 0..2_usize).prop_map(move |(n, right, taken)| {
            let choices = names(&letters[..n]);
            (single(&letters[..n], &choices[right]), Reply::Choice(choices[taken].clone()))
        }),
        (subsequence(names(letters), 1..=6), subsequence(names(letters), 0..=6), scoring).prop_map(move |(correct, taken, scoring)| {
            (Task::Multiple { choices: names(letters), correct, scoring, keep_order: false }, Reply::Choices(taken))
        }),
        (-5..5_i64, 0..3_i64, -5..5_i64).prop_map(|(value, tolerance, given)| (Task::Numeric { value, tolerance }, Reply::Value(given))),
        (2..6_usize, order_scoring).prop_flat_map(move |(n, scoring)| {
            let order = names(&letters[..n]);
            (Just(Task::Ordering { order: order.clone(), scoring }), Just(order).prop_shuffle().prop_map(Reply::Order))
        }),
    ]
    .prop_flat_map(|(task, reply)| (Just(task), option::weighted(0.8, Just(reply))))
}

fn exam() -> impl Strategy<Value = ScoreRequest> {
    vec((1..500_u32, asked()), 1..6).prop_map(|rows| {
        let mut request = ScoreRequest::default();
        for (i, (points, (task, given))) in rows.into_iter().enumerate() {
            request.questions.push(question(&i.to_string(), points, task));
            request.answers.push(Answer { question: i.to_string(), given });
        }
        request
    })
}

/// The answer that is right.
fn right(task: &Task) -> Reply {
    match task {
        Task::Single { correct, .. } => Reply::Choice(correct.clone()),
        Task::Multiple { correct, .. } => Reply::Choices(correct.clone()),
        Task::Numeric { value, .. } => Reply::Value(*value),
        Task::Ordering { order, .. } => Reply::Order(order.clone()),
    }
}

/// The whole answer earns all; nothing else earns all, but numbers within the tolerance.
fn is_right(task: &Task, given: &Reply) -> bool {
    match (task, given) {
        (Task::Numeric { value, tolerance }, Reply::Value(given)) => (given - value).abs() <= *tolerance,
        (Task::Multiple { correct, .. }, Reply::Choices(taken)) => {
            let sorted = |list: &Vec<String>| {
                let mut list = list.clone();
                list.sort();
                list
            };
            sorted(correct) == sorted(taken)
        }
        _ => right(task) == *given,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn scores_stay_within_their_bounds_and_add_up(request in exam()) {
        let answer = score(&request).unwrap();
        prop_assert_eq!(answer.points, answer.questions.iter().map(|q| q.points).sum::<u32>());
        prop_assert_eq!(answer.out_of, request.questions.iter().map(|q| q.points).sum::<u32>());
        prop_assert!(answer.points <= answer.out_of && answer.score <= 10_000);
        prop_assert_eq!((answer.answered + answer.unanswered) as usize, request.questions.len());
        for (QuestionScore { points, out_of, verdict, .. }, (question, given)) in answer.questions.iter().zip(request.questions.iter().zip(&request.answers)) {
            prop_assert!(points <= out_of);
            let none = given.given.is_none() || given.given == Some(Reply::Choices(vec![]));
            prop_assert_eq!(*verdict == Verdict::Unanswered, none);
            prop_assert_eq!(*verdict == Verdict::Correct, !none && is_right(&question.task, given.given.as_ref().unwrap()));
            match verdict {
                Verdict::Correct => prop_assert_eq!(points, out_of),
                Verdict::Partial => {}
                _ => prop_assert_eq!(*points, 0),
            }
        }
    }

    #[test]
    fn a_right_answer_instead_of_another_never_costs_anything(request in exam(), which in any::<prop::sample::Index>()) {
        let before = score(&request).unwrap();
        let which = which.index(request.questions.len());
        let mut better = request.clone();
        better.answers[which].given = Some(right(&request.questions[which].task));
        let after = score(&better).unwrap();
        prop_assert!(after.score >= before.score && after.questions[which].points == after.questions[which].out_of);
    }

    #[test]
    fn the_order_of_the_answers_does_not_matter(request in exam()) {
        let mut reversed = request.clone();
        reversed.answers.reverse();
        prop_assert_eq!(score(&reversed).unwrap(), score(&request).unwrap());
    }

    #[test]
    fn a_paper_has_every_question_and_every_choice_once_in_whatever_order_they_come(
        request in exam(), seed in "[a-z]{1,4}", participant in "[a-z]{1,4}",
    ) {
        let asked = PaperRequest { seed, participant, keep_order: false, questions: request.questions };
        let paper = draw(&asked).unwrap();
        let mut ids: Vec<_> = paper.questions.iter().map(|q| q.id.clone()).collect();
        let keys: Vec<_> = ids.iter().map(|id| draw_key(&asked.seed, &asked.participant, id, None)).collect();
        prop_assert!(keys.is_sorted());
        ids.sort();
        let mut there: Vec<_> = asked.questions.iter().map(|q| q.id.clone()).collect();
        there.sort();
        prop_assert_eq!(ids, there);
        for question in &paper.questions {
            let of = &asked.questions.iter().find(|q| q.id == question.id).unwrap().task;
            let (Task::Single { choices, .. } | Task::Multiple { choices, .. } | Task::Ordering { order: choices, .. }) = of else { continue };
            let (mut shown, mut there) = (question.choices.clone(), choices.clone());
            shown.sort();
            there.sort();
            prop_assert_eq!(shown, there);
        }
        let mut turned = asked.clone();
        turned.questions.reverse();
        prop_assert_eq!(draw(&turned).unwrap(), paper);
    }
}
