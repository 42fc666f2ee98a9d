DROP TABLE agreement_reminders;
DROP INDEX partner_records_remind_on;
ALTER TABLE partner_records DROP COLUMN remind_on;
