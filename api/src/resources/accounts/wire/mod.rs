//! What goes over the wire about accounts.

pub mod invitations;
pub mod me;
pub mod session;

pub use invitations::{Acceptance, Invitation, InvitationId, InvitationInput, InvitationQuery, InvitationState, InvitationView};
pub use me::{Grant, GrantInput, Me, MeInput, PasswordChange, PasswordProof, RecoveryCodes, SecondFactorCode, SecondFactorStart};
pub use session::{ActingRole, NewPassword, OpenSession, PasswordResetRequest, RefreshToken, Session, SignIn};
