CREATE TABLE outbox_old (
  id BLOB PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  topic TEXT NOT NULL,
  subject_id BLOB NOT NULL,
  payload TEXT NOT NULL
) STRICT;
INSERT INTO outbox_old SELECT id, at, topic, subject_id, payload FROM outbox ORDER BY transaction_id, id;
DROP TABLE outbox;
ALTER TABLE outbox_old RENAME TO outbox;
DROP TABLE outbox_base;
