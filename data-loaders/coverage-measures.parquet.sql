-- title: Coverage of the nation, states and counties
-- grain: one row per area, kind of help and payer
select
  level,
  area,
  state,
  name,
  kind,
  payer,
  population,
  point_people,
  rurality,
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
order by kind, payer, level, area
