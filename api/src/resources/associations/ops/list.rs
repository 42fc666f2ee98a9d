use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::http::page::{List, Page};
use crate::kernel::language::Text;
use crate::kernel::search;
use crate::resources::associations::model::{Filter, Sort, Status};
use crate::resources::associations::store::counts::Question;
use crate::resources::associations::store::list::{self as store, Key, SummaryRow};
use crate::resources::associations::wire::{AssociationQuery, AssociationSummary, WilayaCount, WilayaCounts};

/// The filter as a question to the kept counts; none when they cannot answer it.
fn counted(tx: &Read<'_>, filter: &Filter) -> Option<Question> {
    let Filter {
        q,
        statuses,
        wilayas,
        commune: None,
        level,
        kind,
        craft_domain,
        craft_sectors,
        in_charge,
        women_led,
        youth_led,
        border,
        isolated,
        founded_from: None,
        founded_to: None,
    } = filter
    else {
        return None;
    };
    let verified = *statuses == [Status::Verified] || (statuses.is_empty() && tx.scope == Scope::Public);
    let words = !search::words(q.as_deref()).is_empty();
    if !verified || words || *in_charge {
        return None;
    }
    // A file of two sectors is counted once under each, so that two together have no answer.
    let craft = match (craft_domain, craft_sectors.as_slice()) {
        (None, []) => String::new(),
        (Some(one), []) | (None, [one]) => one.clone(),
        _ => return None,
    };
    Some(Question {
        craft,
        wilayas: wilayas.clone(),
        level: *level,
        kind: *kind,
        women_led: *women_led,
        youth_led: *youth_led,
        border: *border,
        isolated: *isolated,
    })
}

/// A file as lists show it.
fn summary(row: SummaryRow) -> AssociationSummary {
    AssociationSummary {
        id: row.id,
        registration_number: row.registration_number,
        name: Text { ar: row.name_ar, fr: row.name_fr, en: row.name_en },
        acronym: row.acronym,
        level: row.level,
        kind: row.kind,
        status: row.status,
        status_since: row.status_since,
        wilaya_code: row.wilaya_code,
        commune_code: row.commune_code,
        craft_sectors: row.sectors,
        founded_on: row.founded_on,
        members: Some(row.members).filter(|members| *members > 0),
        women_led: row.women_led,
        youth_led: row.youth_led,
        border: row.border,
        isolated: row.isolated,
        created_at: row.created_at,
    }
}

/// Rows whose names hold the words, or else their consonants, and what they were found by. A page after the first is empty only when
/// the first was, so every page is found in the same way.
fn found(tx: &mut Read<'_>, filter: &Filter, sort: Sort, after: Option<Key>, limit: i64) -> Result<(Vec<SummaryRow>, Vec<String>)> {
    let words = search::words(filter.q.as_deref());
    let (rare, frequent) = store::by_frequency(tx.conn, &words)?;
    let mut conditions = store::conditions(&tx.scope, filter, &rare);
    conditions.extend(frequent.iter().map(|word| store::holding_frequent(word)));
    let rows = store::page(tx.conn, conditions, sort, after.clone(), limit)?;
    if !rows.is_empty() || words.is_empty() {
        return Ok((rows, words));
    }
    let Some(words) = search::skeletons(&words) else { return Ok((rows, words)) };
    let rows = store::page(tx.conn, store::conditions(&tx.scope, filter, &words), sort, after, limit)?;
    Ok((rows, words))
}

pub fn list(tx: &mut Read<'_>, list: &List<AssociationQuery>) -> Result<Page<AssociationSummary>> {
    let filter = &list.query.filter();
    let sort = list.query.sort.unwrap_or(Sort::Name);
    let after: Option<Key> = list.after()?;
    let (rows, words) = found(tx, filter, sort, after, list.limit + 1)?;
    let total = list.total(|| match counted(tx, filter) {
        Some(question) => Ok(question.by_wilaya(tx.conn)?.iter().map(|(_, count)| count).sum()),
        None => store::total(tx.conn, store::conditions(&tx.scope, filter, &words)),
    })?;
    let page = list.page(rows, total, |row| row.key(sort))?;
    Ok(Page { items: page.items.into_iter().map(summary).collect(), next_cursor: page.next_cursor, total })
}

pub fn by_wilaya(tx: &mut Read<'_>, filter: &Filter) -> Result<WilayaCounts> {
    let found = if let Some(question) = counted(tx, filter) {
        question.by_wilaya(tx.conn)?
    } else {
        let words = search::words(filter.q.as_deref());
        let found = store::by_wilaya(tx.conn, store::conditions(&tx.scope, filter, &words))?;
        match search::skeletons(&words) {
            Some(skeletons) if found.is_empty() => store::by_wilaya(tx.conn, store::conditions(&tx.scope, filter, &skeletons))?,
            _ => found,
        }
    };
    let items = found.into_iter().map(|(wilaya_code, count)| WilayaCount { wilaya_code, count });
    let items: Vec<WilayaCount> = items.collect();
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
    let (mut rows, _) = found(tx, &query.filter(), sort, after, limit + 1)?;
    let more = rows.len() as i64 > limit;
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|row| row.key(sort));
    Ok((rows.into_iter().map(summary).collect(), next))
}
