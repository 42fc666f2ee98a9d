//! The tables of tests, assignments and grades.

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    questions (id) {
        id -> Uid,
        course_id -> Uid,
        module -> Nullable<Text>,
        owner_id -> Nullable<Uid>,
        shared -> Bool,
        status -> Text,
        kind -> Text,
        search -> Text,
        document -> Document,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    exams (id) {
        id -> Uid,
        cohort_id -> Uid,
        kind -> Text,
        status -> Text,
        opens_at -> Instant,
        closes_at -> Instant,
        seed -> Text,
        document -> Document,
        paper -> Nullable<Document>,
        published_at -> Nullable<Instant>,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    exam_attempts (id) {
        id -> Uid,
        exam_id -> Uid,
        cohort_id -> Uid,
        enrolment_id -> Uid,
        begun_at -> Instant,
        answers -> Document,
        handed_in_at -> Nullable<Instant>,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    assignments (id) {
        id -> Uid,
        cohort_id -> Uid,
        tool -> Text,
        due_at -> Instant,
        document -> Document,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    submissions (id) {
        id -> Uid,
        assignment_id -> Uid,
        cohort_id -> Uid,
        enrolment_id -> Uid,
        project_id -> Uid,
        number -> Integer,
        status -> Text,
        status_since -> Instant,
        handed_in_at -> Instant,
        late -> Bool,
        note -> Nullable<Text>,
        levels -> Document,
        created_by -> Nullable<Uid>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    submission_pieces (submission_id, number) {
        submission_id -> Uid,
        number -> Integer,
        at -> Instant,
        document -> Document,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    submission_steps (id) {
        id -> Uid,
        submission_id -> Uid,
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
    submission_comments (id) {
        id -> Uid,
        submission_id -> Uid,
        number -> Integer,
        at -> Instant,
        place_kind -> Text,
        place_id -> Nullable<Uid>,
        text -> Text,
        role -> Text,
        person_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    peer_reviews (id) {
        id -> Uid,
        submission_id -> Uid,
        cohort_id -> Uid,
        reviewer_id -> Uid,
        association_id -> Uid,
        levels -> Document,
        words -> Nullable<Text>,
        reviewed_at -> Nullable<Instant>,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::kernel::db::types::sql::*;
    grade_schemes (cohort_id) {
        cohort_id -> Uid,
        document -> Document,
        version -> BigInt,
        updated_by -> Nullable<Uid>,
        updated_at -> Instant,
    }
}
