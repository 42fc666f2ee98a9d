//! Sets of small whole numbers, one bit each.

/// A set of numbers below a bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// The empty set of numbers below `bound`.
    pub fn new(bound: usize) -> Self {
        Self(vec![0; bound.div_ceil(64)])
    }

    pub fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    pub fn remove(&mut self, number: usize) {
        self.0[number / 64] &= !(1 << (number % 64));
    }

    pub fn contains(&self, number: usize) -> bool {
        self.0[number / 64] >> (number % 64) & 1 == 1
    }

    pub fn clear(&mut self) {
        self.0.fill(0);
    }

    pub fn add(&mut self, others: &Self) {
        self.0.iter_mut().zip(&others.0).for_each(|(own, other)| *own |= other);
    }

    /// Whether all its numbers are among the others.
    pub fn within(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).all(|(own, other)| own & !other == 0)
    }

    /// Adds `others`, and tells each number that was not there before, in ascending order.
    pub fn add_telling(&mut self, others: &Self, mut tell: impl FnMut(usize)) {
        for (word, (own, other)) in self.0.iter_mut().zip(&others.0).enumerate() {
            let mut fresh = other & !*own;
            *own |= fresh;
            while fresh != 0 {
                tell(word * 64 + fresh.trailing_zeros() as usize);
                fresh &= fresh - 1;
            }
        }
    }

    /// The numbers in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(word, bits)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let number = (left != 0).then(|| word * 64 + left.trailing_zeros() as usize);
                left &= left.wrapping_sub(1);
                number
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_back_its_numbers_in_ascending_order() {
        let mut bits = Bits::new(200);
        for number in [199, 0, 63, 64, 127, 128, 5] {
            bits.insert(number);
        }
        bits.remove(127);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 5, 63, 64, 128, 199]);
        let mut fewer = bits.clone();
        fewer.remove(199);
        assert!(fewer.within(&bits) && !bits.within(&fewer));
        assert!(bits.contains(64) && !bits.contains(127) && !bits.contains(1));
    }

    #[test]
    fn only_what_is_new_is_told() {
        let (mut bits, mut others, mut told) = (Bits::new(70), Bits::new(70), Vec::new());
        bits.insert(3);
        others.insert(3);
        others.insert(69);
        bits.add_telling(&others, |number| told.push(number));
        assert_eq!(told, [69]);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [3, 69]);
    }
}
