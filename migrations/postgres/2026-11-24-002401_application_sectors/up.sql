-- The craft sectors of what applications bring, for lists of who took part.
CREATE TABLE event_application_sectors (
  sector_code text NOT NULL REFERENCES craft_sectors (code),
  application_id uuid NOT NULL REFERENCES event_applications (id),
  PRIMARY KEY (sector_code, application_id)
);
CREATE INDEX event_application_sectors_application ON event_application_sectors (application_id);
INSERT INTO event_application_sectors (sector_code, application_id)
  SELECT DISTINCT product.value ->> 'craft_sector', application.id
  FROM event_applications AS application
  CROSS JOIN LATERAL jsonb_array_elements(coalesce(application.document -> 'products', '[]')) AS product (value);
