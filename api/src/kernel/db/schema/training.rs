//! The tables of courses and cohorts.

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    courses (id) {
        id -> Uid,
        owner_id -> Uid,
        status -> Text,
        name_sort -> Text,
        search -> Text,
        document -> Document,
        shown -> Document,
        published_number -> Nullable<Integer>,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    course_versions (course_id, number) {
        course_id -> Uid,
        number -> Integer,
        document -> Document,
        published_at -> Instant,
        published_by -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    course_subjects (subject, course_id) {
        subject -> Text,
        course_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    course_sectors (sector_code, course_id) {
        sector_code -> Text,
        course_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    cohorts (id) {
        id -> Uid,
        course_id -> Uid,
        course_number -> Integer,
        organiser_id -> Uid,
        status -> Text,
        status_since -> Instant,
        name_sort -> Text,
        search -> Text,
        wilaya_code -> Nullable<Text>,
        starts_on -> Date,
        ends_on -> Date,
        opens_at -> Instant,
        closes_at -> Instant,
        document -> Document,
        seats_version -> BigInt,
        lapsed_at -> Nullable<Instant>,
        reminded_at -> Nullable<Instant>,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    cohort_trainers (person_id, cohort_id) {
        person_id -> Uid,
        cohort_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    cohort_steps (id) {
        id -> Uid,
        cohort_id -> Uid,
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
    enrolments (id) {
        id -> Uid,
        cohort_id -> Uid,
        association_id -> Uid,
        wilaya_code -> Text,
        status -> Text,
        status_since -> Instant,
        queued_at -> Instant,
        participant_key -> Text,
        participant -> Document,
        woman -> Bool,
        young -> Bool,
        remote -> Bool,
        quota -> Nullable<Text>,
        nominated_by -> Nullable<Uid>,
        replaces_id -> Nullable<Uid>,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    enrolment_steps (id) {
        id -> Uid,
        enrolment_id -> Uid,
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
    trainer_profiles (person_id) {
        person_id -> Uid,
        document -> Document,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    trainer_subjects (subject, person_id) {
        subject -> Text,
        person_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    trainer_languages (language, person_id) {
        language -> Text,
        person_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    cohort_sessions (id) {
        id -> Uid,
        cohort_id -> Uid,
        status -> Text,
        status_reason -> Nullable<Text>,
        starts_at -> Instant,
        ends_at -> Instant,
        minutes -> Integer,
        room_key -> Nullable<Text>,
        document -> Document,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    cohort_session_trainers (person_id, session_id) {
        person_id -> Uid,
        session_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    attendance_entries (id) {
        id -> Uid,
        session_id -> Uid,
        enrolment_id -> Uid,
        mark -> Text,
        minutes_missed -> Nullable<Integer>,
        reason -> Nullable<Text>,
        method -> Text,
        at -> Instant,
        device_at -> Instant,
        received_at -> Instant,
        device -> Nullable<Text>,
        person_id -> Nullable<Uid>,
        key_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    attendance_marks (session_id, enrolment_id) {
        session_id -> Uid,
        enrolment_id -> Uid,
        cohort_id -> Uid,
        mark -> Text,
        minutes_missed -> Nullable<Integer>,
        reason -> Nullable<Text>,
        method -> Text,
        at -> Instant,
        entry_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    attendance_warnings (enrolment_id) {
        enrolment_id -> Uid,
        out_of_reach -> Bool,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    certificates (id) {
        id -> Uid,
        code -> Text,
        enrolment_id -> Uid,
        cohort_id -> Uid,
        association_id -> Uid,
        document -> Document,
        issued_at -> Instant,
        issued_by -> Nullable<Uid>,
        key_id -> Nullable<Uid>,
        revoked_at -> Nullable<Instant>,
        revoked_by -> Nullable<Uid>,
        revocation_reason -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    evaluation_answers (id) {
        id -> Text,
        cohort_id -> Uid,
        round -> Text,
        document -> Document,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    evaluation_receipts (enrolment_id, round) {
        enrolment_id -> Uid,
        round -> Text,
        cohort_id -> Uid,
        handed_in_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    evaluation_links (enrolment_id, round) {
        enrolment_id -> Uid,
        round -> Text,
        cohort_id -> Uid,
        token_hash -> Binary,
        created_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    evaluation_requests (cohort_id, round) {
        cohort_id -> Uid,
        round -> Text,
        asked_at -> Instant,
    }
}
