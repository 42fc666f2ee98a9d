ALTER TABLE associations ADD COLUMN national boolean NOT NULL DEFAULT false;
UPDATE associations SET national = (level = 'national');
DROP INDEX associations_flags_until;
ALTER TABLE associations DROP COLUMN flags_until;
