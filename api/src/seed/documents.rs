//! The documents of the first demonstration project: the minutes its work rests on, and the agreement with the town, as they would be scanned.

use super::file::{TODAY, at, days};
use super::ids;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::resources::documents::material::{self as documents, DocumentKind, Row};
use crate::resources::partners::material::{self as partners, RecordKind};
use chrono::Datelike;
use print::report::{Block, Report, Section};
use print::{Frame, Language, Template};
use sha2::{Digest, Sha256};

/// A document: what it is, how long ago it was written in days, its title, and its paragraphs.
type Told = (DocumentKind, i64, &'static str, &'static [&'static str]);

const MINUTES: Told = (
    DocumentKind::Minutes,
    -60,
    "محضر اجتماع مكتب الجمعية",
    &[
        "اجتمع مكتب الجمعية بمقرها ودرس مشروع الورشة: غايته وخطته وميزانيته وشركاؤه.",
        "صادق الأعضاء الحاضرون على الخطة والميزانية، وكلفوا لجنة من خمسة أعضاء بمتابعة الإنجاز ورفع تقرير كل شهر.",
    ],
);
const AGREEMENT: Told = (
    DocumentKind::Agreement,
    -50,
    "اتفاقية شراكة مع البلدية",
    &[
        "تضع البلدية ساحة العرض تحت تصرف الجمعية خلال مدة المشروع.",
        "تقدم الجمعية للبلدية تقريرا سنويا عن نشاطها. تتجدد الاتفاقية ضمنيا ما لم يطلب أحد الطرفين إنهاءها قبل 60 يوما.",
    ],
);

/// Writes them, with their bytes.
///
/// # Errors
/// When the database or the storage does not answer.
pub fn put(tx: &mut Read<'_>) -> Result<()> {
    let project = ids::project(0).into();
    let agreement = partners::list(tx.conn, project, RecordKind::Agreement, None)?.first().map(|record| record.id);
    for (place, (told, agreement_id)) in [(MINUTES, None), (AGREEMENT, agreement)].into_iter().enumerate() {
        let (kind, ago, title, _) = told;
        let bytes = printed(told)?;
        let id = ids::document(0, place);
        let row = Row {
            id: id.into(),
            association_id: AssociationId(ids::association(1)),
            kind,
            file_name: format!("{title} {}.pdf", days(TODAY, ago).year()),
            media_type: "application/pdf".to_owned(),
            size: i64::try_from(bytes.len()).map_err(Error::internal)?,
            sha256: Sha256::digest(&bytes).to_vec(),
            storage_key: format!("documents/{id}"),
            uploaded_by: None,
            created_at: at(days(TODAY, ago + 1), 600),
            project_id: Some(project),
            agreement_id,
            report_id: None,
        };
        documents::insert(tx.conn, &row)?;
        documents::put_away(&tx.kernel.storage, &row, &bytes)?;
    }
    Ok(())
}

fn printed((_, ago, title, paragraphs): Told) -> Result<Vec<u8>> {
    let frame = Frame {
        language: Language::Arabic,
        title: title.to_owned(),
        subject: None,
        issuer: Vec::new(),
        number: None,
        date: days(TODAY, ago),
    };
    let blocks = paragraphs.iter().map(|text| Block::words(*text)).collect();
    let report = Report { sections: vec![Section { title: "نص الوثيقة".to_owned(), blocks }] };
    print::render(Template::Report, &frame, &report).map_err(Error::internal)
}
