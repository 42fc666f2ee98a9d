//! Many files at once, by the rules of a single one: checked against reference data at hand, compared with the register and with each other,
//! written in sets.

use super::check::{Reference, check_against};
use super::files::SUBJECT;
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::audit;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::outbox;
use crate::kernel::validate::{FieldFault, Schema};
use crate::resources::associations::model::{Level, Status};
use crate::resources::associations::store::{self, Projection};
use crate::resources::associations::wire::{AssociationInput, ContactKind};
use chrono::{Datelike, NaiveDate};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use text::duplicates::{Facts, evidence};

/// Keys that more files hold tell nothing.
const MOST_HOLDERS: usize = 12;
/// Likely duplicates that are shown for a file.
const MOST_SHOWN: usize = 5;

/// What many files are held against, loaded once.
pub struct Rules {
    reference: Reference,
    scope: Scope,
    today: NaiveDate,
    schema: Schema,
}

/// A file that passed the rules.
pub struct NewFile {
    input: AssociationInput,
    projection: Projection,
}

impl NewFile {
    /// Its content.
    pub fn input(&self) -> &AssociationInput {
        &self.input
    }
    /// The keys under which duplicates meet, without that of the whole content.
    fn keys(&self) -> impl Iterator<Item = &str> {
        self.projection.duplicate_keys.iter().map(String::as_str).filter(|key| !key.starts_with("d:"))
    }
    fn content(&self) -> &str {
        self.projection.duplicate_keys.iter().map(String::as_str).find(|key| key.starts_with("d:")).unwrap_or_default()
    }
    fn facts(&self) -> Facts {
        store::facts(&self.input, &self.projection.wilaya_code)
    }
}

impl Rules {
    /// Loads the reference data for whoever opened the database.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn load(tx: &mut Read<'_>) -> Result<Self> {
        Ok(Self {
            reference: Reference::whole(tx.conn)?,
            scope: tx.scope.clone(),
            today: tx.now.day(),
            schema: Schema::of::<AssociationInput>()?,
        })
    }

    /// Checks a file by the contract and by the rules, and puts it into its normal form.
    ///
    /// # Errors
    /// When the content cannot be JSON; wrong fields are in the answer.
    pub fn prepare(&self, mut input: AssociationInput) -> Result<std::result::Result<NewFile, Vec<FieldFault>>> {
        let faults = self.schema.faults(&serde_json::to_value(&input)?).into_vec();
        if !faults.is_empty() {
            return Ok(Err(faults));
        }
        Ok(match check_against(&self.reference, &self.scope, &mut input, self.today) {
            Ok(commune) => Ok(NewFile { projection: Projection::of(&input, commune, self.today)?, input }),
            Err(faults) => Err(faults),
        })
    }

    /// Who has to decide on a file of a level, when it is not the role that asks: a national file is the ministry's, any other its chamber's.
    pub fn decided_by_another(role: Option<Role>, level: Level) -> Option<Role> {
        match (level, role) {
            (Level::National, Some(Role::Ministry)) => None,
            (Level::National, _) => Some(Role::Ministry),
            (_, Some(Role::Ministry)) => Some(Role::Chamber),
            _ => None,
        }
    }
}

/// A file that is probably the same association.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    /// In the register.
    pub association: Option<AssociationId>,
    /// In an earlier row.
    pub row: Option<i64>,
    /// Its name in Arabic.
    pub name: String,
    /// How sure, from 0 to 1.
    pub score: f64,
    /// What speaks for and against.
    pub reasons: Vec<&'static str>,
}

/// How a file stands to what is there.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// Nothing like it.
    New,
    /// There with the same content; which one, when it is in the register.
    Unchanged(Option<AssociationId>),
    /// Probably there.
    Likely(Vec<Likely>),
}

/// What the register holds that may be the same as some files.
pub struct Known {
    same: HashMap<String, AssociationId>,
    holders: HashMap<String, Vec<AssociationId>>,
    files: HashMap<AssociationId, (String, Facts)>,
}

/// Whether a key alone makes two files worth comparing; of the others it takes two.
fn telling(key: &str) -> bool {
    key.starts_with("p:") || key.starts_with("r:") || key.starts_with("f:") || key.starts_with("n:") || key.starts_with("o:")
}

/// Those worth comparing among the holders of a file's keys.
fn worth<'a, T: Copy + Ord + 'a>(keys: impl Iterator<Item = (bool, &'a [T])>) -> Vec<T> {
    let mut points: BTreeMap<T, u32> = BTreeMap::new();
    for (telling, holders) in keys {
        for holder in holders {
            *points.entry(*holder).or_default() += if telling { 2 } else { 1 };
        }
    }
    points.into_iter().filter(|(_, points)| *points >= 2).map(|(holder, _)| holder).collect()
}

impl Known {
    /// Asks the register about a set of files, in a fixed number of queries. Only files the caller may know of are shown.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn of(tx: &mut Read<'_>, files: &[NewFile]) -> Result<Self> {
        let mut keys: Vec<&str> = files.iter().flat_map(|file| file.keys().chain([file.content()])).collect();
        keys.sort_unstable();
        keys.dedup();
        let (mut same, mut holders) = (HashMap::new(), HashMap::<String, Vec<AssociationId>>::new());
        for (key, id) in store::duplicates::holders(tx.conn, &keys, MOST_HOLDERS as i64)? {
            if key.starts_with("d:") {
                same.insert(key, id);
            } else {
                holders.entry(key).or_default().push(id);
            }
        }
        let of_file = |file: &NewFile| worth(file.keys().filter_map(|key| holders.get(key).map(|found| (telling(key), found.as_slice()))));
        let mut ids: Vec<AssociationId> = files.iter().filter(|file| !same.contains_key(file.content())).flat_map(of_file).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut known = HashMap::with_capacity(ids.len());
        for some in ids.chunks(1000) {
            for record in store::duplicates::admitted(tx.conn, some, store::visible(&tx.scope))? {
                let input = record.input()?;
                let facts = store::facts(&input, &record.wilaya_code);
                known.insert(record.id, (input.name.ar, facts));
            }
        }
        Ok(Self { same, holders, files: known })
    }
}

/// The files of one table met so far, kept small: a table of 100,000 rows is remembered in some 50 MiB.
#[derive(Default)]
pub struct Seen {
    rows: Vec<SeenRow>,
    /// Per key: the place of its latest holder in the chain, and how many there are.
    keys: HashMap<u64, (u32, u32)>,
    /// Holder, and the place of the one before it.
    chain: Vec<(u32, u32)>,
}

struct SeenRow {
    number: i64,
    names: Box<str>,
    phones: Box<str>,
    receipt: Option<Box<str>>,
    commune: Box<str>,
    wilaya: Box<str>,
    founded_on: Option<NaiveDate>,
}

impl SeenRow {
    fn facts(&self) -> Facts {
        Facts {
            names: text::names::NameForms::new(self.names.split('\n')),
            phones: self.phones.split_ascii_whitespace().map(str::to_owned).collect(),
            receipt_number: self.receipt.as_deref().map(str::to_owned),
            commune: Some(self.commune.to_string()),
            wilaya: Some(self.wilaya.to_string()),
            founded_on: self.founded_on,
        }
    }
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

const NOBODY: u32 = u32::MAX;

impl Seen {
    fn holders(&self, key: &str) -> Vec<u32> {
        let mut found = Vec::new();
        if let Some((latest, count)) = self.keys.get(&hash(key))
            && *count as usize <= MOST_HOLDERS
        {
            let mut place = *latest;
            while let Some((holder, before)) = self.chain.get(place as usize) {
                found.push(*holder);
                place = *before;
            }
        }
        found
    }

    fn keep(&mut self, key: &str, holder: u32) {
        let next = u32::try_from(self.chain.len()).unwrap_or(NOBODY);
        let (latest, count) = self.keys.entry(hash(key)).or_insert((NOBODY, 0));
        if *count as usize > MOST_HOLDERS || next == NOBODY {
            return;
        }
        self.chain.push((holder, *latest));
        *latest = next;
        *count += 1;
    }

    /// Remembers a row that is going to be added.
    pub fn remember(&mut self, number: i64, file: &NewFile) {
        let Ok(holder) = u32::try_from(self.rows.len()) else { return };
        let input = &file.input;
        let phones = input.contacts.iter().filter(|contact| contact.kind == ContactKind::Phone).map(|contact| contact.value.as_str());
        self.rows.push(SeenRow {
            number,
            names: input.name.parts().collect::<Vec<_>>().join("\n").into(),
            phones: phones.collect::<Vec<_>>().join(" ").into(),
            receipt: input.receipt.as_ref().map(|receipt| receipt.number.as_str().into()),
            commune: input.seat.commune_code.as_str().into(),
            wilaya: file.projection.wilaya_code.as_str().into(),
            founded_on: input.founded_on,
        });
        for key in &file.projection.duplicate_keys {
            self.keep(key, holder);
        }
    }

    /// Forgets everything: the rows are in the register.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// How a file stands to the register and to the rows before it.
    pub fn standing(&self, known: &Known, file: &NewFile) -> Standing {
        if let Some(id) = known.same.get(file.content()) {
            return Standing::Unchanged(Some(*id));
        }
        if !self.holders(file.content()).is_empty() {
            return Standing::Unchanged(None);
        }
        let keys: Vec<(bool, Vec<u32>)> = file.keys().map(|key| (telling(key), self.holders(key))).collect();
        let rows = worth(keys.iter().map(|(telling, found)| (*telling, found.as_slice())));
        let ids = worth(file.keys().filter_map(|key| known.holders.get(key).map(|found| (telling(key), found.as_slice()))));
        if rows.is_empty() && ids.is_empty() {
            return Standing::New;
        }
        let facts = file.facts();
        let mut likely = Vec::new();
        let mut weigh = |association, row, name: &str, other: &Facts| {
            let found = evidence(&facts, other);
            if found.is_likely() {
                let reasons = found.reasons.iter().map(|reason| reason.code()).collect();
                likely.push(Likely { association, row, name: name.to_owned(), score: (found.score * 1000.0).round() / 1000.0, reasons });
            }
        };
        for id in ids {
            if let Some((name, other)) = known.files.get(&id) {
                weigh(Some(id), None, name, other);
            }
        }
        for row in rows.iter().filter_map(|row| self.rows.get(*row as usize)) {
            weigh(None, Some(row.number), row.names.split('\n').next().unwrap_or_default(), &row.facts());
        }
        likely.sort_by(|a, b| b.score.total_cmp(&a.score));
        likely.truncate(MOST_SHOWN);
        if likely.is_empty() { Standing::New } else { Standing::Likely(likely) }
    }
}

/// Adds files to the register in a state, with their numbers when they are verified, their first steps, audit entries and events, in a fixed
/// number of statements for each table. `origin` says in the audit log where they come from.
///
/// # Errors
/// When the database refuses a row or does not answer.
pub fn add(
    tx: &mut Read<'_>,
    files: Vec<NewFile>,
    status: Status,
    operation: &'static str,
    origin: &serde_json::Value,
) -> Result<Vec<AssociationId>> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let now = tx.now;
    let person = tx.caller.and_then(Caller::person);
    let mut rows = Vec::with_capacity(files.len());
    for NewFile { input, projection } in files {
        let mut record = store::new_record(tx.kernel.ids.next().into(), &input, status, person, now)?;
        record.wilaya_code.clone_from(&projection.wilaya_code);
        rows.push((record, projection));
    }
    if status == Status::Verified {
        let year = now.day().year();
        store::bulk::number_many(tx.conn, rows.iter_mut().map(|(record, projection)| (record, projection.wilaya_code.as_str(), year)))?;
    }
    store::bulk::insert_many(tx.conn, &rows, tx.caller.and_then(Caller::key))?;
    let ids: Vec<AssociationId> = rows.iter().map(|(record, _)| record.id).collect();
    let entries = rows
        .iter()
        .map(|(record, _)| {
            (record.id.to_string(), json!({ "status": status, "registration_number": record.registration_number, "from": origin }))
        })
        .collect();
    audit::record_many(tx, operation, SUBJECT, entries)?;
    let subjects: Vec<_> = ids.iter().map(|id| (id.0, Some(*id))).collect();
    outbox::publish_many(tx, "association.created", &subjects, &json!({ "status": status }))?;
    Ok(ids)
}
