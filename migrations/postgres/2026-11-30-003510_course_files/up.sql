-- Files that modules of courses give to read.
CREATE TABLE course_files (
  id uuid NOT NULL PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES courses (id),
  file_name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  storage_key text NOT NULL,
  published_at timestamptz,
  uploaded_by uuid,
  created_at timestamptz NOT NULL
);
CREATE INDEX course_files_course ON course_files (course_id, id);
