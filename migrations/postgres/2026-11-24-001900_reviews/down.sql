DROP TABLE event_reviews;
DROP TABLE event_reviewers;
DROP TABLE event_decisions;
DROP INDEX event_applications_number;
ALTER TABLE event_applications DROP COLUMN score;
ALTER TABLE event_applications DROP COLUMN number;
ALTER TABLE event_calls DROP COLUMN reviews_per_application;
