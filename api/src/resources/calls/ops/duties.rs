//! Whoever reviews at an event reads its applications without names until the selection is published, whatever else they do there.

use crate::kernel::access::Caller;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::calls::store;
use crate::resources::events::Id as EventId;

/// The events the caller reviews at whose selection is still to be published. A machine reviews nothing.
///
/// # Errors
/// When the database does not answer.
pub fn reviewed(tx: &mut Read<'_>) -> Result<Vec<EventId>> {
    match tx.caller.and_then(Caller::person) {
        Some(person) => store::reviewed_by(tx.conn, person),
        None => Ok(Vec::new()),
    }
}

/// Whether the caller reviews at an event whose selection is still to be published.
///
/// # Errors
/// When the database does not answer.
pub fn reviewing(tx: &mut Read<'_>, event: EventId) -> Result<bool> {
    Ok(reviewed(tx)?.contains(&event))
}

/// Keeps what names applicants from those who review: asked wherever somebody in charge of an event reads who has applied.
///
/// # Errors
/// `separate_duties`.
pub fn must_not_review(tx: &mut Read<'_>, event: EventId) -> Result<()> {
    if reviewing(tx, event)? {
        return Err(Error::say(
            Kind::SeparateDuties,
            "أنتم من مقيّمي هذه التظاهرة، فلا تطّلعون على أسماء أصحاب الطلبات قبل نشر الاختيار. تخلوا عن مهمة التقييم فيها أو انتظروا النشر.",
            "Vous êtes évaluateur de cette manifestation : les noms des candidats ne vous sont pas communiqués avant la publication de la sélection. \
             Renoncez à votre mandat d’évaluateur ou attendez la publication.",
            "You review at this event, so you do not read who has applied before the selection is published. Give back your appointment as a reviewer, \
             or wait for the publication.",
        ));
    }
    Ok(())
}
