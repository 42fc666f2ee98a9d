DROP TABLE event_application_sectors;
