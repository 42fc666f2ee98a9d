//! What is wrong with files, in words. `{}` stands for the facts: the activity and the value.

use crate::kernel::error::Error;
use crate::kernel::language::Phrase;
use crate::kernel::validate::{Fault, FieldFault, Sentence};
use crate::resources::activities::model::files::FileFault;

macro_rules! words {
    ($($code:literal: $ar:literal, $fr:literal, $en:literal;)+) => {
        const WORDS: &[Sentence] = &[$(Sentence { code: $code, phrase: Phrase { ar: $ar, fr: $fr, en: $en } }),+];
    };
}

words! {
    "broken_xml": "ملف XML معطوب عند الموضع {}، صدّره من جديد.", "Fichier XML défectueux à la position {} : exportez-le de nouveau.", "The XML file is broken at position {}: export it again.";
    "document_type": "ملف XML يحتوي على تعريف نوع ({})، وهو غير مقبول: احذفه.", "Le fichier XML contient une définition de type ({}), refusée : retirez-la.", "The XML file has a document type ({}), which is refused: remove it.";
    "file_too_large": "في الملف عناصر أكثر من المسموح، أقصاها {}.", "Le fichier a trop d’éléments : au plus {}.", "The file has too many elements: at most {}.";
    "file_too_deep": "عناصر الملف متداخلة أكثر من المسموح، أقصى عمق {}.", "Les éléments du fichier sont trop imbriqués : au plus {} niveaux.", "The elements of the file are nested too deeply: at most {} levels.";
    "not_a_project": "هذا ليس ملف مشروع بصيغة Microsoft Project XML: {}.", "Ce n'est pas un projet au format XML de Microsoft Project : {}.", "This is no project in Microsoft Project XML: {}.";
    "broken_table": "تعذرت قراءة الجدول: {}.", "Tableau illisible : {}.", "The table cannot be read: {}.";
    "column_missing": "عمود ناقص في السطر الأول: {}.", "Colonne absente de la première ligne : {}.", "A column is missing in the first row: {}.";
    "wrong_duration": "ليس عددا أو مدة صحيحة: {}.", "Ni un nombre ni une durée : {}.", "Not a number or duration: {}.";
    "wrong_date": "تاريخ غير صحيح، اكتبه هكذا 2026-03-01: {}.", "Date incorrecte, écrivez 2026-03-01 : {}.", "Wrong date, write it as 2026-03-01: {}.";
    "wrong_predecessor": "نشاط سابق غير معروف أو رابط غير مفهوم: {}. اكتبه هكذا A:SS+2d.", "Prédécesseur inconnu ou lien incompris : {}. Écrivez A:SS+2d.", "Unknown predecessor or unreadable link: {}. Write it as A:SS+2d.";
    "unknown_predecessor": "رابط مع نشاط سابق لا يوجد في الملف، أضف النشاط أو احذف الرابط: {}.", "Lien vers un prédécesseur absent du fichier, ajoutez-le ou retirez le lien : {}.", "A link to a predecessor that is not in the file, add it or remove the link: {}.";
    "wrong_constraint": "قيد غير معروف: {}.", "Contrainte inconnue : {}.", "Unknown constraint: {}.";
}

/// Faults of a file as wrong fields of the request.
pub fn refused(faults: Vec<FileFault>) -> Error {
    let mut fields = Vec::with_capacity(faults.len());
    for fault in faults {
        match WORDS.iter().find(|sentence| sentence.code == fault.code) {
            Some(sentence) => fields.push(FieldFault::expecting(fault.pointer, Fault::Of(sentence), fault.facts)),
            None => return Error::internal(format!("no words for {}", fault.code)),
        }
    }
    Error::invalid(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resources::activities::model::files::CODES;

    #[test]
    fn every_fault_of_a_file_has_words() {
        for code in CODES {
            assert!(WORDS.iter().any(|sentence| sentence.code == code), "{code}");
        }
        assert_eq!(WORDS.len(), CODES.len());
    }
}
