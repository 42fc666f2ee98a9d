//! Mail: through SMTP when it is configured, otherwise one file per message in a folder.

use super::error::{Error, Result};
use crate::config::Config;
use lettre::message::{Mailbox, header::ContentType};
use lettre::{FileTransport, Message, SmtpTransport, Transport};
use std::path::PathBuf;
use std::sync::Arc;

/// Sends messages.
#[derive(Clone)]
pub struct Mailer {
    transport: Arc<Carrier>,
    from: Mailbox,
}

enum Carrier {
    Smtp(SmtpTransport),
    Folder(FileTransport, PathBuf),
}

impl Mailer {
    /// A mailer as configured.
    ///
    /// # Errors
    /// When the SMTP address or the sender is not understood, or the folder cannot be made.
    pub fn new(config: &Config) -> Result<Self> {
        let from = config.mail_from.parse().map_err(|cause| Error::internal(format!("MAIL_FROM: {cause}")))?;
        let transport = match &config.smtp_url {
            Some(url) => Carrier::Smtp(SmtpTransport::from_url(url).map_err(Error::internal)?.build()),
            None => {
                let folder = config.data_dir.join("mail");
                std::fs::create_dir_all(&folder).map_err(Error::internal)?;
                Carrier::Folder(FileTransport::new(&folder), folder)
            }
        };
        Ok(Self { transport: Arc::new(transport), from })
    }

    /// The folder messages are written to, when there is no SMTP server.
    pub fn folder(&self) -> Option<&PathBuf> {
        match &*self.transport {
            Carrier::Folder(_, folder) => Some(folder),
            Carrier::Smtp(_) => None,
        }
    }

    /// Sends a plain-text message.
    ///
    /// # Errors
    /// When the address is none or the server refuses.
    pub fn send(&self, to: &str, subject: &str, text: String) -> Result<()> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(to.parse().map_err(Error::internal)?)
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(text)
            .map_err(Error::internal)?;
        match &*self.transport {
            Carrier::Smtp(transport) => transport.send(&message).map(drop).map_err(Error::internal),
            Carrier::Folder(transport, _) => transport.send(&message).map(drop).map_err(Error::internal),
        }
    }
}
