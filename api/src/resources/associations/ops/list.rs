use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::http::page::{List, Page};
use crate::kernel::search;
use crate::resources::associations::model::Status;
use crate::resources::associations::store::counts::Question;
use crate::resources::associations::store::list::{self as store, Key};
use crate::resources::associations::wire::{AssociationQuery, AssociationSummary, Sort, WilayaCounts};

/// The query as a question to the kept counts; none when they cannot answer it.
fn counted(tx: &Read<'_>, query: &AssociationQuery) -> Option<Question> {
    let AssociationQuery {
        q,
        status,
        wilaya,
        commune: None,
        level,
        kind,
        craft_domain,
        craft_sector,
        in_charge,
        women_led,
        youth_led,
        border,
        isolated,
        founded_from: None,
        founded_to: None,
        ..
    } = query
    else {
        return None;
    };
    let verified = *status == [Status::Verified] || (status.is_empty() && tx.scope == Scope::Public);
    let words = !search::words(q.as_deref()).is_empty();
    if !verified || words || *in_charge == Some(true) {
        return None;
    }
    // A file of two sectors is counted once under each, so that two together have no answer.
    let craft = match (craft_domain, craft_sector.as_slice()) {
        (None, []) => String::new(),
        (Some(one), []) | (None, [one]) => one.clone(),
        _ => return None,
    };
    Some(Question {
        craft,
        wilayas: wilaya.clone(),
        level: *level,
        kind: *kind,
        women_led: *women_led,
        youth_led: *youth_led,
        border: *border,
        isolated: *isolated,
    })
}

/// Rows whose names hold the words, or else their consonants, and what they were found by. A page after the first is empty only when
/// the first was, so every page is found in the same way.
fn found(
    tx: &mut Read<'_>,
    query: &AssociationQuery,
    sort: Sort,
    after: Option<Key>,
    limit: i64,
) -> Result<(Vec<store::SummaryRow>, Vec<String>)> {
    let words = search::words(query.q.as_deref());
    let (rare, frequent) = store::by_frequency(tx.conn, &words)?;
    let mut conditions = store::conditions(&tx.scope, query, &rare);
    conditions.extend(frequent.iter().map(|word| store::holding_frequent(word)));
    let rows = store::page(tx.conn, conditions, sort, after.clone(), limit)?;
    if !rows.is_empty() || words.is_empty() {
        return Ok((rows, words));
    }
    let Some(words) = search::skeletons(&words) else { return Ok((rows, words)) };
    let rows = store::page(tx.conn, store::conditions(&tx.scope, query, &words), sort, after, limit)?;
    Ok((rows, words))
}

pub fn list(tx: &mut Read<'_>, list: &List<AssociationQuery>) -> Result<Page<AssociationSummary>> {
    let query = &list.query;
    let sort = query.sort.unwrap_or(Sort::Name);
    let after: Option<Key> = list.after()?;
    let (rows, words) = found(tx, query, sort, after, list.limit + 1)?;
    let total = list.total(|| match counted(tx, query) {
        Some(question) => Ok(question.by_wilaya(tx.conn)?.iter().map(|one| one.count).sum()),
        None => store::total(tx.conn, store::conditions(&tx.scope, query, &words)),
    })?;
    let page = list.page(rows, total, |row| row.key(sort))?;
    Ok(Page { items: page.items.into_iter().map(store::SummaryRow::view).collect(), next_cursor: page.next_cursor, total })
}

pub fn by_wilaya(tx: &mut Read<'_>, query: &AssociationQuery) -> Result<WilayaCounts> {
    let items = if let Some(question) = counted(tx, query) {
        question.by_wilaya(tx.conn)?
    } else {
        let words = search::words(query.q.as_deref());
        let found = store::by_wilaya(tx.conn, store::conditions(&tx.scope, query, &words))?;
        match search::skeletons(&words) {
            Some(skeletons) if found.is_empty() => store::by_wilaya(tx.conn, store::conditions(&tx.scope, query, &skeletons))?,
            _ => found,
        }
    };
    Ok(WilayaCounts { total: items.iter().map(|row| row.count).sum(), items })
}

/// The rows after a key and where the next ones start: for a file that holds all of them.
pub fn page_of(
    tx: &mut Read<'_>,
    query: &AssociationQuery,
    after: Option<Key>,
    limit: i64,
) -> Result<(Vec<AssociationSummary>, Option<Key>)> {
    let sort = query.sort.unwrap_or(Sort::Name);
    let (mut rows, _) = found(tx, query, sort, after, limit + 1)?;
    let more = rows.len() as i64 > limit;
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|row| row.key(sort));
    Ok((rows.into_iter().map(store::SummaryRow::view).collect(), next))
}
