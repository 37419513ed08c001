create table main.organizations (
  id varchar primary key,
  name varchar not null,
  organization_type varchar not null,
  address_street varchar,
  address_city varchar,
  address_state varchar,
  address_zip varchar,
  latitude double,
  longitude double,
  geohash varchar,
  phone varchar,
  email varchar,
  website varchar,
  services varchar[] not null,
  certifications varchar[] not null,
  demographics varchar[] not null,
  capacity struct(
    total_beds integer,
    available_beds integer,
    mens_beds integer,
    womens_beds integer,
    family_beds integer,
    residences integer
  ),
  data_source varchar not null,
  extraction_date date,
  last_updated timestamp,
  is_narr_certified boolean not null,
  certification_type varchar,
  operator varchar,
  funding_sources varchar[] not null,
  record_id integer not null,
  alternate_names varchar[] not null,
  address_unit varchar,
  address_zip4 varchar,
  county varchar,
  phones varchar[] not null,
  phone_extension varchar,
  facility_type varchar,
  level_of_care varchar,
  certification_level varchar,
  payers varchar[] not null,
  languages varchar[] not null,
  service_codes varchar[] not null,
  scope varchar not null,
  coordinate_precision varchar not null,
  is_synthetic boolean not null,
  issues varchar[] not null
);
comment on table main.organizations is 'One row per loaded source record; no record is dropped for resembling another. See analysis.sites for one row per real place.';
comment on column main.organizations.id is 'The source''s own id; a derived one where the source has none or uses one id for two organizations.';
comment on column main.organizations.name is 'Name as the source gives it, with spaces tidied; a second name line follows after “ - ”.';
comment on column main.organizations.organization_type is 'narr_residences, rccs, rcos, treatment_centers or oxford_houses.';
comment on column main.organizations.address_street is 'Street number and name.';
comment on column main.organizations.address_city is 'City as the source gives it, spaces tidied.';
comment on column main.organizations.address_state is 'USPS code of one of 50 states, DC, five territories or FM, MH, PW; null where the source names none of them.';
comment on column main.organizations.address_zip is 'Five-digit ZIP code, leading zeros restored.';
comment on column main.organizations.latitude is 'Degrees north, WGS 84; see coordinate_precision.';
comment on column main.organizations.longitude is 'Degrees east, WGS 84; see coordinate_precision.';
comment on column main.organizations.geohash is 'Geohash of the coordinates, 8 characters (about 38 m by 19 m).';
comment on column main.organizations.phone is 'First telephone number in E.164 form, such as +16175550123.';
comment on column main.organizations.email is 'E-mail address, lower case.';
comment on column main.organizations.website is 'Web address, http or https only.';
comment on column main.organizations.services is 'Names of the services offered, sorted; terms of kind “service” in main.services.';
comment on column main.organizations.certifications is 'Certifications and accreditations, sorted.';
comment on column main.organizations.demographics is 'Populations served, sorted.';
comment on column main.organizations.capacity is 'Beds and residences, where the source states them; null where it does not.';
comment on column main.organizations.data_source is 'Who published the record, in the source''s words.';
comment on column main.organizations.extraction_date is 'Day on which the source was extracted; null where it is absent or cannot be read.';
comment on column main.organizations.last_updated is 'When the source last changed the record (UTC), where it says so; never the day of the build.';
comment on column main.organizations.is_narr_certified is 'True where a NARR affiliate lists the residence at a level or as certified.';
comment on column main.organizations.certification_type is 'narr, oxford_house or null.';
comment on column main.organizations.operator is 'Organization that runs the place, where the source names one.';
comment on column main.organizations.funding_sources is 'Funding sources, sorted.';
comment on column main.organizations.record_id is 'Row of meta.ledger that this organization was loaded from.';
comment on column main.organizations.alternate_names is 'Other names in the record: trade names, second name lines.';
comment on column main.organizations.address_unit is 'Suite, unit, floor or second address line.';
comment on column main.organizations.address_zip4 is 'Four-digit add-on of a ZIP+4 code.';
comment on column main.organizations.county is 'County as the source names it; see analysis.organization_counties for the assigned one.';
comment on column main.organizations.phones is 'All telephone numbers in the record, E.164, in source order.';
comment on column main.organizations.phone_extension is 'Extension of the first telephone number.';
comment on column main.organizations.facility_type is 'SU (substance use) or MH (mental health), as SAMHSA lists the record.';
comment on column main.organizations.level_of_care is 'inpatient, residential or outpatient, for treatment centers.';
comment on column main.organizations.certification_level is 'Level within the certification, in the affiliate''s words.';
comment on column main.organizations.payers is 'Payment and insurance accepted, sorted.';
comment on column main.organizations.languages is 'Languages of service other than English, sorted.';
comment on column main.organizations.service_codes is 'SAMHSA codes of the record, upper case, sorted, those unknown to the code book included.';
comment on column main.organizations.scope is 'local, state, regional, national or unknown: how far the organization reaches.';
comment on column main.organizations.coordinate_precision is 'exact (given by the source), zip (centroid of the ZIP code) or none.';
comment on column main.organizations.is_synthetic is 'True where the source declares the record part of a demonstration data set.';
comment on column main.organizations.issues is 'What normalization had to change or reject, such as zip_padded or website_rejected.';

create table main.services (
  id varchar primary key,
  service_name varchar not null unique,
  service_category varchar,
  description varchar,
  kind varchar not null,
  source_code varchar,
  is_in_code_book boolean not null
);
comment on table main.services is 'Catalogue of every term that describes an organization: services, payers, populations, languages, facility facts.';
comment on column main.services.id is 'SAMHSA code, upper case, or a slug of the label where there is no code.';
comment on column main.services.service_name is 'Short name in plain words.';
comment on column main.services.service_category is 'Category in the SAMHSA code book; null for a term outside it.';
comment on column main.services.description is 'What the term means.';
comment on column main.services.kind is 'service, payment, population, language or facility.';
comment on column main.services.source_code is 'SAMHSA code; null for a term without one.';
comment on column main.services.is_in_code_book is 'False for a code or label that the code book does not hold.';

create table main.organization_services (
  organization_id varchar not null,
  service_id varchar not null
);
comment on table main.organization_services is 'Which organization has which term; pairs are unique and point to existing rows, held by error-level checks.';
comment on column main.organization_services.organization_id is 'main.organizations.id.';
comment on column main.organization_services.service_id is 'main.services.id.';

create table main.organization_continuum (
  organization_id varchar not null,
  step varchar not null
);
comment on table main.organization_continuum is 'Steps of the continuum of care that an organization offers, from reference.continuum and its type.';
comment on column main.organization_continuum.organization_id is 'main.organizations.id.';
comment on column main.organization_continuum.step is 'reference.continuum_steps.step.';

create table main.source_values (
  organization_id varchar not null,
  field varchar not null,
  raw varchar
);
comment on table main.source_values is 'The source''s own words wherever normalization changed or rejected a value.';
comment on column main.source_values.organization_id is 'main.organizations.id.';
comment on column main.source_values.field is 'Column of main.organizations that the value was meant for.';
comment on column main.source_values.raw is 'Value as the source gives it.';
