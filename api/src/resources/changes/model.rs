//! Places in the feed, and what events there are.

use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::outbox::{EventId, KEPT_DAYS};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

crate::text_enum! {
    /// What happened.
    pub enum Topic {
        /// A file was made.
        AssociationCreated = "association.created",
        /// A file has another content.
        AssociationChanged = "association.changed",
        /// A file is in another state.
        AssociationStatusChanged = "association.status_changed",
        /// Somebody proposes changes to a verified file.
        AssociationChangeProposed = "association.change_proposed",
        /// Proposed changes were decided.
        AssociationChangeDecided = "association.change_decided",
        /// A file was merged into another.
        AssociationMerged = "association.merged",
        /// A merge was undone.
        AssociationUnmerged = "association.unmerged",
        /// A document was added to a file.
        DocumentUploaded = "document.uploaded",
        /// A document was removed from a file.
        DocumentDeleted = "document.deleted",
        /// An institution was made.
        InstitutionCreated = "institution.created",
        /// An institution has other data.
        InstitutionChanged = "institution.changed",
        /// An institution covers other wilayas.
        InstitutionCoverageChanged = "institution.coverage_changed",
        /// A public holiday was made.
        HolidayCreated = "holiday.created",
        /// A public holiday has another date or name.
        HolidayChanged = "holiday.changed",
        /// A project was begun.
        ProjectCreated = "project.created",
        /// A project has other data.
        ProjectChanged = "project.changed",
        /// A project is in another stage.
        ProjectStageChanged = "project.stage_changed",
        /// Somebody commented on a project.
        ProjectCommented = "project.commented",
        /// A project's activities were scheduled anew.
        ProjectNetworkChanged = "project.network_changed",
        /// A project has other cost lines.
        ProjectBudgetChanged = "project.budget_changed",
        /// A baseline was taken.
        ProjectBaselineTaken = "project.baseline_taken",
        /// Progress was reported.
        ProjectProgressReported = "project.progress_reported",
        /// A variance was explained.
        ProjectVarianceExplained = "project.variance_explained",
        /// A canvas has another card.
        ProjectCanvasChanged = "project.canvas_changed",
        /// A version of a canvas was named.
        ProjectCanvasVersionNamed = "project.canvas_version_named",
        /// A partner, a contact, a negotiation or an agreement has changed.
        ProjectPartnerRecordChanged = "project.partner_record_changed",
        /// A project has other cash flows.
        ProjectCashFlowsChanged = "project.cash_flows_changed",
        /// A public event has other data.
        EventChanged = "event.changed",
        /// An event was announced, put off, called off or closed.
        EventStatusChanged = "event.status_changed",
        /// The call of a public event has changed.
        EventCallChanged = "event.call_changed",
        /// An application to an event stands elsewhere.
        EventApplicationChanged = "event.application_changed",
        /// The selection of an event is published.
        EventSelectionPublished = "event.selection_published",
        /// A version of a course was published.
        CoursePublished = "course.published",
        /// An announced cohort has other data.
        CohortChanged = "cohort.changed",
        /// A cohort was announced, called off or closed.
        CohortStatusChanged = "cohort.status_changed",
        /// An enrolment in a cohort stands elsewhere.
        CohortEnrolmentChanged = "cohort.enrolment_changed",
        /// A test of a cohort can be sat.
        CohortExamPublished = "cohort.exam_published",
        /// Work of an assignment was handed in, returned, accepted or refused.
        CohortSubmissionChanged = "cohort.submission_changed",
        /// A certificate was issued.
        CertificateIssued = "certificate.issued",
        /// A certificate was revoked.
        CertificateRevoked = "certificate.revoked",
        /// A document was added to a project.
        ProjectDocumentUploaded = "project.document_uploaded",
        /// A document was removed from a project.
        ProjectDocumentDeleted = "project.document_deleted",
    }
}

/// A place in the feed: right after an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The number of its transaction.
    pub transaction: i64,
    /// Its identifier.
    pub id: EventId,
}

impl Place {
    /// Before everything.
    pub const START: Self = Self { transaction: 0, id: EventId(uuid::Uuid::nil()) };
}

/// A place as readers hold it, with the instant up to which its reader has seen everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The place.
    pub place: Place,
    /// Everything from before then was given.
    pub at: Instant,
}

impl Cursor {
    /// The opaque text.
    ///
    /// # Errors
    /// Never; the type is that of the serialiser.
    pub fn encode(&self) -> Result<String> {
        Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(&(self.place.transaction, self.place.id, self.at))?))
    }

    /// Reads a text of ours.
    ///
    /// # Errors
    /// `invalid_parameter` for another, `cursor_expired` when what follows may have been removed.
    pub fn decode(text: &str, now: Instant) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok();
        let Some((transaction, id, at)) = bytes.and_then(|bytes| serde_json::from_slice::<(i64, EventId, Instant)>(&bytes).ok()) else {
            let fields = vec![FieldFault::expecting("?since", Fault::WrongFormat, "next_cursor")];
            return Err(Error { fields, ..Error::new(Kind::InvalidParameter) });
        };
        if at.plus(chrono::Duration::days(KEPT_DAYS)) < now {
            return Err(Error::say(
                Kind::CursorExpired,
                "تُحفظ الأحداث 90 يوما. اقرأ القوائم من جديد ثم تابع من غير since.",
                "Les événements sont gardés 90 jours. Relisez les listes, puis reprenez sans since.",
                "Events are kept for 90 days. Read the lists again, then go on without since.",
            ));
        }
        Ok(Self { place: Place { transaction, id }, at })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_cursor_is_good_for_ninety_days() {
        let at = Instant::new("2026-05-04T09:00:00Z".parse().unwrap());
        let cursor = Cursor { place: Place { transaction: 7, id: EventId(uuid::Uuid::from_u128(9)) }, at };
        let text = cursor.encode().unwrap();
        assert_eq!(Cursor::decode(&text, at.plus(chrono::Duration::days(90))).unwrap(), cursor);
        let late = Cursor::decode(&text, at.plus(chrono::Duration::days(91))).unwrap_err();
        assert_eq!(late.kind, Kind::CursorExpired);
        for wrong in ["", "nonsense", &text[1..]] {
            assert_eq!(Cursor::decode(wrong, at).unwrap_err().kind, Kind::InvalidParameter, "{wrong}");
        }
    }
}
