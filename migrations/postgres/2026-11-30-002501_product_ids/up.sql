-- A product of an application has an identifier that stays, and a picture names it by that instead of its place in the list.
UPDATE event_applications SET version = version + 1, document = jsonb_set(document, '{products}', (
  SELECT jsonb_agg(product.value || jsonb_build_object('id', gen_random_uuid()) ORDER BY product.place)
  FROM jsonb_array_elements(document -> 'products') WITH ORDINALITY AS product (value, place)))
  WHERE jsonb_array_length(document -> 'products') > 0;
ALTER TABLE event_files ADD COLUMN product_id uuid;
UPDATE event_files SET product_id = (application.document -> 'products' -> product ->> 'id')::uuid
  FROM event_applications AS application WHERE application.id = event_files.application_id;
ALTER TABLE event_files DROP COLUMN product;
