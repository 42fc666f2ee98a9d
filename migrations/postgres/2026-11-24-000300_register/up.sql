CREATE TABLE associations (
  rid bigint GENERATED ALWAYS AS IDENTITY,
  id uuid PRIMARY KEY,
  registration_number text UNIQUE,
  name_ar text NOT NULL,
  name_fr text,
  name_en text,
  name_sort text COLLATE "C" NOT NULL,
  acronym text,
  level text NOT NULL,
  kind text NOT NULL,
  legal_regime text NOT NULL,
  wilaya_code text NOT NULL REFERENCES wilayas (code),
  commune_code text NOT NULL REFERENCES communes (code),
  sectors jsonb NOT NULL,
  founded_on date,
  founded_order bigint NOT NULL,
  members bigint NOT NULL,
  women_led boolean NOT NULL,
  youth_led boolean NOT NULL,
  border boolean NOT NULL,
  isolated boolean NOT NULL,
  status text NOT NULL,
  status_since timestamptz NOT NULL,
  status_reason text,
  remarks jsonb,
  national boolean NOT NULL,
  merged_into uuid REFERENCES associations (id),
  document jsonb NOT NULL,
  search text NOT NULL,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX associations_status_name ON associations (status, name_sort, id);
CREATE INDEX associations_status_founded ON associations (status, founded_order, id);
CREATE INDEX associations_status_created ON associations (status, created_at, id);
CREATE INDEX associations_status_members ON associations (status, members, id);
CREATE INDEX associations_wilaya_status_name ON associations (wilaya_code, status, name_sort, id);
CREATE INDEX associations_commune_name ON associations (commune_code, status, name_sort, id);

CREATE TABLE association_sectors (
  sector_code text NOT NULL REFERENCES craft_sectors (code),
  association_id uuid NOT NULL REFERENCES associations (id),
  PRIMARY KEY (sector_code, association_id)
);
CREATE INDEX association_sectors_association_id ON association_sectors (association_id);

CREATE TABLE mandates (
  id uuid PRIMARY KEY,
  association_id uuid NOT NULL REFERENCES associations (id),
  person_name text NOT NULL,
  gender text NOT NULL,
  born_on date,
  office text NOT NULL,
  starts_on date NOT NULL,
  ends_on date
);
CREATE INDEX mandates_association_id ON mandates (association_id, starts_on);

CREATE TABLE association_transitions (
  id uuid PRIMARY KEY,
  association_id uuid NOT NULL REFERENCES associations (id),
  at timestamptz NOT NULL,
  from_status text,
  to_status text NOT NULL,
  person_id uuid,
  key_id uuid,
  reason text,
  remarks jsonb
);
CREATE INDEX association_transitions_association_id ON association_transitions (association_id, id);

CREATE TABLE association_versions (
  association_id uuid NOT NULL REFERENCES associations (id),
  version bigint NOT NULL,
  at timestamptz NOT NULL,
  status text NOT NULL,
  registration_number text,
  document jsonb NOT NULL,
  PRIMARY KEY (association_id, version)
);

CREATE TABLE proposals (
  id uuid PRIMARY KEY,
  association_id uuid NOT NULL REFERENCES associations (id),
  changes jsonb NOT NULL,
  note text,
  proposed_by uuid,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid,
  decision jsonb,
  version bigint NOT NULL
);
CREATE INDEX proposals_association_id ON proposals (association_id, id);

CREATE TABLE duplicate_keys (
  key text NOT NULL,
  association_id uuid NOT NULL REFERENCES associations (id),
  PRIMARY KEY (key, association_id)
);
CREATE INDEX duplicate_keys_association_id ON duplicate_keys (association_id);

CREATE TABLE merges (
  id uuid PRIMARY KEY,
  kept_id uuid NOT NULL REFERENCES associations (id),
  merged_id uuid NOT NULL REFERENCES associations (id),
  before_kept jsonb NOT NULL,
  merged_status text NOT NULL,
  merged_by uuid,
  merged_at timestamptz NOT NULL,
  undone_by uuid,
  undone_at timestamptz
);
CREATE INDEX merges_kept_id ON merges (kept_id, id);

CREATE TABLE registration_sequences (
  wilaya_code text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (wilaya_code, year)
);

CREATE TABLE association_counts (
  wilaya_code text NOT NULL,
  status text NOT NULL,
  number bigint NOT NULL,
  PRIMARY KEY (wilaya_code, status)
);

CREATE TABLE documents (
  id uuid PRIMARY KEY,
  association_id uuid NOT NULL REFERENCES associations (id),
  kind text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 bytea NOT NULL,
  storage_key text NOT NULL,
  uploaded_by uuid,
  created_at timestamptz NOT NULL
);
CREATE INDEX documents_association_id ON documents (association_id, id);

CREATE TABLE jobs (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  state text NOT NULL,
  fingerprint bytea UNIQUE,
  institution_id uuid,
  caller jsonb NOT NULL,
  created_by uuid,
  request_id uuid NOT NULL,
  file_name text,
  input_key text NOT NULL,
  input_sha256 bytea NOT NULL,
  parameters jsonb NOT NULL,
  done bigint NOT NULL,
  total bigint,
  report jsonb NOT NULL,
  failure jsonb,
  runner uuid,
  lease_until timestamptz,
  cancel_requested boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX jobs_institution_id ON jobs (institution_id, id);
CREATE INDEX jobs_state ON jobs (state, id);

CREATE TABLE job_rows (
  job_id uuid NOT NULL REFERENCES jobs (id),
  number bigint NOT NULL,
  outcome text NOT NULL,
  association_id uuid,
  findings jsonb,
  source jsonb,
  PRIMARY KEY (job_id, number)
);
CREATE INDEX job_rows_outcome ON job_rows (job_id, outcome, number) WHERE outcome <> 'added';

CREATE TABLE import_mappings (
  institution_id uuid NOT NULL,
  header text NOT NULL,
  field text NOT NULL,
  PRIMARY KEY (institution_id, header)
);
