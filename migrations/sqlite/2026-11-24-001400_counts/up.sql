-- Verified files by what the register is filtered by, kept with every change: a map and a total read these rows instead of the files.
DROP TABLE association_counts;
CREATE TABLE association_counts (
  -- '' for every file, or the code of a sector or of a domain it is in.
  craft_code TEXT NOT NULL,
  wilaya_code TEXT NOT NULL,
  level TEXT NOT NULL,
  kind TEXT NOT NULL,
  women_led INTEGER NOT NULL,
  youth_led INTEGER NOT NULL,
  border INTEGER NOT NULL,
  isolated INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (craft_code, wilaya_code, level, kind, women_led, youth_led, border, isolated)
) STRICT;
INSERT INTO association_counts
SELECT '', a.wilaya_code, a.level, a.kind, a.women_led, a.youth_led, a.border, a.isolated, count(*) FROM associations a
WHERE a.status = 'verified' AND a.merged_into IS NULL GROUP BY a.wilaya_code, a.level, a.kind, a.women_led, a.youth_led, a.border, a.isolated;
INSERT INTO association_counts
SELECT s.sector_code, a.wilaya_code, a.level, a.kind, a.women_led, a.youth_led, a.border, a.isolated, count(*) FROM associations a JOIN association_sectors s ON s.association_id = a.id
WHERE a.status = 'verified' AND a.merged_into IS NULL GROUP BY s.sector_code, a.wilaya_code, a.level, a.kind, a.women_led, a.youth_led, a.border, a.isolated;
INSERT INTO association_counts
SELECT d.domain_code, a.wilaya_code, a.level, a.kind, a.women_led, a.youth_led, a.border, a.isolated, count(*) FROM associations a JOIN (
  SELECT DISTINCT s.association_id, c.domain_code FROM association_sectors s JOIN craft_sectors c ON c.code = s.sector_code
) d ON d.association_id = a.id
WHERE a.status = 'verified' AND a.merged_into IS NULL GROUP BY d.domain_code, a.wilaya_code, a.level, a.kind, a.women_led, a.youth_led, a.border, a.isolated;
