//! What a certificate says, and its code. Pure.

use crate::kernel::codes;
use crate::kernel::error::Result;
use crate::kernel::language::{Phrase, Text};
use crate::resources::associations::Office;
use ::print::certificate::{Certificate, Days, Text as Printed};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

crate::id_type!(/// A certificate of training.
    CertificateId);

crate::text_enum! {
    /// What a check of a certificate finds.
    pub enum CertificateState {
        /// In force.
        Valid = "valid",
        /// Revoked.
        Revoked = "revoked",
    }
}

/// A code of twelve letters from eight bytes of chance: 60 bits, so that nobody comes upon one.
pub fn code(chance: [u8; 8]) -> String {
    codes::code(&chance, 12)
}

/// A code as people read it.
pub fn spaced(code: &str) -> String {
    codes::grouped(code, 4)
}

/// What a certificate says, as it was when it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Who organised the cohort.
    pub organiser: Text,
    /// The participant.
    pub participant: String,
    /// Their office in the association.
    pub office: Option<Office>,
    /// The association.
    pub association: Text,
    /// Its wilaya.
    pub wilaya: Text,
    /// The course.
    pub course: Text,
    /// The cohort.
    pub cohort: Text,
    /// How long it was taught, in minutes.
    pub minutes: u32,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Where.
    pub place: Option<Text>,
    /// The grade, in hundredths of 100; none where it is not known.
    pub grade: Option<u32>,
    /// What was taught.
    pub subjects: Vec<Text>,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// Where it is checked.
    pub address: String,
}

const REPUBLIC: [&str; 2] = ["الجمهورية الجزائرية الديمقراطية الشعبية", "République algérienne démocratique et populaire"];
const MINISTRY: [&str; 2] = ["وزارة السياحة والصناعة التقليدية", "Ministère du Tourisme et de l’Artisanat"];
const SIGNATORY: [&str; 2] = ["عن الهيئة المنظمة", "Pour l’organisme"];
const GRADE: Phrase = Phrase { ar: "المعدل: {} من 100", fr: "Moyenne : {} sur 100", en: "Grade: {} of 100" };

fn printed(text: &Text) -> Printed {
    Printed { ar: text.ar.clone(), fr: text.fr.clone() }
}

/// An office as it is printed.
fn office(office: Office) -> Printed {
    let [ar, fr] = match office {
        Office::President => ["رئاسة الجمعية", "présidence de l’association"],
        Office::VicePresident => ["نيابة الرئاسة", "vice-présidence"],
        Office::SecretaryGeneral => ["الأمانة العامة", "secrétariat général"],
        Office::Treasurer => ["أمانة المال", "trésorerie"],
        Office::Member => ["عضوية المكتب", "bureau de l’association"],
    };
    Printed::both(ar, fr)
}

impl Content {
    /// What its file is called among others: the participant, then the code. Nothing in it means anything to a folder.
    pub fn file_name(&self, code: &str) -> String {
        let kept = |letter: char| if letter.is_alphanumeric() || letter == '-' { letter } else { ' ' };
        let name: String = self.participant.chars().map(kept).collect();
        let words: Vec<&str> = name.split_whitespace().collect();
        format!("{} {}", words.join(" "), spaced(code))
    }

    /// The document of a code.
    ///
    /// # Errors
    /// `internal` for an address that is too long for a QR code.
    pub fn document(&self, code: &str) -> Result<Certificate> {
        let grade = self.grade.map(|grade| format!("{}.{:02}", grade / 100, grade % 100));
        let both = |[ar, fr]: [&str; 2]| Printed::both(ar, fr);
        Ok(Certificate {
            issuer: vec![both(REPUBLIC), both(MINISTRY), printed(&self.organiser)],
            participant: self.participant.clone(),
            participant_latin: None,
            office: self.office.map(office),
            association: printed(&self.association),
            wilaya: printed(&self.wilaya),
            course: printed(&self.course),
            cohort: Some(printed(&self.cohort)),
            hours: f64::from(self.minutes) / 60.0,
            days: Days { first: self.starts_on, last: self.ends_on },
            place: self.place.as_ref().map(printed),
            grade: grade.map(|grade| {
                let text = GRADE.text();
                Printed::both(text.ar.replace("{}", &grade), text.fr.unwrap_or_default().replace("{}", &grade))
            }),
            subjects: self.subjects.iter().map(printed).collect(),
            issued_on: self.issued_on,
            signatory: both(SIGNATORY),
            number: spaced(code),
            code: None,
            qr: crate::kernel::http::pdf::qr(&self.address)?,
            address: self.address.clone(),
        })
    }
}
