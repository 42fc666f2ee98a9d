ALTER TABLE event_files ADD COLUMN product INTEGER;
UPDATE event_files SET product = (
  SELECT product.key FROM event_applications AS application, json_each(application.document, '$.products') AS product
  WHERE application.id = event_files.application_id
    AND replace(json_extract(product.value, '$.id'), '-', '') = lower(hex(event_files.product_id)))
  WHERE product_id IS NOT NULL;
ALTER TABLE event_files DROP COLUMN product_id;
UPDATE event_applications SET version = version + 1, document = json_set(document, '$.products', json((
  SELECT json_group_array(json_remove(product.value, '$.id'))
  FROM (SELECT value FROM json_each(document, '$.products') ORDER BY key) AS product)))
  WHERE json_array_length(document, '$.products') > 0;
