-- title: Coverage of the nation and the states
-- grain: one row per nation or state, kind of help and payer
select
  level,
  area,
  division,
  kind,
  payer,
  population,
  point_people,
  records,
  sites,
  sites_per_100k,
  beds,
  beds_per_100k,
  nearest_miles,
  third_nearest_miles,
  share_beyond_near,
  share_beyond_middle,
  share_beyond_far,
  supply_per_100k
from marts.coverage_shown
where level <> 'county'
order by level, area, kind, payer
