-- The first day on which who leads an association may change without a change of its file; in the past for a row not computed yet.
ALTER TABLE associations ADD COLUMN flags_until date;
UPDATE associations SET flags_until = '2000-01-01';
CREATE INDEX associations_flags_until ON associations (flags_until);
-- The level says it.
ALTER TABLE associations DROP COLUMN national;
