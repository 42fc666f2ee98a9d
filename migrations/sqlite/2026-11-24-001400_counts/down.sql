DROP TABLE association_counts;
CREATE TABLE association_counts (
  wilaya_code TEXT NOT NULL,
  status TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (wilaya_code, status)
) STRICT;
INSERT INTO association_counts
SELECT wilaya_code, status, count(*) FROM associations WHERE merged_into IS NULL GROUP BY wilaya_code, status;
