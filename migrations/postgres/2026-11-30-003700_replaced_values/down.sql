ALTER TABLE proposals DROP COLUMN replaced;
