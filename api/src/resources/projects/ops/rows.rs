//! Entering, changing, copying and putting away.

use super::parts::{may_edit, publish, unlocked};
use super::view::tagged;
use super::{SUBJECT, steps};
use crate::kernel::access::allowed::Write;
use crate::kernel::access::{Body, Caller};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::search;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::associations;
use crate::resources::projects::model::{ProjectId, Stage};
use crate::resources::projects::store::{self, Row};
use crate::resources::projects::wire::{CopyInput, Project, ProjectInput};
use chrono::{Datelike, NaiveDate};
use serde_json::json;

/// First and last year a project may start in.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// A project and its tag.
pub type Tagged = (Project, String);

fn check(tx: &mut Write<'_>, owner: AssociationId, input: &ProjectInput) -> Result<()> {
    let mut faults = Faults::default();
    check_start(input.starts_on, &mut faults);
    let there = store::registered(tx.conn, &input.partner_ids)?;
    for (index, id) in input.partner_ids.iter().enumerate() {
        let pointer = format!("/partner_ids/{index}");
        if *id == owner || input.partner_ids[..index].contains(id) {
            faults.add(pointer, Fault::Repeated);
        } else if !there.contains(id) {
            faults.expecting(pointer, Fault::NoSuch, id);
        }
    }
    faults.finish()
}

fn check_start(starts_on: Option<NaiveDate>, faults: &mut Faults) {
    if starts_on.is_some_and(|day| !YEARS.contains(&day.year())) {
        faults.expecting("/starts_on", Fault::WrongFormat, format!("{}–{}", YEARS.start(), YEARS.end()));
    }
}

/// The row with the content of an input.
pub fn fill(row: &mut Row, input: &ProjectInput) -> Result<()> {
    row.name_sort = text::fold(&input.name.ar);
    row.search = search::stored(input.name.parts());
    row.name_ar.clone_from(&input.name.ar);
    row.name_fr.clone_from(&input.name.fr);
    row.name_en.clone_from(&input.name.en);
    row.purpose = input.purpose.as_ref().map(Json::of).transpose()?;
    row.starts_on = input.starts_on;
    row.starts_order = input.starts_on.map_or(0, |day| i64::from(day.num_days_from_ce()));
    row.threshold_percent = input.variance_threshold_percent;
    Ok(())
}

fn input(row: &Row, partners: Vec<AssociationId>) -> Result<ProjectInput> {
    Ok(ProjectInput {
        name: row.name(),
        purpose: row.purpose.as_ref().map(Json::read).transpose()?,
        partner_ids: partners,
        starts_on: row.starts_on,
        variance_threshold_percent: row.threshold_percent,
    })
}

/// A row as it starts.
pub fn blank(id: ProjectId, owner: AssociationId, created_by: Option<crate::kernel::ids::PersonId>, now: Instant) -> Row {
    Row {
        id,
        association_id: owner,
        name_ar: String::new(),
        name_fr: None,
        name_en: None,
        name_sort: String::new(),
        purpose: None,
        stage: Stage::Idea,
        stage_since: now,
        starts_on: None,
        starts_order: 0,
        threshold_percent: 0.0,
        archived_at: None,
        search: String::new(),
        planned_finish: None,
        activities: 0,
        percent_done: 0.0,
        plan_version: 0,
        created_by,
        version: 1,
        created_at: now,
        updated_at: now,
    }
}

/// The association the caller speaks for.
fn own(tx: &mut Write<'_>) -> Result<AssociationId> {
    let Some(Body::Association(owner)) = tx.caller.map(|caller| caller.body) else { return Err(Error::new(Kind::Forbidden)) };
    associations::must_be_in_charge(tx, owner)?;
    Ok(owner)
}

fn add(tx: &mut Write<'_>, owner: AssociationId, input: &ProjectInput) -> Result<Row> {
    check(tx, owner, input)?;
    let (id, now) = (tx.new_id(), tx.now);
    let mut row = blank(id, owner, tx.caller.and_then(Caller::person), now);
    fill(&mut row, input)?;
    store::insert(tx.conn, &row)?;
    store::set_partners(tx.conn, id, &input.partner_ids)?;
    steps::keep(tx, id, None, Stage::Idea, None, now.day())?;
    Ok(row)
}

pub fn create(tx: &mut Write<'_>, input: &ProjectInput) -> Result<Tagged> {
    let owner = own(tx)?;
    let row = add(tx, owner, input)?;
    let after = serde_json::to_value(input)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&after))?;
    publish(tx, "project.created", row.id, &json!({ "association_id": owner, "name": input.name, "stage": Stage::Idea }))?;
    tagged(tx, row)
}

pub fn update(tx: &mut Write<'_>, id: ProjectId, expected: IfMatch, patch: &MergePatch) -> Result<Tagged> {
    let row = unlocked(tx, id)?;
    expected.check(row.version)?;
    let before = input(&row, store::partners(tx.conn, id)?)?;
    let after: ProjectInput = patch.apply(&before)?;
    let owner = row.association_id;
    check(tx, owner, &after)?;
    if after.partner_ids != before.partner_ids {
        if tx.caller.is_none_or(|caller| caller.body != Body::Association(owner)) {
            return Err(Error::say(
                Kind::Forbidden,
                "الجمعية صاحبة المشروع وحدها تختار شركاءه.",
                "Seule l'association propriétaire choisit les associations partenaires.",
                "Only the association that owns the project chooses its partners.",
            ));
        }
        store::set_partners(tx.conn, id, &after.partner_ids)?;
    }
    let mut next = row;
    fill(&mut next, &after)?;
    next.version += 1;
    next.updated_at = tx.now;
    store::save(tx.conn, &next)?;
    if after.starts_on != before.starts_on {
        for part in crate::resources::PROJECT_PARTS {
            (part.restarted)(tx, &next.brief())?;
        }
    }
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    publish(tx, "project.changed", id, &json!({ "name": after.name, "starts_on": after.starts_on }))?;
    again(tx, id)
}

/// The project as it is stored now.
fn again(tx: &mut Write<'_>, id: ProjectId) -> Result<Tagged> {
    let row = store::find(tx.read.conn, &tx.read.scope, id)?;
    tagged(tx, row)
}

/// A new project of the caller's own with everything of another that it can see, but for progress and history.
pub fn copy(tx: &mut Write<'_>, id: ProjectId, wanted: CopyInput) -> Result<Tagged> {
    let original = store::find(tx.read.conn, &tx.read.scope, id)?;
    let owner = own(tx)?;
    let mut content = input(&original, Vec::new())?;
    if let Some(name) = wanted.name {
        content.name = name;
    }
    content.starts_on = wanted.starts_on.or(content.starts_on);
    let row = add(tx, owner, &content)?;
    for part in crate::resources::PROJECT_PARTS {
        (part.copy)(tx, id, &row.brief())?;
    }
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&json!({ "copy_of": id, "name": content.name })))?;
    publish(tx, "project.created", row.id, &json!({ "association_id": owner, "name": content.name, "copy_of": id }))?;
    again(tx, row.id)
}

/// Puts a project away, or takes it out again.
pub fn archive(tx: &mut Write<'_>, id: ProjectId, away: bool) -> Result<Tagged> {
    store::lock(tx.read.conn, id)?;
    let row = store::find(tx.read.conn, &tx.read.scope, id)?;
    if !may_edit(tx, &row)? {
        return Err(Error::new(Kind::Forbidden));
    }
    if row.archived_at.is_some() == away {
        return Err(Error::in_state(if away {
            Phrase { ar: "مؤرشف", fr: "Archivé", en: "Archived" }
        } else {
            Phrase { ar: "غير مؤرشف", fr: "Non archivé", en: "Not archived" }
        }));
    }
    let now = tx.now;
    let before = json!({ "archived_at": row.archived_at });
    let next = Row { archived_at: away.then_some(now), version: row.version + 1, updated_at: now, ..row };
    store::save(tx.conn, &next)?;
    let after = json!({ "archived_at": next.archived_at });
    tx.audit((SUBJECT, &id.to_string()), Some(&before), Some(&after))?;
    publish(tx, "project.changed", id, &after)?;
    tagged(tx, next)
}
