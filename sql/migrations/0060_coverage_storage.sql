drop table analysis.point_access;
create table analysis.point_access (
  point_id integer not null,
  kind varchar not null,
  nearest_miles float not null,
  third_nearest_miles float,
  supply_per_100k float not null
);
comment on table analysis.point_access is 'How far help is from each population point, by kind of help that the directory knows, whatever the payer; great-circle miles, never driving time. In order of points, so that their numbers take no room.';
comment on column analysis.point_access.point_id is 'reference.population_points.point_id.';
comment on column analysis.point_access.kind is 'reference.help_kinds.kind; kinds that no record gives are left out: they are not known, rather than nowhere.';
comment on column analysis.point_access.nearest_miles is 'Miles to the nearest site.';
comment on column analysis.point_access.third_nearest_miles is 'Miles to the third nearest site; null where there are fewer than three.';
comment on column analysis.point_access.supply_per_100k is 'Sites per 100,000 residents by the enhanced two-step floating catchment area method (Luo and Qi 2009).';

create table analysis.area_access (
  area varchar not null,
  kind varchar not null,
  payer varchar not null,
  people integer not null,
  nearest_miles float not null,
  third_nearest_miles float,
  people_beyond_near integer not null,
  people_beyond_middle integer not null,
  people_beyond_far integer not null,
  supply_per_100k float not null,
  people_out_of_reach integer not null
);
comment on table analysis.area_access is 'How far help is from the residents of the nation, each state and each county, by kind of help and payer that the directory knows; from the measurement of every population point, in order of areas.';
comment on column analysis.area_access.area is 'US, USPS code or county FIPS code.';
comment on column analysis.area_access.kind is 'reference.help_kinds.kind.';
comment on column analysis.area_access.payer is 'any, or medicaid for sites that accept Medicaid (code MD).';
comment on column analysis.area_access.people is 'Residents of the population points.';
comment on column analysis.area_access.nearest_miles is 'Miles to the nearest site, mean over residents.';
comment on column analysis.area_access.third_nearest_miles is 'Miles to the third nearest site, mean over residents; null where there are fewer than three.';
comment on column analysis.area_access.people_beyond_near is 'Residents farther than parameter access_near_miles from the nearest site.';
comment on column analysis.area_access.people_beyond_middle is 'Residents farther than parameter access_middle_miles.';
comment on column analysis.area_access.people_beyond_far is 'Residents farther than parameter access_far_miles.';
comment on column analysis.area_access.supply_per_100k is 'Sites per 100,000 residents by floating catchments, mean over residents.';
comment on column analysis.area_access.people_out_of_reach is 'Residents without a site in their catchment.';

drop table analysis.organization_counties;
create table analysis.organization_counties (
  organization_id varchar not null,
  county_fips varchar,
  method varchar not null,
  distance_miles double
);
comment on table analysis.organization_counties is 'County of every organization, and how it was found; check organization_counties_are_whole holds it to one row an organization.';
comment on column analysis.organization_counties.organization_id is 'main.organizations.id.';
comment on column analysis.organization_counties.county_fips is 'reference.counties.county_fips; null where none could be found.';
comment on column analysis.organization_counties.method is 'point (its exact coordinates lie in the county), nearest (just offshore), zip (centre of its ZIP code) or none.';
comment on column analysis.organization_counties.distance_miles is 'Miles to the county, for method nearest.';
