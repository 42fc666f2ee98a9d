//! Courses as a caller sees them.

use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Role};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::ids::InstitutionId;
use crate::resources::courses::model::{CourseId, CourseInput};
use crate::resources::courses::store::{self, Filter, Key, Order, Row, VersionRow};
use crate::resources::courses::wire::{Course, CourseQuery, CourseSort, CourseSummary, CourseVersion, CourseVersionSummary};
use crate::resources::institutions;

/// Whether the caller may change a course: its owner, or the ministry.
pub fn may_edit(tx: &Read<'_>, row: &Row) -> bool {
    match tx.caller.and_then(|caller| caller.role) {
        Some(Role::Ministry) => true,
        Some(Role::Chamber | Role::National) => tx.caller.and_then(Caller::institution) == Some(row.owner_id),
        _ => false,
    }
}

/// The tag of a view: the version, and which content it shows.
pub fn tag(course: &Course) -> String {
    format!("{}-{}", course.version, if course.editable { "edit" } else { "read" })
}

/// The view of a row.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Read<'_>, row: Row) -> Result<Course> {
    let editable = may_edit(tx, &row);
    let (written, shown): (CourseInput, CourseInput) = (row.document.read()?, row.shown.read()?);
    let unpublished_changes = editable && (row.published_number.is_none() || written != shown);
    let course = if editable { written } else { shown };
    let named = institutions::named(tx.conn, &[row.owner_id])?;
    Ok(Course {
        id: row.id,
        status: row.status,
        owner: named(row.owner_id),
        minutes: course.minutes(),
        course,
        published_number: row.published_number,
        unpublished_changes,
        editable,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

pub fn get(tx: &mut Read<'_>, id: CourseId) -> Result<Course> {
    let row = store::find(tx, id)?;
    of(tx, row)
}

fn order(sort: Option<CourseSort>) -> (Order, bool) {
    match sort.unwrap_or(CourseSort::Name) {
        CourseSort::Name => (Order::Name, false),
        CourseSort::NameDown => (Order::Name, true),
        CourseSort::Updated => (Order::Updated, false),
        CourseSort::UpdatedDown => (Order::Updated, true),
    }
}

pub fn list(tx: &mut Read<'_>, list: &List<CourseQuery>) -> Result<Page<CourseSummary>> {
    let query = &list.query;
    let after: Option<Key> = list.after()?;
    let filter = Filter {
        words: text::search_words(query.q.as_deref().unwrap_or_default()),
        statuses: query.status.clone(),
        tools: query.tool.clone(),
        sectors: query.craft_sector.clone(),
        owner: query.owner_id,
    };
    let order = order(query.sort);
    let found = store::page(tx, &filter, order, after, list.limit + 1)?;
    let total = list.total(|| store::total(tx, &filter))?;
    let page = list.page(found, total, |row| Key::of(row, order.0))?;
    let owners: Vec<InstitutionId> = page.items.iter().map(|row| row.owner_id).collect();
    let named = institutions::named(tx.conn, &owners)?;
    let summary = |row: Row| {
        let course: CourseInput = row.shown.read()?;
        Ok(CourseSummary {
            id: row.id,
            status: row.status,
            owner: named(row.owner_id),
            minutes: course.minutes(),
            modules: course.modules.len(),
            tools: course.tools(),
            name: course.name,
            craft_sectors: course.craft_sectors,
            published_number: row.published_number,
        })
    };
    Ok(Page { items: page.items.into_iter().map(summary).collect::<Result<_>>()?, next_cursor: page.next_cursor, total })
}

/// The published versions of a course, latest first.
pub fn versions(tx: &mut Read<'_>, id: CourseId, list: &List<Unfiltered>) -> Result<Page<CourseVersionSummary>> {
    store::find(tx, id)?;
    let before: Option<i32> = list.after()?;
    let found = store::versions(tx.conn, id, before, list.limit + 1)?;
    let total = list.total(|| store::version_total(tx.conn, id))?;
    let page = list.page(found, total, |row| row.number)?;
    let summary = |row: VersionRow| {
        let course: CourseInput = row.document.read()?;
        Ok(CourseVersionSummary {
            number: row.number,
            published_at: row.published_at,
            minutes: course.minutes(),
            modules: course.modules.len(),
            name: course.name,
        })
    };
    Ok(Page { items: page.items.into_iter().map(summary).collect::<Result<_>>()?, next_cursor: page.next_cursor, total })
}

/// One published version.
pub fn version(tx: &mut Read<'_>, id: CourseId, number: i32) -> Result<CourseVersion> {
    store::find(tx, id)?;
    let row = store::version(tx.conn, id, number)?.ok_or_else(Error::not_found)?;
    let course: CourseInput = row.document.read()?;
    Ok(CourseVersion { course_id: id, number, published_at: row.published_at, minutes: course.minutes(), course })
}
