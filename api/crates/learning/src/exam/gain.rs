//! Gain: how much more a group knows after the course than before.
//!
//! The normalised gain is the part gained of what there was left to gain, `g = (after − before) / (full − before)`: R. R. Hake, “Interactive-engagement versus traditional
//! methods: A six-thousand-student survey of mechanics test data for introductory physics courses”, American Journal of Physics 66 (1998), 64–74. Of a group it is taken of the
//! means of those who sat both tests, as Hake does, which is not the mean of their gains. Hake calls a gain of 0.7 and more high, of 0.3 and more medium, and less low.
//! A gain is negative where the score fell; where the score before was full nothing was left to gain, and there is none.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::figures::{FULL, Reason, Unknown, nearest, nearest_signed, take};
use crate::problem::{Problem, at_most, filled, within};

/// Participants at most.
pub const MAX_PARTICIPANTS: usize = 20_000;

/// Scores before and after. At most 20,000 participants.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningGainRequest))]
#[serde(deny_unknown_fields)]
pub struct GainRequest {
    /// The participants.
    pub participants: Vec<BeforeAfter>,
}

/// One participant's scores.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningBeforeAfter))]
#[serde(deny_unknown_fields)]
pub struct BeforeAfter {
    /// The participant; each once.
    pub participant: String,
    /// The score before, in hundredths of 100; null when the test was not sat.
    #[serde(default)]
    pub before: Option<u32>,
    /// The score after, in hundredths of 100; null when the test was not sat.
    #[serde(default)]
    pub after: Option<u32>,
}

/// What a group gained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningGain))]
pub struct Gain {
    /// How many sat both tests: all figures of the group are theirs.
    pub both: u32,
    /// How many sat only the test before.
    pub only_before: u32,
    /// How many sat only the test after.
    pub only_after: u32,
    /// How many sat neither.
    pub neither: u32,
    /// How many scored less after than before.
    pub fell: u32,
    /// Mean score before, in hundredths of 100.
    pub mean_before: Option<u32>,
    /// Mean score after, in hundredths of 100.
    pub mean_after: Option<u32>,
    /// Mean difference, in hundredths of 100.
    pub difference: Option<i32>,
    /// Normalised gain of the means, in basis points.
    pub gain: Option<i32>,
    /// What Hake calls it.
    pub band: Option<Band>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
    /// The participants, in the order they came.
    pub participants: Vec<ParticipantGain>,
}

/// How large a gain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningGainBand))]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Less than 0.3, losses included.
    Low,
    /// 0.3 and more, less than 0.7.
    Medium,
    /// 0.7 and more.
    High,
}

/// What one participant gained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningParticipantGain))]
pub struct ParticipantGain {
    /// The participant.
    pub participant: String,
    /// After − before, in hundredths of 100.
    pub difference: Option<i32>,
    /// Normalised gain, in basis points.
    pub gain: Option<i32>,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
}

/// Compares the scores after with those before.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn gain(request: &GainRequest) -> Result<Gain, Problem> {
    at_most(MAX_PARTICIPANTS, request.participants.len(), "/participants")?;
    let mut seen = HashSet::new();
    let mut answer = nothing();
    let (mut before, mut after) = (0_i64, 0_i64);
    for (i, one) in request.participants.iter().enumerate() {
        let pointer = |name: &str| format!("/participants/{i}/{name}");
        filled(&one.participant, || pointer("participant"))?;
        if !seen.insert(one.participant.as_str()) {
            let problem = Problem::new("duplicate_participant", pointer("participant"), "each participant once");
            return Err(problem.with("participant", one.participant.as_str()));
        }
        for (name, score) in [("before", one.before), ("after", one.after)] {
            within(0, FULL, score.unwrap_or(0), || pointer(name), "0 to 10,000 hundredths of 100")?;
        }
        match (one.before, one.after) {
            (Some(b), Some(a)) => {
                answer.both += 1;
                answer.fell += u32::from(a < b);
                before += i64::from(b);
                after += i64::from(a);
            }
            (Some(_), None) => answer.only_before += 1,
            (None, Some(_)) => answer.only_after += 1,
            (None, None) => answer.neither += 1,
        }
        answer.participants.push(of_one(one));
    }
    let both = i64::from(answer.both);
    let some = |value: i128| if both > 0 { Ok(value) } else { Err(Reason::NobodySatBoth) };
    let unknown = &mut answer.unknown;
    let mean = |sum: i64| some(sum.into()).map(|sum| nearest(sum.unsigned_abs(), both.unsigned_abs().into()));
    answer.mean_before = take(unknown, "mean_before", mean(before));
    answer.mean_after = take(unknown, "mean_after", mean(after));
    let difference = some(i128::from(after - before)).map(|sum| nearest_signed(sum, both.unsigned_abs().into()));
    answer.difference = take(unknown, "difference", difference);
    let left = both * i64::from(FULL) - before;
    let gain = some(0).and_then(|_| normalised(after - before, left));
    answer.gain = take(unknown, "gain", gain);
    // In the whole numbers: a gain that only rounds to 0.7 is not 0.7.
    let at_least = |tenths: i64| 10 * (after - before) >= tenths * left;
    answer.band = take(
        unknown,
        "band",
        gain.map(|_| {
            if at_least(7) {
                Band::High
            } else if at_least(3) {
                Band::Medium
            } else {
                Band::Low
            }
        }),
    );
    Ok(answer)
}

fn of_one(one: &BeforeAfter) -> ParticipantGain {
    let mut unknown = Vec::new();
    let pair = match (one.before, one.after) {
        (Some(before), Some(after)) => Ok((i64::from(before), i64::from(after))),
        (None, _) => Err(Reason::NoTestBefore),
        (_, None) => Err(Reason::NoTestAfter),
    };
    let difference = pair.map(|(before, after)| nearest_signed(i128::from(after - before), 1));
    let difference = take(&mut unknown, "difference", difference);
    let gain = pair.and_then(|(before, after)| normalised(after - before, i64::from(FULL) - before));
    let gain = take(&mut unknown, "gain", gain);
    ParticipantGain { participant: one.participant.clone(), difference, gain, unknown }
}

/// What was gained of what was left, in basis points.
fn normalised(gained: i64, left: i64) -> Result<i32, Reason> {
    match left {
        0 => Err(Reason::NothingToGain),
        _ => Ok(nearest_signed(i128::from(gained) * i128::from(FULL), left.unsigned_abs().into())),
    }
}

fn nothing() -> Gain {
    Gain {
        both: 0,
        only_before: 0,
        only_after: 0,
        neither: 0,
        fell: 0,
        mean_before: None,
        mean_after: None,
        difference: None,
        gain: None,
        band: None,
        unknown: Vec::new(),
        participants: Vec::new(),
    }
}
