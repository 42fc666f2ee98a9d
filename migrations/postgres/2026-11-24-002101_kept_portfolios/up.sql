-- Choices of projects that a body keeps: what was asked and what came out on that day. Rows never change.
CREATE TABLE kept_portfolios (
  id uuid PRIMARY KEY,
  institution_id uuid REFERENCES institutions (id),
  association_id uuid,
  name text NOT NULL,
  note text,
  budget bigint NOT NULL,
  candidates bigint NOT NULL,
  chosen bigint NOT NULL,
  status text,
  total_value bigint,
  request jsonb NOT NULL,
  outcome jsonb NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL
);
CREATE INDEX kept_portfolios_institution_id ON kept_portfolios (institution_id, id);
CREATE INDEX kept_portfolios_association_id ON kept_portfolios (association_id, id);
