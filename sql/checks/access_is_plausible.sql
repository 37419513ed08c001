-- severity: error
-- table: analysis.point_access
-- because: The nearest site is no farther than the third nearest, no distance exceeds half the way round the Earth, no supply is negative, and no more people live beyond a far distance than beyond a near one; else the measurement is broken.
select point_id::varchar as place, kind, 'any' as payer, nearest_miles, third_nearest_miles, supply_per_100k
from analysis.point_access
where nearest_miles > third_nearest_miles + 0.01
  or nearest_miles < 0
  or third_nearest_miles > 12451
  or supply_per_100k < 0
union all
select area, kind, payer, nearest_miles, third_nearest_miles, supply_per_100k
from analysis.area_access
where nearest_miles > third_nearest_miles + 0.01
  or nearest_miles < 0
  or third_nearest_miles > 12451
  or supply_per_100k < 0
  or people_beyond_near not between people_beyond_middle and people
  or people_beyond_far not between 0 and people_beyond_middle
