//! Codes of badges, clocks of devices, and what a later entry makes of presence. Pure but for the secret it is given.

use crate::kernel::access::secret::Sealer;
use crate::kernel::db::types::Instant;
use crate::resources::calls::ApplicationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::id_type!(/// An entry of the check-in list; the device chooses it.
    CheckInId);

crate::text_enum! {
    /// Which way somebody went.
    pub enum CheckInDirection {
        /// In.
        In = "in",
        /// Out.
        Out = "out",
    }
}

crate::text_enum! {
    /// How a badge was found.
    pub enum CheckInMethod {
        /// Its QR code was read.
        Qr = "qr",
        /// By hand, in the list.
        Manual = "manual",
    }
}

crate::text_enum! {
    /// Why an entry was not taken.
    pub enum CheckInRefusal {
        /// No badge of this event has the code.
        UnknownCode = "unknown_code",
        /// The application has no seat any more.
        NoSeat = "no_seat",
        /// Not on a day of the event, nor on the day before it.
        NotDuringEvent = "not_during_event",
    }
}

/// Letters of a code: digits and letters that are not taken for one another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters in a code: 50 bits.
const LENGTH: usize = 10;

/// The code on the badge of an artisan: only this server can compute it.
pub fn code(sealer: &Sealer, application: ApplicationId, exhibitor: i32) -> String {
    let derived = sealer.derive(format!("badge {application} {exhibitor}").as_bytes());
    let bits = derived.iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    (0..LENGTH).map(|place| char::from(LETTERS[usize::try_from(bits >> (5 * place) & 31).unwrap_or_default()])).collect()
}

/// A code as it was typed or read: without what people put between, in capitals, letters that look like digits as digits.
pub fn typed(code: &str) -> String {
    let kept = code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase());
    kept.map(|letter| match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    })
    .collect()
}

/// The moment something happened by the server's clock: what the device says, moved by the difference of the clocks when it sent. What lies after the sending
/// happened at the sending.
pub fn set_right(at: Instant, sent_at: Instant, now: Instant) -> Instant {
    let before = (sent_at.utc() - at.utc()).max(chrono::Duration::zero());
    now.plus(-before)
}

/// Where an artisan is as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whereabouts {
    /// Inside.
    pub inside: bool,
    /// The first time somebody saw them come in.
    pub first_in_at: Option<Instant>,
    /// The latest entry.
    pub last_at: Instant,
    /// The latest entry.
    pub last_id: CheckInId,
}

/// Where somebody is after one entry more, in whatever order entries arrive: the latest counts, and of two at the same moment the one with the
/// larger id.
pub fn after(before: Option<Whereabouts>, id: CheckInId, direction: CheckInDirection, at: Instant) -> Whereabouts {
    let came = (direction == CheckInDirection::In).then_some(at);
    let Some(before) = before else {
        return Whereabouts { inside: direction == CheckInDirection::In, first_in_at: came, last_at: at, last_id: id };
    };
    let first_in_at = match (before.first_in_at, came) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    if (at, id) > (before.last_at, before.last_id) {
        Whereabouts { inside: direction == CheckInDirection::In, first_in_at, last_at: at, last_id: id }
    } else {
        Whereabouts { first_in_at, ..before }
    }
}

/// An entry as a device sends it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckInInput {
    /// Chosen by the device, a UUID: sent again it counts once.
    pub id: CheckInId,
    /// The code of the badge; spaces, dashes and small letters do not matter.
    #[schema(min_length = 4, max_length = 40, examples("7GK2M-9QRT4"))]
    pub code: String,
    /// Which way.
    pub direction: CheckInDirection,
    /// How the badge was found.
    pub method: CheckInMethod,
    /// When, by the clock of the device.
    pub at: Instant,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::new(chrono::DateTime::from_timestamp(second, 0).unwrap())
    }

    fn id(number: u128) -> CheckInId {
        CheckInId(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let (sealer, application) = (Sealer::new(b"secret"), ApplicationId(uuid::Uuid::from_u128(7)));
        let first = code(&sealer, application, 0);
        assert_eq!((first.len(), typed(&format!(" {}-{}", &first[..5], first[5..].to_lowercase()))), (10, first.clone()));
        assert_ne!(first, code(&sealer, application, 1));
        assert_ne!(first, code(&Sealer::new(b"another"), application, 0));
        assert_eq!(typed("oIl"), "011");
    }

    #[test]
    fn a_wrong_clock_is_set_right_and_nothing_happens_in_the_future() {
        // The device is an hour ahead and was offline for ten minutes.
        assert_eq!(set_right(at(13_000), at(13_600), at(10_000)), at(9_400));
        assert_eq!(set_right(at(20_000), at(13_600), at(10_000)), at(10_000));
    }

    /// Every order of some things.
    fn orders<T: Clone>(things: &[T]) -> Vec<Vec<T>> {
        let Some((first, rest)) = things.split_first() else { return vec![Vec::new()] };
        let with_first = |order: Vec<T>| {
            (0..=order.len()).map(move |place| {
                let mut next = order.clone();
                next.insert(place, first.clone());
                next
            })
        };
        orders(rest).into_iter().flat_map(with_first).collect()
    }

    #[test]
    fn presence_does_not_depend_on_the_order_of_arrival() {
        use CheckInDirection::{In, Out};
        // Two at the same moment, of which the larger id is the later one.
        let entries = [(1, In, 10), (2, Out, 40), (3, In, 40), (4, In, 30), (5, Out, 20)];
        let told = |order: Vec<(u128, CheckInDirection, i64)>| {
            order.into_iter().fold(None, |before, (number, way, second)| Some(after(before, id(number), way, at(second))))
        };
        let expected = Some(Whereabouts { inside: true, first_in_at: Some(at(10)), last_at: at(40), last_id: id(3) });
        let all = orders(&entries);
        assert_eq!(all.len(), 120);
        for order in all {
            assert_eq!(told(order.clone()), expected, "{order:?}");
        }
    }
}
