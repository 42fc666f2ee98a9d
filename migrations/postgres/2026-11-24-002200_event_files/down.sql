DROP TABLE event_messages;
DROP TABLE event_files;
