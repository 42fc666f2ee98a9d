CREATE TABLE signing_keys (
  kid TEXT PRIMARY KEY NOT NULL,
  sealed BLOB NOT NULL,
  public BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE audit_entries (
  id BLOB PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  person_id BLOB,
  key_id BLOB,
  role TEXT,
  request_id BLOB NOT NULL,
  operation TEXT NOT NULL,
  subject_type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX audit_entries_subject ON audit_entries (subject_type, subject_id, id);
CREATE INDEX audit_entries_person ON audit_entries (person_id, id);
CREATE INDEX audit_entries_operation ON audit_entries (operation, id);

CREATE TABLE outbox (
  id BLOB PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  topic TEXT NOT NULL,
  subject_id BLOB NOT NULL,
  payload TEXT NOT NULL
) STRICT;

CREATE TABLE idempotency_keys (
  caller TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  fingerprint BLOB NOT NULL,
  status INTEGER NOT NULL,
  body BLOB NOT NULL,
  sealed INTEGER NOT NULL,
  etag TEXT,
  location TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (caller, key)
) STRICT;
CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);

CREATE TABLE reference_versions (
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  document TEXT NOT NULL,
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id BLOB,
  PRIMARY KEY (kind, code, version)
) STRICT;
