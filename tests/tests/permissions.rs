//! HTTP follows the permission table: for every operation, every role and the visitor.

use api::kernel::access::permissions::Who;
use api::kernel::access::{Body, Role};
use tests::{Findings, TestApp, contract};
use uuid::Uuid;

/// What everybody may call without signing in. A change here is a decision about what the public may see or do.
const PUBLIC: &[&str] = &[
    "livez",
    "readyz",
    "metrics",
    "jwks",
    "calculate_schedule",
    "calculate_pert",
    "calculate_earned_value",
    "calculate_cash_flow",
    "select_projects",
    "calculate_plan_check",
    "calculate_plan_numbers",
    "calculate_plan_import",
    "calculate_stand_allocation",
    "list_wilayas",
    "get_wilaya",
    "list_communes",
    "get_commune",
    "list_holidays",
    "get_holiday",
    "list_craft_domains",
    "list_craft_sectors",
    "list_craft_activities",
    "list_institutions",
    "get_institution",
    "list_level_rules",
    "sign_in",
    "refresh_session",
    "request_password_reset",
    "reset_password",
    "view_invitation",
    "accept_invitation",
    "list_associations",
    "count_associations",
    "get_association",
    "register_association",
    "check_duplicates",
    "verify_number",
    "verification_qr",
    "list_events",
    "get_event_calendar",
    "get_event_feed",
    "get_event",
    "get_event_entry",
    "list_event_transitions",
    "get_call",
    "get_selection",
    "get_selection_request",
    "list_exhibitors",
    "list_event_files",
    "get_event_file_content",
    "get_event_plan",
    "get_event_plan_geojson",
    "list_stands",
    "view_outcome_link",
    "declare_by_link",
    "get_event_report",
    "print_event_report",
    "get_participation_summary",
    "list_courses",
    "get_course",
    "list_course_versions",
    "get_course_version",
    "list_cohorts",
    "get_cohort",
    "list_cohort_steps",
    "list_cohort_sessions",
    "get_cohort_session",
    "check_certificate",
    "get_training_coverage_summary",
];

/// Operations for everybody that ask for credentials of their own, and refuse whoever brings none.
const OTHER_CREDENTIALS: &[&str] = &["refresh_session"];

#[test]
fn what_is_public_is_what_was_decided_to_be_public() {
    let public: Vec<&str> = contract()
        .operations
        .iter()
        .filter(|operation| operation.permission.who == Who::Public)
        .map(|operation| operation.id.as_str())
        .collect();
    assert_eq!(public, PUBLIC);
}

#[actix_web::test]
async fn a_wrong_role_is_refused_before_its_broken_body_is_read_and_a_right_role_is_not_refused() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in &contract().operations {
        let target = operation.path_with(|_| Uuid::new_v4().to_string());
        // Anew for each operation: some end sessions.
        let mut actors: Vec<(Option<Role>, &str, _)> = vec![(None, "visitor", app.visitor()), (None, "newcomer", app.newcomer())];
        actors.extend(tests::world::roles(&app).into_iter().map(|(role, actor)| (Some(role), role.as_str(), actor)));
        for (role, name, actor) in &actors {
            let call = actor.request(&operation.method, &target);
            let call = if operation.method == "GET" { call } else { call.body("application/json", "{\"broken\": [") };
            let answer = findings.send(call).await;
            let visitor = *name == "visitor";
            let expected = match operation.permission.who {
                Who::Public => None,
                _ if visitor => Some(401),
                _ if operation.permission.admits(*role) => None,
                _ => Some(403),
            };
            match expected {
                Some(status) => findings.expect(answer.status == status, || format!("{operation} answers a {name} {}", answer.status)),
                None if OTHER_CREDENTIALS.contains(&operation.id.as_str()) => {}
                None => {
                    findings.expect(![401, 403].contains(&answer.status), || format!("{operation} refuses a {name}: {}", answer.status))
                }
            }
        }
    }
    findings.finish();
}

#[actix_web::test]
async fn a_key_does_what_its_scopes_name_and_never_what_only_people_may() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    let body = Body::Institution(app.institution("ministry"));
    for operation in &contract().operations {
        let roles: Vec<Role> = Role::ALL.iter().copied().filter(|role| operation.permission.admits(Some(*role))).collect();
        let target = operation.path_with(|_| Uuid::new_v4().to_string());
        for role in roles {
            for (scopes, named) in [(vec![operation.id.as_str()], true), (vec!["another_operation"], false), (vec![], false)] {
                let machine = app.machine(role, body, &scopes);
                let call = machine.request(&operation.method, &target);
                let call = if operation.method == "GET" { call } else { call.body("application/json", "{\"broken\": [") };
                let answer = findings.send(call).await;
                let may = match operation.permission.who {
                    Who::Public => true,
                    Who::Roles(_) => named,
                    Who::Person | Who::People(_) => false,
                };
                findings.expect((answer.status != 403) == may, || {
                    format!("{operation} answers a {role} key with {scopes:?} {}", answer.status)
                });
            }
        }
    }
    findings.finish();
}

#[actix_web::test]
async fn credentials_that_are_none_are_refused_everywhere_even_where_none_are_needed() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in &contract().operations {
        let target = operation.path_with(|_| Uuid::new_v4().to_string());
        for authorization in ["Bearer nonsense", "Bearer ", "Basic bmFkaWE6c2VjcmV0", "Bearer hirfa_nobody", "bearer a.b.c"] {
            let answer = findings.send(app.visitor().with_authorization(authorization).request(&operation.method, &target)).await;
            findings.expect(answer.status == 401, || format!("{operation} answers {authorization:?} with {}", answer.status));
        }
    }
    findings.finish();
}
