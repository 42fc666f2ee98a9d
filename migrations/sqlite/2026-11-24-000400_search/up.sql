CREATE VIRTUAL TABLE associations_fts USING fts5 (search, content = 'associations', content_rowid = 'rid', tokenize = 'trigram');
CREATE TRIGGER associations_fts_insert AFTER INSERT ON associations BEGIN
  INSERT INTO associations_fts (rowid, search) VALUES (new.rid, new.search);
END;
CREATE TRIGGER associations_fts_delete AFTER DELETE ON associations BEGIN
  INSERT INTO associations_fts (associations_fts, rowid, search) VALUES ('delete', old.rid, old.search);
END;
CREATE TRIGGER associations_fts_update AFTER UPDATE OF search ON associations WHEN old.search IS NOT new.search BEGIN
  INSERT INTO associations_fts (associations_fts, rowid, search) VALUES ('delete', old.rid, old.search);
  INSERT INTO associations_fts (rowid, search) VALUES (new.rid, new.search);
END;
