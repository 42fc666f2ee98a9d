-- The order of the feed is the order of transactions: identifiers are taken before the commit, and another may commit in between.
CREATE TABLE outbox_base (
  base bigint PRIMARY KEY
);
INSERT INTO outbox_base (base) VALUES (0);

ALTER TABLE outbox ADD COLUMN transaction_id bigint NOT NULL DEFAULT 0;
ALTER TABLE outbox ALTER COLUMN transaction_id DROP DEFAULT;
ALTER TABLE outbox ADD COLUMN association_id uuid;
UPDATE outbox SET association_id = subject_id WHERE topic LIKE 'association.%' OR topic LIKE 'document.%';
UPDATE outbox SET association_id = projects.association_id FROM projects WHERE topic LIKE 'project.%' AND projects.id = subject_id;
ALTER TABLE outbox DROP CONSTRAINT outbox_pkey;
ALTER TABLE outbox ADD PRIMARY KEY (transaction_id, id);
