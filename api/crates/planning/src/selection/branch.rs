//! Branch and bound with bounds that are proofs.
//!
//! The linear relaxation is solved in floating point, but nothing is believed from it: its multipliers are turned into whole numbers y ≥ 0 and
//! the Lagrangian bound L(y) = Σ yᵢbᵢ + Σⱼ max over xⱼ of (vⱼ − Σ yᵢaᵢⱼ)xⱼ, an upper bound for *every* y ≥ 0 (weak
//! duality), is computed exactly in 128-bit integers. A branch is cut only by such a bound, or by a combination of constraints that
//! exact arithmetic shows to be impossible. Sources: A. H. Land and A. G. Doig (1960); A. M. Geoffrion, *Lagrangean relaxation for integer
//! programming* (1974).

use super::exact::{Model, Row};
use super::lp::{Outcome, Simplex};

/// How much work a search may do. Work is counted, not timed, so the same input gives the same answer everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most branches examined.
    pub nodes: u64,
    /// Most entries of the dictionary updated.
    pub work: u64,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// The best choice, if any satisfies the constraints.
    pub best: Option<Vec<bool>>,
    /// Its value.
    pub value: Option<i128>,
    /// No choice is worth more than this. Nothing is possible at all when absent.
    pub bound: Option<i128>,
    /// The bound before any branching.
    pub root_bound: Option<i128>,
    /// Branches examined.
    pub nodes: u64,
    /// Whether the search ran to its end.
    pub complete: bool,
}

/// Pivots allowed for one relaxation; a bound from an unfinished one is still a bound.
const PIVOTS: usize = 5_000;
/// Branches after which the dictionary is built anew, to shed rounding.
const REBUILD: u64 = 256;

struct Node {
    /// −1 free, 0 refused, 1 chosen.
    fixed: Vec<i8>,
    bound: i128,
}

struct Searcher<'a> {
    model: &'a Model,
    scale: Scale,
    simplex: Simplex,
    best: Option<(i128, Vec<bool>)>,
    spent: u64,
}

/// Exact optimum of a model, or the best known with a bound when the limits stop the search.
#[must_use]
pub fn search(model: &Model, limits: Limits) -> Search {
    let scale = Scale::new(model);
    let mut searcher = Searcher { model, simplex: scale.simplex(model), scale, best: None, spent: 0 };
    let fixed: Vec<i8> = model.required.iter().map(|r| if *r { 1 } else { -1 }).collect();
    let top: i128 = model.values.iter().map(|v| (*v).max(0)).sum();
    let mut open = vec![Node { fixed, bound: top }];
    let (mut nodes, mut root_bound) = (0, None);
    while let Some(mut node) = open.pop() {
        if searcher.beaten(node.bound) {
            continue;
        }
        if nodes >= limits.nodes || searcher.spent + searcher.simplex.work() >= limits.work {
            open.push(node);
            break;
        }
        nodes += 1;
        if nodes % REBUILD == 0 {
            searcher.rebuild();
        }
        let relaxed = searcher.relax(&mut node);
        if nodes == 1 {
            root_bound = relaxed.is_some().then_some(node.bound);
        }
        let Some(point) = relaxed.filter(|_| !searcher.beaten(node.bound)) else {
            continue;
        };
        searcher.round(&node, &point, nodes == 1 || nodes % 32 == 0);
        if searcher.beaten(node.bound) {
            continue;
        }
        let Some(branch) = choose(&node.fixed, &point, &model.values) else {
            continue;
        };
        let first = i8::from(point[branch] >= 0.5);
        for side in [1 - first, first] {
            let mut fixed = node.fixed.clone();
            fixed[branch] = side;
            open.push(Node { fixed, bound: node.bound });
        }
    }
    let value = searcher.best.as_ref().map(|(v, _)| *v);
    let remaining = open.iter().map(|node| node.bound).max();
    let bound = value.max(remaining);
    Search { best: searcher.best.map(|(_, b)| b), value, bound, root_bound, nodes, complete: remaining.is_none() }
}

/// The undecided project closest to half in the relaxation, the most valuable of equals.
fn choose(fixed: &[i8], point: &[f64], values: &[i128]) -> Option<usize> {
    let key = |j: &usize| ((point[*j] - 0.5).abs() * 1e6) as i64;
    (0..fixed.len()).filter(|j| fixed[*j] < 0).min_by_key(|j| (key(j), -values[*j]))
}

impl Searcher<'_> {
    fn beaten(&self, bound: i128) -> bool {
        self.best.as_ref().is_some_and(|(value, _)| bound <= *value)
    }

    fn rebuild(&mut self) {
        self.spent += self.simplex.work();
        self.simplex = self.scale.simplex(self.model);
    }

    /// Solves the relaxation of a branch; tightens its bound, fixes what the bound decides; nothing when the branch is impossible.
    fn relax(&mut self, node: &mut Node) -> Option<Vec<f64>> {
        for (j, fixed) in node.fixed.iter().enumerate() {
            let (lower, upper) = range(*fixed);
            self.simplex.set_bounds(j, lower as f64, upper as f64);
        }
        if self.simplex.solve(PIVOTS) == Outcome::Infeasible {
            let multipliers = self.scale.multipliers(&self.simplex.certificate(), 1.0);
            if impossible(&self.model.rows, &multipliers.0, &node.fixed) {
                return None;
            }
        }
        let (multipliers, shift) = self.scale.multipliers(&self.simplex.duals(), self.scale.objective);
        let (total, gains) = lagrangian(self.model, &multipliers, shift, &node.fixed);
        node.bound = node.bound.min(total >> shift);
        if let Some((value, _)) = &self.best {
            for (j, gain) in gains.iter().enumerate() {
                // Deciding against the relaxation costs |gain|; when that cannot beat the best, the decision is made.
                if node.fixed[j] < 0 && (total - gain.abs()) >> shift <= *value {
                    node.fixed[j] = i8::from(*gain > 0);
                }
            }
        }
        if node.fixed.iter().all(|f| *f >= 0) {
            let chosen: Vec<bool> = node.fixed.iter().map(|f| *f == 1).collect();
            self.offer(chosen);
            return None;
        }
        Some(self.simplex.values())
    }

    fn offer(&mut self, chosen: Vec<bool>) {
        let value = self.model.value(&chosen);
        if self.best.as_ref().is_none_or(|(best, _)| value > *best) && self.model.feasible(&chosen) {
            self.best = Some((value, chosen));
        }
    }

    /// Tries the relaxation's own choice, and now and then a greedy one that follows it.
    fn round(&mut self, node: &Node, point: &[f64], greedy: bool) {
        let nearest: Vec<bool> = point.iter().map(|x| *x >= 0.5).collect();
        let whole = point.iter().all(|x| (x - x.round()).abs() < 1e-6);
        if whole {
            self.offer(nearest);
        } else if greedy {
            let mut order: Vec<usize> = (0..point.len()).filter(|j| node.fixed[*j] != 0).collect();
            order.sort_by(|a, b| point[*b].total_cmp(&point[*a]).then(self.model.values[*b].cmp(&self.model.values[*a])));
            let chosen = fill(self.model, &order, &node.fixed);
            self.offer(chosen);
        }
    }
}

/// Takes projects in an order as long as no constraint that already held breaks.
#[must_use]
pub fn fill(model: &Model, order: &[usize], fixed: &[i8]) -> Vec<bool> {
    let mut chosen: Vec<bool> = fixed.iter().map(|f| *f == 1).collect();
    let mut used: Vec<i128> = model.rows.iter().map(|row| super::exact::sum(&row.coefficients, &chosen)).collect();
    // A second round takes projects whose prerequisites came later in the order.
    for _ in 0..2 {
        for j in order {
            let fits = |(row, used): (&Row, &i128)| row.coefficients[*j] <= 0 || used + row.coefficients[*j] <= row.limit;
            let helps =
                model.values[*j] > 0 || model.rows.iter().zip(&used).any(|(row, used)| *used > row.limit && row.coefficients[*j] < 0);
            if !chosen[*j] && helps && model.rows.iter().zip(&used).all(fits) {
                chosen[*j] = true;
                for (row, used) in model.rows.iter().zip(&mut used) {
                    *used += row.coefficients[*j];
                }
            }
        }
    }
    chosen
}

fn range(fixed: i8) -> (i128, i128) {
    match fixed {
        0 => (0, 0),
        1 => (1, 1),
        _ => (0, 1),
    }
}

/// 2^`shift` × L(y/2^`shift`), and 2^`shift` × (vⱼ − Σ yᵢaᵢⱼ) by project.
fn lagrangian(model: &Model, y: &[i128], shift: u32, fixed: &[i8]) -> (i128, Vec<i128>) {
    let mut gains: Vec<i128> = model.values.iter().map(|v| v << shift).collect();
    let mut total = 0;
    for (row, y) in model.rows.iter().zip(y).filter(|(_, y)| **y > 0) {
        total += y * row.limit;
        for (gain, a) in gains.iter_mut().zip(&row.coefficients) {
            *gain -= y * a;
        }
    }
    for (gain, fixed) in gains.iter().zip(fixed) {
        let (lower, upper) = range(*fixed);
        total += (gain * lower).max(gain * upper);
    }
    (total, gains)
}

/// Whether no choice satisfies Σ ρᵢ(aᵢ·x) ≤ Σ ρᵢbᵢ, which every choice that meets the constraints does.
fn impossible(rows: &[Row], rho: &[i128], fixed: &[i8]) -> bool {
    let limit: i128 = rows.iter().zip(rho).map(|(row, r)| r * row.limit).sum();
    let least: i128 = (0..fixed.len())
        .map(|j| {
            let a: i128 = rows.iter().zip(rho).map(|(row, r)| r * row.coefficients[j]).sum();
            let (lower, upper) = range(fixed[j]);
            (a * lower).min(a * upper)
        })
        .sum();
    least > limit
}

/// Factors that bring each row and the objective near one for the floating-point relaxation.
struct Scale {
    objective: f64,
    rows: Vec<f64>,
    /// Largest shift that keeps the scaled values within 128 bits.
    room: u32,
    /// Bits a multiplier may have so that sums of its products stay within 128.
    bits: u32,
}

impl Scale {
    fn new(model: &Model) -> Self {
        let most = |numbers: &[i128]| numbers.iter().map(|n| n.unsigned_abs()).max().unwrap_or(0).max(1) as f64;
        let total: i128 = model.values.iter().map(|v| v.abs()).sum();
        let width = |row: &Row| row.limit.abs() + row.coefficients.iter().map(|a| a.abs()).sum::<i128>();
        let widest = model.rows.iter().map(width).max().unwrap_or(0);
        let count = model.rows.len().max(1);
        Self {
            objective: most(&model.values),
            rows: model.rows.iter().map(|row| most(&row.coefficients)).collect(),
            room: total.max(1).leading_zeros().saturating_sub(8).min(100),
            bits: widest.max(1).leading_zeros().saturating_sub(8 + count.ilog2()).min(50),
        }
    }

    fn simplex(&self, model: &Model) -> Simplex {
        let objective: Vec<f64> = model.values.iter().map(|v| *v as f64 / self.objective).collect();
        let rows: Vec<Vec<f64>> =
            (model.rows.iter().zip(&self.rows)).map(|(row, scale)| row.coefficients.iter().map(|a| *a as f64 / scale).collect()).collect();
        let limits: Vec<f64> = model.rows.iter().zip(&self.rows).map(|(row, scale)| row.limit as f64 / scale).collect();
        let n = objective.len();
        Simplex::new(&objective, &rows, &limits, &vec![0.0; n], &vec![1.0; n])
    }

    /// Multipliers of the scaled rows as whole multipliers of the exact ones, times 2^shift; and the shift.
    fn multipliers(&self, scaled: &[f64], objective: f64) -> (Vec<i128>, u32) {
        let plain: Vec<f64> = scaled.iter().zip(&self.rows).map(|(y, row)| y * objective / row).collect();
        let most = plain.iter().copied().fold(0.0, f64::max);
        if !most.is_finite() || most <= 0.0 {
            return (vec![0; plain.len()], 0);
        }
        // As many bits of the largest multiplier as the rows allow, as far as the values leave room.
        let wanted = f64::from(self.bits) - most.log2().ceil();
        let shift = wanted.clamp(0.0, f64::from(self.room)) as u32;
        let (factor, largest) = (2_f64.powi(shift as i32), 2_f64.powi(self.bits as i32));
        (plain.iter().map(|y| (y * factor).round().clamp(0.0, largest) as i128).collect(), shift)
    }
}
