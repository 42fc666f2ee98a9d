//! Lists filter by what the commune of a seat counts as, in columns of the file, so these follow the commune.

use crate::kernel::access::allowed::Write;
use crate::kernel::error::Result;
use crate::resources::associations::store;
use crate::resources::territory::CommuneFacts;

/// Brings up to date what lists say of the files of a commune that changed.
///
/// # Errors
/// When the database does not answer.
pub fn follow(tx: &mut Write<'_>, commune: &CommuneFacts) -> Result<()> {
    store::put_place(tx.conn, &commune.code, commune.border.0, commune.isolated.0 == Some(true))
}
