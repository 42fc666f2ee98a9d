DROP TABLE event_answers;
DROP TABLE event_follow_ups;
DROP TABLE event_selections;
