mod lines;
mod value;

use crate::kernel::http::routes::Routes;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(lines::list_cost_lines)
        .service(lines::put_cost_lines)
        .service(lines::add_cost_line)
        .service(lines::get_cost_line)
        .service(lines::update_cost_line)
        .service(lines::delete_cost_line)
        .service(value::list_baselines)
        .service(value::take_baseline)
        .service(value::get_baseline)
        .service(value::list_progress_reports)
        .service(value::add_progress_report)
        .service(value::get_progress_report)
        .service(value::correct_progress_report)
        .service(value::get_earned_value)
        .service(value::list_variance_explanations)
        .service(value::explain_variance);
}
