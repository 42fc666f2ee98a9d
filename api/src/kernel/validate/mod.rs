//! Validation: the schema in the contract is the check. Every wrong field is reported at once, with its pointer.
//!
//! A body is first held against the JSON Schema of its type (the very one in `openapi.yaml`), then read by serde.
//! Rules that a schema cannot say are added by the resource's model with [`Faults`].

mod nouns;

use super::language::{Language, Phrase, Text, fill};
use chrono::NaiveDate;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

/// A fault of one resource: its code, and its words in three languages.
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The stable code.
    pub code: &'static str,
    /// The words; `{}` stands for the facts.
    pub phrase: Phrase,
}

macro_rules! faults {
    ($($(#[$meta:meta])* $fault:ident = $code:literal, $ar:literal, $fr:literal, $en:literal;)+) => {
        /// What can be wrong with a field. `{}` in a phrase stands for the limit or the expected value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Fault {
            $($(#[$meta])* $fault,)+
            /// A fault of one resource, with its own words.
            Of(&'static Sentence),
        }
        impl Fault {
            /// Every fault, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$fault),+];
            /// The stable code.
            pub const fn as_str(self) -> &'static str { match self { $(Self::$fault => $code,)+ Self::Of(sentence) => sentence.code } }
            /// The sentence in three languages.
            pub const fn phrase(self) -> Phrase { match self { $(Self::$fault => Phrase { ar: $ar, fr: $fr, en: $en },)+ Self::Of(sentence) => sentence.phrase } }
        }
    };
}

faults! {
    /// A field that must be there.
    Required = "required", "هذا الحقل مطلوب.", "Ce champ est obligatoire.", "This field is required.";
    /// A field nobody knows.
    Unknown = "unknown_field", "حقل غير معروف، احذفه أو صحح اسمه.", "Champ inconnu : retirez-le ou corrigez son nom.", "Unknown field: remove it or correct its name.";
    /// Another JSON type.
    WrongType = "wrong_type", "النوع المنتظر: {}.", "Type attendu : {}.", "Expected type: {}.";
    /// Not one of the allowed values.
    NotAllowed = "not_allowed", "القيم المقبولة: {}.", "Valeurs admises : {}.", "Allowed values: {}.";
    /// Too few characters.
    TooShort = "too_short", "أدنى عدد للأحرف: {}.", "Au moins {} caractères.", "At least {} characters.";
    /// Too many characters.
    TooLong = "too_long", "أقصى عدد للأحرف: {}.", "Au plus {} caractères.", "At most {} characters.";
    /// Below the least value.
    TooSmall = "too_small", "أصغر قيمة مقبولة: {}.", "Valeur minimale : {}.", "The least value is {}.";
    /// Above the greatest value.
    TooLarge = "too_large", "أكبر قيمة مقبولة: {}.", "Valeur maximale : {}.", "The greatest value is {}.";
    /// Too few items.
    TooFew = "too_few", "أدنى عدد للعناصر: {}.", "Au moins {} éléments.", "At least {} items.";
    /// Too many items.
    TooMany = "too_many", "أقصى عدد للعناصر: {}.", "Au plus {} éléments.", "At most {} items.";
    /// The same item twice.
    Repeated = "repeated", "عنصر مكرر، احذف التكرار.", "Élément répété : retirez le doublon.", "Repeated item: remove one.";
    /// Another form.
    WrongFormat = "wrong_format", "الصيغة غير صحيحة. المنتظر: {}.", "Format incorrect. Attendu : {}.", "Wrong format. Expected: {}.";
    /// A short name with blanks around it.
    BlanksAround = "blanks_around", "احذف الفراغ في البداية أو النهاية.", "Retirez les espaces au début et à la fin.", "Remove the blanks at the beginning or the end.";
    /// Invisible or control characters.
    ForbiddenCharacters = "forbidden_characters", "يحتوي النص على أحرف غير مرئية أو أحرف تحكم، أعد كتابته.", "Le texte contient des caractères invisibles ou de contrôle : ressaisissez-le.", "The text contains invisible or control characters: type it again.";
    /// A reference to nothing.
    NoSuch = "no_such", "لا يوجد عنصر بهذا الرمز: {}.", "Aucun élément avec ce code : {}.", "Nothing has this code: {}.";
    /// Not unique.
    AlreadyExists = "already_exists", "هذه القيمة مسجلة من قبل.", "Cette valeur est déjà enregistrée.", "This value is registered already.";
    /// A date after another that should come first.
    WrongOrder = "wrong_order", "يجب أن تسبق البداية النهاية.", "Le début doit précéder la fin.", "The beginning must come before the end.";
    /// A date that has not come yet.
    InTheFuture = "in_the_future", "لا يمكن أن يكون التاريخ في المستقبل.", "La date ne peut pas être dans le futur.", "The date cannot lie in the future.";
    /// A telephone number that is none.
    WrongPhone = "wrong_phone", "رقم هاتف غير صالح، مثال: 0550 12 34 56.", "Numéro de téléphone invalide, exemple : 0550 12 34 56.", "Not a telephone number; an example: 0550 12 34 56.";
    /// An e-mail address that is none.
    WrongEmail = "wrong_email", "عنوان بريد غير صالح، مثال: jam3iya@example.dz.", "Adresse e-mail invalide, exemple : association@example.dz.", "Not an e-mail address; an example: association@example.dz.";
    /// A password on the list of common ones.
    CommonPassword = "common_password", "كلمة مرور شائعة، اختر جملة لا يعرفها غيرك.", "Mot de passe trop courant : choisissez une phrase que vous seul connaissez.", "A common password: choose a phrase only you know.";
    /// A wrong present password or code.
    Wrong = "wrong", "القيمة غير صحيحة.", "La valeur est incorrecte.", "The value is wrong.";
    /// A role, scope or body that the caller cannot give.
    NotYours = "not_yours", "لا يمكنك منح هذا: {}.", "Vous ne pouvez pas accorder ceci : {}.", "You cannot give this: {}.";
    /// Two fields that contradict each other.
    Contradiction = "contradiction", "هذه القيمة لا تتفق مع حقل آخر: {}.", "Cette valeur contredit un autre champ : {}.", "This value contradicts another field: {}.";
    /// Deeper than anything real.
    TooDeep = "too_deep", "تداخل البيانات أعمق من المسموح.", "Données trop imbriquées.", "The data is nested too deeply.";
}

/// One wrong field, still without language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// RFC 6901 pointer into the body, or `?name` for a query parameter.
    pub pointer: String,
    /// What is wrong.
    pub fault: Fault,
    /// The limit or the expected value.
    pub expected: String,
    /// The same in each language, where it has words of its own.
    pub told: Option<Text>,
    /// What was there instead, where a list of values is expected; nothing when it is not worth repeating.
    pub found: Option<String>,
}

/// Something is not there, and its kind has a word.
const NO_SUCH: Phrase =
    Phrase {
        ar: "لم يُعثر على {thing} بهذا الرمز: {}.", fr: "Introuvable\u{202f}: {thing} {}.", en: "There is no such {thing}: {}."
    };
/// A field with a list of values has a word.
const ALLOWED: Phrase = Phrase {
    ar: "القيم المقبولة في «{thing}»: {}.",
    fr: "Valeurs admises pour {thing}\u{202f}: {}.",
    en: "Allowed values of {thing}: {}.",
};
/// Nothing is allowed.
const NOT_HERE: Phrase = Phrase {
    ar: "لا يُقبل هذا الحقل هنا، احذفه.",
    fr: "Ce champ n’est pas admis ici\u{202f}: retirez-le.",
    en: "This field is not accepted here: leave it out.",
};
/// What was there instead.
const FOUND: Phrase = Phrase { ar: " القيمة المرسلة: {}.", fr: " Valeur reçue\u{202f}: {}.", en: " Received: {}." };

impl FieldFault {
    /// A fault without a limit.
    pub fn new(pointer: impl Into<String>, fault: Fault) -> Self {
        Self { pointer: pointer.into(), fault, expected: String::new(), told: None, found: None }
    }
    /// A fault with its limit or the expected value.
    pub fn expecting(pointer: impl Into<String>, fault: Fault, expected: impl std::fmt::Display) -> Self {
        Self { expected: expected.to_string(), ..Self::new(pointer, fault) }
    }
    /// A fault with facts that are told in each language.
    pub fn telling(pointer: impl Into<String>, fault: Fault, facts: impl Fn(Language) -> String) -> Self {
        let told = Text { ar: facts(Language::Arabic), fr: Some(facts(Language::French)), en: Some(facts(Language::English)) };
        Self { told: Some(told), ..Self::new(pointer, fault) }
    }
    /// What fills the sentence: a day is written as it is said, unless it stands there for its form.
    fn facts(&self, language: Language) -> Cow<'_, str> {
        let day = || self.expected.parse::<NaiveDate>().ok().filter(|_| self.fault != Fault::WrongFormat);
        match (&self.told, day()) {
            (Some(told), _) => told.in_language(language).into(),
            (None, Some(day)) => language.day(day).into(),
            (None, None) => self.expected.as_str().into(),
        }
    }
    /// The sentence in a language, with the word for what is not there or whose values are listed.
    pub fn detail(&self, language: Language) -> String {
        let named = match self.fault {
            Fault::NotAllowed if self.expected == "null" => return NOT_HERE.in_language(language).to_owned(),
            Fault::NotAllowed => nouns::field(&self.pointer).map(|noun| (ALLOWED, noun)),
            Fault::NoSuch => nouns::thing(&self.pointer).map(|noun| (NO_SUCH, noun)),
            _ => None,
        };
        let sentence = match named {
            Some((phrase, noun)) => phrase.in_language(language).replace("{thing}", noun.in_language(language)),
            None => self.fault.phrase().in_language(language).to_owned(),
        };
        let found = self.found.as_ref().map(|found| FOUND.in_language(language).replace("{}", found));
        let facts = self.facts(language);
        let said = match sentence.split_once("{}") {
            // Where there is nothing to tell, no colon leads to it.
            Some((before, after)) if facts.is_empty() => before.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']).to_owned() + after,
            _ => fill(&sentence, &[&facts]),
        };
        said + &found.unwrap_or_default()
    }
}

/// A value as a fault repeats it: short, on its own line of writing, without characters that turn the text around it. Nothing for what is no
/// word, number or truth.
fn repeated(value: &Value) -> Option<String> {
    const MOST: usize = 60;
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    let turns =
        |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let mut kept: String = text.chars().filter(|c| !turns(*c)).take(MOST + 1).collect();
    if kept.chars().count() > MOST {
        kept.pop();
        kept.push('…');
    }
    Some(format!("\u{2068}{kept}\u{2069}"))
}

/// Collects the wrong fields of one request.
#[derive(Debug, Default)]
pub struct Faults(Vec<FieldFault>);

impl Faults {
    /// Notes a wrong field.
    pub fn add(&mut self, pointer: impl Into<String>, fault: Fault) {
        self.0.push(FieldFault::new(pointer, fault));
    }
    /// Notes a wrong field with its limit.
    pub fn expecting(&mut self, pointer: impl Into<String>, fault: Fault, expected: impl std::fmt::Display) {
        self.0.push(FieldFault::expecting(pointer, fault, expected));
    }
    /// Notes wrong fields that were found elsewhere.
    pub fn extend(&mut self, others: Vec<FieldFault>) {
        self.0.extend(others);
    }
    /// Whether a pointer has a fault already.
    pub fn has(&self, pointer: &str) -> bool {
        self.0.iter().any(|fault| fault.pointer == pointer)
    }
    /// The faults themselves.
    pub fn into_vec(self) -> Vec<FieldFault> {
        self.0
    }
    /// Fine when there is none.
    ///
    /// # Errors
    /// `invalid` naming every wrong field.
    pub fn finish(self) -> super::error::Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(super::error::Error::invalid(self.0)) }
    }
}

/// A compiled schema.
#[derive(Clone)]
pub struct Schema(Arc<Compiled>);

struct Compiled {
    validator: jsonschema::Validator,
    properties: Value,
}

impl Schema {
    /// The schema of a type, with everything it refers to, compiled once per process.
    ///
    /// # Errors
    /// `internal` when the derived schema is no JSON Schema.
    pub fn of<T: utoipa::ToSchema>() -> super::error::Result<Self> {
        Self::cached(std::any::type_name::<T>(), || {
            let mut parts = Vec::new();
            T::schemas(&mut parts);
            let mut root = serde_json::to_value(T::schema())?;
            let definitions: serde_json::Map<String, Value> = parts
                .into_iter()
                .map(|(name, schema)| Ok((name, serde_json::to_value(schema)?)))
                .collect::<Result<_, serde_json::Error>>()?;
            if let Value::Object(map) = &mut root {
                map.insert("components".into(), serde_json::json!({ "schemas": definitions }));
            }
            Ok(root)
        })
    }

    /// A schema under a name, made on first use.
    ///
    /// # Errors
    /// `internal` when it is no JSON Schema.
    pub fn cached(name: &'static str, make: impl FnOnce() -> super::error::Result<Value>) -> super::error::Result<Self> {
        static CACHE: OnceLock<Mutex<HashMap<&'static str, Schema>>> = OnceLock::new();
        let cache = CACHE.get_or_init(Mutex::default);
        if let Some(schema) = cache.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).get(name) {
            return Ok(schema.clone());
        }
        let mut root = make()?;
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .build(&root)
            .map_err(|cause| super::error::Error::internal(format!("schema of {name}: {cause}")))?;
        let schema = Self(Arc::new(Compiled { validator, properties: root["properties"].take() }));
        cache.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(name, schema.clone());
        Ok(schema)
    }

    /// The schema of a property; null for one it does not name.
    pub fn property(&self, name: &str) -> &Value {
        &self.0.properties[name]
    }

    /// Every wrong place in a value, each pointer once.
    pub fn faults(&self, value: &Value) -> Faults {
        let mut faults = Faults::default();
        if self.0.validator.is_valid(value) {
            return faults;
        }
        for error in self.0.validator.iter_errors(value) {
            explain(&error, &mut faults);
        }
        if faults.0.is_empty() {
            faults.expecting("", Fault::WrongFormat, "schema");
        }
        faults
    }
}

fn explain(error: &jsonschema::ValidationError<'_>, faults: &mut Faults) {
    use ValidationErrorKind as K;
    let at = error.instance_path().to_string();
    let list = |values: &Value| match values {
        Value::Array(values) => {
            values.iter().map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned)).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    if let K::Enum { options } = error.kind() {
        if !faults.has(&at) {
            let fault = FieldFault::expecting(at, Fault::NotAllowed, list(options));
            faults.0.push(FieldFault { found: repeated(error.instance()), ..fault });
        }
        return;
    }
    let mut note = |pointer: String, fault, expected: String| {
        if !faults.has(&pointer) {
            faults.expecting(pointer, fault, expected);
        }
    };
    match error.kind() {
        K::Required { property } => note(format!("{at}/{}", escape(property.as_str().unwrap_or_default())), Fault::Required, String::new()),
        K::AdditionalProperties { unexpected } | K::UnevaluatedProperties { unexpected } => {
            for name in unexpected {
                note(format!("{at}/{}", escape(name)), Fault::Unknown, String::new());
            }
        }
        K::Type { kind } => {
            let expected = match kind {
                TypeKind::Single(kind) => kind.to_string(),
                TypeKind::Multiple(kinds) => kinds.iter().map(|kind| kind.to_string()).collect::<Vec<_>>().join(", "),
            };
            note(at, Fault::WrongType, expected);
        }
        K::Constant { expected_value } => note(at, Fault::NotAllowed, list(expected_value)),
        K::MinLength { .. } if error.instance().as_str() == Some("") => note(at, Fault::Required, String::new()),
        K::MinLength { limit } => note(at, Fault::TooShort, limit.to_string()),
        K::MaxLength { limit } => note(at, Fault::TooLong, limit.to_string()),
        K::Minimum { limit } | K::ExclusiveMinimum { limit } => note(at, Fault::TooSmall, limit.to_string()),
        K::Maximum { limit } | K::ExclusiveMaximum { limit } => note(at, Fault::TooLarge, limit.to_string()),
        K::MinItems { limit } | K::MinProperties { limit } => note(at, Fault::TooFew, limit.to_string()),
        K::MaxItems { limit } | K::MaxProperties { limit } => note(at, Fault::TooMany, limit.to_string()),
        K::UniqueItems => note(at, Fault::Repeated, String::new()),
        K::Pattern { pattern } if pattern == r"\S" => note(at, Fault::Required, String::new()),
        K::Pattern { pattern } if pattern == r"^\S(.*\S)?$" => note(at, Fault::BlanksAround, String::new()),
        K::Pattern { pattern } if pattern.contains("https://") => note(at, Fault::WrongFormat, "https://example.dz/…".to_owned()),
        K::Pattern { pattern } if pattern.starts_with("^([01]") => note(at, Fault::WrongFormat, "08:30".to_owned()),
        K::Pattern { pattern } => note(at, Fault::WrongFormat, format!("\u{2066}{pattern}\u{2069}")),
        K::Format { format } => note(
            at,
            Fault::WrongFormat,
            match format.as_str() {
                "date" => "2021-03-04",
                "date-time" => "2021-03-04T10:00:00Z",
                other => other,
            }
            .to_owned(),
        ),
        // A nullable or tagged part: what was wrong inside the branch that comes nearest.
        K::AnyOf { context } | K::OneOfNotValid { context } => {
            let nearest = context
                .iter()
                .filter(|branch| {
                    !branch.iter().any(|e| matches!(e.kind(), K::Type { kind: TypeKind::Single(t) } if t.to_string() == "null"))
                })
                .min_by_key(|branch| branch.len());
            match nearest {
                Some(branch) if !branch.is_empty() => branch.iter().for_each(|inner| explain(inner, faults)),
                _ => note(at, Fault::WrongFormat, String::new()),
            }
        }
        _ => note(at, Fault::WrongFormat, String::new()),
    }
}

/// A name as a step of an RFC 6901 pointer.
pub fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
