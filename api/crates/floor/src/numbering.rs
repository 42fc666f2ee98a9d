//! Numbers for stands, row by row.
//!
//! 1. Halls with the same prefix share a sequence; they follow one another by their ids.
//! 2. In a hall, rows run across, or down where the aisles that are longer than wide have the greater length together; or as asked.
//! 3. The first row begins with the uppermost stand (for rows that run down, the outermost on the side where reading begins) and has every stand whose
//!    centroid lies within its extent; the next row begins with the uppermost of the others.
//! 4. Along a row that runs across, numbers go in the reading direction; down a row that runs down, from the top. Rows that run down follow one another in
//!    the reading direction.
//!
//! The order of the list of stands does not matter, except among stands that cover exactly the same ground.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::geometry::{Location, bounds, centroid, locate};
use crate::plan::{Hall, MAX_AISLES, MAX_HALLS, MAX_STANDS, Plan, Point, Quarter, Stand};
use crate::problem::{Problem, at_most};

/// Digits of a number at most.
pub const MAX_DIGITS: u8 = 6;
/// The largest first number.
pub const MAX_FIRST: u32 = 1_000_000;
/// Bytes of a prefix at most.
pub const MAX_PREFIX: usize = 50;

/// The direction numbers go in along a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorDirection))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// As Arabic is written.
    #[default]
    RightToLeft,
    /// As French and English are written.
    LeftToRight,
}

/// How rows run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorRows))]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// As most aisles of the hall do.
    #[default]
    AlongAisles,
    /// From side to side.
    Across,
    /// From the top to the bottom.
    Down,
}

/// How to number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorNumberingOptions))]
#[serde(deny_unknown_fields)]
pub struct NumberingOptions {
    /// Right to left when absent.
    #[serde(default)]
    pub direction: Direction,
    /// Along the aisles when absent.
    #[serde(default)]
    pub rows: Rows,
    /// The first number of each sequence; at most 1,000,000.
    #[serde(default = "first")]
    pub first: u32,
    /// Digits at least, with zeros before; at most 6.
    #[serde(default = "digits")]
    pub digits: u8,
    /// Whether stands that have a number keep it, and the others get what is free.
    #[serde(default)]
    pub keep: bool,
}

fn first() -> u32 {
    1
}

fn digits() -> u8 {
    2
}

impl Default for NumberingOptions {
    fn default() -> Self {
        Self { direction: Direction::default(), rows: Rows::default(), first: first(), digits: digits(), keep: false }
    }
}

/// A number for each stand, in the order of the list of stands.
///
/// # Errors
/// `too_many_entries`, `out_of_range`, and `unknown_hall` for a stand that is in no hall of the plan.
pub fn propose_numbers(plan: &Plan, options: &NumberingOptions) -> Result<Vec<String>, Problem> {
    let halls = checked(plan, options)?;
    let mut numbers: Vec<String> =
        plan.stands.iter().map(|stand| if options.keep { stand.number.clone() } else { String::new() }).collect();
    let mut taken: HashSet<String> = numbers.iter().cloned().collect();
    let mut sequences: BTreeMap<&str, u64> = BTreeMap::new();
    for (hall, stands) in halls.into_values() {
        let next = sequences.entry(hall.prefix.as_str()).or_insert(u64::from(options.first));
        for stand in ordered(plan, hall, stands, options) {
            while is_blank(&numbers[stand]) {
                let number = format!("{}{:0width$}", hall.prefix, next, width = usize::from(options.digits));
                *next += 1;
                if taken.insert(number.clone()) {
                    numbers[stand] = number;
                }
            }
        }
    }
    Ok(numbers)
}

/// The plan with these numbers, one for each stand; quarters list their stands by the new ones.
#[must_use]
pub fn renumber(plan: &Plan, numbers: &[String]) -> Plan {
    let pairs = || plan.stands.iter().zip(numbers);
    let mut new: HashMap<&str, &String> = HashMap::new();
    for (stand, number) in pairs() {
        new.entry(stand.number.as_str()).or_insert(number);
    }
    let in_quarter = |old: &String| new.get(old.as_str()).map_or(old, |number| number).clone();
    let quarters =
        plan.quarters.iter().map(|quarter| Quarter { stands: quarter.stands.iter().map(in_quarter).collect(), ..quarter.clone() });
    let mut stands: Vec<Stand> = plan.stands.clone();
    for (stand, number) in stands.iter_mut().zip(numbers) {
        stand.number.clone_from(number);
    }
    Plan { halls: plan.halls.clone(), aisles: plan.aisles.clone(), stands, quarters: quarters.collect() }
}

fn is_blank(number: &str) -> bool {
    number.trim().is_empty()
}

/// The halls by id, with their stands.
fn checked<'p>(plan: &'p Plan, options: &NumberingOptions) -> Result<BTreeMap<&'p str, (&'p Hall, Vec<usize>)>, Problem> {
    at_most(MAX_HALLS, plan.halls.len(), "/halls")?;
    at_most(MAX_AISLES, plan.aisles.len(), "/aisles")?;
    at_most(MAX_STANDS, plan.stands.len(), "/stands")?;
    if options.first > MAX_FIRST {
        return Err(Problem::new("out_of_range", "/first", "at most 1,000,000").with("limit", MAX_FIRST));
    }
    if options.digits > MAX_DIGITS {
        return Err(Problem::new("out_of_range", "/digits", "at most 6").with("limit", u32::from(MAX_DIGITS)));
    }
    let mut halls: BTreeMap<&str, (&Hall, Vec<usize>)> = BTreeMap::new();
    for (i, hall) in plan.halls.iter().enumerate() {
        if hall.prefix.len() > MAX_PREFIX {
            let problem = Problem::new("out_of_range", format!("/halls/{i}/prefix"), "a text of at most 50 bytes");
            return Err(problem.with("limit", MAX_PREFIX));
        }
        halls.entry(hall.id.as_str()).or_insert((hall, Vec::new()));
    }
    for (i, stand) in plan.stands.iter().enumerate() {
        match halls.get_mut(stand.hall.as_str()) {
            Some((_, stands)) => stands.push(i),
            None => {
                let problem = Problem::new("unknown_hall", format!("/stands/{i}/hall"), "the id of a hall of this plan");
                return Err(problem.with("hall", stand.hall.as_str()));
            }
        }
    }
    Ok(halls)
}

/// Whether the rows of this hall run down.
fn runs_down(plan: &Plan, hall: &Hall, rows: Rows) -> bool {
    let (mut across, mut down) = (0, 0);
    for aisle in &plan.aisles {
        let within = centroid(&aisle.polygon).is_some_and(|centre| locate(&hall.polygon, centre) != Location::Outside);
        if let (true, Some(around)) = (within, bounds(&aisle.polygon)) {
            let length = if around.height() > around.width() { &mut down } else { &mut across };
            *length += around.width().max(around.height());
        }
    }
    match rows {
        Rows::AlongAisles => down > across,
        Rows::Across => false,
        Rows::Down => true,
    }
}

/// A stand seen so that rows run from low `along` to high, and follow one another from low `beside` to high.
struct Seen {
    index: usize,
    along: i64,
    beside: i64,
    /// Its extent across the row.
    from: i64,
    to: i64,
}

/// The stands of a hall in the order of their numbers.
fn ordered(plan: &Plan, hall: &Hall, mut stands: Vec<usize>, options: &NumberingOptions) -> Vec<usize> {
    let down = runs_down(plan, hall, options.rows);
    let sign = if options.direction == Direction::RightToLeft { -1 } else { 1 };
    let place = |p: Point| {
        let (x, y) = (sign * i64::from(p.x), i64::from(p.y));
        if down { (y, x) } else { (x, y) }
    };
    stands.sort_by(|a, b| plan.stands[*a].polygon.cmp(&plan.stands[*b].polygon).then(a.cmp(b)));
    let seen = stands.into_iter().map(|index| {
        let polygon = &plan.stands[index].polygon;
        let (along, beside) = place(centroid(polygon).unwrap_or_default());
        let extent = || polygon.iter().map(|corner| place(*corner).1);
        Seen { index, along, beside, from: extent().min().unwrap_or(beside), to: extent().max().unwrap_or(beside) }
    });
    let mut rest: Vec<Seen> = seen.collect();
    rest.sort_by_key(|stand| (stand.beside, stand.along));
    let mut order = Vec::with_capacity(rest.len());
    while let Some(first) = rest.first() {
        let (from, to) = (first.from, first.to);
        // The first of a row lies within its own extent, so each turn takes at least one.
        let (mut row, others): (Vec<Seen>, Vec<Seen>) = rest.into_iter().partition(|stand| from <= stand.beside && stand.beside <= to);
        if row.is_empty() {
            return order;
        }
        row.sort_by_key(|stand| (stand.along, stand.beside));
        order.extend(row.into_iter().map(|stand| stand.index));
        rest = others;
    }
    order
}
