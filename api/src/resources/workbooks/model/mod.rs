//! The sheets of a project. Pure.

pub mod figures;
mod money;
mod partners;
mod plan;
pub mod words;

use crate::kernel::language::{Language, Phrase, Text};
use crate::kernel::money::Money;
use crate::resources::activities::{Id as ActivityId, Scheduled};
use crate::resources::budgets::{BaselineSummary, CostLineList, EarnedValueReport, ProgressReport};
use crate::resources::canvases::BusinessModel;
use crate::resources::partners::{ProjectAgreement, ProjectPartner};
use crate::resources::projects::Project;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::io::Cursor;
use tabular::{Value, WriteProblem, XlsxBook};

/// Everything a workbook shows.
pub struct Contents {
    /// The day it is made.
    pub today: NaiveDate,
    /// The facts.
    pub project: Project,
    /// The network and its schedule.
    pub schedule: Scheduled,
    /// The planned costs.
    pub costs: CostLineList,
    /// The baselines.
    pub baselines: Vec<BaselineSummary>,
    /// The earned value of today.
    pub earned_value: EarnedValueReport,
    /// The progress reports.
    pub reports: Vec<ProgressReport>,
    /// The partners.
    pub partners: Vec<ProjectPartner>,
    /// The agreements.
    pub agreements: Vec<ProjectAgreement>,
    /// The business model.
    pub canvas: BusinessModel,
}

/// How wide a column of words is.
const WORDS: usize = 32;
/// How wide a column of numbers or dates is.
const FIGURES: usize = 14;

/// A workbook under way in a language.
struct Sheets {
    book: XlsxBook,
    language: Language,
}

type Written = Result<(), WriteProblem>;

impl Sheets {
    /// Begins a sheet with columns as wide as they want to be.
    fn sheet(&mut self, name: Phrase, columns: &[(Phrase, usize)]) -> Written {
        self.book.sheet(name.in_language(self.language))?;
        let columns: Vec<(&str, usize)> = columns.iter().map(|(name, width)| (name.in_language(self.language), *width)).collect();
        self.book.header(&columns)
    }

    fn row(&mut self, values: &[Value<'_>]) -> Written {
        self.book.row(values)
    }

    fn say(&self, phrase: Phrase) -> Value<'static> {
        Value::Text(phrase.in_language(self.language))
    }

    fn yes(&self, is: bool) -> Value<'static> {
        self.say(if is { words::YES } else { words::NO })
    }

    fn text<'a>(&self, text: &'a Text) -> Value<'a> {
        Value::Text(text.in_language(self.language))
    }
}

fn money(amount: Option<Money>) -> Value<'static> {
    amount.map_or(Value::Empty, |money| Value::Hundredths(money.amount))
}

/// The activities by identifier: code and name, those of the measured baseline included.
fn names(contents: &Contents) -> HashMap<ActivityId, (&str, &Text)> {
    contents.earned_value.activities.iter().map(|name| (name.id, (name.code.as_str(), &name.name))).collect()
}

/// The workbook of a project.
pub fn write(contents: &Contents, language: Language) -> Result<Vec<u8>, WriteProblem> {
    let book = XlsxBook::new(language == Language::Arabic, contents.today)?;
    let mut sheets = Sheets { book, language };
    plan::facts(&mut sheets, contents)?;
    plan::activities(&mut sheets, contents)?;
    money::costs(&mut sheets, contents)?;
    money::baselines(&mut sheets, contents)?;
    money::figures(&mut sheets, contents)?;
    money::by_activity(&mut sheets, contents)?;
    money::by_period(&mut sheets, contents)?;
    money::reports(&mut sheets, contents)?;
    partners::partners(&mut sheets, contents)?;
    partners::agreements(&mut sheets, contents)?;
    partners::obligations(&mut sheets, contents)?;
    partners::notes(&mut sheets, contents)?;
    let mut bytes = Cursor::new(Vec::new());
    sheets.book.finish(&mut bytes)?;
    Ok(bytes.into_inner())
}
