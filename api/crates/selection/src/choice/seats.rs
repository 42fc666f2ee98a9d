//! Reserved seats and who holds them: a maximum matching that grows by augmenting paths over the graph of quotas.

use std::collections::BTreeSet;

use super::prepare::Prepared;
use crate::bits::Bits;
use crate::hops::Hops;

/// Who holds which reserved seat; at any time as many are filled as those admitted so far can fill.
pub(crate) struct Seats<'p> {
    prepared: &'p Prepared<'p>,
    /// By quota: the holders of its seats, in the order.
    holders: Vec<BTreeSet<usize>>,
    /// By candidate: the quota whose seat it holds.
    under: Vec<Option<usize>>,
    hops: Hops,
    /// Quotas from which no free seat can be reached any more: a search that fails leaves none open behind it.
    closed: Bits,
    filled: usize,
}

impl<'p> Seats<'p> {
    /// Step 2 of the rule for these candidates, given in the order.
    pub fn fill(prepared: &'p Prepared<'p>, candidates: impl Iterator<Item = usize>) -> Self {
        let quotas = prepared.quotas.len();
        let mut seats = Self {
            prepared,
            holders: vec![BTreeSet::new(); quotas],
            under: vec![None; prepared.candidates.len()],
            hops: Hops::new(quotas),
            closed: Bits::new(quotas),
            filled: 0,
        };
        candidates.for_each(|candidate| _ = seats.admit(candidate));
        seats
    }

    /// Seats the candidate if one more reserved seat can be filled with it; says whether.
    pub fn admit(&mut self, candidate: usize) -> bool {
        let quotas = &self.prepared.candidates[candidate].quotas;
        if quotas.within(&self.closed) {
            return false;
        }
        let free = |quota: usize| self.holders[quota].len() < self.prepared.quotas[quota].seats as usize;
        let search = self.hops.search(quotas, &self.closed, free);
        let Some(mut room) = search.found else {
            self.closed = search.seen;
            return false;
        };
        while let Some(from) = search.before[room] {
            let mover = self.holders[from].iter().copied().find(|holder| self.prepared.candidates[*holder].quotas.contains(room));
            if let Some(mover) = mover {
                self.stand_up(mover, from);
                self.sit_down(mover, room);
            }
            room = from;
        }
        self.sit_down(candidate, room);
        self.filled += 1;
        true
    }

    /// Empties the reserved seat of the candidate, if it holds one.
    pub fn release(&mut self, candidate: usize) {
        if let Some(quota) = self.under[candidate] {
            self.stand_up(candidate, quota);
            self.filled -= 1;
            self.closed.clear();
        }
    }

    fn sit_down(&mut self, candidate: usize, quota: usize) {
        self.under[candidate] = Some(quota);
        self.holders[quota].insert(candidate);
        self.prepared.candidates[candidate].quotas.iter().for_each(|other| self.hops.add(quota, other));
    }

    fn stand_up(&mut self, candidate: usize, quota: usize) {
        self.under[candidate] = None;
        self.holders[quota].remove(&candidate);
        self.prepared.candidates[candidate].quotas.iter().for_each(|other| self.hops.remove(quota, other));
    }

    /// How many reserved seats are filled.
    pub fn filled(&self) -> usize {
        self.filled
    }

    /// The quota whose seat the candidate holds.
    pub fn under(&self, candidate: usize) -> Option<usize> {
        self.under[candidate]
    }

    /// The holders of the seats of a quota, in the order.
    pub fn holders(&self, quota: usize) -> &BTreeSet<usize> {
        &self.holders[quota]
    }

    /// For each quota, the quotas whose seats become free in turn for one who comes in under it.
    pub fn reach(&self) -> Vec<Bits> {
        self.hops.closure()
    }
}
