-- The order of the feed is the order of transactions, which PostgreSQL numbers by itself; here each event takes the next number.
CREATE TABLE outbox_base (
  base INTEGER PRIMARY KEY NOT NULL
) STRICT;
INSERT INTO outbox_base (base) VALUES (0);

CREATE TABLE outbox_new (
  id BLOB NOT NULL,
  at INTEGER NOT NULL,
  topic TEXT NOT NULL,
  subject_id BLOB NOT NULL,
  payload TEXT NOT NULL,
  transaction_id INTEGER NOT NULL,
  association_id BLOB,
  PRIMARY KEY (transaction_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_new
  SELECT id, at, topic, subject_id, payload, rowid, iif(topic LIKE 'association.%' OR topic LIKE 'document.%', subject_id, NULL)
  FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
UPDATE outbox SET association_id = (SELECT association_id FROM projects WHERE projects.id = subject_id) WHERE topic LIKE 'project.%';
