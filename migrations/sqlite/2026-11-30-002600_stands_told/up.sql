-- The stand its holder was last written to about.
ALTER TABLE event_stands ADD COLUMN told TEXT;
