use crate::kernel::error::{Error, Result};
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::associations::Status;
use crate::resources::imports::fields::Field;
use serde::{Deserialize, Serialize};
use tabular::{CsvFormat, Format, TextEncoding};
use utoipa::ToSchema;

crate::text_enum! {
    /// What happens to good rows when others are wrong.
    pub enum Mode {
        /// Nothing is written unless every row is good.
        AllOrNothing = "all_or_nothing",
        /// Good rows are written, the others listed.
        GoodRows = "good_rows",
    }
}

crate::text_enum! {
    /// What happens to rows that are probably in the register or in the file already.
    pub enum Duplicates {
        /// They are listed for decision and not written; all or nothing then writes nothing.
        List = "list",
        /// They are listed and left out.
        Skip = "skip",
        /// They are written like any other.
        Insert = "insert",
    }
}

crate::text_enum! {
    /// Where imported files start.
    pub enum Start {
        /// To be finished.
        Draft = "draft",
        /// For review.
        Submitted = "submitted",
        /// In the register, with a number.
        Verified = "verified",
    }
}

impl Start {
    /// The state of a file.
    pub fn status(self) -> Status {
        match self {
            Self::Draft => Status::Draft,
            Self::Submitted => Status::Submitted,
            Self::Verified => Status::Verified,
        }
    }
}

crate::text_enum! {
    /// What parts the values of a CSV file.
    pub enum Separator {
        /// `,`
        Comma = "comma",
        /// `;`
        Semicolon = "semicolon",
        /// Tab.
        Tab = "tab",
    }
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
    fn of(byte: u8) -> Self {
        match byte {
            b';' => Self::Semicolon,
            b'\t' => Self::Tab,
            _ => Self::Comma,
        }
    }
}

crate::text_enum! {
    /// The encoding of a CSV file.
    pub enum Encoding {
        /// UTF-8, with or without a byte-order mark.
        Utf8 = "utf-8",
        /// UTF-16, little-endian.
        Utf16Le = "utf-16le",
        /// UTF-16, big-endian.
        Utf16Be = "utf-16be",
        /// Arabic Windows.
        Windows1256 = "windows-1256",
        /// Western Windows.
        Windows1252 = "windows-1252",
    }
}

impl Encoding {
    fn text(self) -> TextEncoding {
        match self {
            Self::Utf8 => TextEncoding::Utf8,
            Self::Utf16Le => TextEncoding::Utf16Le,
            Self::Utf16Be => TextEncoding::Utf16Be,
            Self::Windows1256 => TextEncoding::Windows1256,
            Self::Windows1252 => TextEncoding::Windows1252,
        }
    }
    fn of(encoding: TextEncoding) -> Self {
        match encoding {
            TextEncoding::Utf8 => Self::Utf8,
            TextEncoding::Utf16Le => Self::Utf16Le,
            TextEncoding::Utf16Be => Self::Utf16Be,
            TextEncoding::Windows1256 => Self::Windows1256,
            TextEncoding::Windows1252 => Self::Windows1252,
        }
    }
}

crate::text_enum! {
    /// What a file is.
    pub enum FileKind {
        /// Separated values.
        Csv = "csv",
        /// A workbook.
        Xlsx = "xlsx",
        /// One JSON object on each line.
        Ndjson = "ndjson",
    }
}

/// How a file is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileFormat {
    /// What it is.
    pub kind: FileKind,
    /// What parts the values; CSV only.
    pub separator: Option<Separator>,
    /// Its encoding; CSV only.
    pub encoding: Option<Encoding>,
}

impl FileFormat {
    /// A format as it was found.
    pub fn of(format: Format) -> Self {
        match format {
            Format::Xlsx => Self { kind: FileKind::Xlsx, separator: None, encoding: None },
            Format::Ndjson => Self { kind: FileKind::Ndjson, separator: None, encoding: None },
            Format::Csv(csv) => {
                Self { kind: FileKind::Csv, separator: Some(Separator::of(csv.separator)), encoding: Some(Encoding::of(csv.encoding)) }
            }
        }
    }
    /// The format for reading.
    pub fn format(&self) -> Format {
        match self.kind {
            FileKind::Xlsx => Format::Xlsx,
            FileKind::Ndjson => Format::Ndjson,
            FileKind::Csv => Format::Csv(CsvFormat {
                encoding: self.encoding.map_or(TextEncoding::Utf8, Encoding::text),
                separator: self.separator.map_or(b',', Separator::byte),
            }),
        }
    }
}

/// How a file is to be read and what is to be done with it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportQuery {
    /// Reports what would happen and writes nothing.
    #[serde(default)]
    pub dry_run: Option<bool>,
    /// What happens to good rows when others are wrong; all or nothing when it is not said.
    #[serde(default)]
    pub mode: Option<Mode>,
    /// Where imported files start; as drafts when it is not said.
    #[serde(default)]
    pub status: Option<Start>,
    /// What happens to likely duplicates; they are listed when it is not said.
    #[serde(default)]
    pub duplicates: Option<Duplicates>,
    /// Numbers of rows that are written although they look like duplicates.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub insert_row: Vec<i64>,
    /// What a column means, as `header:field`; nothing behind the colon leaves the column out. Remembered for the institution.
    #[serde(default)]
    #[schema(max_items = 256, examples("اسم الجمعية:name_ar"))]
    pub map: Vec<String>,
    /// A value for a field where the column is missing or its cell is empty, as `field:value`.
    #[serde(default)]
    #[schema(max_items = 40, examples("level:communal"))]
    pub default: Vec<String>,
    /// What parts the values, where it is not found out rightly.
    #[serde(default)]
    pub separator: Option<Separator>,
    /// The encoding, where it is not found out rightly.
    #[serde(default)]
    pub encoding: Option<Encoding>,
    /// The name of the sheet; the first with cells when it is not said.
    #[serde(default)]
    #[schema(max_length = 31)]
    pub sheet: Option<String>,
    /// The name of the file.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub file_name: Option<String>,
}
crate::query_parameters!(ImportQuery);

impl ImportQuery {
    /// What each header means by `map`.
    ///
    /// # Errors
    /// `invalid_parameter`.
    pub fn mapping(&self) -> Result<Vec<(String, Option<Field>)>> {
        let read = |pair: &String| {
            // Fields have no colon, headers may.
            let (header, field) = pair.rsplit_once(':').ok_or_else(|| refused("?map", "header:field"))?;
            match field.trim() {
                "" => Ok((header.trim().to_owned(), None)),
                name => Ok((header.trim().to_owned(), Some(Field::from_name(name).ok_or_else(|| refused("?map", names()))?))),
            }
        };
        self.map.iter().map(read).collect()
    }
    /// Values for fields by `default`.
    ///
    /// # Errors
    /// `invalid_parameter`.
    pub fn defaults(&self) -> Result<Vec<(Field, String)>> {
        let read = |pair: &String| {
            let (field, value) = pair.split_once(':').ok_or_else(|| refused("?default", "field:value"))?;
            let field = Field::from_name(field.trim()).ok_or_else(|| refused("?default", names()))?;
            Ok((field, value.trim().to_owned()))
        };
        self.default.iter().map(read).collect()
    }
}

fn names() -> String {
    Field::ALL.iter().map(|field| field.name()).collect::<Vec<_>>().join(", ")
}

fn refused(pointer: &str, expected: impl std::fmt::Display) -> Error {
    Error { fields: vec![FieldFault::expecting(pointer, Fault::WrongFormat, expected)], ..Error::new(Kind::InvalidParameter) }
}

/// What an import was asked for, with everything that was found out; kept with the job.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Parameters {
    /// Writes nothing.
    pub dry_run: bool,
    /// What happens to good rows when others are wrong.
    pub mode: Mode,
    /// Where files start.
    pub status: Start,
    /// What happens to likely duplicates.
    pub duplicates: Duplicates,
    /// Rows that are written although they look like duplicates.
    pub insert_rows: Vec<i64>,
    /// How the file is read.
    pub format: FileFormat,
    /// The sheet.
    pub sheet: Option<String>,
    /// What each header means; nothing for a column that is left out.
    pub mapping: Vec<(String, Option<String>)>,
    /// Values for fields.
    pub defaults: Vec<(String, String)>,
}

/// A field a column can mean.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportField {
    /// Its name.
    #[schema(examples("receipt_number"))]
    pub name: &'static str,
    /// Where it goes in the association (RFC 6901).
    #[schema(examples("/receipt/number"))]
    pub pointer: &'static str,
    /// How its cells are read.
    #[schema(examples("date"))]
    pub reading: &'static str,
    /// Whether every row needs it, in a column or as a default.
    pub required: bool,
    /// What people call it.
    pub label: Text,
    /// What else a header may say.
    pub synonyms: Vec<&'static str>,
}

/// A column of a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewColumn {
    /// Its header.
    pub header: String,
    /// What it means; null when nobody knows or it is left out.
    pub field: Option<&'static str>,
    /// How sure, from 0 to 1.
    pub score: f64,
    /// The meaning was given before by this institution.
    pub remembered: bool,
}

/// A row of a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewRow {
    /// Its number, as an editor or a spreadsheet shows it.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// The beginning of a file, and what was found out about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportPreview {
    /// How it is read.
    pub format: FileFormat,
    /// Sheets of a workbook.
    pub sheets: Vec<String>,
    /// The row of the header; 0 where there is none.
    pub header_row: u64,
    /// The language of the header.
    #[schema(examples("ar"))]
    pub header_language: Option<&'static str>,
    /// Its columns.
    pub columns: Vec<PreviewColumn>,
    /// Fields that every row needs and no column gives.
    pub missing: Vec<&'static str>,
    /// The first rows.
    pub rows: Vec<PreviewRow>,
}

/// Which rows a file of corrections has.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionsQuery {
    /// The wrong ones when it is not said.
    #[serde(default)]
    pub outcome: Option<crate::resources::jobs::Outcome>,
}
crate::query_parameters!(CorrectionsQuery);
