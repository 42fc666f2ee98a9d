//! Where templates are set: the embedded sources and faces, and nothing else.

use crate::{PrintProblem, Template};
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// The faces, in the order they are looked through: the one of the platform, then those for letters it lacks, last the one of
/// certificates.
const FACES: [&[u8]; 5] = [
    include_bytes!("../fonts/IBMPlexSansArabic-Regular.ttf"),
    include_bytes!("../fonts/IBMPlexSansArabic-SemiBold.ttf"),
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSansTifinagh-Regular.ttf"),
    include_bytes!("../fonts/Amiri-Bold.ttf"),
];

/// The sources by name.
const SOURCES: [(&str, &str); 7] = [
    ("layout.typ", include_str!("../templates/layout.typ")),
    ("blocks.typ", include_str!("../templates/blocks.typ")),
    ("drawings.typ", include_str!("../templates/drawings.typ")),
    ("report.typ", include_str!("../templates/report.typ")),
    ("labels.typ", include_str!("../templates/labels.typ")),
    ("ornament.typ", include_str!("../templates/ornament.typ")),
    ("certificate.typ", include_str!("../templates/certificate.typ")),
];

/// The name under which templates read what they show.
const DATA: &str = "data.json";

impl Template {
    const fn source(self) -> &'static str {
        match self {
            Self::Report => "report.typ",
            Self::Labels => "labels.typ",
            Self::Certificate => "certificate.typ",
        }
    }
}

/// What all documents share, made at the first one.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    sources: Vec<Source>,
    data: FileId,
}

static DESK: LazyLock<Result<Desk, String>> = LazyLock::new(Desk::new);

fn file(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|cause| format!("{name}: {cause:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Desk {
    fn new() -> Result<Self, String> {
        let faces: Vec<Font> = FACES.iter().filter_map(|face| Font::new(Bytes::new(*face), 0)).collect();
        if faces.len() != FACES.len() {
            return Err("a face cannot be read".to_owned());
        }
        let sources = SOURCES.iter().map(|(name, text)| Ok(Source::new(file(name)?, (*text).to_owned())));
        Ok(Self {
            library: LazyHash::new(<Library as LibraryExt>::default()),
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
            sources: sources.collect::<Result<_, String>>()?,
            data: file(DATA)?,
        })
    }
}

/// A document under way.
struct Sheet {
    desk: &'static Desk,
    main: FileId,
    data: Bytes,
}

impl Sheet {
    fn source(&self, id: FileId) -> Option<&Source> {
        self.desk.sources.iter().find(|source| source.id() == id)
    }

    /// What went wrong, and where in the templates.
    fn told(&self, diagnostics: &[SourceDiagnostic]) -> PrintProblem {
        let told = diagnostics.iter().map(|one| {
            let source = one.span.id().and_then(|id| self.source(id));
            let line = source.and_then(|source| source.lines().byte_to_line(self.range(one.span)?.start));
            let name = source.and_then(|source| Some(source.id().vpath().file_name()?.to_owned())).unwrap_or_default();
            let hints: String = one.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
            line.map_or_else(|| format!("{}{hints}", one.message), |line| format!("{name}:{}: {}{hints}", line + 1, one.message))
        });
        PrintProblem::Template(told.collect::<Vec<_>>().join("; "))
    }
}

fn no_such_file(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.desk.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.desk.book
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        self.source(id).cloned().ok_or_else(|| no_such_file(id))
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.desk.data { Ok(self.data.clone()) } else { Err(no_such_file(id)) }
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.desk.faces.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Lays a template out with its data, JSON.
pub fn pages(template: Template, data: Vec<u8>) -> Result<PagedDocument, PrintProblem> {
    let desk = DESK.as_ref().map_err(|cause| PrintProblem::Template(cause.clone()))?;
    let main = file(template.source()).map_err(PrintProblem::Template)?;
    let sheet = Sheet { desk, main, data: Bytes::new(data) };
    typst::compile::<PagedDocument>(&sheet).output.map_err(|diagnostics| sheet.told(&diagnostics))
}

/// Pages as a file.
pub fn pdf(document: &PagedDocument, options: &PdfOptions) -> Result<Vec<u8>, PrintProblem> {
    let told = |diagnostics: &[SourceDiagnostic]| {
        let messages: Vec<&str> = diagnostics.iter().map(|one| one.message.as_str()).collect();
        PrintProblem::Template(messages.join("; "))
    };
    typst_pdf::pdf(document, options).map_err(|diagnostics| told(&diagnostics))
}

/// Forgets what was remembered of the last document, so that memory does not grow with their number.
pub fn forget() {
    typst::comemo::evict(0);
}

/// Forgets what neither the last document nor the one before it used: in a series of the same template, what they share stays.
pub fn forget_unused() {
    typst::comemo::evict(1);
}
