-- grain: one row per area with population points, kind of help and payer
-- materialized: view
-- unit: share of residents, 0 to 1
-- formula: residents of points farther than a distance from the nearest site / residents of all points; the distances are parameters access_near_miles, access_middle_miles and access_far_miles, great-circle
-- source: analysis.area_access
select
  area,
  kind,
  payer,
  people,
  (people_beyond_near / people)::double as share_beyond_near,
  (people_beyond_middle / people)::double as share_beyond_middle,
  (people_beyond_far / people)::double as share_beyond_far
from analysis.area_access
