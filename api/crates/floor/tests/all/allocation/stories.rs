use floor::allocation::{
    AllocationRequest, AllocationResult, Application, Needs, Obstacle, ObstacleCode, Reason, ReasonCode, Unmet, UnmetReason, Wish, assess,
    propose, shortfalls,
};
use floor::plan::{Plan, Quarter};

use super::small::{application, lock, of, pairs, plan};

fn request(plan: Plan, applications: Vec<Application>) -> AllocationRequest {
    AllocationRequest { plan, applications, ..AllocationRequest::default() }
}

fn proposed(plan: Plan, applications: Vec<Application>) -> AllocationResult {
    propose(&request(plan, applications)).unwrap()
}

fn needing(id: &str, needs: Needs) -> Application {
    Application { needs, ..application(id) }
}

fn member(id: &str, group: &str) -> Application {
    Application { group: Some(group.into()), ..application(id) }
}

fn wishing(id: &str, wishes: Vec<Wish>) -> Application {
    Application { wishes, ..application(id) }
}

fn stand(number: &str) -> Wish {
    Wish::Stand { number: number.into() }
}

fn next_to(application: &str) -> Wish {
    Wish::NextTo { application: application.into() }
}

const WATER: Needs = Needs { water: true, area_cm2: 0, power_w: 0, fire: false };

#[test]
fn nobody_takes_the_only_water_from_one_who_needs_it() {
    let mut two = plan(&[3, 3]);
    two.stands[0].services.water = true;
    let result = proposed(two, vec![wishing("a", vec![stand("S0")]), needing("b", WATER)]);
    assert_eq!(pairs(&result), [("a", "S1"), ("b", "S0")], "a wish does not count against a need");
    assert_eq!(of(&result, "a").unmet, [Unmet { wish: stand("S0"), reason: UnmetReason::Given, given_to: Some("b".into()) }]);
}

#[test]
fn large_stands_go_to_large_wishes() {
    let area = |m2: u32| Needs { area_cm2: 10_000 * m2, ..Needs::default() };
    let result = proposed(plan(&[4, 2, 3]), vec![needing("a", area(6)), needing("b", area(12)), needing("c", area(9))]);
    assert_eq!(pairs(&result), [("a", "S1"), ("b", "S0"), ("c", "S2")]);
    let result = proposed(plan(&[4]), vec![needing("a", area(6))]);
    let reason = Reason { code: ReasonCode::AreaUnused, points: -12, about: None, amount: Some(60_000) };
    assert_eq!(of(&result, "a").reasons, [reason]);
    let result = proposed(plan(&[3]), vec![needing("a", Needs { area_cm2: 80_001, ..Needs::default() })]);
    assert_eq!(of(&result, "a").reasons, [], "less than a square metre too large");
}

#[test]
fn a_stand_may_be_a_little_smaller_when_that_is_tolerated() {
    let mut wanted = request(plan(&[3]), vec![needing("a", Needs { area_cm2: 100_000, ..Needs::default() })]);
    let obstacle = |wanted| Obstacle { code: ObstacleCode::Area, wanted: Some(wanted), best: Some(90_000) };
    assert_eq!(propose(&wanted).unwrap().unplaced[0].obstacles, [obstacle(100_000)]);
    wanted.area_tolerance_percent = 9;
    assert_eq!(propose(&wanted).unwrap().unplaced[0].obstacles, [obstacle(91_000)]);
    wanted.area_tolerance_percent = 10;
    assert_eq!(pairs(&propose(&wanted).unwrap()), [("a", "S0")]);
    wanted.applications[0].needs.area_cm2 = 100_001;
    assert_eq!(propose(&wanted).unwrap().unplaced[0].obstacles, [obstacle(90_001)], "90 % of it, rounded up");
}

#[test]
fn crafts_come_into_their_quarter() {
    let mut two = plan(&[3, 3]);
    two.quarters = vec![Quarter { id: "clay".into(), sectors: vec!["02".into()], stands: vec!["S1".into()], ..Quarter::default() }];
    let potter = Application { sectors: vec!["07".into(), "02".into()], ..application("b") };
    let result = proposed(two, vec![application("a"), potter]);
    assert_eq!(pairs(&result), [("a", "S0"), ("b", "S1")]);
    let reason = Reason { code: ReasonCode::QuarterMatched, points: 200, about: Some("clay".into()), amount: None };
    assert_eq!(of(&result, "b").reasons[0], reason);
}

#[test]
fn an_association_stands_side_by_side() {
    let result = proposed(plan(&[3, 3, 3, 3]), vec![member("a", "x"), member("b", "y"), member("c", "x"), member("d", "y")]);
    assert_eq!(result.totals.points_together, 400, "two pairs, each 100 to both");
    assert_eq!(of(&result, "a").reasons.last().unwrap().about, Some("c".into()));
    assert_eq!(result.totals.points_apart, result.totals.best_apart);
    assert!(result.totals.moved > 0);
}

/// Of ten stands in two rows four are open: S0 and S2 by themselves, S8 and S9 side by side. `a` would be near the entrance, `b` has a wish for S2.
fn scattered(wish: Wish) -> AllocationResult {
    let mut all = plan(&[3; 10]);
    all.stands[2].corner = true;
    let partner = |id: &str, wish| Application { wishes: vec![wish], ..member(id, "x") };
    let closed = ["S1", "S3", "S4", "S5", "S6", "S7"].map(str::to_owned).to_vec();
    propose(&AllocationRequest { closed, ..request(all, vec![partner("a", Wish::NearEntrance), partner("b", wish)]) }).unwrap()
}

#[test]
fn partners_go_together_to_where_there_is_room_for_both() {
    let result = scattered(Wish::Corner);
    assert_eq!(pairs(&result), [("a", "S8"), ("b", "S9")]);
    let totals = &result.totals;
    // 2 metres to the entrance or 11; the corner or not; 9 m² twice in any case.
    assert_eq!((totals.best_apart, totals.points_apart, totals.points_together), (96 + 100 - 36, 78 - 36, 200));
    assert_eq!(totals.moved, 2);
}

#[test]
fn partners_stay_where_they_are_when_more_would_be_lost() {
    let result = scattered(stand("S2"));
    assert_eq!(pairs(&result), [("a", "S0"), ("b", "S2")], "200 for being neighbours is less than 18 and 300");
}

#[test]
fn one_who_is_in_the_way_goes_to_a_free_stand() {
    // By itself c takes S1, for the entrance, and a takes S4, for its size; c cannot have S4 in exchange.
    let mut all = request(plan(&[3, 4, 4, 4, 2]), vec![member("a", "x"), member("b", "x"), application("c")]);
    let area = |m2: u32| Needs { area_cm2: 10_000 * m2, ..Needs::default() };
    all.applications[0].needs = area(6);
    all.applications[2].needs = area(12);
    all.applications[2].wishes = vec![Wish::NearEntrance];
    all.locks = vec![lock("b", "S0")];
    all.closed = vec!["S3".into()];
    let result = propose(&all).unwrap();
    assert_eq!(pairs(&result), [("a", "S1"), ("b", "S0"), ("c", "S2")]);
}

#[test]
fn wishes_are_weighed_and_told() {
    let mut all = plan(&[3, 3, 3, 3, 3, 3]);
    all.stands[4].corner = true;
    all.quarters = vec![Quarter { id: "q".into(), stands: vec!["S2".into(), "S3".into()], ..Quarter::default() }];
    let result = proposed(
        all,
        vec![
            wishing("a", vec![Wish::NearEntrance]),
            wishing("b", vec![Wish::Corner]),
            wishing("c", vec![Wish::Quarter { id: "q".into() }, next_to("b")]),
            wishing("d", vec![stand("S2")]),
        ],
    );
    assert_eq!(pairs(&result), [("a", "S0"), ("b", "S4"), ("c", "S3"), ("d", "S2")]);
    let codes = |id: &str| of(&result, id).reasons.iter().map(|r| (r.code, r.points)).filter(|(_, points)| *points > 0).collect::<Vec<_>>();
    // From the entrance in the corner to the middle of a square of 3 metres: 2.12.
    assert_eq!(codes("a"), [(ReasonCode::WishNearEntrance, 96)]);
    assert_eq!(of(&result, "a").reasons[0].amount, Some(2));
    assert_eq!(codes("b"), [(ReasonCode::WishCorner, 100)]);
    assert_eq!(codes("c"), [(ReasonCode::WishQuarter, 150), (ReasonCode::WishNextTo, 100)]);
    assert_eq!(codes("d"), [(ReasonCode::WishStand, 300)]);
    assert!(result.allocations.iter().all(|allocation| allocation.unmet.is_empty()));
}

#[test]
fn a_wish_that_did_not_come_true_has_its_reason() {
    let mut all = plan(&[3, 3, 3, 3]);
    all.stands[2].corner = true;
    all.stands[2].services.water = true;
    all.stands[3].services.water = true;
    let wishes = vec![stand("S0"), stand("S1"), Wish::Corner, next_to("thirsty"), next_to("b"), Wish::NearEntrance];
    let mut all = request(
        all,
        vec![Application { needs: WATER, ..wishing("a", wishes) }, application("b"), needing("thirsty", WATER), needing("z", WATER)],
    );
    all.locks = vec![lock("a", "S3"), lock("b", "S2")];
    all.closed = vec!["S0".into()];
    let result = propose(&all).unwrap();
    let unmet: Vec<_> = of(&result, "a").unmet.iter().map(|u| (u.wish.clone(), u.reason, u.given_to.as_deref())).collect();
    assert_eq!(
        unmet,
        [
            (stand("S0"), UnmetReason::NoStand, None),
            (stand("S1"), UnmetReason::Unsuitable, None),
            (Wish::Corner, UnmetReason::Given, Some("b")),
            (next_to("thirsty"), UnmetReason::NotPlaced, None),
        ]
    );
    assert_eq!(result.unplaced.iter().map(|u| u.obstacles[0].code).collect::<Vec<_>>(), [ObstacleCode::Locked; 2]);
    all.plan.stands[1].corner = true;
    all.plan.stands[1].services.water = true;
    all.applications.push(application("c"));
    all.locks.push(lock("c", "S1"));
    let corner = Unmet { wish: Wish::Corner, reason: UnmetReason::Given, given_to: None };
    assert!(of(&propose(&all).unwrap(), "a").unmet.contains(&corner), "two corners, given to two");
    let far = request(plan(&[3, 3, 3]), vec![wishing("a", vec![next_to("b"), stand("S1")]), application("b")]);
    let locks = vec![lock("a", "S0"), lock("b", "S2")];
    let result = propose(&AllocationRequest { locks, ..far }).unwrap();
    let unmet: Vec<_> = of(&result, "a").unmet.iter().map(|u| u.reason).collect();
    assert_eq!(unmet, [UnmetReason::Elsewhere; 2]);
}

#[test]
fn whoever_gets_no_stand_learns_what_is_missing() {
    let mut all = plan(&[3, 3]);
    all.stands[0].services.water = true;
    all.stands[1].services.power_w = 3_000;
    let needs = |power_w, water, fire| Needs { power_w, water, fire, area_cm2: 0 };
    let applications =
        vec![needing("a", needs(9_000, false, true)), needing("b", needs(1_000, true, false)), needing("c", WATER), needing("d", WATER)];
    let result = proposed(all.clone(), applications.clone());
    let told: Vec<_> = result.unplaced.iter().map(|u| (u.application.as_str(), u.suitable, u.obstacles.as_slice())).collect();
    let plain = |code| Obstacle { code, wanted: None, best: None };
    let power = Obstacle { code: ObstacleCode::Power, wanted: Some(9_000), best: Some(3_000) };
    assert_eq!(
        told,
        [
            ("a", 0, [power, plain(ObstacleCode::Fire)].as_slice()),
            ("b", 0, [plain(ObstacleCode::Combination)].as_slice()),
            ("d", 1, [plain(ObstacleCode::Taken)].as_slice()),
        ]
    );
    all.stands[0].services.water = false;
    assert_eq!(proposed(all.clone(), applications.clone()).unplaced[2].obstacles, [plain(ObstacleCode::Water)]);
    let closed = vec!["S0".into(), "S1".into()];
    let result = propose(&AllocationRequest { closed, ..request(all, applications) }).unwrap();
    assert_eq!(result.unplaced[0].obstacles, [plain(ObstacleCode::NoStand)]);
}

#[test]
fn a_lock_stays_even_where_something_is_missing_and_says_so() {
    let needs = Needs { area_cm2: 100_000, power_w: 500, water: true, fire: true };
    let mut all = request(plan(&[3, 3]), vec![needing("a", needs)]);
    all.locks = vec![lock("a", "S1")];
    let result = propose(&all).unwrap();
    let reasons: Vec<_> = of(&result, "a").reasons.iter().map(|r| (r.code, r.points, r.amount)).collect();
    assert_eq!(
        reasons,
        [
            (ReasonCode::Locked, 0, None),
            (ReasonCode::ShortOfArea, 0, Some(10_000)),
            (ReasonCode::ShortOfPower, 0, Some(500)),
            (ReasonCode::WithoutWater, 0, None),
            (ReasonCode::WithoutFire, 0, None),
        ]
    );
    let codes = [ReasonCode::ShortOfArea, ReasonCode::ShortOfPower, ReasonCode::WithoutWater, ReasonCode::WithoutFire];
    assert_eq!(shortfalls(&needs, &all.plan.stands[1], 0), codes);
    assert_eq!(shortfalls(&needs, &all.plan.stands[1], 10), codes[1..]);
}

#[test]
fn what_is_not_needed_and_what_is_for_others_counts_against_a_stand() {
    let mut one = plan(&[3]);
    one.stands[0].services.water = true;
    one.stands[0].services.fire = true;
    one.quarters = vec![Quarter { id: "q".into(), sectors: vec!["02".into()], stands: vec!["S0".into()], ..Quarter::default() }];
    let result = proposed(one, vec![needing("a", Needs { area_cm2: 90_000, ..Needs::default() })]);
    let reasons: Vec<_> = of(&result, "a").reasons.iter().map(|r| (r.code, r.points)).collect();
    assert_eq!(reasons, [(ReasonCode::QuarterOfOthers, -50), (ReasonCode::WaterUnused, -20), (ReasonCode::FireUnused, -20)]);
    let result = proposed(plan(&[60]), vec![application("a")]);
    assert_eq!((of(&result, "a").points, of(&result, "a").reasons[0].amount), (-100, Some(1_800_000)), "180 m² cost no more than 50");
}

#[test]
fn an_assessment_gives_nothing_out() {
    let mut all = request(plan(&[3, 3, 3]), vec![member("a", "x"), member("b", "x"), application("c")]);
    all.locks = vec![lock("a", "S0"), lock("b", "S1")];
    let result = assess(&all).unwrap();
    assert_eq!(pairs(&result), [("a", "S0"), ("b", "S1")]);
    assert_eq!(result.totals.points_together, 200);
    assert_eq!(result.unplaced[0].obstacles[0].code, ObstacleCode::NotGivenOut);
    assert_eq!(result.free, ["S2"]);
}

#[test]
fn nothing_at_all_is_an_answer_too() {
    let result = propose(&AllocationRequest::default()).unwrap();
    assert_eq!((result.allocations.len(), result.unplaced.len(), result.totals.points), (0, 0, 0));
    let result = proposed(Plan::default(), vec![application("a")]);
    assert_eq!(result.unplaced[0].obstacles[0].code, ObstacleCode::NoStand);
}
