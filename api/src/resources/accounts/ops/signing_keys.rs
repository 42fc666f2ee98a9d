use super::SIGNING_KEY;
use crate::kernel::access::allowed::{Allowed, Write};
use crate::kernel::access::keyring::Keyring;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::idempotency::Once;
use crate::resources::accounts::may;

/// Signs with a new key from now on. Tokens signed with the last one are good until they end.
pub async fn rotate(caller: Allowed<may::RotateSigningKey>, once: Once) -> Result<Answer> {
    let kernel = caller.kernel();
    let answer = caller.write_once(once, |tx: &mut Write<'_>| {
        Keyring::add(tx.read.conn, &tx.read.kernel.sealer, tx.read.now)?;
        tx.audit((SIGNING_KEY, "newest"), None, Some(&serde_json::json!({ "signing_key": "rotated" })))?;
        Ok(Answer::no_content())
    });
    let answer = answer.await?;
    kernel.blocking(|kernel| kernel.keyring.refresh(&kernel.db, &kernel.sealer)).await?;
    Ok(answer)
}
