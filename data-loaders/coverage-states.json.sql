-- title: Coverage of the nation and the states
-- grain: one row per nation or state, kind of help and payer
select
  coverage_measures.level,
  area,
  division,
  kind,
  payer,
  coverage_measures.population,
  coverage_measures.point_people,
  record_count as records,
  site_count as sites,
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
where coverage_measures.level <> 'county'
order by coverage_measures.level, area, kind, payer
