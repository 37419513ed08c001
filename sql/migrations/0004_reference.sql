create table reference.states (
  state varchar primary key,
  name varchar not null,
  fips varchar not null unique,
  kind varchar not null,
  region varchar,
  division varchar,
  population_2020 integer
);
comment on table reference.states is '50 states, DC, five territories and the three freely associated states.';
comment on column reference.states.state is 'USPS code.';
comment on column reference.states.name is 'English name.';
comment on column reference.states.fips is 'Two-digit FIPS code.';
comment on column reference.states.kind is 'state, district, territory or associated_state.';
comment on column reference.states.region is 'Census region; null outside the states and DC.';
comment on column reference.states.division is 'Census division; null outside the states and DC.';
comment on column reference.states.population_2020 is 'Resident population, 2020 Census (P.L. 94-171; island areas: 2020 Island Areas Censuses); null for the associated states.';

create table reference.service_codes (
  code varchar primary key,
  name varchar not null,
  category varchar not null,
  kind varchar not null,
  description varchar,
  is_su boolean not null,
  is_mh boolean not null,
  release varchar not null
);
comment on table reference.service_codes is 'SAMHSA service code book: what each column of a findtreatment.gov export means.';
comment on column reference.service_codes.code is 'Code, upper case.';
comment on column reference.service_codes.name is 'Short name, unique, in our own words.';
comment on column reference.service_codes.category is 'Category in the code book.';
comment on column reference.service_codes.kind is 'service, payment, population, language or facility.';
comment on column reference.service_codes.description is 'What the code means, where the name does not say it all.';
comment on column reference.service_codes.is_su is 'True where the code is asked of substance use facilities.';
comment on column reference.service_codes.is_mh is 'True where the code is asked of mental health facilities.';
comment on column reference.service_codes.release is 'Release of the code book.';

create table reference.service_labels (
  label varchar primary key,
  code varchar not null
);
comment on table reference.service_labels is 'Labels that the master files use in place of codes, with the code that they truly mean.';
comment on column reference.service_labels.label is 'Label, lower case.';
comment on column reference.service_labels.code is 'main.services.id of the term.';

create table reference.continuum_steps (
  step varchar primary key,
  position integer not null unique,
  name varchar not null,
  description varchar not null
);
comment on table reference.continuum_steps is 'Steps of the continuum of care, from crisis to community.';
comment on column reference.continuum_steps.step is 'detox, inpatient, residential, outpatient, moud, recovery_residence, peer_support.';
comment on column reference.continuum_steps.position is 'Order along the continuum, from 1.';
comment on column reference.continuum_steps.name is 'Name that reports show.';
comment on column reference.continuum_steps.description is 'What counts as this step.';

create table reference.continuum (
  step varchar not null,
  code varchar not null,
  primary key (step, code)
);
comment on table reference.continuum is 'Which service term makes an organization part of which step.';
comment on column reference.continuum.step is 'reference.continuum_steps.step.';
comment on column reference.continuum.code is 'main.services.id.';

create table reference.zip_codes (
  zip varchar primary key,
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
