-- title: Continuum of care by area
-- grain: one row per area
select
  level, area, state, name, population, point_people, known_count, step_count, missing_count, missing_steps,
  round(farthest_step_miles, 1) as farthest_step_miles, farthest_step
from marts.continuum_by_area
order by level, area
