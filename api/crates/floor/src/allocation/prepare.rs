//! Checks a request and turns names into places: applications by id, stands by number.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{AllocationRequest, Application, MAX_APPLICATIONS, MAX_SECTORS, MAX_TOLERANCE, MAX_WISHES, Needs, Wish};
use crate::check::check;
use crate::geometry::{centroid, doubled_area, neighbours};
use crate::plan::{MAX_STANDS, Plan, Point, Services};
use crate::problem::{Problem, at_most, filled};

/// A request without faults. Whatever order it came in, this is the same.
pub struct Prepared<'r> {
    /// Stands by number.
    pub sites: Vec<Site<'r>>,
    /// Quarters by id.
    pub quarters: Vec<Quarter<'r>>,
    /// Applications by id.
    pub applicants: Vec<Applicant<'r>>,
    /// By how many percent a stand may be smaller.
    pub tolerance: u8,
}

/// A stand.
pub struct Site<'r> {
    pub number: &'r str,
    /// Twice the area in square centimetres.
    pub doubled_area: i128,
    pub services: Services,
    pub corner: bool,
    pub closed: bool,
    /// Full metres to the nearest entrance of its hall.
    pub entrance_m: Option<i64>,
    /// The quarters it is in, ascending.
    pub quarters: Vec<usize>,
    /// Neighbours, ascending.
    pub neighbours: Vec<usize>,
}

/// A quarter.
pub struct Quarter<'r> {
    pub id: &'r str,
    pub sectors: HashSet<&'r str>,
}

/// An application.
pub struct Applicant<'r> {
    pub id: &'r str,
    pub group: Option<&'r str>,
    pub needs: Needs,
    /// For each quarter whether it is for one of the craft sectors.
    pub at_home: Vec<bool>,
    pub wishes: Wishes,
    /// The stand it has already.
    pub lock: Option<usize>,
}

/// Wishes, each once.
#[derive(Default)]
pub struct Wishes {
    pub stands: BTreeSet<usize>,
    pub quarters: BTreeSet<usize>,
    pub next_to: BTreeSet<usize>,
    pub near_entrance: bool,
    pub corner: bool,
}

/// Checks everything, orders everything.
pub fn prepare(request: &AllocationRequest) -> Result<Prepared<'_>, Problem> {
    at_most(MAX_APPLICATIONS, request.applications.len(), "/applications")?;
    at_most(MAX_APPLICATIONS, request.locks.len(), "/locks")?;
    at_most(MAX_STANDS, request.closed.len(), "/closed")?;
    if request.area_tolerance_percent > MAX_TOLERANCE {
        let problem = Problem::new("out_of_range", "/area_tolerance_percent", "at most 50");
        return Err(problem.with("limit", u32::from(MAX_TOLERANCE)));
    }
    if let Some(problem) = check(&request.plan).into_iter().find(Problem::is_error) {
        return Err(problem.under("/plan"));
    }
    let quarters = quarters(&request.plan);
    let mut sites = sites(&request.plan, &quarters);
    let names = Names {
        stands: sites.iter().enumerate().map(|(i, site)| (site.number, i)).collect(),
        quarters: quarters.iter().enumerate().map(|(i, quarter)| (quarter.id, i)).collect(),
        applications: applications(request)?,
    };
    for (i, number) in request.closed.iter().enumerate() {
        sites[names.stand(number, format!("/closed/{i}"))?].closed = true;
    }
    let mut applicants = Vec::with_capacity(request.applications.len());
    for (i, application) in request.applications.iter().enumerate() {
        applicants.push(applicant(i, application, &quarters, &names)?);
    }
    applicants.sort_by_key(|applicant| applicant.id);
    locks(request, &names, &sites, &mut applicants)?;
    Ok(Prepared { sites, quarters, applicants, tolerance: request.area_tolerance_percent })
}

/// What every name stands for.
struct Names<'r> {
    stands: HashMap<&'r str, usize>,
    quarters: HashMap<&'r str, usize>,
    applications: HashMap<&'r str, usize>,
}

impl Names<'_> {
    fn stand(&self, number: &str, pointer: String) -> Result<usize, Problem> {
        let unknown = || Problem::new("unknown_stand", pointer, "the number of a stand of this plan").with("stand", number);
        self.stands.get(number).copied().ok_or_else(unknown)
    }

    fn quarter(&self, id: &str, pointer: String) -> Result<usize, Problem> {
        let unknown = || Problem::new("unknown_quarter", pointer, "the id of a quarter of this plan").with("quarter", id);
        self.quarters.get(id).copied().ok_or_else(unknown)
    }

    fn application(&self, id: &str, pointer: String) -> Result<usize, Problem> {
        let unknown = || Problem::new("unknown_application", pointer, "the id of an application of this request").with("application", id);
        self.applications.get(id).copied().ok_or_else(unknown)
    }
}

fn quarters(plan: &Plan) -> Vec<Quarter<'_>> {
    let mut all = Vec::with_capacity(plan.quarters.len());
    for quarter in &plan.quarters {
        all.push(Quarter { id: quarter.id.as_str(), sectors: quarter.sectors.iter().map(String::as_str).collect() });
    }
    all.sort_by_key(|quarter| quarter.id);
    all
}

fn sites<'r>(plan: &'r Plan, quarters: &[Quarter<'_>]) -> Vec<Site<'r>> {
    let mut order: Vec<usize> = (0..plan.stands.len()).collect();
    order.sort_by_key(|s| plan.stands[*s].number.as_str());
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(to, from)| place[*from] = to);
    let neighbours = neighbours(plan);
    let entrances: HashMap<&str, &Vec<Point>> = plan.halls.iter().map(|hall| (hall.id.as_str(), &hall.entrances)).collect();
    let mut sites: Vec<Site<'r>> = Vec::with_capacity(order.len());
    for s in order {
        let stand = &plan.stands[s];
        let at = centroid(&stand.polygon).unwrap_or_default();
        let doors = entrances.get(stand.hall.as_str()).into_iter().flat_map(|list| list.iter());
        let mut beside: Vec<usize> = neighbours[s].iter().map(|n| place[*n]).collect();
        beside.sort_unstable();
        sites.push(Site {
            number: &stand.number,
            doubled_area: doubled_area(&stand.polygon),
            services: stand.services,
            corner: stand.corner,
            closed: false,
            entrance_m: doors.map(|door| metres(at, *door)).min(),
            quarters: Vec::new(),
            neighbours: beside,
        });
    }
    for (quarter, members) in plan.quarters.iter().zip(plan.quarter_stands()) {
        if let Ok(index) = quarters.binary_search_by_key(&quarter.id.as_str(), |q| q.id) {
            members.into_iter().for_each(|s| sites[place[s]].quarters.push(index));
        }
    }
    sites.iter_mut().for_each(|site| site.quarters.sort_unstable());
    sites
}

/// Full metres between two points of a plan.
fn metres(a: Point, b: Point) -> i64 {
    let (dx, dy) = (i64::from(a.x) - i64::from(b.x), i64::from(a.y) - i64::from(b.y));
    (dx * dx + dy * dy).isqrt() / 100
}

/// The place of each application by its id.
fn applications(request: &AllocationRequest) -> Result<HashMap<&str, usize>, Problem> {
    let mut seen = HashMap::new();
    for (i, application) in request.applications.iter().enumerate() {
        let pointer = format!("/applications/{i}/id");
        filled(&application.id, &pointer)?;
        if let Some(first) = seen.insert(application.id.as_str(), i) {
            let problem = Problem::new("duplicate_application", pointer, "an id no other application has");
            return Err(problem.with("application", application.id.as_str()).with("first", first));
        }
    }
    let mut ids: Vec<&str> = seen.into_keys().collect();
    ids.sort_unstable();
    Ok(ids.into_iter().enumerate().map(|(place, id)| (id, place)).collect())
}

fn applicant<'r>(i: usize, of: &'r Application, quarters: &[Quarter<'_>], names: &Names<'_>) -> Result<Applicant<'r>, Problem> {
    at_most(MAX_SECTORS, of.sectors.len(), &format!("/applications/{i}/sectors"))?;
    at_most(MAX_WISHES, of.wishes.len(), &format!("/applications/{i}/wishes"))?;
    let mut wishes = Wishes::default();
    for (w, wish) in of.wishes.iter().enumerate() {
        let at = |member: &str| format!("/applications/{i}/wishes/{w}/{member}");
        match wish {
            Wish::Stand { number } => drop(wishes.stands.insert(names.stand(number, at("number"))?)),
            Wish::Quarter { id } => drop(wishes.quarters.insert(names.quarter(id, at("id"))?)),
            Wish::NextTo { application } if *application == of.id => {
                let problem = Problem::new("beside_itself", at("application"), "the id of another application");
                return Err(problem.with("application", of.id.as_str()));
            }
            Wish::NextTo { application } => drop(wishes.next_to.insert(names.application(application, at("application"))?)),
            Wish::NearEntrance => wishes.near_entrance = true,
            Wish::Corner => wishes.corner = true,
        }
    }
    let for_one_of = |quarter: &Quarter<'_>| of.sectors.iter().any(|sector| quarter.sectors.contains(sector.as_str()));
    Ok(Applicant {
        id: &of.id,
        group: of.group.as_deref(),
        needs: of.needs,
        at_home: quarters.iter().map(for_one_of).collect(),
        wishes,
        lock: None,
    })
}

fn locks(request: &AllocationRequest, names: &Names<'_>, sites: &[Site<'_>], applicants: &mut [Applicant<'_>]) -> Result<(), Problem> {
    let mut held = HashSet::new();
    for (i, lock) in request.locks.iter().enumerate() {
        let application = names.application(&lock.application, format!("/locks/{i}/application"))?;
        let stand = names.stand(&lock.stand, format!("/locks/{i}/stand"))?;
        if applicants[application].lock.replace(stand).is_some() {
            let problem = Problem::new("duplicate_lock", format!("/locks/{i}/application"), "an application that is not locked yet");
            return Err(problem.with("application", lock.application.as_str()));
        }
        if !held.insert(stand) {
            let problem = Problem::new("duplicate_lock", format!("/locks/{i}/stand"), "a stand that is not locked yet");
            return Err(problem.with("stand", lock.stand.as_str()));
        }
        if sites[stand].closed {
            let problem = Problem::new("locked_and_closed", format!("/locks/{i}/stand"), "a stand that is not closed");
            return Err(problem.with("stand", lock.stand.as_str()));
        }
    }
    Ok(())
}
