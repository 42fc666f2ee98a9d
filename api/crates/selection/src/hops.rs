//! Who could hand over a place to whom: the graph both the seats of quotas and the desks of reviewers are searched on.
//!
//! A bin (a quota, a reviewer) holds members. There is a hop from bin to bin when a member of the first could go to the second. A path of hops to a bin
//! with room makes room in its first bin: each member on the way moves on by one. The graph has as many nodes as there are bins, however many members.

use crate::bits::Bits;

/// The hops between bins, counted by the members that could make them.
#[derive(Debug, Clone)]
pub(crate) struct Hops {
    bins: usize,
    counts: Vec<u32>,
    next: Vec<Bits>,
}

/// What a search has come across.
pub(crate) struct Search {
    /// The bins in the order they were reached: breadth first, equals by index.
    pub order: Vec<usize>,
    /// The bin before it on the way; none for those where the search began.
    pub before: Vec<Option<usize>>,
    /// All bins reached, and those that were closed from the beginning.
    pub seen: Bits,
    /// The bin that ended the search.
    pub found: Option<usize>,
}

impl Hops {
    /// No hops between so many bins.
    pub fn new(bins: usize) -> Self {
        Self { bins, counts: vec![0; bins * bins], next: vec![Bits::new(bins); bins] }
    }

    /// One more member of `from` could go to `to`.
    pub fn add(&mut self, from: usize, to: usize) {
        self.counts[from * self.bins + to] += 1;
        self.next[from].insert(to);
    }

    /// One member of `from` fewer could go to `to`.
    pub fn remove(&mut self, from: usize, to: usize) {
        let count = &mut self.counts[from * self.bins + to];
        *count -= 1;
        if *count == 0 {
            self.next[from].remove(to);
        }
    }

    /// Follows hops from `starts`, never into `closed`, until `enough` says so.
    pub fn search(&self, starts: &Bits, closed: &Bits, mut enough: impl FnMut(usize) -> bool) -> Search {
        let mut search = Search { order: Vec::new(), before: vec![None; self.bins], seen: closed.clone(), found: None };
        search.seen.add_telling(starts, |bin| search.order.push(bin));
        let mut head = 0;
        while let Some(&bin) = search.order.get(head) {
            if enough(bin) {
                search.found = Some(bin);
                break;
            }
            search.seen.add_telling(&self.next[bin], |next| {
                search.before[next] = Some(bin);
                search.order.push(next);
            });
            head += 1;
        }
        search
    }

    /// For each bin, itself and all that can be reached from it (Warshall 1962).
    pub fn closure(&self) -> Vec<Bits> {
        let mut reach = self.next.clone();
        (0..self.bins).for_each(|bin| reach[bin].insert(bin));
        for middle in 0..self.bins {
            let beyond = reach[middle].clone();
            reach.iter_mut().filter(|from| from.contains(middle)).for_each(|from| from.add(&beyond));
        }
        reach
    }
}
