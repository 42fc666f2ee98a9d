//! Makes a plan of what a file has, in whole centimetres.

use std::collections::HashSet;

use super::{Draft, Import, ImportOptions, Kind, Report, SkipReason};
use crate::geometry::{Location, centroid, doubled_area, locate};
use crate::plan::{
    Aisle, Hall, MAX_AISLES, MAX_ALL_CORNERS, MAX_COORDINATE, MAX_CORNERS, MAX_HALLS, MAX_POWER_W, MAX_QUARTERS, MAX_STANDS, MAX_TEXT,
    Plan, Point, Quarter, Stand,
};
use crate::problem::{Problem, at_most};

/// Centimetres that are surely beyond any plan, and still exact.
const FAR: f64 = 1e15;

/// Rounds, moves and sorts the drafts into a plan.
pub(super) fn assemble(drafts: Vec<Draft>, mut report: Report, options: &ImportOptions) -> Result<Import, Problem> {
    for (kind, list, limit) in [
        (Kind::Hall, "halls", MAX_HALLS),
        (Kind::Aisle, "aisles", MAX_AISLES),
        (Kind::Stand, "stands", MAX_STANDS),
        (Kind::Quarter, "quarters", MAX_QUARTERS),
    ] {
        let count = drafts.iter().filter(|draft| draft.kind == kind).count();
        at_most(limit, count, "").map_err(|problem| problem.with("list", list))?;
    }
    let corners = drafts.iter().map(|draft| draft.outline.len()).sum();
    at_most(MAX_ALL_CORNERS, corners, "").map_err(|problem| problem.with("list", "corners"))?;
    let mut rounded = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match in_cm(&draft, options) {
            Ok(outline) => rounded.push((draft, outline)),
            Err(reason) => report.skip(draft.position, &draft.element, draft.name.as_deref(), reason),
        }
    }
    let (left, top) = match options.to_corner {
        true => {
            let all = || rounded.iter().flat_map(|(_, outline)| outline);
            (all().map(|p| p.0).min().unwrap_or(0), all().map(|p| p.1).min().unwrap_or(0))
        }
        false => (0, 0),
    };
    let mut builder = Builder::default();
    for (draft, outline) in rounded {
        let (position, element, name) = (draft.position, draft.element.clone(), draft.name.clone());
        let moved: Option<Vec<Point>> =
            outline.iter().map(|(x, y)| Some(Point::new(coordinate(x - left)?, coordinate(y - top)?))).collect();
        let taken = moved.ok_or(SkipReason::OutOfRange).and_then(|outline| builder.take(draft, outline));
        if let Err(reason) = taken {
            report.skip(position, &element, name.as_deref(), reason);
        }
    }
    let plan = builder.plan(&mut report);
    report.skipped.sort_by_key(|skipped| skipped.position);
    Ok(Import { plan, skipped: report.skipped, skipped_total: report.total })
}

fn coordinate(value: i64) -> Option<i32> {
    i32::try_from(value).ok().filter(|value| (-MAX_COORDINATE..=MAX_COORDINATE).contains(value))
}

/// The outline in whole centimetres, without corners that fall together and without the first one at the end.
fn in_cm(draft: &Draft, options: &ImportOptions) -> Result<Vec<(i64, i64)>, SkipReason> {
    let down = if options.y_upwards { -1.0 } else { 1.0 };
    let whole = |value: f64| {
        let cm = (value * options.cm_per_unit).round();
        // Within ±10^15 a whole floating point number is a whole number.
        (cm.abs() <= FAR).then_some(cm as i64).ok_or(SkipReason::OutOfRange)
    };
    let mut outline = Vec::with_capacity(draft.outline.len());
    for (x, y) in &draft.outline {
        outline.push((whole(*x)?, whole(down * y)?));
    }
    outline.dedup();
    while outline.len() > 1 && outline.first() == outline.last() {
        outline.pop();
    }
    Ok(outline)
}

#[derive(Default)]
struct Builder {
    plan: Plan,
    /// Entrances, with their draft.
    entrances: Vec<(Draft, Point)>,
    /// The hall each stand names.
    halls: Vec<Option<String>>,
}

impl Builder {
    fn take(&mut self, draft: Draft, polygon: Vec<Point>) -> Result<(), SkipReason> {
        if draft.kind == Kind::Entrance {
            let at = centroid(&polygon).ok_or(SkipReason::NoArea)?;
            self.entrances.push((draft, at));
            return Ok(());
        }
        let listed = draft.kind == Kind::Quarter && !draft.stands.is_empty() && polygon.is_empty();
        if !listed && doubled_area(&polygon) == 0 {
            return Err(SkipReason::NoArea);
        }
        if polygon.len() > MAX_CORNERS {
            return Err(SkipReason::TooManyCorners);
        }
        if draft.name.as_ref().is_some_and(|name| name.len() > MAX_TEXT) || draft.services.power_w > MAX_POWER_W || draft.open_sides > 8 {
            return Err(SkipReason::Unreadable);
        }
        let plan = &mut self.plan;
        match draft.kind {
            Kind::Hall => plan.halls.push(Hall {
                id: draft.name.unwrap_or_default(),
                name: draft.names,
                prefix: draft.prefix,
                polygon,
                entrances: Vec::new(),
            }),
            Kind::Quarter => plan.quarters.push(Quarter {
                id: draft.name.unwrap_or_default(),
                name: draft.names,
                sectors: draft.sectors,
                stands: draft.stands,
                polygon: (!listed).then_some(polygon),
            }),
            Kind::Stand => {
                plan.stands.push(Stand {
                    number: draft.name.unwrap_or_default(),
                    hall: String::new(),
                    polygon,
                    services: draft.services,
                    corner: draft.corner,
                    open_sides: draft.open_sides,
                });
                self.halls.push(draft.hall);
            }
            Kind::Aisle | Kind::Entrance => plan.aisles.push(Aisle { polygon }),
        }
        Ok(())
    }

    /// Names what has no name, and finds the hall of each stand and entrance.
    fn plan(mut self, report: &mut Report) -> Plan {
        name("hall", self.plan.halls.iter_mut().map(|hall| &mut hall.id).collect());
        name("quarter", self.plan.quarters.iter_mut().map(|quarter| &mut quarter.id).collect());
        for (stand, named) in self.plan.stands.iter_mut().zip(self.halls) {
            stand.hall = named.unwrap_or_else(|| hall_of(&self.plan.halls, &stand.polygon));
        }
        for (draft, at) in self.entrances {
            let fits = |hall: &&mut Hall| match &draft.hall {
                Some(id) => hall.id == *id,
                None => locate(&hall.polygon, at) != Location::Outside,
            };
            match self.plan.halls.iter_mut().find(fits) {
                Some(hall) => hall.entrances.push(at),
                None => report.skip(draft.position, &draft.element, draft.name.as_deref(), SkipReason::NoHall),
            }
        }
        self.plan
    }
}

/// The hall around the centroid of a polygon, else around its first corner, else the only one; nothing when there is none.
fn hall_of(halls: &[Hall], polygon: &[Point]) -> String {
    let around = |at: Option<Point>| at.and_then(|at| halls.iter().find(|hall| locate(&hall.polygon, at) != Location::Outside));
    let only = || if let [hall] = halls { Some(hall) } else { None };
    let hall = around(centroid(polygon)).or_else(|| around(polygon.first().copied())).or_else(only);
    hall.map(|hall| hall.id.clone()).unwrap_or_default()
}

/// Gives `word-1`, `word-2`… to those without a name.
fn name(word: &str, names: Vec<&mut String>) {
    let taken: HashSet<String> = names.iter().map(|name| (**name).clone()).collect();
    let mut free = (1_usize..).map(|n| format!("{word}-{n}")).filter(|name| !taken.contains(name));
    for name in names.into_iter().filter(|name| name.is_empty()) {
        name.extend(free.next());
    }
}
