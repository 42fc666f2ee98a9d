-- Certificates of training: what each says is kept as it was.
CREATE TABLE certificates (
  id BLOB NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  enrolment_id BLOB NOT NULL REFERENCES enrolments (id),
  cohort_id BLOB NOT NULL REFERENCES cohorts (id),
  association_id BLOB NOT NULL REFERENCES associations (id),
  document TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  issued_by BLOB,
  key_id BLOB,
  revoked_at INTEGER,
  revoked_by BLOB,
  revocation_reason TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX certificates_in_force ON certificates (enrolment_id) WHERE revoked_at IS NULL;
CREATE INDEX certificates_enrolment ON certificates (enrolment_id, id);
CREATE INDEX certificates_cohort ON certificates (cohort_id, id);
CREATE INDEX certificates_association ON certificates (association_id, id);
