//! What is wrong with tests, rubrics and schemes of grades, in words. `{}` stands for the facts: the question, the limit, the number found.

use super::facts::{Nouns, line};
use super::words::words;
use crate::kernel::error::Error;
use crate::kernel::language::{Language, Phrase};
use crate::kernel::validate::{Fault, FieldFault, Sentence};
use ::learning::problem::{Param, Problem};
use uuid::Uuid;

words! {
    "duplicate_answer": "أُجيب عن السؤال أكثر من مرة: {}.", "Plusieurs réponses à la même question : {}.", "The question is answered more than once: {}.";
    "duplicate_choice": "الخيار مكرر: {}.", "Ce choix figure plusieurs fois : {}.", "The choice is there more than once: {}.";
    "duplicate_criterion": "المعيار مكرر: {}.", "Ce critère figure plusieurs fois : {}.", "The criterion is there more than once: {}.";
    "duplicate_level": "المستوى مكرر في المعيار: {}.", "Ce niveau figure plusieurs fois dans le critère : {}.", "The level is there more than once in its criterion: {}.";
    "duplicate_mark": "سُجل الحضور في الحصة أكثر من مرة: {}.", "Plusieurs présences pour la même séance : {}.", "The session is marked more than once: {}.";
    "duplicate_part": "الجزء مكرر في سلم التقدير: {}.", "Cette partie figure plusieurs fois dans le barème : {}.", "The part is there more than once: {}.";
    "duplicate_participant": "المشارك مكرر: {}.", "Ce participant figure plusieurs fois : {}.", "The participant is there more than once: {}.";
    "duplicate_question": "السؤال مكرر: {}.", "Cette question figure plusieurs fois : {}.", "The question is there more than once: {}.";
    "duplicate_result": "النتيجة مكررة للجزء نفسه: {}.", "Plusieurs résultats pour la même partie : {}.", "The part has more than one result: {}.";
    "duplicate_reviewer": "المقيّم مكرر: {}.", "Cet évaluateur figure plusieurs fois : {}.", "The reviewer is there more than once: {}.";
    "duplicate_session": "الحصة مكررة: {}.", "Cette séance figure plusieurs fois : {}.", "The session is there more than once: {}.";
    "duplicate_trainer": "المكون مكرر: {}.", "Ce formateur figure plusieurs fois : {}.", "The trainer is there more than once: {}.";
    "end_before_start": "النهاية تسبق البداية: {}.", "La fin précède le début : {}.", "The end comes before the start: {}.";
    "incomplete_order": "رتب كل العناصر، كلا منها مرة واحدة: {}.", "Rangez tous les éléments, chacun une fois : {}.", "Put all the things in order, each once: {}.";
    "line_feed": "اكتب النص في سطر واحد: {}.", "Écrivez ce texte sur une seule ligne : {}.", "Write the text on one line: {}.";
    "missing_part": "شرط الشهادة يقوم على جزء غير موجود في سلم التقدير، أضفه أو احذف الشرط: {}.", "Cette condition porte sur une partie absente du barème : ajoutez-la ou retirez la condition : {}.", "The condition rests on a part that the scheme has not: add it or leave the condition out: {}.";
    "nothing_weighs": "لا وزن لأي جزء، أعط جزءا واحدا على الأقل وزنا: {}.", "Aucune partie ne compte : donnez un poids à l’une d’elles : {}.", "No part weighs anything: give one a weight: {}.";
    "out_of_range": "القيمة خارج المجال المقبول: {}.", "Valeur hors limites : {}.", "The value is out of range: {}.";
    "required": "هذا الحقل مطلوب. {}", "Ce champ est obligatoire. {}", "This field is required. {}";
    "too_many_entries": "عدد العناصر أكبر من المسموح: {}.", "Trop d’éléments : {}.", "Too many entries: {}.";
    "unexpected": "هذا الحقل غير منتظر هنا، احذفه: {}.", "Ce champ n’est pas attendu ici, retirez-le : {}.", "This field is not expected here, leave it out: {}.";
    "unknown_choice": "لا يوجد خيار بهذا الرمز: {}.", "Aucun choix avec ce code : {}.", "No choice has this id: {}.";
    "unknown_criterion": "لا يوجد معيار بهذا الرمز: {}.", "Aucun critère avec ce code : {}.", "No criterion has this id: {}.";
    "unknown_level": "لا يوجد مستوى بهذا الرمز في المعيار: {}.", "Aucun niveau avec ce code dans le critère : {}.", "No level of the criterion has this id: {}.";
    "unknown_part": "لا يوجد جزء بهذا الرمز: {}.", "Aucune partie avec ce code : {}.", "No part has this id: {}.";
    "unknown_question": "لا يوجد سؤال بهذا الرمز في الاختبار: {}.", "Aucune question du test avec ce code : {}.", "No question of the test has this id: {}.";
    "unknown_session": "لا توجد حصة بهذا الرمز: {}.", "Aucune séance avec ce code : {}.", "No session has this id: {}.";
    "wrong_kind": "نوع الجواب لا يوافق نوع السؤال. المنتظر: {}.", "Ce type de réponse ne convient pas à la question. Attendu : {}.", "The answer is not of the kind of the question. Expected: {}.";
}

/// What the facts are called.
const FACTS: Nouns = &[
    ("choice", Phrase { ar: "الخيار {}", fr: "choix {}", en: "choice {}" }),
    ("criterion", Phrase { ar: "المعيار {}", fr: "critère {}", en: "criterion {}" }),
    ("first", Phrase { ar: "ورد أولا في الموضع {}", fr: "déjà en position {}", en: "already at position {}" }),
    ("found", Phrase { ar: "الموجود {}", fr: "trouvé {}", en: "found {}" }),
    ("least", Phrase { ar: "أصغر قيمة {}", fr: "minimum {}", en: "at least {}" }),
    ("level", Phrase { ar: "المستوى {}", fr: "niveau {}", en: "level {}" }),
    ("limit", Phrase { ar: "الحد الأقصى {}", fr: "au plus {}", en: "at most {}" }),
    ("missing", Phrase { ar: "ينقص {}", fr: "il manque {}", en: "{} missing" }),
    ("most", Phrase { ar: "أكبر قيمة {}", fr: "maximum {}", en: "at most {}" }),
    ("part", Phrase { ar: "الجزء {}", fr: "partie {}", en: "part {}" }),
];
/// What kinds are called.
const KINDS: Nouns = &[
    ("assignment", Phrase { ar: "عمل تطبيقي", fr: "un travail", en: "an assignment" }),
    ("attendance", Phrase { ar: "الحضور", fr: "les présences", en: "attendance" }),
    ("choice", Phrase { ar: "خيار واحد", fr: "un choix", en: "one choice" }),
    ("choices", Phrase { ar: "خيار أو أكثر", fr: "un ou plusieurs choix", en: "one choice or more" }),
    ("order", Phrase { ar: "ترتيب", fr: "un ordre", en: "an order" }),
    ("peer_review", Phrase { ar: "تقييم الزملاء", fr: "l’évaluation par les pairs", en: "reviews by others" }),
    ("test", Phrase { ar: "نتيجة اختبار", fr: "le résultat d’un test", en: "the result of a test" }),
    ("test_after", Phrase { ar: "الاختبار البعدي", fr: "le test après le cours", en: "the test after the course" }),
    ("test_before", Phrase { ar: "الاختبار القبلي", fr: "le test avant le cours", en: "the test before the course" }),
    ("value", Phrase { ar: "عدد", fr: "un nombre", en: "a number" }),
];

/// The facts of a problem in a language. Identifiers and minutes of the calendar say nothing to people: the pointer names the place.
fn told(problem: &Problem, language: Language) -> String {
    let facts = problem.params.iter().filter_map(|(name, param)| {
        let written = match param {
            Param::Text(_) | Param::Whole(_) if ["start", "end"].contains(name) => return None,
            Param::Text(text) if Uuid::try_parse(text).is_ok() => return None,
            Param::Text(kind) if ["kind", "wanted"].contains(name) => {
                KINDS.iter().find(|(known, _)| known == kind).map_or(kind.as_str(), |(_, words)| words.in_language(language)).to_owned()
            }
            Param::Text(text) => text.clone(),
            Param::Whole(place) if *name == "first" => (place + 1).to_string(),
            Param::Whole(number) => number.to_string(),
        };
        Some((*name, written))
    });
    line(facts, FACTS, language)
}

/// A problem of the crate as a wrong field of the request.
pub fn learning_refused(problem: &Problem) -> Error {
    match WORDS.iter().find(|sentence| sentence.code == problem.code) {
        Some(sentence) => {
            Error::invalid(vec![FieldFault::telling(&problem.pointer, Fault::Of(sentence), |language| told(problem, language))])
        }
        None => Error::internal(format!("no words for {}", problem.code)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_learning_has_words() {
        for code in ::learning::problem::CODES {
            assert!(WORDS.iter().any(|sentence| sentence.code == code), "{code}");
        }
        assert_eq!(WORDS.len(), ::learning::problem::CODES.len());
    }
}
