CREATE TABLE webhooks (
  id uuid PRIMARY KEY,
  institution_id uuid REFERENCES institutions (id),
  association_id uuid,
  role text NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  topics jsonb NOT NULL,
  secret bytea NOT NULL,
  state text NOT NULL,
  disabled_for text,
  failing_since timestamptz,
  place_transaction bigint NOT NULL,
  place_id uuid NOT NULL,
  version bigint NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX webhooks_institution_id ON webhooks (institution_id, id);
CREATE INDEX webhooks_association_id ON webhooks (association_id, id);

CREATE TABLE webhook_deliveries (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhooks (id),
  message_id uuid NOT NULL,
  topic text NOT NULL,
  body text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL,
  due_at timestamptz,
  status_code integer,
  failure text,
  created_at timestamptz NOT NULL,
  last_attempt_at timestamptz
);
CREATE INDEX webhook_deliveries_webhook_id ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_due_at ON webhook_deliveries (due_at);
CREATE INDEX webhook_deliveries_created_at ON webhook_deliveries (created_at);
