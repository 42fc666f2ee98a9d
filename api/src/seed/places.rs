//! Where associations sit: real communes, more often in populous wilayas.

use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{communes, wilayas};
use crate::kernel::error::Result;
use crate::resources::territory::{self, CommuneFacts};
use diesel::prelude::*;
use fastrand::Rng;
use std::collections::HashMap;

/// People in tens of thousands in the 48 wilayas of before 2019, in the order of their codes: the rounded figures of the
/// census of 2008. Later wilayas were cut out of these, so a commune's share is that of the wilaya it belonged to then.
const PEOPLE: [u32; 48] = [
    40, 100, 46, 62, 112, 91, 72, 27, 100, 69, 18, 65, 95, 85, 113, 299, 109, 64, 149, 33, 90, 60, 61, 48, 94, 82, 74, 99, 78, 56, 145, 23,
    5, 63, 80, 41, 5, 29, 65, 39, 44, 59, 77, 77, 19, 37, 36, 73,
];

/// A commune and what a file says about it.
pub struct Place {
    /// What the register asks of a commune.
    pub facts: CommuneFacts,
    /// Its wilaya's names in Arabic and French.
    pub wilaya: (String, String),
    /// Degrees east and north.
    pub point: Option<(f64, f64)>,
}

/// All communes, with the likelihood of each.
pub struct Places {
    all: Vec<Place>,
    /// Sums of the weights up to and with each.
    sums: Vec<u32>,
    by_code: HashMap<String, usize>,
}

type Located = (String, String, Option<f64>, Option<f64>);

impl Places {
    /// Reads the reference tables.
    ///
    /// # Errors
    /// When the database does not answer or holds no communes.
    pub fn load(conn: &mut AnyConnection) -> Result<Self> {
        let located: Vec<Located> = communes::table
            .select((communes::code, communes::wilaya_code_48, communes::longitude, communes::latitude))
            .order(communes::code)
            .load(conn)?;
        let names: HashMap<String, (String, String)> = wilayas::table
            .select((wilayas::code, wilayas::name_ar, wilayas::name_fr))
            .load::<(String, String, String)>(conn)?
            .into_iter()
            .map(|(code, ar, fr)| (code, (ar, fr)))
            .collect();
        let mut in_wilaya: HashMap<&str, u32> = HashMap::new();
        for (_, old, _, _) in &located {
            *in_wilaya.entry(old).or_default() += 1;
        }
        let mut facts = territory::find_communes(conn, &located.iter().map(|(code, ..)| code.clone()).collect::<Vec<_>>())?;
        facts.sort_by(|a, b| a.code.cmp(&b.code));
        let (mut all, mut sums, mut sum) = (Vec::new(), Vec::new(), 0);
        for (facts, (_, old, longitude, latitude)) in facts.into_iter().zip(&located) {
            let people = old.parse::<usize>().ok().and_then(|code| PEOPLE.get(code.checked_sub(1)?)).copied().unwrap_or(20);
            sum += (people * 100 / in_wilaya.get(old.as_str()).copied().unwrap_or(1)).max(1);
            sums.push(sum);
            let wilaya = names.get(&facts.wilaya_code).cloned().unwrap_or_default();
            all.push(Place { facts, wilaya, point: longitude.zip(*latitude) });
        }
        let by_code = all.iter().enumerate().map(|(index, place)| (place.facts.code.clone(), index)).collect();
        Ok(Self { all, sums, by_code })
    }

    /// A commune by chance.
    pub fn any(&self, rng: &mut Rng) -> &Place {
        let drawn = rng.u32(..self.sums.last().copied().unwrap_or(1));
        &self.all[self.sums.partition_point(|sum| *sum <= drawn)]
    }

    /// The commune of a code.
    pub fn at(&self, code: &str) -> Option<&Place> {
        self.by_code.get(code).map(|index| &self.all[*index])
    }

    /// Codes of some wilayas, a given one first, without repeats.
    pub fn wilayas(&self, rng: &mut Rng, first: &str, number: usize) -> Vec<String> {
        let mut codes = vec![first.to_owned()];
        while codes.len() < number {
            let code = &self.any(rng).facts.wilaya_code;
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        codes
    }
}
