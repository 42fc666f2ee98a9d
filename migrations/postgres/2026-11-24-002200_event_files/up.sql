-- Posters and documents of events, pictures of what applications bring, and what associations and organisers write to each other.
CREATE TABLE event_files (
  id uuid NOT NULL PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES events (id),
  application_id uuid REFERENCES event_applications (id),
  kind text NOT NULL,
  product integer,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  storage_key text NOT NULL,
  uploaded_by uuid,
  created_at timestamptz NOT NULL
);
CREATE INDEX event_files_event ON event_files (event_id, id);
CREATE INDEX event_files_application ON event_files (application_id, id);

CREATE TABLE event_messages (
  id uuid NOT NULL PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES event_applications (id),
  at timestamptz NOT NULL,
  side text NOT NULL,
  person_id uuid,
  text text NOT NULL
);
CREATE INDEX event_messages_application ON event_messages (application_id, id);
