ALTER TABLE outbox DROP CONSTRAINT outbox_pkey;
ALTER TABLE outbox ADD PRIMARY KEY (id);
ALTER TABLE outbox DROP COLUMN association_id;
ALTER TABLE outbox DROP COLUMN transaction_id;
DROP TABLE outbox_base;
