//! What reports say, section by section. Pure.

mod canvas;
mod chances;
mod flows;
mod money;
mod partners;
mod plan;
mod progress;
mod scale;
mod value;
mod words;

pub use words::{EARNED_VALUE_REPORT, PROJECT_REPORT};

use crate::kernel::language::{Language, Phrase, Text};
use crate::kernel::money::Money;
use crate::resources::activities::{Chances, Id as ActivityId, Scheduled};
use crate::resources::budgets::{CostLineList, EarnedValueReport, ProgressReport};
use crate::resources::canvases::Written;
use crate::resources::partners::{ProjectAgreement, ProjectPartner};
use crate::resources::portfolios::CashFlowsInput;
use crate::resources::projects::{Brief, Project, TeamMember};
use crate::resources::workbooks::figures::Quantity;
use chrono::NaiveDate;
use planning::calculations::CashFlowResult;
use print::format;
use print::report::{Block, Column, Fact, Form, Mark, Report, Row, Section, Table};
use std::collections::HashMap;

/// What every report of a project begins with.
pub struct Head {
    /// The day it is made.
    pub today: NaiveDate,
    /// The project.
    pub project: Brief,
    /// The names of the association it belongs to.
    pub association: Text,
}

/// Everything the report of a project shows.
pub struct Contents {
    /// The day and the project in short.
    pub head: Head,
    /// Its facts.
    pub project: Project,
    /// The names of its wilaya.
    pub wilaya: Option<Text>,
    /// The team.
    pub team: Vec<TeamMember>,
    /// Business model and value proposition.
    pub canvases: Written,
    /// The network and its schedule.
    pub schedule: Scheduled,
    /// The planned costs.
    pub costs: CostLineList,
    /// The earned value of today.
    pub earned_value: EarnedValueReport,
    /// The progress reports, earliest first, with who entered them.
    pub reports: Vec<(ProgressReport, Option<String>)>,
    /// The cash flows with their criteria.
    pub flows: Option<(CashFlowsInput, CashFlowResult)>,
    /// The partners.
    pub partners: Vec<ProjectPartner>,
    /// The agreements.
    pub agreements: Vec<ProjectAgreement>,
}

/// How things are written in the language of a report.
#[derive(Clone, Copy)]
struct Pen {
    language: Language,
}

impl Pen {
    fn say(self, phrase: Phrase) -> String {
        phrase.in_language(self.language).to_owned()
    }
    fn text(self, text: &Text) -> String {
        text.in_language(self.language).to_owned()
    }
    fn money(self, amount: Money) -> String {
        self.dinars(amount.amount)
    }
    fn dinars(self, centimes: i64) -> String {
        format::dinars(centimes, self.language.into())
    }
    fn number(self, value: f64) -> String {
        format::number(value, 2, self.language.into())
    }
    /// A share of a hundred.
    fn percent(self, percent: f64) -> String {
        format::percent(percent / 100.0, 1, self.language.into())
    }
    /// A figure; nothing for what is not known.
    fn quantity(self, quantity: Quantity) -> Option<String> {
        match quantity {
            Quantity::Money(centimes) => centimes.map(|centimes| self.dinars(centimes)),
            Quantity::Ratio(number) | Quantity::Days(number) => number.map(|number| self.number(number)),
        }
    }
    /// A cell of what may not be there.
    fn cell(self, value: Option<String>) -> String {
        value.unwrap_or_else(|| "\u{2014}".to_owned())
    }
    fn yes(self, is: bool) -> String {
        self.say(if is { crate::resources::workbooks::words::YES } else { crate::resources::workbooks::words::NO })
    }
    /// Several in a row.
    fn list(self, items: impl Iterator<Item = String>) -> String {
        items.collect::<Vec<_>>().join(if self.language == Language::Arabic { "، " } else { ", " })
    }
    fn section(self, title: Phrase, blocks: Vec<Block>) -> Section {
        Section { title: self.say(title), blocks }
    }
    fn fact(self, name: Phrase, form: Form, value: Option<String>) -> Fact {
        Fact { name: self.say(name), value: Some(self.cell(value)), form, note: None }
    }
    fn table(self, columns: Vec<Column>, rows: Vec<Row>) -> Block {
        Block::Table(Table { columns, rows, empty: self.say(words::NOTHING), small: false })
    }
    fn words(self, title: Phrase, share: f64) -> Column {
        Column::words(self.say(title), share)
    }
    fn figures(self, title: Phrase) -> Column {
        Column::figures(self.say(title))
    }
}

fn date(date: Option<NaiveDate>) -> Option<String> {
    date.map(format::date)
}

fn plain(cells: Vec<String>) -> Row {
    Row { cells, mark: Mark::None }
}

/// The activities of a report by identifier: code and name, those of the measured baseline included.
fn names(value: &EarnedValueReport) -> HashMap<ActivityId, (&str, &Text)> {
    value.activities.iter().map(|name| (name.id, (name.code.as_str(), &name.name))).collect()
}

/// The report of a project.
pub fn project(contents: &Contents, chances: Option<&Chances>, language: Language) -> Report {
    let pen = Pen { language };
    let mut sections = vec![
        plan::facts(pen, contents),
        canvas::business_model(pen, contents),
        canvas::value_proposition(pen, contents),
        plan::schedule(pen, contents),
    ];
    sections.extend(chances.map(|chances| chances::section(pen, contents, chances)));
    sections.extend([
        money::budget(pen, contents),
        progress::section(pen, contents),
        value::section(pen, &contents.earned_value),
        flows::section(pen, contents),
        partners::section(pen, contents),
    ]);
    Report { sections }
}

/// The report of an earned value.
pub fn earned_value(head: &Head, found: &EarnedValueReport, language: Language) -> Report {
    let pen = Pen { language };
    let mut sections = vec![pen.section(words::head::PROJECT, plan::short_facts(pen, head)), value::section(pen, found)];
    sections.extend(value::by_period(pen, found));
    Report { sections }
}
