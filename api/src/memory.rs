//! How the process holds memory.

use std::os::unix::process::CommandExt;
use std::process::Command;

/// What the allocator reads from the environment before `main`: memory that was freed goes back at once, and small blocks do not
/// grow into huge pages. Idle, the server then holds half of what it would.
const FRUGAL: [(&str, &str); 2] = [("MIMALLOC_PURGE_DELAY", "0"), ("MIMALLOC_ALLOW_THP", "0")];

/// Begins the program again with the allocator's settings, where they are not there yet; where that fails, it goes on as it is.
pub fn be_frugal() {
    if FRUGAL.iter().any(|(name, _)| std::env::var_os(name).is_some()) {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let cause = Command::new(program).args(std::env::args_os().skip(1)).envs(FRUGAL).exec();
    eprintln!("the allocator keeps its own settings: {cause}");
}
