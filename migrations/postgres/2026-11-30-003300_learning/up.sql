-- The bank of questions. An institution's own are its own; those that are shared, every trainer and chamber reads.
CREATE TABLE questions (
  id uuid NOT NULL PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES courses (id),
  module text,
  owner_id uuid REFERENCES institutions (id),
  shared boolean NOT NULL,
  status text NOT NULL,
  kind text NOT NULL,
  search text NOT NULL,
  document jsonb NOT NULL,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX questions_course ON questions (course_id, created_at, id);
CREATE INDEX questions_created ON questions (created_at, id);
CREATE INDEX questions_owner ON questions (owner_id, created_at, id);

-- The tests of a cohort, before and after. Once published, the paper holds the questions as they were.
CREATE TABLE exams (
  id uuid NOT NULL PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  kind text NOT NULL,
  status text NOT NULL,
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  seed text NOT NULL,
  document jsonb NOT NULL,
  paper jsonb,
  published_at timestamptz,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX exams_kind ON exams (cohort_id, kind);

CREATE TABLE exam_attempts (
  id uuid NOT NULL PRIMARY KEY,
  exam_id uuid NOT NULL REFERENCES exams (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  enrolment_id uuid NOT NULL REFERENCES enrolments (id),
  begun_at timestamptz NOT NULL,
  answers jsonb NOT NULL,
  handed_in_at timestamptz,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX exam_attempts_once ON exam_attempts (exam_id, enrolment_id);
CREATE INDEX exam_attempts_cohort ON exam_attempts (cohort_id);

-- What participants do in their own projects, and what they handed in, each time.
CREATE TABLE assignments (
  id uuid NOT NULL PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  tool text NOT NULL,
  due_at timestamptz NOT NULL,
  document jsonb NOT NULL,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX assignments_cohort ON assignments (cohort_id, created_at, id);

CREATE TABLE submissions (
  id uuid NOT NULL PRIMARY KEY,
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  enrolment_id uuid NOT NULL REFERENCES enrolments (id),
  project_id uuid NOT NULL REFERENCES projects (id),
  number integer NOT NULL,
  status text NOT NULL,
  status_since timestamptz NOT NULL,
  handed_in_at timestamptz NOT NULL,
  late boolean NOT NULL,
  note text,
  levels jsonb NOT NULL,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX submissions_once ON submissions (assignment_id, enrolment_id);
CREATE INDEX submissions_cohort ON submissions (cohort_id);

CREATE TABLE submission_pieces (
  submission_id uuid NOT NULL REFERENCES submissions (id),
  number integer NOT NULL,
  at timestamptz NOT NULL,
  document jsonb NOT NULL,
  PRIMARY KEY (submission_id, number)
);

CREATE TABLE submission_steps (
  id uuid NOT NULL PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submissions (id),
  at timestamptz NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  person_id uuid,
  key_id uuid
);
CREATE INDEX submission_steps_submission ON submission_steps (submission_id, id);

CREATE TABLE submission_comments (
  id uuid NOT NULL PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submissions (id),
  number integer NOT NULL,
  at timestamptz NOT NULL,
  place_kind text NOT NULL,
  place_id uuid,
  text text NOT NULL,
  role text NOT NULL,
  person_id uuid
);
CREATE INDEX submission_comments_submission ON submission_comments (submission_id, id);

CREATE TABLE peer_reviews (
  id uuid NOT NULL PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submissions (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  reviewer_id uuid NOT NULL REFERENCES enrolments (id),
  association_id uuid NOT NULL REFERENCES associations (id),
  levels jsonb NOT NULL,
  words text,
  reviewed_at timestamptz,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX peer_reviews_once ON peer_reviews (submission_id, reviewer_id);
CREATE INDEX peer_reviews_cohort ON peer_reviews (cohort_id);
CREATE INDEX peer_reviews_association ON peer_reviews (association_id, created_at, id);

-- What a cohort is graded by, where somebody has said so.
CREATE TABLE grade_schemes (
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  document jsonb NOT NULL,
  version bigint NOT NULL,
  updated_by uuid,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (cohort_id)
);
