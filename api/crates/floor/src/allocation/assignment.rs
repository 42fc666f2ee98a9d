//! The exact part: as many applications as possible on stands that suit them, and then the most points.
//!
//! Shortest augmenting paths with potentials over the pairs that suit (R. Jonker and A. Volgenant 1987). Each application can also go to a place of its own that
//! is no stand; a stand is worth more than all points that could be lost for it, so as few as possible go there.

use super::prepare::Prepared;
use super::score::Table;

const NOBODY: usize = usize::MAX;
const FAR: i64 = i64::MAX / 4;

/// The stand of each application; locked ones keep theirs.
pub fn assign(prepared: &Prepared<'_>, table: &Table) -> Vec<Option<usize>> {
    let mut stands: Vec<Option<usize>> = prepared.applicants.iter().map(|applicant| applicant.lock).collect();
    let mut open: Vec<bool> = prepared.sites.iter().map(|site| !site.closed).collect();
    stands.iter().flatten().for_each(|stand| open[*stand] = false);
    let loose: Vec<usize> = (0..stands.len()).filter(|a| stands[*a].is_none()).collect();
    let pairs_of = |a: &usize| (0..open.len()).filter(|s| open[*s]).filter_map(|s| Some((s, table.get(*a, s)?))).collect();
    let pairs: Vec<Vec<(usize, i64)>> = loose.iter().map(pairs_of).collect();
    for (a, stand) in loose.into_iter().zip(best_assignment(&pairs, open.len())) {
        stands[a] = stand;
    }
    stands
}

/// For each row one of its columns, no column twice: as many rows as possible, and of those ways one with the largest sum.
fn best_assignment(pairs: &[Vec<(usize, i64)>], columns: usize) -> Vec<Option<usize>> {
    let largest = pairs.iter().flatten().map(|(_, points)| points.abs()).max().unwrap_or(0);
    let rows = pairs.len();
    // One more row outweighs the largest difference of two sums.
    let placed = 2 * largest * i64::try_from(rows).unwrap_or(i64::MAX / 2) + 1;
    let mut search = Search {
        costs: pairs.iter().map(|row| row.iter().map(|(column, points)| (*column, -placed - points)).collect()).collect(),
        columns,
        row_price: vec![0; rows],
        column_price: vec![0; columns + rows],
        holder: vec![NOBODY; columns + rows],
    };
    (0..rows).for_each(|row| search.place(row));
    let mut result = vec![None; rows];
    for (column, row) in search.holder[..columns].iter().enumerate().filter(|(_, row)| **row != NOBODY) {
        result[*row] = Some(column);
    }
    result
}

struct Search {
    /// The columns of each row with their costs.
    costs: Vec<Vec<(usize, i64)>>,
    columns: usize,
    row_price: Vec<i64>,
    /// The columns, and after them a place of its own for each row.
    column_price: Vec<i64>,
    holder: Vec<usize>,
}

impl Search {
    /// Who comes first among equals: the first stand, and then the last application to go without one.
    fn rank(&self, column: usize) -> usize {
        if column < self.columns { column } else { usize::MAX - column }
    }

    /// Places one more row along the shortest path; others may move.
    fn place(&mut self, row: usize) {
        let all = self.holder.len();
        let (mut distance, mut from, mut done) = (vec![FAR; all], vec![NOBODY; all], vec![false; all]);
        let (mut reached, mut finished): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
        let (mut at, mut length, mut column) = (row, 0, NOBODY);
        let end = loop {
            let own_place = (self.columns + at, 0);
            for &(to, cost) in self.costs[at].iter().chain([&own_place]) {
                let through = length + cost - self.row_price[at] - self.column_price[to];
                if !done[to] && through < distance[to] {
                    if distance[to] == FAR {
                        reached.push(to);
                    }
                    distance[to] = through;
                    from[to] = column;
                }
            }
            finished.push((at, column));
            // The own place is always there, so there is a next one.
            let Some(&next) = reached.iter().filter(|to| !done[**to]).min_by_key(|to| (distance[**to], self.rank(**to))) else { return };
            (length, column) = (distance[next], next);
            done[next] = true;
            if self.holder[next] == NOBODY {
                break next;
            }
            at = self.holder[next];
        };
        for (row, column) in finished {
            let before = if column == NOBODY { 0 } else { distance[column] };
            self.row_price[row] += length - before;
            if column != NOBODY {
                self.column_price[column] -= length - before;
            }
        }
        let mut column = end;
        while column != NOBODY {
            let before = from[column];
            self.holder[column] = if before == NOBODY { row } else { self.holder[before] };
            column = before;
        }
    }
}
