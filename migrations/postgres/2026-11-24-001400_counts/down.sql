DROP TABLE association_counts;
CREATE TABLE association_counts (
  wilaya_code text NOT NULL,
  status text NOT NULL,
  number bigint NOT NULL,
  PRIMARY KEY (wilaya_code, status)
);
INSERT INTO association_counts
SELECT wilaya_code, status, count(*) FROM associations WHERE merged_into IS NULL GROUP BY wilaya_code, status;
