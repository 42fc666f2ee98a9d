DROP TABLE event_outcome_requests;
DROP TABLE event_outcome_links;
DROP TABLE event_outcomes;
