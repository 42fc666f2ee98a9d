-- Sums of association_counts by wilaya, for all crafts and for each, with at most one filter beside: no more rows than wilayas to read.
CREATE TABLE association_sums (
  -- '' for every file, or what the files have in common besides the craft: 'level=communal', 'women_led=true' and so on.
  facet TEXT NOT NULL,
  craft_code TEXT NOT NULL,
  wilaya_code TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (facet, craft_code, wilaya_code)
) STRICT, WITHOUT ROWID;
INSERT INTO association_sums SELECT '', craft_code, wilaya_code, sum(number) FROM association_counts GROUP BY craft_code, wilaya_code;
INSERT INTO association_sums SELECT 'level=' || level, craft_code, wilaya_code, sum(number) FROM association_counts GROUP BY level, craft_code, wilaya_code;
INSERT INTO association_sums SELECT 'kind=' || kind, craft_code, wilaya_code, sum(number) FROM association_counts GROUP BY kind, craft_code, wilaya_code;
INSERT INTO association_sums SELECT CASE WHEN women_led THEN 'women_led=true' ELSE 'women_led=false' END, craft_code, wilaya_code, sum(number) FROM association_counts GROUP BY women_led, craft_code, wilaya_code;
INSERT INTO association_sums SELECT CASE WHEN youth_led THEN 'youth_led=true' ELSE 'youth_led=false' END, craft_code, wilaya_code, sum(number) FROM association_counts GROUP BY youth_led, craft_code, wilaya_code;
INSERT INTO association_sums SELECT CASE WHEN border THEN 'border=true' ELSE 'border=false' END, craft_code, wilaya_code, sum(number) FROM association_counts GROUP BY border, craft_code, wilaya_code;
INSERT INTO association_sums SELECT CASE WHEN isolated THEN 'isolated=true' ELSE 'isolated=false' END, craft_code, wilaya_code, sum(number) FROM association_counts GROUP BY isolated, craft_code, wilaya_code;
