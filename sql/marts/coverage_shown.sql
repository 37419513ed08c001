-- grain: one row per area, kind of help and payer: the measures as pages show them
-- materialized: view
-- unit: as in marts.coverage_measures, rounded to what its readers can use
-- source: marts.coverage_measures, marts.coverage_areas
select
  coverage_measures.level,
  area,
  division,
  coverage_measures.state,
  coverage_measures.name,
  kind,
  payer,
  coverage_measures.population,
  coverage_measures.point_people,
  coverage_measures.rurality,
  record_count as records,
  site_count as sites,
  unplaced_site_count as unplaced_sites,
  is_distance_known,
  round(sites_per_100k, 2) as sites_per_100k,
  bed_count as beds,
  round(beds_per_100k, 1) as beds_per_100k,
  round(nearest_miles, 2) as nearest_miles,
  round(third_nearest_miles, 2) as third_nearest_miles,
  round(share_beyond_near, 4) as share_beyond_near,
  round(share_beyond_middle, 4) as share_beyond_middle,
  round(share_beyond_far, 4) as share_beyond_far,
  round(supply_per_100k, 2) as supply_per_100k
from marts.coverage_measures
join marts.coverage_areas using (area)
order by kind, payer, coverage_measures.level, area
