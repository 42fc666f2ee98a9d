//! The fields a column can mean, with what chambers call them.

use crate::kernel::language::Phrase;

/// How a cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Text of one line.
    Line,
    /// A day.
    Day,
    /// A whole number.
    Count,
    /// A number with a fraction.
    Decimal,
    /// A telephone number.
    Phone,
    /// Yes or no.
    YesNo,
    /// A name or a code of the reference data or of a list; several where the field takes several.
    Word,
}

impl Reading {
    /// Its name in the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Line => "text",
            Self::Day => "date",
            Self::Count => "count",
            Self::Decimal => "number",
            Self::Phone => "phone",
            Self::YesNo => "yes_no",
            Self::Word => "word",
        }
    }
}

macro_rules! fields {
    ($($field:ident = $name:literal, $pointer:literal, $reading:ident, $ar:literal, $fr:literal, $en:literal, [$($synonym:literal),* $(,)?];)+) => {
        /// A field.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Field { $($field),+ }
        impl Field {
            /// Every field, in the order of a form.
            pub const ALL: &'static [Self] = &[$(Self::$field),+];
            /// Its name.
            pub const fn name(self) -> &'static str { match self { $(Self::$field => $name),+ } }
            /// Where it goes in the association (RFC 6901).
            pub const fn pointer(self) -> &'static str { match self { $(Self::$field => $pointer),+ } }
            /// How its cells are read.
            pub const fn reading(self) -> Reading { match self { $(Self::$field => Reading::$reading),+ } }
            /// What people call it.
            pub const fn label(self) -> Phrase { match self { $(Self::$field => Phrase { ar: $ar, fr: $fr, en: $en }),+ } }
            /// The field of a name.
            pub fn from_name(name: &str) -> Option<Self> { match name { $($name => Some(Self::$field),)+ _ => None } }
            /// Names and synonyms of every field, for guessing.
            pub const SYNONYMS: &'static [(&'static str, &'static [&'static str])] = &[$(($name, &[$ar, $fr, $en, $($synonym),*])),+];
        }
    };
}

fields! {
    NameAr = "name_ar", "/name/ar", Line, "اسم الجمعية", "Nom en arabe", "Name in Arabic",
        ["الاسم", "تسمية الجمعية", "التسمية", "الجمعية", "الاسم بالعربية", "اسم الجمعية بالعربية", "nom arabe", "dénomination en arabe", "arabic name", "name/ar"];
    NameFr = "name_fr", "/name/fr", Line, "الاسم بالفرنسية", "Nom de l'association", "Name in French",
        ["اسم الجمعية بالفرنسية", "التسمية بالفرنسية", "nom", "nom en français", "dénomination", "association", "intitulé", "french name", "name/fr"];
    NameEn = "name_en", "/name/en", Line, "الاسم بالإنجليزية", "Nom en anglais", "Name in English",
        ["اسم الجمعية بالإنجليزية", "name", "english name", "association name", "name/en"];
    Acronym = "acronym", "/acronym", Line, "الاسم المختصر", "Sigle", "Acronym", ["المختصر", "الرمز المختصر", "abréviation", "acronyme", "short name"];
    Level = "level", "/level", Word, "المستوى", "Niveau", "Level",
        ["مستوى الجمعية", "طابع الجمعية", "نطاق الجمعية", "niveau de l'association", "caractère", "portée", "scope"];
    Kind = "kind", "/kind", Word, "نوع الجمعية", "Type d'association", "Kind",
        ["النوع", "الصنف", "صنف الجمعية", "طبيعة الجمعية", "type", "nature", "catégorie", "category"];
    LegalRegime = "legal_regime", "/legal_regime", Word, "النظام القانوني", "Régime juridique", "Legal regime",
        ["القانون", "الإطار القانوني", "loi", "cadre juridique", "law"];
    ReceiptNumber = "receipt_number", "/receipt/number", Line, "رقم وصل التسجيل", "N° du récépissé", "Receipt number",
        ["رقم الوصل", "رقم الاعتماد", "رقم التسجيل", "رقم وصل الإيداع", "numéro du récépissé", "n° récépissé", "numéro d'agrément", "n° agrément", "n° d'agrément", "registration receipt", "approval number", "receipt/number"];
    ReceiptDate = "receipt_date", "/receipt/date", Day, "تاريخ وصل التسجيل", "Date du récépissé", "Receipt date",
        ["تاريخ الوصل", "تاريخ الاعتماد", "تاريخ التسجيل", "تاريخ وصل الإيداع", "date d'agrément", "date de l'agrément", "date agrément", "approval date", "receipt/date"];
    ReceiptAuthority = "receipt_authority", "/receipt/authority", Line, "الجهة المسلمة للوصل", "Autorité du récépissé", "Receipt authority",
        ["جهة التسليم", "سلطة الاعتماد", "الجهة المعتمدة", "autorité", "autorité de délivrance", "délivré par", "issued by", "authority", "receipt/authority"];
    Wilaya = "wilaya", "/seat/commune_code", Word, "الولاية", "Wilaya", "Wilaya",
        ["ولاية", "ولاية المقر", "رمز الولاية", "wilaya du siège", "code wilaya", "province", "wilaya_code"];
    Commune = "commune", "/seat/commune_code", Word, "البلدية", "Commune", "Commune",
        ["بلدية", "بلدية المقر", "رمز البلدية", "commune du siège", "code commune", "municipality", "commune_code", "seat/commune_code"];
    Address = "address", "/seat/address", Line, "العنوان", "Adresse", "Address", ["عنوان المقر", "المقر", "مقر الجمعية", "adresse du siège", "siège", "siège social", "seat", "seat/address"];
    Longitude = "longitude", "/seat/longitude", Decimal, "خط الطول", "Longitude", "Longitude", ["long", "lng", "seat/longitude"];
    Latitude = "latitude", "/seat/latitude", Decimal, "خط العرض", "Latitude", "Latitude", ["lat", "seat/latitude"];
    Territory = "territory", "/territory", Word, "ولايات النشاط", "Wilayas d'activité", "Wilayas of activity",
        ["نطاق النشاط", "الولايات", "wilayas", "territoire", "territory"];
    Sectors = "sectors", "/craft_sectors", Word, "قطاع النشاط", "Secteur d'activité", "Craft sector",
        ["القطاع", "القطاعات", "قطاع الحرفة", "قطاعات النشاط", "الحرفة", "الحرف", "مجال النشاط", "secteur", "secteurs", "secteurs d'activité", "métier", "métiers", "sector", "sectors", "craft sectors", "craft_sectors"];
    Activities = "activities", "/craft_activities", Word, "رموز النشاطات الحرفية", "Codes des activités artisanales", "Craft activity codes",
        ["النشاطات", "رمز النشاط", "النشاط", "activités", "code activité", "activité", "activities", "craft_activities"];
    FoundedOn = "founded_on", "/founded_on", Day, "تاريخ التأسيس", "Date de création", "Founded on",
        ["تاريخ الإنشاء", "تأسست في", "تاريخ تأسيس الجمعية", "date de fondation", "date de constitution", "créée le", "founded", "founding date", "date founded"];
    Founders = "founders", "/founders/count", Count, "عدد المؤسسين", "Nombre de fondateurs", "Founders",
        ["عدد الأعضاء المؤسسين", "المؤسسون", "membres fondateurs", "fondateurs", "number of founders", "founders/count"];
    FounderCommunes = "founder_communes", "/founders/communes", Count, "عدد بلديات المؤسسين", "Communes des fondateurs", "Communes of founders", ["founders/communes"];
    FounderWilayas = "founder_wilayas", "/founders/wilayas", Count, "عدد ولايات المؤسسين", "Wilayas des fondateurs", "Wilayas of founders", ["founders/wilayas"];
    Phone = "phone", "/contacts/phone", Phone, "رقم الهاتف", "Téléphone", "Telephone",
        ["الهاتف", "هاتف", "الهاتف الثابت", "رقم الهاتف الثابت", "n° de téléphone", "numéro de téléphone", "tél", "tel", "téléphone fixe", "fixe", "phone", "phone number", "contact"];
    Mobile = "mobile", "/contacts/mobile", Phone, "الهاتف النقال", "Mobile", "Mobile",
        ["النقال", "رقم الهاتف النقال", "الجوال", "هاتف 2", "الهاتف 2", "portable", "gsm", "n° mobile", "téléphone portable", "téléphone 2", "tél 2", "mobile phone", "phone 2", "cell phone"];
    Email = "email", "/contacts/email", Line, "البريد الإلكتروني", "E-mail", "E-mail",
        ["البريد", "الإيميل", "البريد الالكتروني", "courriel", "adresse e-mail", "adresse électronique", "email", "mail"];
    Website = "website", "/contacts/website", Line, "الموقع الإلكتروني", "Site web", "Web site", ["الموقع", "الموقع الالكتروني", "site", "site internet", "website"];
    Social = "social", "/contacts/social", Line, "صفحة التواصل الاجتماعي", "Réseau social", "Social network", ["فيسبوك", "صفحة الفيسبوك", "page facebook", "facebook", "instagram"];
    ContactsPublic = "contacts_public", "/contacts/public", YesNo, "نشر معلومات الاتصال", "Contacts publics", "Contacts public",
        ["الموافقة على النشر", "publication des contacts", "consentement", "consent", "public"];
    Year = "year", "/headcounts/year", Count, "سنة التعداد", "Année de l'effectif", "Year of the headcount", ["السنة", "سنة الإحصاء", "année", "exercice", "year"];
    Members = "members", "/headcounts/members", Count, "عدد الأعضاء", "Nombre d'adhérents", "Members",
        ["عدد المنخرطين", "المنخرطون", "الأعضاء", "عدد الحرفيين", "effectif", "effectifs", "nombre de membres", "nombre d'artisans", "adhérents", "membres", "number of members", "headcount"];
    Women = "women", "/headcounts/women", Count, "عدد النساء", "Dont femmes", "Women", ["النساء", "الإناث", "عدد الإناث", "femmes", "nombre de femmes", "number of women"];
    Under35 = "under_35", "/headcounts/under_35", Count, "عدد الشباب دون 35 سنة", "Dont moins de 35 ans", "Under 35",
        ["الشباب", "عدد الشباب", "أقل من 35 سنة", "jeunes", "nombre de jeunes", "moins de 35 ans", "youth", "young"];
    CardHolders = "card_holders", "/headcounts/card_holders", Count, "عدد حاملي بطاقة الحرفي", "Titulaires de la carte d'artisan", "Card holders",
        ["بطاقة الحرفي", "حاملو البطاقة", "carte d'artisan", "cartes d'artisan", "artisans inscrits", "card holding artisans"];
    Disabled = "disabled", "/headcounts/disabled", Count, "عدد ذوي الإعاقة", "Personnes handicapées", "People with disabilities", ["ذوو الإعاقة", "ذوي الاحتياجات الخاصة", "handicapés", "disabled"];
    President = "president", "/mandates/person_name", Line, "اسم الرئيس", "Nom du président", "President",
        ["الرئيس", "رئيس الجمعية", "اسم رئيس الجمعية", "اسم ولقب الرئيس", "لقب واسم الرئيس", "رئيس (ة) الجمعية", "président", "présidente", "nom et prénom du président", "president name"];
    PresidentGender = "president_gender", "/mandates/gender", Word, "جنس الرئيس", "Sexe du président", "Gender of the president", ["الجنس", "sexe", "genre", "gender"];
    PresidentBornOn = "president_born_on", "/mandates/born_on", Day, "تاريخ ميلاد الرئيس", "Date de naissance du président", "President born on",
        ["تاريخ الميلاد", "تاريخ ازدياد الرئيس", "date de naissance", "birth date", "date of birth"];
    PresidentSince = "president_since", "/mandates/starts_on", Day, "تاريخ بداية العهدة", "Début du mandat", "President since",
        ["بداية العهدة", "تاريخ التجديد", "تاريخ تجديد المكتب", "تاريخ الانتخاب", "date de début du mandat", "date d'élection", "date de renouvellement", "mandate start"];
    PresidentUntil = "president_until", "/mandates/ends_on", Day, "تاريخ نهاية العهدة", "Fin du mandat", "President until",
        ["نهاية العهدة", "date de fin du mandat", "expiration du mandat", "mandate end"];
}

impl Field {
    /// Fields without which no row can be an association.
    pub const REQUIRED: &'static [Self] = &[Self::NameAr, Self::Level, Self::Kind, Self::Commune, Self::Sectors];

    /// The field a column is read as when its header is a native name, as the API's own documents have it.
    pub fn is_required(self) -> bool {
        Self::REQUIRED.contains(&self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_synonym_leads_to_its_field() {
        for (name, synonyms) in Field::SYNONYMS {
            assert_eq!(Field::from_name(name).unwrap().name(), *name);
            for synonym in synonyms.iter().chain([name]) {
                let found = tabular::columns::guess(&[synonym], Field::SYNONYMS);
                assert_eq!(found[0].map(|field| field.name), Some(*name), "{synonym}");
            }
        }
    }

    #[test]
    fn the_headers_of_a_whole_form_go_to_different_fields() {
        for language in 0..3 {
            let labels: Vec<&str> =
                Field::ALL.iter().map(|field| [field.label().ar, field.label().fr, field.label().en][language]).collect();
            // Wilaya and commune are called the same in French and English.
            let found = tabular::columns::guess(&labels, Field::SYNONYMS);
            for (field, guess) in Field::ALL.iter().zip(&found) {
                assert_eq!(guess.map(|guess| guess.name), Some(field.name()), "{}", labels[*field as usize]);
            }
        }
    }
}
