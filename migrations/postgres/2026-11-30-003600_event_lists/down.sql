DROP INDEX event_calls_opens;
DROP INDEX event_calls_closes;
DROP INDEX event_applications_wilaya;
