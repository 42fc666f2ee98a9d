mod cohorts;
mod enrolments;

use crate::kernel::http::routes::Routes;

pub fn routes(routes: &mut Routes<'_>) {
    cohorts::routes(routes);
    enrolments::routes(routes);
}
