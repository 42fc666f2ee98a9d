//! Partners, agreements and what they ask for.

use super::words::{self, head};
use super::{Contents, Pen, date, plain};
use crate::kernel::language::Text;
use crate::resources::partners::{ObligationState, RecordId};
use print::report::{Block, Mark, Row, Section};
use std::collections::HashMap;

/// The partners, the agreements with them, the obligations.
pub fn section(pen: Pen, contents: &Contents) -> Section {
    let blocks = vec![
        partners(pen, contents),
        Block::heading(pen.say(head::AGREEMENTS)),
        agreements(pen, contents),
        Block::heading(pen.say(head::OBLIGATIONS)),
        obligations(pen, contents),
    ];
    pen.section(words::PARTNERS, blocks)
}

fn partners(pen: Pen, contents: &Contents) -> Block {
    let columns =
        vec![pen.words(head::PARTNER, 2.0), pen.words(head::KIND, 1.0), pen.figures(words::POWER_INTEREST), pen.words(head::CONDUCT, 2.0)];
    let rows = contents.partners.iter().map(|one| {
        let content = &one.partner;
        plain(vec![
            pen.text(&content.name),
            pen.say(words::partner_kind(content.kind)),
            format!("{} × {}", content.power, content.interest),
            pen.say(words::quarter(one.quarter)),
        ])
    });
    pen.table(columns, rows.collect())
}

/// The partners by identifier.
fn named(contents: &Contents) -> HashMap<RecordId, &Text> {
    contents.partners.iter().map(|one| (one.id, &one.partner.name)).collect()
}

fn agreements(pen: Pen, contents: &Contents) -> Block {
    let columns = vec![
        pen.words(head::AGREEMENT, 2.0),
        pen.words(head::PARTNER, 1.5),
        pen.figures(head::AMOUNT),
        pen.figures(head::SIGNED_ON),
        pen.figures(head::STARTS),
        pen.figures(head::ENDS),
        pen.words(head::IN_FORCE, 0.5),
    ];
    let names = named(contents);
    let rows = contents.agreements.iter().map(|one| {
        let content = &one.agreement;
        plain(vec![
            content.title.clone(),
            pen.cell(names.get(&one.partner_id).map(|name| pen.text(name))),
            pen.cell(content.amount.map(|amount| pen.money(amount))),
            pen.cell(date(content.signed_on)),
            pen.cell(date(Some(content.starts_on))),
            pen.cell(date(content.ends_on)),
            pen.yes(one.in_force),
        ])
    });
    pen.table(columns, rows.collect())
}

fn obligations(pen: Pen, contents: &Contents) -> Block {
    let columns = vec![
        pen.words(head::OBLIGATION, 2.0),
        pen.words(head::AGREEMENT, 1.5),
        pen.words(head::OWED_BY, 0.8),
        pen.figures(head::AMOUNT),
        pen.figures(head::DUE_ON),
        pen.words(head::STATE, 0.8),
    ];
    let rows = contents.agreements.iter().flat_map(|agreement| {
        agreement.agreement.obligations.iter().map(|one| {
            let overdue = one.state == ObligationState::Due && one.due_on < contents.head.today;
            let state = if overdue { head::OVERDUE } else { words::obligation_state(one.state) };
            let cells = vec![
                one.text.clone(),
                agreement.agreement.title.clone(),
                pen.say(words::side(one.side)),
                pen.cell(one.amount.map(|amount| pen.money(amount))),
                pen.cell(date(Some(one.due_on))),
                pen.say(state),
            ];
            Row { cells, mark: if overdue { Mark::Alert } else { Mark::None } }
        })
    });
    pen.table(columns, rows.collect())
}
