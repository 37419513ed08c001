create table analysis.pair_kinds (
  id_a varchar not null,
  id_b varchar not null,
  kind varchar not null,
  primary key (id_a, id_b)
);
comment on table analysis.pair_kinds is 'What each pair of records in analysis.match_pairs is.';
comment on column analysis.pair_kinds.id_a is 'main.organizations.id.';
comment on column analysis.pair_kinds.id_b is 'main.organizations.id.';
comment on column analysis.pair_kinds.kind is 'same_record, su_mh, renamed or several_programmes for records of one site; other_place for one operator''s places; unlike for the rest.';

create table analysis.site_fields (
  site_id varchar not null,
  field varchar not null,
  organization_id varchar not null,
  reason varchar not null,
  value_count integer not null,
  primary key (site_id, field)
);
comment on table analysis.site_fields is 'Which record each field of a site of several records is taken from, and why.';
comment on column analysis.site_fields.site_id is 'analysis.sites.site_id.';
comment on column analysis.site_fields.field is 'name, street (with unit), locality (city, state, ZIP), point, phone, website or email.';
comment on column analysis.site_fields.organization_id is 'Record that the value survives from.';
comment on column analysis.site_fields.reason is 'only value, all agree, most records, most exact, most complete record or newest record.';
comment on column analysis.site_fields.value_count is 'Different values among the site''s records.';

create table analysis.sites (
  site_id varchar primary key,
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
