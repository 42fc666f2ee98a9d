-- When a reviewer has said which associations they have an interest in, be it that there are none; and their appointments in order.
ALTER TABLE event_reviewers ADD COLUMN declared_at INTEGER;
UPDATE event_reviewers SET declared_at = updated_at WHERE conflicts <> '[]';
DROP INDEX event_reviewers_person;
CREATE INDEX event_reviewers_person ON event_reviewers (person_id, created_at, event_id);
