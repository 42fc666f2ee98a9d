//! One schema for both databases. The migrations are the source; a test compares them with each other.

// Columns are described by the migrations.
#![allow(missing_docs)]

mod learning;
mod training;
pub use learning::*;
pub use training::*;

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    signing_keys (kid) {
        kid -> Text,
        sealed -> Binary,
        public -> Binary,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    audit_entries (id) {
        id -> Uid,
        at -> Instant,
        person_id -> Nullable<Uid>,
        key_id -> Nullable<Uid>,
        role -> Nullable<Text>,
        request_id -> Uid,
        operation -> Text,
        subject_type -> Text,
        subject_id -> Text,
        before -> Nullable<Document>,
        after -> Nullable<Document>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    outbox (transaction_id, id) {
        id -> Uid,
        at -> Instant,
        topic -> Text,
        subject_id -> Uid,
        payload -> Document,
        transaction_id -> BigInt,
        association_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    idempotency_keys (caller, key) {
        caller -> Text,
        key -> Text,
        operation -> Text,
        fingerprint -> Binary,
        status -> Integer,
        body -> Binary,
        sealed -> Bool,
        etag -> Nullable<Text>,
        location -> Nullable<Text>,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    reference_versions (kind, code, version) {
        kind -> Text,
        code -> Text,
        version -> BigInt,
        document -> Document,
        source -> Text,
        at -> Instant,
        person_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    wilayas (code) {
        code -> Text,
        name_ar -> Text,
        name_fr -> Text,
        name_en -> Text,
        name_ar_official -> Text,
        created_by -> Text,
        name_source -> Text,
        search -> Text,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    communes (code) {
        code -> Text,
        wilaya_code -> Text,
        wilaya_code_58 -> Text,
        wilaya_code_48 -> Text,
        name_ar -> Text,
        name_fr -> Text,
        daira_1991 -> Nullable<Text>,
        aliases -> Document,
        name_source -> Text,
        longitude -> Nullable<Double>,
        latitude -> Nullable<Double>,
        border -> Bool,
        border_basis -> Text,
        isolated -> Nullable<Bool>,
        isolated_basis -> Nullable<Text>,
        search -> Text,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    craft_domains (code) {
        code -> Text,
        name_ar -> Text,
        name_fr -> Text,
        name_en -> Text,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    craft_sectors (code) {
        code -> Text,
        domain_code -> Text,
        name_ar -> Text,
        name_fr -> Text,
        name_en -> Text,
        label_source -> Text,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    craft_activities (code) {
        code -> Text,
        sector_code -> Text,
        name_ar -> Text,
        name_fr -> Nullable<Text>,
        name_en -> Nullable<Text>,
        source -> Text,
        search -> Text,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    institutions (id) {
        id -> Uid,
        kind -> Text,
        name_ar -> Text,
        name_fr -> Nullable<Text>,
        name_en -> Nullable<Text>,
        acronym -> Nullable<Text>,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        website -> Nullable<Text>,
        address -> Nullable<Text>,
        search -> Text,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    institution_coverage (kind, wilaya_code) {
        kind -> Text,
        wilaya_code -> Text,
        institution_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    people (id) {
        id -> Uid,
        name -> Text,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        language -> Text,
        totp_sealed -> Nullable<Binary>,
        totp_confirmed_at -> Nullable<Instant>,
        totp_last_step -> Nullable<BigInt>,
        disabled_at -> Nullable<Instant>,
        search -> Text,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    grants (id) {
        id -> Uid,
        person_id -> Uid,
        role -> Text,
        institution_id -> Nullable<Uid>,
        association_id -> Nullable<Uid>,
        granted_at -> Instant,
        granted_by -> Nullable<Uid>,
        ended_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    sessions (id) {
        id -> Uid,
        person_id -> Uid,
        grant_id -> Nullable<Uid>,
        refresh_hash -> Binary,
        previous_hash -> Nullable<Binary>,
        rotated_at -> Instant,
        user_agent -> Text,
        created_at -> Instant,
        expires_at -> Instant,
        ended_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    sign_in_attempts (subject) {
        subject -> Text,
        failures -> Integer,
        last_at -> Instant,
        blocked_until -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    recovery_codes (hash) {
        hash -> Binary,
        person_id -> Uid,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    invitations (id) {
        id -> Uid,
        token_hash -> Binary,
        role -> Text,
        institution_id -> Nullable<Uid>,
        association_id -> Nullable<Uid>,
        email -> Text,
        name -> Text,
        language -> Text,
        invited_by -> Nullable<Uid>,
        created_at -> Instant,
        expires_at -> Instant,
        accepted_at -> Nullable<Instant>,
        revoked_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    password_resets (token_hash) {
        token_hash -> Binary,
        person_id -> Uid,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    machine_keys (id) {
        id -> Uid,
        institution_id -> Nullable<Uid>,
        association_id -> Nullable<Uid>,
        role -> Text,
        name -> Text,
        prefix -> Text,
        hash -> Binary,
        scopes -> Document,
        created_by -> Uid,
        created_at -> Instant,
        expires_on -> Date,
        last_used_at -> Nullable<Instant>,
        revoked_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    mail_queue (id) {
        id -> Uid,
        sealed -> Binary,
        attempts -> Integer,
        due_at -> Instant,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    associations (id) {
        id -> Uid,
        registration_number -> Nullable<Text>,
        name_ar -> Text,
        name_fr -> Nullable<Text>,
        name_en -> Nullable<Text>,
        name_sort -> Text,
        acronym -> Nullable<Text>,
        level -> Text,
        kind -> Text,
        legal_regime -> Text,
        wilaya_code -> Text,
        commune_code -> Text,
        sectors -> Document,
        founded_on -> Nullable<Date>,
        founded_order -> BigInt,
        members -> BigInt,
        women_led -> Bool,
        youth_led -> Bool,
        border -> Bool,
        isolated -> Bool,
        status -> Text,
        status_since -> Instant,
        status_reason -> Nullable<Text>,
        remarks -> Nullable<Document>,
        merged_into -> Nullable<Uid>,
        document -> Document,
        search -> Text,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
        flags_until -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    association_sectors (sector_code, association_id) {
        sector_code -> Text,
        association_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    mandates (id) {
        id -> Uid,
        association_id -> Uid,
        person_name -> Text,
        gender -> Text,
        born_on -> Nullable<Date>,
        office -> Text,
        starts_on -> Date,
        ends_on -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    association_transitions (id) {
        id -> Uid,
        association_id -> Uid,
        at -> Instant,
        from_status -> Nullable<Text>,
        to_status -> Text,
        person_id -> Nullable<Uid>,
        key_id -> Nullable<Uid>,
        reason -> Nullable<Text>,
        remarks -> Nullable<Document>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    association_versions (association_id, version) {
        association_id -> Uid,
        version -> BigInt,
        at -> Instant,
        status -> Text,
        registration_number -> Nullable<Text>,
        document -> Document,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    proposals (id) {
        id -> Uid,
        association_id -> Uid,
        changes -> Document,
        note -> Nullable<Text>,
        proposed_by -> Nullable<Uid>,
        created_at -> Instant,
        decided_at -> Nullable<Instant>,
        decided_by -> Nullable<Uid>,
        decision -> Nullable<Document>,
        version -> BigInt,
        replaced -> Nullable<Document>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    duplicate_keys (key, association_id) {
        key -> Text,
        association_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    merges (id) {
        id -> Uid,
        kept_id -> Uid,
        merged_id -> Uid,
        before_kept -> Document,
        merged_status -> Text,
        merged_by -> Nullable<Uid>,
        merged_at -> Instant,
        undone_by -> Nullable<Uid>,
        undone_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    registration_sequences (wilaya_code, year) {
        wilaya_code -> Text,
        year -> Integer,
        last -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    association_counts (craft_code, wilaya_code, level, kind, women_led, youth_led, border, isolated) {
        craft_code -> Text,
        wilaya_code -> Text,
        level -> Text,
        kind -> Text,
        women_led -> Bool,
        youth_led -> Bool,
        border -> Bool,
        isolated -> Bool,
        number -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    association_sums (facet, craft_code, wilaya_code) {
        facet -> Text,
        craft_code -> Text,
        wilaya_code -> Text,
        number -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    documents (id) {
        id -> Uid,
        association_id -> Uid,
        kind -> Text,
        file_name -> Text,
        media_type -> Text,
        size -> BigInt,
        sha256 -> Binary,
        storage_key -> Text,
        uploaded_by -> Nullable<Uid>,
        created_at -> Instant,
        project_id -> Nullable<Uid>,
        agreement_id -> Nullable<Uid>,
        report_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    jobs (id) {
        id -> Uid,
        kind -> Text,
        state -> Text,
        fingerprint -> Nullable<Binary>,
        institution_id -> Nullable<Uid>,
        caller -> Document,
        created_by -> Nullable<Uid>,
        request_id -> Uid,
        file_name -> Nullable<Text>,
        input_key -> Text,
        input_sha256 -> Binary,
        parameters -> Document,
        done -> BigInt,
        total -> Nullable<BigInt>,
        report -> Document,
        failure -> Nullable<Document>,
        runner -> Nullable<Uid>,
        lease_until -> Nullable<Instant>,
        cancel_requested -> Bool,
        created_at -> Instant,
        updated_at -> Instant,
        finished_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    job_rows (job_id, number) {
        job_id -> Uid,
        number -> BigInt,
        outcome -> Text,
        association_id -> Nullable<Uid>,
        findings -> Nullable<Document>,
        source -> Nullable<Document>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    import_mappings (institution_id, header) {
        institution_id -> Uid,
        header -> Text,
        field -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    holidays (id) {
        id -> Uid,
        code -> Text,
        date -> Date,
        until -> Nullable<Date>,
        every_year -> Bool,
        name_ar -> Text,
        name_fr -> Nullable<Text>,
        name_en -> Nullable<Text>,
        confirmed -> Bool,
        source -> Text,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    projects (id) {
        id -> Uid,
        association_id -> Uid,
        name_ar -> Text,
        name_fr -> Nullable<Text>,
        name_en -> Nullable<Text>,
        name_sort -> Text,
        purpose -> Nullable<Document>,
        stage -> Text,
        stage_since -> Instant,
        starts_on -> Nullable<Date>,
        starts_order -> BigInt,
        threshold_percent -> Double,
        archived_at -> Nullable<Instant>,
        search -> Text,
        planned_finish -> Nullable<Date>,
        activities -> BigInt,
        percent_done -> Double,
        plan_version -> BigInt,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_associations (project_id, association_id) {
        project_id -> Uid,
        association_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_members (project_id, person_id) {
        project_id -> Uid,
        person_id -> Uid,
        access -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_transitions (id) {
        id -> Uid,
        project_id -> Uid,
        at -> Instant,
        decided_on -> Date,
        from_stage -> Nullable<Text>,
        to_stage -> Text,
        reason -> Nullable<Text>,
        person_id -> Nullable<Uid>,
        key_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_comments (id) {
        id -> Uid,
        project_id -> Uid,
        at -> Instant,
        person_id -> Nullable<Uid>,
        role -> Text,
        about -> Nullable<Text>,
        text -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_networks (project_id) {
        project_id -> Uid,
        document -> Document,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_budgets (project_id) {
        project_id -> Uid,
        document -> Document,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_baselines (project_id, number) {
        project_id -> Uid,
        number -> BigInt,
        at -> Instant,
        reason -> Text,
        budget -> BigInt,
        finish -> Nullable<Date>,
        document -> Document,
        person_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    progress_reports (id) {
        id -> Uid,
        project_id -> Uid,
        date -> Date,
        document -> Document,
        version -> BigInt,
        created_by -> Nullable<Uid>,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    variance_explanations (id) {
        id -> Uid,
        project_id -> Uid,
        as_of -> Date,
        activity_id -> Nullable<Uid>,
        kind -> Text,
        cause -> Text,
        action -> Nullable<Text>,
        person_id -> Nullable<Uid>,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_canvases (project_id, kind) {
        project_id -> Uid,
        kind -> Text,
        document -> Document,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    canvas_versions (project_id, number) {
        project_id -> Uid,
        number -> BigInt,
        name -> Text,
        at -> Instant,
        person_id -> Nullable<Uid>,
        document -> Document,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    partner_records (id) {
        id -> Uid,
        project_id -> Uid,
        kind -> Text,
        partner_id -> Nullable<Uid>,
        document -> Document,
        version -> BigInt,
        created_by -> Nullable<Uid>,
        created_at -> Instant,
        updated_at -> Instant,
        remind_on -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    agreement_reminders (agreement_id, about_id, kind, falls_on) {
        agreement_id -> Uid,
        about_id -> Uid,
        kind -> Text,
        falls_on -> Date,
        sent_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    project_cash_flows (project_id) {
        project_id -> Uid,
        document -> Document,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    webhooks (id) {
        id -> Uid,
        institution_id -> Nullable<Uid>,
        association_id -> Nullable<Uid>,
        role -> Text,
        name -> Text,
        url -> Text,
        topics -> Document,
        secret -> Binary,
        state -> Text,
        disabled_for -> Nullable<Text>,
        failing_since -> Nullable<Instant>,
        place_transaction -> BigInt,
        place_id -> Uid,
        version -> BigInt,
        created_by -> Uid,
        created_at -> Instant,
        updated_at -> Instant,
        previous_secret -> Nullable<Binary>,
        previous_until -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    webhook_deliveries (id) {
        id -> Uid,
        webhook_id -> Uid,
        message_id -> Uid,
        topic -> Text,
        body -> Text,
        state -> Text,
        attempts -> Integer,
        due_at -> Nullable<Instant>,
        status_code -> Nullable<Integer>,
        failure -> Nullable<Text>,
        created_at -> Instant,
        last_attempt_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    kept_portfolios (id) {
        id -> Uid,
        institution_id -> Nullable<Uid>,
        association_id -> Nullable<Uid>,
        name -> Text,
        note -> Nullable<Text>,
        budget -> BigInt,
        candidates -> BigInt,
        chosen -> BigInt,
        status -> Nullable<Text>,
        total_value -> Nullable<BigInt>,
        request -> Document,
        outcome -> Document,
        created_by -> Nullable<Uid>,
        created_at -> Instant,
    }
}

diesel::joinable!(communes -> wilayas (wilaya_code));
diesel::joinable!(craft_sectors -> craft_domains (domain_code));
diesel::joinable!(craft_activities -> craft_sectors (sector_code));
diesel::joinable!(institution_coverage -> wilayas (wilaya_code));
diesel::joinable!(institution_coverage -> institutions (institution_id));
diesel::joinable!(grants -> people (person_id));
diesel::joinable!(grants -> institutions (institution_id));
diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(sessions -> grants (grant_id));
diesel::joinable!(recovery_codes -> people (person_id));
diesel::joinable!(invitations -> institutions (institution_id));
diesel::joinable!(password_resets -> people (person_id));
diesel::joinable!(machine_keys -> institutions (institution_id));
diesel::joinable!(associations -> wilayas (wilaya_code));
diesel::joinable!(associations -> communes (commune_code));
diesel::joinable!(association_sectors -> craft_sectors (sector_code));
diesel::joinable!(association_sectors -> associations (association_id));
diesel::joinable!(mandates -> associations (association_id));
diesel::joinable!(association_transitions -> associations (association_id));
diesel::joinable!(association_versions -> associations (association_id));
diesel::joinable!(proposals -> associations (association_id));
diesel::joinable!(duplicate_keys -> associations (association_id));
diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    events (id) {
        id -> Uid,
        organiser_id -> Uid,
        kind -> Text,
        scale -> Text,
        status -> Text,
        status_since -> Instant,
        name_sort -> Text,
        wilaya_code -> Text,
        commune_code -> Text,
        starts_on -> Date,
        ends_on -> Date,
        previous_id -> Nullable<Uid>,
        document -> Document,
        search -> Text,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_organisers (institution_id, event_id) {
        institution_id -> Uid,
        event_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_sectors (sector_code, event_id) {
        sector_code -> Text,
        event_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_transitions (id) {
        id -> Uid,
        event_id -> Uid,
        at -> Instant,
        from_status -> Nullable<Text>,
        to_status -> Text,
        reason -> Nullable<Text>,
        starts_on -> Date,
        ends_on -> Date,
        person_id -> Nullable<Uid>,
        key_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_calls (event_id) {
        event_id -> Uid,
        opens_at -> Instant,
        closes_at -> Instant,
        document -> Document,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
        reviews_per_application -> Nullable<Integer>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_applications (id) {
        id -> Uid,
        event_id -> Uid,
        association_id -> Uid,
        wilaya_code -> Text,
        status -> Text,
        status_since -> Instant,
        submitted_at -> Nullable<Instant>,
        document -> Document,
        findings -> Nullable<Document>,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
        number -> Nullable<Integer>,
        score -> Nullable<BigInt>,
        last_message_from -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_decisions (application_id) {
        application_id -> Uid,
        event_id -> Uid,
        document -> Document,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_reviewers (event_id, person_id) {
        event_id -> Uid,
        person_id -> Uid,
        at_most -> Nullable<Integer>,
        conflicts -> Document,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
        declared_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_reviews (id) {
        id -> Uid,
        event_id -> Uid,
        application_id -> Uid,
        person_id -> Uid,
        status -> Text,
        points -> Nullable<Document>,
        total -> Nullable<BigInt>,
        remark -> Nullable<Text>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_selections (event_id) {
        event_id -> Uid,
        seed -> Text,
        seed_source -> Text,
        request -> Nullable<Document>,
        outcome -> Nullable<Document>,
        published_at -> Nullable<Instant>,
        published_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_follow_ups (event_id) {
        event_id -> Uid,
        due_at -> Nullable<Instant>,
        document -> Document,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_answers (application_id) {
        application_id -> Uid,
        event_id -> Uid,
        document -> Document,
        answered_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_files (id) {
        id -> Uid,
        event_id -> Uid,
        application_id -> Nullable<Uid>,
        kind -> Text,
        file_name -> Text,
        media_type -> Text,
        size -> BigInt,
        storage_key -> Text,
        uploaded_by -> Nullable<Uid>,
        created_at -> Instant,
        product_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_messages (id) {
        id -> Uid,
        application_id -> Uid,
        at -> Instant,
        side -> Text,
        person_id -> Nullable<Uid>,
        text -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_application_steps (id) {
        id -> Uid,
        application_id -> Uid,
        at -> Instant,
        from_status -> Nullable<Text>,
        to_status -> Text,
        reason -> Nullable<Text>,
        person_id -> Nullable<Uid>,
        key_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_outcomes (application_id, round) {
        application_id -> Uid,
        round -> Text,
        event_id -> Uid,
        visitors -> Integer,
        sales -> BigInt,
        orders -> Integer,
        orders_value -> BigInt,
        contacts -> Integer,
        comment -> Nullable<Text>,
        evaluation -> Nullable<Document>,
        declared_at -> Instant,
        declared_through -> Text,
        person_id -> Nullable<Uid>,
        key_id -> Nullable<Uid>,
        version -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_outcome_links (application_id, round) {
        application_id -> Uid,
        round -> Text,
        event_id -> Uid,
        token_hash -> Binary,
        created_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_outcome_requests (event_id, round) {
        event_id -> Uid,
        round -> Text,
        asked_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_application_sectors (sector_code, application_id) {
        sector_code -> Text,
        application_id -> Uid,
    }
}

diesel::joinable!(documents -> associations (association_id));
diesel::joinable!(job_rows -> jobs (job_id));
diesel::joinable!(webhook_deliveries -> webhooks (webhook_id));
diesel::allow_tables_to_appear_in_same_query!(
    agreement_reminders,
    assignments,
    association_counts,
    association_sectors,
    association_sums,
    association_transitions,
    association_versions,
    associations,
    attendance_entries,
    attendance_marks,
    attendance_warnings,
    audit_entries,
    canvas_versions,
    certificates,
    check_ins,
    cohort_session_trainers,
    cohort_sessions,
    cohort_steps,
    cohort_trainers,
    cohorts,
    communes,
    course_files,
    course_sectors,
    course_subjects,
    course_versions,
    courses,
    craft_activities,
    craft_domains,
    craft_sectors,
    documents,
    duplicate_keys,
    enrolment_steps,
    enrolments,
    evaluation_answers,
    evaluation_links,
    evaluation_receipts,
    evaluation_requests,
    event_answers,
    event_application_sectors,
    event_application_steps,
    event_applications,
    event_calls,
    event_decisions,
    event_files,
    event_follow_ups,
    event_messages,
    event_organisers,
    event_outcome_links,
    event_outcome_requests,
    event_outcomes,
    event_plans,
    event_presence,
    event_reviewers,
    event_reviews,
    event_sectors,
    event_selections,
    event_stands,
    event_transitions,
    events,
    exam_attempts,
    exams,
    grade_schemes,
    grants,
    holidays,
    idempotency_keys,
    import_mappings,
    institution_coverage,
    institutions,
    invitations,
    job_rows,
    jobs,
    kept_portfolios,
    machine_keys,
    mail_queue,
    mandates,
    merges,
    outbox,
    partner_records,
    password_resets,
    peer_reviews,
    people,
    progress_reports,
    project_associations,
    project_baselines,
    project_budgets,
    project_canvases,
    project_cash_flows,
    project_comments,
    project_members,
    project_networks,
    project_transitions,
    projects,
    proposals,
    questions,
    recovery_codes,
    reference_versions,
    registration_sequences,
    sessions,
    sign_in_attempts,
    signing_keys,
    submission_comments,
    submission_pieces,
    submission_steps,
    submissions,
    trainer_languages,
    trainer_profiles,
    trainer_subjects,
    variance_explanations,
    webhook_deliveries,
    webhooks,
    wilayas,
);

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_plans (event_id) {
        event_id -> Uid,
        document -> Document,
        published_at -> Nullable<Instant>,
        stands_version -> BigInt,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_stands (application_id) {
        application_id -> Uid,
        event_id -> Uid,
        stand -> Text,
        locked -> Bool,
        given_at -> Instant,
        given_by -> Nullable<Uid>,
        told -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    check_ins (id) {
        id -> Uid,
        event_id -> Uid,
        application_id -> Uid,
        exhibitor -> Integer,
        direction -> Text,
        method -> Text,
        at -> Instant,
        day -> Date,
        device_at -> Instant,
        received_at -> Instant,
        device -> Text,
        recorded_by -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    event_presence (application_id, exhibitor) {
        application_id -> Uid,
        exhibitor -> Integer,
        event_id -> Uid,
        inside -> Bool,
        first_in_at -> Nullable<Instant>,
        last_at -> Instant,
        last_id -> Uid,
    }
}
