//! Reads GeoJSON (RFC 7946), with coordinates of the plan instead of degrees.
//!
//! A feature with a `Polygon`, or a `MultiPolygon` of one, without holes. Its properties: `kind` (`hall`, `stand`, `aisle`, `quarter`, `entrance`; a
//! stand when there is a `number` and no `kind`), `number` of a stand or `id` of the others, `hall`, `services` (`power_w`, `water`, `fire`; also
//! directly), `corner`, `open_sides`, `prefix`, `name` (an object, or a text in Arabic), `sectors`, `stands`. An entrance is a `Point` or a polygon; a quarter
//! that lists its stands needs no geometry.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Draft, Import, ImportOptions, Kind, MAX_ELEMENTS, Report, SkipReason, assemble, readable};
use crate::plan::{MAX_CORNERS, MAX_SECTORS, MAX_STANDS, Names, Services};
use crate::problem::{Problem, at_most};

/// Takes the halls, stands, aisles, quarters and entrances of a feature collection or a single feature.
///
/// # Errors
/// `too_large`, `too_many_entries`, `not_geojson`, `out_of_range`: a file or options that cannot be used at all.
pub fn from_geojson(text: &str, options: &ImportOptions) -> Result<Import, Problem> {
    readable(text, options)?;
    let not_geojson = || Problem::new("not_geojson", "", "a GeoJSON feature collection");
    let document: Value = serde_json::from_str(text).map_err(|_| not_geojson())?;
    let features = match document.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => document.get("features").and_then(Value::as_array).ok_or_else(not_geojson)?.as_slice(),
        Some("Feature") => std::slice::from_ref(&document),
        _ => return Err(not_geojson()),
    };
    at_most(MAX_ELEMENTS, features.len(), "/features")?;
    let (mut drafts, mut report) = (Vec::new(), Report::default());
    let nothing = Map::new();
    for (index, feature) in features.iter().enumerate() {
        let properties = feature.get("properties").and_then(Value::as_object).unwrap_or(&nothing);
        let geometry = feature.get("geometry").unwrap_or(&Value::Null);
        let element = geometry.get("type").and_then(Value::as_str).unwrap_or("null");
        let name = name_of(feature, properties);
        match draft(index + 1, element, name.clone(), geometry, properties) {
            Ok(draft) => drafts.push(draft),
            Err(reason) => report.skip(index + 1, element, name.as_deref(), reason),
        }
    }
    assemble::assemble(drafts, report, options)
}

/// A text, or a number as a text.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn name_of(feature: &Value, properties: &Map<String, Value>) -> Option<String> {
    let places = [properties.get("number"), properties.get("id"), feature.get("id")];
    places.into_iter().flatten().find_map(text)
}

/// A member that may be absent or null, but has its type otherwise.
fn member<T: for<'v> Deserialize<'v> + Default>(properties: &Map<String, Value>, name: &str) -> Result<T, SkipReason> {
    match properties.get(name) {
        None | Some(Value::Null) => Ok(T::default()),
        Some(value) => T::deserialize(value).map_err(|_| SkipReason::Unreadable),
    }
}

fn texts(properties: &Map<String, Value>, name: &str, limit: usize) -> Result<Vec<String>, SkipReason> {
    let list: Vec<Value> = member(properties, name)?;
    if list.len() > limit {
        return Err(SkipReason::Unreadable);
    }
    list.iter().map(|value| text(value).ok_or(SkipReason::Unreadable)).collect()
}

fn draft(position: usize, element: &str, name: Option<String>, geometry: &Value, of: &Map<String, Value>) -> Result<Draft, SkipReason> {
    let kind = match of.get("kind").and_then(Value::as_str) {
        Some(word) => Kind::of(word).ok_or(SkipReason::NoKind)?,
        None if of.contains_key("number") => Kind::Stand,
        None => return Err(SkipReason::NoKind),
    };
    let stands = texts(of, "stands", MAX_STANDS)?;
    let flat = Services { power_w: member(of, "power_w")?, water: member(of, "water")?, fire: member(of, "fire")? };
    let nested: Services = member(of, "services")?;
    let names = match of.get("name") {
        None | Some(Value::Null) => None,
        Some(Value::String(ar)) => Some(Names { ar: ar.clone(), ..Names::default() }),
        Some(object) => Some(Names::deserialize(object).map_err(|_| SkipReason::Unreadable)?),
    };
    Ok(Draft {
        position,
        element: element.to_owned(),
        name,
        kind,
        outline: outline(element, geometry, kind, &stands)?,
        names,
        prefix: member(of, "prefix")?,
        hall: of.get("hall").and_then(text),
        services: Services { power_w: flat.power_w.max(nested.power_w), water: flat.water || nested.water, fire: flat.fire || nested.fire },
        corner: member(of, "corner")?,
        open_sides: member(of, "open_sides")?,
        sectors: texts(of, "sectors", MAX_SECTORS)?,
        stands,
    })
}

/// A position; a height after it does not matter.
fn position(value: &Value) -> Result<(f64, f64), SkipReason> {
    let list = value.as_array().ok_or(SkipReason::Unreadable)?;
    let number = |i: usize| list.get(i).and_then(Value::as_f64).ok_or(SkipReason::Unreadable);
    Ok((number(0)?, number(1)?))
}

fn outline(element: &str, geometry: &Value, kind: Kind, stands: &[String]) -> Result<Vec<(f64, f64)>, SkipReason> {
    let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
    let rings = match element {
        "null" if kind == Kind::Quarter && !stands.is_empty() => return Ok(Vec::new()),
        "Point" if kind == Kind::Entrance => return Ok(vec![position(coordinates)?]),
        "Polygon" => coordinates,
        "MultiPolygon" => match coordinates.as_array().map(Vec::as_slice) {
            Some([only]) => only,
            Some([_, _, ..]) => return Err(SkipReason::SeveralOutlines),
            _ => return Err(SkipReason::NoArea),
        },
        _ => return Err(SkipReason::UnsupportedElement),
    };
    let ring = match rings.as_array().map(Vec::as_slice) {
        Some([ring]) => ring.as_array().ok_or(SkipReason::Unreadable)?,
        Some([_, _, ..]) => return Err(SkipReason::Holes),
        Some([]) => return Err(SkipReason::NoArea),
        None => return Err(SkipReason::Unreadable),
    };
    if ring.len() > MAX_CORNERS + 1 {
        return Err(SkipReason::TooManyCorners);
    }
    if ring.first() != ring.last() {
        return Err(SkipReason::NotClosed);
    }
    ring.iter().map(position).collect()
}
