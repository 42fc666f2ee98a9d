DROP INDEX event_reviewers_person;
CREATE INDEX event_reviewers_person ON event_reviewers (person_id);
ALTER TABLE event_reviewers DROP COLUMN declared_at;
