DROP TABLE institution_coverage;
DROP TABLE institutions;
DROP TABLE craft_activities;
DROP TABLE craft_sectors;
DROP TABLE craft_domains;
DROP TABLE communes;
DROP TABLE wilayas;
