-- What exhibiting associations declare of an event, round by round; the links they may declare by; and when rounds were asked for.
CREATE TABLE event_outcomes (
  application_id BLOB NOT NULL REFERENCES event_applications (id),
  round TEXT NOT NULL,
  event_id BLOB NOT NULL REFERENCES event_calls (event_id),
  visitors INTEGER NOT NULL,
  sales INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  orders_value INTEGER NOT NULL,
  contacts INTEGER NOT NULL,
  comment TEXT,
  evaluation TEXT,
  declared_at INTEGER NOT NULL,
  declared_through TEXT NOT NULL,
  person_id BLOB,
  key_id BLOB,
  version INTEGER NOT NULL,
  PRIMARY KEY (application_id, round)
) STRICT;
CREATE INDEX event_outcomes_event ON event_outcomes (event_id, round, application_id);

CREATE TABLE event_outcome_links (
  application_id BLOB NOT NULL REFERENCES event_applications (id),
  round TEXT NOT NULL,
  event_id BLOB NOT NULL REFERENCES event_calls (event_id),
  token_hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (application_id, round)
) STRICT;
CREATE INDEX event_outcome_links_event ON event_outcome_links (event_id, round);

CREATE TABLE event_outcome_requests (
  event_id BLOB NOT NULL REFERENCES event_calls (event_id),
  round TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (event_id, round)
) STRICT;
