//! A thousand associations in every state, with the steps that led there, and some that were entered twice.

use super::accounts::{self, Account};
use super::file::{self, Detail, TODAY, days};
use super::life::{Step, life};
use super::names;
use super::places::{Place, Places};
use super::{Failure, ids};
use crate::kernel::Kernel;
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Role, Scope};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, transaction};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::request_id::Origin;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::resources::associations::material::{
    AssociationInput, Kind, Level, Projection, ProposalRow, Record, Status, TransitionRow, bulk, insert_proposal,
};
use chrono::Datelike;
use serde_json::json;

/// Associations of the demonstration.
pub const ASSOCIATIONS: u64 = 1_000;
/// How many of them are there twice.
pub const TWICE: u64 = 25;
/// How many of these are in Algiers, where the demonstration's chamber works.
const TWICE_IN_ALGIERS: usize = 6;
/// Proposals that wait for a chamber.
const PROPOSALS: usize = 12;

/// A file and the way it took.
pub struct Told {
    /// The row as it stands.
    pub record: Record,
    /// What follows from it.
    pub projection: Projection,
    /// The content.
    pub input: AssociationInput,
    steps: Vec<Step>,
}

/// Writes accounts and associations, all or nothing; nothing when they are there already.
///
/// # Errors
/// When the database holds accounts of its own, or does not answer.
pub fn put(kernel: &Kernel) -> std::result::Result<bool, Failure> {
    let mut conn = kernel.db.writer()?;
    if accounts::present(&mut conn)? {
        return Ok(false);
    }
    if accounts::others(&mut conn)? {
        return Err("this database has accounts of its own: demonstration data goes into a database of its own (DATABASE_URL)".into());
    }
    transaction::write::<_, Error>(&mut conn, |conn| {
        let places = Places::load(conn)?;
        let told = tell(&places)?;
        let since = file::at(days(TODAY, -1_400), 0);
        accounts::put(conn, &kernel.passwords, AssociationId(ids::association(1)), since)?;
        let files = write(conn, told)?;
        super::events::put(conn, &places)?;
        let origin = Origin::default();
        let tx = &mut Read { conn, kernel, caller: None, scope: Scope::All, now: file::at(TODAY, 600), origin: &origin };
        super::applications::put(tx, &files)?;
        super::training::put(tx, &files, &places)?;
        super::attendance::put(tx)?;
        super::documents::put(tx)
    })?;
    Ok(true)
}

/// The associations, in the order of their numbers, with their registration numbers still to come.
///
/// # Errors
/// When a file cannot be written as JSON.
pub fn tell(places: &Places) -> Result<Vec<Told>> {
    let once = ASSOCIATIONS - TWICE;
    let mut all = Vec::new();
    let mut in_algiers = Vec::new();
    for number in 1..=once {
        let (mut input, mut place) = file::generate(number, places, Detail::Full);
        if number == 1 {
            (input, place) = ours(places).unwrap_or((input, place));
        } else if place.facts.wilaya_code == "16" && input.level != Level::National && in_algiers.len() < TWICE_IN_ALGIERS {
            in_algiers.push(number);
        }
        all.push(told(number, input, place, false)?);
    }
    let elsewhere = (0..).map(|step| 3 + step * 37);
    for (number, first) in (once + 1..=ASSOCIATIONS).zip(in_algiers.into_iter().chain(elsewhere)) {
        let (mut input, place) = file::generate(first, places, Detail::Full);
        second_entry(number, &mut input);
        all.push(told(number, input, place, true)?);
    }
    Ok(all)
}

/// The association of the demonstration account: professional, in the middle of Alger, verified.
fn ours(places: &Places) -> Option<(AssociationInput, &Place)> {
    let place = places.at("1601")?;
    Some((file::build(1, &mut file::rng(1), place, Level::Wilaya, Kind::Professional, places, Detail::Full), place))
}

/// The same association as somebody else would enter it: other spellings, less known.
fn second_entry(number: u64, input: &mut AssociationInput) {
    let rng = &mut file::rng(number);
    input.name.ar = names::misspelt(rng, &input.name.ar);
    input.name.fr = input.name.fr.take().filter(|_| rng.bool()).map(|name| name.replace(" El ", " Al ").replace("ou", "u"));
    input.name.en = None;
    input.acronym = None;
    input.contacts.truncate(1);
    if rng.bool() {
        input.receipt = None;
    }
    input.headcounts.truncate(1);
    input.mandates.truncate(1);
    input.founders = None;
}

fn told(number: u64, input: AssociationInput, place: &Place, second_entry: bool) -> Result<Told> {
    let projection = Projection::of(&input, &place.facts, TODAY)?;
    let steps = life(number, &input, second_entry);
    let decider = match (input.level, place.facts.wilaya_code.as_str()) {
        (Level::National, _) => Some(Account::person(Role::Ministry)),
        (_, "16") => Some(Account::person(Role::Chamber)),
        _ => None,
    };
    let (first, last) = steps.first().zip(steps.last()).ok_or_else(|| Error::internal("a file without a step"))?;
    let mut record = Record::new(AssociationId(ids::association(number)), &input, last.to, decider, first.at)?;
    record.wilaya_code.clone_from(&projection.wilaya_code);
    record.status_since = last.at;
    record.status_reason = last.reason.map(str::to_owned);
    record.remarks = last.remarks.as_ref().map(Json::of).transpose()?;
    record.version = steps.len() as i64;
    record.updated_at = last.at;
    Ok(Told { record, projection, input, steps })
}

/// Numbers the verified files in the order they were verified, then writes everything.
fn write(conn: &mut AnyConnection, mut told: Vec<Told>) -> Result<Vec<Record>> {
    told.sort_by_key(|one| (one.verified_at(), one.record.id));
    bulk::number_many(
        conn,
        told.iter_mut().filter_map(|one| {
            let year = one.verified_at()?.day().year();
            Some((&mut one.record, one.projection.wilaya_code.as_str(), year))
        }),
    )?;
    told.sort_by_key(|one| one.record.id);
    let (mut files, mut steps, mut versions) = (Vec::new(), Vec::new(), Vec::new());
    for one in told {
        steps.extend(one.transitions()?);
        versions.extend(one.versions()?);
        files.push((one.record, one.projection));
    }
    bulk::put_files(conn, &files)?;
    bulk::put_steps(conn, &steps)?;
    bulk::put_versions(conn, &versions.iter().map(bulk::VersionRow::of).collect::<Vec<_>>())?;
    let ours = files
        .iter()
        .filter(|(record, _)| record.status == Status::Verified && record.wilaya_code == "16" && record.level != Level::National);
    let owners: Vec<AssociationId> = ours.map(|(record, _)| record.id).take(super::projects::COUNT).collect();
    super::projects::put(conn, &owners)?;
    propose(conn, &files)?;
    Ok(files.into_iter().map(|(record, _)| record).collect())
}

impl Told {
    fn verified_at(&self) -> Option<Instant> {
        self.steps.iter().find(|step| step.to == Status::Verified).map(|step| step.at)
    }

    fn transitions(&self) -> Result<Vec<TransitionRow>> {
        let mut from = None;
        self.steps
            .iter()
            .map(|step| {
                let row = TransitionRow {
                    id: uuid::Uuid::now_v7().into(),
                    association_id: self.record.id,
                    at: step.at,
                    from_status: from.replace(step.to),
                    to_status: step.to,
                    person_id: self.record.created_by.filter(|_| step.by_chamber()),
                    key_id: None,
                    reason: step.reason.map(str::to_owned),
                    remarks: step.remarks.as_ref().map(Json::of).transpose()?,
                };
                Ok(row)
            })
            .collect()
    }

    /// The file after each step; what was counted and elected later was not yet known.
    fn versions(&self) -> Result<Vec<Record>> {
        let mut number = None;
        let count = self.steps.len();
        self.steps
            .iter()
            .enumerate()
            .map(|(index, step)| {
                if step.to == Status::Verified {
                    number.clone_from(&self.record.registration_number);
                }
                let mut record = self.record.clone();
                if index + 1 < count {
                    let mut then = self.input.clone();
                    then.headcounts.retain(|headcount| headcount.year <= step.at.day().year());
                    then.mandates.retain(|mandate| mandate.starts_on <= step.at.day());
                    record.document = Json::of(&then)?;
                }
                record.version = index as i64 + 1;
                record.updated_at = step.at;
                record.status = step.to;
                record.registration_number.clone_from(&number);
                Ok(record)
            })
            .collect()
    }
}

/// Changes that associations ask for in verified files: a new address, a telephone, a year counted.
fn propose(conn: &mut AnyConnection, files: &[(Record, Projection)]) -> Result<()> {
    let verified = files.iter().filter(|(record, _)| record.status == Status::Verified && record.level != Level::National);
    let (ours, others): (Vec<_>, Vec<_>) = verified.partition(|(record, _)| record.wilaya_code == "16");
    let chosen = ours.iter().take(PROPOSALS / 2).chain(others.iter().step_by(60).take(PROPOSALS / 2));
    for (number, (record, _)) in chosen.enumerate() {
        let input = record.input()?;
        let changes = match number % 3 {
            0 => json!({ "seat": { "address": format!("دار الحرفي، الطابق {}، المحل {}", number % 3, 4 + number) } }),
            1 => {
                let mut contacts = input.contacts.clone();
                for contact in contacts.iter_mut().take(1) {
                    contact.value = file::phone(900_000 + number as u64);
                }
                json!({ "contacts": contacts })
            }
            _ => json!({ "acronym": format!("ART{number}"), "seat": { "address": "المركز الثقافي الجديد" } }),
        };
        let row = ProposalRow {
            id: ids::proposal(number).into(),
            association_id: record.id,
            changes: Json::of(&changes)?,
            note: Some("تحديث بعد الجمعية العامة الأخيرة".to_owned()),
            proposed_by: Some(Account::person(Role::Association)).filter(|_| record.id == AssociationId(ids::association(1))),
            created_at: file::at(days(TODAY, -(number as i64) - 2), 40),
            decided_at: None,
            decided_by: None::<PersonId>,
            decision: None,
            version: 1,
            replaced: None,
        };
        insert_proposal(conn, &row)?;
    }
    Ok(())
}
