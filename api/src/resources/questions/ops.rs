//! One function for each operation.

use super::model::{QuestionId, QuestionInput, QuestionStatus};
use super::store::{self, Filter, Key, Row};
use super::wire::{BankQuestion, BankQuestionSummary, QuestionQuery};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::kernel::search;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::courses::{self, Id as CourseId};
use crate::resources::institutions;
use serde_json::json;

/// What a question is called in the audit log.
const SUBJECT: &str = "question";

/// A question as it is put into a test.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Identifier.
    pub id: QuestionId,
    /// The course it belongs to.
    pub course_id: CourseId,
    /// Its content.
    pub content: QuestionInput,
}

/// Those of some questions that the caller may know of and that are still asked.
///
/// # Errors
/// When the database does not answer.
pub fn some(tx: &mut Read<'_>, ids: &[QuestionId]) -> Result<Vec<Asked>> {
    let rows = store::some(tx, ids)?.into_iter().filter(|row| row.status == QuestionStatus::Active);
    rows.map(|row| Ok(Asked { id: row.id, course_id: row.course_id, content: row.document.read()? })).collect()
}

/// Whether the caller may change a question: its owner, the trainer who wrote it, or the ministry.
fn may_edit(tx: &Read<'_>, row: &Row) -> bool {
    let wrote = row.created_by.is_some() && tx.caller.and_then(Caller::person) == row.created_by;
    match tx.caller.and_then(|caller| caller.role) {
        Some(Role::Ministry) => true,
        Some(Role::Chamber | Role::National) => row.owner_id.is_some() && tx.caller.and_then(Caller::institution) == row.owner_id,
        Some(Role::Trainer) => wrote,
        _ => false,
    }
}

fn names(tx: &mut Read<'_>, rows: &[Row]) -> Result<impl Fn(InstitutionId) -> Text + use<>> {
    let owners: Vec<InstitutionId> = rows.iter().filter_map(|row| row.owner_id).collect();
    let named = institutions::named(tx.conn, &owners)?;
    Ok(move |id| named(id).name)
}

fn summary(tx: &Read<'_>, row: Row, name: &impl Fn(InstitutionId) -> Text) -> Result<BankQuestionSummary> {
    let question: QuestionInput = row.document.read()?;
    Ok(BankQuestionSummary {
        id: row.id,
        status: row.status,
        course_id: row.course_id,
        editable: row.status == QuestionStatus::Active && may_edit(tx, &row),
        module: row.module,
        kind: row.kind,
        text: question.text,
        choices: question.choices,
        points: question.points,
        owner_id: row.owner_id,
        owner_name: row.owner_id.map(name),
        shared: row.shared,
    })
}

fn one(tx: &mut Read<'_>, row: Row) -> Result<BankQuestion> {
    let name = names(tx, std::slice::from_ref(&row))?;
    Ok(BankQuestion {
        id: row.id,
        status: row.status,
        owner_id: row.owner_id,
        owner_name: row.owner_id.map(name),
        shared: row.shared,
        question: row.document.read()?,
        editable: row.status == QuestionStatus::Active && may_edit(tx, &row),
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

pub fn list(tx: &mut Read<'_>, list: &List<QuestionQuery>) -> Result<Page<BankQuestionSummary>> {
    let query = &list.query;
    let after: Option<Key> = list.after()?;
    let filter = Filter {
        words: text::search_words(query.q.as_deref().unwrap_or_default()),
        course: query.course_id,
        module: query.module.clone(),
        kinds: query.kind.clone(),
        status: query.status.unwrap_or(QuestionStatus::Active),
    };
    let found = store::page(tx, &filter, after, list.limit + 1)?;
    let total = list.total(|| store::total(tx, &filter))?;
    let page = list.page(found, total, Key::of)?;
    let name = names(tx, &page.items)?;
    let items = page.items.into_iter().map(|row| summary(tx, row, &name)).collect::<Result<_>>()?;
    Ok(Page { items, next_cursor: page.next_cursor, total })
}

pub fn get(tx: &mut Read<'_>, id: QuestionId) -> Result<BankQuestion> {
    let row = store::find(tx, id)?;
    one(tx, row)
}

/// Checks what the contract cannot say: the course and its module, and whether the question can be asked.
fn check(tx: &mut Write<'_>, id: QuestionId, input: &QuestionInput) -> Result<()> {
    let mut faults = Faults::default();
    match courses::published(tx, input.course_id, None) {
        Ok(course) => {
            let known = |code: &String| course.content.modules.iter().any(|module| module.code == *code);
            if let Some(code) = input.module.as_ref().filter(|code| !known(code)) {
                faults.expecting("/module", Fault::NoSuch, code);
            }
        }
        Err(error) if error.kind == Kind::NotFound => faults.expecting("/course_id", Fault::NoSuch, input.course_id),
        Err(error) => return Err(error),
    }
    faults.finish()?;
    input.check(id)
}

fn words(input: &QuestionInput) -> String {
    let parts = [Some(input.text.ar.as_str()), input.text.fr.as_deref(), input.text.en.as_deref()];
    search::stored(parts.into_iter().flatten())
}

/// A new row.
///
/// # Errors
/// Never: an input is JSON.
pub fn new_row(id: QuestionId, owner: (Option<InstitutionId>, bool), input: &QuestionInput, now: Instant) -> Result<Row> {
    Ok(Row {
        id,
        course_id: input.course_id,
        module: input.module.clone(),
        owner_id: owner.0,
        shared: owner.1,
        status: QuestionStatus::Active,
        kind: input.kind,
        search: words(input),
        document: Json::of(input)?,
        created_by: None,
        version: 1,
        created_at: now,
        updated_at: now,
    })
}

pub fn create(tx: &mut Write<'_>, input: &QuestionInput) -> Result<BankQuestion> {
    let id = tx.new_id();
    check(tx, id, input)?;
    let owner = tx.caller.and_then(Caller::institution);
    // What those above the chambers write, and trainers of none of them, is everybody's.
    let shared = tx.scope == Scope::All || owner.is_none();
    let row = Row { created_by: tx.caller.and_then(Caller::person), ..new_row(id, (owner, shared), input, tx.now)? };
    store::insert_all(tx.conn, vec![row.clone()])?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&serde_json::to_value(input)?))?;
    one(tx, row)
}

/// A question the caller may change.
fn editable(tx: &mut Write<'_>, id: QuestionId) -> Result<Row> {
    let row = store::find(tx, id)?;
    if may_edit(tx, &row) { Ok(row) } else { Err(Error::new(Kind::Forbidden)) }
}

pub fn update(tx: &mut Write<'_>, id: QuestionId, expected: IfMatch, patch: &MergePatch) -> Result<BankQuestion> {
    let row = editable(tx, id)?;
    expected.check(row.version)?;
    if row.status == QuestionStatus::Archived {
        return Err(Error::say(
            Kind::WrongState,
            "هذا السؤال محفوظ في الأرشيف، اكتبوا سؤالا جديدا.",
            "Cette question est archivée : écrivez-en une nouvelle.",
            "This question is archived: write a new one.",
        ));
    }
    let before: QuestionInput = row.document.read()?;
    let after: QuestionInput = patch.apply(&before)?;
    check(tx, id, &after)?;
    let next = Row {
        course_id: after.course_id,
        module: after.module.clone(),
        kind: after.kind,
        search: words(&after),
        document: Json::of(&after)?,
        version: row.version + 1,
        updated_at: tx.now,
        ..row
    };
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    one(tx, next)
}

/// Puts a question away; tests that have it keep it.
pub fn archive(tx: &mut Write<'_>, id: QuestionId) -> Result<BankQuestion> {
    let row = editable(tx, id)?;
    if row.status == QuestionStatus::Archived {
        return one(tx, row);
    }
    let next = Row { status: QuestionStatus::Archived, version: row.version + 1, updated_at: tx.now, ..row };
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&json!({ "status": "active" })), Some(&json!({ "status": "archived" })))?;
    one(tx, next)
}
