//! Turns an allocation into its explanation.

use super::outcome::{Allocation, AllocationResult, Obstacle, ObstacleCode, Reason, ReasonCode, Totals, Unmet, UnmetReason, Unplaced};
use super::prepare::Prepared;
use super::score::{About, Merit, lacks, least_area_cm2};
use super::{PER_METRE, WISH_NEAR_ENTRANCE, Wish};

/// An allocation being explained.
struct Scene<'p> {
    prepared: &'p Prepared<'p>,
    stand: &'p [Option<usize>],
    holder: Vec<Option<usize>>,
}

/// The explanation of `stand`, the stand of each application, that came from `assigned`.
pub fn explain(prepared: &Prepared<'_>, assigned: &[Option<usize>], stand: &[Option<usize>]) -> AllocationResult {
    let mut holder = vec![None; prepared.sites.len()];
    for (application, stand) in stand.iter().enumerate() {
        if let Some(stand) = stand {
            holder[*stand] = Some(application);
        }
    }
    let scene = Scene { prepared, stand, holder };
    let placed = || stand.iter().enumerate().filter_map(|(application, stand)| Some((application, (*stand)?)));
    let allocations: Vec<Allocation> = placed().map(|(application, stand)| scene.allocation(application, stand)).collect();
    let nowhere = stand.iter().enumerate().filter(|(_, stand)| stand.is_none());
    let unplaced: Vec<Unplaced> = nowhere.map(|(application, _)| scene.unplaced(application)).collect();
    let is_free = |s: &usize| scene.holder[*s].is_none() && !prepared.sites[*s].closed;
    let free: Vec<String> = (0..prepared.sites.len()).filter(is_free).map(|s| prepared.sites[s].number.to_owned()).collect();
    let points = allocations.iter().map(|allocation| allocation.points).sum();
    let points_apart = placed().map(|(application, stand)| prepared.apart(application, stand)).sum();
    let best_apart = assigned.iter().enumerate().filter_map(|(application, stand)| Some(prepared.apart(application, (*stand)?))).sum();
    let totals = Totals {
        applications: stand.len(),
        placed: allocations.len(),
        locked: allocations.iter().filter(|allocation| allocation.locked).count(),
        unplaced: unplaced.len(),
        stands: prepared.sites.len(),
        closed: prepared.sites.iter().filter(|site| site.closed).count(),
        free: free.len(),
        points,
        points_apart,
        points_together: points - points_apart,
        best_apart,
        moved: assigned.iter().zip(stand).filter(|(before, after)| before != after).count(),
    };
    AllocationResult { allocations, unplaced, free, totals }
}

impl Scene<'_> {
    fn allocation(&self, application: usize, stand: usize) -> Allocation {
        let prepared = self.prepared;
        let (of, site) = (&prepared.applicants[application], &prepared.sites[stand]);
        let mut reasons = Vec::new();
        if of.lock.is_some() {
            reasons.push(Reason { code: ReasonCode::Locked, points: 0, about: None, amount: None });
            let lacking = lacks(&of.needs, site.doubled_area, &site.services, prepared.tolerance);
            reasons.extend(lacking.into_iter().map(|(code, amount)| Reason { code, points: 0, about: None, amount }));
        }
        prepared.merits(application, stand, |merit| reasons.push(self.reason(merit)));
        for neighbour in site.neighbours.iter().filter_map(|s| self.holder[*s]) {
            prepared.beside(application, neighbour, |merit| reasons.push(self.reason(merit)));
        }
        Allocation {
            application: of.id.to_owned(),
            stand: site.number.to_owned(),
            locked: of.lock.is_some(),
            points: reasons.iter().map(|reason| reason.points).sum(),
            reasons,
            unmet: self.unmet(application, stand),
        }
    }

    fn reason(&self, merit: Merit) -> Reason {
        let about = match merit.about {
            About::Nothing => None,
            About::Stand(stand) => Some(self.prepared.sites[stand].number),
            About::Quarter(quarter) => Some(self.prepared.quarters[quarter].id),
            About::Application(application) => Some(self.prepared.applicants[application].id),
        };
        Reason { code: merit.code, points: merit.points, about: about.map(str::to_owned), amount: merit.amount }
    }

    /// The wishes that the stand does not fulfil.
    fn unmet(&self, application: usize, stand: usize) -> Vec<Unmet> {
        let prepared = self.prepared;
        let (wishes, sites) = (&prepared.applicants[application].wishes, &prepared.sites);
        let mut unmet = Vec::new();
        let mut check = |wish: Wish, fulfils: &dyn Fn(usize) -> bool| {
            if !fulfils(stand) {
                let candidates = (0..sites.len()).filter(|s| fulfils(*s)).collect();
                unmet.push(self.why_not(wish, application, candidates));
            }
        };
        for wished in &wishes.stands {
            check(Wish::Stand { number: sites[*wished].number.to_owned() }, &|s| s == *wished);
        }
        for quarter in &wishes.quarters {
            check(Wish::Quarter { id: prepared.quarters[*quarter].id.to_owned() }, &|s| sites[s].quarters.contains(quarter));
        }
        if wishes.near_entrance {
            check(Wish::NearEntrance, &|s| sites[s].entrance_m.is_some_and(|metres| PER_METRE * metres < WISH_NEAR_ENTRANCE));
        }
        if wishes.corner {
            check(Wish::Corner, &|s| sites[s].corner);
        }
        for partner in &wishes.next_to {
            let reason = match self.stand[*partner] {
                Some(beside) if sites[beside].neighbours.contains(&stand) => continue,
                Some(_) => UnmetReason::Elsewhere,
                None => UnmetReason::NotPlaced,
            };
            let wish = Wish::NextTo { application: prepared.applicants[*partner].id.to_owned() };
            unmet.push(Unmet { wish, reason, given_to: None });
        }
        unmet
    }

    /// Why none of the stands that fulfil a wish was given.
    fn why_not(&self, wish: Wish, application: usize, mut candidates: Vec<usize>) -> Unmet {
        let sites = &self.prepared.sites;
        candidates.retain(|s| !sites[*s].closed);
        let suitable: Vec<usize> = candidates.iter().copied().filter(|s| self.prepared.suits(application, *s)).collect();
        let holders: Vec<usize> = suitable.iter().filter_map(|s| self.holder[*s]).collect();
        let reason = match (candidates.is_empty(), suitable.is_empty()) {
            (true, _) => UnmetReason::NoStand,
            (_, true) => UnmetReason::Unsuitable,
            _ if holders.len() == suitable.len() => UnmetReason::Given,
            _ => UnmetReason::Elsewhere,
        };
        let given_to = match (reason, holders.as_slice()) {
            (UnmetReason::Given, [only]) => Some(self.prepared.applicants[*only].id.to_owned()),
            _ => None,
        };
        Unmet { wish, reason, given_to }
    }

    fn unplaced(&self, application: usize) -> Unplaced {
        let prepared = self.prepared;
        let of = &prepared.applicants[application];
        let open: Vec<usize> = (0..prepared.sites.len()).filter(|s| !prepared.sites[*s].closed).collect();
        let suitable: Vec<usize> = open.iter().copied().filter(|s| prepared.suits(application, *s)).collect();
        let mut obstacles = Vec::new();
        let mut add = |code, wanted, best| obstacles.push(Obstacle { code, wanted, best });
        if open.is_empty() {
            add(ObstacleCode::NoStand, None, None);
        } else if suitable.is_empty() {
            let lacking = |code| {
                let lacks_it = |s: &usize| {
                    let site = &prepared.sites[*s];
                    lacks(&of.needs, site.doubled_area, &site.services, prepared.tolerance).iter().any(|(lack, _)| *lack == code)
                };
                open.iter().all(lacks_it)
            };
            if lacking(ReasonCode::ShortOfArea) {
                let largest = open.iter().map(|s| i64::try_from(prepared.sites[*s].doubled_area / 2).unwrap_or(i64::MAX)).max();
                add(ObstacleCode::Area, Some(least_area_cm2(&of.needs, prepared.tolerance)), largest);
            }
            if lacking(ReasonCode::ShortOfPower) {
                let most = open.iter().map(|s| i64::from(prepared.sites[*s].services.power_w)).max();
                add(ObstacleCode::Power, Some(of.needs.power_w.into()), most);
            }
            if lacking(ReasonCode::WithoutWater) {
                add(ObstacleCode::Water, None, None);
            }
            if lacking(ReasonCode::WithoutFire) {
                add(ObstacleCode::Fire, None, None);
            }
        }
        if obstacles.is_empty() {
            let holders: Vec<usize> = suitable.iter().filter_map(|s| self.holder[*s]).collect();
            let code = match suitable.len() {
                0 => ObstacleCode::Combination,
                all if all > holders.len() => ObstacleCode::NotGivenOut,
                _ if holders.iter().all(|holder| prepared.applicants[*holder].lock.is_some()) => ObstacleCode::Locked,
                _ => ObstacleCode::Taken,
            };
            obstacles.push(Obstacle { code, wanted: None, best: None });
        }
        Unplaced { application: of.id.to_owned(), suitable: suitable.len(), obstacles }
    }
}
