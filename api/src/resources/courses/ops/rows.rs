//! Entering, changing, publishing.

use super::SUBJECT;
use super::view::{self, may_edit};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::Write;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::{InstitutionId, PersonId};
use crate::kernel::problem::Kind;
use crate::kernel::search;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::courses::model::{CourseId, CourseInput, CourseStatus};
use crate::resources::courses::store::{self, Row, VersionRow, files};
use crate::resources::courses::wire::Course;
use crate::resources::crafts;
use serde_json::json;

/// Checks what the contract cannot say, and puts the name into its normal form.
fn check(tx: &mut Write<'_>, id: Option<CourseId>, input: &mut CourseInput) -> Result<()> {
    let mut faults = Faults::default();
    input.check(&mut faults);
    let name = &mut input.name;
    for (pointer, part) in [("/name/ar", Some(&mut name.ar)), ("/name/fr", name.fr.as_mut()), ("/name/en", name.en.as_mut())] {
        let Some(part) = part else { continue };
        match text::hygiene::clean(part) {
            Ok(clean) => *part = clean,
            Err(_) => faults.add(pointer, Fault::ForbiddenCharacters),
        }
    }
    let sectors = crafts::sector_domains(tx.conn)?;
    for (index, code) in input.craft_sectors.iter().enumerate() {
        let pointer = format!("/craft_sectors/{index}");
        if input.craft_sectors[..index].contains(code) {
            faults.add(pointer, Fault::Repeated);
        } else if !sectors.contains_key(code) {
            faults.expecting(pointer, Fault::NoSuch, code);
        }
    }
    let there = match id {
        Some(id) => files::of_course(tx.conn, id)?,
        None => Vec::new(),
    };
    for (pointer, file) in input.files().filter(|(_, file)| there.iter().all(|row| row.id != *file)) {
        faults.expecting(pointer, Fault::NoSuch, file);
    }
    faults.finish()
}

/// The row with what others are shown.
fn show(row: &mut Row, input: &CourseInput) -> Result<()> {
    let modules = input.modules.iter().flat_map(|module| module.title.parts());
    row.name_sort = text::fold(&input.name.ar);
    row.search = search::stored(input.name.parts().chain(modules));
    row.shown = Json::of(input)?;
    Ok(())
}

/// A new draft.
///
/// # Errors
/// Never: an input is JSON.
pub fn new_row(id: CourseId, owner_id: InstitutionId, input: &CourseInput, now: Instant) -> Result<Row> {
    let document = Json::of(input)?;
    let mut row = Row {
        id,
        owner_id,
        status: CourseStatus::Draft,
        name_sort: String::new(),
        search: String::new(),
        shown: document.clone(),
        document,
        published_number: None,
        created_by: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    show(&mut row, input)?;
    Ok(row)
}

pub fn create(tx: &mut Write<'_>, mut input: CourseInput) -> Result<Course> {
    let owner = tx.caller.and_then(Caller::institution).ok_or_else(|| Error::new(Kind::Forbidden))?;
    check(tx, None, &mut input)?;
    let fresh = new_row(tx.new_id(), owner, &input, tx.now)?;
    let row = Row { created_by: tx.caller.and_then(Caller::person), ..fresh };
    store::insert(tx.conn, &row)?;
    store::set_links(tx.conn, row.id, &input.tools(), &input.craft_sectors)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(&input)?))?;
    view::of(tx, row)
}

/// A course the caller may change.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn editable(tx: &mut Write<'_>, id: CourseId) -> Result<Row> {
    let row = store::find(tx, id)?;
    if may_edit(tx, &row) { Ok(row) } else { Err(Error::new(Kind::Forbidden)) }
}

pub fn update(tx: &mut Write<'_>, id: CourseId, expected: IfMatch, patch: &MergePatch) -> Result<Course> {
    let row = editable(tx, id)?;
    expected.check(row.version)?;
    if row.status == CourseStatus::Archived {
        return Err(Error::say(
            Kind::WrongState,
            "هذا المقرر محفوظ في الأرشيف، انشروه من جديد قبل تعديله.",
            "Ce cours est archivé : publiez-le de nouveau avant de le modifier.",
            "This course is archived: publish it again before you change it.",
        ));
    }
    let before: CourseInput = row.document.read()?;
    let mut after: CourseInput = patch.apply(&before)?;
    check(tx, Some(id), &mut after)?;
    let mut next = Row { document: Json::of(&after)?, version: row.version + 1, updated_at: tx.now, ..row };
    if next.published_number.is_none() {
        show(&mut next, &after)?;
        store::set_links(tx.conn, id, &after.tools(), &after.craft_sectors)?;
    }
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    view::of(tx, next)
}

/// The next version of a course, and its row.
///
/// # Errors
/// When what is kept cannot be read.
pub fn publish_row(row: Row, by: Option<PersonId>, now: Instant) -> Result<(Row, VersionRow, CourseInput)> {
    let input: CourseInput = row.document.read()?;
    let number = row.published_number.unwrap_or(0) + 1;
    let version = VersionRow { course_id: row.id, number, document: row.document.clone(), published_at: now, published_by: by };
    let mut next =
        Row { status: CourseStatus::Published, published_number: Some(number), version: row.version + 1, updated_at: now, ..row };
    show(&mut next, &input)?;
    Ok((next, version, input))
}

/// Publishes what was written as the next version; nothing new where nothing has changed since the last.
pub fn publish(tx: &mut Write<'_>, id: CourseId) -> Result<Course> {
    let row = editable(tx, id)?;
    let (written, shown): (CourseInput, CourseInput) = (row.document.read()?, row.shown.read()?);
    if row.published_number.is_some() && written == shown {
        if row.status == CourseStatus::Published {
            return view::of(tx, row);
        }
        let next = Row { status: CourseStatus::Published, version: row.version + 1, updated_at: tx.now, ..row };
        store::save(tx.conn, &next)?;
        tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "status": next.status })))?;
        return view::of(tx, next);
    }
    let now = tx.now;
    let (next, version, input) = publish_row(row, tx.caller.and_then(Caller::person), now)?;
    store::save(tx.conn, &next)?;
    store::add_version(tx.conn, &version)?;
    let named: Vec<_> = input.files().map(|(_, file)| file).collect();
    files::publish(tx.conn, &named, now)?;
    store::set_links(tx.conn, id, &input.tools(), &input.craft_sectors)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "status": next.status, "number": version.number })))?;
    tx.publish("course.published", id.0, None, &json!({ "number": version.number }))?;
    view::of(tx, next)
}

/// Takes a course out of the catalogue: no more cohorts, everything that was stays.
pub fn archive(tx: &mut Write<'_>, id: CourseId) -> Result<Course> {
    let row = editable(tx, id)?;
    match row.status {
        CourseStatus::Archived => return view::of(tx, row),
        CourseStatus::Draft => {
            return Err(Error::say(
                Kind::WrongState,
                "لم ينشر هذا المقرر قط، فلا يؤرشف.",
                "Ce cours n’a jamais été publié : il n’y a rien à archiver.",
                "This course was never published: there is nothing to archive.",
            ));
        }
        CourseStatus::Published => {}
    }
    let next = Row { status: CourseStatus::Archived, version: row.version + 1, updated_at: tx.now, ..row };
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "status": next.status })))?;
    view::of(tx, next)
}
