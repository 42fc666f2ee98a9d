use floor::allocation::{AllocationRequest, AllocationResult, ObstacleCode, ReasonCode, assess, propose, shortfalls};
use proptest::prelude::*;

use super::small::{of, request};
use super::table::{apart, best, suits, together};

/// The stand of each application, by index.
fn stands(request: &AllocationRequest, result: &AllocationResult) -> Vec<Option<usize>> {
    let index = |number: &str| request.plan.stands.iter().position(|stand| stand.number == number).unwrap();
    let stand = |id: &str| result.allocations.iter().find(|allocation| allocation.application == id).map(|a| index(&a.stand));
    request.applications.iter().map(|application| stand(&application.id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_allocation_places_more_and_none_of_as_many_has_more_points_apart(request in request(6)) {
        let totals = propose(&request).unwrap().totals;
        prop_assert_eq!((totals.placed, totals.best_apart), best(&request));
    }

    #[test]
    fn no_stand_is_given_twice_and_everybody_is_answered_once(request in request(12)) {
        let result = propose(&request).unwrap();
        let mut given: Vec<&String> = result.allocations.iter().map(|a| &a.stand).chain(&result.free).chain(&request.closed).collect();
        given.sort();
        given.dedup();
        prop_assert_eq!(given.len(), request.plan.stands.len());
        let totals = &result.totals;
        prop_assert_eq!(totals.placed + totals.free + totals.closed, totals.stands);
        let mut answered: Vec<&String> = result.allocations.iter().map(|a| &a.application).chain(result.unplaced.iter().map(|u| &u.application)).collect();
        answered.sort();
        let mut asked: Vec<&String> = request.applications.iter().map(|a| &a.id).collect();
        asked.sort();
        prop_assert_eq!(answered, asked);
        prop_assert_eq!((totals.applications, totals.placed, totals.unplaced), (request.applications.len(), result.allocations.len(), result.unplaced.len()));
    }

    #[test]
    fn locks_are_kept_and_all_others_have_what_they_need(request in request(12)) {
        let result = propose(&request).unwrap();
        for lock in &request.locks {
            prop_assert_eq!(&of(&result, &lock.application).stand, &lock.stand);
        }
        prop_assert_eq!(result.totals.locked, request.locks.len());
        for (application, stand) in request.applications.iter().zip(stands(&request, &result)) {
            let Some(stand) = stand.map(|s| &request.plan.stands[s]) else { continue };
            let lacking = shortfalls(&application.needs, stand, request.area_tolerance_percent);
            prop_assert_eq!(lacking.is_empty(), suits(&request, application, stand));
            let allocation = of(&result, &application.id);
            prop_assert_eq!(allocation.locked, request.locks.iter().any(|lock| lock.application == application.id));
            prop_assert!(allocation.locked || lacking.is_empty());
            let told: Vec<ReasonCode> = allocation.reasons.iter().map(|reason| reason.code).filter(|code| *code >= ReasonCode::ShortOfArea).collect();
            prop_assert_eq!(told, lacking);
        }
    }

    #[test]
    fn points_are_those_of_the_table_and_moves_only_add(request in request(12)) {
        let result = propose(&request).unwrap();
        let stands = stands(&request, &result);
        let totals = &result.totals;
        let sum: i64 = request.applications.iter().zip(&stands).filter_map(|(a, s)| Some(apart(&request, a, (*s)?))).sum();
        prop_assert_eq!((totals.points_apart, totals.points_together), (sum, together(&request, &stands)));
        prop_assert_eq!(totals.points, totals.points_apart + totals.points_together);
        prop_assert_eq!(totals.points, result.allocations.iter().map(|a| a.points).sum::<i64>());
        prop_assert!(totals.best_apart <= totals.points);
        prop_assert!(totals.points_apart <= totals.best_apart);
        for allocation in &result.allocations {
            prop_assert_eq!(allocation.points, allocation.reasons.iter().map(|reason| reason.points).sum::<i64>());
        }
    }

    #[test]
    fn no_move_and_no_exchange_of_two_would_add_points(request in request(8)) {
        let result = propose(&request).unwrap();
        let stands = stands(&request, &result);
        let all = 0..request.plan.stands.len();
        let points: Vec<Vec<i64>> = request.applications.iter().map(|a| all.clone().map(|s| apart(&request, a, s)).collect()).collect();
        let total = |stands: &[Option<usize>]| {
            points.iter().zip(stands).filter_map(|(points, s)| Some(points[(*s)?])).sum::<i64>() + together(&request, stands)
        };
        let movable = |a: usize| !of(&result, &request.applications[a].id).locked;
        let fits = |a: usize, s: usize| suits(&request, &request.applications[a], &request.plan.stands[s]);
        for a in (0..stands.len()).filter(|a| stands[*a].is_some()) {
            for target in all.clone() {
                let mut after = stands.clone();
                match stands.iter().position(|s| *s == Some(target)) {
                    None if request.closed.contains(&request.plan.stands[target].number) => continue,
                    None => after[a] = Some(target),
                    Some(b) => {
                        after.swap(a, b);
                        if b == a || !movable(b) || !fits(b, after[b].unwrap()) {
                            continue;
                        }
                    }
                }
                if movable(a) && fits(a, target) {
                    prop_assert!(total(&after) <= result.totals.points, "{} to {}", request.applications[a].id, target);
                }
            }
        }
    }

    #[test]
    fn whoever_gets_none_is_told_why(request in request(8)) {
        let result = propose(&request).unwrap();
        for unplaced in &result.unplaced {
            let application = request.applications.iter().find(|a| a.id == unplaced.application).unwrap();
            let open: Vec<_> = request.plan.stands.iter().filter(|stand| !request.closed.contains(&stand.number)).collect();
            let suitable: Vec<_> = open.iter().filter(|stand| suits(&request, application, stand)).collect();
            prop_assert_eq!(unplaced.suitable, suitable.len());
            prop_assert!(suitable.iter().all(|stand| !result.free.contains(&stand.number)), "a free stand would do");
            prop_assert!(!unplaced.obstacles.is_empty());
            for obstacle in &unplaced.obstacles {
                let needs = &application.needs;
                let true_of_all = match obstacle.code {
                    ObstacleCode::NoStand => open.is_empty(),
                    ObstacleCode::Area => obstacle.best < obstacle.wanted && obstacle.wanted <= Some(needs.area_cm2.into()),
                    ObstacleCode::Power => open.iter().all(|stand| i64::from(stand.services.power_w) <= obstacle.best.unwrap()) && obstacle.best < obstacle.wanted,
                    ObstacleCode::Water => needs.water && open.iter().all(|stand| !stand.services.water),
                    ObstacleCode::Fire => needs.fire && open.iter().all(|stand| !stand.services.fire),
                    ObstacleCode::Combination => suitable.is_empty() && unplaced.obstacles.len() == 1,
                    ObstacleCode::Locked => suitable.iter().all(|stand| request.locks.iter().any(|lock| lock.stand == stand.number)),
                    ObstacleCode::Taken => !suitable.is_empty(),
                    ObstacleCode::NotGivenOut => false,
                };
                prop_assert!(true_of_all, "{:?}", obstacle);
            }
        }
    }

    #[test]
    fn the_order_of_the_lists_does_not_matter(request in request(10), turn in 0..9_usize) {
        let mut other = request.clone();
        other.plan.stands.reverse();
        other.plan.stands.rotate_left(turn % request.plan.stands.len());
        other.plan.quarters.reverse();
        other.plan.quarters.iter_mut().for_each(|quarter| { quarter.stands.reverse(); quarter.sectors.reverse(); });
        other.applications.reverse();
        if !other.applications.is_empty() {
            other.applications.rotate_left(turn % request.applications.len());
        }
        other.applications.iter_mut().for_each(|a| { a.sectors.reverse(); a.wishes.reverse(); });
        other.locks.reverse();
        other.closed.reverse();
        prop_assert_eq!(propose(&request).unwrap(), propose(&other).unwrap());
    }

    #[test]
    fn what_was_proposed_is_assessed_alike_once_it_is_locked(request in request(10)) {
        let result = propose(&request).unwrap();
        let mut locked = request.clone();
        let lock = |a: &floor::allocation::Allocation| super::small::lock(&a.application, &a.stand);
        locked.locks = result.allocations.iter().map(lock).collect();
        let assessed = assess(&locked).unwrap();
        prop_assert_eq!(assessed.totals.points, result.totals.points);
        prop_assert_eq!(assessed.free, result.free);
        for (one, other) in assessed.allocations.iter().zip(&result.allocations) {
            prop_assert_eq!((&one.stand, one.points, &one.unmet), (&other.stand, other.points, &other.unmet));
        }
    }
}
