create schema main;
create table main.organizations (
  id text primary key, name text not null, organization_type text not null,
  address_street text, address_city text, address_state text, address_zip text,
  latitude double precision, longitude double precision, geohash text, phone text, email text, website text,
  services jsonb, certifications jsonb, demographics jsonb, capacity jsonb,
  data_source text, extraction_date date, last_updated timestamp,
  is_narr_certified boolean, certification_type text, operator text, funding_sources jsonb
);
create table main.services (id text primary key, service_name text unique);
create table main.organization_services (
  organization_id text, service_id text, primary key (organization_id, service_id)
);
create table main.networks (
  id text primary key, org1_id text, org2_id text, relationship_type text, score double precision
)
