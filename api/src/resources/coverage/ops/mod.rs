//! What is asked of coverage.

pub mod figures;
pub mod file;
pub mod list;
pub mod paths;

use super::model::{self, Day, President, PresidentTraining, Seat};
use super::store::{self, Filter};
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::associations;
use crate::resources::courses::Id as CourseId;
use chrono::{NaiveDate, NaiveTime};
use std::collections::HashMap;

fn refuse(fault: FieldFault) -> Error {
    Error { fields: vec![fault], ..Error::new(Kind::InvalidParameter) }
}

/// A day and a course: what is asked of the whole register.
fn asked(tx: &mut Read<'_>, as_of: Option<NaiveDate>, course: Option<CourseId>) -> Result<Filter> {
    let today = tx.now.day();
    let day = as_of.unwrap_or(today);
    if day > today {
        return Err(refuse(FieldFault::new("?as_of", Fault::InTheFuture)));
    }
    must_be_taught(tx, course)?;
    // The day ends an hour earlier than that of UTC.
    let before = Instant::new(day.and_time(NaiveTime::MIN).and_utc()).plus(chrono::Duration::hours(23));
    Ok(Filter { day, before, past: day < today, course, wilayas: None, levels: Vec::new(), sectors: Vec::new() })
}

fn must_be_taught(tx: &mut Read<'_>, course: Option<CourseId>) -> Result<()> {
    match course {
        Some(id) if !store::is_taught(tx.conn, id)? => Err(refuse(FieldFault::expecting("?course_id", Fault::NoSuch, id))),
        _ => Ok(()),
    }
}

/// The wilayas that are asked for inside those the caller is in charge of; nothing for all.
fn wilayas(scope: &Scope, asked: &[String]) -> Option<Vec<String>> {
    match scope {
        Scope::Wilayas(own) if asked.is_empty() => Some(own.clone()),
        Scope::Wilayas(own) => Some(asked.iter().filter(|code| own.contains(code)).cloned().collect()),
        Scope::All if asked.is_empty() => None,
        Scope::All => Some(asked.to_vec()),
        _ => Some(Vec::new()),
    }
}

/// Presidents of associations somebody of which had a seat, with their own seats.
struct Gathered {
    presidents: Vec<President>,
    seats: HashMap<AssociationId, Vec<Seat>>,
    day: Day,
}

impl Gathered {
    fn read(tx: &mut Read<'_>, filter: &Filter) -> Result<Self> {
        let survivors = associations::survivors(tx.conn, filter.before)?;
        let presidents = store::presidents(tx.conn, filter)?;
        let mut seats: HashMap<AssociationId, Vec<Seat>> = HashMap::new();
        for (association, seat) in store::seats(tx.conn, filter)? {
            seats.entry(survivors.get(&association).copied().unwrap_or(association)).or_default().push(seat);
        }
        for president in &presidents {
            if let Some(seats) = seats.get_mut(&president.association_id) {
                seats.retain(|seat| model::same_person(president, seat));
            }
        }
        Ok(Self { presidents, seats, day: Day { date: filter.day, past: filter.past } })
    }
    /// The seats of the president in office of an association.
    fn seats(&self, id: AssociationId) -> &[Seat] {
        self.seats.get(&id).map(Vec::as_slice).unwrap_or_default()
    }
    fn training(&self, president: &President) -> PresidentTraining {
        model::training(self.seats(president.association_id), self.day)
    }
}
