//! How a decision moves when the numbers do.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use selection::choice::{Candidate, ChoiceRequest, Quota, choose};

use super::small::{request, selected};

fn names(request: &ChoiceRequest) -> BTreeSet<String> {
    selected(&choose(request).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn one_more_open_seat_unselects_nobody(request in request()) {
        let mut larger = request.clone();
        larger.capacity += 1;
        let (before, after) = (names(&request), names(&larger));
        prop_assert!(before.is_subset(&after), "{:?} {:?}", before, after);
        prop_assert_eq!(after.len(), request.candidates.len().min(larger.capacity as usize));
    }

    #[test]
    fn one_more_seat_reserved_beside_the_others_unselects_nobody(request in request(), quota in any::<Index>()) {
        let mut larger = request.clone();
        larger.capacity += 1;
        match larger.quotas.len() {
            0 => larger.quotas.push(Quota { id: "new".into(), seats: 1 }),
            n => larger.quotas[quota.index(n)].seats += 1,
        }
        prop_assert!(names(&request).is_subset(&names(&larger)));
    }

    #[test]
    fn reserving_an_open_seat_unselects_one_candidate_at_most(request in request(), quota in any::<Index>()) {
        let reserved: u32 = request.quotas.iter().map(|quota| quota.seats).sum();
        prop_assume!(!request.quotas.is_empty() && reserved < request.capacity);
        let mut stricter = request.clone();
        let n = stricter.quotas.len();
        stricter.quotas[quota.index(n)].seats += 1;
        prop_assert!(names(&request).difference(&names(&stricter)).count() <= 1);
    }

    #[test]
    fn one_more_candidate_unselects_one_at_most(request in request(), score in -1..3_i64, mask in any::<u8>()) {
        let quotas = request.quotas.iter().enumerate().filter(|(q, _)| mask >> q & 1 == 1).map(|(_, quota)| quota.id.clone());
        let mut more = request.clone();
        more.candidates.push(Candidate { id: "new".into(), score, quotas: quotas.collect() });
        prop_assert!(names(&request).difference(&names(&more)).count() <= 1);
    }

    #[test]
    fn a_better_score_never_hurts_its_owner(request in request(), who in any::<Index>(), more in 1..4_i64) {
        prop_assume!(!request.candidates.is_empty());
        let who = who.index(request.candidates.len());
        let mut better = request.clone();
        better.candidates[who].score += more;
        let id = &request.candidates[who].id;
        prop_assert!(!names(&request).contains(id) || names(&better).contains(id));
    }

    #[test]
    fn one_more_quota_never_hurts_its_owner(request in request(), who in any::<Index>(), quota in any::<Index>()) {
        prop_assume!(!request.candidates.is_empty() && !request.quotas.is_empty());
        let who = who.index(request.candidates.len());
        let quota = request.quotas[quota.index(request.quotas.len())].id.clone();
        let mut wider = request.clone();
        if !wider.candidates[who].quotas.contains(&quota) {
            wider.candidates[who].quotas.push(quota);
        }
        let id = &request.candidates[who].id;
        prop_assert!(!names(&request).contains(id) || names(&wider).contains(id));
    }
}

#[test]
fn reserving_an_open_seat_can_unselect_somebody() {
    let candidate =
        |id: &str, score, quotas: &[&str]| Candidate { id: id.into(), score, quotas: quotas.iter().map(|q| (*q).into()).collect() };
    let mut request = ChoiceRequest {
        capacity: 1,
        seed: "seed".into(),
        quotas: vec![Quota { id: "q".into(), seats: 0 }],
        candidates: vec![candidate("a", 2, &[]), candidate("b", 1, &["q"])],
        withdrawn: Vec::new(),
    };
    assert_eq!(names(&request), ["a".to_owned()].into());
    request.quotas[0].seats = 1;
    assert_eq!(names(&request), ["b".to_owned()].into());
}
