//! Activities by name.
//!
//! Reading the links of a large network is mostly looking up names. A name of up to fifteen bytes is kept in the table
//! itself, as a number, so that finding it does not visit the text of the activity. Hashes are seeded at random: no choice of names makes the table slow.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// Names and the indexes of their activities.
#[derive(Debug, Default)]
pub struct Names<'a> {
    short: HashMap<u128, u32, RandomState>,
    long: HashMap<&'a str, u32, RandomState>,
}

/// The bytes of a short name and, in the last, its length: different names give different numbers.
fn packed(name: &str) -> Option<u128> {
    let bytes = name.as_bytes();
    let mut block = [0; 16];
    block.get_mut(..bytes.len()).filter(|_| bytes.len() < 16)?.copy_from_slice(bytes);
    block[15] = bytes.len() as u8;
    Some(u128::from_le_bytes(block))
}

impl<'a> Names<'a> {
    /// The names in order; the index of the first that repeats an earlier one.
    ///
    /// # Errors
    /// The index of a repeated name.
    pub fn new(names: impl ExactSizeIterator<Item = &'a str>) -> Result<Self, usize> {
        let mut table = Self::default();
        table.short.reserve(names.len());
        for (index, name) in (0_u32..).zip(names) {
            let repeated = match packed(name) {
                Some(number) => table.short.insert(number, index),
                None => table.long.insert(name, index),
            };
            if repeated.is_some() {
                return Err(index as usize);
            }
        }
        Ok(table)
    }

    /// The index of a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<u32> {
        match packed(name) {
            Some(number) => self.short.get(&number).copied(),
            None => self.long.get(name).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_of_every_length_are_found_and_told_apart() {
        let names: Vec<String> = (0..40).map(|n| "x".repeat(n)).chain(["é".into(), "x\0".into(), "ورشة".into()]).collect();
        let table = Names::new(names.iter().map(String::as_str)).unwrap_or_default();
        for (index, name) in names.iter().enumerate() {
            assert_eq!(table.find(name), Some(index as u32), "{name:?}");
        }
        assert_eq!(table.find("x\0\0"), None);
        assert_eq!(table.find("y"), None);
        let twice = ["a", "b", "a"];
        assert_eq!(Names::new(twice.into_iter()).err(), Some(2));
    }
}
