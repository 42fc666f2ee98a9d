//! Courses: attendance, exams, grades with the conditions of a certificate, and clashes in the timetable, as pure functions.
//!
//! Nothing here reads a file, a clock or a database, and nothing panics: a function takes a request, and answers a result or a
//! [`problem::Problem`] that names the field. The types derive `serde`, and with the feature `schema` they describe themselves
//! for an OpenAPI contract (their names there begin with `Learning`).
//!
//! # The tour
//!
//! | function | answers |
//! |---|---|
//! | [`attendance::standing`], [`attendance::cohort`] | where participants stand, whether the threshold is reached or still can be, what may be missed |
//! | [`exam::score`] | what one participant's answers earn, question by question |
//! | [`exam::paper::draw`] | the order of questions and choices on a participant's paper, drawn from a seed |
//! | [`exam::statistics::statistics`] | mean and median of a group, difficulty and discrimination of each question |
//! | [`exam::gain::gain`] | normalised gain from the test before to the test after |
//! | [`grade::grade`], [`grade::gradebook`] | grades, what is missing, each condition of the certificate, whether it is due |
//! | [`conflicts::clashes`] | sessions at the same time with the same trainer or in the same room |
//!
//! The rules, their formulas and sources stand at the head of each room. [`attendance::Rules::check`], [`exam::check`] and [`grade::Scheme::check`] say whether
//! rules can be kept, before anybody is measured by them.
//!
//! # What all of it keeps to
//!
//! - **Whole numbers**: minutes, basis points, hundredths of 100, hundredths of a point, thousandths of a value. Only a correlation is divided in double precision.
//! - **What is shown is what is compared**: a share is rounded down, so that it shows the threshold exactly when it is reached; a condition of the certificate
//!   compares the figures that are answered.
//! - **What cannot be known** is null, with the reason in `unknown` beside it ([`figures::Reason`]): never 0. What is not known yet lies between a least and a most.
//! - **The same request has the same answer** everywhere. Chance is drawn from the seed ([`exam::paper::draw_key`]), so anybody can compute it again.
//! - **Limits** on size are constants beside each request type; beyond them the answer is `too_many_entries`.
//! - **Problems** carry a code from [`problem::CODES`], a JSON pointer, what was expected, and facts. Words for people are elsewhere.
//!
//! # Example
//!
//! ```
//! use learning::attendance::{Excused, Mark, Rules, Session, SessionMark, SessionState, StandingRequest, State, standing};
//!
//! let session = |id: &str, state| Session { id: id.into(), minutes: 180, state };
//! let request = StandingRequest {
//!     rules: Rules { threshold_percent: 75, excused: Excused::CountsAsAbsent, absent_from_minutes_late: Some(60) },
//!     sessions: vec![
//!         session("value", SessionState::Held),
//!         session("network", SessionState::Held),
//!         session("budget", SessionState::Planned),
//!         session("partners", SessionState::Planned),
//!     ],
//!     marks: vec![SessionMark { session: "value".into(), mark: Mark::Present, minutes_missed: None }],
//! };
//! let standing = standing(&request)?;
//! // Nobody noted who was there for the network: it counts as missed, and nothing more may be.
//! assert_eq!((standing.state, standing.unmarked, standing.may_miss), (State::InDanger, 180, 0));
//! assert_eq!((standing.share, standing.best_share), (Some(2_500), Some(7_500)));
//! # Ok::<(), learning::problem::Problem>(())
//! ```

pub mod attendance;
pub mod conflicts;
pub mod exam;
pub mod figures;
pub mod grade;
pub mod problem;
