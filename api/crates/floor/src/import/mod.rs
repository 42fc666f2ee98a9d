//! Plans from drawings (SVG) and from geographic tools (GeoJSON), and back to GeoJSON.
//!
//! What can be taken is taken, and every element that is not is reported with the reason; a file is refused as a whole only when it cannot be read or is
//! beyond a limit. Coordinates are multiplied by the centimetres per unit and rounded to the nearest centimetre; nothing is snapped. An import checks no rule
//! of the plan: [`crate::check::check`] does.
//!
//! Files come from anybody: their size, depth and number of elements are limited, documents that define entities are refused, nothing is expanded,
//! and nothing outside of the text is read.

mod assemble;
mod export;
mod geojson;
mod outline;
mod svg;

use serde::{Deserialize, Serialize};

use crate::plan::{Names, Plan, Services};
use crate::problem::Problem;

pub use export::to_geojson;
pub use geojson::from_geojson;
pub use svg::from_svg;

/// Bytes of a file at most.
pub const MAX_BYTES: usize = 4 << 20;
/// Elements or features of a file at most.
pub const MAX_ELEMENTS: usize = 100_000;
/// Elements within one another at most.
pub const MAX_DEPTH: usize = 64;
/// Attributes of an element at most.
pub const MAX_ATTRIBUTES: usize = 200;
/// Skipped elements that are listed; beyond, they are counted.
pub const MAX_SKIPPED: usize = 1_000;

/// How to read the coordinates of a file.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorImportOptions))]
#[serde(deny_unknown_fields)]
pub struct ImportOptions {
    /// The centimetres that one unit of the file stands for: 1 for a drawing in centimetres, 100 for one in metres. More than 0, at most 1,000,000.
    #[serde(default = "one")]
    pub cm_per_unit: f64,
    /// Whether `y` grows upwards in the file, as on a map.
    #[serde(default)]
    pub y_upwards: bool,
    /// Whether the plan is moved so that its upper left corner is at 0, 0.
    #[serde(default)]
    pub to_corner: bool,
}

fn one() -> f64 {
    1.0
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self { cm_per_unit: one(), y_upwards: false, to_corner: false }
    }
}

/// What came out of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorImport))]
pub struct Import {
    /// The plan, as it was drawn: it may have problems.
    pub plan: Plan,
    /// Elements that were not taken, in the order of the file; at most 1,000.
    pub skipped: Vec<Skipped>,
    /// How many elements were not taken.
    pub skipped_total: usize,
}

/// An element that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorSkipped))]
pub struct Skipped {
    /// The n-th element of the drawing or feature of the collection, counted from 1.
    pub position: usize,
    /// What it is: the name of the element, or the type of the geometry.
    pub element: String,
    /// Its identifier or number; null when it has none.
    pub id: Option<String>,
    /// Why it was not taken.
    pub reason: SkipReason,
}

/// Why an element was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorSkipReason))]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// It has a curve: only straight edges are taken.
    Curved,
    /// It is not shown in the drawing.
    Hidden,
    /// It has a hole.
    Holes,
    /// It covers no ground.
    NoArea,
    /// An entrance that lies in no hall.
    NoHall,
    /// Nothing says whether it is a hall, a stand, an aisle, a quarter or an entrance.
    NoKind,
    /// It ends elsewhere than it begins.
    NotClosed,
    /// A definition that is not drawn where it stands.
    NotDrawn,
    /// It lies beyond 10 km.
    OutOfRange,
    /// It consists of several outlines.
    SeveralOutlines,
    /// It has more than 1,000 corners.
    TooManyCorners,
    /// A number, a text or a shape that cannot be read.
    Unreadable,
    /// Elements or geometries of this kind are not taken.
    UnsupportedElement,
    /// A length in a unit that has no fixed size.
    UnsupportedUnit,
}

impl SkipReason {
    /// Every reason, so that whoever translates them can prove that none is missing.
    pub const ALL: [Self; 14] = [
        Self::Curved,
        Self::Hidden,
        Self::Holes,
        Self::NoArea,
        Self::NoHall,
        Self::NoKind,
        Self::NotClosed,
        Self::NotDrawn,
        Self::OutOfRange,
        Self::SeveralOutlines,
        Self::TooManyCorners,
        Self::Unreadable,
        Self::UnsupportedElement,
        Self::UnsupportedUnit,
    ];
}

/// What an element becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Hall,
    Aisle,
    Stand,
    Quarter,
    Entrance,
}

impl Kind {
    /// The kind a word names, in the singular or plural.
    fn of(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "hall" | "halls" => Self::Hall,
            "aisle" | "aisles" => Self::Aisle,
            "stand" | "stands" => Self::Stand,
            "quarter" | "quarters" => Self::Quarter,
            "entrance" | "entrances" => Self::Entrance,
            _ => return None,
        })
    }
}

/// An element on its way into the plan.
struct Draft {
    position: usize,
    element: String,
    /// The number of a stand, the id of a hall or a quarter.
    name: Option<String>,
    kind: Kind,
    /// Corners in units of the file; one point for an entrance, none for a quarter that lists its stands.
    outline: Vec<(f64, f64)>,
    names: Option<Names>,
    prefix: String,
    hall: Option<String>,
    services: Services,
    corner: bool,
    open_sides: u8,
    sectors: Vec<String>,
    stands: Vec<String>,
}

/// The list of what was not taken.
#[derive(Default)]
struct Report {
    skipped: Vec<Skipped>,
    total: usize,
}

impl Report {
    fn skip(&mut self, position: usize, element: &str, id: Option<&str>, reason: SkipReason) {
        self.total += 1;
        if self.skipped.len() < MAX_SKIPPED {
            let shortened = |text: &str| text.chars().take(100).collect::<String>();
            self.skipped.push(Skipped { position, element: shortened(element), id: id.map(shortened), reason });
        }
    }
}

/// A file and options within the limits.
fn readable(text: &str, options: &ImportOptions) -> Result<(), Problem> {
    if text.len() > MAX_BYTES {
        return Err(Problem::new("too_large", "", "a file of at most 4 MiB").with("limit", MAX_BYTES).with("found", text.len()));
    }
    match options.cm_per_unit > 0.0 && options.cm_per_unit <= 1e6 {
        true => Ok(()),
        false => Err(Problem::new("out_of_range", "/cm_per_unit", "more than 0 and at most 1,000,000").with("limit", 1_000_000)),
    }
}
