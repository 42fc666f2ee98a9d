-- Sessions of cohorts, and who attends them.
CREATE TABLE cohort_sessions (
  id uuid NOT NULL PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  status text NOT NULL,
  status_reason text,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  minutes integer NOT NULL,
  room_key text,
  document jsonb NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX cohort_sessions_cohort ON cohort_sessions (cohort_id, starts_at, id);
CREATE INDEX cohort_sessions_room ON cohort_sessions (room_key, starts_at);

CREATE TABLE cohort_session_trainers (
  person_id uuid NOT NULL REFERENCES people (id),
  session_id uuid NOT NULL REFERENCES cohort_sessions (id),
  PRIMARY KEY (person_id, session_id)
);
CREATE INDEX cohort_session_trainers_session ON cohort_session_trainers (session_id);

-- What was noted, entry by entry, as devices sent it.
CREATE TABLE attendance_entries (
  id uuid NOT NULL PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES cohort_sessions (id),
  enrolment_id uuid NOT NULL REFERENCES enrolments (id),
  mark text NOT NULL,
  minutes_missed integer,
  reason text,
  method text NOT NULL,
  at timestamptz NOT NULL,
  device_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  device text,
  person_id uuid,
  key_id uuid
);
CREATE INDEX attendance_entries_session ON attendance_entries (session_id, enrolment_id);

-- What follows from the entries.
CREATE TABLE attendance_marks (
  session_id uuid NOT NULL REFERENCES cohort_sessions (id),
  enrolment_id uuid NOT NULL REFERENCES enrolments (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  mark text NOT NULL,
  minutes_missed integer,
  reason text,
  method text NOT NULL,
  at timestamptz NOT NULL,
  entry_id uuid NOT NULL,
  PRIMARY KEY (session_id, enrolment_id)
);
CREATE INDEX attendance_marks_cohort ON attendance_marks (cohort_id, enrolment_id);

-- What participants were warned of last.
CREATE TABLE attendance_warnings (
  enrolment_id uuid NOT NULL PRIMARY KEY REFERENCES enrolments (id),
  out_of_reach boolean NOT NULL,
  at timestamptz NOT NULL
);
