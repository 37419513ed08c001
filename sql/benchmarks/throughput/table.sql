create table meta.written (
  id varchar primary key, name varchar not null, organization_type varchar not null,
  address_street varchar, address_city varchar, address_state varchar, address_zip varchar,
  latitude double, longitude double, geohash varchar, phone varchar, email varchar, website varchar,
  services json, certifications json, demographics json, capacity json,
  data_source varchar, extraction_date date, last_updated timestamp,
  is_narr_certified boolean, certification_type varchar, operator varchar, funding_sources json
)
