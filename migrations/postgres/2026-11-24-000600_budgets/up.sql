CREATE TABLE project_budgets (
  project_id uuid NOT NULL REFERENCES projects (id),
  document jsonb NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (project_id)
);

CREATE TABLE project_baselines (
  project_id uuid NOT NULL REFERENCES projects (id),
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  reason text NOT NULL,
  budget bigint NOT NULL,
  finish date,
  document jsonb NOT NULL,
  person_id uuid,
  PRIMARY KEY (project_id, number)
);

CREATE TABLE progress_reports (
  id uuid NOT NULL PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES projects (id),
  date date NOT NULL,
  document jsonb NOT NULL,
  version bigint NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (project_id, date)
);

CREATE TABLE variance_explanations (
  id uuid NOT NULL PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES projects (id),
  as_of date NOT NULL,
  activity_id uuid,
  kind text NOT NULL,
  cause text NOT NULL,
  action text,
  person_id uuid,
  at timestamptz NOT NULL
);
CREATE INDEX variance_explanations_project_id ON variance_explanations (project_id, as_of, id);
