-- The floor plan of an event, who has which stand, and who came in and went out.
CREATE TABLE event_plans (
  event_id uuid NOT NULL PRIMARY KEY REFERENCES events (id),
  document jsonb NOT NULL,
  published_at timestamptz,
  stands_version bigint NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE event_stands (
  application_id uuid NOT NULL PRIMARY KEY REFERENCES event_applications (id),
  event_id uuid NOT NULL REFERENCES event_plans (event_id),
  stand text NOT NULL,
  locked boolean NOT NULL,
  given_at timestamptz NOT NULL,
  given_by uuid,
  UNIQUE (event_id, stand)
);

CREATE TABLE check_ins (
  id uuid NOT NULL PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES events (id),
  application_id uuid NOT NULL REFERENCES event_applications (id),
  exhibitor integer NOT NULL,
  direction text NOT NULL,
  method text NOT NULL,
  at timestamptz NOT NULL,
  day date NOT NULL,
  device_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  device text NOT NULL,
  recorded_by uuid
);
CREATE INDEX check_ins_event ON check_ins (event_id, at, id);
CREATE INDEX check_ins_day ON check_ins (event_id, day, application_id, exhibitor);

CREATE TABLE event_presence (
  application_id uuid NOT NULL REFERENCES event_applications (id),
  exhibitor integer NOT NULL,
  event_id uuid NOT NULL REFERENCES events (id),
  inside boolean NOT NULL,
  first_in_at timestamptz,
  last_at timestamptz NOT NULL,
  last_id uuid NOT NULL,
  PRIMARY KEY (application_id, exhibitor)
);
CREATE INDEX event_presence_event ON event_presence (event_id, inside);
