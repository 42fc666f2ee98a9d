//! Gives out the shares, one cheapest path at a time, over the graph of reviewers.

use std::collections::BTreeSet;

use super::prepare::Prepared;
use super::{Load, Share, Shares};
use crate::bits::Bits;
use crate::hops::Hops;

/// Who has what on the desk at this moment.
struct Desks<'p> {
    prepared: &'p Prepared<'p>,
    /// By reviewer: all it has, fixed ones included.
    loads: Vec<usize>,
    /// By reviewer: what it could hand on.
    desk: Vec<BTreeSet<usize>>,
    /// By application: its reviewers, except fixed ones.
    given: Vec<BTreeSet<usize>>,
    /// By application: the reviewers it could go to.
    open: Vec<Bits>,
    hops: Hops,
    /// Reviewers from whom no room can be reached any more.
    closed: Bits,
}

/// Shares out what was prepared.
pub(crate) fn share(prepared: &Prepared<'_>) -> Shares {
    let mut desks = Desks::new(prepared);
    for round in 0..prepared.per_application {
        for application in 0..prepared.applications.len() {
            let has = prepared.fixed[application].iter().count() + desks.given[application].len();
            if has == round {
                desks.assign(application);
            }
        }
    }
    desks.result()
}

impl<'p> Desks<'p> {
    /// Only what is fixed.
    fn new(prepared: &'p Prepared<'p>) -> Self {
        let (reviewers, applications) = (prepared.reviewers.len(), prepared.applications.len());
        let mut loads = vec![0; reviewers];
        let mut open = vec![Bits::new(reviewers); applications];
        for (a, open) in open.iter_mut().enumerate() {
            (0..reviewers).filter(|r| !prepared.conflicts[a].contains(*r) && !prepared.fixed[a].contains(*r)).for_each(|r| open.insert(r));
            prepared.fixed[a].iter().for_each(|r| loads[r] += 1);
        }
        Self {
            prepared,
            loads,
            desk: vec![BTreeSet::new(); reviewers],
            given: vec![BTreeSet::new(); applications],
            open,
            hops: Hops::new(reviewers),
            closed: Bits::new(reviewers),
        }
    }

    /// One more reviewer for the application, if anybody can be reached.
    fn assign(&mut self, application: usize) {
        let has_room = |reviewer: &usize| self.loads[*reviewer] < self.prepared.room[*reviewer] && !self.closed.contains(*reviewer);
        let Some(least) = (0..self.loads.len()).filter(has_room).map(|r| self.loads[r]).min() else { return };
        let direct = self.open[application].iter().filter(|r| has_room(r) && self.loads[*r] == least);
        if let Some(reviewer) = direct.min_by_key(|r| self.draw(application, *r)) {
            self.give(application, reviewer);
            return;
        }
        let search = self.hops.search(&self.open[application], &self.closed, |_| false);
        let mut hands = vec![0_usize; self.loads.len()];
        for &reviewer in &search.order {
            hands[reviewer] = search.before[reviewer].map_or(0, |before| hands[before] + 1);
        }
        let reached = search.order.iter().copied().filter(has_room);
        let Some(mut room) = reached.min_by_key(|r| (self.loads[*r], hands[*r], self.draw(application, *r))) else {
            self.closed = search.seen;
            return;
        };
        while let Some(from) = search.before[room] {
            let handed = self.desk[from].iter().copied().find(|other| self.open[*other].contains(room));
            if let Some(other) = handed {
                self.take(other, from);
                self.give(other, room);
            }
            room = from;
        }
        self.give(application, room);
    }

    /// A number that is the same for this pair each time, and looks random (the finaliser of SplitMix64). Equal numbers: the index decides.
    fn draw(&self, application: usize, reviewer: usize) -> (u64, usize) {
        let mut number = self.prepared.applications[application].draw ^ self.prepared.reviewers[reviewer].draw.rotate_left(32);
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (number ^ (number >> 31), reviewer)
    }

    fn give(&mut self, application: usize, reviewer: usize) {
        self.open[application].remove(reviewer);
        self.given[application].iter().for_each(|other| self.hops.remove(*other, reviewer));
        self.open[application].iter().for_each(|other| self.hops.add(reviewer, other));
        self.given[application].insert(reviewer);
        self.desk[reviewer].insert(application);
        self.loads[reviewer] += 1;
    }

    fn take(&mut self, application: usize, reviewer: usize) {
        self.loads[reviewer] -= 1;
        self.desk[reviewer].remove(&application);
        self.given[application].remove(&reviewer);
        self.open[application].iter().for_each(|other| self.hops.remove(reviewer, other));
        self.given[application].iter().for_each(|other| self.hops.add(*other, reviewer));
        self.open[application].insert(reviewer);
    }

    /// Names again.
    fn result(self) -> Shares {
        let Prepared { per_application, applications, reviewers, conflicts, fixed, .. } = self.prepared;
        let mut without_conflict = vec![applications.len(); reviewers.len()];
        let mut fixed_load = vec![0; reviewers.len()];
        let mut shares = Vec::with_capacity(applications.len());
        for (a, application) in applications.iter().enumerate() {
            conflicts[a].iter().for_each(|r| without_conflict[r] -= 1);
            fixed[a].iter().for_each(|r| fixed_load[r] += 1);
            let mut names: Vec<String> = self.given[a].iter().copied().chain(fixed[a].iter()).map(|r| reviewers[r].id.to_owned()).collect();
            names.sort();
            shares.push(Share {
                application: application.id.to_owned(),
                lacking: per_application.saturating_sub(names.len()),
                reviewers: names,
                without_conflict: reviewers.len() - conflicts[a].iter().count(),
            });
        }
        shares.sort_by(|a, b| a.application.cmp(&b.application));
        let mut loads: Vec<Load> = Vec::with_capacity(reviewers.len());
        for (r, reviewer) in reviewers.iter().enumerate() {
            let (load, fixed, without_conflict) = (self.loads[r], fixed_load[r], without_conflict[r]);
            loads.push(Load { reviewer: reviewer.id.to_owned(), load, fixed, without_conflict });
        }
        loads.sort_by(|a, b| a.reviewer.cmp(&b.reviewer));
        Shares {
            assigned: self.loads.iter().sum(),
            lacking: shares.iter().map(|share| share.lacking).sum(),
            largest_load: self.loads.iter().copied().max().unwrap_or(0),
            smallest_load: self.loads.iter().copied().min().unwrap_or(0),
            applications: shares,
            reviewers: loads,
        }
    }
}
