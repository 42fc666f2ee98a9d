//! Moves for the sake of neighbours: each adds points, none takes a stand from anybody.

use super::prepare::Prepared;
use super::score::Table;

/// Trials at most, so that time is limited in a way that is the same everywhere.
const MAX_TRIALS: usize = 10_000_000;
/// Changes of one application that are tried in one turn at most.
const MAX_CHANGES: usize = 20_000;

/// One application that goes to a stand, or two that go to two.
#[derive(Clone, Copy)]
struct Change {
    first: (usize, usize),
    second: Option<(usize, usize)>,
}

impl Change {
    fn moves(self) -> impl Iterator<Item = (usize, usize)> {
        [Some(self.first), self.second].into_iter().flatten()
    }

    /// Whether this application is the second one.
    fn is_second(self, application: usize) -> bool {
        self.second.is_some_and(|(second, _)| second == application)
    }
}

/// Who stands where.
struct Floor<'p> {
    prepared: &'p Prepared<'p>,
    table: &'p Table,
    /// The stand of each application.
    stand: Vec<Option<usize>>,
    /// The application on each stand.
    holder: Vec<Option<usize>>,
    /// Points of each two applications for being neighbours.
    together: Vec<i64>,
    /// Applications that are worth something as neighbours of each, ascending.
    partners: Vec<Vec<usize>>,
    trials: usize,
}

/// The allocation after all moves that add points.
pub fn improve(prepared: &Prepared<'_>, table: &Table, stand: Vec<Option<usize>>) -> Vec<Option<usize>> {
    let mut holder = vec![None; prepared.sites.len()];
    for (application, stand) in stand.iter().enumerate() {
        if let Some(stand) = stand {
            holder[*stand] = Some(application);
        }
    }
    let count = prepared.applicants.len();
    let pairs = (0..count).flat_map(|a| (0..count).map(move |b| (a, b)));
    let together: Vec<i64> = pairs.map(|(a, b)| if a == b { 0 } else { prepared.together(a, b) }).collect();
    let partners: Vec<Vec<usize>> = (0..count).map(|a| (0..count).filter(|b| together[a * count + b] > 0).collect()).collect();
    let mut floor = Floor { prepared, table, stand, holder, together, partners, trials: 0 };
    let mut changed = floor.partners.iter().any(|partners| !partners.is_empty());
    while changed && floor.trials < MAX_TRIALS {
        changed = false;
        for application in 0..count {
            if let Some(change) = floor.best_change(application) {
                floor.apply(change);
                changed = true;
            }
        }
    }
    floor.stand
}

impl Floor<'_> {
    fn is_movable(&self, application: usize) -> bool {
        self.prepared.applicants[application].lock.is_none()
    }

    fn is_free(&self, stand: usize) -> bool {
        self.holder[stand].is_none() && !self.prepared.sites[stand].closed
    }

    /// The points that depend on where those stand that change.
    fn value(&self, change: Change) -> i64 {
        let mut points = 0;
        for (application, _) in change.moves() {
            let Some(stand) = self.stand[application] else { continue };
            points += self.table.get(application, stand).unwrap_or_default();
            let row = application * self.stand.len();
            for neighbour in self.prepared.sites[stand].neighbours.iter().filter_map(|s| self.holder[*s]) {
                // If both change, what they have from one another is counted at the second.
                if !(change.is_second(neighbour) && application == change.first.0) {
                    points += self.together[row + neighbour];
                }
            }
        }
        points
    }

    /// Makes the change; what undoes it.
    fn apply(&mut self, change: Change) -> Change {
        let own = |(application, stand): (usize, usize)| (application, self.stand[application].unwrap_or(stand));
        let back = Change { first: own(change.first), second: change.second.map(own) };
        for (_, stand) in back.moves() {
            self.holder[stand] = None;
        }
        for (application, stand) in change.moves() {
            self.stand[application] = Some(stand);
            self.holder[stand] = Some(application);
        }
        back
    }

    /// What the change adds.
    fn gain(&mut self, change: Change) -> i64 {
        self.trials += 1;
        if change.moves().all(|(application, _)| self.partners[application].is_empty()) {
            let points = |(application, stand)| self.table.get(application, stand).unwrap_or_default();
            let now = |(application, stand): (usize, usize)| points((application, self.stand[application].unwrap_or(stand)));
            return change.moves().map(|step| points(step) - now(step)).sum();
        }
        let before = self.value(change);
        let back = self.apply(change);
        let after = self.value(change);
        self.apply(back);
        after - before
    }

    /// The change of this application, and of one more, that adds the most; the first of equals.
    fn best_change(&mut self, application: usize) -> Option<Change> {
        let own = self.stand[application].filter(|_| self.is_movable(application))?;
        let mut best = (0, None);
        for change in self.changes(application, own) {
            if self.trials >= MAX_TRIALS {
                break;
            }
            let gain = self.gain(change);
            if gain > best.0 {
                best = (gain, Some(change));
            }
        }
        best.1
    }

    /// Changes worth trying: to any stand, in exchange with whoever has it; to a stand beside a partner whose holder goes elsewhere; with a partner to two free
    /// stands side by side.
    fn changes(&self, application: usize, own: usize) -> Vec<Change> {
        let sites = &self.prepared.sites;
        let free: Vec<usize> = (0..sites.len()).filter(|stand| self.is_free(*stand)).collect();
        let others = (0..sites.len()).filter(|stand| *stand != own && self.table.suits(application, *stand));
        let exchanges = others.filter_map(|stand| match self.holder[stand] {
            None => self.is_free(stand).then_some(Change { first: (application, stand), second: None }),
            Some(holder) => {
                let fits = self.is_movable(holder) && self.table.suits(holder, own);
                fits.then_some(Change { first: (application, stand), second: Some((holder, own)) })
            }
        });
        let placed = self.partners[application].iter().filter_map(|p| Some((*p, self.stand[*p]?)));
        let apart: Vec<(usize, usize)> = placed.filter(|(_, stand)| !sites[*stand].neighbours.contains(&own)).collect();
        let mut beside: Vec<usize> = apart.iter().flat_map(|(_, stand)| sites[*stand].neighbours.iter().copied()).collect();
        beside.sort_unstable();
        beside.dedup();
        beside.retain(|stand| *stand != own && self.table.suits(application, *stand));
        let displacing = beside.into_iter().flat_map(|target| self.displacing(application, target, &free));
        let loose = apart.into_iter().map(|(partner, _)| partner).filter(|partner| self.is_movable(*partner));
        let together = loose.flat_map(|partner| self.both(application, partner, &free));
        exchanges.chain(displacing).chain(together).take(MAX_CHANGES).collect()
    }

    /// To a stand whose holder goes to a free one.
    fn displacing(&self, application: usize, target: usize, free: &[usize]) -> Vec<Change> {
        let Some(holder) = self.holder[target].filter(|holder| self.is_movable(*holder)) else { return Vec::new() };
        let places = free.iter().filter(|stand| self.table.suits(holder, **stand));
        places.map(|stand| Change { first: (application, target), second: Some((holder, *stand)) }).collect()
    }

    /// Two partners to two free stands side by side.
    fn both(&self, application: usize, partner: usize, free: &[usize]) -> Vec<Change> {
        let mut changes = Vec::new();
        for first in free.iter().filter(|stand| self.table.suits(application, **stand)) {
            let beside = &self.prepared.sites[*first].neighbours;
            let seconds = beside.iter().filter(|stand| self.is_free(**stand) && self.table.suits(partner, **stand));
            changes.extend(seconds.map(|second| Change { first: (application, *first), second: Some((partner, *second)) }));
        }
        changes
    }
}
