//! Rules about accounts, without database and HTTP.

pub mod inviting;
pub mod login;
pub mod second_factor;
pub mod session;
pub mod throttle;

crate::id_type!(/// An invitation.
    InvitationId);
