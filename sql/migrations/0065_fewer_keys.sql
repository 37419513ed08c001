-- A key on text is an index that takes as much room as the text or several times more: these four took 7 MB of a file of 58 MB.
-- The check keys_are_unique holds what they held.

create temp table zip_codes_kept as from reference.zip_codes;
drop table reference.zip_codes;
create table reference.zip_codes (
  zip varchar not null,
  city varchar not null,
  state varchar not null,
  county_name varchar,
  county_fips varchar,
  latitude double not null,
  longitude double not null,
  source varchar not null
);
comment on table reference.zip_codes is 'Postal ZIP codes with a centre point, from npm packages: GeoNames (CC BY 4.0) for states, zipcodes for territories.';
comment on column reference.zip_codes.zip is 'Five digits.';
comment on column reference.zip_codes.city is 'Post office city.';
comment on column reference.zip_codes.state is 'USPS code.';
comment on column reference.zip_codes.county_name is 'County of the centre point.';
comment on column reference.zip_codes.county_fips is 'Five-digit FIPS code of that county.';
comment on column reference.zip_codes.latitude is 'Degrees north.';
comment on column reference.zip_codes.longitude is 'Degrees east.';
comment on column reference.zip_codes.source is 'Package that the row comes from.';
insert into reference.zip_codes from temp.zip_codes_kept;
drop table temp.zip_codes_kept;

create temp table site_members_kept as from analysis.site_members;
drop table analysis.site_members;
create table analysis.site_members (
  organization_id varchar not null,
  site_id varchar not null,
  is_flagged boolean not null
);
comment on table analysis.site_members is 'Which site each record stands for.';
comment on column analysis.site_members.organization_id is 'main.organizations.id.';
comment on column analysis.site_members.site_id is 'Smallest id among the records of the site.';
comment on column analysis.site_members.is_flagged is 'True where the record was linked to others from which the evidence then parted it.';
insert into analysis.site_members from temp.site_members_kept;
drop table temp.site_members_kept;

create temp table site_fields_kept as from analysis.site_fields;
drop table analysis.site_fields;
create table analysis.site_fields (
  site_id varchar not null,
  field varchar not null,
  organization_id varchar not null,
  reason varchar not null,
  value_count integer not null
);
comment on table analysis.site_fields is 'Which record each field of a site of several records is taken from, and why.';
comment on column analysis.site_fields.site_id is 'analysis.sites.site_id.';
comment on column analysis.site_fields.field is 'name, street (with unit), locality (city, state, ZIP), point, phone, website or email.';
comment on column analysis.site_fields.organization_id is 'Record that the value survives from.';
comment on column analysis.site_fields.reason is 'only value, all agree, most records, most exact, most complete record or newest record.';
comment on column analysis.site_fields.value_count is 'Different values among the site''s records.';
insert into analysis.site_fields from temp.site_fields_kept;
drop table temp.site_fields_kept;

create temp table sites_kept as from analysis.sites;
drop table analysis.sites;
create table analysis.sites (
  site_id varchar not null,
  name varchar not null,
  kind varchar not null,
  record_count integer not null,
  canonical_id varchar not null,
  organization_types varchar[] not null,
  address_street varchar,
  address_unit varchar,
  address_city varchar,
  address_state varchar,
  address_zip varchar,
  latitude double,
  longitude double,
  coordinate_precision varchar not null,
  phone varchar,
  website varchar,
  email varchar,
  services varchar[] not null,
  least_weight double,
  is_flagged boolean not null
);
comment on table analysis.sites is 'One row per real place, as far as the records tell; organizations keeps every record.';
comment on column analysis.sites.site_id is 'Smallest id among the site''s records.';
comment on column analysis.sites.name is 'Name; see analysis.site_fields for where it comes from.';
comment on column analysis.sites.kind is 'single, same_record, su_mh, renamed or several_programmes.';
comment on column analysis.sites.record_count is 'Records that describe the place.';
comment on column analysis.sites.canonical_id is 'The most complete record, then the newest, then the smallest id.';
comment on column analysis.sites.organization_types is 'Types of the records, sorted.';
comment on column analysis.sites.address_street is 'Street number and name.';
comment on column analysis.sites.address_unit is 'Suite, unit or floor of the same record.';
comment on column analysis.sites.address_city is 'City.';
comment on column analysis.sites.address_state is 'USPS code.';
comment on column analysis.sites.address_zip is 'Five-digit ZIP code.';
comment on column analysis.sites.latitude is 'Degrees north, WGS 84.';
comment on column analysis.sites.longitude is 'Degrees east, WGS 84.';
comment on column analysis.sites.coordinate_precision is 'exact, zip or none.';
comment on column analysis.sites.phone is 'Telephone number, E.164.';
comment on column analysis.sites.website is 'Web address.';
comment on column analysis.sites.email is 'E-mail address.';
comment on column analysis.sites.services is 'Services of all the site''s records, sorted.';
comment on column analysis.sites.least_weight is 'Weight of the weakest pair within the site, bits; null for a single record.';
comment on column analysis.sites.is_flagged is 'True where a person should look: the records were parted from others, or their weakest pair is below the threshold.';
insert into analysis.sites from temp.sites_kept;
drop table temp.sites_kept;
