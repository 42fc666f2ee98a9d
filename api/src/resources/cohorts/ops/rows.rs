//! Entering and changing cohorts.

use super::view::{self, may_edit};
use super::{SUBJECT, places, steps, teachers};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::Write;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::kernel::search;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::cohorts::letters::Told;
use crate::resources::cohorts::model::{CohortId, CohortInput, CohortStatus, EnrolmentStatus};
use crate::resources::cohorts::store::rows::Row;
use crate::resources::cohorts::store::{enrolments, rows};
use crate::resources::cohorts::wire::Cohort;
use crate::resources::territory::{self, CommuneFacts};
use crate::resources::{courses, trainers};
use serde_json::json;

/// Checks what the contract cannot say; the commune it meets in.
fn check(tx: &mut Write<'_>, content: &mut CohortInput, seated: usize) -> Result<Option<CommuneFacts>> {
    let mut faults = Faults::default();
    content.check(&mut faults);
    let name = &mut content.name;
    for (pointer, part) in [("/name/ar", Some(&mut name.ar)), ("/name/fr", name.fr.as_mut()), ("/name/en", name.en.as_mut())] {
        let Some(part) = part else { continue };
        match text::hygiene::clean(part) {
            Ok(clean) => *part = clean,
            Err(_) => faults.add(pointer, Fault::ForbiddenCharacters),
        }
    }
    if usize::try_from(content.capacity).is_ok_and(|capacity| capacity < seated) {
        faults.expecting("/capacity", Fault::TooSmall, seated);
    }
    let commune = match &content.place {
        Some(place) => territory::commune_facts(tx.conn, &place.commune_code)?,
        None => None,
    };
    if let Some(place) = content.place.as_ref().filter(|_| commune.is_none()) {
        faults.expecting("/place/commune_code", Fault::NoSuch, &place.commune_code);
    }
    let trainers = trainers::among(tx.conn, &content.trainer_ids)?;
    for (index, id) in content.trainer_ids.iter().enumerate() {
        let pointer = format!("/trainer_ids/{index}");
        if content.trainer_ids[..index].contains(id) {
            faults.add(pointer, Fault::Repeated);
        } else if !trainers.contains(id) {
            faults.expecting(pointer, Fault::NoSuch, id);
        }
    }
    let codes: Vec<String> = content.quotas.iter().flat_map(|quota| quota.conditions.wilayas.clone()).collect();
    let unknown = if codes.is_empty() { codes } else { territory::unknown_wilayas(tx.conn, &codes)? };
    for (index, quota) in content.quotas.iter().enumerate() {
        for (place, code) in quota.conditions.wilayas.iter().enumerate().filter(|(_, code)| unknown.contains(code)) {
            faults.expecting(format!("/quotas/{index}/for/wilayas/{place}"), Fault::NoSuch, code);
        }
    }
    faults.finish()?;
    Ok(commune)
}

/// The row with what lists filter and order by.
fn fill(row: &mut Row, content: &CohortInput, course: &Text, commune: Option<&CommuneFacts>) -> Result<()> {
    let venue = content.place.iter().flat_map(|place| place.venue.parts());
    let place = commune.into_iter().flat_map(|commune| commune.name.parts());
    row.name_sort = text::fold(&content.name.ar);
    row.search = search::stored(content.name.parts().chain(course.parts()).chain(venue).chain(place));
    row.wilaya_code = commune.map(|commune| commune.wilaya_code.clone());
    (row.starts_on, row.ends_on) = (content.starts_on, content.ends_on);
    (row.opens_at, row.closes_at) = (content.opens_at, content.closes_at);
    row.document = Json::of(content)?;
    Ok(())
}

/// A new draft, taught from a version of its course with a name.
///
/// # Errors
/// Never: an input is JSON.
pub fn new_row(
    id: CohortId,
    organiser_id: InstitutionId,
    (course_number, course_name): (i32, &Text),
    content: &CohortInput,
    commune: Option<&CommuneFacts>,
    now: Instant,
) -> Result<Row> {
    let mut row = Row {
        id,
        course_id: content.course_id,
        course_number,
        organiser_id,
        status: CohortStatus::Draft,
        status_since: now,
        name_sort: String::new(),
        search: String::new(),
        wilaya_code: None,
        starts_on: content.starts_on,
        ends_on: content.ends_on,
        opens_at: content.opens_at,
        closes_at: content.closes_at,
        document: Json::of(content)?,
        seats_version: 1,
        lapsed_at: None,
        reminded_at: None,
        created_by: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    fill(&mut row, content, course_name, commune)?;
    Ok(row)
}

pub fn create(tx: &mut Write<'_>, mut content: CohortInput) -> Result<Cohort> {
    let organiser_id = tx.caller.and_then(Caller::institution).ok_or_else(|| Error::new(Kind::Forbidden))?;
    let course = courses::published(tx, content.course_id, None).map_err(|error| match error.kind {
        Kind::NotFound => {
            let mut faults = Faults::default();
            faults.expecting("/course_id", Fault::NoSuch, content.course_id);
            faults.finish().err().unwrap_or(error)
        }
        _ => error,
    })?;
    if !course.taught {
        return Err(Error::say(
            Kind::WrongState,
            "أُرشف هذا المقرر فلا تُفتح له دورات جديدة.",
            "Ce cours est archivé : aucune session nouvelle ne s’ouvre.",
            "This course is archived: no new cohorts are made of it.",
        ));
    }
    let commune = check(tx, &mut content, 0)?;
    let told = (course.number, &course.content.name);
    let fresh = new_row(tx.new_id(), organiser_id, told, &content, commune.as_ref(), tx.now)?;
    let row = Row { created_by: tx.caller.and_then(Caller::person), ..fresh };
    rows::insert(tx.conn, &row)?;
    rows::set_trainers(tx.conn, row.id, &content.trainer_ids)?;
    steps::keep(tx, &row, None, None)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(&content)?))?;
    view::of(tx, row)
}

/// A cohort the caller may change now.
///
/// # Errors
/// `not_found`, `forbidden`, or `wrong_state` for one that is over.
pub fn editable(tx: &mut Write<'_>, id: CohortId) -> Result<Row> {
    let row = rows::find(tx, id)?;
    if !may_edit(tx, &row) {
        return Err(Error::new(Kind::Forbidden));
    }
    if row.status.over() {
        return Err(Error::say(
            Kind::WrongState,
            "انتهت هذه الدورة أو ألغيت ولا تعدَّل.",
            "Cette session est terminée ou annulée et ne se modifie plus.",
            "This cohort is over or called off and no longer changes.",
        ));
    }
    Ok(row)
}

pub fn update(tx: &mut Write<'_>, id: CohortId, expected: IfMatch, patch: &MergePatch) -> Result<Cohort> {
    editable(tx, id)?;
    rows::lock(tx.conn, id)?;
    let row = editable(tx, id)?;
    expected.check(row.version)?;
    let before: CohortInput = row.document.read()?;
    let mut after: CohortInput = patch.apply(&before)?;
    if after.course_id != before.course_id {
        let mut faults = Faults::default();
        faults.expecting("/course_id", Fault::NotAllowed, before.course_id);
        faults.finish()?;
    }
    let seated = enrolments::of_cohort(tx.conn, id, &[EnrolmentStatus::Enrolled])?.len();
    let commune = check(tx, &mut after, seated)?;
    let course = courses::published(tx, row.course_id, Some(row.course_number))?.content.name;
    let reopened = after.closes_at > tx.now;
    let mut next = Row { version: row.version + 1, updated_at: tx.now, ..row };
    if reopened {
        next.lapsed_at = None;
    }
    fill(&mut next, &after, &course, commune.as_ref())?;
    rows::save(tx.conn, &next)?;
    rows::set_trainers(tx.conn, id, &after.trainer_ids)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    if next.status == CohortStatus::Published {
        tx.publish("cohort.changed", id.0, None, &json!({ "version": next.version }))?;
        teachers::follow(tx, &before, &after)?;
        if after.held_elsewhere(&before) {
            let concerned = [EnrolmentStatus::Enrolled, EnrolmentStatus::Waiting];
            let told = enrolments::of_cohort(tx.conn, id, &concerned)?;
            places::tell(tx, &next, &told, Told::Changed)?;
        }
        places::settle(tx, &next)?;
    }
    view::of(tx, next)
}
