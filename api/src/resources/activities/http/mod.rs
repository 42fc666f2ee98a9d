mod files;
mod network;

use crate::kernel::http::routes::Routes;

pub fn routes(routes: &mut Routes<'_>) {
    routes
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
