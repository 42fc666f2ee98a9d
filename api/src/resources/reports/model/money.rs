//! The planned costs.

use super::words::{self, head};
use super::{Contents, Pen, names, plain};
use print::report::{Block, Mark, Row, Section};

/// The cost lines with their sum.
pub fn budget(pen: Pen, contents: &Contents) -> Section {
    let names = names(&contents.earned_value);
    let columns = vec![
        pen.figures(head::CODE),
        pen.words(head::ITEM, 1.0),
        pen.figures(head::QUANTITY),
        pen.words(head::UNIT, 0.25),
        pen.figures(words::PRICE),
        pen.figures(words::COST),
    ];
    let mut rows: Vec<Row> = contents
        .costs
        .items
        .iter()
        .map(|item| {
            let line = &item.line;
            plain(vec![
                names.get(&line.activity_id).map(|(code, _)| (*code).to_owned()).unwrap_or_default(),
                pen.text(&line.label),
                line.quantity.map(|quantity| pen.number(quantity)).unwrap_or_default(),
                line.unit.clone().unwrap_or_default(),
                line.unit_price.map(|price| pen.money(price)).unwrap_or_default(),
                pen.money(item.total),
            ])
        })
        .collect();
    if !rows.is_empty() {
        let blank = String::new;
        let cells = vec![blank(), pen.say(words::TOTAL), blank(), blank(), blank(), pen.money(contents.costs.total)];
        rows.push(Row { cells, mark: Mark::Total });
    }
    pen.section(words::BUDGET, vec![Block::words(pen.say(words::DINARS)), pen.table(columns, rows)])
}
