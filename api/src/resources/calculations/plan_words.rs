//! What is wrong with a floor plan, in words. `{}` stands for the facts: the stands, the limit, the number found.

use super::facts::{Nouns, line};
use super::words::words;
use crate::kernel::error::Error;
use crate::kernel::language::{Language, Phrase};
use crate::kernel::validate::{Fault, FieldFault, Sentence};
use floor::problem::{Param, Problem, Severity};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

words! {
    "beside_itself": "لا يكون الطلب جارا لنفسه: {}.", "Une candidature ne peut être sa propre voisine : {}.", "An application cannot be its own neighbour: {}.";
    "crossing_itself": "حدود الشكل تتقاطع مع نفسها، صحح رسمه: {}.", "Le contour se croise lui-même, redessinez-le : {}.", "The outline crosses itself, draw it again: {}.";
    "document_type": "الملف يعرف كيانات (DOCTYPE)، احفظه رسما بسيطا وأعد المحاولة: {}.", "Le fichier définit des entités (DOCTYPE) : enregistrez-le comme dessin simple : {}.", "The file defines entities (DOCTYPE): save it as a plain drawing: {}.";
    "duplicate_application": "الطلب مذكور أكثر من مرة: {}.", "La candidature figure plusieurs fois : {}.", "The application is there more than once: {}.";
    "duplicate_hall": "رمز القاعة مكرر: {}.", "Ce code de salle est déjà pris : {}.", "This hall's id is taken: {}.";
    "duplicate_lock": "الجناح أو الطلب مثبت أكثر من مرة: {}.", "Le stand ou la candidature est fixé plusieurs fois : {}.", "The stand or the application is locked more than once: {}.";
    "duplicate_number": "رقم الجناح مكرر: {}.", "Ce numéro de stand est déjà pris : {}.", "This stand's number is taken: {}.";
    "duplicate_quarter": "رمز الحي مكرر: {}.", "Ce code de quartier est déjà pris : {}.", "This quarter's id is taken: {}.";
    "empty_quarter": "لا يوجد أي جناح في هذا الحي: {}.", "Ce quartier n’a aucun stand : {}.", "This quarter has no stand: {}.";
    "locked_and_closed": "الجناح مثبت ومغلق في آن واحد: {}.", "Le stand est à la fois fixé et fermé : {}.", "The stand is both locked and closed: {}.";
    "no_aisles": "لا توجد أي ممرات في المخطط. {}", "Le plan n’a aucune allée. {}", "The plan has no aisle. {}";
    "no_area": "الشكل بلا مساحة، ارسم ثلاث زوايا على الأقل: {}.", "La forme n’a pas de surface : dessinez au moins trois sommets : {}.", "The shape covers no ground: draw at least three corners: {}.";
    "not_geojson": "الملف ليس GeoJSON صحيحا: {}.", "Le fichier n’est pas du GeoJSON valide : {}.", "The file is not valid GeoJSON: {}.";
    "not_reachable": "لا يطل الجناح على أي ممر: {}.", "Le stand ne donne sur aucune allée : {}.", "The stand lies along no aisle: {}.";
    "not_svg": "الملف ليس SVG صحيحا: {}.", "Le fichier n’est pas du SVG valide : {}.", "The file is not valid SVG: {}.";
    "out_of_range": "القيمة خارج المجال المقبول: {}.", "Valeur hors limites : {}.", "The value is out of range: {}.";
    "outside_hall": "خارج حدود القاعة: {}.", "Hors des limites de la salle : {}.", "Outside of its hall: {}.";
    "overlapping": "تداخل بين شكلين، أبعد أحدهما عن الآخر: {}.", "Deux formes se chevauchent, écartez-les : {}.", "Two shapes overlap, move them apart: {}.";
    "repeated_point": "زاوية مكررة في الشكل: {}.", "Un sommet est répété : {}.", "A corner is repeated: {}.";
    "required": "هذا الحقل مطلوب. {}", "Ce champ est obligatoire. {}", "This field is required. {}";
    "too_deep": "تداخل العناصر أعمق من المسموح: {}.", "Éléments trop imbriqués : {}.", "The elements are nested too deeply: {}.";
    "too_large": "الملف أكبر من المسموح: {}.", "Fichier trop volumineux : {}.", "The file is too large: {}.";
    "too_many_entries": "عدد العناصر أكبر من المسموح: {}.", "Trop d’éléments : {}.", "Too many entries: {}.";
    "unknown_application": "لا يوجد طلب بهذا الرمز: {}.", "Aucune candidature avec ce code : {}.", "No application has this id: {}.";
    "unknown_hall": "لا توجد قاعة بهذا الرمز: {}.", "Aucune salle avec ce code : {}.", "No hall has this id: {}.";
    "unknown_quarter": "لا يوجد حي بهذا الرمز: {}.", "Aucun quartier avec ce code : {}.", "No quarter has this id: {}.";
    "unknown_stand": "لا يوجد جناح بهذا الرقم: {}.", "Aucun stand avec ce numéro : {}.", "No stand has this number: {}.";
}

crate::text_enum! {
    /// Whether a plan can be used in spite of what is wrong with it.
    pub enum PlanSeverity {
        /// It cannot.
        Error = "error",
        /// It can, but somebody should look.
        Warning = "warning",
    }
}

/// Something wrong with a floor plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanProblem {
    /// Stable code.
    #[schema(examples("overlapping"))]
    pub code: &'static str,
    /// Whether the plan can be used in spite of it.
    pub severity: PlanSeverity,
    /// RFC 6901 pointer into the plan.
    #[schema(examples("/stands/3/polygon"))]
    pub pointer: String,
    /// What is wrong and how to mend it, in the language asked for.
    pub detail: String,
}

/// What the facts are called.
const FACTS: Nouns = &[
    ("aisle", Phrase { ar: "الممر {}", fr: "allée n° {}", en: "aisle {}" }),
    ("corners", Phrase { ar: "عدد الزوايا {}", fr: "{} sommets", en: "{} corners" }),
    ("found", Phrase { ar: "الموجود {}", fr: "trouvé {}", en: "found {}" }),
    ("hall", Phrase { ar: "القاعة {}", fr: "salle {}", en: "hall {}" }),
    ("limit", Phrase { ar: "الحد الأقصى {}", fr: "au plus {}", en: "at most {}" }),
    ("other_hall", Phrase { ar: "مع القاعة {}", fr: "avec la salle {}", en: "with hall {}" }),
    ("other_stand", Phrase { ar: "مع الجناح {}", fr: "avec le stand n° {}", en: "with stand {}" }),
    ("quarter", Phrase { ar: "الحي {}", fr: "quartier {}", en: "quarter {}" }),
    ("stand", Phrase { ar: "الجناح {}", fr: "stand n° {}", en: "stand {}" }),
];
/// What lists are called.
const LISTS: Nouns = &[
    ("aisles", Phrase { ar: "الممرات", fr: "allées", en: "aisles" }),
    ("corners", Phrase { ar: "الزوايا", fr: "sommets", en: "corners" }),
    ("halls", Phrase { ar: "القاعات", fr: "salles", en: "halls" }),
    ("stands", Phrase { ar: "الأجنحة", fr: "les stands", en: "stands" }),
    ("quarters", Phrase { ar: "الأحياء", fr: "quartiers", en: "quarters" }),
];

/// The facts of a problem in a language, first what it is about and then what that meets. Identifiers, names that are missing and places in
/// lists say nothing to people: the pointer tells the place. Aisles have no names: they are counted.
fn told(problem: &Problem, language: Language) -> String {
    let of_halls = problem.params.contains_key("hall");
    let facts = problem.params.iter().filter_map(|(name, param)| {
        let name = match *name {
            "other" if of_halls => "other_hall",
            "other" => "other_stand",
            name => name,
        };
        let written = match param {
            Param::Whole(_) if name.starts_with("first") || name.starts_with("second") => return None,
            Param::Text(text) if text.is_empty() || Uuid::try_parse(text).is_ok() => return None,
            Param::Whole(place) if name == "aisle" => (place + 1).to_string(),
            Param::Text(list) if name == "list" => {
                LISTS.iter().find(|(known, _)| known == list).map_or(list.as_str(), |(_, words)| words.in_language(language)).to_owned()
            }
            Param::Text(text) => text.clone(),
            Param::Whole(number) => number.to_string(),
        };
        Some((name, written))
    });
    let mut facts: Vec<_> = facts.collect();
    facts.sort_by_key(|(name, _)| name.starts_with("other") || *name == "aisle");
    line(facts.into_iter(), FACTS, language)
}

fn fault(problem: &Problem) -> Option<FieldFault> {
    let sentence = WORDS.iter().find(|sentence| sentence.code == problem.code)?;
    Some(FieldFault::telling(&problem.pointer, Fault::Of(sentence), |language| told(problem, language)))
}

/// What is wrong with a plan as wrong fields of the request.
pub fn plan_refused(problems: &[Problem]) -> Error {
    match problems.iter().map(|problem| fault(problem).ok_or(problem)).collect::<Result<Vec<_>, _>>() {
        Ok(faults) => Error::invalid(faults),
        Err(problem) => Error::internal(format!("no words for {}", problem.code)),
    }
}

/// What is wrong with a plan, told in a language.
pub fn plan_told(problems: &[Problem], language: Language) -> Vec<PlanProblem> {
    let told = |problem: &Problem| {
        Some(PlanProblem {
            code: problem.code,
            severity: match problem.severity {
                Severity::Error => PlanSeverity::Error,
                Severity::Warning => PlanSeverity::Warning,
            },
            pointer: problem.pointer.clone(),
            detail: fault(problem)?.detail(language),
        })
    };
    problems.iter().filter_map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_meets_what_is_told_in_words_and_what_has_no_name_is_not() {
        let detail = |problem: Problem| fault(&problem).map(|fault| fault.detail(Language::Arabic)).unwrap_or_default();
        let overlap = || Problem::new("overlapping", "/stands/1/polygon", "").with("first", 0);
        let stands = detail(overlap().with("stand", "17").with("other", "18"));
        assert_eq!(stands, "تداخل بين شكلين، أبعد أحدهما عن الآخر: الجناح 17 · مع الجناح 18.");
        assert!(detail(overlap().with("hall", "A").with("other", "B")).ends_with("القاعة A · مع القاعة B."));
        assert!(detail(overlap().with("stand", "17").with("aisle", 0)).ends_with(": الجناح 17 · الممر 1."));
        assert_eq!(detail(overlap().with("stand", "").with("other", "")), "تداخل بين شكلين، أبعد أحدهما عن الآخر.");
    }

    #[test]
    fn every_code_of_a_plan_has_words() {
        for code in floor::problem::CODES {
            assert!(WORDS.iter().any(|sentence| sentence.code == code), "{code}");
        }
        assert_eq!(WORDS.len(), floor::problem::CODES.len());
    }
}
