DROP TABLE event_presence;
DROP TABLE check_ins;
DROP TABLE event_stands;
DROP TABLE event_plans;
