ALTER TABLE event_files ADD COLUMN product integer;
UPDATE event_files SET product = product.place - 1
  FROM event_applications AS application
  CROSS JOIN LATERAL jsonb_array_elements(coalesce(application.document -> 'products', '[]')) WITH ORDINALITY AS product (value, place)
  WHERE application.id = event_files.application_id AND (product.value ->> 'id')::uuid = event_files.product_id;
ALTER TABLE event_files DROP COLUMN product_id;
UPDATE event_applications SET version = version + 1, document = jsonb_set(document, '{products}', (
  SELECT jsonb_agg(product.value - 'id' ORDER BY product.place)
  FROM jsonb_array_elements(document -> 'products') WITH ORDINALITY AS product (value, place)))
  WHERE jsonb_array_length(document -> 'products') > 0;
