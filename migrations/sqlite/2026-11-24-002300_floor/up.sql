-- The floor plan of an event, who has which stand, and who came in and went out.
CREATE TABLE event_plans (
  event_id BLOB NOT NULL PRIMARY KEY REFERENCES events (id),
  document TEXT NOT NULL,
  published_at INTEGER,
  stands_version INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event_stands (
  application_id BLOB NOT NULL PRIMARY KEY REFERENCES event_applications (id),
  event_id BLOB NOT NULL REFERENCES event_plans (event_id),
  stand TEXT NOT NULL,
  locked INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  given_by BLOB,
  UNIQUE (event_id, stand)
) STRICT;

CREATE TABLE check_ins (
  id BLOB NOT NULL PRIMARY KEY,
  event_id BLOB NOT NULL REFERENCES events (id),
  application_id BLOB NOT NULL REFERENCES event_applications (id),
  exhibitor INTEGER NOT NULL,
  direction TEXT NOT NULL,
  method TEXT NOT NULL,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  device_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  device TEXT NOT NULL,
  recorded_by BLOB
) STRICT;
CREATE INDEX check_ins_event ON check_ins (event_id, at, id);
CREATE INDEX check_ins_day ON check_ins (event_id, day, application_id, exhibitor);

CREATE TABLE event_presence (
  application_id BLOB NOT NULL REFERENCES event_applications (id),
  exhibitor INTEGER NOT NULL,
  event_id BLOB NOT NULL REFERENCES events (id),
  inside INTEGER NOT NULL,
  first_in_at INTEGER,
  last_at INTEGER NOT NULL,
  last_id BLOB NOT NULL,
  PRIMARY KEY (application_id, exhibitor)
) STRICT;
CREATE INDEX event_presence_event ON event_presence (event_id, inside);
