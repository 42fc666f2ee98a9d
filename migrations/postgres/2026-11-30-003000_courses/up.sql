-- Courses: the content as it is being written, what others are shown of it, and every version that was published.
CREATE TABLE courses (
  id uuid NOT NULL PRIMARY KEY,
  owner_id uuid NOT NULL REFERENCES institutions (id),
  status text NOT NULL,
  name_sort text COLLATE "C" NOT NULL,
  search text NOT NULL,
  document jsonb NOT NULL,
  shown jsonb NOT NULL,
  published_number integer,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX courses_name ON courses (name_sort, id);
CREATE INDEX courses_updated ON courses (updated_at, id);
CREATE INDEX courses_owner ON courses (owner_id, id);
CREATE INDEX courses_status ON courses (status, name_sort, id);

CREATE TABLE course_versions (
  course_id uuid NOT NULL REFERENCES courses (id),
  number integer NOT NULL,
  document jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid,
  PRIMARY KEY (course_id, number)
);

-- The project tools and crafts of what is shown of a course.
CREATE TABLE course_subjects (
  subject text NOT NULL,
  course_id uuid NOT NULL REFERENCES courses (id),
  PRIMARY KEY (subject, course_id)
);
CREATE INDEX course_subjects_course_id ON course_subjects (course_id);

CREATE TABLE course_sectors (
  sector_code text NOT NULL REFERENCES craft_sectors (code),
  course_id uuid NOT NULL REFERENCES courses (id),
  PRIMARY KEY (sector_code, course_id)
);
CREATE INDEX course_sectors_course_id ON course_sectors (course_id);
