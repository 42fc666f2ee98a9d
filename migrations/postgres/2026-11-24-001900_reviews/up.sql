-- What the commission works with: numbers and scores of applications, who reviews, and the reviews.
ALTER TABLE event_calls ADD COLUMN reviews_per_application integer;
ALTER TABLE event_applications ADD COLUMN number integer;
ALTER TABLE event_applications ADD COLUMN score bigint;
CREATE UNIQUE INDEX event_applications_number ON event_applications (event_id, number);

CREATE TABLE event_decisions (
  application_id uuid NOT NULL PRIMARY KEY REFERENCES event_applications (id),
  event_id uuid NOT NULL REFERENCES event_calls (event_id),
  document jsonb NOT NULL
);
CREATE INDEX event_decisions_event ON event_decisions (event_id);

CREATE TABLE event_reviewers (
  event_id uuid NOT NULL REFERENCES event_calls (event_id),
  person_id uuid NOT NULL REFERENCES people (id),
  at_most integer,
  conflicts jsonb NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (event_id, person_id)
);
CREATE INDEX event_reviewers_person ON event_reviewers (person_id);

CREATE TABLE event_reviews (
  id uuid NOT NULL PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event_calls (event_id),
  application_id uuid NOT NULL REFERENCES event_applications (id),
  person_id uuid NOT NULL REFERENCES people (id),
  status text NOT NULL,
  points jsonb,
  total bigint,
  remark text,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (application_id, person_id)
);
CREATE INDEX event_reviews_event ON event_reviews (event_id, application_id);
CREATE INDEX event_reviews_person ON event_reviews (person_id, created_at, id);
