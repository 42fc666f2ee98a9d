mod people;
mod rows;
mod steps;

use crate::kernel::http::routes::Routes;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(rows::list_projects)
        .service(rows::create_project)
        .service(rows::get_project)
        .service(rows::update_project)
        .service(rows::copy_project)
        .service(rows::archive_project)
        .service(rows::restore_project)
        .service(steps::plan_project)
        .service(steps::approve_project)
        .service(steps::launch_project)
        .service(steps::close_project)
        .service(steps::drop_project)
        .service(steps::list_project_transitions)
        .service(people::get_project_team)
        .service(people::set_project_team)
        .service(people::list_project_comments)
        .service(people::comment_on_project);
}
