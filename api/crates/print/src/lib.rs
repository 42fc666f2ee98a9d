//! Documents of the platform as PDF: Arabic properly shaped and right to left, French and English left to right.
//!
//! A document is a [`Template`] under `templates/`, written in Typst, and what it shows: a [`Frame`] that every document has (who issues it, its title, number
//! and date) and a content of its own, any `Serialize`; for [`Template::Report`] that is a [`report::Report`]. `templates/layout.typ` holds what all share: the page,
//! the faces, the direction, head and foot.
//!
//! ```
//! use print::report::{Block, Report, Section};
//! use print::{Frame, Language, Template};
//!
//! let frame = Frame {
//!     language: Language::Arabic,
//!     title: "تقرير مشروع".to_owned(),
//!     subject: Some("ورشة الزربية".to_owned()),
//!     issuer: vec!["الجمهورية الجزائرية الديمقراطية الشعبية".to_owned()],
//!     number: None,
//!     date: chrono::NaiveDate::from_ymd_opt(2026, 6, 1).ok_or("no such day")?,
//! };
//! let report = Report { sections: vec![Section { title: "الغاية".to_owned(), blocks: vec![Block::words("نسيج أصيل")] }] };
//! assert!(print::render(Template::Report, &frame, &report)?.starts_with(b"%PDF-"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Pure: templates and faces are embedded, there is no file, no network, no clock; the same input gives the same bytes. What people wrote reaches a template as
//! data, so none of it is ever read as markup or code, and it is cleaned of characters that would turn the text around it.

pub mod certificate;
mod clean;
mod desk;
pub mod format;
pub mod labels;
pub mod report;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde_json::json;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

/// The language of a document: it says the direction, the words of head and foot, and how numbers and dates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Arabic, right to left.
    Arabic,
    /// French.
    French,
    /// English.
    English,
}

impl Language {
    /// Its tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// Sections of facts, tables and drawings; its content is a [`report::Report`].
    Report,
    /// Badges or cards to cut; its content is [`labels::Labels`].
    Labels,
    /// A certificate of training; its content is a [`certificate::Certificate`].
    Certificate,
}

/// What every document has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Its language.
    pub language: Language,
    /// What it is, such as "Project report".
    pub title: String,
    /// What it is about, such as the name of a project.
    pub subject: Option<String>,
    /// Who issues it, from the highest authority down: a line each.
    pub issuer: Vec<String>,
    /// The number it is filed under.
    pub number: Option<String>,
    /// The day it was made: also that of the file, whose bytes depend on nothing else.
    pub date: NaiveDate,
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum PrintProblem {
    /// The content cannot be written as data.
    #[error("the content cannot be written as data: {0}")]
    Content(#[from] serde_json::Error),
    /// A day no file can carry.
    #[error("{0} is no day a file can carry")]
    Date(NaiveDate),
    /// A template and its content do not go together, or an embedded file is broken: a fault of the program.
    #[error("the template failed: {0}")]
    Template(String),
}

/// The document as PDF.
///
/// Laying out takes processor time by the size of the content: about a millisecond for each row of a table when compiled with optimisation.
///
/// # Errors
/// [`PrintProblem`].
pub fn render<T: Serialize>(template: Template, frame: &Frame, content: &T) -> Result<Vec<u8>, PrintProblem> {
    let bytes = file(template, frame, content);
    desk::forget();
    bytes
}

/// The file; what was laid out for it is still remembered.
fn file<T: Serialize>(template: Template, frame: &Frame, content: &T) -> Result<Vec<u8>, PrintProblem> {
    let options = options(frame)?;
    desk::pdf(&lay_out(template, frame, content)?, &options)
}

/// The pages.
fn lay_out<T: Serialize>(template: Template, frame: &Frame, content: &T) -> Result<PagedDocument, PrintProblem> {
    let mut data = json!({
        "frame": {
            "language": frame.language.tag(),
            "title": frame.title,
            "subject": frame.subject,
            "issuer": frame.issuer,
            "number": frame.number,
            "date": format::long_date(frame.date, frame.language),
        },
        "content": serde_json::to_value(content)?,
    });
    clean::clean(&mut data);
    desk::pages(template, serde_json::to_vec(&data)?)
}

/// The same for the same frame, whatever the hour.
fn options(frame: &Frame) -> Result<PdfOptions, PrintProblem> {
    let date = frame.date;
    let parts = (u8::try_from(date.month()), u8::try_from(date.day()));
    let (Ok(month), Ok(day)) = parts else { return Err(PrintProblem::Date(date)) };
    let made = typst::foundations::Datetime::from_ymd_hms(date.year(), month, day, 0, 0, 0).filter(|_| date.year() >= 0);
    Ok(PdfOptions {
        creator: typst::foundations::Smart::Custom(None),
        timestamp: Some(Timestamp::new_utc(made.ok_or(PrintProblem::Date(date))?)),
        ..PdfOptions::default()
    })
}

#[cfg(test)]
mod tests;
