//! Where to draw each activity: layers along the reading direction, lanes across it.
//!
//! The layer of an activity is the length of the longest chain of links that leads to it (K. Sugiyama, S. Tagawa, M. Toda 1981); lanes are
//! chosen by the mean lane of its neighbours (barycentre). Activities that had a lane keep it as long as nobody in their layer
//! holds it, so adding one does not shuffle a drawing people know: pass the coordinates of the last drawing as `previous`.
//!
//! `x` grows from the first layer in the reading direction: positive to the right when left to right, negative when right to left, so that
//! a longer network never moves its beginning.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::network::Activity;
use crate::network::graph::Graph;
use crate::problem::Problem;

/// The direction the network is read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDirection))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// As Arabic is written.
    #[default]
    RightToLeft,
    /// As French and English are written.
    LeftToRight,
}

/// How to draw.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningLayoutOptions))]
#[serde(deny_unknown_fields)]
pub struct LayoutOptions {
    /// Right to left when absent.
    #[serde(default)]
    pub direction: Direction,
    /// Distance between layers; 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layer_width: Option<f64>,
    /// Distance between lanes; 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane_height: Option<f64>,
    /// The lane of each activity in the last drawing, by `id`, to be kept where possible.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub previous: BTreeMap<String, u32>,
}

/// Where an activity is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningPlace))]
pub struct Place {
    /// The activity.
    pub id: String,
    /// 0 for activities nothing precedes.
    pub layer: u32,
    /// 0 for the top lane.
    pub lane: u32,
    /// Horizontal coordinate of its centre; 0 in the first layer, negative further on when right to left.
    pub x: f64,
    /// Vertical coordinate of its centre; 0 in the top lane, growing downwards.
    pub y: f64,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningLayout))]
pub struct Layout {
    /// The direction it is read in.
    pub direction: Direction,
    /// How many layers.
    pub layers: u32,
    /// How many lanes.
    pub lanes: u32,
    /// In the order of the activities.
    pub places: Vec<Place>,
}

/// Lanes further down in `previous` are not kept.
const MAX_LANE: u32 = 1_000_000;

/// Rounds of moving activities between the lanes of their neighbours.
const SWEEPS: usize = 4;

/// Coordinates for every activity of a network.
///
/// # Errors
/// `out_of_range`, for distances that are not positive numbers.
pub fn layout(activities: &[Activity], graph: &Graph, options: &LayoutOptions) -> Result<Layout, Problem> {
    let distance = |value: Option<f64>, field: &str| match value.unwrap_or(1.0) {
        d if d > 0.0 && d <= 1e6 => Ok(d),
        _ => Err(Problem::new("out_of_range", format!("/layout/{field}"))),
    };
    let width = distance(options.layer_width, "layer_width")?;
    let height = distance(options.lane_height, "lane_height")?;
    let layer = layers(graph);
    let previous: Vec<Option<u32>> =
        activities.iter().map(|a| options.previous.get(&a.id).copied().filter(|lane| *lane <= MAX_LANE)).collect();
    let lane = lanes(graph, &layer, &previous);
    let sign = match options.direction {
        Direction::RightToLeft => -1.0,
        Direction::LeftToRight => 1.0,
    };
    let places = activities.iter().enumerate().map(|(i, activity)| Place {
        id: activity.id.clone(),
        layer: layer[i],
        lane: lane[i],
        // Adding zero turns −0 into 0.
        x: sign * f64::from(layer[i]) * width + 0.0,
        y: f64::from(lane[i]) * height,
    });
    Ok(Layout {
        direction: options.direction,
        layers: layer.iter().max().map_or(0, |l| l + 1),
        lanes: lane.iter().max().map_or(0, |l| l + 1),
        places: places.collect(),
    })
}

fn layers(graph: &Graph) -> Vec<u32> {
    let mut layer = vec![0; graph.nodes()];
    for node in graph.order() {
        let node = *node as usize;
        layer[node] = graph.incoming(node).map(|(_, e)| layer[e.from as usize] + 1).max().unwrap_or(0);
    }
    layer
}

fn lanes(graph: &Graph, layer: &[u32], previous: &[Option<u32>]) -> Vec<u32> {
    let count = layer.iter().max().map_or(0, |l| *l as usize + 1);
    let mut by_layer: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (node, at) in layer.iter().enumerate() {
        by_layer[*at as usize].push(node);
    }
    let mut lane = vec![0; layer.len()];
    let mut kept = vec![false; layer.len()];
    for nodes in &by_layer {
        let mut taken = BTreeSet::new();
        for node in nodes {
            if let Some(old) = previous[*node]
                && taken.insert(old)
            {
                (lane[*node], kept[*node]) = (old, true);
            }
        }
        for (place, node) in (0_u32..).zip(nodes.iter().filter(|n| !kept[**n]).collect::<Vec<_>>()) {
            lane[*node] = place;
        }
    }
    for sweep in 0..SWEEPS {
        let forward = sweep % 2 == 0;
        for step in 0..count {
            let nodes = &by_layer[if forward { step } else { count - 1 - step }];
            arrange(graph, nodes, &kept, &mut lane, forward);
        }
    }
    // A drawing that keeps nothing begins at the top.
    if previous.iter().all(Option::is_none) {
        let top = lane.iter().copied().min().unwrap_or(0);
        lane.iter_mut().for_each(|one| *one -= top);
    }
    lane
}

/// Gives each movable activity of a layer the free lane nearest to the mean lane of its neighbours before (or after) it.
fn arrange(graph: &Graph, nodes: &[usize], kept: &[bool], lane: &mut [u32], forward: bool) {
    let mut free = FreeLanes::default();
    for node in nodes.iter().filter(|n| kept[**n]) {
        free.take(lane[*node]);
    }
    let mean = |node: usize| {
        let (mut sum, mut count) = (0.0, 0.0);
        let mut add = |other: u32| {
            sum += f64::from(lane[other as usize]);
            count += 1.0;
        };
        if forward {
            graph.incoming(node).for_each(|(_, e)| add(e.from));
        } else {
            graph.outgoing(node).for_each(|(_, e)| add(e.to));
        }
        if count > 0.0 { sum / count } else { f64::from(lane[node]) }
    };
    let mut wishes: Vec<(f64, usize)> = nodes.iter().filter(|n| !kept[**n]).map(|n| (mean(*n), *n)).collect();
    wishes.sort_by(|a, b| a.0.total_cmp(&b.0).then(lane[a.1].cmp(&lane[b.1])).then(a.1.cmp(&b.1)));
    for (wish, node) in wishes {
        lane[node] = free.nearest(wish.round() as u32);
    }
}

/// Lanes still free in one layer: for each taken lane, a lane further down and one further up that may be free.
#[derive(Default)]
struct FreeLanes {
    down: HashMap<u32, u32>,
    up: HashMap<u32, Option<u32>>,
}

impl FreeLanes {
    fn take(&mut self, lane: u32) {
        self.down.insert(lane, lane + 1);
        self.up.insert(lane, lane.checked_sub(1));
    }

    /// Takes the free lane nearest to a wish.
    fn nearest(&mut self, wish: u32) -> u32 {
        let below = self.below(wish);
        let above = self.above(wish);
        let lane = match above {
            Some(above) if wish - above < below - wish => above,
            _ => below,
        };
        self.take(lane);
        lane
    }

    fn below(&mut self, wish: u32) -> u32 {
        let mut free = wish;
        while let Some(next) = self.down.get(&free) {
            free = *next;
        }
        // Shortens the way for the next search from the same place.
        let mut at = wish;
        while let Some(next) = self.down.get_mut(&at) {
            at = std::mem::replace(next, free);
        }
        free
    }

    fn above(&mut self, wish: u32) -> Option<u32> {
        let mut free = Some(wish);
        while let Some(next) = free.and_then(|lane| self.up.get(&lane)) {
            free = *next;
        }
        let mut at = Some(wish);
        while let Some(next) = at.and_then(|lane| self.up.get_mut(&lane)) {
            at = std::mem::replace(next, free);
        }
        free
    }
}
