//! Fixed identifiers: UUID v7 whose clock is a counter from a fixed instant, so that they are the same in every database and
//! tell generated rows from all others.

use uuid::Uuid;

/// 1 January 2025, in milliseconds since the epoch.
const START: u64 = 1_735_689_600_000;

fn counted(kind: u8, number: u64) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(START + number, &[0, 0, 0, 0, 0, 0, 0, 0, 0, kind]).into_uuid()
}

/// Of the association of a number.
pub fn association(number: u64) -> Uuid {
    counted(1, number)
}
/// Of a person.
pub fn person(number: usize) -> Uuid {
    counted(2, number as u64)
}
/// Of a role a person holds.
pub fn grant(number: usize) -> Uuid {
    counted(3, number as u64)
}
/// Of a proposal.
pub fn proposal(number: usize) -> Uuid {
    counted(4, number as u64)
}

/// The number an identifier was made from.
pub fn number(id: Uuid) -> u64 {
    let millis = u64::from_be_bytes(id.as_bytes()[..8].try_into().unwrap_or_default()) >> 16;
    millis.saturating_sub(START)
}
