use super::may;
use super::ops::{self, SUBJECT};
use super::wire::{CertificateCheck, CertificateId, CertificateRequest, CertificateRevocation, CertificatesIssued, TrainingCertificate};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::http::path::Id;
use crate::kernel::http::pdf;
use crate::kernel::http::routes::Routes;
use crate::resources::cohorts::Id as CohortId;
use ::print::Template;
use actix_web::{HttpResponse, get, post, web};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(issue_certificates)
        .service(list_certificates)
        .service(get_certificate_archive)
        .service(get_certificate)
        .service(print_certificate)
        .service(revoke_certificate)
        .service(check_certificate);
}

/// Issues certificates in a cohort to those who are due one and hold none, as its conditions say; sent again it issues nothing twice.
#[utoipa::path(operation_id = "issue_certificates", tag = "certificates", params(("id" = CohortId, Path)), request_body = CertificateRequest, responses((status = 200, body = CertificatesIssued)))]
#[post("/api/v1/cohorts/{id}/certificates")]
async fn issue_certificates(caller: Allowed<may::IssueCertificates>, id: Id<CohortId>, body: Body<CertificateRequest>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&ops::issue::issue(tx, id.0, &body.value.enrolment_ids)?)).await
}

/// The certificates of a cohort, revoked ones too: everybody's for those who run it, those of its own for a chamber or an association.
#[utoipa::path(operation_id = "list_certificates", tag = "certificates", params(("id" = CohortId, Path), Unfiltered), responses((status = 200, body = Page<TrainingCertificate>)))]
#[get("/api/v1/cohorts/{id}/certificates")]
async fn list_certificates(caller: Allowed<may::ListCertificates>, id: Id<CohortId>, list: List<Unfiltered>) -> Result<Answer> {
    let page = caller.read(move |tx| ops::read::list(tx, id.0, &list)).await?;
    let seen: Vec<String> = page.items.iter().map(|one| one.id.to_string()).collect();
    caller.note_list(SUBJECT, &seen)?;
    Answer::page(&page)
}

/// All certificates in force of a cohort as PDF, in one archive.
#[utoipa::path(operation_id = "get_certificate_archive", tag = "certificates", params(("id" = CohortId, Path)), responses((status = 200, content((String = "application/zip")))))]
#[get("/api/v1/cohorts/{id}/certificates/archive")]
async fn get_certificate_archive(caller: Allowed<may::GetCertificateArchive>, id: Id<CohortId>) -> Result<HttpResponse> {
    let documents = caller.read(move |tx| ops::read::documents(tx, id.0)).await?;
    caller.note_reading((SUBJECT, id.0.to_string()));
    pdf::archive(&caller.kernel(), "certificates", documents).await
}

/// One certificate.
#[utoipa::path(operation_id = "get_certificate", tag = "certificates", params(("id" = CertificateId, Path)), responses((status = 200, body = TrainingCertificate)))]
#[get("/api/v1/certificates/{id}")]
async fn get_certificate(caller: Allowed<may::GetCertificate>, id: Id<CertificateId>) -> Result<Answer> {
    let certificate = caller.read(move |tx| ops::read::get(tx, id.0)).await?;
    caller.note_reading((SUBJECT, id.0.to_string()));
    let version = certificate.version;
    Ok(Answer::ok(&certificate)?.version(version))
}

/// A certificate in force as PDF, the same every time it is printed.
#[utoipa::path(operation_id = "print_certificate", tag = "certificates", params(("id" = CertificateId, Path)), responses((status = 200, content((String = "application/pdf")))))]
#[get("/api/v1/certificates/{id}/print")]
async fn print_certificate(caller: Allowed<may::PrintCertificate>, id: Id<CertificateId>) -> Result<HttpResponse> {
    let (code, document) = caller.read(move |tx| ops::read::document(tx, id.0)).await?;
    caller.note_reading((SUBJECT, id.0.to_string()));
    pdf::answer(&caller.kernel(), &format!("certificate-{code}"), Template::Certificate, move || Ok((document.frame(), document))).await
}

/// Revokes a certificate: whoever checks it reads so from now on, and the association is written to.
#[utoipa::path(operation_id = "revoke_certificate", tag = "certificates", params(("id" = CertificateId, Path)), request_body = CertificateRevocation, responses((status = 200, body = TrainingCertificate)))]
#[post("/api/v1/certificates/{id}/revocation")]
async fn revoke_certificate(
    caller: Allowed<may::RevokeCertificate>,
    id: Id<CertificateId>,
    body: Body<CertificateRevocation>,
) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let certificate = ops::revoke::revoke(tx, id.0, &body.value.reason)?;
            Ok(Answer::ok(&certificate)?.version(certificate.version))
        })
        .await
}

/// Checks the code of a certificate: what it says, and whether it is in force now.
#[utoipa::path(operation_id = "check_certificate", tag = "certificates", params(("code" = String, Path)), responses((status = 200, body = CertificateCheck)))]
#[get("/api/v1/certificate-checks/{code}")]
async fn check_certificate(public: Public<may::CheckCertificate>, code: web::Path<String>) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| ops::read::check(tx, &code)).await?)?.version_of_content())
}
