//! The exact part: as many applications as possible on stands that suit them, and then the most points.
//!
//! Shortest augmenting paths with potentials over the pairs that suit (R. Jonker and A. Volgenant 1987). An application can also stay without: a stand is worth
//! more than all points that could be lost for it, so as few as possible do.

use super::prepare::Prepared;
use super::score::Table;

const NOBODY: usize = usize::MAX;
const FAR: i64 = i64::MAX / 4;

/// The stand of each application; locked ones keep theirs.
pub fn assign(prepared: &Prepared<'_>, table: &Table) -> Vec<Option<usize>> {
    let mut stands: Vec<Option<usize>> = prepared.applicants.iter().map(|applicant| applicant.lock).collect();
    let mut is_open: Vec<bool> = prepared.sites.iter().map(|site| !site.closed).collect();
    stands.iter().flatten().for_each(|stand| is_open[*stand] = false);
    let open: Vec<usize> = (0..is_open.len()).filter(|s| is_open[*s]).collect();
    let loose: Vec<usize> = (0..stands.len()).filter(|a| stands[*a].is_none()).collect();
    let points: Vec<Vec<Option<i64>>> = loose.iter().map(|a| open.iter().map(|s| table.get(*a, *s)).collect()).collect();
    for (a, column) in loose.into_iter().zip(best_assignment(&points, open.len())) {
        stands[a] = column.map(|column| open[column]);
    }
    stands
}

/// For each row one of the columns it has points for, no column twice: as many rows as possible, and of those ways one with the largest sum.
fn best_assignment(points: &[Vec<Option<i64>>], columns: usize) -> Vec<Option<usize>> {
    let largest = points.iter().flatten().flatten().map(|points| points.abs()).max().unwrap_or(0);
    let rows = points.len();
    // One more row outweighs the largest difference of two sums.
    let placed = 2 * largest * i64::try_from(rows).unwrap_or(i64::MAX / 2) + 1;
    let cost = |points: &Option<i64>| points.map_or(FAR, |points| -placed - points);
    let mut search = Search {
        costs: points.iter().map(|row| row.iter().map(cost).collect()).collect(),
        row_price: vec![0; rows],
        column_price: vec![0; columns],
        column_of: vec![NOBODY; rows],
        row_of: vec![NOBODY; columns],
    };
    (0..rows).for_each(|row| search.place(row));
    search.column_of.into_iter().map(|column| (column != NOBODY).then_some(column)).collect()
}

struct Search {
    /// The cost of each row in each column; that of staying without is 0.
    costs: Vec<Vec<i64>>,
    row_price: Vec<i64>,
    column_price: Vec<i64>,
    column_of: Vec<usize>,
    row_of: Vec<usize>,
}

impl Search {
    /// Places one more row along the shortest path: others may move, and one may stay without.
    fn place(&mut self, row: usize) {
        let columns = self.row_of.len();
        // The columns that are not reached for good, with the shortest way found so far: its length, and the row it comes from.
        let mut rest: Vec<(usize, i64, usize)> = (0..columns).map(|column| (column, FAR, NOBODY)).collect();
        let mut from = vec![NOBODY; columns];
        let mut visited: Vec<(usize, i64)> = Vec::new();
        // The shortest way for a row to stay without; of equal ones that of the last row.
        let mut without = (FAR, NOBODY);
        let (mut at, mut length) = (row, 0);
        let end = loop {
            visited.push((at, length));
            let base = length - self.row_price[at];
            if base < without.0 || (base == without.0 && at > without.1) {
                without = (base, at);
            }
            let (costs, mut next) = (&self.costs[at], (FAR, true, NOBODY, NOBODY));
            for (place, (column, distance, origin)) in rest.iter_mut().enumerate() {
                let through = base.saturating_add(costs[*column]) - self.column_price[*column];
                if through < *distance && costs[*column] < FAR {
                    (*distance, *origin) = (through, at);
                }
                // Of equal ones a free column ends the search; then the first.
                let key = (*distance, self.row_of[*column] != NOBODY, *column, place);
                if key < next {
                    next = key;
                }
            }
            let (distance, _, column, place) = next;
            if without.0 <= distance {
                length = without.0;
                break NOBODY;
            }
            from[column] = rest.swap_remove(place).2;
            length = distance;
            if self.row_of[column] == NOBODY {
                break column;
            }
            at = self.row_of[column];
        };
        for (row, reached) in visited {
            self.row_price[row] += length - reached;
            if let Some(price) = self.column_price.get_mut(self.column_of[row]) {
                *price -= length - reached;
            }
        }
        let mut column = end;
        if end == NOBODY {
            column = std::mem::replace(&mut self.column_of[without.1], NOBODY);
        }
        while column != NOBODY {
            let row = from[column];
            self.row_of[column] = row;
            column = std::mem::replace(&mut self.column_of[row], column);
        }
    }
}
