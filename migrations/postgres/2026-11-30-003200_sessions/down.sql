DROP TABLE attendance_warnings;
DROP TABLE attendance_marks;
DROP TABLE attendance_entries;
DROP TABLE cohort_session_trainers;
DROP TABLE cohort_sessions;
