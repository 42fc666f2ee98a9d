-- The keys are their own index: a dozen for each file, kept twice instead of three times.
CREATE TABLE duplicate_keys_new (
  key TEXT NOT NULL,
  association_id BLOB NOT NULL REFERENCES associations (id),
  PRIMARY KEY (key, association_id)
) STRICT, WITHOUT ROWID;
INSERT INTO duplicate_keys_new SELECT key, association_id FROM duplicate_keys ORDER BY key, association_id;
DROP TABLE duplicate_keys;
ALTER TABLE duplicate_keys_new RENAME TO duplicate_keys;
CREATE INDEX duplicate_keys_association_id ON duplicate_keys (association_id);
