mod files;
mod steps;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    // Fixed paths before those with an identifier.
    config
        .service(files::list_associations)
        .service(files::count_associations)
        .service(files::create_association)
        .service(files::register_association)
        .service(files::get_association)
        .service(files::update_association)
        .service(steps::submit_association)
        .service(steps::return_association)
        .service(steps::verify_association)
        .service(steps::suspend_association)
        .service(steps::reinstate_association)
        .service(steps::dissolve_association)
        .service(steps::list_transitions);
}
