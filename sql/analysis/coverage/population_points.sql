-- because: each state's people come from ZIP code areas where the reference folder has them, else from populated places
with zip_code_areas as (
  select 'zcta' as kind, zcta as code, null::varchar as name, state, county_fips, latitude, longitude, population, zip_areas.vintage
  from raw.zip_areas
  join raw.zip_area_counties using (zcta)
  join reference.counties using (county_fips)
  where population > 0
),
covered as (
  select distinct state from zip_code_areas
),
all_points as (
  select * from zip_code_areas
  union all
  select 'place', place_id::varchar, name, state, county_fips, latitude, longitude, population, '2010–2017'
  from reference.places
  where state not in (select state from covered)
)
select
  row_number() over (order by state, county_fips, kind, code)::integer as point_id,
  kind, code, name, state, county_fips, latitude, longitude, population, vintage
from all_points
order by point_id
