ALTER TABLE associations ADD COLUMN national INTEGER NOT NULL DEFAULT 0;
UPDATE associations SET national = (level = 'national');
DROP INDEX associations_flags_until;
ALTER TABLE associations DROP COLUMN flags_until;
