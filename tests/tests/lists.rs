//! Every list pages without loss or repeat, in every order it offers.

use serde_json::Value;
use tests::world::{self, ready};
use tests::{Actor, Findings, Operation, TestApp, contract};

/// Every item of a list, page by page, and the number of pages.
async fn walk(findings: &mut Findings, actor: &Actor<'_>, target: &str, limit: usize) -> (Vec<Value>, usize) {
    let (mut items, mut pages, mut cursor) = (Vec::new(), 0, String::new());
    let mark = if target.contains('?') { '&' } else { '?' };
    loop {
        let answer = findings.send(actor.get(&format!("{target}{mark}limit={limit}{cursor}"))).await;
        if answer.status != 200 {
            findings.add(format!("{target} answers limit={limit}{cursor} with {} {}", answer.status, answer.text()));
            return (items, pages);
        }
        let page = answer.items();
        findings.expect(page.len() <= limit, || format!("{target} gives {} items for limit={limit}", page.len()));
        pages += 1;
        items.extend(page);
        let next = answer.json()["next_cursor"].as_str().map(str::to_owned);
        let link = next.as_ref().map(|next| format!("<{target}{mark}limit={limit}&cursor={next}>; rel=\"next\""));
        findings.expect(answer.header("link") == link.as_deref(), || format!("{target} links to {:?}", answer.header("link")));
        match next {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return (items, pages),
        }
        if pages > 3000 {
            findings.add(format!("{target} never ends"));
            return (items, pages);
        }
    }
}

fn orders(operation: &Operation) -> Vec<String> {
    let sort = operation.query().into_iter().find(|parameter| parameter.name == "sort");
    let values = sort.iter().flat_map(|sort| sort.schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str));
    let orders: Vec<String> = values.map(|value| format!("{}?sort={value}", operation.path)).collect();
    if orders.is_empty() { vec![operation.path.clone()] } else { orders }
}

#[actix_web::test]
async fn a_list_pages_without_loss_or_repeat() {
    let app = TestApp::new().await;
    world::fill(&app, 7).await;
    let mut findings = Findings::default();
    for operation in contract().operations.iter().filter(|operation| operation.is_list() && !operation.has_path_parameter()) {
        let Some(ready) = ready(&app, operation).await else { continue };
        for target in orders(operation) {
            let (whole, _) = walk(&mut findings, &ready.actor, &target, 200).await;
            findings.expect(whole.len() > 1, || format!("{target} has too few items to page through"));
            let limit = if whole.len() > 100 { 37 } else { 1 };
            let (piecewise, pages) = walk(&mut findings, &ready.actor, &target, limit).await;
            findings
                .expect(pages == whole.len().div_ceil(limit), || format!("{target} takes {pages} pages of {limit} for {}", whole.len()));
            findings.expect(piecewise == whole, || {
                format!("{target} gives other items page by page: {} instead of {}", piecewise.len(), whole.len())
            });
            let mut distinct: Vec<String> = whole.iter().map(Value::to_string).collect();
            distinct.sort();
            distinct.dedup();
            findings.expect(distinct.len() == whole.len(), || format!("{target} repeats items"));
        }
    }
    findings.finish();
}

#[actix_web::test]
async fn a_cursor_belongs_to_its_query() {
    let app = TestApp::new().await;
    world::fill(&app, 2).await;
    let mut findings = Findings::default();
    for operation in contract().operations.iter().filter(|operation| operation.is_list() && !operation.has_path_parameter()) {
        let Some(ready) = ready(&app, operation).await else { continue };
        let first = findings.send(ready.actor.get(&format!("{}?limit=1", operation.path))).await;
        let Some(cursor) = first.json()["next_cursor"].as_str().map(str::to_owned) else {
            findings.add(format!("{operation} has no second page"));
            continue;
        };
        let mut wrong = vec![format!("limit=1&cursor={cursor}x"), "cursor=nonsense".to_owned(), "cursor=".to_owned()];
        // The other query has to be a good one, or its own fault would answer.
        if operation.has_query("q") {
            wrong.push(format!("q=bou&cursor={cursor}"));
        }
        if let Some(order) = operation.last_order() {
            wrong.push(format!("sort={order}&cursor={cursor}"));
        }
        for query in wrong {
            let answer = findings.send(ready.actor.get(&format!("{}?{query}", operation.path))).await;
            let named = answer.faults().iter().any(|(pointer, _)| pointer == "?cursor");
            findings.expect(answer.status == 400 && named, || format!("{operation} answers ?{query} with {}", answer.status));
        }
    }
    findings.finish();
}

#[actix_web::test]
async fn a_page_holds_between_one_and_the_most_rows() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in contract().operations.iter().filter(|operation| operation.is_list() && !operation.has_path_parameter()) {
        let Some(ready) = ready(&app, operation).await else { continue };
        for limit in ["0", "-1", "1000000"] {
            let answer = findings.send(ready.actor.get(&format!("{}?limit={limit}", operation.path))).await;
            findings.expect(answer.status == 400, || format!("{operation} answers limit={limit} with {}", answer.status));
        }
    }
    findings.finish();
}

#[actix_web::test]
async fn a_list_counts_what_it_holds_when_it_is_asked() {
    let app = TestApp::new().await;
    world::fill(&app, 3).await;
    let mut findings = Findings::default();
    let mut counted = 0;
    for operation in contract().operations.iter().filter(|operation| operation.is_list()) {
        let Some(ready) = ready(&app, operation).await else { continue };
        let (whole, _) = walk(&mut findings, &ready.actor, &ready.target, 200).await;
        let answer = findings.send(ready.call_with("limit=1&include_total=true")).await.json();
        let total = answer["total"].as_u64().unwrap_or(u64::MAX);
        findings.expect(total == whole.len() as u64, || format!("{operation} counts {} of {}", answer["total"], whole.len()));
        counted += usize::from(total > 0);
    }
    assert!(counted > 30, "only {counted} lists hold anything to count");
    findings.finish();
}
