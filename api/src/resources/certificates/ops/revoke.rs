//! Revoking.

use super::SUBJECT;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::Write;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::certificates::model::CertificateId;
use crate::resources::certificates::store::{self, Row};
use crate::resources::certificates::wire::TrainingCertificate;
use crate::resources::cohorts::{self, Told};
use serde_json::json;

/// Revokes a certificate for good; another one can be issued where it is due again.
pub fn revoke(tx: &mut Write<'_>, id: CertificateId, reason: &str) -> Result<TrainingCertificate> {
    let row = super::read::readable(tx, id)?;
    cohorts::lock(tx, row.cohort_id)?;
    let cohort = cohorts::read(tx, row.cohort_id)?;
    if !cohort.ours {
        return Err(Error::new(Kind::Forbidden));
    }
    let row = store::find(tx.conn, id)?;
    if row.revoked_at.is_some() {
        return Err(Error::say(
            Kind::WrongState,
            "سُحبت هذه الشهادة من قبل.",
            "Ce certificat est déjà révoqué.",
            "This certificate was revoked already.",
        ));
    }
    let next = Row {
        revoked_at: Some(tx.now),
        revoked_by: tx.caller.and_then(Caller::person),
        revocation_reason: Some(reason.to_owned()),
        version: row.version + 1,
        ..row
    };
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "state": "revoked", "reason": reason })))?;
    tx.publish("certificate.revoked", id.0, Some(next.association_id), &json!({ "cohort_id": next.cohort_id }))?;
    cohorts::tell(tx, next.cohort_id, Some(&[next.enrolment_id]), Told::Revoked(reason))?;
    super::read::view(next)
}
