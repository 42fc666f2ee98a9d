DROP TRIGGER associations_fts_update;
DROP TRIGGER associations_fts_delete;
DROP TRIGGER associations_fts_insert;
DROP TABLE associations_fts;
