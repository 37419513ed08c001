-- grain: one row per area with population points, kind of help and payer
-- materialized: view
-- unit: miles, great-circle; never driving time
-- formula: Σ residents × miles to the nearest (third nearest) site / Σ residents, over the population points of the area; null where there is no such site
-- source: analysis.area_access
select
  area,
  kind,
  payer,
  people,
  round(nearest_miles::double, 4) as nearest_miles,
  round(third_nearest_miles::double, 4) as third_nearest_miles
from analysis.area_access
