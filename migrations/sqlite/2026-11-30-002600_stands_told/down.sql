ALTER TABLE event_stands DROP COLUMN told;
