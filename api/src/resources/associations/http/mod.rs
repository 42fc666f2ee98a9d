mod files;
mod review;
mod steps;

use crate::kernel::http::routes::Routes;

pub fn routes(routes: &mut Routes<'_>) {
    // Fixed paths before those with an identifier.
    routes
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
        .service(steps::list_transitions)
        .service(review::propose_changes)
        .service(review::list_proposals)
        .service(review::get_proposal)
        .service(review::decide_proposal)
        .service(review::check_duplicates)
        .service(review::list_likely_duplicates)
        .service(review::list_duplicate_pairs)
        .service(review::preview_merge)
        .service(review::merge_associations)
        .service(review::list_merges)
        .service(review::undo_merge)
        .service(review::verify_number)
        .service(review::verification_qr);
}
