//! Clashes in the timetable: sessions at the same time with the same trainer or in the same room.
//!
//! Two sessions clash when they share a trainer or the room and each begins before the other ends, `a.start < b.end` and `b.start < a.end`. Ends that touch do not overlap.
//!
//! The sessions are gone through by their start. For each trainer and each room a list is kept of the sessions that are not over; what is on the list when a session begins
//! clashes with it. Each session is put on a list and struck off once for each trainer and room, and every other look finds what two share: O((n + clashes)·log n), n counting
//! sessions with their trainers and rooms.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::problem::{Problem, at_most, filled};

/// Sessions at most.
pub const MAX_SESSIONS: usize = 50_000;
/// Trainers at most, counted over all sessions.
pub const MAX_TRAINERS: usize = 200_000;
/// The most clashes that are listed.
pub const MAX_CLASHES: usize = 10_000;
/// The latest end, and with a minus the earliest start, in minutes from 1970: beyond the year 9999.
pub const MAX_MINUTE: i64 = 10_000_000_000;

/// Sessions to be held side by side. At most 50,000, with 200,000 trainers. Those that are cancelled are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningClashRequest))]
#[serde(deny_unknown_fields)]
pub struct ClashRequest {
    /// The sessions, in any order.
    pub sessions: Vec<TimedSession>,
}

/// When and where a session is, and who holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningTimedSession))]
#[serde(deny_unknown_fields)]
pub struct TimedSession {
    /// Its name; unique.
    pub id: String,
    /// When it begins, in minutes from 1970-01-01T00:00Z.
    pub start: i64,
    /// When it ends: later than it begins.
    pub end: i64,
    /// Those who hold it, each once.
    #[serde(default)]
    pub trainers: Vec<String>,
    /// The room; null when it has none, as online.
    #[serde(default)]
    pub room: Option<String>,
}

/// What clashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningClashes))]
pub struct Clashes {
    /// Each pair once: by the start of the session that begins later, then its end and its id; then in the same way by the other.
    pub clashes: Vec<Clash>,
    /// Whether there are more than the 10,000 that are listed.
    pub more: bool,
}

/// Two sessions that clash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningClash))]
pub struct Clash {
    /// The session that begins earlier; of two that begin together the one that ends earlier, then the lower id.
    pub first: String,
    /// The other.
    pub second: String,
    /// When both have begun, in minutes from 1970.
    pub from: i64,
    /// When one of them ends, in minutes from 1970.
    pub to: i64,
    /// The trainers they share, sorted.
    pub trainers: Vec<String>,
    /// The room they share.
    pub room: Option<String>,
}

/// What two sessions share.
#[derive(Debug, Default)]
struct Shared<'r> {
    trainers: Vec<&'r str>,
    room: Option<&'r str>,
}

/// Who or what can be at one place only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Resource<'r> {
    Trainer(&'r str),
    Room(&'r str),
}

/// Lists all pairs of sessions that clash.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn clashes(request: &ClashRequest) -> Result<Clashes, Problem> {
    check(request)?;
    let mut sessions: Vec<&TimedSession> = request.sessions.iter().collect();
    sessions.sort_by(|a, b| (a.start, a.end, &a.id).cmp(&(b.start, b.end, &b.id)));
    let mut running: HashMap<Resource<'_>, Vec<(usize, &TimedSession)>> = HashMap::new();
    let mut found = Clashes { clashes: Vec::new(), more: false };
    for (place, session) in sessions.iter().copied().enumerate() {
        let mut with: BTreeMap<usize, (&TimedSession, Shared<'_>)> = BTreeMap::new();
        let trainers = session.trainers.iter().map(|trainer| Resource::Trainer(trainer));
        for resource in trainers.chain(session.room.iter().map(|room| Resource::Room(room))) {
            let others = running.entry(resource).or_default();
            others.retain(|(_, other)| other.end > session.start);
            for (earlier, other) in others.iter() {
                let (_, shared) = with.entry(*earlier).or_insert_with(|| (other, Shared::default()));
                match resource {
                    Resource::Trainer(trainer) => shared.trainers.push(trainer),
                    Resource::Room(room) => shared.room = Some(room),
                }
            }
            others.push((place, session));
        }
        for (other, mut shared) in with.into_values() {
            if found.clashes.len() == MAX_CLASHES {
                found.more = true;
                return Ok(found);
            }
            shared.trainers.sort_unstable();
            found.clashes.push(Clash {
                first: other.id.clone(),
                second: session.id.clone(),
                from: session.start,
                to: session.end.min(other.end),
                trainers: shared.trainers.into_iter().map(str::to_owned).collect(),
                room: shared.room.map(str::to_owned),
            });
        }
    }
    Ok(found)
}

fn check(request: &ClashRequest) -> Result<(), Problem> {
    at_most(MAX_SESSIONS, request.sessions.len(), "/sessions")?;
    at_most(MAX_TRAINERS, request.sessions.iter().map(|session| session.trainers.len()).sum(), "/sessions")?;
    let mut seen = HashMap::new();
    for (i, session) in request.sessions.iter().enumerate() {
        let at = |name: &str| format!("/sessions/{i}/{name}");
        filled(&session.id, || at("id"))?;
        let about = |problem: Problem| problem.with("session", session.id.as_str());
        if let Some(first) = seen.insert(session.id.as_str(), i) {
            return Err(about(Problem::new("duplicate_session", at("id"), "an id no other session has")).with("first", first));
        }
        for (name, minute) in [("start", session.start), ("end", session.end)] {
            if !(-MAX_MINUTE..=MAX_MINUTE).contains(&minute) {
                return Err(about(Problem::new("out_of_range", at(name), "minutes within ±10,000,000,000")).with("limit", MAX_MINUTE));
            }
        }
        if session.end <= session.start {
            let problem = Problem::new("end_before_start", at("end"), "an end after the start");
            return Err(about(problem).with("start", session.start).with("end", session.end));
        }
        let mut trainers = HashSet::new();
        for (j, trainer) in session.trainers.iter().enumerate() {
            filled(trainer, || at(&format!("trainers/{j}"))).map_err(about)?;
            if !trainers.insert(trainer.as_str()) {
                let problem = Problem::new("duplicate_trainer", at(&format!("trainers/{j}")), "each trainer once");
                return Err(about(problem).with("trainer", trainer.as_str()));
            }
        }
        if let Some(room) = &session.room {
            filled(room, || at("room")).map_err(about)?;
        }
    }
    Ok(())
}
