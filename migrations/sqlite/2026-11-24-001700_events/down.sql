DROP TABLE event_transitions;
DROP TABLE event_sectors;
DROP TABLE event_organisers;
DROP TABLE events;
