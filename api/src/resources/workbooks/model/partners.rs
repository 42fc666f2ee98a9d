//! Partners, agreements and what they owe, notes of the business model.

use super::words::{self, head};
use super::{Contents, FIGURES, Sheets, WORDS, Written, money};
use crate::kernel::language::Text;
use crate::resources::partners::{ObligationState, RecordId};
use tabular::Value;

/// The name of a partner.
fn partner(contents: &Contents, id: RecordId) -> Option<&Text> {
    contents.partners.iter().find(|one| one.id == id).map(|one| &one.partner.name)
}

pub fn partners(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [
        (head::PARTNER, WORDS),
        (head::KIND, FIGURES),
        (head::POWER, 0),
        (head::INTEREST, 0),
        (head::CONDUCT, WORDS),
        (head::EXPECTS, WORDS),
        (head::BRINGS, WORDS),
        (head::PEOPLE, WORDS),
    ];
    sheets.sheet(head::PARTNERS, &columns)?;
    for one in contents.partners.iter() {
        let content = &one.partner;
        let people = content.people.iter().map(|person| {
            let parts = [Some(person.name.as_str()), person.position.as_deref(), person.phone.as_deref(), person.email.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let people = people.collect::<Vec<_>>().join("; ");
        let row = [
            sheets.text(&content.name),
            sheets.say(words::partner_kind(content.kind)),
            content.power.into(),
            content.interest.into(),
            sheets.say(words::quarter(one.quarter)),
            content.expectations.as_deref().into(),
            content.contribution.as_deref().into(),
            Value::Text(&people),
        ];
        sheets.row(&row)?;
    }
    Ok(())
}

pub fn agreements(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [
        (head::AGREEMENT, WORDS),
        (head::PARTNER, WORDS),
        (head::PARTIES, WORDS),
        (head::AMOUNT, FIGURES),
        (head::SIGNED_ON, FIGURES),
        (head::STARTS, FIGURES),
        (head::ENDS, FIGURES),
        (head::IN_FORCE, 0),
        (head::RENEWAL, FIGURES),
        (head::DECIDE_BY, FIGURES),
    ];
    sheets.sheet(head::AGREEMENTS, &columns)?;
    for one in &contents.agreements {
        let content = &one.agreement;
        let parties: Vec<&str> = content.parties.iter().map(|party| party.in_language(sheets.language)).collect();
        let parties = parties.join("; ");
        let row = [
            Value::Text(&content.title),
            partner(contents, one.partner_id).map_or(Value::Empty, |name| sheets.text(name)),
            Value::Text(&parties),
            money(content.amount),
            content.signed_on.into(),
            content.starts_on.into(),
            content.ends_on.into(),
            sheets.yes(one.in_force),
            sheets.say(words::renewal(content.renewal)),
            one.decide_by.into(),
        ];
        sheets.row(&row)?;
    }
    Ok(())
}

pub fn obligations(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [
        (head::AGREEMENT, WORDS),
        (head::PARTNER, WORDS),
        (head::OBLIGATION, WORDS),
        (head::OWED_BY, FIGURES),
        (head::AMOUNT, FIGURES),
        (head::DUE_ON, FIGURES),
        (head::STATE, FIGURES),
        (head::SETTLED_ON, FIGURES),
        (head::OVERDUE, 0),
    ];
    sheets.sheet(head::OBLIGATIONS, &columns)?;
    for agreement in &contents.agreements {
        for one in &agreement.agreement.obligations {
            let row = [
                Value::Text(&agreement.agreement.title),
                partner(contents, agreement.partner_id).map_or(Value::Empty, |name| sheets.text(name)),
                Value::Text(&one.text),
                sheets.say(words::side(one.side)),
                money(one.amount),
                one.due_on.into(),
                sheets.say(words::obligation_state(one.state)),
                one.settled_on.into(),
                sheets.yes(one.state == ObligationState::Due && one.due_on < contents.today),
            ];
            sheets.row(&row)?;
        }
    }
    Ok(())
}

pub fn notes(sheets: &mut Sheets, contents: &Contents) -> Written {
    let columns = [(head::BLOCK, WORDS), (head::NOTE, WORDS), (head::COLOUR, 0), (head::AUTHOR, WORDS), (head::WRITTEN_ON, FIGURES)];
    sheets.sheet(head::BUSINESS_MODEL, &columns)?;
    for one in &contents.canvas.notes {
        let row = [
            sheets.say(words::block(one.note.block)),
            Value::Text(&one.note.text),
            sheets.say(words::colour(one.note.colour)),
            one.author_name.as_deref().into(),
            one.created_at.day().into(),
        ];
        sheets.row(&row)?;
    }
    Ok(())
}
