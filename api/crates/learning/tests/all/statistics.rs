//! What a group's sheets say about the questions, and what the group gained.

use learning::exam::gain::{Band, BeforeAfter, Gain, GainRequest, gain};
use learning::exam::statistics::{Sheet, Statistics, StatisticsRequest, statistics};
use learning::exam::{Answer, OrderingScoring, Question, Reply, ScoreRequest, Task, score};
use learning::figures::{Reason, Unknown};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A question of one point, to which 1 is right and 2 is wrong.
fn right_or_wrong(id: usize) -> Question {
    Question { id: id.to_string(), points: 100, task: Task::Numeric { value: 1, tolerance: 0 } }
}

/// Sheets of right (1), wrong (0) and no (-) answers, one text for each participant.
fn sheets(rows: &[&str]) -> StatisticsRequest {
    let given = |c: char| match c {
        '1' => Some(Reply::Value(1)),
        '0' => Some(Reply::Value(2)),
        _ => None,
    };
    let sheet = |(i, row): (usize, &&str)| Sheet {
        participant: i.to_string(),
        answers: row.chars().enumerate().map(|(q, c)| Answer { question: q.to_string(), given: given(c) }).collect(),
    };
    StatisticsRequest {
        questions: (0..rows.first().map_or(1, |row| row.len())).map(right_or_wrong).collect(),
        sheets: rows.iter().enumerate().map(sheet).collect(),
    }
}

fn of(rows: &[&str]) -> Statistics {
    statistics(&sheets(rows)).unwrap()
}

fn reasons(unknown: &[Unknown]) -> Vec<(&str, Reason)> {
    unknown.iter().map(|u| (u.figure.as_str(), u.reason)).collect()
}

#[test]
fn the_group_has_a_mean_a_median_a_lowest_and_a_highest_score() {
    let even = of(&["111", "110", "000", "1-0"]);
    assert_eq!((even.mean, even.median, even.lowest, even.highest), (Some(5_000), Some(5_000), Some(0), Some(10_000)));
    let odd = of(&["111", "110", "000"]);
    assert_eq!((odd.sheets, odd.mean, odd.median), (3, Some(5_556), Some(6_667)));
    assert_eq!(odd.scores.iter().map(|s| (s.points, s.score)).collect::<Vec<_>>(), [(300, 10_000), (200, 6_667), (0, 0)]);
}

#[test]
fn a_question_says_how_many_were_right_and_how_easy_it_was() {
    let first = &of(&["11", "01", "-1", "11"]).questions[0];
    assert_eq!((first.correct, first.partial, first.wrong, first.unanswered), (2, 0, 1, 1));
    assert_eq!(first.difficulty, Some(5_000));
}

#[test]
fn discrimination_is_the_point_biserial_correlation_with_the_other_questions() {
    // Computed by hand. Question 0: x = 1 1 1 0 0; the others: y = 2 1 1 1 0. Σx = 3, Σy = 5, Σxy = 4, Σy² = 7:
    // r = (20 − 15) / √(6 · 10) = 0.6455.
    let statistics = of(&["111", "110", "101", "001", "000"]);
    assert_eq!(statistics.questions[0].discrimination, Some(6_455));
    // Question 1: x = 1 1 0 0 0, y = 2 1 2 1 0: (5·3 − 2·6) / √(6 · (5·10 − 36)) = 3 / √84 = 0.3273.
    assert_eq!(statistics.questions[1].discrimination, Some(3_273));
}

#[test]
fn a_question_that_the_better_ones_get_wrong_has_a_negative_discrimination() {
    let statistics = of(&["1110", "1100", "1001", "0001"]);
    assert!(statistics.questions[3].discrimination.unwrap() < 0, "{statistics:?}");
}

#[test]
fn what_cannot_be_known_is_null_with_its_reason() {
    let nobody = statistics(&StatisticsRequest { sheets: vec![], ..sheets(&["1"]) }).unwrap();
    let figures = ["mean", "median", "lowest", "highest"].map(|figure| (figure, Reason::NoSheets));
    assert_eq!(reasons(&nobody.unknown), figures);
    let expected = [("difficulty", Reason::NoSheets), ("discrimination", Reason::TooFewSheets)];
    assert_eq!(reasons(&nobody.questions[0].unknown), expected);
    assert_eq!(reasons(&of(&["10", "01"]).questions[0].unknown), [("discrimination", Reason::TooFewSheets)]);
    assert_eq!(reasons(&of(&["10", "11", "11"]).questions[0].unknown), [("discrimination", Reason::NoVariation)]);
    assert_eq!(reasons(&of(&["1", "0", "1"]).questions[0].unknown), [("discrimination", Reason::NoVariation)]);
}

fn gains(rows: &[(Option<u32>, Option<u32>)]) -> Gain {
    let one = |(i, (before, after)): (usize, &(Option<u32>, Option<u32>))| BeforeAfter {
        participant: i.to_string(),
        before: *before,
        after: *after,
    };
    gain(&GainRequest { participants: rows.iter().enumerate().map(one).collect() }).unwrap()
}

#[test]
fn the_gain_of_a_group_is_that_of_its_means_over_those_who_sat_both_tests() {
    let answer = gains(&[(Some(4_000), Some(7_000)), (Some(6_000), Some(7_000)), (Some(0), None), (None, Some(10_000)), (None, None)]);
    assert_eq!((answer.both, answer.only_before, answer.only_after, answer.neither), (2, 1, 1, 1));
    assert_eq!((answer.mean_before, answer.mean_after, answer.difference), (Some(5_000), Some(7_000), Some(2_000)));
    assert_eq!((answer.gain, answer.band), (Some(4_000), Some(Band::Medium)));
    let each: Vec<_> = answer.participants.iter().map(|p| p.gain).collect();
    assert_eq!(each, [Some(5_000), Some(2_500), None, None, None]);
    let both = |reason| vec![("difference", reason), ("gain", reason)];
    assert_eq!(reasons(&answer.participants[2].unknown), both(Reason::NoTestAfter));
    assert_eq!(reasons(&answer.participants[3].unknown), both(Reason::NoTestBefore));
}

#[test]
fn where_nothing_was_left_to_gain_there_is_no_gain() {
    let answer = gains(&[(Some(10_000), Some(9_000))]);
    assert_eq!((answer.difference, answer.gain, answer.fell), (Some(-1_000), None, 1));
    assert_eq!(reasons(&answer.unknown), [("gain", Reason::NothingToGain), ("band", Reason::NothingToGain)]);
    assert_eq!(reasons(&answer.participants[0].unknown), [("gain", Reason::NothingToGain)]);
}

#[test]
fn without_anybody_who_sat_both_the_group_has_no_figures() {
    let answer = gains(&[(Some(1), None)]);
    let figures = ["mean_before", "mean_after", "difference", "gain", "band"].map(|figure| (figure, Reason::NobodySatBoth));
    assert_eq!(reasons(&answer.unknown), figures);
}

#[test]
fn a_gain_is_high_from_seven_tenths_on_and_not_when_it_only_rounds_to_them() {
    let band = |before, after| gains(&[(Some(before), Some(after))]).band.unwrap();
    assert_eq!((band(0, 7_000), band(0, 6_999), band(0, 3_000), band(0, 2_999)), (Band::High, Band::Medium, Band::Medium, Band::Low));
    assert_eq!(band(5_000, 4_000), Band::Low);
    // 20,999 of 30,000 is 0.69997, which reads 7,000 basis points.
    let almost = gains(&[(Some(0), Some(7_000)), (Some(0), Some(7_000)), (Some(0), Some(6_999))]);
    assert_eq!((almost.gain, almost.band), (Some(7_000), Some(Band::Medium)));
}

/// Sheets on orders of three things, so that there are parts of points too.
fn group() -> impl Strategy<Value = StatisticsRequest> {
    let order: Vec<String> = ["a", "b", "c"].map(String::from).into();
    let given = option::weighted(0.8, Just(order.clone()).prop_shuffle().prop_map(Reply::Order));
    let task = Task::Ordering { order, scoring: OrderingScoring::Pairs };
    (vec(1..300_u32, 1..5), vec(vec(given, 5), 0..8)).prop_map(move |(points, rows)| {
        let question = |(i, points): (usize, &u32)| Question { id: i.to_string(), points: *points, task: task.clone() };
        let questions: Vec<_> = points.iter().enumerate().map(question).collect();
        let answer = |(q, given): (usize, &Option<Reply>)| Answer { question: q.to_string(), given: given.clone() };
        let sheet = |(i, row): (usize, &Vec<Option<Reply>>)| Sheet {
            participant: i.to_string(),
            answers: row[..questions.len()].iter().enumerate().map(answer).collect(),
        };
        StatisticsRequest { sheets: rows.iter().enumerate().map(sheet).collect(), questions: questions.clone() }
    })
}

/// Pearson's correlation, from deviations from the means.
fn pearson(x: &[f64], y: &[f64]) -> f64 {
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (mx, my) = (mean(x), mean(y));
    let sum = |f: &dyn Fn(f64, f64) -> f64| x.iter().zip(y).map(|(x, y)| f(x - mx, y - my)).sum::<f64>();
    sum(&|x, y| x * y) / (sum(&|x, _| x * x).sqrt() * sum(&|_, y| y * y).sqrt())
}

proptest! {
    #[test]
    fn the_statistics_are_those_of_the_sheets_scored_one_by_one(request in group()) {
        let answer = statistics(&request).unwrap();
        let one = |sheet: &Sheet| score(&ScoreRequest { questions: request.questions.clone(), answers: sheet.answers.clone() }).unwrap();
        let scores: Vec<_> = request.sheets.iter().map(one).collect();
        for (of_sheet, score) in answer.scores.iter().zip(&scores) {
            prop_assert_eq!((of_sheet.points, of_sheet.score), (score.points, score.score));
        }
        prop_assert_eq!(answer.lowest, scores.iter().map(|s| s.score).min());
        prop_assert_eq!(answer.highest, scores.iter().map(|s| s.score).max());
        prop_assert!(answer.lowest <= answer.mean && answer.mean <= answer.highest);
        prop_assert!(answer.lowest <= answer.median && answer.median <= answer.highest);
        for (q, question) in answer.questions.iter().enumerate() {
            let x: Vec<f64> = scores.iter().map(|s| s.questions[q].points.into()).collect();
            let y: Vec<f64> = scores.iter().map(|s| (s.points - s.questions[q].points).into()).collect();
            prop_assert_eq!((question.correct + question.partial + question.wrong + question.unanswered) as usize, scores.len());
            match question.discrimination {
                Some(r) => prop_assert!((pearson(&x, &y) * 1e4 - f64::from(r)).abs() <= 0.500_001, "{} for {:?} {:?}", r, x, y),
                None => prop_assert!(scores.len() < 3 || x.iter().all(|v| *v == x[0]) || y.iter().all(|v| *v == y[0])),
            }
            let earned = x.iter().sum::<f64>() / (scores.len() as f64 * f64::from(request.questions[q].points));
            match question.difficulty {
                Some(p) => prop_assert!(p <= 10_000 && (earned * 1e4 - f64::from(p)).abs() <= 0.500_001),
                None => prop_assert!(scores.is_empty()),
            }
        }
    }

    #[test]
    fn a_gain_is_at_most_all_there_was_to_gain_and_has_the_sign_of_the_difference(rows in vec((0..=10_000_u32, 0..=10_000_u32), 1..6)) {
        let answer = gains(&rows.iter().map(|(b, a)| (Some(*b), Some(*a))).collect::<Vec<_>>());
        for (one, (before, after)) in answer.participants.iter().zip(&rows) {
            prop_assert_eq!(one.difference, Some(*after as i32 - *before as i32));
            if let Some(g) = one.gain {
                prop_assert!(g <= 10_000 && (g == 0 || (g > 0) == (after > before)));
            }
        }
        prop_assert_eq!(answer.fell as usize, rows.iter().filter(|(b, a)| a < b).count());
        if let Some(g) = answer.gain {
            let (b, a) = rows.iter().fold((0.0, 0.0), |(b, a), row| (b + f64::from(row.0), a + f64::from(row.1)));
            let hake = 1e4 * (a - b) / (1e4 * rows.len() as f64 - b);
            prop_assert!((hake - f64::from(g)).abs() <= 0.500_001);
        }
    }
}
