-- grain: one row per area with population points, kind of help and payer
-- materialized: view
-- unit: miles, great-circle; never driving time
-- formula: Σ residents × miles to the nearest (third nearest) site / Σ residents, over the population points of the area; null where there is no such site
-- source: marts.access_totals
select
  area,
  kind,
  payer,
  people,
  case when isfinite(people_miles) then (people_miles / people)::double end as nearest_miles,
  case when isfinite(people_third_miles) then (people_third_miles / people)::double end as third_nearest_miles
from marts.access_totals
