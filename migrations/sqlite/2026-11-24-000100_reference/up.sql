CREATE TABLE wilayas (
  code TEXT PRIMARY KEY NOT NULL,
  name_ar TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_ar_official TEXT NOT NULL,
  created_by TEXT NOT NULL,
  name_source TEXT NOT NULL,
  search TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE communes (
  code TEXT PRIMARY KEY NOT NULL,
  wilaya_code TEXT NOT NULL REFERENCES wilayas (code),
  wilaya_code_58 TEXT NOT NULL,
  wilaya_code_48 TEXT NOT NULL,
  name_ar TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  daira_1991 TEXT,
  aliases TEXT NOT NULL,
  name_source TEXT NOT NULL,
  longitude REAL,
  latitude REAL,
  border INTEGER NOT NULL,
  border_basis TEXT NOT NULL,
  isolated INTEGER,
  isolated_basis TEXT,
  search TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX communes_wilaya_code ON communes (wilaya_code, code);

CREATE TABLE craft_domains (
  code TEXT PRIMARY KEY NOT NULL,
  name_ar TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE craft_sectors (
  code TEXT PRIMARY KEY NOT NULL,
  domain_code TEXT NOT NULL REFERENCES craft_domains (code),
  name_ar TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  label_source TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX craft_sectors_domain_code ON craft_sectors (domain_code, code);

CREATE TABLE craft_activities (
  code TEXT PRIMARY KEY NOT NULL,
  sector_code TEXT NOT NULL REFERENCES craft_sectors (code),
  name_ar TEXT NOT NULL,
  name_fr TEXT,
  name_en TEXT,
  source TEXT NOT NULL,
  search TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX craft_activities_sector_code ON craft_activities (sector_code, code);

CREATE TABLE institutions (
  id BLOB PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  name_ar TEXT NOT NULL,
  name_fr TEXT,
  name_en TEXT,
  acronym TEXT,
  email TEXT,
  phone TEXT,
  website TEXT,
  address TEXT,
  search TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX institutions_kind ON institutions (kind, id);

CREATE TABLE institution_coverage (
  kind TEXT NOT NULL,
  wilaya_code TEXT NOT NULL REFERENCES wilayas (code),
  institution_id BLOB NOT NULL REFERENCES institutions (id),
  PRIMARY KEY (kind, wilaya_code)
) STRICT;
CREATE INDEX institution_coverage_institution_id ON institution_coverage (institution_id, wilaya_code);
