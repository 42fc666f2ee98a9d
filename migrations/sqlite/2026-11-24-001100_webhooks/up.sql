CREATE TABLE webhooks (
  id BLOB PRIMARY KEY NOT NULL,
  institution_id BLOB REFERENCES institutions (id),
  association_id BLOB,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  topics TEXT NOT NULL,
  secret BLOB NOT NULL,
  state TEXT NOT NULL,
  disabled_for TEXT,
  failing_since INTEGER,
  place_transaction INTEGER NOT NULL,
  place_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  created_by BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX webhooks_institution_id ON webhooks (institution_id, id);
CREATE INDEX webhooks_association_id ON webhooks (association_id, id);

CREATE TABLE webhook_deliveries (
  id BLOB PRIMARY KEY NOT NULL,
  webhook_id BLOB NOT NULL REFERENCES webhooks (id),
  message_id BLOB NOT NULL,
  topic TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at INTEGER,
  status_code INTEGER,
  failure TEXT,
  created_at INTEGER NOT NULL,
  last_attempt_at INTEGER
) STRICT;
CREATE INDEX webhook_deliveries_webhook_id ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_due_at ON webhook_deliveries (due_at);
CREATE INDEX webhook_deliveries_created_at ON webhook_deliveries (created_at);
