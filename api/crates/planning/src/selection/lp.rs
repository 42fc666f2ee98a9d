//! Linear programmes with bounded variables, by the dual simplex method on a dense dictionary.
//!
//! Maximise c·x subject to A·x ≤ b and l ≤ x ≤ u, every bound finite. Because each variable has both bounds, the basis
//! of slacks is dual feasible once each variable sits at the bound its cost prefers, and no first phase is needed; after a bound
//! changes, the last basis is dual feasible still. Source: C. E. Lemke, *The dual method of solving the linear
//! programming problem* (1954); V. Chvátal, *Linear Programming* (1983), chapters 8 and 10 for dictionaries and bounds.

/// How a solve ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// An optimum was found.
    Optimal,
    /// No point satisfies the constraints; see [`Simplex::certificate`].
    Infeasible,
    /// The allowed number of pivots was used up.
    Limit,
}

/// Differences below this are rounding.
const EPSILON: f64 = 1e-9;
/// Pivots in a row without progress before the choice follows Bland's rule, which cannot cycle.
const PATIENCE: usize = 200;

/// A linear programme and the dictionary of its current basis: x_B = β − α·x_N, z = z₀ + d·x_N.
#[derive(Debug, Clone)]
pub struct Simplex {
    rows: usize,
    columns: usize,
    alpha: Vec<f64>,
    beta: Vec<f64>,
    reduced: Vec<f64>,
    /// Variable in each row; those from `columns` on are slacks.
    basic: Vec<usize>,
    /// Variable in each column.
    nonbasic: Vec<usize>,
    at_upper: Vec<bool>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    /// Current values of the basic variables.
    value: Vec<f64>,
    /// The row that proved infeasibility and whether its variable lies below its lower bound.
    stuck: Option<(usize, bool)>,
    /// Entries updated so far: the measure of work, the same on every machine.
    work: u64,
}

impl Simplex {
    /// A programme in its first dictionary.
    #[must_use]
    pub fn new(objective: &[f64], rows: &[Vec<f64>], limits: &[f64], lower: &[f64], upper: &[f64]) -> Self {
        let (m, n) = (rows.len(), objective.len());
        let mut all_lower = lower.to_vec();
        all_lower.resize(n + m, 0.0);
        let mut all_upper = upper.to_vec();
        all_upper.resize(n + m, f64::INFINITY);
        Self {
            rows: m,
            columns: n,
            alpha: rows.concat(),
            beta: limits.to_vec(),
            reduced: objective.to_vec(),
            basic: (n..n + m).collect(),
            nonbasic: (0..n).collect(),
            at_upper: vec![false; n],
            lower: all_lower,
            upper: all_upper,
            value: vec![0.0; m],
            stuck: None,
            work: 0,
        }
    }

    /// Changes the bounds of a variable; the next [`Simplex::solve`] goes on from the current basis.
    pub fn set_bounds(&mut self, variable: usize, lower: f64, upper: f64) {
        self.lower[variable] = lower;
        self.upper[variable] = upper;
    }

    /// Entries of the dictionary updated so far.
    #[must_use]
    pub fn work(&self) -> u64 {
        self.work
    }

    /// Solves, with at most `limit` pivots.
    pub fn solve(&mut self, limit: usize) -> Outcome {
        self.stuck = None;
        for column in 0..self.columns {
            let variable = self.nonbasic[column];
            self.at_upper[column] =
                self.upper[variable].is_finite() && (self.reduced[column] > 0.0 || (self.reduced[column] == 0.0 && self.at_upper[column]));
        }
        let mut still = 0;
        for _ in 0..limit {
            self.refresh();
            let bland = still > PATIENCE;
            let Some((row, below)) = self.leaving(bland) else {
                return Outcome::Optimal;
            };
            let Some((column, ratio)) = self.entering(row, below, bland) else {
                self.stuck = Some((row, below));
                return Outcome::Infeasible;
            };
            still = if ratio > EPSILON { 0 } else { still + 1 };
            self.pivot(row, column);
            self.at_upper[column] = !below;
        }
        Outcome::Limit
    }

    /// Value of each of the original variables.
    #[must_use]
    pub fn values(&self) -> Vec<f64> {
        let mut values = vec![0.0; self.columns];
        for column in 0..self.columns {
            if self.nonbasic[column] < self.columns {
                values[self.nonbasic[column]] = self.rest(column);
            }
        }
        for row in 0..self.rows {
            if self.basic[row] < self.columns {
                values[self.basic[row]] = self.value[row];
            }
        }
        values
    }

    /// The multiplier (shadow price) of each constraint, not negative.
    #[must_use]
    pub fn duals(&self) -> Vec<f64> {
        let mut duals = vec![0.0; self.rows];
        for column in 0..self.columns {
            if self.nonbasic[column] >= self.columns {
                duals[self.nonbasic[column] - self.columns] = (-self.reduced[column]).max(0.0);
            }
        }
        duals
    }

    /// After [`Outcome::Infeasible`]: multipliers, not negative, of constraints whose combination no point within the bounds satisfies (Farkas).
    #[must_use]
    pub fn certificate(&self) -> Vec<f64> {
        let mut multipliers = vec![0.0; self.rows];
        let Some((row, below)) = self.stuck else {
            return multipliers;
        };
        let sign = if below { 1.0 } else { -1.0 };
        for column in 0..self.columns {
            if self.nonbasic[column] >= self.columns {
                let entry = sign * self.alpha[row * self.columns + column];
                multipliers[self.nonbasic[column] - self.columns] = entry.max(0.0);
            }
        }
        if self.basic[row] >= self.columns && below {
            multipliers[self.basic[row] - self.columns] = 1.0;
        }
        multipliers
    }

    fn rest(&self, column: usize) -> f64 {
        let variable = self.nonbasic[column];
        if self.at_upper[column] { self.upper[variable] } else { self.lower[variable] }
    }

    fn refresh(&mut self) {
        let rests: Vec<f64> = (0..self.columns).map(|c| self.rest(c)).collect();
        for row in 0..self.rows {
            let entries = &self.alpha[row * self.columns..(row + 1) * self.columns];
            self.value[row] = self.beta[row] - entries.iter().zip(&rests).map(|(a, x)| a * x).sum::<f64>();
        }
        self.work += (self.rows * self.columns) as u64;
    }

    /// The row furthest outside its bounds, and whether it is below.
    fn leaving(&self, bland: bool) -> Option<(usize, bool)> {
        let mut worst: Option<(usize, bool, f64)> = None;
        for row in 0..self.rows {
            let (variable, value) = (self.basic[row], self.value[row]);
            let below = self.lower[variable] - value;
            let above = value - self.upper[variable];
            let gap = below.max(above);
            let scale = EPSILON * (1.0 + value.abs());
            let better = match worst {
                None => true,
                Some((other, _, _)) if bland => variable < self.basic[other],
                Some((_, _, most)) => gap > most,
            };
            if gap > scale && better {
                worst = Some((row, below > above, gap));
            }
        }
        worst.map(|(row, below, _)| (row, below))
    }

    /// The column that keeps the basis dual feasible, and its ratio.
    fn entering(&self, row: usize, below: bool, bland: bool) -> Option<(usize, f64)> {
        let entries = &self.alpha[row * self.columns..(row + 1) * self.columns];
        let mut best: Option<(usize, f64, f64)> = None;
        for (column, entry) in entries.iter().enumerate() {
            let variable = self.nonbasic[column];
            if entry.abs() <= EPSILON || self.lower[variable] >= self.upper[variable] {
                continue;
            }
            // x_B must rise when below: x_N rises against a negative entry, or falls against a positive one.
            let helps = if self.at_upper[column] == below { *entry > 0.0 } else { *entry < 0.0 };
            if !helps {
                continue;
            }
            let ratio = (self.reduced[column] / entry).abs();
            let better = match best {
                None => true,
                Some((other, least, _)) if bland => ratio < least || (ratio == least && variable < self.nonbasic[other]),
                Some((_, least, size)) => ratio < least - EPSILON || (ratio < least + EPSILON && entry.abs() > size),
            };
            if better {
                best = Some((column, ratio, entry.abs()));
            }
        }
        best.map(|(column, ratio, _)| (column, ratio))
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let n = self.columns;
        let inverse = 1.0 / self.alpha[row * n + column];
        let mut pivot_row: Vec<f64> = self.alpha[row * n..(row + 1) * n].iter().map(|a| a * inverse).collect();
        pivot_row[column] = inverse;
        let level = self.beta[row] * inverse;
        for other in 0..self.rows {
            if other == row {
                continue;
            }
            let entries = &mut self.alpha[other * n..(other + 1) * n];
            let factor = entries[column];
            if factor == 0.0 {
                continue;
            }
            entries[column] = 0.0;
            for (entry, p) in entries.iter_mut().zip(&pivot_row) {
                *entry -= factor * p;
            }
            self.beta[other] -= factor * level;
        }
        let factor = self.reduced[column];
        self.reduced[column] = 0.0;
        for (d, p) in self.reduced.iter_mut().zip(&pivot_row) {
            *d -= factor * p;
        }
        self.alpha[row * n..(row + 1) * n].copy_from_slice(&pivot_row);
        self.beta[row] = level;
        std::mem::swap(&mut self.basic[row], &mut self.nonbasic[column]);
        self.work += (self.rows * n) as u64;
    }
}
