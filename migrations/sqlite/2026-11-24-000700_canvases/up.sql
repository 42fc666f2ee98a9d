CREATE TABLE project_canvases (
  project_id BLOB NOT NULL REFERENCES projects (id),
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (project_id, kind)
) STRICT;

CREATE TABLE canvas_versions (
  project_id BLOB NOT NULL REFERENCES projects (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id BLOB,
  document TEXT NOT NULL,
  PRIMARY KEY (project_id, number)
) STRICT;
