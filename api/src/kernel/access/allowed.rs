//! Proofs. Without one there is no database.
//!
//! [`Allowed<P>`] says that the caller's role is listed for the operation `P`; [`Public<P>`] that the operation is open to
//! everybody, with whoever is calling. Both resolve without awaiting and stand first in a handler's arguments, so that a
//! wrong role is refused before the body is read.

use super::authenticate::{Authentication, still_valid};
use super::permissions::{May, Who};
use super::{Caller, Identity, Role, Scope};
use crate::kernel::Kernel;
use crate::kernel::audit::{Audit, LIST};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::answer::Answer;
use crate::kernel::http::idempotency::{self, Once};
use crate::kernel::http::request_id::Origin;
use crate::kernel::http::{path, query};
use crate::kernel::ids::PersonId;
use crate::kernel::problem::Kind;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use std::future::{Ready, ready};
use std::marker::PhantomData;

/// Proof that the caller may call `P`.
pub struct Allowed<P: May>(Inner<P>);
/// Proof that everybody may call `P`; the caller may be a visitor.
pub struct Public<P: May>(Inner<P>);

/// A proof can be used more than once: to read, to work outside of a transaction, then to write.
struct Inner<P> {
    kernel: web::Data<Kernel>,
    caller: Option<Caller>,
    origin: Origin,
    operation: PhantomData<fn() -> P>,
}

impl<P> Clone for Inner<P> {
    fn clone(&self) -> Self {
        Self { kernel: self.kernel.clone(), caller: self.caller.clone(), origin: self.origin.clone(), operation: PhantomData }
    }
}

/// A database opened for reading by a proof.
pub struct Read<'a> {
    /// The connection.
    pub conn: &'a mut AnyConnection,
    /// Settings, clock and the rest.
    pub kernel: &'a Kernel,
    /// Who is calling; nobody for a visitor.
    pub caller: Option<&'a Caller>,
    /// Which rows they see.
    pub scope: Scope,
    /// The present, the same through the whole operation.
    pub now: Instant,
    /// Request id and language.
    pub origin: &'a Origin,
}

/// A database opened for writing by a proof: a transaction, with what is to be recorded in it.
pub struct Write<'a> {
    /// The same for reading; its fields can be borrowed apart.
    pub read: Read<'a>,
    operation: &'static str,
    mail: bool,
}

impl<'a> std::ops::Deref for Write<'a> {
    type Target = Read<'a>;
    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}
impl std::ops::DerefMut for Write<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.read
    }
}

impl Write<'_> {
    /// A new typed identifier.
    pub fn new_id<T: From<uuid::Uuid>>(&self) -> T {
        T::from(self.read.kernel.ids.next())
    }

    /// Records who did what to which row, with its values before and after, in this transaction.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn audit(
        &mut self,
        subject: (&'static str, &str),
        before: Option<&serde_json::Value>,
        after: Option<&serde_json::Value>,
    ) -> Result<()> {
        Audit { by: None, operation: self.operation, subject, before, after }.record(&mut self.read)
    }

    /// Records what somebody did who was not signed in yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn audit_of(&mut self, by: PersonId, subject: (&'static str, &str), after: &serde_json::Value) -> Result<()> {
        Audit { by: Some(by), operation: self.operation, subject, before: None, after: Some(after) }.record(&mut self.read)
    }

    /// Queues a message in this transaction; it is sent once the transaction has committed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn mail(&mut self, letter: &crate::kernel::letter::Letter) -> Result<()> {
        self.mail = true;
        crate::kernel::mail::queue(&mut self.read, letter)
    }

    /// Queues many messages in this transaction.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn mail_all(&mut self, letters: &[crate::kernel::letter::Letter]) -> Result<()> {
        self.mail = true;
        crate::kernel::mail::queue_all(self.read.conn, self.read.kernel, letters)
    }

    /// Puts an event into the outbox in this transaction: the change feed and webhooks read it from there. Whoever is in charge of the
    /// association reads of it; without one, everybody who reads the feed does.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn publish(
        &mut self,
        topic: &'static str,
        subject: uuid::Uuid,
        association: Option<crate::kernel::ids::AssociationId>,
        payload: &serde_json::Value,
    ) -> Result<()> {
        crate::kernel::outbox::publish(&mut self.read, topic, subject, association, payload)
    }
}

impl Read<'_> {
    /// The caller, where the operation admits no visitor.
    ///
    /// # Errors
    /// `unauthenticated` for a visitor.
    pub fn known(&self) -> Result<&Caller> {
        self.caller.ok_or_else(|| Error::new(Kind::Unauthenticated))
    }
    /// The person calling.
    ///
    /// # Errors
    /// `forbidden` for a machine, `unauthenticated` for a visitor.
    pub fn person(&self) -> Result<PersonId> {
        self.known()?.person().ok_or_else(|| Error::new(Kind::Forbidden))
    }
    /// The session of the person calling.
    ///
    /// # Errors
    /// As [`Self::person`].
    pub fn session(&self) -> Result<crate::kernel::ids::SessionId> {
        match self.known()?.identity {
            Identity::Person { session, .. } => Ok(session),
            Identity::Machine { .. } => Err(Error::new(Kind::Forbidden)),
        }
    }
}

impl<P: May> Inner<P> {
    async fn read<T: Send + 'static>(&self, body: impl FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static) -> Result<T> {
        let (caller, origin) = (self.caller.clone(), self.origin.clone());
        self.kernel
            .blocking(move |kernel| {
                let mut conn = kernel.db.reader()?;
                let scope = Scope::of(&mut conn, caller.as_ref())?;
                body(&mut Read { conn: &mut conn, kernel, caller: caller.as_ref(), scope, now: kernel.clock.now(), origin: &origin })
            })
            .await
    }

    async fn write<T: Send + 'static>(&self, body: impl FnOnce(&mut Write<'_>) -> Result<T> + Send + 'static) -> Result<T> {
        let (caller, origin) = (self.caller.clone(), self.origin.clone());
        self.kernel
            .blocking(move |kernel| {
                let (answer, mail) = kernel.db.write(|conn| {
                    let now = kernel.clock.now();
                    if let Some(caller) = &caller {
                        still_valid(conn, caller, P::PERMISSION.who, now)?;
                    }
                    let scope = Scope::of(conn, caller.as_ref())?;
                    let read = Read { conn, kernel, caller: caller.as_ref(), scope, now, origin: &origin };
                    let mut tx = Write { read, operation: P::PERMISSION.operation, mail: false };
                    let answer = body(&mut tx)?;
                    Ok((answer, tx.mail))
                })?;
                if mail {
                    kernel.mailer.wake(kernel);
                }
                Ok(answer)
            })
            .await
    }

    async fn write_once(&self, once: Once, body: impl FnOnce(&mut Write<'_>) -> Result<Answer> + Send + 'static) -> Result<Answer> {
        self.write(move |tx| idempotency::once(tx, P::PERMISSION.operation, &once, body)).await
    }

    fn note_reading(&self, subject: (&'static str, String), detail: Option<Json>) {
        let Some(caller) = &self.caller else { return };
        // One's own file is one's own.
        if caller.role != Some(Role::Association) {
            self.kernel.readings.note(&self.kernel, caller, &self.origin, P::PERMISSION.operation, subject, detail);
        }
    }

    fn note_list(&self, kind: &'static str, ids: &[String]) -> Result<()> {
        if !ids.is_empty() {
            let detail = Json::of(&serde_json::json!({ "read": ids }))?;
            self.note_reading((kind, LIST.to_owned()), Some(detail));
        }
        Ok(())
    }

    fn extract(request: &HttpRequest) -> Result<Self> {
        let kernel = request.app_data::<web::Data<Kernel>>().cloned().ok_or_else(|| Error::internal("kernel is not registered"))?;
        let extensions = request.extensions();
        let origin = extensions.get::<Origin>().cloned().unwrap_or_default();
        let caller = match extensions.get::<Authentication>() {
            None | Some(Authentication::Visitor) => None,
            Some(Authentication::Known(caller)) => Some((**caller).clone()),
            Some(Authentication::Refused) => return Err(Error::new(Kind::Unauthenticated)),
            Some(Authentication::Unavailable) => return Err(Error::new(Kind::DatabaseUnavailable).retry_after(2)),
        };
        let permission = P::PERMISSION;
        match &caller {
            None if permission.who != Who::Public => return Err(Error::new(Kind::Unauthenticated)),
            None => {}
            Some(caller) => {
                if !permission.admits(caller.role) {
                    return Err(Error::new(Kind::Forbidden));
                }
                match &caller.identity {
                    Identity::Machine { scopes, .. } => {
                        let named = permission.who == Who::Public || scopes.iter().any(|scope| scope == permission.operation);
                        if !permission.for_machines() || !named {
                            return Err(Error::new(Kind::Forbidden));
                        }
                    }
                    Identity::Person { must_enrol: true, .. } if !matches!(permission.who, Who::Public | Who::Person) => {
                        return Err(Error::new(Kind::SecondFactorEnrolment));
                    }
                    Identity::Person { .. } => {}
                }
            }
        }
        drop(extensions);
        path::without_nul(request)?;
        query::none_where_none_is_taken(request)?;
        Ok(Self { kernel, caller, origin, operation: PhantomData })
    }
}

macro_rules! proof {
    ($proof:ident) => {
        impl<P: May> Clone for $proof<P> {
            fn clone(&self) -> Self {
                Self(self.0.clone())
            }
        }
        impl<P: May> $proof<P> {
            /// Opens the database for reading.
            ///
            /// # Errors
            /// The closure's, or `database_unavailable`.
            pub async fn read<T: Send + 'static>(&self, body: impl FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static) -> Result<T> {
                self.0.read(body).await
            }
            /// Opens a write transaction, after checking that the caller still is what the token says.
            ///
            /// # Errors
            /// The closure's, `unauthenticated`, `forbidden` or `database_unavailable`; then nothing was written.
            pub async fn write<T: Send + 'static>(&self, body: impl FnOnce(&mut Write<'_>) -> Result<T> + Send + 'static) -> Result<T> {
                self.0.write(body).await
            }
            /// Opens a write transaction whose answer is kept under the request's idempotency key and given again.
            ///
            /// # Errors
            /// As [`Self::write`], and `idempotency_key_reused`.
            pub async fn write_once(
                &self,
                once: Once,
                body: impl FnOnce(&mut Write<'_>) -> Result<Answer> + Send + 'static,
            ) -> Result<Answer> {
                self.0.write_once(once, body).await
            }
            /// Notes in the audit log that a row with personal data was read, of kind and id; one's own association's is not noted.
            pub fn note_reading(&self, subject: (&'static str, String)) {
                self.0.note_reading(subject, None);
            }
            /// Notes one look at a list of rows with personal data of a kind: a single line that says which.
            ///
            /// # Errors
            /// When the identifiers cannot be JSON.
            pub fn note_list(&self, kind: &'static str, ids: &[String]) -> Result<()> {
                self.0.note_list(kind, ids)
            }
            /// Settings, clock and the rest, for what needs no database.
            pub fn kernel(&self) -> web::Data<Kernel> {
                self.0.kernel.clone()
            }
            /// Who is calling.
            pub fn caller(&self) -> Option<&Caller> {
                self.0.caller.as_ref()
            }
            /// Request id and language.
            pub fn origin(&self) -> &Origin {
                &self.0.origin
            }
        }
        impl<P: May> FromRequest for $proof<P> {
            type Error = Error;
            type Future = Ready<Result<Self>>;
            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                ready(Inner::extract(request).map(Self))
            }
        }
    };
}
proof!(Allowed);
proof!(Public);
