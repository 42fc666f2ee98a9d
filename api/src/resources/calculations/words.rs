//! What the engine finds wrong, in words. `{}` stands for the facts: the activity, the limit, the cycle.

use super::facts::{self, Called};
use crate::kernel::error::Error;
use crate::kernel::language::Phrase;
use crate::kernel::validate::{Fault, FieldFault, Sentence};
use planning::problem::Problem;

/// A table of sentences by code.
macro_rules! words {
    ($($code:literal: $ar:literal, $fr:literal, $en:literal;)+) => {
        const WORDS: &[Sentence] = &[$(Sentence { code: $code, phrase: Phrase { ar: $ar, fr: $fr, en: $en } }),+];
    };
}

pub(super) use words;

words! {
    "actual_dates_reversed": "تاريخ الانتهاء الفعلي يسبق تاريخ البداية: {}.", "La fin réelle précède le début réel : {}.", "The actual finish comes before the actual start: {}.";
    "amount_missing": "المبلغ ناقص: {}.", "Montant manquant : {}.", "An amount is missing: {}.";
    "amount_out_of_range": "المبلغ خارج المجال المقبول: {}.", "Montant hors limites : {}.", "The amount is out of range: {}.";
    "amount_overflow": "مجموع المبالغ أكبر من أن يُحسب: {}.", "La somme des montants dépasse ce qui peut être calculé : {}.", "The amounts add up to more than can be computed: {}.";
    "budget_missing": "حدد الميزانية: {}.", "Indiquez le budget : {}.", "Give the budget: {}.";
    "calculation_too_long": "الحساب أطول من المسموح، قلل عدد العناصر أو المحاكاة: {}.", "Calcul trop long : réduisez les éléments ou les tirages : {}.", "The calculation is too long: reduce the entries or the runs: {}.";
    "calendar_without_working_time": "الرزنامة لا تحتوي على وقت عمل: {}.", "Le calendrier n’a aucun temps ouvré : {}.", "The calendar has no working time: {}.";
    "cycle": "روابط الأنشطة تشكل حلقة، احذف رابطا منها: {}.", "Les liens forment un cycle, retirez-en un : {}.", "The links form a cycle, remove one of them: {}.";
    "date_before_project_start": "التاريخ يسبق بداية المشروع، أخّره أو قدّم بداية المشروع: {}.", "Date antérieure au début du projet, repoussez-la ou avancez le début : {}.", "The date lies before the project's start, put it later or begin the project earlier: {}.";
    "date_out_of_range": "التاريخ خارج المجال المقبول: {}.", "Date hors limites : {}.", "The date is out of range: {}.";
    "dates_missing": "التواريخ ناقصة: {}.", "Dates manquantes : {}.", "Dates are missing: {}.";
    "dates_not_ascending": "رتب التواريخ تصاعديا: {}.", "Rangez les dates par ordre croissant : {}.", "Put the dates in ascending order: {}.";
    "dates_reversed": "تاريخ النهاية يسبق تاريخ البداية: {}.", "La fin précède le début : {}.", "The end comes before the start: {}.";
    "duplicate_activity": "رمز النشاط مكرر: {}.", "Code d’activité en double : {}.", "The activity's id occurs twice: {}.";
    "duplicate_component": "العنصر مكرر: {}.", "Composante en double : {}.", "The component occurs twice: {}.";
    "duplicate_project": "رمز المشروع مكرر: {}.", "Code de projet en double : {}.", "The project's id occurs twice: {}.";
    "duration_missing": "حدد مدة النشاط: {}.", "Indiquez la durée de l’activité : {}.", "Give the activity's duration: {}.";
    "duration_too_long": "المدة أطول من المسموح: {}.", "Durée trop longue : {}.", "The duration is too long: {}.";
    "estimates_out_of_order": "التقديرات الثلاثة: المتفائل ثم المرجح ثم المتشائم: {}.", "Ordre des estimations : optimiste, probable, pessimiste : {}.", "The estimates go optimistic, likely, pessimistic: {}.";
    "flows_and_components": "قدم التدفقات أو مركباتها، لا كليهما: {}.", "Donnez les flux ou leurs composantes, pas les deux : {}.", "Give the flows or their components, not both: {}.";
    "hours_overlap": "ساعات العمل متداخلة: {}.", "Les heures de travail se chevauchent : {}.", "The working hours overlap: {}.";
    "hours_reversed": "ساعة النهاية تسبق ساعة البداية: {}.", "L’heure de fin précède l’heure de début : {}.", "The hours end before they begin: {}.";
    "instant_missing": "حدد التاريخ: {}.", "Indiquez la date : {}.", "Give the date: {}.";
    "lag_too_long": "الفاصل الزمني أطول من المسموح: {}.", "Décalage trop long : {}.", "The lag is too long: {}.";
    "milestone_with_duration": "المعلم لا مدة له: {}.", "Un jalon n’a pas de durée : {}.", "A milestone has no duration: {}.";
    "milestones_missing": "حدد المعالم المرجحة: {}.", "Indiquez les jalons pondérés : {}.", "Give the weighted milestones: {}.";
    "minimum_without_subject": "الحد الأدنى لا يخص أي مشروع: {}.", "Le minimum ne concerne aucun projet : {}.", "The minimum concerns no project: {}.";
    "negative_amount": "المبلغ سالب: {}.", "Montant négatif : {}.", "The amount is negative: {}.";
    "negative_duration": "المدة سالبة: {}.", "Durée négative : {}.", "The duration is negative: {}.";
    "not_cumulative": "القيم المتراكمة لا تنقص: {}.", "Des valeurs cumulées ne diminuent pas : {}.", "Cumulative values do not fall: {}.";
    "out_of_range": "القيمة خارج المجال المقبول: {}.", "Valeur hors limites : {}.", "The value is out of range: {}.";
    "outlays_mismatch": "عدد النفقات لا يوافق عدد الفترات: {}.", "Le nombre de dépenses ne correspond pas aux périodes : {}.", "The outlays do not match the periods: {}.";
    "parts_mismatch": "مجموع الأجزاء لا يساوي الكل: {}.", "La somme des parties diffère du tout : {}.", "The parts do not add up to the whole: {}.";
    "percent_out_of_range": "النسبة بين 0 و100: {}.", "Le pourcentage va de 0 à 100 : {}.", "A percentage lies between 0 and 100: {}.";
    "range_reversed": "الحد الأدنى أكبر من الأعلى: {}.", "La borne basse dépasse la borne haute : {}.", "The low end is above the high end: {}.";
    "required": "هذا الحقل مطلوب. {}", "Ce champ est obligatoire. {}", "This field is required. {}";
    "schedule_too_long": "الجدول الزمني أطول من المسموح: {}.", "Le planning est trop long : {}.", "The schedule is too long: {}.";
    "start_missing": "حدد تاريخ بداية المشروع: {}.", "Indiquez le début du projet : {}.", "Give the project's start: {}.";
    "too_many_entries": "عدد العناصر أكبر من المسموح: {}.", "Trop d’éléments : {}.", "Too many entries: {}.";
    "too_many_periods": "عدد الفترات أكبر من المسموح: {}.", "Trop de périodes : {}.", "Too many periods: {}.";
    "units_missing": "حدد عدد الوحدات: {}.", "Indiquez le nombre d’unités : {}.", "Give the number of units: {}.";
    "unknown_activity": "لا يوجد نشاط بهذا الرمز: {}.", "Aucune activité avec ce code : {}.", "No activity has this id: {}.";
    "unknown_calendar": "لا توجد رزنامة بهذا الرمز: {}.", "Aucun calendrier avec ce code : {}.", "No calendar has this id: {}.";
    "unknown_project": "لا يوجد مشروع بهذا الرمز: {}.", "Aucun projet avec ce code : {}.", "No project has this id: {}.";
}

/// A problem of the engine as a wrong field of the request.
pub fn refused(problem: &Problem) -> Error {
    refused_naming(problem, &|code, _| code.to_owned())
}

/// The same, with activities by their names.
pub fn refused_naming(problem: &Problem, called: Called<'_>) -> Error {
    match WORDS.iter().find(|sentence| sentence.code == problem.code) {
        Some(sentence) => {
            let facts = |language| facts::told(problem, language, called);
            Error::invalid(vec![FieldFault::telling(&problem.pointer, Fault::Of(sentence), facts)])
        }
        None => Error::internal(format!("no words for {}", problem.code)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_engine_has_words() {
        for code in planning::problem::CODES {
            assert!(WORDS.iter().any(|sentence| sentence.code == code), "{code}");
        }
        assert_eq!(WORDS.len(), planning::problem::CODES.len());
    }
}
