//! The points, said once: for the assignment, the moves and the explanation.

use super::prepare::Prepared;
use super::{
    AREA_UNUSED_AT_WORST, Needs, PER_METRE, PER_UNUSED_M2, QUARTER_MATCHED, QUARTER_OF_OTHERS, ReasonCode, SAME_GROUP, SERVICE_UNUSED,
    WISH_CORNER, WISH_NEAR_ENTRANCE, WISH_NEXT_TO, WISH_QUARTER, WISH_STAND,
};
use crate::plan::Services;

/// What a reason is about, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Nothing,
    Stand(usize),
    Quarter(usize),
    Application(usize),
}

/// A reason with places instead of names.
#[derive(Debug, Clone, Copy)]
pub struct Merit {
    pub code: ReasonCode,
    pub points: i64,
    pub about: About,
    pub amount: Option<i64>,
}

/// Twice the square centimetres that a stand must have at least, in hundredths.
fn least_area(needs: &Needs, tolerance: u8) -> i128 {
    2 * i128::from(needs.area_cm2) * i128::from(100_u8.saturating_sub(tolerance))
}

/// The square centimetres that a stand must have at least, rounded up.
pub fn least_area_cm2(needs: &Needs, tolerance: u8) -> i64 {
    (i64::from(needs.area_cm2) * i64::from(100_u8.saturating_sub(tolerance)) + 99) / 100
}

/// What is lacking, with the amount.
pub fn lacks(needs: &Needs, doubled_area: i128, services: &Services, tolerance: u8) -> Vec<(ReasonCode, Option<i64>)> {
    let mut lacking = Vec::new();
    if doubled_area * 100 < least_area(needs, tolerance) {
        let has = i64::try_from(doubled_area / 2).unwrap_or(i64::MAX);
        lacking.push((ReasonCode::ShortOfArea, Some(least_area_cm2(needs, tolerance) - has)));
    }
    if services.power_w < needs.power_w {
        lacking.push((ReasonCode::ShortOfPower, Some(i64::from(needs.power_w) - i64::from(services.power_w))));
    }
    if needs.water && !services.water {
        lacking.push((ReasonCode::WithoutWater, None));
    }
    if needs.fire && !services.fire {
        lacking.push((ReasonCode::WithoutFire, None));
    }
    lacking
}

/// The points of every application for every stand that suits it, whoever stands beside it.
pub struct Table {
    stands: usize,
    points: Vec<Option<i64>>,
}

impl Table {
    /// All of them, computed once.
    pub fn of(prepared: &Prepared<'_>) -> Self {
        let stands = prepared.sites.len();
        let pairs = (0..prepared.applicants.len()).flat_map(|a| (0..stands).map(move |s| (a, s)));
        let points = pairs.map(|(a, s)| prepared.suits(a, s).then(|| prepared.apart(a, s))).collect();
        Self { stands, points }
    }

    /// The points; none when the stand does not suit.
    pub fn get(&self, application: usize, stand: usize) -> Option<i64> {
        self.points[application * self.stands + stand]
    }

    /// Whether the stand has what the application needs.
    pub fn suits(&self, application: usize, stand: usize) -> bool {
        self.get(application, stand).is_some()
    }
}

impl Prepared<'_> {
    /// Whether the stand has what the application needs.
    pub fn suits(&self, application: usize, stand: usize) -> bool {
        let (needs, site) = (&self.applicants[application].needs, &self.sites[stand]);
        lacks(needs, site.doubled_area, &site.services, self.tolerance).is_empty()
    }

    /// What speaks for the stand and against it, whoever stands beside it.
    pub fn merits(&self, application: usize, stand: usize, mut each: impl FnMut(Merit)) {
        let (of, site) = (&self.applicants[application], &self.sites[stand]);
        let mut add = |code, points, about, amount| each(Merit { code, points, about, amount });
        if of.wishes.stands.contains(&stand) {
            add(ReasonCode::WishStand, WISH_STAND, About::Stand(stand), None);
        }
        let for_crafts = site.quarters.iter().find(|quarter| !self.quarters[**quarter].sectors.is_empty());
        match (site.quarters.iter().find(|quarter| of.at_home[**quarter]), for_crafts) {
            (Some(quarter), _) => add(ReasonCode::QuarterMatched, QUARTER_MATCHED, About::Quarter(*quarter), None),
            (None, Some(quarter)) => add(ReasonCode::QuarterOfOthers, QUARTER_OF_OTHERS, About::Quarter(*quarter), None),
            (None, None) => {}
        }
        if let Some(quarter) = site.quarters.iter().find(|quarter| of.wishes.quarters.contains(quarter)) {
            add(ReasonCode::WishQuarter, WISH_QUARTER, About::Quarter(*quarter), None);
        }
        if of.wishes.corner && site.corner {
            add(ReasonCode::WishCorner, WISH_CORNER, About::Nothing, None);
        }
        if let (true, Some(metres)) = (of.wishes.near_entrance, site.entrance_m) {
            let points = WISH_NEAR_ENTRANCE - PER_METRE * metres;
            if points > 0 {
                add(ReasonCode::WishNearEntrance, points, About::Nothing, Some(metres));
            }
        }
        let unused = i64::try_from(site.doubled_area / 2).unwrap_or(i64::MAX) - i64::from(of.needs.area_cm2);
        if unused >= 10_000 {
            let points = (PER_UNUSED_M2 * (unused / 10_000)).max(AREA_UNUSED_AT_WORST);
            add(ReasonCode::AreaUnused, points, About::Nothing, Some(unused));
        }
        if site.services.water && !of.needs.water {
            add(ReasonCode::WaterUnused, SERVICE_UNUSED, About::Nothing, None);
        }
        if site.services.fire && !of.needs.fire {
            add(ReasonCode::FireUnused, SERVICE_UNUSED, About::Nothing, None);
        }
    }

    /// Points of an application for a stand, whoever stands beside it.
    pub fn apart(&self, application: usize, stand: usize) -> i64 {
        let mut points = 0;
        self.merits(application, stand, |merit| points += merit.points);
        points
    }

    /// What an application gets from a neighbour.
    pub fn beside(&self, application: usize, neighbour: usize, mut each: impl FnMut(Merit)) {
        let (of, other) = (&self.applicants[application], &self.applicants[neighbour]);
        let mut add = |code, points| each(Merit { code, points, about: About::Application(neighbour), amount: None });
        if of.wishes.next_to.contains(&neighbour) {
            add(ReasonCode::WishNextTo, WISH_NEXT_TO);
        }
        if of.group.is_some() && of.group == other.group {
            add(ReasonCode::SameGroup, SAME_GROUP);
        }
    }

    /// Points of two applications together for being neighbours.
    pub fn together(&self, a: usize, b: usize) -> i64 {
        let mut points = 0;
        self.beside(a, b, |merit| points += merit.points);
        self.beside(b, a, |merit| points += merit.points);
        points
    }
}
