CREATE TABLE project_cash_flows (
  project_id BLOB NOT NULL REFERENCES projects (id),
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (project_id)
) STRICT;
