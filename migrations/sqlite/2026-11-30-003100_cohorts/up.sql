-- Cohorts of courses: who teaches whom, when and where; those who are enrolled, and those who wait.
CREATE TABLE cohorts (
  id BLOB NOT NULL PRIMARY KEY,
  course_id BLOB NOT NULL REFERENCES courses (id),
  course_number INTEGER NOT NULL,
  organiser_id BLOB NOT NULL REFERENCES institutions (id),
  status TEXT NOT NULL,
  status_since INTEGER NOT NULL,
  name_sort TEXT NOT NULL,
  search TEXT NOT NULL,
  wilaya_code TEXT REFERENCES wilayas (code),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  document TEXT NOT NULL,
  seats_version INTEGER NOT NULL,
  lapsed_at INTEGER,
  reminded_at INTEGER,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX cohorts_starts ON cohorts (starts_on, id);
CREATE INDEX cohorts_ends ON cohorts (ends_on, id);
CREATE INDEX cohorts_course ON cohorts (course_id, starts_on, id);
CREATE INDEX cohorts_organiser ON cohorts (organiser_id, starts_on, id);
CREATE INDEX cohorts_wilaya ON cohorts (wilaya_code, starts_on, id);
CREATE INDEX cohorts_lapse ON cohorts (closes_at) WHERE lapsed_at IS NULL;
CREATE INDEX cohorts_remind ON cohorts (starts_on) WHERE reminded_at IS NULL;

CREATE TABLE cohort_trainers (
  person_id BLOB NOT NULL REFERENCES people (id),
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  PRIMARY KEY (person_id, cohort_id)
) STRICT;
CREATE INDEX cohort_trainers_cohort ON cohort_trainers (cohort_id);

CREATE TABLE cohort_steps (
  id BLOB NOT NULL PRIMARY KEY,
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  at INTEGER NOT NULL,
  from_status TEXT,
  to_status TEXT NOT NULL,
  reason TEXT,
  person_id BLOB,
  key_id BLOB
) STRICT;
CREATE INDEX cohort_steps_cohort ON cohort_steps (cohort_id, id);

CREATE TABLE enrolments (
  id BLOB NOT NULL PRIMARY KEY,
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  association_id BLOB NOT NULL REFERENCES associations (id),
  wilaya_code TEXT NOT NULL,
  status TEXT NOT NULL,
  status_since INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  participant_key TEXT NOT NULL,
  participant TEXT NOT NULL,
  woman INTEGER NOT NULL,
  young INTEGER NOT NULL,
  remote INTEGER NOT NULL,
  quota TEXT,
  nominated_by BLOB REFERENCES institutions (id),
  replaces_id BLOB REFERENCES enrolments (id),
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX enrolments_once ON enrolments (cohort_id, association_id, participant_key) WHERE status NOT IN ('refused', 'withdrawn');
CREATE INDEX enrolments_queue ON enrolments (cohort_id, queued_at, id);
CREATE INDEX enrolments_status ON enrolments (cohort_id, status, queued_at, id);
CREATE INDEX enrolments_association ON enrolments (association_id, created_at, id);

CREATE TABLE enrolment_steps (
  id BLOB NOT NULL PRIMARY KEY,
  enrolment_id BLOB NOT NULL REFERENCES enrolments (id),
  at INTEGER NOT NULL,
  from_status TEXT,
  to_status TEXT NOT NULL,
  reason TEXT,
  person_id BLOB,
  key_id BLOB
) STRICT;
CREATE INDEX enrolment_steps_enrolment ON enrolment_steps (enrolment_id, id);
