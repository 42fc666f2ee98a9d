CREATE TABLE holidays (
  id uuid NOT NULL PRIMARY KEY,
  code text NOT NULL,
  date date NOT NULL,
  until date,
  every_year boolean NOT NULL,
  name_ar text NOT NULL,
  name_fr text,
  name_en text,
  confirmed boolean NOT NULL,
  source text NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (code, date)
);

CREATE TABLE projects (
  id uuid NOT NULL PRIMARY KEY,
  association_id uuid NOT NULL REFERENCES associations (id),
  name_ar text NOT NULL,
  name_fr text,
  name_en text,
  name_sort text COLLATE "C" NOT NULL,
  purpose jsonb,
  stage text NOT NULL,
  stage_since timestamptz NOT NULL,
  starts_on date,
  starts_order bigint NOT NULL,
  threshold_percent double precision NOT NULL,
  archived_at timestamptz,
  search text NOT NULL,
  planned_finish date,
  activities bigint NOT NULL,
  percent_done double precision NOT NULL,
  plan_version bigint NOT NULL,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX projects_association_id ON projects (association_id, created_at, id);
CREATE INDEX projects_created ON projects (created_at, id);
CREATE INDEX projects_name ON projects (name_sort, id);
CREATE INDEX projects_starts ON projects (starts_order, id);

CREATE TABLE project_associations (
  project_id uuid NOT NULL REFERENCES projects (id),
  association_id uuid NOT NULL REFERENCES associations (id),
  PRIMARY KEY (project_id, association_id)
);
CREATE INDEX project_associations_association_id ON project_associations (association_id, project_id);

CREATE TABLE project_members (
  project_id uuid NOT NULL REFERENCES projects (id),
  person_id uuid NOT NULL REFERENCES people (id),
  access text NOT NULL,
  PRIMARY KEY (project_id, person_id)
);

CREATE TABLE project_transitions (
  id uuid NOT NULL PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES projects (id),
  at timestamptz NOT NULL,
  decided_on date NOT NULL,
  from_stage text,
  to_stage text NOT NULL,
  reason text,
  person_id uuid,
  key_id uuid
);
CREATE INDEX project_transitions_project_id ON project_transitions (project_id, id);

CREATE TABLE project_comments (
  id uuid NOT NULL PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES projects (id),
  at timestamptz NOT NULL,
  person_id uuid,
  role text NOT NULL,
  about text,
  text text NOT NULL
);
CREATE INDEX project_comments_project_id ON project_comments (project_id, id);

CREATE TABLE project_networks (
  project_id uuid NOT NULL REFERENCES projects (id),
  document jsonb NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (project_id)
);
