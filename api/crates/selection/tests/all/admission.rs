//! Seats given as people come.

use proptest::prelude::*;
use selection::admission::{Admission, AdmissionRequest, Entrant, WaitingReason, admit};
use selection::choice::Quota;

fn entrant(id: &str, quotas: &[&str]) -> Entrant {
    Entrant { id: id.into(), quotas: quotas.iter().map(|quota| (*quota).to_owned()).collect() }
}

fn quota(id: &str, seats: u32) -> Quota {
    Quota { id: id.into(), seats }
}

fn promoted(admission: &Admission) -> Vec<&str> {
    admission.seats.iter().filter(|seat| seat.promoted).map(|seat| seat.id.as_str()).collect()
}

#[test]
fn a_kept_seat_stays_free_for_those_it_is_kept_for() {
    let mut request = AdmissionRequest {
        capacity: 2,
        quotas: vec![quota("women", 1)],
        waiting: vec![entrant("a", &[]), entrant("b", &[]), entrant("c", &["women"])],
        ..AdmissionRequest::default()
    };
    let told = admit(&request).unwrap();
    assert_eq!(promoted(&told), ["a", "c"]);
    assert_eq!((told.waiting[0].id.as_str(), told.waiting[0].reason), ("b", WaitingReason::Full));
    request.waiting.pop();
    let told = admit(&request).unwrap();
    assert_eq!((promoted(&told), told.waiting[0].reason, told.free), (vec!["a"], WaitingReason::KeptForOthers, 1));
    request.lapsed = true;
    assert_eq!(promoted(&admit(&request).unwrap()), ["a", "b"], "nobody else can come");
}

#[test]
fn whoever_leaves_a_kept_seat_is_followed_by_one_who_qualifies_even_after_it_lapsed() {
    let request = AdmissionRequest {
        capacity: 2,
        quotas: vec![quota("women", 1)],
        seated: vec![entrant("a", &[])],
        waiting: vec![entrant("b", &[]), entrant("c", &["women"])],
        lapsed: true,
    };
    assert_eq!(promoted(&admit(&request).unwrap()), ["c"]);
}

#[test]
fn somebody_moves_to_another_kept_seat_so_that_one_more_fits() {
    let request = AdmissionRequest {
        capacity: 2,
        quotas: vec![quota("women", 1), quota("youth", 1)],
        seated: vec![entrant("a", &["women", "youth"])],
        waiting: vec![entrant("b", &["women"])],
        lapsed: false,
    };
    let told = admit(&request).unwrap();
    let seats: Vec<_> = told.seats.iter().map(|seat| (seat.id.as_str(), seat.quota.as_deref())).collect();
    assert_eq!(seats, [("a", Some("youth")), ("b", Some("women"))]);
}

#[test]
fn what_does_not_fit_together_is_named() {
    let code = |request: &AdmissionRequest| admit(request).map(drop).map_err(|problem| (problem.code, problem.pointer)).unwrap_err();
    let over = AdmissionRequest { capacity: 1, quotas: vec![quota("a", 1), quota("b", 1)], ..AdmissionRequest::default() };
    assert_eq!(code(&over), ("reserved_over_capacity", "/quotas".to_owned()));
    let crowd = AdmissionRequest { capacity: 0, seated: vec![entrant("a", &[])], ..AdmissionRequest::default() };
    assert_eq!(code(&crowd), ("selected_over_capacity", "/seated".to_owned()));
    let twice =
        AdmissionRequest { capacity: 2, seated: vec![entrant("a", &[])], waiting: vec![entrant("a", &[])], ..AdmissionRequest::default() };
    assert_eq!(code(&twice), ("duplicate_candidate", "/waiting/0/id".to_owned()));
    let unknown = AdmissionRequest { capacity: 2, waiting: vec![entrant("a", &["x"])], ..AdmissionRequest::default() };
    assert_eq!(code(&unknown), ("unknown_quota", "/waiting/0/quotas/0".to_owned()));
}

fn people(prefix: &'static str, most: usize) -> impl Strategy<Value = Vec<Entrant>> {
    prop::collection::vec(prop::collection::vec(any::<bool>(), 3), 0..=most).prop_map(move |all| {
        let one = |(index, flags): (usize, Vec<bool>)| Entrant {
            id: format!("{prefix}{index}"),
            quotas: flags.iter().enumerate().filter(|(_, flag)| **flag).map(|(quota, _)| format!("q{quota}")).collect(),
        };
        all.into_iter().enumerate().map(one).collect()
    })
}

/// How many of some people can sit on kept seats, by trying everything.
fn most_kept(quotas: &[Quota], left: &mut Vec<u32>, people: &[&Entrant]) -> usize {
    let Some((first, rest)) = people.split_first() else { return 0 };
    let mut best = most_kept(quotas, left, rest);
    for (index, quota) in quotas.iter().enumerate() {
        if left[index] > 0 && first.quotas.contains(&quota.id) {
            left[index] -= 1;
            best = best.max(1 + most_kept(quotas, left, rest));
            left[index] += 1;
        }
    }
    best
}

fn requests() -> impl Strategy<Value = AdmissionRequest> {
    (prop::collection::vec(0_u32..3, 3), 0_u32..4, people("w", 5), any::<bool>()).prop_map(|(seats, open, waiting, lapsed)| {
        let quotas: Vec<Quota> = seats.iter().enumerate().map(|(index, seats)| quota(&format!("q{index}"), *seats)).collect();
        AdmissionRequest { capacity: seats.iter().sum::<u32>() + open, quotas, seated: Vec::new(), waiting, lapsed }
    })
}

proptest! {
    /// Step by step by brute force: the next in the order gets a seat exactly when everybody still fits.
    #[test]
    fn the_next_gets_a_seat_exactly_when_all_still_fit(request in requests()) {
        let request = AdmissionRequest { lapsed: false, ..request };
        let told = admit(&request).unwrap();
        let open = request.capacity as usize - request.quotas.iter().map(|quota| quota.seats as usize).sum::<usize>();
        let mut seated: Vec<&Entrant> = Vec::new();
        for one in &request.waiting {
            seated.push(one);
            let mut left: Vec<u32> = request.quotas.iter().map(|quota| quota.seats).collect();
            if seated.len() - most_kept(&request.quotas, &mut left, &seated) > open {
                seated.pop();
            }
        }
        let expected: Vec<&str> = seated.iter().map(|one| one.id.as_str()).collect();
        prop_assert_eq!(promoted(&told), expected);
    }

    /// Whoever has a seat keeps it, nobody is lost, and once seats have lapsed none is free while somebody waits.
    #[test]
    fn nobody_loses_a_seat_and_none_is_wasted(request in requests(), leaves in 0_usize..4) {
        let first = admit(&request).unwrap();
        let entrant_of = |id: &str| request.waiting.iter().find(|one| one.id == id).unwrap().clone();
        let seated: Vec<Entrant> = first.seats.iter().enumerate().filter(|(index, _)| *index != leaves).map(|(_, seat)| entrant_of(&seat.id)).collect();
        let waiting: Vec<Entrant> = first.waiting.iter().map(|one| entrant_of(&one.id)).collect();
        let next = AdmissionRequest { seated: seated.clone(), waiting: waiting.clone(), ..request };
        let told = admit(&next).unwrap();
        for (before, now) in seated.iter().zip(&told.seats) {
            prop_assert_eq!(&before.id, &now.id);
        }
        prop_assert_eq!(told.seats.len() + told.waiting.len(), seated.len() + waiting.len());
        prop_assert!(told.seats.len() <= next.capacity as usize);
        if next.lapsed {
            prop_assert!(told.free == 0 || told.waiting.is_empty());
        }
        for seat in &told.seats {
            if let Some(quota) = &seat.quota {
                let held = told.seats.iter().filter(|one| one.quota.as_ref() == Some(quota)).count();
                let seats = next.quotas.iter().find(|one| one.id == *quota).unwrap().seats as usize;
                prop_assert!(held <= seats);
            }
        }
    }
}
