-- What participants think of a course at its end and what came of it after six months: the answers stand apart from who handed them in, without an instant,
-- under names that say nothing.
CREATE TABLE evaluation_answers (
  id TEXT NOT NULL PRIMARY KEY,
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  round TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_answers_cohort ON evaluation_answers (cohort_id, round, id);

CREATE TABLE evaluation_receipts (
  enrolment_id BLOB NOT NULL REFERENCES enrolments (id),
  round TEXT NOT NULL,
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  handed_in_at INTEGER NOT NULL,
  PRIMARY KEY (enrolment_id, round)
) STRICT;
CREATE INDEX evaluation_receipts_cohort ON evaluation_receipts (cohort_id, round);

CREATE TABLE evaluation_links (
  enrolment_id BLOB NOT NULL REFERENCES enrolments (id),
  round TEXT NOT NULL,
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  token_hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (enrolment_id, round)
) STRICT;
CREATE INDEX evaluation_links_cohort ON evaluation_links (cohort_id, round);

CREATE TABLE evaluation_requests (
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  round TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (cohort_id, round)
) STRICT;
