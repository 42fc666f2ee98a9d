CREATE TABLE project_canvases (
  project_id uuid NOT NULL REFERENCES projects (id),
  kind text NOT NULL,
  document jsonb NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, kind)
);

CREATE TABLE canvas_versions (
  project_id uuid NOT NULL REFERENCES projects (id),
  number bigint NOT NULL,
  name text NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid,
  document jsonb NOT NULL,
  PRIMARY KEY (project_id, number)
);
