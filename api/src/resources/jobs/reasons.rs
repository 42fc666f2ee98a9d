//! What can be wrong with a file, a row or a cell, in three languages. Codes come from the crates that read text and tables, from
//! the faults of fields and from the problems of the platform; those two have sentences of their own.

use crate::kernel::language::{Language, Phrase};
use crate::kernel::problem::Kind;
use crate::kernel::validate::Fault;

macro_rules! reasons {
    ($($code:literal, $ar:literal, $fr:literal, $en:literal;)+) => {
        /// The sentence of a code of a file, a row or a cell, with `{}` for the expected value.
        pub fn phrase(code: &str) -> Option<Phrase> {
            match code { $($code => Some(Phrase { ar: $ar, fr: $fr, en: $en }),)+ _ => None }
        }
    };
}

// `{}` stands for the limit or the expected value.
reasons! {
    "phone_empty", "لا يوجد رقم هاتف.", "Aucun numéro.", "There is no number.";
    "phone_unexpected_character", "في رقم الهاتف حرف لا مكان له: {}.", "Caractère inattendu dans le numéro : {}.", "Unexpected character in the number: {}.";
    "phone_too_short", "أرقام الهاتف ناقصة، مثال: 0550 12 34 56.", "Il manque des chiffres au numéro, exemple : 0550 12 34 56.", "Digits are missing from the number; an example: 0550 12 34 56.";
    "phone_too_long", "أرقام الهاتف أكثر من اللازم.", "Trop de chiffres dans le numéro.", "The number has too many digits.";
    "phone_unknown_prefix", "لا يبدأ أي رقم جزائري بهذه الأرقام؛ اكتب الرقم الأجنبي برمز بلده: +33….", "Aucun numéro algérien ne commence ainsi ; pour l’étranger, écrivez l’indicatif : +33….", "No Algerian number begins like this; write a foreign one with its country code: +33….";
    "phone_several_numbers", "عدة أرقام في خانة واحدة، ضع كل رقم في عمود.", "Plusieurs numéros dans une cellule : un seul par colonne.", "Several numbers in one cell: put each in its own column.";
    "date_empty", "لا يوجد تاريخ.", "Aucune date.", "There is no date.";
    "date_unrecognised", "تاريخ غير مفهوم، مثال: 04/03/2021 أو 2021-03-04.", "Date non reconnue, exemple : 04/03/2021 ou 2021-03-04.", "Not a date; an example: 04/03/2021 or 2021-03-04.";
    "date_no_such_day", "لا يوجد يوم كهذا في التقويم.", "Ce jour n’existe pas.", "There is no such day.";
    "date_month_first", "كُتب الشهر قبل اليوم، اكتب اليوم أولا.", "Le mois est écrit avant le jour : commencez par le jour.", "The month stands before the day: write the day first.";
    "date_two_digit_year", "اكتب السنة بأربعة أرقام.", "Écrivez l’année avec quatre chiffres.", "Write the year with four digits.";
    "date_hijri", "اكتب التاريخ الميلادي.", "Écrivez la date grégorienne.", "Write the Gregorian date.";
    "date_year_out_of_range", "السنة غير معقولة.", "Année invraisemblable.", "The year cannot be right.";
    "date_spreadsheet_serial", "رقم تسلسلي من جدول، حوّل العمود إلى تاريخ.", "Numéro de série d’un tableur : mettez la colonne au format date.", "The serial number of a spreadsheet: format the column as a date.";
    "count_empty", "لا يوجد عدد.", "Aucun nombre.", "There is no number.";
    "count_unexpected_character", "في العدد حرف لا مكان له.", "Caractère inattendu dans le nombre.", "Unexpected character in the number.";
    "count_fraction", "يُنتظر عدد صحيح.", "Un nombre entier est attendu.", "A whole number is expected.";
    "count_negative", "لا يكون العدد سالبا.", "Le nombre ne peut être négatif.", "The number cannot be negative.";
    "count_grouping", "الأرقام غير مجمعة بالآلاف، ربما هما عددان.", "Chiffres mal groupés : peut-être deux nombres.", "The digits are not grouped by thousands: perhaps there are two numbers.";
    "count_too_large", "العدد أكبر من المعقول.", "Nombre trop grand.", "The number is too large.";
    "number_unrecognised", "يُنتظر عدد، مثال: 36.75.", "Un nombre est attendu, exemple : 36.75.", "A number is expected, for instance 36.75.";
    "text_nul", "في النص محرف فارغ، أعد كتابته.", "Le texte contient un caractère nul : ressaisissez-le.", "The text contains a null character: type it again.";
    "text_control_character", "في النص محارف تحكم، أعد كتابته.", "Le texte contient des caractères de contrôle : ressaisissez-le.", "The text contains control characters: type it again.";
    "text_bidi_control", "في النص محارف خفية تقلب اتجاهه، أعد كتابته.", "Le texte contient des caractères invisibles qui inversent son sens : ressaisissez-le.", "The text contains invisible characters that reverse its direction: type it again.";
    "text_stray_joiner", "في النص محرف وصل في غير مكانه، أعد كتابته.", "Le texte contient un liant mal placé : ressaisissez-le.", "The text contains a stray joiner: type it again.";
    "text_damaged", "حروف النص تالفة، احفظ الملف بترميز UTF-8 أو حدد ترميزه.", "Caractères endommagés : enregistrez le fichier en UTF-8 ou indiquez son codage.", "Damaged characters: save the file as UTF-8 or name its encoding.";
    "text_too_many_marks", "علامات تشكيل أكثر مما يُكتب.", "Trop de signes sur une lettre.", "Too many marks on one letter.";
    "unknown_wilaya", "لا توجد ولاية بهذا الاسم أو الرمز.", "Aucune wilaya de ce nom ou de ce code.", "No wilaya has this name or code.";
    "unknown_commune", "لا توجد بلدية بهذا الاسم أو الرمز.", "Aucune commune de ce nom ou de ce code.", "No commune has this name or code.";
    "ambiguous_commune", "عدة بلديات بهذا الاسم، اكتب ولايتها أو رمزها: {}.", "Plusieurs communes portent ce nom : indiquez la wilaya ou le code : {}.", "Several communes have this name: give the wilaya or the code: {}.";
    "commune_elsewhere", "هذه البلدية ليست في الولاية المذكورة، بل في: {}.", "Cette commune n’est pas dans la wilaya indiquée, mais dans : {}.", "This commune is not in the wilaya given, but in: {}.";
    "not_your_wilaya", "هذه البلدية خارج ولايات مؤسستكم.", "Cette commune est hors des wilayas de votre institution.", "This commune lies outside the wilayas of your institution.";
    "unknown_sector", "لا يوجد قطاع حرفي بهذا الاسم أو الرمز.", "Aucun secteur artisanal de ce nom ou de ce code.", "No craft sector has this name or code.";
    "unknown_activity", "لا يوجد نشاط حرفي بهذا الرمز.", "Aucune activité artisanale de ce code.", "No craft activity has this code.";
    "unknown_word", "كلمة غير معروفة. المقبول: {}.", "Mot inconnu. Admis : {}.", "Unknown word. Allowed: {}.";
    "ministry_decides", "القرار في الجمعيات الوطنية للوزارة، لا تستورد موثقة.", "Le ministère décide des associations nationales : elles ne s’importent pas vérifiées.", "The ministry decides on national associations: they cannot be imported as verified.";
    "chamber_decides", "القرار في هذه الجمعية لغرفة ولايتها، لا تستورد موثقة.", "La chambre de sa wilaya décide de cette association : elle ne s’importe pas vérifiée.", "The chamber of its wilaya decides on this association: it cannot be imported as verified.";
    "row_too_long", "السطر أطول من المسموح.", "La ligne est trop longue.", "The row is too long.";
    "cell_too_long", "محتوى الخانة أطول من المسموح.", "La cellule est trop longue.", "The cell is too long.";
    "cell_without_header", "خانة بلا عنوان عمود: ربما فاصل داخل قيمة بلا علامات اقتباس.", "Cellule sans en-tête : peut-être un séparateur dans une valeur sans guillemets.", "A cell under no header: perhaps a separator inside an unquoted value.";
    "row_unclosed_quote", "علامة اقتباس لم تُغلق.", "Un guillemet n’est jamais fermé.", "A quotation mark is never closed.";
    "row_not_json", "السطر ليس JSON صحيحا.", "La ligne n’est pas du JSON valide.", "The line is not valid JSON.";
    "row_not_an_object", "السطر ليس كائن JSON.", "La ligne n’est pas un objet JSON.", "The line is not a JSON object.";
    "row_duplicate_key", "مفتاح مكرر في الكائن.", "Une clé est répétée dans l’objet.", "A key stands twice in the object.";
    "row_too_deep", "تداخل أعمق من المسموح.", "Objet trop imbriqué.", "The object is nested too deeply.";
    "table_unreadable", "تعذرت قراءة الملف.", "Le fichier est illisible.", "The file cannot be read.";
    "table_empty", "الجدول فارغ.", "Le tableau est vide.", "The table is empty.";
    "table_no_sheet", "لا توجد ورقة بهذا الاسم أو ورقة فيها بيانات.", "Aucune feuille de ce nom, ou aucune feuille remplie.", "No sheet of this name, or none with cells.";
    "table_damaged", "المصنف تالف، احفظه من جديد.", "Le classeur est endommagé : enregistrez-le à nouveau.", "The workbook is damaged: save it again.";
    "table_too_many_parts", "بنية المصنف أكبر من المسموح.", "Le classeur a trop de parties.", "The workbook has too many parts.";
    "table_too_large", "المصنف أكبر من المسموح بعد فك ضغطه.", "Le classeur décompressé est trop volumineux.", "The workbook inflates to too much.";
    "table_inflates_too_much", "المصنف مضغوط ضغطا مريبا.", "Le classeur est compressé de façon suspecte.", "The workbook is compressed suspiciously.";
    "table_too_many_strings", "نصوص المصنف أكثر من المسموح.", "Le classeur a trop de textes différents.", "The workbook has too many different texts.";
    "table_too_many_rows", "الأسطر أكثر من المسموح: {}. قسّم الملف.", "Trop de lignes (au plus {}) : divisez le fichier.", "Too many rows (at most {}): split the file.";
    "table_too_many_columns", "الأعمدة أكثر من المسموح.", "Trop de colonnes.", "Too many columns.";
    "file_empty", "الملف فارغ.", "Le fichier est vide.", "The file is empty.";
    "file_old_or_locked_workbook", "مصنف قديم أو محمي بكلمة مرور، احفظه بصيغة xlsx دون كلمة مرور.", "Classeur ancien ou protégé : enregistrez-le en .xlsx sans mot de passe.", "An old or locked workbook: save it as .xlsx without a password.";
    "file_open_document", "ملف OpenDocument، احفظه بصيغة xlsx أو CSV.", "Fichier OpenDocument : enregistrez-le en .xlsx ou en CSV.", "An OpenDocument file: save it as .xlsx or CSV.";
    "file_archive", "ملف مضغوط وليس جدولا.", "C’est une archive, pas un tableau.", "This is an archive, not a table.";
    "file_json_document", "يُنتظر كائن JSON واحد في كل سطر.", "Un objet JSON par ligne est attendu.", "One JSON object on each line is expected.";
    "file_no_table", "هذا الملف ليس جدولا.", "Ce fichier n’est pas un tableau.", "This file is no table.";
    "file_binary", "هذا الملف ليس جدولا.", "Ce fichier n’est pas un tableau.", "This file is no table.";
    "no_columns", "لم يُعرف أي عمود، حدد الأعمدة بالوسيط map.", "Aucune colonne reconnue : indiquez-les avec map.", "No column was recognised: name them with map.";
}

/// The sentence of a code in a language; the code itself when nobody knows it.
pub fn sentence(code: &str, expected: &str, language: Language) -> String {
    let fault = || Fault::ALL.iter().find(|fault| fault.as_str() == code).map(|fault| fault.phrase());
    let kind = || Kind::ALL.iter().find(|kind| kind.code() == code).map(|kind| kind.title());
    match phrase(code).or_else(fault).or_else(kind) {
        Some(sentence) => sentence.in_language(language).replace("{}", expected),
        None => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_readers_find_has_a_sentence_in_every_language() {
        let codes = [
            text::phone::normalise("x").err().map(|problem| problem.code()),
            text::phone::normalise("0550").err().map(|problem| problem.code()),
            text::date::parse("31/02/2020").err().map(|problem| problem.code()),
            text::date::parse("44259").err().map(|problem| problem.code()),
            text::number::count("12,5").err().map(|problem| problem.code()),
            text::hygiene::clean("a\u{202e}b").err().map(|problem| problem.code()),
            tabular::sniff(b"%PDF-1.7", None).err().map(|problem| problem.code()),
            tabular::sniff(b"", None).err().map(|problem| problem.code()),
            Some(Fault::Required.as_str()),
            Some(Kind::StorageUnavailable.code()),
        ];
        for code in codes {
            let code = code.unwrap_or_default();
            for language in Language::ALL {
                let sentence = sentence(code, "7", *language);
                assert!(sentence != code && !sentence.is_empty() && !sentence.contains("{}"), "{code} in {language}: {sentence}");
            }
        }
        assert_eq!(sentence("never_heard_of", "", Language::French), "never_heard_of");
    }
}
