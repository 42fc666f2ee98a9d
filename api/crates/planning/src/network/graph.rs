//! The network as arrays: links stored by activity, topological order, and the cycle when there is one.

use super::LinkKind;

/// A link between activities known by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The predecessor.
    pub from: u32,
    /// The successor.
    pub to: u32,
    /// Which ends are tied.
    pub kind: LinkKind,
    /// Working minutes between the tied ends; negative when they may overlap.
    pub lag: i64,
}

/// A directed graph without cycles, in compressed sparse rows (incoming and outgoing links contiguous
/// by activity), with a topological order.
#[derive(Debug, Clone)]
pub struct Graph {
    edges: Vec<Edge>,
    incoming: Rows,
    outgoing: Rows,
    order: Vec<u32>,
}

#[derive(Debug, Clone)]
struct Rows {
    first: Vec<u32>,
    edge: Vec<u32>,
}

impl Rows {
    fn new(nodes: usize, keys: impl Iterator<Item = u32> + Clone) -> Self {
        let mut first = vec![0_u32; nodes + 1];
        for key in keys.clone() {
            first[key as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let mut edge = vec![0; first[nodes] as usize];
        for (index, key) in (0_u32..).zip(keys) {
            let slot = &mut next[key as usize];
            edge[*slot as usize] = index;
            *slot += 1;
        }
        Self { first, edge }
    }

    fn row(&self, node: usize) -> &[u32] {
        &self.edge[self.first[node] as usize..self.first[node + 1] as usize]
    }
}

/// Activities that wait for each other, in the order of the links; the first is repeated at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle(pub Vec<usize>);

impl Graph {
    /// Arranges `nodes` activities and their links (Kahn's algorithm, linear in activities and links).
    ///
    /// # Errors
    /// A [`Cycle`], when activities wait for each other.
    pub fn new(nodes: usize, edges: Vec<Edge>) -> Result<Self, Cycle> {
        let incoming = Rows::new(nodes, edges.iter().map(|e| e.to));
        let outgoing = Rows::new(nodes, edges.iter().map(|e| e.from));
        if edges.iter().all(|e| e.from < e.to) {
            // The usual case of a list in order: following it reads memory in order too.
            let order = (0_u32..).take(nodes).collect();
            return Ok(Self { edges, incoming, outgoing, order });
        }
        let mut waiting: Vec<u32> = (0..nodes).map(|n| incoming.first[n + 1] - incoming.first[n]).collect();
        let mut order: Vec<u32> = Vec::with_capacity(nodes);
        order.extend((0_u32..).zip(&waiting).filter(|(_, w)| **w == 0).map(|(n, _)| n));
        let mut done = 0;
        while done < order.len() {
            let node = order[done] as usize;
            done += 1;
            for edge in outgoing.row(node) {
                let to = edges[*edge as usize].to;
                waiting[to as usize] -= 1;
                if waiting[to as usize] == 0 {
                    order.push(to);
                }
            }
        }
        if order.len() < nodes {
            return Err(cycle(&edges, &incoming, &waiting));
        }
        Ok(Self { edges, incoming, outgoing, order })
    }

    /// How many activities.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.order.len()
    }

    /// Every link, in the order given.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Activities, each after all its predecessors.
    #[must_use]
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Links that end at this activity, by index and value.
    pub fn incoming(&self, node: usize) -> impl Iterator<Item = (usize, &Edge)> {
        self.incoming.row(node).iter().map(|e| (*e as usize, &self.edges[*e as usize]))
    }

    /// Links that leave this activity, by index and value.
    pub fn outgoing(&self, node: usize) -> impl Iterator<Item = (usize, &Edge)> {
        self.outgoing.row(node).iter().map(|e| (*e as usize, &self.edges[*e as usize]))
    }
}

/// Walks backwards from an activity that never became free: every such activity has a predecessor
/// that did not either, so the walk must come back to a place it has been.
fn cycle(edges: &[Edge], incoming: &Rows, waiting: &[u32]) -> Cycle {
    let mut visited_at = vec![usize::MAX; waiting.len()];
    let mut walk = Vec::new();
    let mut node = waiting.iter().position(|w| *w > 0).unwrap_or(0);
    while visited_at[node] == usize::MAX {
        visited_at[node] = walk.len();
        walk.push(node);
        let stuck = incoming.row(node).iter().map(|e| edges[*e as usize].from as usize).find(|p| waiting[*p] > 0);
        match stuck {
            Some(predecessor) => node = predecessor,
            None => break,
        }
    }
    let mut ring = walk.split_off(visited_at[node]);
    ring.reverse();
    // Name the cycle from its first activity in the order of the input, so that the message is stable.
    let first = ring.iter().enumerate().min_by_key(|(_, n)| **n).map_or(0, |(at, _)| at);
    ring.rotate_left(first);
    ring.extend(ring.first().copied());
    Cycle(ring)
}
