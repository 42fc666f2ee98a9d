CREATE TABLE project_budgets (
  project_id BLOB NOT NULL REFERENCES projects (id),
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (project_id)
) STRICT;

CREATE TABLE project_baselines (
  project_id BLOB NOT NULL REFERENCES projects (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  budget INTEGER NOT NULL,
  finish TEXT,
  document TEXT NOT NULL,
  person_id BLOB,
  PRIMARY KEY (project_id, number)
) STRICT;

CREATE TABLE progress_reports (
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL REFERENCES projects (id),
  date TEXT NOT NULL,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_by BLOB,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (project_id, date)
) STRICT;

CREATE TABLE variance_explanations (
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL REFERENCES projects (id),
  as_of TEXT NOT NULL,
  activity_id BLOB,
  kind TEXT NOT NULL,
  cause TEXT NOT NULL,
  action TEXT,
  person_id BLOB,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX variance_explanations_project_id ON variance_explanations (project_id, as_of, id);
