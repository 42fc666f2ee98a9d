CREATE TABLE holidays (
  id BLOB NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  date TEXT NOT NULL,
  until TEXT,
  every_year INTEGER NOT NULL,
  name_ar TEXT NOT NULL,
  name_fr TEXT,
  name_en TEXT,
  confirmed INTEGER NOT NULL,
  source TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (code, date)
) STRICT;

CREATE TABLE projects (
  id BLOB NOT NULL PRIMARY KEY,
  association_id BLOB NOT NULL REFERENCES associations (id),
  name_ar TEXT NOT NULL,
  name_fr TEXT,
  name_en TEXT,
  name_sort TEXT NOT NULL,
  purpose TEXT,
  stage TEXT NOT NULL,
  stage_since INTEGER NOT NULL,
  starts_on TEXT,
  starts_order INTEGER NOT NULL,
  threshold_percent REAL NOT NULL,
  archived_at INTEGER,
  search TEXT NOT NULL,
  planned_finish TEXT,
  activities INTEGER NOT NULL,
  percent_done REAL NOT NULL,
  plan_version INTEGER NOT NULL,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX projects_association_id ON projects (association_id, created_at, id);
CREATE INDEX projects_created ON projects (created_at, id);
CREATE INDEX projects_name ON projects (name_sort, id);
CREATE INDEX projects_starts ON projects (starts_order, id);

CREATE TABLE project_associations (
  project_id BLOB NOT NULL REFERENCES projects (id),
  association_id BLOB NOT NULL REFERENCES associations (id),
  PRIMARY KEY (project_id, association_id)
) STRICT;
CREATE INDEX project_associations_association_id ON project_associations (association_id, project_id);

CREATE TABLE project_members (
  project_id BLOB NOT NULL REFERENCES projects (id),
  person_id BLOB NOT NULL REFERENCES people (id),
  access TEXT NOT NULL,
  PRIMARY KEY (project_id, person_id)
) STRICT;

CREATE TABLE project_transitions (
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL REFERENCES projects (id),
  at INTEGER NOT NULL,
  decided_on TEXT NOT NULL,
  from_stage TEXT,
  to_stage TEXT NOT NULL,
  reason TEXT,
  person_id BLOB,
  key_id BLOB
) STRICT;
CREATE INDEX project_transitions_project_id ON project_transitions (project_id, id);

CREATE TABLE project_comments (
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL REFERENCES projects (id),
  at INTEGER NOT NULL,
  person_id BLOB,
  role TEXT NOT NULL,
  about TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX project_comments_project_id ON project_comments (project_id, id);

CREATE TABLE project_networks (
  project_id BLOB NOT NULL REFERENCES projects (id),
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (project_id)
) STRICT;
