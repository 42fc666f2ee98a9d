DROP TABLE course_files;
