DROP TABLE partner_records;
