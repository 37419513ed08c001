create table main.organizations (
  id varchar primary key, name varchar not null, organization_type varchar not null,
  address_street varchar, address_city varchar, address_state varchar, address_zip varchar,
  latitude double, longitude double, geohash varchar, phone varchar, email varchar, website varchar,
  services json, certifications json, demographics json, capacity json,
  data_source varchar, extraction_date date, last_updated timestamp,
  is_narr_certified boolean, certification_type varchar, operator varchar, funding_sources json
);
create table main.services (id varchar primary key, service_name varchar);
create table main.organization_services (
  organization_id varchar, service_id varchar, primary key (organization_id, service_id)
);
create table main.networks (
  id varchar primary key, org1_id varchar, org2_id varchar, relationship_type varchar, score double
)
