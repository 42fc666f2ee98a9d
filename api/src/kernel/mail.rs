//! Mail: through SMTP when it is configured, otherwise one file per message in a folder.
//!
//! A message is queued in the transaction that causes it and sent after the commit, so nothing is sent for work that was
//! undone and nothing is lost while the mail server is away. Queued messages hold links that open accounts: they are sealed.

use super::Kernel;
use super::access::allowed::Read;
use super::db::AnyConnection;
use super::db::schema::mail_queue;
use super::db::types::Instant;
use super::error::{Error, Result};
use super::letter::Letter;
use crate::config::Config;
use diesel::prelude::*;
use lettre::message::{Mailbox, header::ContentType};
use lettre::{FileTransport, Message, SmtpTransport, Transport};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

crate::id_type!(/// A queued message.
    MailId);

/// Attempts after which a message is given up.
const MAX_ATTEMPTS: i32 = 10;
/// Messages taken from the queue at once.
const BATCH: i64 = 20;
/// Minutes after which a message that somebody took is taken again.
const CLAIM_MINUTES: i64 = 5;

/// Sends messages.
#[derive(Clone)]
pub struct Mailer {
    transport: Arc<Carrier>,
    from: Mailbox,
    work: Arc<Notify>,
}

enum Carrier {
    Smtp(SmtpTransport),
    Folder(FileTransport, PathBuf),
}

/// Why a message was not sent, without the address.
struct Refusal {
    why: String,
    for_good: bool,
}

impl Mailer {
    /// A mailer as configured.
    ///
    /// # Errors
    /// When the SMTP address or the sender is not understood, or the folder cannot be made.
    pub fn new(config: &Config) -> Result<Self> {
        let from = config.mail_from.parse().map_err(|cause| Error::internal(format!("MAIL_FROM: {cause}")))?;
        let transport = match &config.smtp_url {
            Some(url) => {
                Carrier::Smtp(SmtpTransport::from_url(url).map_err(Error::internal)?.timeout(Some(Duration::from_secs(20))).build())
            }
            None => {
                let folder = config.data_dir.join("mail");
                std::fs::create_dir_all(&folder).map_err(Error::internal)?;
                Carrier::Folder(FileTransport::new(&folder), folder)
            }
        };
        Ok(Self { transport: Arc::new(transport), from, work: Arc::default() })
    }

    /// The folder messages are written to, when there is no SMTP server.
    pub fn folder(&self) -> Option<&PathBuf> {
        match &*self.transport {
            Carrier::Folder(_, folder) => Some(folder),
            Carrier::Smtp(_) => None,
        }
    }

    fn send(&self, letter: &Letter) -> std::result::Result<(), Refusal> {
        // A letter to nobody was queued so that the work for an unknown account is the same.
        if letter.to.is_empty() {
            return Ok(());
        }
        let to = letter.to.parse().map_err(|_| Refusal { why: "no address".to_owned(), for_good: true })?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&letter.subject)
            .message_id(None)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())
            .map_err(|cause| Refusal { why: cause.to_string(), for_good: true })?;
        match &*self.transport {
            Carrier::Folder(transport, _) => {
                transport.send(&message).map(drop).map_err(|cause| Refusal { why: cause.to_string(), for_good: false })
            }
            Carrier::Smtp(transport) => transport.send(&message).map(drop).map_err(|cause| Refusal {
                // A server's own words may repeat the address.
                why: cause.status().map_or_else(|| cause.to_string(), |code| format!("SMTP {code}")),
                for_good: cause.is_permanent(),
            }),
        }
    }

    /// Has what was queued sent: into the folder now, through SMTP in the background.
    pub fn wake(&self, kernel: &Kernel) {
        match &*self.transport {
            Carrier::Folder(..) => {
                if let Err(error) = deliver_due(kernel) {
                    tracing::warn!(%error, "queued mail stays queued");
                }
            }
            Carrier::Smtp(_) => self.work.notify_one(),
        }
    }
}

/// Queues a message in a transaction.
///
/// # Errors
/// When the database does not answer.
pub fn queue(tx: &mut Read<'_>, letter: &Letter) -> Result<()> {
    queue_on(tx.conn, tx.kernel, letter)
}

/// As [`queue`], for work of the server itself.
///
/// # Errors
/// When the database does not answer.
pub fn queue_on(conn: &mut AnyConnection, kernel: &Kernel, letter: &Letter) -> Result<()> {
    queue_all(conn, kernel, std::slice::from_ref(letter))
}

#[derive(Insertable)]
#[diesel(table_name = mail_queue, treat_none_as_default_value = false)]
struct Queued {
    id: MailId,
    sealed: Vec<u8>,
    attempts: i32,
    due_at: Instant,
    created_at: Instant,
}

/// Queues many messages at once.
///
/// # Errors
/// When the database does not answer.
pub fn queue_all(conn: &mut AnyConnection, kernel: &Kernel, letters: &[Letter]) -> Result<()> {
    let now = kernel.clock.now();
    let queued = |letter: &Letter| {
        let sealed = kernel.sealer.seal(&serde_json::to_vec(letter)?)?;
        Ok(Queued { id: MailId(kernel.ids.next()), sealed, attempts: 0, due_at: now, created_at: now })
    };
    let rows = letters.iter().map(queued).collect::<Result<Vec<_>>>()?;
    crate::put_many!(conn, mail_queue::table, rows);
    Ok(())
}

/// Sends what is due. Replicas may do so at the same time: each message is taken by one of them.
///
/// # Errors
/// When the database does not answer.
pub fn deliver_due(kernel: &Kernel) -> Result<()> {
    loop {
        let now = kernel.clock.now();
        let due: Vec<(MailId, Vec<u8>, i32)> = mail_queue::table
            .filter(mail_queue::due_at.le(now))
            .order(mail_queue::due_at)
            .limit(BATCH)
            .select((mail_queue::id, mail_queue::sealed, mail_queue::attempts))
            .load(&mut *kernel.db.reader()?)?;
        if due.is_empty() {
            return Ok(());
        }
        for (id, sealed, attempts) in due {
            deliver(kernel, id, &sealed, attempts, now)?;
        }
    }
}

fn deliver(kernel: &Kernel, id: MailId, sealed: &[u8], attempts: i32, now: Instant) -> Result<()> {
    let taken = diesel::update(mail_queue::table.find(id).filter(mail_queue::attempts.eq(attempts)))
        .set((mail_queue::attempts.eq(attempts + 1), mail_queue::due_at.eq(now.plus(chrono::Duration::minutes(CLAIM_MINUTES)))))
        .execute(&mut *kernel.db.writer()?)?;
    if taken == 0 {
        return Ok(());
    }
    let sent = match kernel.sealer.open(sealed).and_then(|plain| Ok(serde_json::from_slice::<Letter>(&plain)?)) {
        Ok(letter) => kernel.mailer.send(&letter),
        Err(error) => Err(Refusal { why: error.to_string(), for_good: true }),
    };
    match sent {
        Ok(()) => {}
        Err(refusal) if refusal.for_good || attempts + 1 >= MAX_ATTEMPTS => {
            tracing::error!(mail = %id, attempts = attempts + 1, why = refusal.why, "mail given up");
        }
        Err(refusal) => {
            tracing::warn!(mail = %id, attempts = attempts + 1, why = refusal.why, "mail not sent; it will be tried again");
            let again = now.plus(chrono::Duration::seconds(30 << attempts.clamp(0, 10)));
            diesel::update(mail_queue::table.find(id)).set(mail_queue::due_at.eq(again)).execute(&mut *kernel.db.writer()?)?;
            return Ok(());
        }
    }
    diesel::delete(mail_queue::table.find(id)).execute(&mut *kernel.db.writer()?)?;
    Ok(())
}

/// Sends mail for as long as the server runs: when something was queued, and every half minute what is to be tried again.
pub async fn run(kernel: Kernel) {
    loop {
        // Whichever comes first; a wait that runs out is the half minute.
        let _ = tokio::time::timeout(Duration::from_secs(30), kernel.mailer.work.notified()).await;
        if let Err(error) = kernel.blocking(deliver_due).await {
            tracing::warn!(%error, "queued mail stays queued");
        }
    }
}
