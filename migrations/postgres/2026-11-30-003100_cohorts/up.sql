-- Cohorts of courses: who teaches whom, when and where; those who are enrolled, and those who wait.
CREATE TABLE cohorts (
  id uuid NOT NULL PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES courses (id),
  course_number integer NOT NULL,
  organiser_id uuid NOT NULL REFERENCES institutions (id),
  status text NOT NULL,
  status_since timestamptz NOT NULL,
  name_sort text COLLATE "C" NOT NULL,
  search text NOT NULL,
  wilaya_code text REFERENCES wilayas (code),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  document jsonb NOT NULL,
  seats_version bigint NOT NULL,
  lapsed_at timestamptz,
  reminded_at timestamptz,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX cohorts_starts ON cohorts (starts_on, id);
CREATE INDEX cohorts_ends ON cohorts (ends_on, id);
CREATE INDEX cohorts_course ON cohorts (course_id, starts_on, id);
CREATE INDEX cohorts_organiser ON cohorts (organiser_id, starts_on, id);
CREATE INDEX cohorts_wilaya ON cohorts (wilaya_code, starts_on, id);
CREATE INDEX cohorts_lapse ON cohorts (closes_at) WHERE lapsed_at IS NULL;
CREATE INDEX cohorts_remind ON cohorts (starts_on) WHERE reminded_at IS NULL;

CREATE TABLE cohort_trainers (
  person_id uuid NOT NULL REFERENCES people (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  PRIMARY KEY (person_id, cohort_id)
);
CREATE INDEX cohort_trainers_cohort ON cohort_trainers (cohort_id);

CREATE TABLE cohort_steps (
  id uuid NOT NULL PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  at timestamptz NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  person_id uuid,
  key_id uuid
);
CREATE INDEX cohort_steps_cohort ON cohort_steps (cohort_id, id);

CREATE TABLE enrolments (
  id uuid NOT NULL PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  association_id uuid NOT NULL REFERENCES associations (id),
  wilaya_code text NOT NULL,
  status text NOT NULL,
  status_since timestamptz NOT NULL,
  queued_at timestamptz NOT NULL,
  participant_key text NOT NULL,
  participant jsonb NOT NULL,
  woman boolean NOT NULL,
  young boolean NOT NULL,
  remote boolean NOT NULL,
  quota text,
  nominated_by uuid REFERENCES institutions (id),
  replaces_id uuid REFERENCES enrolments (id),
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX enrolments_once ON enrolments (cohort_id, association_id, participant_key) WHERE status NOT IN ('refused', 'withdrawn');
CREATE INDEX enrolments_queue ON enrolments (cohort_id, queued_at, id);
CREATE INDEX enrolments_status ON enrolments (cohort_id, status, queued_at, id);
CREATE INDEX enrolments_association ON enrolments (association_id, created_at, id);

CREATE TABLE enrolment_steps (
  id uuid NOT NULL PRIMARY KEY,
  enrolment_id uuid NOT NULL REFERENCES enrolments (id),
  at timestamptz NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  person_id uuid,
  key_id uuid
);
CREATE INDEX enrolment_steps_enrolment ON enrolment_steps (enrolment_id, id);
