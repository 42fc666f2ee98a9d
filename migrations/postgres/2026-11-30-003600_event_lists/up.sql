-- Applications to an event by wilaya, and events by what their call is doing.
CREATE INDEX event_applications_wilaya ON event_applications (event_id, wilaya_code);
CREATE INDEX event_calls_closes ON event_calls (closes_at, opens_at);
CREATE INDEX event_calls_opens ON event_calls (opens_at);
