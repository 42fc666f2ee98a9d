CREATE TABLE project_cash_flows (
  project_id uuid NOT NULL REFERENCES projects (id),
  document jsonb NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (project_id)
);
