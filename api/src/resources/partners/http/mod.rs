mod agreements;
mod negotiations;
mod partners;

use crate::kernel::http::routes::Routes;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(partners::list_partners)
        .service(partners::add_partner)
        .service(partners::get_partner)
        .service(partners::update_partner)
        .service(partners::delete_partner)
        .service(partners::list_contacts)
        .service(partners::log_contact)
        .service(negotiations::list_negotiations)
        .service(negotiations::open_negotiation)
        .service(negotiations::get_negotiation)
        .service(negotiations::update_negotiation)
        .service(negotiations::add_offer)
        .service(negotiations::conclude_negotiation)
        .service(agreements::list_agreements)
        .service(agreements::add_agreement)
        .service(agreements::get_agreement)
        .service(agreements::update_agreement)
        .service(agreements::settle_obligation)
        .service(agreements::list_obligations);
}
