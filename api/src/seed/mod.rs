//! Demonstration data, and large data for measuring. The same every time: chance has a fixed seed, identifiers are counted,
//! dates are relative to a fixed day. Nothing in it is the name of a real person or body.
//!
//! [`demo`] writes a thousand associations in every state, eighteen projects in Algiers, events over and ahead with their calls and applications, three cohorts of the presidents' programme, and one account for each role; [`many`] writes as many
//! associations as asked for. Doing either again changes nothing.

mod accounts;
mod applications;
mod attendance;
pub mod demo;
mod documents;
mod evaluations;
mod events;
pub mod file;
mod floor;
mod ids;
mod learning;
mod life;
pub mod many;
mod names;
mod outcomes;
pub mod places;
mod projects;
mod training;
mod words;
mod workshop;

use crate::kernel::Kernel;
use std::io::Write;

/// What ends the command early.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Writes what is wanted and prints the demonstration accounts, one line each: role, body, e-mail, password.
///
/// # Errors
/// When the database holds accounts of its own, or does not answer.
pub fn run(kernel: &Kernel, demonstration: bool, associations: u64, out: &mut dyn Write) -> Result<(), Failure> {
    if demonstration {
        if demo::put(kernel)? {
            eprintln!("{} demonstration associations written", demo::ASSOCIATIONS);
        } else {
            eprintln!("the demonstration data is already there");
        }
        accounts::print(out)?;
    }
    if associations > 0 {
        let written = many::put(kernel, associations)?;
        eprintln!("{written} associations written");
    }
    Ok(())
}
