-- Choices of projects that a body keeps: what was asked and what came out on that day. Rows never change.
CREATE TABLE kept_portfolios (
  id BLOB PRIMARY KEY NOT NULL,
  institution_id BLOB REFERENCES institutions (id),
  association_id BLOB,
  name TEXT NOT NULL,
  note TEXT,
  budget INTEGER NOT NULL,
  candidates INTEGER NOT NULL,
  chosen INTEGER NOT NULL,
  status TEXT,
  total_value INTEGER,
  request TEXT NOT NULL,
  outcome TEXT NOT NULL,
  created_by BLOB,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_portfolios_institution_id ON kept_portfolios (institution_id, id);
CREATE INDEX kept_portfolios_association_id ON kept_portfolios (association_id, id);
