//! Seats given as people come: some kept for quotas, a waiting list, and promotion when a seat becomes free.
//!
//! # The rule
//!
//! Whoever has a seat keeps it. A seat is a kept one of a quota its holder qualifies for, or an open one; holders may move between the seats they qualify for.
//! Those who wait are taken in their order: one gets a seat when, with them, everybody who has a seat still fits, and no more open seats are used than there
//! are. So a kept seat stays free for those it is kept for, and whoever qualifies for it goes before others who wait longer.
//!
//! Once the kept seats have lapsed (nobody else can come), those who qualify are still taken first, in their order; then the seats that are left go to the
//! next in the order, whoever they are.
//!
//! # Why it is exact
//!
//! Sets of people that fit are the independent sets of a transversal matroid; taking down the order whatever stays independent gives the best set for that
//! order (Rado 1957, Edmonds 1971). Whether one more fits is asked by an augmenting path, so nobody waits because somebody sits on the wrong seat.

use std::collections::{HashMap, HashSet, VecDeque};

use serde::{Deserialize, Serialize};

use crate::choice::Quota;
use crate::problem::{Problem, at_most, filled};

/// People at most.
pub const MAX_PEOPLE: usize = 20_000;
/// Quotas at most.
pub const MAX_QUOTAS: usize = 200;

/// Somebody who has a seat or waits for one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionEntrant))]
#[serde(deny_unknown_fields)]
pub struct Entrant {
    /// Unique.
    pub id: String,
    /// Ids of the quotas they qualify for.
    #[serde(default)]
    pub quotas: Vec<String>,
}

/// Who has a seat, who waits, and the seats there are. At most 20,000 people and 200 quotas.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionAdmissionRequest))]
#[serde(deny_unknown_fields)]
pub struct AdmissionRequest {
    /// The seats there are, kept ones included.
    pub capacity: u32,
    /// Seats kept; together at most the capacity.
    #[serde(default)]
    pub quotas: Vec<Quota>,
    /// Those who have a seat.
    #[serde(default)]
    pub seated: Vec<Entrant>,
    /// Those who wait, in the order they came.
    #[serde(default)]
    pub waiting: Vec<Entrant>,
    /// Whether kept seats that nobody can claim any more go to whoever waits.
    #[serde(default)]
    pub lapsed: bool,
}

/// Why somebody waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionWaitingReason))]
#[serde(rename_all = "snake_case")]
pub enum WaitingReason {
    /// Every seat is taken.
    Full,
    /// The free seats are kept for others.
    KeptForOthers,
}

/// A seat and who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionAdmitted))]
pub struct Admitted {
    /// Who.
    pub id: String,
    /// The quota whose kept seat it is; null for an open seat.
    pub quota: Option<String>,
    /// Whether they waited until now.
    pub promoted: bool,
}

/// Somebody who goes on waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionWaiter))]
pub struct Waiter {
    /// Who.
    pub id: String,
    /// Their place, from 1.
    pub place: usize,
    /// Why.
    pub reason: WaitingReason,
}

/// Who has a seat now and who goes on waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionAdmission))]
pub struct Admission {
    /// Those who had a seat, then those who get one, in their order.
    pub seats: Vec<Admitted>,
    /// The others, in their order.
    pub waiting: Vec<Waiter>,
    /// Seats nobody has.
    pub free: usize,
}

/// Gives the seats that are free to those who wait.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn admit(request: &AdmissionRequest) -> Result<Admission, Problem> {
    let people: Vec<&Entrant> = request.seated.iter().chain(&request.waiting).collect();
    let quotas = check(request, &people)?;
    let capacity = request.capacity as usize;
    let kept: usize = request.quotas.iter().map(|quota| quota.seats as usize).sum();
    let open = capacity - kept;
    let wants: Vec<Vec<usize>> =
        people.iter().map(|one| one.quotas.iter().filter_map(|id| quotas.get(id.as_str()).copied()).collect()).collect();
    let mut kept_seats = KeptSeats::new(&request.quotas, &wants);
    let had = request.seated.len();
    let mut seated: Vec<usize> = (0..had).collect();
    for person in 0..had {
        kept_seats.seat(person);
    }
    let mut in_open = seated.len() - kept_seats.taken;
    let mut rest = Vec::new();
    for person in had..people.len() {
        if seated.len() < capacity && (kept_seats.seat(person) || in_open < open) {
            in_open += usize::from(kept_seats.of(person).is_none());
            seated.push(person);
        } else {
            rest.push(person);
        }
    }
    if request.lapsed {
        let more = rest.len().min(capacity.saturating_sub(seated.len()));
        seated.extend(rest.drain(..more));
    }
    let reason = if seated.len() < capacity { WaitingReason::KeptForOthers } else { WaitingReason::Full };
    let admitted = |person: usize| Admitted {
        id: people[person].id.clone(),
        quota: kept_seats.of(person).map(|quota| request.quotas[quota].id.clone()),
        promoted: person >= had,
    };
    let waiter = |(place, person): (usize, usize)| Waiter { id: people[person].id.clone(), place: place + 1, reason };
    Ok(Admission {
        free: capacity.saturating_sub(seated.len()),
        seats: seated.iter().map(|person| admitted(*person)).collect(),
        waiting: rest.into_iter().enumerate().map(waiter).collect(),
    })
}

/// The quotas by id, once everything in the request agrees.
fn check<'r>(request: &'r AdmissionRequest, people: &[&Entrant]) -> Result<HashMap<&'r str, usize>, Problem> {
    at_most(MAX_QUOTAS, request.quotas.len(), "/quotas")?;
    at_most(MAX_PEOPLE, people.len(), "/waiting")?;
    let mut quotas = HashMap::new();
    let mut kept = 0_u64;
    for (index, quota) in request.quotas.iter().enumerate() {
        filled(&quota.id, &format!("/quotas/{index}/id"))?;
        if quotas.insert(quota.id.as_str(), index).is_some() {
            let problem = Problem::new("duplicate_quota", format!("/quotas/{index}/id"), "a name no other quota has");
            return Err(problem.with("quota", quota.id.as_str()));
        }
        kept += u64::from(quota.seats);
    }
    if kept > u64::from(request.capacity) {
        let problem = Problem::new("reserved_over_capacity", "/quotas", "no more kept seats than the capacity");
        return Err(problem.with("reserved", usize::try_from(kept).unwrap_or(usize::MAX)).with("capacity", request.capacity));
    }
    if request.seated.len() > request.capacity as usize {
        let problem = Problem::new("selected_over_capacity", "/seated", "no more people with a seat than the capacity");
        return Err(problem.with("selected", request.seated.len()).with("capacity", request.capacity));
    }
    let mut seen = HashSet::new();
    for (index, one) in people.iter().enumerate() {
        let place = match index.checked_sub(request.seated.len()) {
            None => format!("/seated/{index}"),
            Some(index) => format!("/waiting/{index}"),
        };
        filled(&one.id, &format!("{place}/id"))?;
        if !seen.insert(one.id.as_str()) {
            return Err(Problem::new("duplicate_candidate", format!("{place}/id"), "an id no other has").with("candidate", one.id.as_str()));
        }
        for (nth, id) in one.quotas.iter().enumerate() {
            if !quotas.contains_key(id.as_str()) {
                return Err(Problem::new("unknown_quota", format!("{place}/quotas/{nth}"), "the id of a quota").with("quota", id.as_str()));
            }
        }
    }
    Ok(quotas)
}

/// Who sits on which kept seat.
struct KeptSeats<'w> {
    /// The quotas each person qualifies for.
    wants: &'w [Vec<usize>],
    seats: Vec<usize>,
    holders: Vec<Vec<usize>>,
    under: HashMap<usize, usize>,
    taken: usize,
}

impl<'w> KeptSeats<'w> {
    fn new(quotas: &[Quota], wants: &'w [Vec<usize>]) -> Self {
        let seats = quotas.iter().map(|quota| quota.seats as usize).collect();
        Self { wants, seats, holders: vec![Vec::new(); quotas.len()], under: HashMap::new(), taken: 0 }
    }

    fn of(&self, person: usize) -> Option<usize> {
        self.under.get(&person).copied()
    }

    /// Gives a person a kept seat where one can be freed for them, by moving others along a shortest path; whether it could.
    fn seat(&mut self, person: usize) -> bool {
        let mut came_from: HashMap<usize, Option<(usize, usize)>> = HashMap::new();
        let mut queue: VecDeque<usize> = VecDeque::new();
        for quota in &self.wants[person] {
            if came_from.insert(*quota, None).is_none() {
                queue.push_back(*quota);
            }
        }
        while let Some(quota) = queue.pop_front() {
            if self.holders[quota].len() < self.seats[quota] {
                self.shift(person, quota, &came_from);
                return true;
            }
            for holder in &self.holders[quota] {
                for next in &self.wants[*holder] {
                    if !came_from.contains_key(next) {
                        came_from.insert(*next, Some((quota, *holder)));
                        queue.push_back(*next);
                    }
                }
            }
        }
        false
    }

    /// Moves everybody along the path by one, from its free end, and seats the newcomer at its beginning.
    fn shift(&mut self, newcomer: usize, free: usize, came_from: &HashMap<usize, Option<(usize, usize)>>) {
        let mut quota = free;
        while let Some(Some((before, holder))) = came_from.get(&quota) {
            self.holders[*before].retain(|one| one != holder);
            self.holders[quota].push(*holder);
            self.under.insert(*holder, quota);
            quota = *before;
        }
        self.holders[quota].push(newcomer);
        self.under.insert(newcomer, quota);
        self.taken += 1;
    }
}
