//! What a report is made of: sections of facts, tables and drawings, in words of its language.

use serde::Serialize;

/// The content of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// A part under a heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Block {
    /// A heading below that of the section.
    Heading {
        /// The heading.
        text: String,
    },
    /// A paragraph.
    Words {
        /// What it says.
        text: String,
    },
    /// Facts, each with its name.
    Facts {
        /// The facts.
        facts: Vec<Fact>,
    },
    /// A table whose head is repeated on each page.
    Table(Table),
    /// Notes in their boxes.
    Cards {
        /// Boxes beside each other, 1–4.
        columns: u8,
        /// The boxes.
        cards: Vec<Card>,
    },
    /// Bars over time.
    Gantt(Gantt),
    /// Lines over time.
    Curves(Curves),
}

impl Block {
    /// A paragraph.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words { text: text.into() }
    }
    /// A heading.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { text: text.into() }
    }
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// Its name.
    pub name: String,
    /// What it is; what is not known is said in `note`.
    pub value: Option<String>,
    /// How it is written.
    pub form: Form,
    /// Something said beside it, such as why it is not known.
    pub note: Option<String>,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Words, in whatever language they are.
    Words,
    /// A number, a date or a code: left to right everywhere.
    Figure,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows: as many cells as there are columns.
    pub rows: Vec<Row>,
    /// What is said where there is no row.
    pub empty: String,
    /// Written small, for many columns.
    pub small: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// How its cells are written.
    pub form: Form,
    /// Its share of the width that the columns without one leave; none for as wide as its widest cell.
    pub share: Option<f64>,
}

impl Column {
    /// A column of words with a share of the width.
    #[must_use]
    pub fn words(title: impl Into<String>, share: f64) -> Self {
        Self { title: title.into(), form: Form::Words, share: Some(share) }
    }
    /// A column of figures, as wide as they are.
    #[must_use]
    pub fn figures(title: impl Into<String>) -> Self {
        Self { title: title.into(), form: Form::Figure, share: None }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether it stands out.
    pub mark: Mark,
}

/// How a row or a bar stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Not at all.
    None,
    /// As one that asks for attention.
    Alert,
    /// As a sum.
    Total,
}

/// A box of notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Its notes.
    pub notes: Vec<Note>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// The tint of its paper.
    pub tint: Tint,
}

/// A tint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Tint {
    Yellow,
    Green,
    Blue,
    Red,
    Violet,
    Grey,
}

/// A mark on an axis, 0–1 along it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// What it says.
    pub label: String,
}

/// Bars over time, which runs in the direction of the language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gantt {
    /// The days that are named.
    pub ticks: Vec<Tick>,
    /// A line through all bars, such as today, 0–1.
    pub now: Option<f64>,
    /// The rows.
    pub rows: Vec<Bar>,
    /// What the looks of the bars mean.
    pub legend: Vec<Key>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it begins, 0–1.
    pub from: f64,
    /// Where it ends, 0–1; a milestone ends where it begins.
    pub to: f64,
    /// How much of it is done, 0–1.
    pub done: f64,
    /// Where it was to begin and end.
    pub planned: Option<(f64, f64)>,
    /// How it looks.
    pub mark: Mark,
}

/// What a look means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Key {
    /// The look.
    pub look: Look,
    /// What it means.
    pub text: String,
}

/// A look of bars and lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// A plain bar.
    Bar,
    /// A bar that asks for attention.
    Alert,
    /// What is done of a bar.
    Done,
    /// Where a bar was to be.
    Planned,
    /// A milestone.
    Milestone,
    /// The line of today.
    Now,
    /// A grey line.
    Grey,
    /// A green line.
    Green,
    /// A red, broken line.
    Red,
}

/// Lines over time, which runs in the direction of the language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Curves {
    /// The days that are named.
    pub ticks: Vec<Tick>,
    /// The amounts that are named, from the bottom up.
    pub levels: Vec<Tick>,
    /// A line across, such as the day of the figures, 0–1.
    pub now: Option<f64>,
    /// The lines.
    pub lines: Vec<Curve>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Curve {
    /// How it looks and what it means.
    pub key: Key,
    /// Its points: time and height, each 0–1.
    pub points: Vec<(f64, f64)>,
}
