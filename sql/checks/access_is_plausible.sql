-- severity: error
-- table: analysis.point_access
-- because: The nearest site is no farther than the third nearest, no distance exceeds half the way round the Earth, and no supply is negative; else the measurement is broken.
select point_id, kind, payer, nearest_miles, third_nearest_miles, supply_per_100k
from analysis.point_access
where nearest_miles > third_nearest_miles + 0.01
  or nearest_miles < 0
  or third_nearest_miles > 12451
  or supply_per_100k < 0
  or (nearest_miles is null and supply_per_100k > 0)
