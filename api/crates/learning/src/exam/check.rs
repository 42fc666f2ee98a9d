//! Checks questions and answers.

use std::collections::{HashMap, HashSet};

use super::{Answer, MAX_CHOICES, MAX_POINTS, MAX_QUESTIONS, MAX_VALUE, Question, Reply, Task};
use crate::problem::{Problem, at_most, filled, within};

/// Questions without faults.
pub(crate) struct Exam<'r> {
    pub questions: &'r [Question],
    index: HashMap<&'r str, usize>,
    /// Hundredths of a point there are to earn.
    pub out_of: u32,
}

/// By question: its answer, if there is one.
pub(crate) type Given<'a> = Vec<Option<&'a Reply>>;

impl<'r> Exam<'r> {
    pub fn new(questions: &'r [Question]) -> Result<Self, Problem> {
        if questions.is_empty() {
            return Err(Problem::new("required", "/questions", "at least one question"));
        }
        at_most(MAX_QUESTIONS, questions.len(), "/questions")?;
        let (mut index, mut out_of) = (HashMap::new(), 0);
        for (i, question) in questions.iter().enumerate() {
            let pointer = format!("/questions/{i}");
            filled(&question.id, || format!("{pointer}/id"))?;
            if let Some(first) = index.insert(question.id.as_str(), i) {
                let problem = Problem::new("duplicate_question", format!("{pointer}/id"), "an id no other question has");
                return Err(problem.with("question", question.id.as_str()).with("first", first));
            }
            within(1, MAX_POINTS, question.points, || format!("{pointer}/points"), "1 to 100,000 hundredths of a point")?;
            task(&question.task, &format!("{pointer}/task")).map_err(|problem| problem.with("question", question.id.as_str()))?;
            out_of += question.points;
        }
        Ok(Self { questions, index, out_of })
    }

    /// The answers, by question.
    pub fn read<'a>(&self, answers: &'a [Answer]) -> Result<Given<'a>, Problem> {
        let mut seen = vec![false; self.questions.len()];
        let mut given = vec![None; self.questions.len()];
        for (i, answer) in answers.iter().enumerate() {
            let about = |problem: Problem| problem.with("question", answer.question.as_str());
            // Most often answers come in the order of the questions.
            let in_order = self.questions.get(i).is_some_and(|question| question.id == answer.question).then_some(i);
            let place = in_order.or_else(|| self.index.get(answer.question.as_str()).copied());
            let found = place.and_then(|p| Some((self.questions.get(p)?, seen.get_mut(p)?, given.get_mut(p)?)));
            let Some((question, seen, given)) = found else {
                let problem = Problem::new("unknown_question", format!("/answers/{i}/question"), "the id of one of the questions");
                return Err(about(problem));
            };
            if *seen {
                let problem = Problem::new("duplicate_answer", format!("/answers/{i}/question"), "at most one answer to each question");
                return Err(about(problem));
            }
            *seen = true;
            if let Some(one) = &answer.given {
                reply(&question.task, one, &format!("/answers/{i}/given")).map_err(about)?;
                *given = Some(one).filter(|one| **one != Reply::Choices(Vec::new()));
            }
        }
        Ok(given)
    }
}

/// What is asked must be possible.
fn task(task: &Task, pointer: &str) -> Result<(), Problem> {
    match task {
        Task::Single { choices, correct, .. } => {
            named(choices, &format!("{pointer}/choices"))?;
            known(choices, correct, || format!("{pointer}/correct"))
        }
        Task::Multiple { choices, correct, .. } => {
            named(choices, &format!("{pointer}/choices"))?;
            if correct.is_empty() {
                return Err(Problem::new("required", format!("{pointer}/correct"), "at least one right choice"));
            }
            taken(choices, correct, &format!("{pointer}/correct"))
        }
        Task::Numeric { value, tolerance } => {
            let range = |found: i64, least: i64, name: &str, expected| match (least..=MAX_VALUE).contains(&found) {
                true => Ok(()),
                false => Err(Problem::new("out_of_range", format!("{pointer}/{name}"), expected).with("limit", MAX_VALUE)),
            };
            range(*value, -MAX_VALUE, "value", "thousandths within ±10^15")?;
            range(*tolerance, 0, "tolerance", "thousandths from 0 to 10^15")
        }
        Task::Ordering { order, .. } => named(order, &format!("{pointer}/order")),
    }
}

/// Between 2 and 50 names, each once.
fn named(names: &[String], pointer: &str) -> Result<(), Problem> {
    if names.len() < 2 {
        return Err(Problem::new("required", pointer, "at least two entries"));
    }
    at_most(MAX_CHOICES, names.len(), pointer)?;
    for (i, name) in names.iter().enumerate() {
        filled(name, || format!("{pointer}/{i}"))?;
    }
    once(names, pointer)
}

/// Each name once.
fn once(names: &[String], pointer: &str) -> Result<(), Problem> {
    let mut seen = HashSet::new();
    match names.iter().position(|name| !seen.insert(name.as_str())) {
        None => Ok(()),
        Some(i) => {
            let problem = Problem::new("duplicate_choice", format!("{pointer}/{i}"), "each choice once");
            Err(problem.with("choice", names.get(i).map_or("", String::as_str)))
        }
    }
}

/// One of the choices.
fn known(choices: &[String], name: &str, pointer: impl FnOnce() -> String) -> Result<(), Problem> {
    match choices.iter().any(|choice| choice == name) {
        true => Ok(()),
        false => Err(Problem::new("unknown_choice", pointer(), "one of the choices of the question").with("choice", name)),
    }
}

/// Some of the choices, each once.
fn taken(choices: &[String], names: &[String], pointer: &str) -> Result<(), Problem> {
    for (i, name) in names.iter().enumerate() {
        known(choices, name, || format!("{pointer}/{i}"))?;
    }
    once(names, pointer)
}

/// The answer must be one to this task.
fn reply(task: &Task, reply: &Reply, pointer: &str) -> Result<(), Problem> {
    match (task, reply) {
        (Task::Single { choices, .. }, Reply::Choice(name)) => known(choices, name, || format!("{pointer}/choice")),
        (Task::Multiple { choices, .. }, Reply::Choices(names)) => taken(choices, names, &format!("{pointer}/choices")),
        (Task::Numeric { .. }, Reply::Value(_)) => Ok(()),
        (Task::Ordering { order, .. }, Reply::Order(names)) => {
            taken(order, names, &format!("{pointer}/order"))?;
            match names.len() == order.len() {
                true => Ok(()),
                false => {
                    let problem = Problem::new("incomplete_order", format!("{pointer}/order"), "all the things, each once");
                    Err(problem.with("wanted", order.len()).with("found", names.len()))
                }
            }
        }
        (task, _) => {
            let wanted = match task {
                Task::Single { .. } => "choice",
                Task::Multiple { .. } => "choices",
                Task::Numeric { .. } => "value",
                Task::Ordering { .. } => "order",
            };
            Err(Problem::new("wrong_kind", pointer, "an answer of the kind the question asks for").with("wanted", wanted))
        }
    }
}
