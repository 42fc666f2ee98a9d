//! Counting each association once. Pure.

use crate::kernel::ids::AssociationId;
use crate::kernel::language::Phrase;
use crate::resources::events::{Id as EventId, Kind, Scale};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An association that was at an event: association, event, code of the wilaya it took part for, kind and scale, first and last day.
pub type Attended = (AssociationId, EventId, String, Kind, Scale, NaiveDate, NaiveDate);

/// Distinct associations a year that the sector aims at.
pub const TARGET: usize = 1000;
/// Where the aim comes from.
pub const SOURCE: Phrase = Phrase {
    ar: "مؤشر القطاع: 1000 جمعية متميزة تشارك كل سنة في التظاهرات.",
    fr: "Indicateur du secteur : 1000 associations distinctes participantes par an.",
    en: "Indicator of the sector: 1000 distinct associations taking part a year.",
};
/// How it is computed.
pub const COMPUTED: Phrase = Phrase {
    ar: "تُعد كل جمعية مرة واحدة، والمدمجة مع التي دُمجت فيها. يُحسب كل طلب كانت آخر مراحله إلى نهاية اليوم المذكور «حاضر»، في تظاهرة بدأت خلال السنة. والولاية هي المسجلة في الطلب.",
    fr: "Chaque association compte une fois, une fusionnée avec celle qui l’a reprise. Est prise toute candidature dont la dernière étape à la fin du jour indiqué est « présente », à une manifestation commencée dans l’année. La wilaya est celle de la candidature.",
    en: "Each association counts once, a merged one with the one that took it. It takes every application whose last step by the end of the day named is “attended”, at an event that began in the year. The wilaya is that of the application.",
};

/// Distinct associations, by parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub associations: usize,
    /// Events.
    pub events: usize,
    /// By wilaya; each association at that of its last event.
    pub wilayas: Vec<(String, usize)>,
    /// By scale.
    pub scales: Vec<(&'static str, usize)>,
    /// By kind.
    pub kinds: Vec<(&'static str, usize)>,
}

/// Counts, a merged association with the one it is part of; rows come by the first day of their events.
pub fn count(rows: &[Attended], merged: &HashMap<AssociationId, AssociationId>) -> Counts {
    let mut homes: BTreeMap<AssociationId, &str> = BTreeMap::new();
    let mut events: BTreeSet<EventId> = BTreeSet::new();
    let (mut scales, mut kinds): (BTreeMap<Scale, BTreeSet<AssociationId>>, BTreeMap<Kind, BTreeSet<AssociationId>>) =
        (BTreeMap::new(), BTreeMap::new());
    for (association, event, wilaya, kind, scale, ..) in rows {
        let association = merged.get(association).unwrap_or(association);
        homes.insert(*association, wilaya);
        events.insert(*event);
        scales.entry(*scale).or_default().insert(*association);
        kinds.entry(*kind).or_default().insert(*association);
    }
    let mut wilayas: BTreeMap<&str, usize> = BTreeMap::new();
    for wilaya in homes.values() {
        *wilayas.entry(wilaya).or_default() += 1;
    }
    Counts {
        associations: homes.len(),
        events: events.len(),
        wilayas: wilayas.into_iter().map(|(code, count)| (code.to_owned(), count)).collect(),
        scales: scales.into_iter().map(|(scale, all)| (scale.as_str(), all.len())).collect(),
        kinds: kinds.into_iter().map(|(kind, all)| (kind.as_str(), all.len())).collect(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use uuid::Uuid;

    #[test]
    fn an_association_counts_once_however_many_events_it_was_at() {
        let (one, other): (AssociationId, AssociationId) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
        let day: NaiveDate = "2026-05-01".parse().unwrap();
        let row = |association, event: u128, wilaya: &str, kind, scale| {
            (association, Uuid::from_u128(event).into(), wilaya.to_owned(), kind, scale, day, day)
        };
        let rows = [
            row(one, 7, "16", Kind::Salon, Scale::Local),
            row(other, 7, "09", Kind::Salon, Scale::Local),
            row(one, 8, "09", Kind::Salon, Scale::National),
        ];
        let counts = count(&rows, &HashMap::new());
        assert_eq!((counts.associations, counts.events), (2, 2));
        assert_eq!(counts.wilayas, [("09".to_owned(), 2)], "the last event says for which wilaya");
        assert_eq!(counts.scales, [("local", 2), ("national", 1)]);
        assert_eq!(counts.kinds, [("salon", 2)]);
        assert_eq!(count(&rows, &HashMap::from([(other, one)])).associations, 1, "two files of one association");
    }
}
