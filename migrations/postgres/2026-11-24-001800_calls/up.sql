-- Calls for participation in events, and the applications of associations.
CREATE TABLE event_calls (
  event_id uuid NOT NULL PRIMARY KEY REFERENCES events (id),
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  document jsonb NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE event_applications (
  id uuid NOT NULL PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event_calls (event_id),
  association_id uuid NOT NULL REFERENCES associations (id),
  wilaya_code text NOT NULL REFERENCES wilayas (code),
  status text NOT NULL,
  status_since timestamptz NOT NULL,
  submitted_at timestamptz,
  document jsonb NOT NULL,
  findings jsonb,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (event_id, association_id)
);
CREATE INDEX event_applications_event ON event_applications (event_id, created_at, id);
CREATE INDEX event_applications_association ON event_applications (association_id, created_at, id);

CREATE TABLE event_application_steps (
  id uuid NOT NULL PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES event_applications (id),
  at timestamptz NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  person_id uuid,
  key_id uuid
);
CREATE INDEX event_application_steps_application ON event_application_steps (application_id, id);
