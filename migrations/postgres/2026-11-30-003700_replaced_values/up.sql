-- What stood in the file where a proposal was decided, field by field.
ALTER TABLE proposals ADD COLUMN replaced jsonb;
