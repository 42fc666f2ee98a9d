CREATE TABLE partner_records (
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL REFERENCES projects (id),
  kind TEXT NOT NULL,
  partner_id BLOB REFERENCES partner_records (id),
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_by BLOB,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX partner_records_project_id ON partner_records (project_id, kind, id);
CREATE INDEX partner_records_partner_id ON partner_records (partner_id, kind, id);
