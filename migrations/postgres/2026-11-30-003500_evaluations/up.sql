-- What participants think of a course at its end and what came of it after six months: the answers stand apart from who handed them in, without an instant,
-- under names that say nothing.
CREATE TABLE evaluation_answers (
  id text NOT NULL PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  round text NOT NULL,
  document jsonb NOT NULL
);
CREATE INDEX evaluation_answers_cohort ON evaluation_answers (cohort_id, round, id);

CREATE TABLE evaluation_receipts (
  enrolment_id uuid NOT NULL REFERENCES enrolments (id),
  round text NOT NULL,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  handed_in_at timestamptz NOT NULL,
  PRIMARY KEY (enrolment_id, round)
);
CREATE INDEX evaluation_receipts_cohort ON evaluation_receipts (cohort_id, round);

CREATE TABLE evaluation_links (
  enrolment_id uuid NOT NULL REFERENCES enrolments (id),
  round text NOT NULL,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (enrolment_id, round)
);
CREATE INDEX evaluation_links_cohort ON evaluation_links (cohort_id, round);

CREATE TABLE evaluation_requests (
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  round text NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (cohort_id, round)
);
