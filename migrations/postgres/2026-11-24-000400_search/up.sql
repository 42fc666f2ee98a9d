CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX associations_search ON associations USING gin (search gin_trgm_ops);
