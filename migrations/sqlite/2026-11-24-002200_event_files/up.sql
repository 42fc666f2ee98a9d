-- Posters and documents of events, pictures of what applications bring, and what associations and organisers write to each other.
CREATE TABLE event_files (
  id BLOB NOT NULL PRIMARY KEY,
  event_id BLOB NOT NULL REFERENCES events (id),
  application_id BLOB REFERENCES event_applications (id),
  kind TEXT NOT NULL,
  product INTEGER,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  storage_key TEXT NOT NULL,
  uploaded_by BLOB,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX event_files_event ON event_files (event_id, id);
CREATE INDEX event_files_application ON event_files (application_id, id);

CREATE TABLE event_messages (
  id BLOB NOT NULL PRIMARY KEY,
  application_id BLOB NOT NULL REFERENCES event_applications (id),
  at INTEGER NOT NULL,
  side TEXT NOT NULL,
  person_id BLOB,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX event_messages_application ON event_messages (application_id, id);
