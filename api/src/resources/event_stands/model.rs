//! Applications as the crate `floor` understands them. Pure.

use crate::kernel::ids::AssociationId;
use crate::resources::calls::{ApplicationId, ApplicationInput, StandNeeds};
use floor::allocation::{Application, Needs, Wish};
use std::collections::HashMap;

/// Square centimetres of a square metre.
const CM2_PER_M2: u32 = 10_000;

/// What a stand must have.
pub fn needs(needs: &StandNeeds) -> Needs {
    Needs {
        area_cm2: needs.area_m2.unwrap_or_default().saturating_mul(CM2_PER_M2),
        power_w: needs.power_w.unwrap_or_default(),
        water: needs.water,
        fire: needs.fire,
    }
}

/// Codes of the craft sectors of what an application brings, each once.
pub fn sectors(content: &ApplicationInput) -> Vec<String> {
    let mut sectors: Vec<String> = content.products.iter().map(|product| product.craft_sector.clone()).collect();
    sectors.sort_unstable();
    sectors.dedup();
    sectors
}

/// An application that wants a stand, and beside whom of those who want one too.
pub fn application(
    id: ApplicationId,
    association: AssociationId,
    content: &ApplicationInput,
    of: &HashMap<AssociationId, ApplicationId>,
) -> Application {
    let wished = &content.stand_wishes;
    let mut wishes = Vec::new();
    if wished.corner {
        wishes.push(Wish::Corner);
    }
    if wished.near_entrance {
        wishes.push(Wish::NearEntrance);
    }
    let beside = wished.next_to.iter().filter(|one| **one != association).filter_map(|one| of.get(one));
    wishes.extend(beside.map(|other| Wish::NextTo { application: other.to_string() }));
    Application {
        id: id.to_string(),
        group: Some(association.to_string()),
        needs: needs(&content.needs),
        sectors: sectors(content),
        wishes,
    }
}
