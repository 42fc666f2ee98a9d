//! Certificates of training: one page each, in Arabic and, smaller, in French.
//!
//! A certificate is a [`Certificate`]; [`Certificate::frame`] is the frame that goes with it. A single one is made by [`crate::render`], many by [`each`], which
//! keeps what they share from one to the next.
//!
//! Each text is an Arabic one with a French one beside it, or none: what has no French is left out of the French part, which closes up. A certificate whose course
//! has no French name is in Arabic alone. Long texts make the letters smaller or go over several lines; there is always one page.

use crate::{Frame, Language, PrintProblem, Template, desk, format};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// What the document is called in its file.
const TITLE: &str = "شهادة تكوين";

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text {
    /// In Arabic.
    pub ar: String,
    /// In French, where there is one.
    pub fr: Option<String>,
}

impl Text {
    /// In both languages.
    #[must_use]
    pub fn both(ar: impl Into<String>, fr: impl Into<String>) -> Self {
        Self { ar: ar.into(), fr: Some(fr.into()) }
    }
    /// In Arabic alone.
    #[must_use]
    pub fn arabic(ar: impl Into<String>) -> Self {
        Self { ar: ar.into(), fr: None }
    }
}

/// All that is printed on a certificate, besides the words that are the same on each.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Certificate {
    /// Who issues it, from the highest authority down: the republic, the ministry, the organiser.
    pub issuer: Vec<Text>,
    /// The name of the participant, in the one spelling that counts.
    pub participant: String,
    /// The same name in Latin letters.
    pub participant_latin: Option<String>,
    /// The office held in the association, such as "president".
    pub office: Option<Text>,
    /// The association.
    pub association: Text,
    /// The name of its wilaya, without the word "wilaya".
    pub wilaya: Text,
    /// The course.
    pub course: Text,
    /// The cohort.
    pub cohort: Option<Text>,
    /// How many hours were followed.
    #[serde(serialize_with = "hours")]
    pub hours: f64,
    /// From when to when.
    pub days: Days,
    /// Where.
    pub place: Option<Text>,
    /// The grade or mention.
    pub grade: Option<Text>,
    /// The modules, in small letters: a dozen stand at ease, more become smaller.
    pub subjects: Vec<Text>,
    /// The day it was issued, also that of the file.
    #[serde(serialize_with = "day")]
    pub issued_on: NaiveDate,
    /// The title of whoever signs.
    pub signatory: Text,
    /// The number it is filed under: from left to right.
    pub number: String,
    /// What is typed to check it, where that is not the number: from left to right.
    pub code: Option<String>,
    /// The QR code as SVG.
    pub qr: String,
    /// Where it can be checked, as it is typed.
    pub address: String,
}

impl Certificate {
    /// The frame that goes with it.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame {
            language: Language::Arabic,
            title: TITLE.to_owned(),
            subject: Some(self.participant.clone()),
            issuer: self.issuer.iter().map(|line| line.ar.clone()).collect(),
            number: Some(self.number.clone()),
            date: self.issued_on,
        }
    }
}

/// The first and the last day of a course; one day is both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// The same in both languages.
#[derive(Serialize)]
struct Both {
    ar: String,
    fr: String,
}

impl Both {
    fn of(written: impl Fn(Language) -> String) -> Self {
        Self { ar: written(Language::Arabic), fr: written(Language::French) }
    }
}

/// As it is written.
impl Serialize for Days {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Both::of(|language| format::days(self.first, self.last, language)).serialize(serializer)
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn day<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    Both::of(|language| format::long_date(*day, language)).serialize(serializer)
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn hours<S: Serializer>(hours: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    Both::of(|language| format::hours(*hours, language)).serialize(serializer)
}

/// One file for each certificate, made as it is asked for, so that memory holds one at a time.
///
/// The bytes are those of [`crate::render`] for each alone; the time is shorter, as what all share is laid out once.
pub fn each<I: IntoIterator<Item = Certificate>>(certificates: I) -> Series<I::IntoIter> {
    Series { certificates: certificates.into_iter() }
}

/// The files of [`each`].
#[derive(Debug)]
pub struct Series<I> {
    certificates: I,
}

impl<I: Iterator<Item = Certificate>> Iterator for Series<I> {
    type Item = Result<Vec<u8>, PrintProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        let certificate = self.certificates.next()?;
        let file = crate::file(Template::Certificate, &certificate.frame(), &certificate);
        desk::forget_unused();
        Some(file)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.certificates.size_hint()
    }
}

impl<I> Drop for Series<I> {
    fn drop(&mut self) {
        desk::forget();
    }
}
