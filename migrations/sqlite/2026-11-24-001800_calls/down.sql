DROP TABLE event_application_steps;
DROP TABLE event_applications;
DROP TABLE event_calls;
