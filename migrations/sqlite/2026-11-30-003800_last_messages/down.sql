DROP INDEX event_applications_last_message;
ALTER TABLE event_applications DROP COLUMN last_message_from;
