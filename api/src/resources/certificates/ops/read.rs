//! Certificates read, printed and checked.

use crate::kernel::access::allowed::Read;
use crate::kernel::codes;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::problem::Kind;
use crate::resources::certificates::model::{CertificateId, CertificateState, Content, spaced};
use crate::resources::certificates::store::{self, Row};
use crate::resources::certificates::wire::{CertificateCheck, TrainingCertificate};
use crate::resources::cohorts::{self, Id as CohortId};
use ::print::certificate::Certificate;

/// A certificate of somebody the caller may know of.
///
/// # Errors
/// `not_found`.
pub fn readable(tx: &mut Read<'_>, id: CertificateId) -> Result<Row> {
    let row = store::find(tx.conn, id)?;
    cohorts::enrolment(tx, row.enrolment_id)?;
    Ok(row)
}

fn state(row: &Row) -> CertificateState {
    if row.revoked_at.is_some() { CertificateState::Revoked } else { CertificateState::Valid }
}

/// The view of a row.
///
/// # Errors
/// Never: the document was written by this program.
pub fn view(row: Row) -> Result<TrainingCertificate> {
    let content: Content = row.document.read()?;
    Ok(TrainingCertificate {
        id: row.id,
        code: spaced(&row.code),
        state: state(&row),
        enrolment_id: row.enrolment_id,
        cohort_id: row.cohort_id,
        association_id: row.association_id,
        address: content.address.clone(),
        says: content.into(),
        issued_at: row.issued_at,
        revoked_at: row.revoked_at,
        revocation_reason: row.revocation_reason,
        version: row.version,
    })
}

pub fn get(tx: &mut Read<'_>, id: CertificateId) -> Result<TrainingCertificate> {
    let row = readable(tx, id)?;
    view(row)
}

/// The certificates of those of a cohort whom the caller may know of.
pub fn list(tx: &mut Read<'_>, id: CohortId, list: &List<Unfiltered>) -> Result<Page<TrainingCertificate>> {
    let inside = cohorts::inside(tx, id)?;
    let ids = inside.ids();
    let after: Option<CertificateId> = list.after()?;
    let total = list.total(|| store::total(tx.conn, &ids))?;
    let page = list.page(store::page(tx.conn, &ids, after, list.limit + 1)?, total, |row: &Row| row.id)?;
    let items = page.items.into_iter().map(view).collect::<Result<_>>()?;
    Ok(Page { items, next_cursor: page.next_cursor, total })
}

/// A document of a certificate in force, with its code.
pub fn document(tx: &mut Read<'_>, id: CertificateId) -> Result<(String, Certificate)> {
    let row = readable(tx, id)?;
    if row.revoked_at.is_some() {
        return Err(Error::say(
            Kind::NotFound,
            "سُحبت هذه الشهادة فلا تطبع.",
            "Ce certificat est révoqué : il ne s’imprime plus.",
            "This certificate was revoked: it is not printed any more.",
        ));
    }
    let content: Content = row.document.read()?;
    Ok((spaced(&row.code), content.document(&row.code)?))
}

/// The documents of all certificates in force of a cohort, for those who run it.
pub fn documents(tx: &mut Read<'_>, id: CohortId) -> Result<Vec<(String, Certificate)>> {
    let cohort = cohorts::read(tx, id)?;
    if !cohort.run() && tx.scope != crate::kernel::access::Scope::All {
        return Err(Error::new(Kind::Forbidden));
    }
    let document = |row: Row| {
        let content: Content = row.document.read()?;
        Ok((content.file_name(&row.code), content.document(&row.code)?))
    };
    let rows = store::of_cohort(tx.conn, id)?;
    if rows.is_empty() {
        return Err(Error::say(
            Kind::NotFound,
            "لا شهادة سارية في هذه الدورة بعد. أصدروها أولا.",
            "Aucun certificat n’est en vigueur dans cette session : délivrez-les d’abord.",
            "No certificate of this cohort is in force: issue them first.",
        ));
    }
    rows.into_iter().map(document).collect()
}

/// What a code stands for.
pub fn check(tx: &mut Read<'_>, code: &str) -> Result<CertificateCheck> {
    let row = store::by_code(tx.conn, &codes::typed(code))?.ok_or_else(|| {
        Error::say(
            Kind::NotFound,
            "لا توجد شهادة بهذا الرمز. تحققوا من حروفه كما كتبت على الوثيقة.",
            "Aucun certificat ne porte ce code. Vérifiez-le tel qu’il est écrit sur le document.",
            "No certificate has this code. Compare it with what is written on the document.",
        )
    })?;
    let content: Content = row.document.read()?;
    Ok(CertificateCheck {
        code: spaced(&row.code),
        state: state(&row),
        says: content.into(),
        revoked_on: row.revoked_at.map(crate::kernel::db::types::Instant::day),
    })
}
