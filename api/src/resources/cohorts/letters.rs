//! The letters about cohorts, in the language of their readers.

use super::model::CohortInput;
use crate::kernel::language::Language;
use crate::kernel::mail::Letter;
use crate::resources::accounts::{Correspondent, Reader};

/// What is told.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    /// They have a seat.
    Enrolled,
    /// They were not agreed to, and why.
    Refused(&'a str),
    /// The cohort was called off, and why.
    Cancelled(&'a str),
    /// It begins in a few days.
    Reminded,
    /// A session was moved: when it is now.
    Moved(&'a str),
    /// A session was called off: when it was to be, and why.
    CalledOff(&'a str),
    /// One more absence, and the attendance asked for can no longer be reached.
    InDanger,
    /// The attendance asked for can no longer be reached.
    OutOfReach,
    /// They have their certificate.
    Certified,
    /// Their certificate was revoked, and why.
    Revoked(&'a str),
    /// The days or the place have changed.
    Changed,
    /// A trainer is to teach it.
    Appointed,
    /// A trainer no longer teaches it.
    Relieved,
}

/// Who is written to.
#[derive(Debug, Clone, Copy)]
pub struct Addressee<'a> {
    email: &'a str,
    name: &'a str,
    language: Language,
    /// The participants it is about; none for whoever teaches.
    participants: &'a [String],
    /// The page where they go on.
    page: &'static str,
}

impl<'a> Addressee<'a> {
    /// Somebody who speaks for an association with some participants.
    pub fn of(reader: &'a Reader, participants: &'a [String]) -> Self {
        Self { email: &reader.email, name: &reader.name, language: reader.language, participants, page: "my-training" }
    }
    /// A trainer.
    pub fn trainer(one: &'a Correspondent) -> Self {
        Self { email: &one.email, name: &one.name, language: one.language, participants: &[], page: "my-teaching" }
    }
}

/// A letter about a cohort.
pub fn about(to: Addressee<'_>, cohort: &CohortInput, told: Told<'_>, public_url: &str) -> Letter {
    let Addressee { email, name, language, participants, page } = to;
    let (course, days) = (cohort.name.in_language(language), (cohort.starts_on, cohort.ends_on));
    let venue = cohort.place.as_ref().map(|place| place.venue.in_language(language));
    let link = format!("{public_url}/{language}/{page}");
    let (subject, body) = match language {
        Language::Arabic => match told {
            Told::Enrolled => ("مقعدكم في الدورة التكوينية", "لكم مقعد في هذه الدورة.".to_owned()),
            Told::Refused(reason) => ("طلبكم للتكوين", format!("لم يُقبل الطلب للسبب الآتي: {reason}")),
            Told::Cancelled(reason) => ("إلغاء الدورة التكوينية", format!("أُلغيت الدورة للسبب الآتي: {reason}")),
            Told::Reminded => ("تذكير بالدورة التكوينية", "تبدأ الدورة بعد أيام قليلة.".to_owned()),
            Told::Moved(when) => ("تغيير في توقيت الدورة", format!("تغير توقيت حصة أو قاعتها، وهي الآن: {when}")),
            Told::CalledOff(what) => ("إلغاء حصة من الدورة", format!("لن تقام هذه الحصة: {what}")),
            Told::InDanger => ("تنبيه حول الحضور", "أي غياب آخر يجعل بلوغ نسبة الحضور المطلوبة غير ممكن.".to_owned()),
            Told::Certified => ("شهادة التكوين", "صدرت شهادة التكوين، ويمكن طبعها من صفحة تكوينكم.".to_owned()),
            Told::Revoked(reason) => ("سحب شهادة التكوين", format!("سُحبت شهادة التكوين للسبب الآتي: {reason}")),
            Told::Changed => ("تغيير في الدورة التكوينية", "تغيرت أيام الدورة أو مكانها، وهي الآن كما يلي.".to_owned()),
            Told::Appointed => ("تأطير دورة تكوينية", "عُيّنتم لتأطير هذه الدورة.".to_owned()),
            Told::Relieved => ("تأطير دورة تكوينية", "لم يعد تأطير هذه الدورة مسندا إليكم.".to_owned()),
            Told::OutOfReach => ("نسبة الحضور", "لم يعد بلوغ نسبة الحضور المطلوبة ممكنا. اتصلوا بمنظم الدورة.".to_owned()),
        },
        Language::French => match told {
            Told::Enrolled => ("Votre place en formation", "Vous avez une place dans cette session.".to_owned()),
            Told::Refused(reason) => ("Votre demande de formation", format!("La demande n’est pas acceptée, pour cette raison : {reason}")),
            Told::Cancelled(reason) => ("Formation annulée", format!("La session est annulée, pour cette raison : {reason}")),
            Told::Reminded => ("Rappel de votre formation", "La session commence dans quelques jours.".to_owned()),
            Told::Moved(when) => ("Changement d’horaire", format!("Une séance change d’heure ou de salle : {when}")),
            Told::CalledOff(what) => ("Séance annulée", format!("Cette séance n’a pas lieu : {what}")),
            Told::Certified => {
                ("Certificat de formation", "Le certificat est délivré ; il s’imprime depuis votre page de formation.".to_owned())
            }
            Told::Revoked(reason) => ("Certificat révoqué", format!("Le certificat est révoqué, pour cette raison : {reason}")),
            Told::Changed => {
                ("Changement de votre formation", "Les dates ou le lieu de la session ont changé ; voici ce qu’il en est.".to_owned())
            }
            Told::Appointed => ("Animation d’une session", "Cette session vous est confiée comme formateur.".to_owned()),
            Told::Relieved => ("Animation d’une session", "Cette session ne vous est plus confiée.".to_owned()),
            Told::InDanger => ("Assiduité", "Une absence de plus et l’assiduité demandée ne peut plus être atteinte.".to_owned()),
            Told::OutOfReach => {
                ("Assiduité", "L’assiduité demandée ne peut plus être atteinte. Adressez-vous à l’organisateur.".to_owned())
            }
        },
        Language::English => match told {
            Told::Enrolled => ("Your place in the course", "You have a place in this cohort.".to_owned()),
            Told::Refused(reason) => ("What you asked for", format!("It was not agreed to, for this reason: {reason}")),
            Told::Cancelled(reason) => ("The course is called off", format!("The cohort is called off, for this reason: {reason}")),
            Told::Reminded => ("Your course begins soon", "The cohort begins in a few days.".to_owned()),
            Told::Moved(when) => ("The timetable has changed", format!("A session has another time or room: {when}")),
            Told::CalledOff(what) => ("A session is called off", format!("This session does not take place: {what}")),
            Told::Certified => ("Your certificate", "The certificate is issued; print it from your page of training.".to_owned()),
            Told::Revoked(reason) => ("Certificate revoked", format!("The certificate is revoked, for this reason: {reason}")),
            Told::Changed => {
                ("Your course has changed", "The days or the place of the cohort have changed; they are now as follows.".to_owned())
            }
            Told::Appointed => ("A cohort to teach", "You are to teach this cohort.".to_owned()),
            Told::Relieved => ("A cohort to teach", "You no longer teach this cohort.".to_owned()),
            Told::InDanger => ("Attendance", "One more absence, and the attendance asked for can no longer be reached.".to_owned()),
            Told::OutOfReach => {
                ("Attendance", "The attendance asked for can no longer be reached. Speak to whoever organises the cohort.".to_owned())
            }
        },
    };
    let people = participants.join(if language == Language::Arabic { "، " } else { ", " });
    let (hello, facts) = match language {
        Language::Arabic => (
            format!("السلام عليكم {name}،"),
            [
                ("الدورة", course.to_owned()),
                ("من يعنيه الأمر", people),
                ("الأيام", format!("من {} إلى {}", days.0, days.1)),
                ("المكان", venue.unwrap_or("عن بعد").to_owned()),
            ],
        ),
        Language::French => (
            format!("Bonjour {name},"),
            [
                ("Session ", course.to_owned()),
                ("Participants ", people),
                ("Dates ", format!("du {} au {}", days.0, days.1)),
                ("Lieu ", venue.unwrap_or("en ligne").to_owned()),
            ],
        ),
        Language::English => (
            format!("Hello {name},"),
            [
                ("Cohort", course.to_owned()),
                ("Participants", people),
                ("Days", format!("{} to {}", days.0, days.1)),
                ("Place", venue.unwrap_or("online").to_owned()),
            ],
        ),
    };
    let facts: Vec<String> = facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(word, fact)| format!("{word}: {fact}")).collect();
    Letter {
        to: email.to_owned(),
        subject: format!("{subject}: {course}"),
        text: format!("{hello}\n\n{body}\n\n{}\n\n{link}\n", facts.join("\n")),
    }
}
