CREATE TABLE signing_keys (
  kid text PRIMARY KEY,
  sealed bytea NOT NULL,
  public bytea NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE audit_entries (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  person_id uuid,
  key_id uuid,
  role text,
  request_id uuid NOT NULL,
  operation text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  before jsonb,
  after jsonb
);
CREATE INDEX audit_entries_subject ON audit_entries (subject_type, subject_id, id);
CREATE INDEX audit_entries_person ON audit_entries (person_id, id);
CREATE INDEX audit_entries_operation ON audit_entries (operation, id);

CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  topic text NOT NULL,
  subject_id uuid NOT NULL,
  payload jsonb NOT NULL
);

CREATE TABLE idempotency_keys (
  caller text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  fingerprint bytea NOT NULL,
  status integer NOT NULL,
  body bytea NOT NULL,
  sealed boolean NOT NULL,
  etag text,
  location text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);

CREATE TABLE reference_versions (
  kind text NOT NULL,
  code text NOT NULL,
  version bigint NOT NULL,
  document jsonb NOT NULL,
  source text NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid,
  PRIMARY KEY (kind, code, version)
);
