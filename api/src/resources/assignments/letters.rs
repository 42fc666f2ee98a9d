//! The letter about what a participant handed in, in the language of its reader.

use super::model::SubmissionStatus;
use crate::kernel::language::{Phrase, Text};
use crate::kernel::letter::{Letter, fact};
use crate::resources::accounts::Reader;

const WORK: Phrase = Phrase { ar: "الواجب", fr: "Devoir", en: "Assignment" };
const WHO: Phrase = Phrase { ar: "المشارك", fr: "Participant", en: "Concerning" };
const WHY: Phrase = Phrase { ar: "ملاحظة المكوّن", fr: "Remarque du formateur", en: "The trainer says" };
const RETURNED: [Phrase; 2] = [
    Phrase { ar: "عمل يُستكمل", fr: "Travail à reprendre", en: "Work to go over" },
    Phrase {
        ar: "اطلع المكوّن على عملكم وأعاده لاستكماله. عدلوه في مشروعكم ثم سلموه من جديد.",
        fr: "Votre travail a été lu et vous est renvoyé. Reprenez-le dans votre projet, puis remettez-le.",
        en: "Your work was read and is returned. Go over it in your project, then hand it in again.",
    },
];
const ACCEPTED: [Phrase; 2] = [
    Phrase { ar: "قُبل العمل", fr: "Travail accepté", en: "Work accepted" },
    Phrase {
        ar: "قُبل عملكم، بارك الله فيكم.", fr: "Votre travail est accepté. Félicitations.", en: "Your work is accepted. Well done."
    },
];
const REFUSED: [Phrase; 2] = [
    Phrase { ar: "لم يُقبل العمل", fr: "Travail non accepté", en: "Work not accepted" },
    Phrase {
        ar: "لم يُقبل عملكم في هذا الواجب.", fr: "Votre travail n’est pas accepté.", en: "Your work was not accepted."
    },
];

/// Tells what was decided on a submission.
pub fn decided(
    reader: &Reader,
    assignment: &Text,
    participant: &str,
    status: SubmissionStatus,
    reason: Option<&str>,
    public_url: &str,
) -> Letter {
    let language = reader.language;
    let name = assignment.in_language(language);
    let [subject, body] = match status {
        SubmissionStatus::Accepted => ACCEPTED,
        SubmissionStatus::Refused => REFUSED,
        SubmissionStatus::Returned | SubmissionStatus::HandedIn => RETURNED,
    };
    let mut text = vec![body.in_language(language).to_owned(), fact(language, WORK, name), fact(language, WHO, participant)];
    text.extend(reason.map(|reason| fact(language, WHY, reason)));
    text.push(format!("{public_url}/{language}/my-training"));
    reader.addressee().letter(subject, name, text)
}
