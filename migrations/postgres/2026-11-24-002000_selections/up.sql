-- What the commission has decided, and what those who are selected answer.
CREATE TABLE event_selections (
  event_id uuid NOT NULL PRIMARY KEY REFERENCES event_calls (event_id),
  seed text NOT NULL,
  seed_source text NOT NULL,
  request jsonb,
  outcome jsonb,
  published_at timestamptz,
  published_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE event_follow_ups (
  event_id uuid NOT NULL PRIMARY KEY REFERENCES event_calls (event_id),
  due_at timestamptz,
  document jsonb NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE event_answers (
  application_id uuid NOT NULL PRIMARY KEY REFERENCES event_applications (id),
  event_id uuid NOT NULL REFERENCES event_calls (event_id),
  document jsonb NOT NULL,
  answered_at timestamptz NOT NULL
);
CREATE INDEX event_answers_event ON event_answers (event_id, application_id);
