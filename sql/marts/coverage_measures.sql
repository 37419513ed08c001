-- grain: one row per area, kind of help and payer: all coverage measures side by side
-- materialized: view
-- unit: see coverage_rates, access_distance, access_beyond and access_catchment
-- source: marts.coverage_rates, marts.access_distance, marts.access_beyond, marts.access_catchment
select
  coverage_rates.level,
  area,
  coverage_areas.state,
  coverage_areas.name,
  kind,
  payer,
  population,
  point_people,
  rurality,
  record_count,
  site_count,
  sites_per_100k,
  bed_count,
  beds_per_100k,
  nearest_miles,
  third_nearest_miles,
  share_beyond_near,
  share_beyond_middle,
  share_beyond_far,
  supply_per_100k,
  share_out_of_reach
from marts.coverage_rates
join marts.coverage_areas using (area)
left join marts.access_distance using (area, kind, payer)
left join marts.access_beyond using (area, kind, payer)
left join marts.access_catchment using (area, kind, payer)
