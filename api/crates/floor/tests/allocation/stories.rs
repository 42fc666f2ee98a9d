use floor::allocation::{
    AllocationRequest, AllocationResult, Application, Needs, Obstacle, ObstacleCode, Reason, ReasonCode, Unmet, UnmetReason, Wish, assess,
    propose, shortfalls,
};
use floor::plan::{Plan, Quarter};

use crate::small::{application, lock, of, pairs, plan};

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

#[test]
fn partners_go_together_to_where_there_is_room() {
    // No neighbour of S0 or S2 can be had; S3 and S4 are side by side, and each alone is worth as much as S0 and S2.
    let mut all = request(plan(&[3, 3, 3, 3, 3, 3, 3]), vec![member("a", "x"), member("b", "x"), application("l")]);
    all.applications[0].wishes = vec![Wish::NearEntrance];
    all.locks = vec![lock("l", "S1")];
    all.closed = vec!["S2".into(), "S5".into(), "S6".into()];
    let result = propose(&all).unwrap();
    assert_eq!((of(&result, "a").stand.as_str(), of(&result, "b").stand.as_str()), ("S3", "S4"));
    assert_eq!(result.totals.best_apart - result.totals.points_apart, 16, "10 metres to the entrance in place of 2");
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
