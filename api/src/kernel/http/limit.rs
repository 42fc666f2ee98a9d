//! How much one caller may ask for: a key, a person, or, for visitors, an address.
//!
//! A caller has so many requests a minute, at once or spread as they like; what was used comes back evenly. Each replica counts for itself,
//! in memory, for the callers seen last: an attacker with many addresses pushes others' counts out and gains nothing, since a count
//! that is gone is a full quota. The wrong passwords of the sign-in are counted elsewhere, in the database, by account and for all replicas.

use super::address;
use crate::kernel::access::Identity;
use crate::kernel::access::authenticate::Authentication;
use crate::kernel::ids::{KeyId, PersonId};
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpMessage, HttpRequest};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use quick_cache::sync::Cache;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

/// Callers whose requests are counted; beyond them, those that were not heard of for longest are forgotten.
const CALLERS: usize = 20_000;
/// Says what a caller may ask for.
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
/// Says what is left of it.
const LEFT: HeaderName = HeaderName::from_static("ratelimit");

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Person(PersonId),
    Machine(KeyId),
    Network(Option<IpAddr>),
}

type Count = RateLimiter<NotKeyed, InMemoryState, DefaultClock, StateInformationMiddleware>;

/// The counts of this process.
#[derive(Clone)]
pub struct Limits(Option<Arc<Counts>>);

struct Counts {
    per_minute: NonZeroU32,
    policy: HeaderValue,
    trust_proxy: bool,
    clock: DefaultClock,
    callers: Cache<Who, Arc<Count>>,
}

/// What is left for a caller, kept with the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// Requests still to be made at once.
    pub requests: u32,
    /// Seconds until all of them are back.
    pub reset: u64,
    /// Seconds to wait, when this request was one too many.
    pub wait: Option<u64>,
}

impl Limits {
    /// So many requests a minute for each caller; none for no limit.
    pub fn new(per_minute: u32, trust_proxy: bool) -> Self {
        Self(NonZeroU32::new(per_minute).map(|per_minute| {
            let policy = HeaderValue::from_str(&format!("\"caller\";q={per_minute};w=60"));
            let policy = policy.unwrap_or(HeaderValue::from_static(""));
            Arc::new(Counts { per_minute, policy, trust_proxy, clock: DefaultClock::default(), callers: Cache::new(CALLERS) })
        }))
    }

    /// Counts a request to the API once its caller is known; nothing where there is no limit.
    pub fn count(&self, request: &HttpRequest) -> Option<Left> {
        let counts = self.0.as_ref().filter(|_| request.path().starts_with("/api/"))?;
        Some(counts.count(&counts.who(request)))
    }

    /// Tells the caller.
    pub fn tell(&self, left: Left, headers: &mut HeaderMap) {
        let Some(counts) = &self.0 else { return };
        headers.insert(POLICY, counts.policy.clone());
        if let Ok(value) = HeaderValue::from_str(&format!("\"caller\";r={};t={}", left.requests, left.reset)) {
            headers.insert(LEFT, value);
        }
    }
}

impl Counts {
    fn who(&self, request: &HttpRequest) -> Who {
        if let Some(Authentication::Known(caller)) = request.extensions().get::<Authentication>() {
            return match &caller.identity {
                Identity::Person { person, .. } => Who::Person(*person),
                Identity::Machine { key, .. } => Who::Machine(*key),
            };
        }
        Who::Network(address::of(request, self.trust_proxy).map(address::network))
    }

    fn count(&self, who: &Who) -> Left {
        let count = self.callers.get(who).unwrap_or_else(|| {
            // Two first requests at the same moment may be counted apart: one request, once.
            let count = Arc::new(RateLimiter::direct(Quota::per_minute(self.per_minute)).with_middleware());
            self.callers.insert(who.clone(), count.clone());
            count
        });
        let whole = u64::from(self.per_minute.get());
        match count.check() {
            Ok(state) => {
                let requests = state.remaining_burst_capacity();
                let reset = ((whole - u64::from(requests).min(whole)) * 60).div_ceil(whole);
                Left { requests, reset, wait: None }
            }
            Err(until) => {
                let wait = until.wait_time_from(self.clock.now());
                // Rounded up: one more second is never too early.
                Left { requests: 0, reset: 60, wait: Some(wait.as_secs() + 1) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_caller_has_a_quota_and_what_was_used_comes_back() {
        let limits = Limits::new(600, false);
        let counts = limits.0.as_ref().unwrap();
        let (one, other) = (Who::Network("41.111.0.1".parse().ok()), Who::Network("41.111.0.2".parse().ok()));
        let first = counts.count(&one);
        assert_eq!((first.requests, first.wait), (599, None));
        while counts.count(&one).wait.is_none() {}
        assert_eq!(counts.count(&one).wait, Some(1));
        assert_eq!(counts.count(&other).requests, 599);
        std::thread::sleep(std::time::Duration::from_millis(250));
        assert_eq!(counts.count(&one).wait, None, "ten a second");
        assert!(Limits::new(0, false).0.is_none());
    }

    #[test]
    fn memory_is_bounded_whoever_asks() {
        let limits = Limits::new(10, false);
        let counts = limits.0.as_ref().unwrap();
        for n in 0..100_000_u32 {
            counts.count(&Who::Network(Some(IpAddr::V4(n.into()))));
        }
        assert!(counts.callers.len() <= CALLERS);
    }
}
