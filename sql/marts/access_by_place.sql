-- grain: one row per population point: a ZIP code area or a populated place
-- materialized: view
-- unit: miles, great-circle; sites per 100,000 residents within reach
-- formula: as measured at the point: nearest and third nearest site of any kind, E2SFCA score (Luo and Qi 2009), nearest site of each step of care
-- source: analysis.point_access; ZIP code areas bear the name of their post office
with measures as (
  select
    point_id,
    max(nearest_miles) filter (where kind = 'all') as nearest_miles,
    max(third_nearest_miles) filter (where kind = 'all') as third_nearest_miles,
    max(supply_per_100k) filter (where kind = 'all') as supply_per_100k,
    max(nearest_miles) filter (where kind = 'detox') as detox_miles,
    max(nearest_miles) filter (where kind = 'inpatient') as inpatient_miles,
    max(nearest_miles) filter (where kind = 'residential') as residential_miles,
    max(nearest_miles) filter (where kind = 'outpatient') as outpatient_miles,
    max(nearest_miles) filter (where kind = 'moud') as moud_miles,
    max(nearest_miles) filter (where kind = 'recovery_residence') as recovery_residence_miles,
    max(nearest_miles) filter (where kind = 'peer_support') as peer_support_miles
  from analysis.point_access
  group by point_id
),
places as (
  select *, case when kind = 'zcta' then code end as zip
  from reference.population_points
)
select
  point_id,
  kind as place_kind,
  code,
  coalesce(name, city) as name,
  places.state,
  places.county_fips,
  places.latitude,
  places.longitude,
  population,
  round(nearest_miles::double, 2) as nearest_miles,
  round(third_nearest_miles::double, 2) as third_nearest_miles,
  supply_per_100k::double as supply_per_100k,
  round(detox_miles::double, 2) as detox_miles,
  round(inpatient_miles::double, 2) as inpatient_miles,
  round(residential_miles::double, 2) as residential_miles,
  round(outpatient_miles::double, 2) as outpatient_miles,
  round(moud_miles::double, 2) as moud_miles,
  round(recovery_residence_miles::double, 2) as recovery_residence_miles,
  round(peer_support_miles::double, 2) as peer_support_miles
from places
left join measures using (point_id)
left join reference.zip_codes using (zip)
order by point_id
