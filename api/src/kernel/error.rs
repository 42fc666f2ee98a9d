//! The one error of the platform. It knows no HTTP; what the client may read and what the log gets are separate fields.

use super::language::Phrase;
use super::problem::Kind;
use super::validate::{Fault, FieldFault, Sentence};

/// An error on its way to the client.
#[derive(Debug)]
pub struct Error {
    /// What happened, as the client sees it.
    pub kind: Kind,
    /// What to tell the client beside the title.
    pub detail: Option<Phrase>,
    /// Every wrong field.
    pub fields: Vec<FieldFault>,
    /// Seconds after which to try again.
    pub retry_after: Option<u64>,
    /// For the log only.
    pub internal: Option<String>,
}

static PRESENT_STATE: Sentence = Sentence {
    code: "present_state",
    phrase: Phrase { ar: "الحالة الآن: {}.", fr: "État actuel\u{202f}: {}.", en: "The state now is: {}." },
};
static LARGEST_SIZE: Sentence = Sentence {
    code: "largest_size",
    phrase: Phrase { ar: "أكبر حجم مقبول: {}.", fr: "Taille maximale\u{202f}: {}.", en: "The largest size accepted is {}." },
};

/// The result of every operation.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of a kind.
    pub fn new(kind: Kind) -> Self {
        Self { kind, detail: None, fields: Vec::new(), retry_after: None, internal: None }
    }
    /// An error with a sentence for the client.
    pub fn say(kind: Kind, ar: &'static str, fr: &'static str, en: &'static str) -> Self {
        Self { detail: Some(Phrase { ar, fr, en }), ..Self::new(kind) }
    }
    /// The present state does not allow it: which one that is.
    pub fn in_state(now: Phrase) -> Self {
        let told = FieldFault::telling("", Fault::Of(&PRESENT_STATE), |language| now.in_language(language).to_owned());
        Self { fields: vec![told], ..Self::new(Kind::WrongState) }
    }
    /// More was sent than is taken: how much is, in bytes.
    pub fn too_large(limit: u64) -> Self {
        let most = if limit.is_multiple_of(1 << 20) { format!("{} MiB", limit >> 20) } else { format!("{} KiB", limit >> 10) };
        Self { fields: vec![FieldFault::expecting("", Fault::Of(&LARGEST_SIZE), most)], ..Self::new(Kind::PayloadTooLarge) }
    }
    /// Nothing there, or nothing the caller may know of.
    pub fn not_found() -> Self {
        Self::new(Kind::NotFound)
    }
    /// Wrong fields.
    pub fn invalid(fields: Vec<FieldFault>) -> Self {
        Self { fields, ..Self::new(Kind::Invalid) }
    }
    /// A fault on our side: the client learns that it happened, the log learns what.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self { internal: Some(cause.to_string()), ..Self::new(Kind::Internal) }
    }
    /// The same error, to be tried again after some seconds.
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind.code())?;
        for field in &self.fields {
            write!(f, " {}:{}", field.pointer, field.fault.as_str())?;
        }
        match &self.internal {
            Some(cause) => write!(f, " ({cause})"),
            None => Ok(()),
        }
    }
}
impl std::error::Error for Error {}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        Self::internal(format!("stored document: {cause}"))
    }
}
