-- Courses: the content as it is being written, what others are shown of it, and every version that was published.
CREATE TABLE courses (
  id BLOB NOT NULL PRIMARY KEY,
  owner_id BLOB NOT NULL REFERENCES institutions (id),
  status TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  search TEXT NOT NULL,
  document TEXT NOT NULL,
  shown TEXT NOT NULL,
  published_number INTEGER,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX courses_name ON courses (name_sort, id);
CREATE INDEX courses_updated ON courses (updated_at, id);
CREATE INDEX courses_owner ON courses (owner_id, id);
CREATE INDEX courses_status ON courses (status, name_sort, id);

CREATE TABLE course_versions (
  course_id BLOB NOT NULL REFERENCES courses (id),
  number INTEGER NOT NULL,
  document TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  published_by BLOB,
  PRIMARY KEY (course_id, number)
) STRICT;

-- The project tools and crafts of what is shown of a course.
CREATE TABLE course_subjects (
  subject TEXT NOT NULL,
  course_id BLOB NOT NULL REFERENCES courses (id),
  PRIMARY KEY (subject, course_id)
) STRICT;
CREATE INDEX course_subjects_course_id ON course_subjects (course_id);

CREATE TABLE course_sectors (
  sector_code TEXT NOT NULL REFERENCES craft_sectors (code),
  course_id BLOB NOT NULL REFERENCES courses (id),
  PRIMARY KEY (sector_code, course_id)
) STRICT;
CREATE INDEX course_sectors_course_id ON course_sectors (course_id);
