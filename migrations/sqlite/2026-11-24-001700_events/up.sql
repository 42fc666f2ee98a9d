-- Exhibitions, salons and awareness days. The content is one document; the columns are what lists filter and order by.
CREATE TABLE events (
  id BLOB NOT NULL PRIMARY KEY,
  organiser_id BLOB NOT NULL REFERENCES institutions (id),
  kind TEXT NOT NULL,
  scale TEXT NOT NULL,
  status TEXT NOT NULL,
  status_since INTEGER NOT NULL,
  name_sort TEXT NOT NULL,
  wilaya_code TEXT NOT NULL REFERENCES wilayas (code),
  commune_code TEXT NOT NULL REFERENCES communes (code),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  previous_id BLOB REFERENCES events (id),
  document TEXT NOT NULL,
  search TEXT NOT NULL,
  created_by BLOB,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX events_starts ON events (starts_on, id);
CREATE INDEX events_ends ON events (ends_on, id);
CREATE INDEX events_updated ON events (updated_at, id);
CREATE INDEX events_name ON events (name_sort, id);
CREATE INDEX events_wilaya ON events (wilaya_code, starts_on, id);
CREATE INDEX events_previous ON events (previous_id);

CREATE TABLE event_organisers (
  institution_id BLOB NOT NULL REFERENCES institutions (id),
  event_id BLOB NOT NULL REFERENCES events (id),
  PRIMARY KEY (institution_id, event_id)
) STRICT;
CREATE INDEX event_organisers_event_id ON event_organisers (event_id);

CREATE TABLE event_sectors (
  sector_code TEXT NOT NULL REFERENCES craft_sectors (code),
  event_id BLOB NOT NULL REFERENCES events (id),
  PRIMARY KEY (sector_code, event_id)
) STRICT;
CREATE INDEX event_sectors_event_id ON event_sectors (event_id);

CREATE TABLE event_transitions (
  id BLOB NOT NULL PRIMARY KEY,
  event_id BLOB NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL,
  from_status TEXT,
  to_status TEXT NOT NULL,
  reason TEXT,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  person_id BLOB,
  key_id BLOB
) STRICT;
CREATE INDEX event_transitions_event_id ON event_transitions (event_id, id);
