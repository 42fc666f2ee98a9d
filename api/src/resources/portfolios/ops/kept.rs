//! Choices that a body keeps: what was asked, and what came out on that day. They are read and deleted, never changed.

use super::choice;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::money::Money;
use crate::kernel::problem::Kind;
use crate::resources::accounts;
use crate::resources::portfolios::model::{KeptPortfolioId, MOST_KEPT};
use crate::resources::portfolios::store::{self, KeptHead, KeptRow};
use crate::resources::portfolios::wire::{KeptPortfolio, KeptPortfolioInput, KeptPortfolioSummary, SelectionAnswer, SelectionInput};
use serde_json::json;

/// The kind of row in the audit log.
const SUBJECT: &str = "kept_portfolio";

/// The body the caller keeps choices for.
fn keeper(tx: &Read<'_>) -> Result<Body> {
    match tx.known()?.body {
        Body::None => Err(Error::new(Kind::Forbidden)),
        body => Ok(body),
    }
}

fn summaries(tx: &mut Read<'_>, heads: Vec<KeptHead>) -> Result<Vec<KeptPortfolioSummary>> {
    let people: Vec<_> = heads.iter().filter_map(|head| head.created_by).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let view = |head: KeptHead| KeptPortfolioSummary {
        id: head.id,
        institution_id: head.institution_id,
        association_id: head.association_id,
        name: head.name,
        note: head.note,
        budget: Money::centimes(head.budget),
        candidates: head.candidates,
        chosen: head.chosen,
        status: head.status,
        total_value: head.total_value.map(Money::centimes),
        created_by_name: head.created_by.and_then(|id| names.get(&id).cloned()),
        created_by: head.created_by,
        created_at: head.created_at,
    };
    Ok(heads.into_iter().map(view).collect())
}

fn view(tx: &mut Read<'_>, row: KeptRow) -> Result<KeptPortfolio> {
    let request = row.request.read()?;
    let summary = summaries(tx, vec![row.head])?.pop().ok_or_else(Error::not_found)?;
    Ok(KeptPortfolio { summary, request, outcome: row.outcome })
}

pub fn list(tx: &mut Read<'_>, list: &List<Unfiltered>) -> Result<Page<KeptPortfolioSummary>> {
    let before: Option<KeptPortfolioId> = list.after()?;
    let body = keeper(tx)?;
    let heads = store::kept_list(tx.conn, body, before, list.limit + 1)?;
    let total = list.total(|| store::kept_count(tx.conn, body))?;
    let items = summaries(tx, heads)?;
    list.page(items, total, |one: &KeptPortfolioSummary| one.id)
}

pub fn get(tx: &mut Read<'_>, id: KeptPortfolioId) -> Result<KeptPortfolio> {
    let body = keeper(tx)?;
    let row = store::kept_one(tx.conn, body, id)?;
    view(tx, row)
}

/// The choice of a request that stands inside another document: faults say where in it.
pub fn computed(tx: &mut Read<'_>, request: &SelectionInput) -> Result<SelectionAnswer> {
    choice::choose(tx, request).map_err(|mut error| {
        error.fields.iter_mut().for_each(|fault| fault.pointer.insert_str(0, "/request"));
        error
    })
}

/// Keeps a choice that was computed just now, outside of the transaction: a search may take its time, and writers wait for nobody.
pub fn keep(tx: &mut Write<'_>, input: &KeptPortfolioInput, answer: &SelectionAnswer) -> Result<KeptPortfolio> {
    let body = keeper(tx)?;
    if store::kept_count(tx.conn, body)? >= MOST_KEPT {
        return Err(Error::say(
            Kind::WrongState,
            "بلغتم العدد الأقصى وهو 500 اختيار محفوظ، احذفوا ما لا تحتاجون إليه.",
            "Vous conservez déjà 500 choix, le maximum\u{202f}: supprimez ceux qui ne servent plus.",
            "You keep 500 choices already, the most there may be: delete those you do not need.",
        ));
    }
    let (institution_id, association_id) = match body {
        Body::Institution(id) => (Some(id), None),
        Body::Association(id) => (None, Some(id)),
        Body::None => (None, None),
    };
    let optimum = answer.result.as_ref().and_then(|result| result.optimum.as_ref());
    let head = KeptHead {
        id: tx.new_id(),
        institution_id,
        association_id,
        name: input.name.trim().to_owned(),
        note: input.note.clone(),
        budget: input.request.budgets.iter().map(|money| money.amount).fold(0, i64::saturating_add),
        candidates: i64::try_from(answer.projects.len()).map_err(Error::internal)?,
        chosen: i64::try_from(optimum.map_or(0, |optimum| optimum.selected.len())).map_err(Error::internal)?,
        status: answer.result.as_ref().map(|result| result.status.into()),
        total_value: optimum.and_then(|optimum| optimum.total_value.whole()),
        created_by: tx.caller.and_then(Caller::person),
        created_at: tx.now,
    };
    let row = KeptRow { head, request: Json::of(&input.request)?, outcome: Json::of(answer)? };
    store::keep(tx.conn, &row)?;
    let after =
        json!({ "name": row.head.name, "request": input.request, "status": row.head.status, "chosen": optimum.map(|one| &one.selected) });
    tx.audit((SUBJECT, &row.head.id.to_string()), None, Some(&after))?;
    view(tx, row)
}

pub fn delete(tx: &mut Write<'_>, id: KeptPortfolioId) -> Result<()> {
    let body = keeper(tx)?;
    let row = store::kept_one(tx.conn, body, id)?;
    store::forget(tx.conn, id)?;
    let request: SelectionInput = row.request.read()?;
    tx.audit((SUBJECT, &id.to_string()), Some(&json!({ "name": row.head.name, "request": request })), None)
}

/// What a kept request gives today: with the projects the caller sees now, as they are now. Nothing is kept.
pub fn again(tx: &mut Read<'_>, id: KeptPortfolioId) -> Result<SelectionAnswer> {
    let body = keeper(tx)?;
    let request: SelectionInput = store::kept_one(tx.conn, body, id)?.request.read()?;
    computed(tx, &request)
}
