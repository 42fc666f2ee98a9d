-- Which side has written last about an application: letters that wait for an answer are asked for.
ALTER TABLE event_applications ADD COLUMN last_message_from TEXT;
UPDATE event_applications SET last_message_from = (
  SELECT m.side FROM event_messages m WHERE m.application_id = event_applications.id ORDER BY m.id DESC LIMIT 1
);
CREATE INDEX event_applications_last_message ON event_applications (event_id, last_message_from);
