//! Which cells of a table are hidden, so that no figure of few associations can be read or computed. Pure.

use std::collections::BTreeMap;

/// Fewer associations than this are hidden.
pub const LEAST: usize = 5;

/// Which parts of a whole that is known are hidden: those of few, and others until what is hidden together, which is the whole without what is
/// shown, is neither one part nor of few.
pub fn one_way(counts: &[usize]) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..LEAST).contains(count)).collect();
    loop {
        let together: Vec<usize> = counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count).collect();
        if together.is_empty() || (together.len() > 1 && together.iter().sum::<usize>() >= LEAST) {
            return hidden;
        }
        let shown = (0..counts.len()).filter(|part| !hidden[*part] && counts[*part] > 0);
        let Some(smallest) = shown.min_by_key(|part| counts[*part]) else { return hidden };
        hidden[smallest] = true;
    }
}

/// The same for one whole that is parted in two ways; each member is named by its part in either. What is shown of both ways is taken together:
/// no part of few, and no few who share their parts in both ways, can be computed from sums and differences of what is shown.
pub fn two_ways(members: &[(usize, usize)], (first, second): (usize, usize)) -> (Vec<bool>, Vec<bool>) {
    let table = Table::of(members, first, second);
    let few = |count: usize| (1..LEAST).contains(&count);
    let mut hidden: Vec<bool> = table.counts.iter().map(|count| few(*count)).collect();
    while table.tells(&hidden) {
        let shown = (0..hidden.len()).filter(|part| !hidden[*part] && table.counts[*part] > 0);
        // Where nothing is shown but the whole there is nothing left to hide.
        let Some(smallest) = shown.min_by_key(|part| table.counts[*part]) else { break };
        hidden[smallest] = true;
    }
    // What was hidden on the way and tells nothing after all.
    let mut back: Vec<usize> = (0..hidden.len()).filter(|part| hidden[*part] && !few(table.counts[*part])).collect();
    back.sort_by_key(|part| std::cmp::Reverse(table.counts[*part]));
    for part in back {
        hidden[part] = false;
        hidden[part] = table.tells(&hidden);
    }
    let rest = hidden.split_off(first);
    (hidden, rest)
}

/// Members by their parts in two ways; the parts of the second come after those of the first.
struct Table {
    /// Members of each part.
    counts: Vec<usize>,
    /// Each part as a sum over those who share their parts.
    parts: Vec<Vec<u64>>,
    /// What must not follow from what is shown.
    secrets: Vec<Vec<u64>>,
}

impl Table {
    fn of(members: &[(usize, usize)], first: usize, second: usize) -> Self {
        let mut atoms: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let mut counts = vec![0; first + second];
        for (one, other) in members {
            *atoms.entry((*one, *other)).or_default() += 1;
            counts[*one] += 1;
            counts[first + other] += 1;
        }
        let over = |of: &dyn Fn(usize, (usize, usize)) -> bool| -> Vec<u64> {
            atoms.keys().enumerate().map(|(place, atom)| u64::from(of(place, *atom))).collect()
        };
        let parts: Vec<Vec<u64>> = (0..counts.len()).map(|part| over(&|_, (one, other)| one == part || first + other == part)).collect();
        let few = |count: &usize| (1..LEAST).contains(count);
        let alike = atoms.values().enumerate().filter(|(_, count)| few(count)).map(|(place, _)| over(&|other, _| other == place));
        let small: Vec<usize> = (0..counts.len()).filter(|part| few(&counts[*part])).collect();
        let mut secrets: Vec<Vec<u64>> = small.iter().map(|part| parts[*part].clone()).chain(alike).collect();
        // The small parts of one way may be few even together.
        for way in [0..first, first..counts.len()] {
            let small: Vec<usize> = small.iter().copied().filter(|part| way.contains(part)).collect();
            if few(&small.iter().map(|part| counts[*part]).sum()) {
                secrets.push(over(&|_, (one, other)| small.contains(&one) || small.contains(&(first + other))));
            }
        }
        Self { counts, parts, secrets }
    }

    /// Whether a secret follows from the whole and what is shown.
    fn tells(&self, hidden: &[bool]) -> bool {
        let mut space = Space::default();
        space.add(vec![1; self.parts.first().map_or(0, Vec::len)]);
        for (part, _) in self.parts.iter().zip(hidden).filter(|(_, hidden)| !**hidden) {
            space.add(part.clone());
        }
        self.secrets.iter().any(|secret| space.holds(secret.clone()))
    }
}

/// The sums that follow from some sums, over the whole numbers below a prime: what does not follow there does not follow at all.
#[derive(Default)]
struct Space(Vec<(usize, Vec<u64>)>);

const PRIME: u64 = (1 << 31) - 1;

fn inverse(value: u64) -> u64 {
    let (mut base, mut power, mut result) = (value % PRIME, PRIME - 2, 1);
    while power > 0 {
        if power % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        power /= 2;
    }
    result
}

impl Space {
    /// A sum without what follows from those that are there.
    fn rest(&self, mut sum: Vec<u64>) -> Vec<u64> {
        for (place, known) in &self.0 {
            let times = sum[*place];
            if times > 0 {
                sum.iter_mut().zip(known).for_each(|(one, other)| *one = (*one + (PRIME - times) * other) % PRIME);
            }
        }
        sum
    }
    fn add(&mut self, sum: Vec<u64>) {
        let mut rest = self.rest(sum);
        let Some(place) = rest.iter().position(|value| *value > 0) else { return };
        let by = inverse(rest[place]);
        rest.iter_mut().for_each(|value| *value = *value * by % PRIME);
        self.0.push((place, rest));
    }
    fn holds(&self, sum: Vec<u64>) -> bool {
        self.rest(sum).iter().all(|value| *value == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_hidden_and_so_is_what_would_tell_them() {
        assert_eq!(one_way(&[10, 6, 5]), [false; 3]);
        assert_eq!(one_way(&[10, 6, 2]), [false, true, true], "ten and the whole would tell the two");
        assert_eq!(one_way(&[10, 6, 2, 1]), [false, true, true, true], "two and one are still few together");
        assert_eq!(one_way(&[10, 4, 3]), [false, true, true], "seven together tell neither");
        assert_eq!(one_way(&[10, 0, 3]), [true, false, true], "nobody is nobody");
        assert_eq!(one_way(&[3]), [true]);
        assert_eq!(one_way(&[]), Vec::<bool>::new());
    }

    #[test]
    fn a_difference_between_the_two_ways_tells_nobody() {
        // Ten of the first wilaya work clay and one weaves; seven of the second weave: clay alone would tell the sales of the one.
        let mut members = vec![(0, 0); 10];
        members.push((0, 1));
        members.extend([(1, 1); 7]);
        assert_eq!(one_way(&[11, 7]), [false; 2]);
        assert_eq!(one_way(&[10, 8]), [false; 2], "either way alone is fine");
        let (wilayas, crafts) = two_ways(&members, (2, 2));
        assert_eq!((wilayas, crafts), (vec![false; 2], vec![true; 2]));
    }

    #[test]
    fn what_tells_nobody_is_shown() {
        let members: Vec<(usize, usize)> = (0..40).map(|number| (number % 2, number / 20)).collect();
        assert_eq!(two_ways(&members, (2, 2)), (vec![false; 2], vec![false; 2]));
        assert_eq!(two_ways(&[], (0, 0)), (Vec::new(), Vec::new()));
    }

    #[test]
    fn nothing_hidden_follows_from_what_is_shown_whoever_takes_part() {
        let mut chance = 7_u64;
        let mut next = |below: u64| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from((chance >> 33) % below).unwrap_or_default()
        };
        for _ in 0..200 {
            let members: Vec<(usize, usize)> = (0..next(60)).map(|_| (next(5), next(4))).collect();
            let (first, second) = two_ways(&members, (5, 4));
            let all = |way: &[bool], of: &dyn Fn(&(usize, usize)) -> usize| -> Vec<usize> {
                (0..way.len()).filter(|part| way[*part]).map(|part| members.iter().filter(|one| of(one) == part).count()).collect()
            };
            for together in [all(&first, &|one| one.0), all(&second, &|one| one.1)] {
                let sum: usize = together.iter().sum();
                assert!(together.is_empty() || sum >= LEAST || sum == members.len(), "{together:?} of {}", members.len());
            }
        }
    }
}
