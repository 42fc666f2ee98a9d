-- Exhibitions, salons and awareness days. The content is one document; the columns are what lists filter and order by.
CREATE TABLE events (
  id uuid NOT NULL PRIMARY KEY,
  organiser_id uuid NOT NULL REFERENCES institutions (id),
  kind text NOT NULL,
  scale text NOT NULL,
  status text NOT NULL,
  status_since timestamptz NOT NULL,
  name_sort text COLLATE "C" NOT NULL,
  wilaya_code text NOT NULL REFERENCES wilayas (code),
  commune_code text NOT NULL REFERENCES communes (code),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  previous_id uuid REFERENCES events (id),
  document jsonb NOT NULL,
  search text NOT NULL,
  created_by uuid,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX events_starts ON events (starts_on, id);
CREATE INDEX events_ends ON events (ends_on, id);
CREATE INDEX events_updated ON events (updated_at, id);
CREATE INDEX events_name ON events (name_sort, id);
CREATE INDEX events_wilaya ON events (wilaya_code, starts_on, id);
CREATE INDEX events_previous ON events (previous_id);

CREATE TABLE event_organisers (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  event_id uuid NOT NULL REFERENCES events (id),
  PRIMARY KEY (institution_id, event_id)
);
CREATE INDEX event_organisers_event_id ON event_organisers (event_id);

CREATE TABLE event_sectors (
  sector_code text NOT NULL REFERENCES craft_sectors (code),
  event_id uuid NOT NULL REFERENCES events (id),
  PRIMARY KEY (sector_code, event_id)
);
CREATE INDEX event_sectors_event_id ON event_sectors (event_id);

CREATE TABLE event_transitions (
  id uuid NOT NULL PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES events (id),
  at timestamptz NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  person_id uuid,
  key_id uuid
);
CREATE INDEX event_transitions_event_id ON event_transitions (event_id, id);
