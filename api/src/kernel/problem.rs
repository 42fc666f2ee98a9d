//! The table of problems: kind, status, code, title. Bodies, `docs/problems.md` and the responses in the contract all
//! come from here.

use super::language::{Language, Phrase};
use serde::Serialize;
use utoipa::ToSchema;

macro_rules! problems {
    ($($(#[$meta:meta])* $kind:ident = $status:literal $code:literal, $ar:literal, $fr:literal, $en:literal;)+) => {
        /// What can go wrong, as the client sees it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind { $($(#[$meta])* $kind),+ }
        impl Kind {
            /// Every kind, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];
            /// The HTTP status.
            pub const fn status(self) -> u16 { match self { $(Self::$kind => $status),+ } }
            /// The stable code.
            pub const fn code(self) -> &'static str { match self { $(Self::$kind => $code),+ } }
            /// The title in three languages.
            pub const fn title(self) -> Phrase { match self { $(Self::$kind => Phrase { ar: $ar, fr: $fr, en: $en }),+ } }
        }
    };
}

problems! {
    /// The body is not JSON, or a header makes no sense.
    MalformedRequest = 400 "malformed_request", "الطلب غير مقروء", "Requête illisible", "The request cannot be read";
    /// A query parameter is unknown or wrong.
    InvalidParameter = 400 "invalid_parameter", "وسيط غير صالح", "Paramètre invalide", "Invalid parameter";
    /// No valid token or key.
    Unauthenticated = 401 "unauthenticated", "يلزم تسجيل الدخول", "Connexion requise", "Sign-in required";
    /// Unknown account or wrong password; the two are not told apart.
    InvalidCredentials = 401 "invalid_credentials", "الحساب أو كلمة المرور غير صحيحين", "Compte ou mot de passe incorrect", "Wrong account or password";
    /// The password is right and the second factor is still to be given.
    SecondFactorRequired = 401 "second_factor_required", "يلزم رمز التحقق الثاني", "Second facteur requis", "Second factor required";
    /// The role does not allow the operation.
    Forbidden = 403 "forbidden", "لا تملك صلاحية هذا الإجراء", "Action non autorisée", "Not allowed";
    /// The account has to enrol a second factor first.
    SecondFactorEnrolment = 403 "second_factor_enrolment", "يجب تفعيل التحقق بخطوتين أولا", "Activez d'abord le second facteur", "Enrol a second factor first";
    /// Another duty of the caller keeps this from them for the time being.
    SeparateDuties = 403 "separate_duties", "مهمتان لا تجتمعان", "Fonctions incompatibles", "Duties that exclude each other";
    /// Nothing there, or nothing the caller may know of.
    NotFound = 404 "not_found", "العنصر غير موجود", "Introuvable", "Not found";
    /// The path exists, the method does not.
    MethodNotAllowed = 405 "method_not_allowed", "طريقة الطلب غير مقبولة", "Méthode non autorisée", "Method not allowed";
    /// No representation that the client accepts.
    NotAcceptable = 406 "not_acceptable", "لا توجد صيغة مقبولة", "Aucun format acceptable", "No acceptable format";
    /// The client was too slow.
    RequestTimeout = 408 "request_timeout", "انتهت مهلة الطلب", "Délai de la requête dépassé", "The request took too long";
    /// The resource is in a state that does not allow the operation.
    WrongState = 409 "wrong_state", "الحالة الحالية لا تسمح بهذا الإجراء", "L'état actuel ne permet pas cette action", "The current state does not allow this";
    /// A value that must be unique exists already.
    AlreadyExists = 409 "already_exists", "القيمة مسجلة من قبل", "Cette valeur existe déjà", "This value exists already";
    /// The same key is being used by a request still under way.
    RequestInProgress = 409 "request_in_progress", "طلب بالمفتاح نفسه قيد التنفيذ", "Une requête avec la même clé est en cours", "A request with the same key is under way";
    /// The place in the feed lies before what is kept.
    CursorExpired = 410 "cursor_expired", "هذا المؤشر أقدم مما هو محفوظ", "Ce curseur est plus ancien que ce qui est conservé", "This cursor is older than what is kept";
    /// A single-use link was used or has run out.
    LinkExpired = 410 "link_expired", "انتهت صلاحية هذا الرابط", "Ce lien n'est plus valable", "This link is no longer valid";
    /// Somebody else changed the resource in between.
    PreconditionFailed = 412 "precondition_failed", "غيّر شخص آخر هذا العنصر في الأثناء", "Modifié entre-temps par une autre personne", "Changed by somebody else in the meantime";
    /// The body is larger than allowed.
    PayloadTooLarge = 413 "payload_too_large", "حجم المحتوى أكبر من المسموح", "Contenu trop volumineux", "The content is too large";
    /// The content type is not one the operation takes.
    UnsupportedMediaType = 415 "unsupported_media_type", "نوع المحتوى غير مقبول", "Type de contenu non pris en charge", "Unsupported content type";
    /// Fields are wrong; every one is named.
    Invalid = 422 "invalid", "بعض الحقول تحتاج إلى تصحيح", "Certains champs sont à corriger", "Some fields need correction";
    /// The idempotency key was used with another request.
    KeyReused = 422 "idempotency_key_reused", "استُعمل مفتاح التكرار مع طلب مختلف", "Clé d'idempotence déjà utilisée pour une autre requête", "The idempotency key was used with another request";
    /// `If-Match` is missing.
    PreconditionRequired = 428 "precondition_required", "يلزم ذكر النسخة المعدَّلة (If-Match)", "Version à préciser (If-Match)", "Say which version you change (If-Match)";
    /// Too many attempts.
    Throttled = 429 "throttled", "محاولات كثيرة، أعد المحاولة لاحقا", "Trop de tentatives, réessayez plus tard", "Too many attempts, try again later";
    /// More requests than a caller may make.
    RateLimited = 429 "rate_limited", "طلبات كثيرة في وقت قصير، أعد المحاولة بعد قليل", "Trop de requêtes en peu de temps, réessayez dans un instant", "Too many requests in a short time, try again in a moment";
    /// A fault on our side.
    Internal = 500 "internal", "حدث خلل في المنصة", "Une erreur est survenue", "Something went wrong on our side";
    /// The database does not answer or is busy.
    DatabaseUnavailable = 503 "database_unavailable", "قاعدة البيانات غير متاحة مؤقتا", "Base de données momentanément indisponible", "The database is not available for the moment";
    /// The disk or the object storage does not take more.
    StorageUnavailable = 503 "storage_unavailable", "التخزين غير متاح مؤقتا", "Stockage momentanément indisponible", "Storage is not available for the moment";
}

/// One wrong field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldProblem {
    /// RFC 6901 pointer into the request body, or `?name` for a query parameter.
    #[schema(examples("/name/ar"))]
    pub pointer: String,
    /// Stable code of the fault.
    #[schema(examples("required"))]
    pub code: &'static str,
    /// What is wrong and how to mend it, in the language asked for.
    pub detail: String,
}

/// RFC 9457 problem details.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// Where the kind is documented.
    #[serde(rename = "type")]
    #[schema(examples("/docs/problems#not_found"))]
    pub type_uri: String,
    /// The kind in the language asked for.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What happened in this case, and the mend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The request this is about.
    #[schema(examples("urn:uuid:01890000-0000-7000-8000-000000000000"))]
    pub instance: String,
    /// Stable code of the kind.
    #[schema(examples("not_found"))]
    pub code: &'static str,
    /// Every wrong field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// `docs/problems.md`.
pub fn page() -> String {
    use std::fmt::Write;
    let mut page = String::from(
        "# Problems\n\nGenerated from the table in `api/src/kernel/problem.rs`. Every error is `application/problem+json` \
         (RFC 9457) in the language of `Accept-Language`, Arabic by default; `code` is stable.\n\n\
         | code | status | العربية | français | English |\n|---|---|---|---|---|\n",
    );
    for kind in Kind::ALL {
        let title = kind.title();
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| `{}` | {} | {} | {} | {} |", kind.code(), kind.status(), title.ar, title.fr, title.en);
    }
    page.push_str("\n## Codes of single fields (`errors[].code`)\n\n| code | العربية | français | English |\n|---|---|---|---|\n");
    for fault in super::validate::Fault::ALL {
        let text = fault.phrase();
        let _ = writeln!(page, "| `{}` | {} | {} | {} |", fault.as_str(), text.ar, text.fr, text.en);
    }
    page
}

impl Problem {
    /// The body of an error in a language.
    pub fn of(error: &super::error::Error, language: Language, request: uuid::Uuid) -> Self {
        let kind = error.kind;
        Self {
            type_uri: format!("/docs/problems#{}", kind.code()),
            title: kind.title().in_language(language).to_owned(),
            status: kind.status(),
            detail: error.detail.map(|phrase| phrase.in_language(language).to_owned()),
            instance: format!("urn:uuid:{request}"),
            code: kind.code(),
            errors: error
                .fields
                .iter()
                .map(|field| FieldProblem { pointer: field.pointer.clone(), code: field.fault.as_str(), detail: field.detail(language) })
                .collect(),
        }
    }
}
