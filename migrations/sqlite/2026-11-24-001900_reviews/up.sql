-- What the commission works with: numbers and scores of applications, who reviews, and the reviews.
ALTER TABLE event_calls ADD COLUMN reviews_per_application INTEGER;
ALTER TABLE event_applications ADD COLUMN number INTEGER;
ALTER TABLE event_applications ADD COLUMN score INTEGER;
CREATE UNIQUE INDEX event_applications_number ON event_applications (event_id, number);

CREATE TABLE event_decisions (
  application_id BLOB NOT NULL PRIMARY KEY REFERENCES event_applications (id),
  event_id BLOB NOT NULL REFERENCES event_calls (event_id),
  document TEXT NOT NULL
) STRICT;
CREATE INDEX event_decisions_event ON event_decisions (event_id);

CREATE TABLE event_reviewers (
  event_id BLOB NOT NULL REFERENCES event_calls (event_id),
  person_id BLOB NOT NULL REFERENCES people (id),
  at_most INTEGER,
  conflicts TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (event_id, person_id)
) STRICT;
CREATE INDEX event_reviewers_person ON event_reviewers (person_id);

CREATE TABLE event_reviews (
  id BLOB NOT NULL PRIMARY KEY,
  event_id BLOB NOT NULL REFERENCES event_calls (event_id),
  application_id BLOB NOT NULL REFERENCES event_applications (id),
  person_id BLOB NOT NULL REFERENCES people (id),
  status TEXT NOT NULL,
  points TEXT,
  total INTEGER,
  remark TEXT,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (application_id, person_id)
) STRICT;
CREATE INDEX event_reviews_event ON event_reviews (event_id, application_id);
CREATE INDEX event_reviews_person ON event_reviews (person_id, created_at, id);
