//! The table of points and the needs, written a second time, as the documentation says them.

use floor::allocation::{AllocationRequest, Application, Wish};
use floor::geometry::{area_cm2, centroid, neighbours};
use floor::plan::Stand;

pub fn suits(request: &AllocationRequest, application: &Application, stand: &Stand) -> bool {
    let (needs, has) = (&application.needs, &stand.services);
    let least = i64::from(needs.area_cm2) * i64::from(100 - request.area_tolerance_percent);
    area_cm2(&stand.polygon) * 100 >= least && has.power_w >= needs.power_w && (has.water || !needs.water) && (has.fire || !needs.fire)
}

/// Points of an application for a stand, whoever stands beside it.
pub fn apart(request: &AllocationRequest, application: &Application, index: usize) -> i64 {
    let (plan, stand) = (&request.plan, &request.plan.stands[index]);
    let members = plan.quarter_stands();
    let within: Vec<_> =
        plan.quarters.iter().zip(&members).filter(|(_, members)| members.contains(&index)).map(|(quarter, _)| quarter).collect();
    let wishes = |wish: &Wish| application.wishes.contains(wish);
    let mut points = 0;
    if wishes(&Wish::Stand { number: stand.number.clone() }) {
        points += 300;
    }
    if within.iter().any(|quarter| quarter.sectors.iter().any(|sector| application.sectors.contains(sector))) {
        points += 200;
    } else if within.iter().any(|quarter| !quarter.sectors.is_empty()) {
        points -= 50;
    }
    if within.iter().any(|quarter| wishes(&Wish::Quarter { id: quarter.id.clone() })) {
        points += 150;
    }
    if stand.corner && wishes(&Wish::Corner) {
        points += 100;
    }
    if wishes(&Wish::NearEntrance) {
        let (at, door) = (centroid(&stand.polygon).unwrap(), plan.halls[0].entrances[0]);
        let metres = (f64::from(at.x - door.x).hypot(f64::from(at.y - door.y)) / 100.0).floor() as i64;
        points += (100 - 2 * metres).max(0);
    }
    let unused = (area_cm2(&stand.polygon) - i64::from(application.needs.area_cm2)).max(0) / 10_000;
    points -= (2 * unused).min(100);
    points -= 20 * i64::from(stand.services.water && !application.needs.water);
    points -= 20 * i64::from(stand.services.fire && !application.needs.fire);
    points
}

/// Points for neighbours, when the applications stand on these stands.
pub fn together(request: &AllocationRequest, stands: &[Option<usize>]) -> i64 {
    let beside = neighbours(&request.plan);
    let mut points = 0;
    for (application, stand) in request.applications.iter().zip(stands) {
        for (other, its) in request.applications.iter().zip(stands) {
            if let (Some(stand), Some(its)) = (stand, its)
                && beside[*stand].contains(its)
            {
                points += 100 * i64::from(application.group.is_some() && application.group == other.group);
                points += 100 * i64::from(application.wishes.contains(&Wish::NextTo { application: other.id.clone() }));
            }
        }
    }
    points
}

/// The most applications that can be placed, and the most points apart among the ways to place them, by trying all.
pub fn best(request: &AllocationRequest) -> (usize, i64) {
    let lock = |application: &Application| request.locks.iter().find(|lock| lock.application == application.id);
    let index = |number: &str| request.plan.stands.iter().position(|stand| stand.number == number).unwrap();
    let locked: Vec<usize> = request.locks.iter().map(|lock| index(&lock.stand)).collect();
    let open = |s: &usize| !locked.contains(s) && !request.closed.contains(&request.plan.stands[*s].number);
    let choices = request.applications.iter().map(|application| match lock(application) {
        Some(lock) => vec![(index(&lock.stand), apart(request, application, index(&lock.stand)))],
        None => {
            let fits = |s: &usize| open(s) && suits(request, application, &request.plan.stands[*s]);
            (0..request.plan.stands.len()).filter(fits).map(|s| (s, apart(request, application, s))).collect()
        }
    });
    tried(&choices.collect::<Vec<_>>(), &mut Vec::new())
}

fn tried(choices: &[Vec<(usize, i64)>], used: &mut Vec<usize>) -> (usize, i64) {
    let Some((first, rest)) = choices.split_first() else { return (0, 0) };
    let mut best = tried(rest, used);
    for (stand, points) in first {
        if !used.contains(stand) {
            used.push(*stand);
            let (placed, sum) = tried(rest, used);
            used.pop();
            best = best.max((placed + 1, sum + points));
        }
    }
    best
}
