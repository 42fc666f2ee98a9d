//! How fast the crate is, in one run: prints each measure beside its target.
//!
//! `cargo bench -p learning`. With `-- --values` the measures are printed once more as `name=value`, in seconds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use learning::attendance::{CohortRequest, Excused, Mark, Participant, Rules, Session, SessionMark, SessionState, cohort};
use learning::conflicts::{ClashRequest, TimedSession, clashes};
use learning::exam::paper::{PaperRequest, draw};
use learning::exam::statistics::{Sheet, StatisticsRequest, statistics};
use learning::exam::{Answer, MultipleScoring, OrderingScoring, Question, Reply, Task};
use learning::grade::{
    Accepted, AssignmentState, Conditions, Criterion, CriterionLevel, GradebookRequest, Level, Part, PartResult, ParticipantWork, Review,
    Rubric, Scheme, Source, Work, gradebook,
};

/// The shortest of several runs.
fn best<T>(runs: u32, mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut shortest: Option<(Duration, T)> = None;
    for _ in 0..runs {
        let start = Instant::now();
        let result = black_box(work());
        let took = start.elapsed();
        if shortest.as_ref().is_none_or(|(s, _)| took < *s) {
            shortest = Some((took, result));
        }
    }
    shortest.unwrap()
}

/// Numbers that look random, the same in every run (a linear congruential generator).
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn ms(took: Duration) -> f64 {
    1e3 * took.as_secs_f64()
}

/// Marks in the order of the sessions, or in none.
fn attending(participants: usize, sessions: usize, shuffled: bool) -> Duration {
    let mut sequence = Sequence(7);
    let state = |i: usize| if i < sessions * 3 / 4 { SessionState::Held } else { SessionState::Planned };
    let mut participant = |p: usize| {
        let mut marks: Vec<SessionMark> = (0..sessions * 3 / 4)
            .filter(|_| sequence.below(20) > 0)
            .map(|i| {
                let mark = [Mark::Present, Mark::Present, Mark::Late, Mark::Excused, Mark::Absent][i * p % 5];
                SessionMark { session: format!("session-{i}"), mark, minutes_missed: (mark == Mark::Late).then_some(15) }
            })
            .collect();
        if shuffled {
            (1..marks.len()).rev().for_each(|i| marks.swap(i, (i * 7 + p) % (i + 1)));
        }
        Participant { id: format!("participant-{p}"), marks }
    };
    let request = CohortRequest {
        rules: Rules { threshold_percent: 80, excused: Excused::LeavesTheTotal, absent_from_minutes_late: Some(30) },
        participants: (0..participants).map(&mut participant).collect(),
        sessions: (0..sessions).map(|i| Session { id: format!("session-{i}"), minutes: 90, state: state(i) }).collect(),
    };
    let (took, answer) = best(5, || cohort(&request).unwrap());
    let order = if shuffled { "in no order" } else { "in order" };
    println!("{participants} participants, {sessions} sessions, marks {order}: {:?}", answer.states);
    println!("  attendance {:>9.2} ms", ms(took));
    took
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|i| format!("choice-{i}")).collect()
}

fn questions(count: usize) -> Vec<Question> {
    let task = |i: usize| match i % 4 {
        0 => Task::Single { choices: names(4), correct: "choice-1".into(), keep_order: false },
        1 => Task::Multiple { choices: names(5), correct: names(2), scoring: MultipleScoring::Balanced, keep_order: false },
        2 => Task::Numeric { value: 1_000, tolerance: 10 },
        _ => Task::Ordering { order: names(6), scoring: OrderingScoring::Pairs },
    };
    (0..count).map(|i| Question { id: format!("question-{i}"), points: 100, task: task(i) }).collect()
}

fn examining(sheets: usize, count: usize) -> (Duration, Duration) {
    let mut sequence = Sequence(11);
    let mut sheet = |p: usize| {
        let mut reply = |i: usize| match i % 4 {
            0 => Reply::Choice(format!("choice-{}", sequence.below(3))),
            1 => Reply::Choices(names(1 + sequence.below(4))),
            2 => Reply::Value(985 + 5 * sequence.below(6) as i64),
            _ => {
                let mut order = names(6);
                order.swap(sequence.below(6), sequence.below(6));
                Reply::Order(order)
            }
        };
        let answers = (0..count).map(|i| Answer { question: format!("question-{i}"), given: Some(reply(i)) }).collect();
        Sheet { participant: format!("participant-{p}"), answers }
    };
    let request = StatisticsRequest { sheets: (0..sheets).map(&mut sheet).collect(), questions: questions(count) };
    let (counting, answer) = best(3, || statistics(&request).unwrap());
    println!("{sheets} sheets, {count} questions: mean {:?}, first discrimination {:?}", answer.mean, answer.questions[0].discrimination);
    println!("  statistics {:>9.2} ms", ms(counting));
    let paper = PaperRequest { seed: "speed".into(), participant: "participant-1".into(), keep_order: false, questions: questions(count) };
    let (drawing, _) = best(20, || draw(&paper).unwrap());
    println!("  one paper  {:>9.3} ms", ms(drawing));
    (counting, drawing)
}

fn grading(participants: usize, parts: usize) -> Duration {
    let level = |j: usize| Level { id: format!("level-{j}"), points: j as u32 };
    let criterion = |i: usize| Criterion { id: format!("criterion-{i}"), levels: (0..4).map(level).collect() };
    let rubric = Rubric { criteria: (0..5).map(criterion).collect() };
    let source = |i: usize| match i {
        0 => Source::Attendance {},
        1 => Source::TestBefore {},
        2 => Source::TestAfter {},
        _ if i.is_multiple_of(3) => Source::PeerReview { rubric: rubric.clone(), least_reviews: 3 },
        _ => Source::Assignment { rubric: rubric.clone() },
    };
    let mut sequence = Sequence(13);
    let mut work = |i: usize| {
        let mut levels = || {
            let level = |c: usize| CriterionLevel { criterion: format!("criterion-{c}"), level: format!("level-{}", sequence.below(4)) };
            (0..5).map(level).collect::<Vec<_>>()
        };
        match i {
            0 => Work::Attendance { share: 8_000, best_share: 9_000 },
            1 | 2 => Work::Test { score: 6_000 },
            _ if i.is_multiple_of(3) => {
                Work::PeerReview { reviews: (0..3).map(|r| Review { reviewer: format!("reviewer-{r}"), levels: levels() }).collect() }
            }
            _ => Work::Assignment { state: AssignmentState::Accepted, levels: levels() },
        }
    };
    let mut participant = |p: usize| ParticipantWork {
        id: format!("participant-{p}"),
        results: (0..parts).map(|i| PartResult { part: format!("part-{i}"), result: work(i) }).collect(),
        evaluation_handed_in: true,
    };
    let request = GradebookRequest {
        closed: false,
        evaluation_open: false,
        participants: (0..participants).map(&mut participant).collect(),
        scheme: Scheme {
            parts: (0..parts).map(|i| Part { id: format!("part-{i}"), weight: 1, source: source(i) }).collect(),
            certificate: Conditions {
                least_attendance: Some(8_000),
                least_test_after: Some(5_000),
                assignments_accepted: Some(Accepted::All),
                evaluation: true,
                least_grade: Some(5_000),
            },
        },
    };
    let (took, book) = best(5, || gradebook(&request).unwrap());
    println!("{participants} participants, {parts} parts: {:?}", book.certificates);
    println!("  gradebook  {:>9.2} ms", ms(took));
    took
}

/// The rooms of a country.
const ROOMS: usize = 2_000;

fn clashing(sessions: usize, trainers: usize) -> Duration {
    let mut sequence = Sequence(17);
    let mut session = |i: usize| {
        let start = 15 * sequence.below(4 * 24 * 365) as i64;
        let first = sequence.below(trainers);
        let trainers = vec![format!("trainer-{first}"), format!("trainer-{}", first + trainers)];
        TimedSession { id: format!("session-{i}"), start, end: start + 90, trainers, room: Some(format!("room-{}", sequence.below(ROOMS))) }
    };
    let request = ClashRequest { sessions: (0..sessions).map(&mut session).collect() };
    let (took, answer) = best(5, || clashes(&request).unwrap());
    println!("{sessions} sessions: {} clashes, more: {}", answer.clashes.len(), answer.more);
    println!("  clashes    {:>9.2} ms", ms(took));
    took
}

fn main() {
    let attendance = attending(10_000, 40, false);
    println!("             (target: at most 100 ms)");
    attending(10_000, 40, true);
    attending(20_000, 200, false);
    let (statistics, paper) = examining(10_000, 40);
    println!("             (target: at most 1,000 ms, 1 ms)");
    let gradebook = grading(200, 40);
    println!("             (target: at most 100 ms)");
    grading(10_000, 40);
    let clashes = clashing(50_000, 5_000);
    println!("             (target: at most 500 ms)");
    if std::env::args().any(|argument| argument == "--values") {
        let values =
            [("attendance", attendance), ("statistics", statistics), ("paper", paper), ("gradebook", gradebook), ("clashes", clashes)];
        values.iter().for_each(|(name, took)| println!("{name}={}", took.as_secs_f64()));
    }
}
