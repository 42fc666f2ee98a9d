mod files;
mod network;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(network::get_network)
        .service(network::put_network)
        .service(network::set_project_calendar)
        .service(network::list_activities)
        .service(network::add_activity)
        .service(network::get_activity)
        .service(network::update_activity)
        .service(network::delete_activity)
        .service(files::get_schedule)
        .service(files::get_pert)
        .service(files::import_network)
        .service(files::list_project_templates)
        .service(files::apply_template);
}
