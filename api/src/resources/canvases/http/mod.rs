mod notes;
mod value;

use crate::kernel::http::routes::Routes;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(notes::get_canvas)
        .service(notes::add_note)
        .service(notes::get_note)
        .service(notes::update_note)
        .service(notes::delete_note)
        .service(notes::list_canvas_versions)
        .service(notes::name_canvas_version)
        .service(notes::get_canvas_version)
        .service(notes::compare_canvas_versions)
        .service(value::get_value_proposition)
        .service(value::add_element)
        .service(value::get_element)
        .service(value::update_element)
        .service(value::delete_element);
}
