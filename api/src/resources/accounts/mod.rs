//! Accounts: people, the roles they hold, how they sign in and how they are invited.
//!
//! A person holds grants: a role in a body. One grant is chosen to act in; the access token carries it. Sessions live by a
//! rotating refresh token in a cookie that scripts cannot read; a token used twice ends its session. Passwords are hashed
//! outside of write transactions, since a hash takes longer than any transaction should.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::login::email as clean_email;
pub use ops::PERSON as PERSON_SUBJECT;
pub use ops::administrators::{create_administrator, first_administrator};
pub use ops::grants::{
    give as give_grant, grant_association, keep_an_administrator, names as body_names, of as grants_of, withdraw as withdraw_grant,
};
pub use ops::invitations::invite_applicant;
pub use ops::second_factor::forget as forget_second_factor;
pub use store::people::{NewPerson, Person, add as add_person, find as find_person, names as person_names};
pub use store::readers::{Correspondent, Reader, correspondents, officers, readers};
pub use store::sessions::end_all as end_sessions;
pub use wire::{Grant, GrantInput};

/// Kinds of rows that are about accounts, as the audit log names them.
pub const SUBJECTS: [&str; 4] = ["person", "grant", "invitation", "signing_key"];

crate::permissions! {
    SignIn ("sign_in") => public;
    RefreshSession ("refresh_session") => public;
    SignOut ("sign_out") => person;
    SignOutEverywhere ("sign_out_everywhere") => person;
    ListSessions ("list_sessions") => person;
    EndSession ("end_session") => person;
    ChooseActingRole ("choose_acting_role") => person;
    RequestPasswordReset ("request_password_reset") => public;
    ResetPassword ("reset_password") => public;
    RotateSigningKey ("rotate_signing_key") => people [Admin];
    GetMe ("get_me") => person;
    AmendMe ("amend_me") => person;
    ChangePassword ("change_password") => person;
    StartSecondFactor ("start_second_factor") => person;
    ConfirmSecondFactor ("confirm_second_factor") => person;
    RemoveSecondFactor ("remove_second_factor") => person;
    ListInvitations ("list_invitations") => people [Association, Chamber, National, Ministry, Admin];
    Invite ("invite") => people [Association, Chamber, National, Ministry, Admin];
    RevokeInvitation ("revoke_invitation") => people [Association, Chamber, National, Ministry, Admin];
    ViewInvitation ("view_invitation") => public;
    AcceptInvitation ("accept_invitation") => public;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "accounts", permissions: PERMISSIONS, routes: http::routes };
