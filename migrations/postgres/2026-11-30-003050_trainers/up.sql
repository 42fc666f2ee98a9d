-- What trainers teach and in which languages, as they say of themselves.
CREATE TABLE trainer_profiles (
  person_id uuid NOT NULL PRIMARY KEY REFERENCES people (id),
  document jsonb NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE trainer_subjects (
  subject text NOT NULL,
  person_id uuid NOT NULL REFERENCES trainer_profiles (person_id),
  PRIMARY KEY (subject, person_id)
);
CREATE INDEX trainer_subjects_person ON trainer_subjects (person_id);

CREATE TABLE trainer_languages (
  language text NOT NULL,
  person_id uuid NOT NULL REFERENCES trainer_profiles (person_id),
  PRIMARY KEY (language, person_id)
);
CREATE INDEX trainer_languages_person ON trainer_languages (person_id);
