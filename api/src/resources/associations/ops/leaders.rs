//! Who leads an association follows from its file and from the day: a president turns 35, a mandate begins or ends. Lists filter by
//! columns, so these follow the calendar here.

use crate::kernel::Kernel;
use crate::kernel::db::transaction;
use crate::kernel::error::{Error, Result};
use crate::resources::associations::store::{self, Leaders};
use crate::resources::associations::wire::AssociationInput;

/// Files in one transaction.
const BATCH: i64 = 200;

/// Brings up to date what lists say of who leads each association: how many files were looked at. Replicas may do so at the same time.
///
/// # Errors
/// When the database does not answer.
pub fn refresh(kernel: &Kernel) -> Result<usize> {
    let day = kernel.clock.now().day();
    let mut all = 0;
    loop {
        let due = store::leaders_due(&mut *kernel.db.reader()?, day, BATCH)?;
        if due.is_empty() {
            return Ok(all);
        }
        all += due.len();
        transaction::write::<_, Error>(&mut *kernel.db.writer()?, |conn| {
            for (id, version, document) in &due {
                let input: AssociationInput = document.read()?;
                store::put_leaders(conn, *id, *version, &Leaders::of(&input, day))?;
            }
            Ok(())
        })?;
    }
}
