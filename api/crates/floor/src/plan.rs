//! The model of a plan: halls, aisles, stands and quarters, drawn with whole centimetres.
//!
//! `x` grows to the right and `y` downwards, as on a screen and in SVG, in every language: a plan is never mirrored. A polygon is the list of
//! its corners in either turning direction; the last corner is joined to the first and not repeated.

use serde::{Deserialize, Serialize};

/// Halls at most.
pub const MAX_HALLS: usize = 50;
/// Aisles at most.
pub const MAX_AISLES: usize = 1_000;
/// Stands at most.
pub const MAX_STANDS: usize = 2_000;
/// Quarters at most.
pub const MAX_QUARTERS: usize = 200;
/// Entrances of a hall at most.
pub const MAX_ENTRANCES: usize = 50;
/// Corners of one polygon at most.
pub const MAX_CORNERS: usize = 1_000;
/// Corners of all polygons of a plan at most.
pub const MAX_ALL_CORNERS: usize = 20_000;
/// Craft sectors of a quarter at most.
pub const MAX_SECTORS: usize = 100;
/// The largest coordinate in centimetres, and with a minus the smallest: 10 km.
pub const MAX_COORDINATE: i32 = 1_000_000;
/// The largest power of a stand, in watts.
pub const MAX_POWER_W: u32 = 1_000_000;
/// Bytes of a number or an identifier at most.
pub const MAX_TEXT: usize = 200;

/// A point of the plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorPoint))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Centimetres to the right.
    pub x: i32,
    /// Centimetres downwards.
    pub y: i32,
}

impl Point {
    /// The point at these centimetres.
    #[must_use]
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}

/// A floor plan. At most 50 halls, 1,000 aisles, 2,000 stands, 200 quarters and 20,000 corners.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorPlan))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The halls; a ground in the open air is one too.
    #[serde(default)]
    pub halls: Vec<Hall>,
    /// The aisles.
    #[serde(default)]
    pub aisles: Vec<Aisle>,
    /// The stands.
    #[serde(default)]
    pub stands: Vec<Stand>,
    /// The quarters.
    #[serde(default)]
    pub quarters: Vec<Quarter>,
}

/// A name as people read it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorNames))]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// In Arabic.
    pub ar: String,
    /// In French.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

/// A hall.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorHall))]
#[serde(deny_unknown_fields)]
pub struct Hall {
    /// Unique within the plan.
    pub id: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Names>,
    /// What the numbers of its stands begin with when they are proposed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// Its outline.
    pub polygon: Vec<Point>,
    /// Where people come in: points inside or on the outline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entrances: Vec<Point>,
}

/// An aisle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorAisle))]
#[serde(deny_unknown_fields)]
pub struct Aisle {
    /// The ground it covers. Aisles may overlap one another.
    pub polygon: Vec<Point>,
}

/// A stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorStand))]
#[serde(deny_unknown_fields)]
pub struct Stand {
    /// Its number, any text; unique within the plan.
    pub number: String,
    /// The hall it stands in.
    pub hall: String,
    /// The ground it covers.
    pub polygon: Vec<Point>,
    /// What is laid on.
    #[serde(default)]
    pub services: Services,
    /// Whether it stands at a corner.
    #[serde(default)]
    pub corner: bool,
    /// Sides that are open to visitors, 0 to 8; 0 when nobody has counted them.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(maximum = 8))]
    pub open_sides: u8,
}

/// What a stand offers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorServices))]
#[serde(deny_unknown_fields)]
pub struct Services {
    /// Electrical power in watts; 0 for none.
    #[serde(default)]
    pub power_w: u32,
    /// Whether there is water.
    #[serde(default)]
    pub water: bool,
    /// Whether open fire or a kiln is allowed.
    #[serde(default)]
    pub fire: bool,
}

/// A quarter of crafts: the stands it lists, and those whose centroid lies in its polygon.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = FloorQuarter))]
#[serde(deny_unknown_fields)]
pub struct Quarter {
    /// Unique within the plan.
    pub id: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Names>,
    /// Codes of the craft sectors it is for.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// Numbers of its stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stands: Vec<String>,
    /// The ground it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub polygon: Option<Vec<Point>>,
}

impl Plan {
    /// For each quarter the indices of its stands, ascending: those it lists and those whose centroid lies in its polygon or on its border.
    #[must_use]
    pub fn quarter_stands(&self) -> Vec<Vec<usize>> {
        let centroids: Vec<_> = self.stands.iter().map(|stand| crate::geometry::centroid(&stand.polygon)).collect();
        let of = |quarter: &Quarter| {
            let listed: std::collections::HashSet<&str> = quarter.stands.iter().map(String::as_str).collect();
            let within = |centre: Option<Point>| match (&quarter.polygon, centre) {
                (Some(polygon), Some(centre)) => crate::geometry::locate(polygon, centre) != crate::geometry::Location::Outside,
                _ => false,
            };
            (0..self.stands.len()).filter(|s| listed.contains(self.stands[*s].number.as_str()) || within(centroids[*s])).collect()
        };
        self.quarters.iter().map(of).collect()
    }
}
