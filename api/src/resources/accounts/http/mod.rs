//! The operations on accounts.

mod client;
mod invitations;
mod me;
mod session;

use crate::kernel::http::routes::Routes;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(session::sign_in)
        .service(session::refresh_session)
        .service(session::sign_out)
        .service(session::sign_out_everywhere)
        .service(session::list_sessions)
        .service(session::end_session)
        .service(session::choose_acting_role)
        .service(session::request_password_reset)
        .service(session::reset_password)
        .service(session::rotate_signing_key)
        .service(me::get_me)
        .service(me::amend_me)
        .service(me::change_password)
        .service(me::start_second_factor)
        .service(me::confirm_second_factor)
        .service(me::remove_second_factor)
        .service(invitations::list_invitations)
        .service(invitations::invite)
        .service(invitations::revoke_invitation)
        .service(invitations::view_invitation)
        .service(invitations::accept_invitation);
}
