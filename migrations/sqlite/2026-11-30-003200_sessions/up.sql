-- Sessions of cohorts, and who attends them.
CREATE TABLE cohort_sessions (
  id BLOB NOT NULL PRIMARY KEY,
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  status TEXT NOT NULL,
  status_reason TEXT,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  room_key TEXT,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX cohort_sessions_cohort ON cohort_sessions (cohort_id, starts_at, id);
CREATE INDEX cohort_sessions_room ON cohort_sessions (room_key, starts_at);

CREATE TABLE cohort_session_trainers (
  person_id BLOB NOT NULL REFERENCES people (id),
  session_id BLOB NOT NULL REFERENCES cohort_sessions (id),
  PRIMARY KEY (person_id, session_id)
) STRICT;
CREATE INDEX cohort_session_trainers_session ON cohort_session_trainers (session_id);

-- What was noted, entry by entry, as devices sent it.
CREATE TABLE attendance_entries (
  id BLOB NOT NULL PRIMARY KEY,
  session_id BLOB NOT NULL REFERENCES cohort_sessions (id),
  enrolment_id BLOB NOT NULL REFERENCES enrolments (id),
  mark TEXT NOT NULL,
  minutes_missed INTEGER,
  reason TEXT,
  method TEXT NOT NULL,
  at INTEGER NOT NULL,
  device_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  device TEXT,
  person_id BLOB,
  key_id BLOB
) STRICT;
CREATE INDEX attendance_entries_session ON attendance_entries (session_id, enrolment_id);

-- What follows from the entries.
CREATE TABLE attendance_marks (
  session_id BLOB NOT NULL REFERENCES cohort_sessions (id),
  enrolment_id BLOB NOT NULL REFERENCES enrolments (id),
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  mark TEXT NOT NULL,
  minutes_missed INTEGER,
  reason TEXT,
  method TEXT NOT NULL,
  at INTEGER NOT NULL,
  entry_id BLOB NOT NULL,
  PRIMARY KEY (session_id, enrolment_id)
) STRICT;
CREATE INDEX attendance_marks_cohort ON attendance_marks (cohort_id, enrolment_id);

-- What participants were warned of last.
CREATE TABLE attendance_warnings (
  enrolment_id BLOB NOT NULL PRIMARY KEY REFERENCES enrolments (id),
  out_of_reach INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
