-- The first day on which somebody may have to be reminded of an agreement; in the past for one nobody has looked at yet.
ALTER TABLE partner_records ADD COLUMN remind_on TEXT;
UPDATE partner_records SET remind_on = '2000-01-01' WHERE kind = 'agreement';
CREATE INDEX partner_records_remind_on ON partner_records (remind_on);
-- What people were reminded of: once for each day it falls on.
CREATE TABLE agreement_reminders (
  agreement_id BLOB NOT NULL REFERENCES partner_records (id),
  about_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  falls_on TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  PRIMARY KEY (agreement_id, about_id, kind, falls_on)
) STRICT;
