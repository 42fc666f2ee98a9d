-- A product of an application has an identifier that stays, and a picture names it by that instead of its place in the list.
UPDATE event_applications SET version = version + 1, document = json_set(document, '$.products', json((
  SELECT json_group_array(json_set(product.value, '$.id', lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'
    || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))))
  FROM (SELECT value FROM json_each(document, '$.products') ORDER BY key) AS product)))
  WHERE json_array_length(document, '$.products') > 0;
ALTER TABLE event_files ADD COLUMN product_id BLOB;
UPDATE event_files SET product_id = (
  SELECT unhex(replace(json_extract(application.document, '$.products[' || event_files.product || '].id'), '-', ''))
  FROM event_applications AS application WHERE application.id = event_files.application_id)
  WHERE product IS NOT NULL;
ALTER TABLE event_files DROP COLUMN product;
