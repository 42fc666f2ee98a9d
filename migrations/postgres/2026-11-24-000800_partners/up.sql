CREATE TABLE partner_records (
  id uuid NOT NULL PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES projects (id),
  kind text NOT NULL,
  partner_id uuid REFERENCES partner_records (id),
  document jsonb NOT NULL,
  version bigint NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX partner_records_project_id ON partner_records (project_id, kind, id);
CREATE INDEX partner_records_partner_id ON partner_records (partner_id, kind, id);
