CREATE TABLE people (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text UNIQUE,
  phone text UNIQUE,
  password_hash text,
  language text NOT NULL,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  disabled_at timestamptz,
  search text NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX people_name ON people (name, id);

CREATE TABLE grants (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id),
  role text NOT NULL,
  institution_id uuid REFERENCES institutions (id),
  association_id uuid,
  granted_at timestamptz NOT NULL,
  granted_by uuid,
  ended_at timestamptz
);
CREATE INDEX grants_person_id ON grants (person_id, id);
CREATE INDEX grants_institution_id ON grants (institution_id, id);
CREATE INDEX grants_association_id ON grants (association_id, id);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id),
  grant_id uuid REFERENCES grants (id),
  refresh_hash bytea NOT NULL,
  previous_hash bytea,
  rotated_at timestamptz NOT NULL,
  user_agent text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX sessions_person_id ON sessions (person_id, id);

CREATE TABLE sign_in_attempts (
  subject text PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz
);
CREATE INDEX sign_in_attempts_last_at ON sign_in_attempts (last_at);

CREATE TABLE recovery_codes (
  hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id),
  used_at timestamptz
);
CREATE INDEX recovery_codes_person_id ON recovery_codes (person_id);

CREATE TABLE invitations (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  role text NOT NULL,
  institution_id uuid REFERENCES institutions (id),
  association_id uuid,
  email text NOT NULL,
  name text NOT NULL,
  language text NOT NULL,
  invited_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX invitations_institution_id ON invitations (institution_id, id);
CREATE INDEX invitations_association_id ON invitations (association_id, id);

CREATE TABLE password_resets (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX password_resets_person_id ON password_resets (person_id);

CREATE TABLE machine_keys (
  id uuid PRIMARY KEY,
  institution_id uuid REFERENCES institutions (id),
  association_id uuid,
  role text NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  hash bytea NOT NULL UNIQUE,
  scopes jsonb NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_on date NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX machine_keys_institution_id ON machine_keys (institution_id, id);
CREATE INDEX machine_keys_association_id ON machine_keys (association_id, id);

CREATE TABLE mail_queue (
  id uuid PRIMARY KEY,
  sealed bytea NOT NULL,
  attempts integer NOT NULL,
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX mail_queue_due_at ON mail_queue (due_at);

CREATE INDEX audit_entries_key ON audit_entries (key_id, id);
