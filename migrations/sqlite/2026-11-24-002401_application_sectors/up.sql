-- The craft sectors of what applications bring, for lists of who took part.
CREATE TABLE event_application_sectors (
  sector_code TEXT NOT NULL REFERENCES craft_sectors (code),
  application_id BLOB NOT NULL REFERENCES event_applications (id),
  PRIMARY KEY (sector_code, application_id)
) STRICT;
CREATE INDEX event_application_sectors_application ON event_application_sectors (application_id);
INSERT INTO event_application_sectors (sector_code, application_id)
  SELECT DISTINCT json_extract(product.value, '$.craft_sector'), application.id
  FROM event_applications AS application, json_each(application.document, '$.products') AS product;
