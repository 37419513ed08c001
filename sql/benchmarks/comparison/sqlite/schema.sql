create table main.organizations (
  id text primary key, name text not null, organization_type text not null,
  address_street text, address_city text, address_state text, address_zip text,
  latitude real, longitude real, geohash text, phone text, email text, website text,
  services text, certifications text, demographics text, capacity text,
  data_source text, extraction_date text, last_updated text,
  is_narr_certified integer, certification_type text, operator text, funding_sources text
) without rowid;
create table main.services (id text primary key, service_name text unique) without rowid;
create table main.organization_services (
  organization_id text, service_id text, primary key (service_id, organization_id)
) without rowid;
create table main.networks (
  id text primary key, org1_id text, org2_id text, relationship_type text, score real
) without rowid
