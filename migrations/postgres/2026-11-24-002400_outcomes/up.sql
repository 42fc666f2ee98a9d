-- What exhibiting associations declare of an event, round by round; the links they may declare by; and when rounds were asked for.
CREATE TABLE event_outcomes (
  application_id uuid NOT NULL REFERENCES event_applications (id),
  round text NOT NULL,
  event_id uuid NOT NULL REFERENCES event_calls (event_id),
  visitors integer NOT NULL,
  sales bigint NOT NULL,
  orders integer NOT NULL,
  orders_value bigint NOT NULL,
  contacts integer NOT NULL,
  comment text,
  evaluation jsonb,
  declared_at timestamptz NOT NULL,
  declared_through text NOT NULL,
  person_id uuid,
  key_id uuid,
  version bigint NOT NULL,
  PRIMARY KEY (application_id, round)
);
CREATE INDEX event_outcomes_event ON event_outcomes (event_id, round, application_id);

CREATE TABLE event_outcome_links (
  application_id uuid NOT NULL REFERENCES event_applications (id),
  round text NOT NULL,
  event_id uuid NOT NULL REFERENCES event_calls (event_id),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (application_id, round)
);
CREATE INDEX event_outcome_links_event ON event_outcome_links (event_id, round);

CREATE TABLE event_outcome_requests (
  event_id uuid NOT NULL REFERENCES event_calls (event_id),
  round text NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (event_id, round)
);
