CREATE TABLE people (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  email TEXT UNIQUE,
  phone TEXT UNIQUE,
  password_hash TEXT,
  language TEXT NOT NULL,
  totp_sealed BLOB,
  totp_confirmed_at INTEGER,
  totp_last_step INTEGER,
  disabled_at INTEGER,
  search TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX people_name ON people (name, id);

CREATE TABLE grants (
  id BLOB PRIMARY KEY NOT NULL,
  person_id BLOB NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  institution_id BLOB REFERENCES institutions (id),
  association_id BLOB,
  granted_at INTEGER NOT NULL,
  granted_by BLOB,
  ended_at INTEGER
) STRICT;
CREATE INDEX grants_person_id ON grants (person_id, id);
CREATE INDEX grants_institution_id ON grants (institution_id, id);
CREATE INDEX grants_association_id ON grants (association_id, id);

CREATE TABLE sessions (
  id BLOB PRIMARY KEY NOT NULL,
  person_id BLOB NOT NULL REFERENCES people (id),
  grant_id BLOB REFERENCES grants (id),
  refresh_hash BLOB NOT NULL,
  previous_hash BLOB,
  rotated_at INTEGER NOT NULL,
  user_agent TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX sessions_person_id ON sessions (person_id, id);

CREATE TABLE sign_in_attempts (
  subject TEXT PRIMARY KEY NOT NULL,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  blocked_until INTEGER
) STRICT;
CREATE INDEX sign_in_attempts_last_at ON sign_in_attempts (last_at);

CREATE TABLE recovery_codes (
  hash BLOB PRIMARY KEY NOT NULL,
  person_id BLOB NOT NULL REFERENCES people (id),
  used_at INTEGER
) STRICT;
CREATE INDEX recovery_codes_person_id ON recovery_codes (person_id);

CREATE TABLE invitations (
  id BLOB PRIMARY KEY NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  role TEXT NOT NULL,
  institution_id BLOB REFERENCES institutions (id),
  association_id BLOB,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  invited_by BLOB,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  accepted_at INTEGER,
  revoked_at INTEGER
) STRICT;
CREATE INDEX invitations_institution_id ON invitations (institution_id, id);
CREATE INDEX invitations_association_id ON invitations (association_id, id);

CREATE TABLE password_resets (
  token_hash BLOB PRIMARY KEY NOT NULL,
  person_id BLOB NOT NULL REFERENCES people (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX password_resets_person_id ON password_resets (person_id);

CREATE TABLE machine_keys (
  id BLOB PRIMARY KEY NOT NULL,
  institution_id BLOB REFERENCES institutions (id),
  association_id BLOB,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  hash BLOB NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  created_by BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  expires_on TEXT NOT NULL,
  last_used_at INTEGER,
  revoked_at INTEGER
) STRICT;
CREATE INDEX machine_keys_institution_id ON machine_keys (institution_id, id);
CREATE INDEX machine_keys_association_id ON machine_keys (association_id, id);

CREATE TABLE mail_queue (
  id BLOB PRIMARY KEY NOT NULL,
  sealed BLOB NOT NULL,
  attempts INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mail_queue_due_at ON mail_queue (due_at);

CREATE INDEX audit_entries_key ON audit_entries (key_id, id);
