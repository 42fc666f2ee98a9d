//! What is written to those who teach a cohort.

use crate::kernel::Kernel;
use crate::kernel::access::allowed::Write;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::Result;
use crate::kernel::ids::PersonId;
use crate::kernel::letter::Letter;
use crate::resources::accounts;
use crate::resources::cohorts::letters::{self, Told};
use crate::resources::cohorts::model::CohortInput;

/// The letters to some trainers of a cohort.
///
/// # Errors
/// When the database does not answer.
pub fn letters(
    conn: &mut AnyConnection,
    kernel: &Kernel,
    cohort: &CohortInput,
    trainers: &[PersonId],
    told: Told<'_>,
) -> Result<Vec<Letter>> {
    if trainers.is_empty() {
        return Ok(Vec::new());
    }
    let people = accounts::correspondents(conn, trainers)?;
    Ok(people.iter().map(|one| letters::to_trainer(one, cohort, told, &kernel.config.public_url)).collect())
}

/// Writes to some trainers of a cohort.
///
/// # Errors
/// When the database does not answer.
pub fn tell(tx: &mut Write<'_>, cohort: &CohortInput, trainers: &[PersonId], told: Told<'_>) -> Result<()> {
    let kernel = tx.kernel;
    let letters = letters(tx.conn, kernel, cohort, trainers, told)?;
    tx.mail_all(&letters)
}

/// Writes to whoever was appointed or relieved by a change of an announced cohort, and to whoever stays when its days or place changed.
///
/// # Errors
/// When the database does not answer.
pub fn follow(tx: &mut Write<'_>, before: &CohortInput, after: &CohortInput) -> Result<()> {
    let without = |some: &[PersonId], others: &[PersonId]| some.iter().copied().filter(|one| !others.contains(one)).collect::<Vec<_>>();
    let new = without(&after.trainer_ids, &before.trainer_ids);
    tell(tx, after, &new, Told::Appointed)?;
    tell(tx, after, &without(&before.trainer_ids, &after.trainer_ids), Told::Relieved)?;
    if after.held_elsewhere(before) {
        tell(tx, after, &without(&after.trainer_ids, &new), Told::Changed)?;
    }
    Ok(())
}
