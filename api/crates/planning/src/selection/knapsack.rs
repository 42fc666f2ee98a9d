//! One budget and nothing else: dynamic programming over undominated states.
//!
//! After each project only states no other beats in both cost and value are kept, and of those only the ones whose
//! best completion (fractional filling of the budget, Dantzig's bound) beats the best choice known. Sources: G. L. Nemhauser and Z. Ullmann, *Discrete
//! dynamic programming and capital allocation* (1969); G. B. Dantzig, *Discrete-variable extremum problems* (1957).

use super::branch::Search;

/// A state: cost, value, and the way it was reached.
#[derive(Debug, Clone, Copy)]
struct State {
    cost: i128,
    value: i128,
    /// Index into the trail, plus one; zero for the empty choice.
    trail: u32,
}

/// Exact optimum for one budget with costs that are not negative; nothing when more than `limit` states are needed.
#[must_use]
pub fn solve(values: &[i128], costs: &[i128], budget: i128, limit: usize) -> Option<Search> {
    let n = values.len();
    let mut chosen = vec![false; n];
    // What is free and worth something is always taken; what is worth nothing or too dear never.
    let mut order: Vec<usize> = Vec::new();
    for j in 0..n {
        if values[j] > 0 && costs[j] == 0 {
            chosen[j] = true;
        } else if values[j] > 0 && costs[j] <= budget {
            order.push(j);
        }
    }
    order.sort_by(|a, b| (values[*b] * costs[*a]).cmp(&(values[*a] * costs[*b])).then(a.cmp(b)));
    let free: i128 = (0..n).filter(|j| chosen[*j]).map(|j| values[j]).sum();
    let running = |numbers: &[i128]| {
        let sums = order.iter().scan(0, |sum, j| {
            *sum += numbers[*j];
            Some(*sum)
        });
        std::iter::once(0).chain(sums).collect::<Vec<i128>>()
    };
    let (cost_before, value_before) = (running(costs), running(values));
    let bound = |from: usize, cost: i128, value: i128| {
        let left = budget - cost;
        let whole = cost_before.partition_point(|c| *c <= cost_before[from] + left) - 1;
        let total = value + value_before[whole] - value_before[from];
        order.get(whole).map_or(total, |j| total + values[*j] * (left + cost_before[from] - cost_before[whole]) / costs[*j])
    };
    let root_bound = bound(0, 0, 0);
    let mut best = (0_i128, 0_u32);
    let mut trail: Vec<(u32, u32)> = Vec::new();
    let mut states = vec![State { cost: 0, value: 0, trail: 0 }];
    let (mut examined, mut known) = (0_u64, greedy(&order, values, costs, budget));
    for (position, j) in order.iter().enumerate() {
        let mut merged: Vec<State> = Vec::with_capacity(states.len() * 2);
        let mut taken: Vec<State> = Vec::with_capacity(states.len());
        for state in states.iter().filter(|s| s.cost + costs[*j] <= budget) {
            trail.push((state.trail, *j as u32));
            let trail = u32::try_from(trail.len()).ok()?;
            taken.push(State { cost: state.cost + costs[*j], value: state.value + values[*j], trail });
        }
        if trail.len() > limit {
            return None;
        }
        let (mut a, mut b) = (states.iter().peekable(), taken.iter().peekable());
        while let Some(state) = match (a.peek(), b.peek()) {
            (Some(x), Some(y)) if (x.cost, -x.value) <= (y.cost, -y.value) => a.next(),
            (_, Some(_)) => b.next(),
            (_, None) => a.next(),
        } {
            if merged.last().is_none_or(|last| state.value > last.value) {
                merged.push(*state);
            }
        }
        examined += merged.len() as u64;
        for state in &merged {
            if state.value > best.0 {
                best = (state.value, state.trail);
            }
        }
        known = known.max(best.0);
        merged.retain(|s| {
            let most = bound(position + 1, s.cost, s.value);
            most >= known && most > best.0
        });
        states = merged;
    }
    let mut at = best.1;
    while let Some((before, project)) = (at as usize).checked_sub(1).and_then(|i| trail.get(i)) {
        chosen[*project as usize] = true;
        at = *before;
    }
    let value = best.0 + free;
    Some(Search {
        best: Some(chosen),
        value: Some(value),
        bound: Some(value),
        root_bound: Some(root_bound + free),
        nodes: examined,
        complete: true,
    })
}

fn greedy(order: &[usize], values: &[i128], costs: &[i128], budget: i128) -> i128 {
    let (mut left, mut total) = (budget, 0);
    for j in order {
        if costs[*j] <= left {
            left -= costs[*j];
            total += values[*j];
        }
    }
    total
}
