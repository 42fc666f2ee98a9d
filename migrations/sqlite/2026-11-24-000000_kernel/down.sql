DROP TABLE reference_versions;
DROP TABLE idempotency_keys;
DROP TABLE outbox;
DROP TABLE audit_entries;
DROP TABLE signing_keys;
