-- title: Distance to help by place
-- grain: one row per population point: a ZIP code area or a populated place
select
  point_id, place_kind, code, name, state, county_fips, population,
  round(nearest_miles, 1) as nearest_miles, round(third_nearest_miles, 1) as third_nearest_miles,
  round(supply_per_100k, 1) as supply_per_100k, round(detox_miles, 1) as detox_miles,
  round(inpatient_miles, 1) as inpatient_miles, round(residential_miles, 1) as residential_miles,
  round(outpatient_miles, 1) as outpatient_miles, round(moud_miles, 1) as moud_miles,
  round(recovery_residence_miles, 1) as recovery_residence_miles, round(peer_support_miles, 1) as peer_support_miles
from marts.access_by_place
order by point_id
