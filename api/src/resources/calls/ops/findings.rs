//! Whether what was handed in meets the conditions of its call, for one application or for all at once.

use super::{SUBJECT, history};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::letter::Letter;
use crate::kernel::outbox;
use crate::resources::calls::letters;
use crate::resources::calls::model::{ApplicationId, ApplicationStatus, Conditions, Names, UnmetCondition};
use crate::resources::calls::store::{self, Row, StepRow};
use crate::resources::events::Brief;
use crate::resources::{accounts, associations, crafts, territory};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// Names of what conditions name by code.
///
/// # Errors
/// When the database does not answer.
pub fn names(conn: &mut AnyConnection, conditions: &Conditions) -> Result<Names> {
    let sectors = if conditions.craft_sectors.is_empty() { Vec::new() } else { crafts::sector_names(conn)? };
    let wilayas = if conditions.wilayas.is_empty() { Vec::new() } else { territory::all_wilaya_names(conn)? };
    Ok(Names { sectors: sectors.into_iter().collect(), wilayas: wilayas.into_iter().collect() })
}

/// What some associations do not meet of the conditions of an event, in words.
///
/// # Errors
/// When the database does not answer.
pub fn of(
    tx: &mut Read<'_>,
    event: &Brief,
    conditions: &Conditions,
    ids: &[AssociationId],
) -> Result<HashMap<AssociationId, Vec<UnmetCondition>>> {
    let profiles = associations::profiles(tx, ids)?;
    let history = history::of(tx, event, ids)?;
    let names = names(tx.conn, conditions)?;
    let day = tx.now.day();
    let unmet = |(id, profile): (&AssociationId, &associations::Profile)| {
        let unmet = conditions.unmet(profile, history(*id), day);
        (*id, unmet.into_iter().map(|one| one.saying(&names)).collect())
    };
    Ok(profiles.iter().map(unmet).collect())
}

/// The state that follows from what is not met.
pub fn status(unmet: &[UnmetCondition]) -> ApplicationStatus {
    if unmet.is_empty() { ApplicationStatus::Eligible } else { ApplicationStatus::Ineligible }
}

/// Applications of which the same is true now.
struct Group<'r> {
    status: ApplicationStatus,
    unmet: Vec<UnmetCondition>,
    /// Those that stand elsewhere now.
    moved: Vec<&'r Row>,
    /// Those of which only the reasons are others.
    stayed: Vec<&'r Row>,
}

/// Checks everything that was handed in again by other conditions, in as many statements as there are different findings; whoever stands elsewhere now is written to.
///
/// # Errors
/// When the database does not answer.
pub fn check_again(tx: &mut Write<'_>, event: &Brief, conditions: &Conditions) -> Result<()> {
    let rows = store::standing(tx.conn, event.id, &[ApplicationStatus::Eligible, ApplicationStatus::Ineligible])?;
    let ids: Vec<AssociationId> = rows.iter().map(|row| row.association_id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let found = of(tx, event, conditions, &ids)?;
    let mut groups: BTreeMap<String, Group<'_>> = BTreeMap::new();
    for row in &rows {
        let Some(unmet) = found.get(&row.association_id) else { continue };
        let before: Vec<UnmetCondition> = row.findings.as_ref().map(Json::read).transpose()?.unwrap_or_default();
        let status = status(unmet);
        if (row.status, &before) == (status, unmet) {
            continue;
        }
        let fresh = || Group { status, unmet: unmet.clone(), moved: Vec::new(), stayed: Vec::new() };
        let group = groups.entry(serde_json::to_string(unmet)?).or_insert_with(fresh);
        if row.status == status { group.stayed.push(row) } else { group.moved.push(row) }
    }
    for group in groups.values() {
        keep(tx, event, group)?;
    }
    let changed: Vec<ApplicationId> = groups.values().flat_map(|group| &group.moved).map(|row| row.id).collect();
    if changed.is_empty() {
        return Ok(());
    }
    tx.audit((SUBJECT, &event.id.to_string()), None, Some(&json!({ "checked_again": changed })))?;
    tell(tx, event, groups.values())
}

/// Keeps what is true of a group now.
fn keep(tx: &mut Write<'_>, event: &Brief, group: &Group<'_>) -> Result<()> {
    let ids = |rows: &[&Row]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    let findings = Json::of(&group.unmet)?;
    let now = tx.now;
    store::put_findings(tx.conn, &ids(&group.stayed), None, &findings, now)?;
    store::put_findings(tx.conn, &ids(&group.moved), Some(group.status), &findings, now)?;
    let step = |row: &&Row| StepRow {
        id: tx.new_id(),
        application_id: row.id,
        at: tx.now,
        from_status: Some(row.status),
        to_status: group.status,
        reason: None,
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
    };
    let steps: Vec<StepRow> = group.moved.iter().map(step).collect();
    store::keep_steps(tx.conn, steps)?;
    let subjects: Vec<_> = group.moved.iter().map(|row| (row.id.0, Some(row.association_id))).collect();
    if subjects.is_empty() {
        return Ok(());
    }
    outbox::publish_many(tx, "event.application_changed", &subjects, &json!({ "event_id": event.id, "status": group.status }))
}

/// Writes to everybody whose application stands elsewhere now.
fn tell<'g>(tx: &mut Write<'_>, event: &Brief, groups: impl Iterator<Item = &'g Group<'g>>) -> Result<()> {
    let mut by_association: HashMap<AssociationId, (&Group<'_>, ApplicationId)> = HashMap::new();
    for group in groups {
        by_association.extend(group.moved.iter().map(|row| (row.association_id, (group, row.id))));
    }
    let ids: Vec<AssociationId> = by_association.keys().copied().collect();
    let readers = accounts::readers(tx.conn, &ids)?;
    let public_url = &tx.kernel.config.public_url;
    let letter = |reader: &accounts::Reader| {
        let (group, id) = by_association.get(&reader.association_id)?;
        let link = format!("{public_url}/{}/applications/{id}", reader.language);
        Some(letters::checked_again(reader, &event.name, &group.unmet, &link))
    };
    let letters: Vec<Letter> = readers.iter().filter_map(letter).collect();
    tx.mail_all(&letters)
}
