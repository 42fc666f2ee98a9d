//! The border between selected and waiting: whom each waiting candidate would have to pass, and where only the lottery decided.
//!
//! A waiting candidate can stand in for exactly those selected ones whose seat it could take, directly or after others move on, with as many
//! reserved seats filled as before (its fundamental circuit in the elongation). It is selected as soon as it comes before the last of them. The
//! lottery decided about a candidate when it can stand in for, or be stood in for by, one of the same score on the other side.

use super::Standing;
use super::prepare::Prepared;
use super::seats::Seats;
use crate::bits::Bits;

/// Where the border runs.
pub(crate) struct Border {
    /// By candidate, for the waiting ones: the last selected one it can stand in for.
    pub behind: Vec<Option<usize>>,
    /// By candidate: whether another lottery could have decided otherwise.
    pub by_lottery: Vec<bool>,
}

/// Draws the border of a set the rule has selected.
pub(crate) fn border(prepared: &Prepared<'_>, standings: &[Standing], seats: &Seats<'_>) -> Border {
    let reach = seats.reach();
    let on_open_seat = |c: usize| standings[c] == Standing::Selected && seats.under(c).is_none();
    // Whoever takes an open seat leaves its holder free to take a reserved one instead.
    let (mut from_open, mut last_open) = (Bits::new(prepared.quotas.len()), None);
    for c in (0..standings.len()).filter(|c| on_open_seat(*c)) {
        prepared.candidates[c].quotas.iter().for_each(|quota| from_open.add(&reach[quota]));
        last_open = Some(c);
    }
    let reached = |c: usize| {
        let mut quotas = from_open.clone();
        prepared.candidates[c].quotas.iter().for_each(|quota| quotas.add(&reach[quota]));
        quotas
    };
    let mut border = Border { behind: vec![None; standings.len()], by_lottery: vec![false; standings.len()] };
    let mut start = 0;
    for equals in prepared.candidates.chunk_by(|a, b| a.score == b.score) {
        let places = start..start + equals.len();
        start = places.end;
        let waiting: Vec<(usize, Bits)> = places.clone().filter(|c| standings[*c] == Standing::Waiting).map(|c| (c, reached(c))).collect();
        let mut by_any = Bits::new(prepared.quotas.len());
        for (c, quotas) in &waiting {
            by_any.add(quotas);
            border.behind[*c] = quotas.iter().filter_map(|quota| seats.holders(quota).last().copied()).chain(last_open).max();
        }
        if waiting.is_empty() {
            continue;
        }
        let selected = |c: &usize| standings[*c] == Standing::Selected;
        for c in places.clone().filter(selected) {
            border.by_lottery[c] = seats.under(c).is_none_or(|quota| by_any.contains(quota));
        }
        let open_equal = places.clone().any(on_open_seat);
        let mut held = Bits::new(prepared.quotas.len());
        places.clone().filter(selected).filter_map(|c| seats.under(c)).for_each(|quota| held.insert(quota));
        for (c, quotas) in &waiting {
            border.by_lottery[*c] = open_equal || quotas.iter().any(|quota| held.contains(quota));
        }
    }
    border
}
