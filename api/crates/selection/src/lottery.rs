//! The lottery between equals: anybody can draw it again from the published seed.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The lottery key of an `id`: the SHA-256 of the UTF-8 text `seed`, a line feed, `id`, as 64 lower-case hexadecimal digits.
///
/// The lower key comes first. `printf '%s\n%s' "$SEED" "$ID" | sha256sum` prints the same.
#[must_use]
pub fn lottery_key(seed: &str, id: &str) -> String {
    let digest = Sha256::new().chain_update(seed).chain_update("\n").chain_update(id).finalize();
    digest.iter().fold(String::with_capacity(64), |mut key, byte| {
        // Writing to a string cannot fail.
        let _ = write!(key, "{byte:02x}");
        key
    })
}
