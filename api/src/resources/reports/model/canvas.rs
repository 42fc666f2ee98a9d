//! The business model and the value proposition.

use super::words::{self, head};
use super::{Contents, Pen};
use crate::resources::canvases::{Block as Box, CardId, Colour, ElementInput, ElementKind};
use print::report::{Block, Card, Note, Section, Tint};
use std::collections::HashMap;

fn tint(colour: Colour) -> Tint {
    match colour {
        Colour::Yellow => Tint::Yellow,
        Colour::Green => Tint::Green,
        Colour::Blue => Tint::Blue,
        Colour::Red => Tint::Red,
        Colour::Violet => Tint::Violet,
        Colour::Grey => Tint::Grey,
    }
}

/// The blocks with their notes.
pub fn business_model(pen: Pen, contents: &Contents) -> Section {
    let cards = Box::ALL.iter().map(|block| Card {
        title: pen.say(words::block(*block)),
        notes: contents
            .canvases
            .notes
            .iter()
            .filter(|note| note.block == *block)
            .map(|note| Note { text: note.text.clone(), tint: tint(note.colour) })
            .collect(),
    });
    pen.section(head::BUSINESS_MODEL, vec![Block::Cards { columns: 3, cards: cards.collect() }])
}

/// The people with what they need, the offers with what they answer.
pub fn value_proposition(pen: Pen, contents: &Contents) -> Section {
    use ElementKind::{Creator, Difficulty, Gain, Offer, Reliever, Segment, Task};
    let board = Board { pen, elements: &contents.canvases.elements };
    let fit = &contents.canvases.fit;
    let counts = [(Task, &fit.tasks), (Difficulty, &fit.difficulties), (Gain, &fit.gains)]
        .map(|(kind, count)| format!("{} {} {} {}", pen.say(words::elements(kind)), count.answered, pen.say(words::OF), count.all));
    let lead = match fit.share {
        Some(share) => format!("{}: {} ({})", pen.say(words::FIT), pen.percent(share * 100.0), pen.list(counts.into_iter())),
        None => pen.say(words::NO_FIT),
    };
    let mut blocks = vec![Block::words(lead)];
    blocks.extend(board.of(Segment, &[Task, Difficulty, Gain]));
    blocks.extend(board.of(Offer, &[Reliever, Creator]));
    pen.section(words::VALUE_PROPOSITION, blocks)
}

struct Board<'a> {
    pen: Pen,
    elements: &'a [(CardId, ElementInput)],
}

impl Board<'_> {
    /// Each element of a kind, with what lies in it by kind.
    fn of(&self, kind: ElementKind, inside: &[ElementKind]) -> Vec<Block> {
        let pen = self.pen;
        let answers = self.answers();
        let mut blocks = Vec::new();
        for (id, element) in self.elements.iter().filter(|(_, element)| element.kind == kind) {
            blocks.push(Block::heading(format!("{}: {}", pen.say(words::element(kind)), element.text)));
            if !element.answers.is_empty() {
                blocks.push(Block::words(self.answered_by(element)));
            }
            let cards = inside.iter().map(|kind| Card {
                title: pen.say(words::elements(*kind)),
                notes: self
                    .elements
                    .iter()
                    .filter(|(_, one)| one.kind == *kind && one.parent_id == Some(*id))
                    .map(|(own, one)| self.note(one, answers.contains_key(own)))
                    .collect(),
            });
            blocks.push(Block::Cards { columns: u8::try_from(inside.len()).unwrap_or(1), cards: cards.collect() });
        }
        blocks
    }

    /// What is answered.
    fn answers(&self) -> HashMap<CardId, ()> {
        self.elements.iter().flat_map(|(_, element)| &element.answers).map(|id| (*id, ())).collect()
    }

    fn answered_by(&self, element: &ElementInput) -> String {
        let pen = self.pen;
        let texts = element.answers.iter().filter_map(|id| self.elements.iter().find(|(one, _)| one == id));
        format!("{} {}", pen.say(words::ANSWERS), pen.list(texts.map(|(_, one)| one.text.clone())))
    }

    fn note(&self, element: &ElementInput, answered: bool) -> Note {
        let pen = self.pen;
        let mut text = element.text.clone();
        if let Some(weight) = element.weight {
            text = format!("{text} ({} {weight}/5)", pen.say(words::WEIGHT));
        }
        // What people need is marked when nothing answers it; what is offered says what it answers.
        let need = matches!(element.kind, ElementKind::Task | ElementKind::Difficulty | ElementKind::Gain);
        if need && !answered {
            text = format!("{text}\n{}", pen.say(words::UNANSWERED));
        } else if !element.answers.is_empty() {
            text = format!("{text}\n{}", self.answered_by(element));
        }
        let open = if need { !answered } else { element.answers.is_empty() };
        Note { text, tint: if open { Tint::Red } else { Tint::Green } }
    }
}
