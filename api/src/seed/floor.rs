//! Floor plans of the demonstration, and who has which stand.

use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::resources::calls::Entry;
use crate::resources::event_plans::material as plans;
use crate::resources::event_stands::material as stands;
use crate::resources::events::Id as EventId;
use ::floor::allocation::shortfalls;
use ::floor::numbering::{NumberingOptions, propose_numbers, renumber};
use ::floor::plan::{Aisle, Hall, Names, Plan, Point, Quarter, Services, Stand};

fn rectangle(x: i32, y: i32, width: i32, height: i32) -> Vec<Point> {
    [(x, y), (x + width, y), (x + width, y + height), (x, y + height)].map(|(x, y)| Point::new(x, y)).into()
}

fn names(ar: &str, fr: &str) -> Names {
    Names { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: None }
}

/// A hall of thirty by fifteen metres: a row along the wall, an aisle, two rows back to back, an aisle.
fn hall() -> Plan {
    let along_the_wall = (0..6).map(|place| (place * 300, 0, 300)).chain((0..3).map(|place| (1800 + place * 400, 0, 400)));
    let large = (0..4).map(|place| (300 + place * 600, 600, 600));
    let small = (0..8).map(|place| (300 + place * 300, 900, 300));
    let back_to_back = large.chain(small);
    let corner = |x, y, width| y > 0 && (x == 300 || x + width == 2700);
    let stand = |(place, (x, y, width)): (usize, (i32, i32, i32))| Stand {
        number: String::new(),
        hall: "A".to_owned(),
        polygon: rectangle(x, y, width, 300),
        services: Services { power_w: if width > 300 { 3_000 } else { 2_000 }, water: place % 5 == 0, fire: place % 8 == 3 },
        corner: corner(x, y, width),
        open_sides: if corner(x, y, width) { 2 } else { 1 },
    };
    let aisles = [(0, 300, 3000, 300), (0, 600, 300, 600), (2700, 600, 300, 600), (0, 1200, 3000, 300)];
    let quarter = |id: &str, name, sector: &str, x| Quarter {
        id: id.to_owned(),
        name: Some(name),
        sectors: vec![sector.to_owned()],
        stands: Vec::new(),
        polygon: Some(rectangle(x, 0, 900, 300)),
    };
    Plan {
        halls: vec![Hall {
            id: "A".to_owned(),
            name: Some(names("القاعة الكبرى", "Grande salle")),
            prefix: "A".to_owned(),
            polygon: rectangle(0, 0, 3000, 1500),
            entrances: vec![Point::new(0, 1350), Point::new(3000, 450)],
        }],
        aisles: aisles.into_iter().map(|(x, y, width, height)| Aisle { polygon: rectangle(x, y, width, height) }).collect(),
        stands: along_the_wall.chain(back_to_back).enumerate().map(stand).collect(),
        quarters: vec![
            quarter("weaving", names("حي النسيج", "Quartier du tissage"), "01", 0),
            quarter("clay", names("حي الفخار والخزف", "Quartier de la terre"), "02", 900),
        ],
    }
}

/// Gives an event a public plan, and its stands to whom they suit, but for some who still have none.
///
/// # Errors
/// When the database does not answer.
pub fn put(conn: &mut AnyConnection, id: EventId, since: Instant, seated: &[Entry]) -> Result<()> {
    let drawn = hall();
    let numbers = propose_numbers(&drawn, &NumberingOptions::default()).map_err(Error::internal)?;
    let plan = renumber(&drawn, &numbers);
    let row = plans::Row {
        event_id: id,
        document: Json::of(&plan)?,
        published_at: Some(since),
        stands_version: 1,
        version: 1,
        created_at: since,
        updated_at: since,
    };
    plans::put(conn, &row)?;
    let mut free: Vec<&Stand> = plan.stands.iter().collect();
    let mut given = Vec::new();
    for (place, entry) in seated.iter().enumerate().filter(|(place, _)| place % 4 != 3) {
        let needs = stands::needs(&entry.content.needs);
        let Some(index) = free.iter().position(|stand| shortfalls(&needs, stand, 0).is_empty()) else { continue };
        let stand = free.remove(index).number.clone();
        let told = Some(stand.clone());
        given.push(stands::Row {
            application_id: entry.id,
            event_id: id,
            stand,
            locked: place % 5 == 0,
            given_at: since,
            given_by: None,
            told,
        });
    }
    stands::put(conn, given)
}
