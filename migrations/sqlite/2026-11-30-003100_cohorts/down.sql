DROP TABLE enrolment_steps;
DROP TABLE enrolments;
DROP TABLE cohort_steps;
DROP TABLE cohort_trainers;
DROP TABLE cohorts;
