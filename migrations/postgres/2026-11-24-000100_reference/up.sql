CREATE TABLE wilayas (
  code text PRIMARY KEY,
  name_ar text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  name_ar_official text NOT NULL,
  created_by text NOT NULL,
  name_source text NOT NULL,
  search text NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE communes (
  code text PRIMARY KEY,
  wilaya_code text NOT NULL REFERENCES wilayas (code),
  wilaya_code_58 text NOT NULL,
  wilaya_code_48 text NOT NULL,
  name_ar text NOT NULL,
  name_fr text NOT NULL,
  daira_1991 text,
  aliases jsonb NOT NULL,
  name_source text NOT NULL,
  longitude double precision,
  latitude double precision,
  border boolean NOT NULL,
  border_basis text NOT NULL,
  isolated boolean,
  isolated_basis text,
  search text NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX communes_wilaya_code ON communes (wilaya_code, code);

CREATE TABLE craft_domains (
  code text PRIMARY KEY,
  name_ar text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE craft_sectors (
  code text PRIMARY KEY,
  domain_code text NOT NULL REFERENCES craft_domains (code),
  name_ar text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  label_source text NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX craft_sectors_domain_code ON craft_sectors (domain_code, code);

CREATE TABLE craft_activities (
  code text PRIMARY KEY,
  sector_code text NOT NULL REFERENCES craft_sectors (code),
  name_ar text NOT NULL,
  name_fr text,
  name_en text,
  source text NOT NULL,
  search text NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX craft_activities_sector_code ON craft_activities (sector_code, code);

CREATE TABLE institutions (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  name_ar text NOT NULL,
  name_fr text,
  name_en text,
  acronym text,
  email text,
  phone text,
  website text,
  address text,
  search text NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX institutions_kind ON institutions (kind, id);

CREATE TABLE institution_coverage (
  kind text NOT NULL,
  wilaya_code text NOT NULL REFERENCES wilayas (code),
  institution_id uuid NOT NULL REFERENCES institutions (id),
  PRIMARY KEY (kind, wilaya_code)
);
CREATE INDEX institution_coverage_institution_id ON institution_coverage (institution_id, wilaya_code);
