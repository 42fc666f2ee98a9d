-- What the commission has decided, and what those who are selected answer.
CREATE TABLE event_selections (
  event_id BLOB NOT NULL PRIMARY KEY REFERENCES event_calls (event_id),
  seed TEXT NOT NULL,
  seed_source TEXT NOT NULL,
  request TEXT,
  outcome TEXT,
  published_at INTEGER,
  published_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event_follow_ups (
  event_id BLOB NOT NULL PRIMARY KEY REFERENCES event_calls (event_id),
  due_at INTEGER,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event_answers (
  application_id BLOB NOT NULL PRIMARY KEY REFERENCES event_applications (id),
  event_id BLOB NOT NULL REFERENCES event_calls (event_id),
  document TEXT NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX event_answers_event ON event_answers (event_id, application_id);
