//! The chances to finish in time, for whoever prints a plan: by the normal approximation, since a drawing of lots belongs to the page that asks for it.

use super::network::refused;
use super::reading::Scheduled;
use crate::kernel::error::Result;
use crate::resources::activities::model::plan::{self, Holding};
use crate::resources::activities::model::{Activity, Network};
use chrono::NaiveDate;
use planning::calculations::{DeadlineQuery, PertRequest, PertResult, SimulationRequest};
use planning::moment::Moment;
use std::collections::{HashMap, HashSet};

/// What three estimates say of a plan.
pub struct Chances {
    /// The whole network, its activities in their order.
    pub pert: PertResult,
    /// The chance to finish it by a day; none without a day.
    pub whole: Option<f64>,
    /// The deadlines of activities, soonest first: the place of the activity, its deadline, and the chance that it, with all it waits for, keeps it.
    pub deadlines: Vec<(usize, Moment, f64)>,
}

fn judged(network: &Network, request: PertRequest) -> Result<PertResult> {
    let request = PertRequest { simulation: None, ..request };
    planning::calculations::pert(&request).map_err(|problem| refused(problem, network, Holding::Field("")))
}

/// An activity and all it waits for.
fn up_to(network: &Network, place: usize) -> Network {
    let places: HashMap<&str, usize> = network.activities.iter().enumerate().map(|(at, one)| (one.content.code.as_str(), at)).collect();
    let (mut kept, mut open) = (HashSet::from([place]), vec![place]);
    while let Some(at) = open.pop() {
        let before = network.activities[at].content.predecessors.iter().filter_map(|one| places.get(one.code.as_str()));
        open.extend(before.filter(|at| kept.insert(**at)));
    }
    let activities: Vec<Activity> =
        network.activities.iter().enumerate().filter(|(at, _)| kept.contains(at)).map(|(_, one)| one.clone()).collect();
    Network { activities, ..network.clone() }
}

impl Scheduled {
    /// The chances to finish in time, and to finish the whole by a day; none where no activity has three estimates.
    ///
    /// # Errors
    /// The engine's problem by the names of the activities.
    pub fn chances(&self, by: Option<NaiveDate>) -> Result<Option<Chances>> {
        let estimated = |one: &Activity| one.content.estimate.is_some() && !one.content.milestone;
        if !self.network.activities.iter().any(estimated) {
            return Ok(None);
        }
        let request = |network: &Network, by| plan::pert_request(network, &self.setting, by, SimulationRequest::default());
        let by = by.filter(|day| self.setting.start.is_some_and(|start| *day >= start));
        let pert = judged(&self.network, request(&self.network, by))?;
        // A deadline is a date, which says nothing before the project has one to start on.
        let dated = self.network.activities.iter().enumerate().filter(|_| self.setting.start.is_some());
        let mut asked: Vec<(usize, Moment)> = dated.filter_map(|(at, one)| Some((at, one.content.deadline?))).collect();
        asked.sort_by_key(|(at, deadline)| (deadline.date, *at));
        let mut deadlines = Vec::new();
        for (at, deadline) in asked {
            let network = up_to(&self.network, at);
            let deadline_query = DeadlineQuery { duration: None, date: Some(deadline) };
            let found = judged(&network, PertRequest { deadlines: vec![deadline_query], ..request(&network, None) })?;
            deadlines.extend(found.deadlines.first().map(|one| (at, deadline, one.probability)));
        }
        let whole = pert.deadlines.first().map(|one| one.probability);
        Ok(Some(Chances { pert, whole, deadlines }))
    }
}
