//! Codes of badges, clocks of devices, and what a later entry makes of presence. Pure but for the secret it is given.

use crate::kernel::access::secret::Sealer;
use crate::kernel::codes;
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

/// Letters in a code: 50 bits.
const LENGTH: usize = 10;

/// The code on the badge of an artisan: only this server can compute it.
pub fn code(sealer: &Sealer, application: ApplicationId, exhibitor: i32) -> String {
    codes::code(&sealer.derive(format!("badge {application} {exhibitor}").as_bytes()), LENGTH)
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
    fn each_badge_has_a_code_of_its_own() {
        let (sealer, application) = (Sealer::new(b"secret"), ApplicationId(uuid::Uuid::from_u128(7)));
        let first = code(&sealer, application, 0);
        assert_eq!(first.len(), 10);
        assert_ne!(first, code(&sealer, application, 1));
        assert_ne!(first, code(&Sealer::new(b"another"), application, 0));
    }

    #[test]
    fn a_wrong_clock_is_set_right_and_nothing_happens_in_the_future() {
        // The device is an hour ahead and was offline for ten minutes.
        assert_eq!(at(13_000).set_right(at(13_600), at(10_000)), at(9_400));
        assert_eq!(at(20_000).set_right(at(13_600), at(10_000)), at(10_000));
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
