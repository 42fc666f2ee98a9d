DROP TABLE course_sectors;
DROP TABLE course_subjects;
DROP TABLE course_versions;
DROP TABLE courses;
