-- Files that modules of courses give to read.
CREATE TABLE course_files (
  id BLOB NOT NULL PRIMARY KEY,
  course_id BLOB NOT NULL REFERENCES courses (id),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  storage_key TEXT NOT NULL,
  published_at INTEGER,
  uploaded_by BLOB,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX course_files_course ON course_files (course_id, id);
