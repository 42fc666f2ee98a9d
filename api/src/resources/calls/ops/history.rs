//! What earlier events say of associations.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::calls::model::History;
use crate::resources::calls::store;
use crate::resources::events::Brief;

/// What events other than this one say of some associations.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Read<'_>, event: &Brief, ids: &[AssociationId]) -> Result<impl Fn(AssociationId) -> History + use<>> {
    let (took_part, absent) = store::earlier(tx.conn, event.id, event.previous_id, ids)?;
    Ok(move |id| History { took_part: took_part.contains(&id), absent_last: absent.contains(&id) })
}
