//! Writes GeoJSON that [`super::from_geojson`] reads back without a loss.

use serde_json::{Map, Value, json};

use crate::plan::{Names, Plan, Point};

/// The plan as a GeoJSON feature collection: halls, entrances, aisles, quarters, stands, each list in its order. Coordinates are centimetres with `y` downwards, and
/// corners turn as they do in the plan. With `ImportOptions::default()` a sound plan comes back as it was.
#[must_use]
pub fn to_geojson(plan: &Plan) -> Value {
    let mut features = Vec::new();
    for hall in &plan.halls {
        let mut properties = properties(json!({"kind": "hall", "id": hall.id}), hall.name.as_ref());
        if !hall.prefix.is_empty() {
            properties.insert("prefix".into(), hall.prefix.clone().into());
        }
        features.push(feature(polygon(&hall.polygon), properties));
    }
    for hall in &plan.halls {
        for entrance in &hall.entrances {
            let point = json!({"type": "Point", "coordinates": [entrance.x, entrance.y]});
            features.push(feature(point, properties(json!({"kind": "entrance", "hall": hall.id}), None)));
        }
    }
    for aisle in &plan.aisles {
        features.push(feature(polygon(&aisle.polygon), properties(json!({"kind": "aisle"}), None)));
    }
    for quarter in &plan.quarters {
        let geometry = quarter.polygon.as_ref().map_or(Value::Null, |corners| polygon(corners));
        let own = json!({"kind": "quarter", "id": quarter.id, "sectors": quarter.sectors, "stands": quarter.stands});
        features.push(feature(geometry, properties(own, quarter.name.as_ref())));
    }
    for stand in &plan.stands {
        let services = json!({"power_w": stand.services.power_w, "water": stand.services.water, "fire": stand.services.fire});
        let own = json!({
            "kind": "stand", "number": stand.number, "hall": stand.hall, "services": services,
            "corner": stand.corner, "open_sides": stand.open_sides
        });
        features.push(feature(polygon(&stand.polygon), properties(own, None)));
    }
    json!({"type": "FeatureCollection", "features": features})
}

fn properties(own: Value, names: Option<&Names>) -> Map<String, Value> {
    let mut members = if let Value::Object(members) = own { members } else { Map::new() };
    if let Some(names) = names {
        let texts = [("ar", Some(&names.ar)), ("fr", names.fr.as_ref()), ("en", names.en.as_ref())];
        let texts = texts.into_iter().filter_map(|(language, text)| Some((language.to_owned(), Value::from(text?.as_str()))));
        members.insert("name".into(), Value::Object(texts.collect()));
    }
    members
}

fn feature(geometry: Value, properties: Map<String, Value>) -> Value {
    json!({"type": "Feature", "geometry": geometry, "properties": properties})
}

/// A ring ends where it begins.
fn polygon(corners: &[Point]) -> Value {
    let ring: Vec<Value> = corners.iter().chain(corners.first()).map(|corner| json!([corner.x, corner.y])).collect();
    json!({"type": "Polygon", "coordinates": [ring]})
}
