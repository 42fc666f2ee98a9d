-- The bank of questions. An institution's own are its own; those that are shared, every trainer and chamber reads.
CREATE TABLE questions (
  id BLOB NOT NULL PRIMARY KEY,
  course_id BLOB NOT NULL REFERENCES courses (id),
  module TEXT,
  owner_id BLOB REFERENCES institutions (id),
  shared INTEGER NOT NULL,
  status TEXT NOT NULL,
  kind TEXT NOT NULL,
  search TEXT NOT NULL,
  document TEXT NOT NULL,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX questions_course ON questions (course_id, created_at, id);
CREATE INDEX questions_created ON questions (created_at, id);
CREATE INDEX questions_owner ON questions (owner_id, created_at, id);

-- The tests of a cohort, before and after. Once published, the paper holds the questions as they were.
CREATE TABLE exams (
  id BLOB NOT NULL PRIMARY KEY,
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  seed TEXT NOT NULL,
  document TEXT NOT NULL,
  paper TEXT,
  published_at INTEGER,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX exams_kind ON exams (cohort_id, kind);

CREATE TABLE exam_attempts (
  id BLOB NOT NULL PRIMARY KEY,
  exam_id BLOB NOT NULL REFERENCES exams (id),
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  enrolment_id BLOB NOT NULL REFERENCES enrolments (id),
  begun_at INTEGER NOT NULL,
  answers TEXT NOT NULL,
  handed_in_at INTEGER,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX exam_attempts_once ON exam_attempts (exam_id, enrolment_id);
CREATE INDEX exam_attempts_cohort ON exam_attempts (cohort_id);

-- What participants do in their own projects, and what they handed in, each time.
CREATE TABLE assignments (
  id BLOB NOT NULL PRIMARY KEY,
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  tool TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  document TEXT NOT NULL,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX assignments_cohort ON assignments (cohort_id, created_at, id);

CREATE TABLE submissions (
  id BLOB NOT NULL PRIMARY KEY,
  assignment_id BLOB NOT NULL REFERENCES assignments (id),
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  enrolment_id BLOB NOT NULL REFERENCES enrolments (id),
  project_id BLOB NOT NULL REFERENCES projects (id),
  number INTEGER NOT NULL,
  status TEXT NOT NULL,
  status_since INTEGER NOT NULL,
  handed_in_at INTEGER NOT NULL,
  late INTEGER NOT NULL,
  note TEXT,
  levels TEXT NOT NULL,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX submissions_once ON submissions (assignment_id, enrolment_id);
CREATE INDEX submissions_cohort ON submissions (cohort_id);

CREATE TABLE submission_pieces (
  submission_id BLOB NOT NULL REFERENCES submissions (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (submission_id, number)
) STRICT;

CREATE TABLE submission_steps (
  id BLOB NOT NULL PRIMARY KEY,
  submission_id BLOB NOT NULL REFERENCES submissions (id),
  at INTEGER NOT NULL,
  from_status TEXT,
  to_status TEXT NOT NULL,
  reason TEXT,
  person_id BLOB,
  key_id BLOB
) STRICT;
CREATE INDEX submission_steps_submission ON submission_steps (submission_id, id);

CREATE TABLE submission_comments (
  id BLOB NOT NULL PRIMARY KEY,
  submission_id BLOB NOT NULL REFERENCES submissions (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  place_kind TEXT NOT NULL,
  place_id BLOB,
  text TEXT NOT NULL,
  role TEXT NOT NULL,
  person_id BLOB
) STRICT;
CREATE INDEX submission_comments_submission ON submission_comments (submission_id, id);

CREATE TABLE peer_reviews (
  id BLOB NOT NULL PRIMARY KEY,
  submission_id BLOB NOT NULL REFERENCES submissions (id),
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  reviewer_id BLOB NOT NULL REFERENCES enrolments (id),
  association_id BLOB NOT NULL REFERENCES associations (id),
  levels TEXT NOT NULL,
  words TEXT,
  reviewed_at INTEGER,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX peer_reviews_once ON peer_reviews (submission_id, reviewer_id);
CREATE INDEX peer_reviews_cohort ON peer_reviews (cohort_id);
CREATE INDEX peer_reviews_association ON peer_reviews (association_id, created_at, id);

-- What a cohort is graded by, where somebody has said so.
CREATE TABLE grade_schemes (
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_by BLOB,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (cohort_id)
) STRICT;
