DROP TABLE trainer_languages;
DROP TABLE trainer_subjects;
DROP TABLE trainer_profiles;
