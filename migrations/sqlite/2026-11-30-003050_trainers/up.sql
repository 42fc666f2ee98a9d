-- What trainers teach and in which languages, as they say of themselves.
CREATE TABLE trainer_profiles (
  person_id BLOB NOT NULL PRIMARY KEY REFERENCES people (id),
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE trainer_subjects (
  subject TEXT NOT NULL,
  person_id BLOB NOT NULL REFERENCES trainer_profiles (person_id),
  PRIMARY KEY (subject, person_id)
) STRICT;
CREATE INDEX trainer_subjects_person ON trainer_subjects (person_id);

CREATE TABLE trainer_languages (
  language TEXT NOT NULL,
  person_id BLOB NOT NULL REFERENCES trainer_profiles (person_id),
  PRIMARY KEY (language, person_id)
) STRICT;
CREATE INDEX trainer_languages_person ON trainer_languages (person_id);
