DROP TABLE association_sums;
