CREATE TABLE associations (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  registration_number TEXT UNIQUE,
  name_ar TEXT NOT NULL,
  name_fr TEXT,
  name_en TEXT,
  name_sort TEXT NOT NULL,
  acronym TEXT,
  level TEXT NOT NULL,
  kind TEXT NOT NULL,
  legal_regime TEXT NOT NULL,
  wilaya_code TEXT NOT NULL REFERENCES wilayas (code),
  commune_code TEXT NOT NULL REFERENCES communes (code),
  sectors TEXT NOT NULL,
  founded_on TEXT,
  founded_order INTEGER NOT NULL,
  members INTEGER NOT NULL,
  women_led INTEGER NOT NULL,
  youth_led INTEGER NOT NULL,
  border INTEGER NOT NULL,
  isolated INTEGER NOT NULL,
  status TEXT NOT NULL,
  status_since INTEGER NOT NULL,
  status_reason TEXT,
  remarks TEXT,
  national INTEGER NOT NULL,
  merged_into BLOB REFERENCES associations (id),
  document TEXT NOT NULL,
  search TEXT NOT NULL,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX associations_status_name ON associations (status, name_sort, id);
CREATE INDEX associations_status_founded ON associations (status, founded_order, id);
CREATE INDEX associations_status_created ON associations (status, created_at, id);
CREATE INDEX associations_status_members ON associations (status, members, id);
CREATE INDEX associations_wilaya_status_name ON associations (wilaya_code, status, name_sort, id);
CREATE INDEX associations_commune_name ON associations (commune_code, status, name_sort, id);

CREATE TABLE association_sectors (
  sector_code TEXT NOT NULL REFERENCES craft_sectors (code),
  association_id BLOB NOT NULL REFERENCES associations (id),
  PRIMARY KEY (sector_code, association_id)
) STRICT;
CREATE INDEX association_sectors_association_id ON association_sectors (association_id);

CREATE TABLE mandates (
  id BLOB PRIMARY KEY NOT NULL,
  association_id BLOB NOT NULL REFERENCES associations (id),
  person_name TEXT NOT NULL,
  gender TEXT NOT NULL,
  born_on TEXT,
  office TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT
) STRICT;
CREATE INDEX mandates_association_id ON mandates (association_id, starts_on);

CREATE TABLE association_transitions (
  id BLOB PRIMARY KEY NOT NULL,
  association_id BLOB NOT NULL REFERENCES associations (id),
  at INTEGER NOT NULL,
  from_status TEXT,
  to_status TEXT NOT NULL,
  person_id BLOB,
  key_id BLOB,
  reason TEXT,
  remarks TEXT
) STRICT;
CREATE INDEX association_transitions_association_id ON association_transitions (association_id, id);

CREATE TABLE association_versions (
  association_id BLOB NOT NULL REFERENCES associations (id),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  status TEXT NOT NULL,
  registration_number TEXT,
  document TEXT NOT NULL,
  PRIMARY KEY (association_id, version)
) STRICT;

CREATE TABLE proposals (
  id BLOB PRIMARY KEY NOT NULL,
  association_id BLOB NOT NULL REFERENCES associations (id),
  changes TEXT NOT NULL,
  note TEXT,
  proposed_by BLOB,
  created_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by BLOB,
  decision TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX proposals_association_id ON proposals (association_id, id);

CREATE TABLE duplicate_keys (
  key TEXT NOT NULL,
  association_id BLOB NOT NULL REFERENCES associations (id),
  PRIMARY KEY (key, association_id)
) STRICT;
CREATE INDEX duplicate_keys_association_id ON duplicate_keys (association_id);

CREATE TABLE merges (
  id BLOB PRIMARY KEY NOT NULL,
  kept_id BLOB NOT NULL REFERENCES associations (id),
  merged_id BLOB NOT NULL REFERENCES associations (id),
  before_kept TEXT NOT NULL,
  merged_status TEXT NOT NULL,
  merged_by BLOB,
  merged_at INTEGER NOT NULL,
  undone_by BLOB,
  undone_at INTEGER
) STRICT;
CREATE INDEX merges_kept_id ON merges (kept_id, id);

CREATE TABLE registration_sequences (
  wilaya_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (wilaya_code, year)
) STRICT;

CREATE TABLE association_counts (
  wilaya_code TEXT NOT NULL,
  status TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (wilaya_code, status)
) STRICT;

CREATE TABLE documents (
  id BLOB PRIMARY KEY NOT NULL,
  association_id BLOB NOT NULL REFERENCES associations (id),
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  storage_key TEXT NOT NULL,
  uploaded_by BLOB,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_association_id ON documents (association_id, id);

CREATE TABLE jobs (
  id BLOB PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  fingerprint BLOB UNIQUE,
  institution_id BLOB,
  caller TEXT NOT NULL,
  created_by BLOB,
  request_id BLOB NOT NULL,
  file_name TEXT,
  input_key TEXT NOT NULL,
  input_sha256 BLOB NOT NULL,
  parameters TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER,
  report TEXT NOT NULL,
  failure TEXT,
  runner BLOB,
  lease_until INTEGER,
  cancel_requested INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE INDEX jobs_institution_id ON jobs (institution_id, id);
CREATE INDEX jobs_state ON jobs (state, id);

CREATE TABLE job_rows (
  job_id BLOB NOT NULL REFERENCES jobs (id),
  number INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  association_id BLOB,
  findings TEXT,
  source TEXT,
  PRIMARY KEY (job_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_rows_outcome ON job_rows (job_id, outcome, number) WHERE outcome <> 'added';

CREATE TABLE import_mappings (
  institution_id BLOB NOT NULL,
  header TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (institution_id, header)
) STRICT;
