-- Calls for participation in events, and the applications of associations.
CREATE TABLE event_calls (
  event_id BLOB NOT NULL PRIMARY KEY REFERENCES events (id),
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event_applications (
  id BLOB NOT NULL PRIMARY KEY,
  event_id BLOB NOT NULL REFERENCES event_calls (event_id),
  association_id BLOB NOT NULL REFERENCES associations (id),
  wilaya_code TEXT NOT NULL REFERENCES wilayas (code),
  status TEXT NOT NULL,
  status_since INTEGER NOT NULL,
  submitted_at INTEGER,
  document TEXT NOT NULL,
  findings TEXT,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (event_id, association_id)
) STRICT;
CREATE INDEX event_applications_event ON event_applications (event_id, created_at, id);
CREATE INDEX event_applications_association ON event_applications (association_id, created_at, id);

CREATE TABLE event_application_steps (
  id BLOB NOT NULL PRIMARY KEY,
  application_id BLOB NOT NULL REFERENCES event_applications (id),
  at INTEGER NOT NULL,
  from_status TEXT,
  to_status TEXT NOT NULL,
  reason TEXT,
  person_id BLOB,
  key_id BLOB
) STRICT;
CREATE INDEX event_application_steps_application ON event_application_steps (application_id, id);
