-- Certificates of training: what each says is kept as it was.
CREATE TABLE certificates (
  id uuid NOT NULL PRIMARY KEY,
  code text NOT NULL UNIQUE,
  enrolment_id uuid NOT NULL REFERENCES enrolments (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  association_id uuid NOT NULL REFERENCES associations (id),
  document jsonb NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid,
  key_id uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  revocation_reason text,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX certificates_in_force ON certificates (enrolment_id) WHERE revoked_at IS NULL;
CREATE INDEX certificates_enrolment ON certificates (enrolment_id, id);
CREATE INDEX certificates_cohort ON certificates (cohort_id, id);
CREATE INDEX certificates_association ON certificates (association_id, id);
